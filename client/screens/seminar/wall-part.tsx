import { type DragEvent, useId, useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Challenge } from '#domain/territory.ts'
import { challengeKinds } from '#domain/vocabulary.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { Card, cardType } from './card.tsx'
import type { PartProps } from './part.ts'
import { Projection } from './projection.tsx'
import { backingsOf, dotsOf, givenBy, tallyOf } from './votes.ts'
import { cardsOf, groupsOf, puttingUp, sayingOf } from './wall.ts'
import { VoteCounts, VotePanel } from './wall-votes.tsx'
import './workshop.css'

/** Cards of challenges and assets: typed, grouped, voted for, carried, and made into projects. */
export function WallPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.workshop.wall
  const [voter, setVoter] = useState<string | null>(null)
  const [isVoting, setVoting] = useState(false)
  const [order, setOrder] = useState<'number' | 'votes'>('number')
  const [said, setSaid] = useState('')
  const cards = cardsOf(record, seminar.id)
  const backings = backingsOf(record, cards)
  const tallyAt = (card: Challenge) => tallyOf(backings.get(card.id) ?? [])
  const groups = groupsOf(cards).map(({ group, cards: held }) => ({
    group,
    cards: order === 'number' ? held : [...held].sort((a, b) => tallyAt(b).dots - tallyAt(a).dots),
  }))
  const names = groups.flatMap(({ group }) => group ?? [])
  const given = givenBy(backings)
  const dots = dotsOf(seminar)
  const left = voter === null ? 0 : dots - (given.get(voter) ?? 0)
  const moveTo = (id: string, group: string | undefined) => {
    const card = record.challenges.get(id)
    if (!card || card.group === group) return
    keep([sayingOf(card, { group })])
    setSaid(words.moved(card.text, group ?? words.ungrouped))
  }
  const form = <CardForm record={record} seminar={seminar} keep={keep} />
  const wall = (
    <div className="wall">
      {groups.map(({ group, cards: held }) =>
        group === null && held.length === 0 ? null : (
          <DropZone
            key={group ?? ''}
            label={group ?? words.ungrouped}
            onDropCard={(id) => moveTo(id, group ?? undefined)}
          >
            {group === null ? (
              <h3>{words.ungrouped}</h3>
            ) : (
              <GroupName
                key={group}
                group={group}
                onRename={(name) => keep(held.map((card) => sayingOf(card, { group: name })))}
              />
            )}
            <ul>
              {held.map((card) => (
                <Card
                  key={card.id}
                  record={record}
                  seminar={seminar}
                  keep={keep}
                  card={card}
                  groups={names}
                  backings={backings.get(card.id) ?? []}
                  voter={isVoting ? voter : null}
                  canGive={left > 0}
                />
              ))}
            </ul>
          </DropZone>
        ),
      )}
      <DropZone
        label={words.newGroup}
        onDropCard={(id) => {
          const free = [...cards.keys()].map((n) => words.groupNumber(n + 1)).find((name) => !names.includes(name))
          moveTo(id, free ?? words.newGroup)
        }}
        isNew
      >
        <h3>{words.newGroup}</h3>
        <p className="note">{words.newGroupHint}</p>
      </DropZone>
    </div>
  )
  return (
    <div className="wall-part">
      <div className="wall-head">
        <h2 id="wall-heading">{words.heading}</h2>
        <div className="wall-tools no-print">
          <Choice
            label={words.order}
            isLabelHidden
            value={order}
            groups={[
              {
                name: '',
                options: [
                  { id: 'number', name: words.byNumber },
                  { id: 'votes', name: words.byVotes },
                ],
              },
            ]}
            onChange={(id) => setOrder(id === 'votes' ? 'votes' : 'number')}
          />
          <ToggleButton className="button" isSelected={isVoting} onChange={setVoting}>
            {words.vote}
          </ToggleButton>
          {cards.length > 0 && (
            <Projection title={words.heading} of={seminar.name}>
              {wall}
              {form}
            </Projection>
          )}
          <Button className="button" onPress={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      {form}
      {isVoting && (
        <VotePanel
          record={record}
          seminar={seminar}
          keep={keep}
          voter={voter}
          onVoter={setVoter}
          given={voter === null ? 0 : (given.get(voter) ?? 0)}
        />
      )}
      <VoteCounts record={record} given={given} dots={dots} cards={cards.length} />
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {cards.length === 0 && <p className="note">{words.none}</p>}
      {cards.length > 0 && wall}
    </div>
  )
}

function DropZone({ label, isNew, onDropCard, children }: DropZoneProps) {
  const [isOver, setOver] = useState(false)
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(cardType)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds fields; this holds cards.
    <div
      role="group"
      aria-label={label}
      className={`wall-group${isNew ? ' wall-group-new no-print' : ''}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!accepts(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        const id = event.dataTransfer.getData(cardType)
        if (id === '') return
        event.preventDefault()
        onDropCard(id)
      }}
    >
      {children}
    </div>
  )
}

interface DropZoneProps {
  readonly label: string
  readonly isNew?: boolean
  readonly onDropCard: (id: string) => void
  readonly children: React.ReactNode
}

function GroupName({ group, onRename }: { group: string; onRename: (name: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState(group)
  const rename = () => {
    const name = plainLine(typed).trim()
    if (name !== '' && name !== group) onRename(name)
    else setTyped(group)
  }
  return (
    <>
      <h3 className="wall-group-printed">{group}</h3>
      <input
        className="wall-group-name no-print"
        aria-label={t.workshop.wall.renameGroup(group)}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </>
  )
}

function CardForm({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.workshop.wall
  const id = useId()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<Challenge['kind']>('challenge')
  const plain = plainLine(text).trim()
  return (
    <form
      className="wall-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (plain === '') return
        keep([puttingUp(record, seminar.id, { text: plain, kind })])
        setText('')
      }}
    >
      <div className="form-field wall-text">
        <label htmlFor={id}>{words.add}</label>
        <input
          id={id}
          className="form-input"
          autoComplete="off"
          value={text}
          onChange={({ target }) => setText(target.value)}
          aria-describedby={`${id}-hint`}
        />
      </div>
      <ToggleButtonGroup
        className="segments"
        aria-label={words.kind}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => setKind(challengeKinds.find((each) => each === [...keys][0]) ?? 'challenge')}
      >
        {challengeKinds.map((each) => (
          <ToggleButton key={each} id={each} className="segment">
            {words.kinds[each]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <button type="submit" className="button primary" disabled={plain === ''}>
        {words.put}
      </button>
      <p id={`${id}-hint`} className="note">
        {words.lead}
      </p>
    </form>
  )
}
