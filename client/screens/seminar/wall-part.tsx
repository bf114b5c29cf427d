import { type DragEvent, useId, useMemo, useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Modal,
  ModalOverlay,
  ToggleButton,
  ToggleButtonGroup,
} from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Backing, Challenge } from '#domain/territory.ts'
import { challengeKinds } from '#domain/vocabulary.ts'
import { freshId } from '../../edit/draft.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { removing } from '../../edit/removal.ts'
import { Choice } from '../../form/choice.tsx'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { PlaceLink } from '../../view/navigation.tsx'
import { describing } from './facts.ts'
import { nameOf, type PartProps } from './part.ts'
import {
  backing,
  backingsOf,
  becomingProject,
  cardsOf,
  dotsOf,
  givenBy,
  groupsOf,
  puttingUp,
  sayingOf,
  tallyOf,
} from './wall.ts'
import './workshop.css'

/** Cards of challenges and assets: typed, grouped, voted for, carried, and made into projects. */
export function WallPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.workshop.wall
  const [voter, setVoter] = useState<string | null>(null)
  const [isVoting, setVoting] = useState(false)
  const [isProjected, setProjected] = useState(false)
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
  const total = [...given.values()].reduce((sum, each) => sum + each, 0)
  const left = voter === null ? 0 : dots - (given.get(voter) ?? 0)
  const moveTo = (id: string, group: string | undefined) => {
    const card = record.challenges.get(id)
    if (!card || card.group === group) return
    keep([sayingOf(card, { group })])
    setSaid(words.moved(card.text, group ?? words.ungrouped))
  }
  return (
    <div className="wall-part" data-projected={isProjected || undefined}>
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
          <ToggleButton className="button" isSelected={isProjected} onChange={setProjected}>
            {isProjected ? words.unprojected : words.projected}
          </ToggleButton>
          <Button className="button" onPress={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </div>
      {!isProjected && <CardForm record={record} seminar={seminar} keep={keep} />}
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
      <div className="wall-counts">
        <p className="note">
          {total === 0 ? words.unvoted : `${words.counted(total, given.size, cards.length)}. ${words.absent}`}
        </p>
        {[...given].map(
          ([actor, n]) =>
            n > dots && (
              <p key={actor} className="problem">
                {words.exceeding(nameOf(record, actor), n, dots)}
              </p>
            ),
        )}
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {cards.length === 0 && <p className="note">{words.none}</p>}
      {cards.length > 0 && (
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
      )}
    </div>
  )
}

/** Under this type a card is dragged, so that nothing else is taken for one. */
const cardType = 'application/x-maillage-card'

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

function VotePanel({ record, seminar, keep, voter, onVoter, given }: VoteProps) {
  const t = useText()
  const words = t.workshop.wall
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const dots = dotsOf(seminar)
  const numbers = Array.from({ length: 12 }, (_, i) => ({ id: String(i + 1), name: String(i + 1) }))
  return (
    <div className="wall-vote no-print">
      <NameChoice
        label={words.voter}
        entries={entries}
        value={voter}
        onChange={onVoter}
        hint={words.voterHint}
        none={t.workshop.emblems.noActor}
      />
      <Choice
        label={words.quota}
        value={String(dots)}
        groups={[{ name: '', options: numbers }]}
        onChange={(n) => keep([describing(seminar, { dots: Number(n) })])}
      />
      <p role="status" className="wall-left">
        {voter === null ? '' : words.left(nameOf(record, voter), dots - given, dots)}
      </p>
    </div>
  )
}

interface VoteProps extends PartProps {
  readonly voter: string | null
  readonly onVoter: (actor: string | null) => void
  readonly given: number
}

function Card({ record, seminar, keep, card, groups, backings, voter, canGive }: CardProps) {
  const t = useText()
  const words = t.workshop.wall
  const { dots, voters } = tallyOf(backings)
  const carriers = backings.filter(({ carries }) => carries).map(({ actor }) => actor)
  const own = backings.find(({ actor }) => actor === voter)?.dots ?? 0
  const project = card.project === undefined ? undefined : record.spaces.get(card.project)
  const give = (n: number) => voter !== null && keep(backing(record, card.id, voter, { dots: own + n }))
  return (
    <li
      className="card"
      data-kind={card.kind}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(cardType, card.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
    >
      <p className="card-kind">
        {words.kinds[card.kind]}
        {card.number !== undefined && <span className="card-number">{t.number(card.number)}</span>}
      </p>
      {card.seminar !== seminar.id && (
        <p className="note">{words.raisedAt(record.seminars.get(card.seminar)?.name ?? card.seminar)}</p>
      )}
      <DialogTrigger>
        <Button className="card-text" aria-label={words.open(card.text)}>
          {card.text}
        </Button>
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="modal">
            <Dialog aria-label={words.card(card.number, card.text)}>
              {({ close }) => (
                <CardDetails
                  record={record}
                  seminar={seminar}
                  keep={keep}
                  card={card}
                  groups={groups}
                  carriers={carriers}
                  close={close}
                />
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
      {(dots > 0 || voter !== null) && (
        <div className="card-votes">
          <span className="card-dots" aria-hidden="true">
            {'●'.repeat(Math.min(dots, 20))}
          </span>
          <span>{dots > 0 ? words.dotsBy(dots, voters) : words.dots(0)}</span>
          {voter !== null && (
            <span className="card-ballot no-print">
              <Button
                className="button"
                aria-label={words.take(card.text)}
                isDisabled={own === 0}
                onPress={() => give(-1)}
              >
                −
              </Button>
              <strong>{t.number(own)}</strong>
              <Button
                className="button"
                aria-label={words.give(card.text)}
                isDisabled={!canGive}
                onPress={() => give(1)}
              >
                +
              </Button>
            </span>
          )}
        </div>
      )}
      {carriers.length > 0 && <p className="note">{words.carriedBy(carriers.map((actor) => nameOf(record, actor)))}</p>}
      {project && (
        <p className="card-project">
          {words.projectOf(project.name)}{' '}
          <PlaceLink change={{ step: 'programme', seminar: seminar.id }}>{words.seeProject}</PlaceLink>
        </p>
      )}
    </li>
  )
}

interface CardProps extends PartProps {
  readonly card: Challenge
  readonly groups: readonly string[]
  readonly backings: readonly Backing[]
  readonly voter: string | null
  readonly canGive: boolean
}

function CardDetails({ record, seminar, keep, card, groups, carriers, close }: DetailsProps) {
  const t = useText()
  const words = t.workshop.wall
  const id = useId()
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const [text, setText] = useState(card.text)
  const [group, setGroup] = useState(card.group ?? '')
  const [isProject, setProject] = useState(false)
  const keepTyped = () => {
    const said = { text: plainLine(text).trim(), group: plainLine(group).trim() }
    const fields = {
      text: said.text === '' ? card.text : said.text,
      group: said.group === '' ? undefined : said.group,
    }
    if (fields.text !== card.text || fields.group !== card.group) keep([sayingOf(card, fields)])
  }
  if (isProject)
    return <ProjectForm record={record} seminar={seminar} keep={keep} card={card} carriers={carriers} close={close} />
  return (
    <form
      className="seminar-form"
      onSubmit={(event) => {
        event.preventDefault()
        keepTyped()
        close()
      }}
    >
      <h2>{words.card(card.number, card.text)}</h2>
      <div className="form-field">
        <label htmlFor={`${id}-text`}>{words.text}</label>
        <input
          id={`${id}-text`}
          className="form-input"
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoComplete="off"
        />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-group`}>{words.group}</label>
        <input
          id={`${id}-group`}
          className="form-input"
          list={`${id}-groups`}
          value={group}
          onChange={({ target }) => setGroup(target.value)}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
        />
        <datalist id={`${id}-groups`}>
          {groups.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p id={`${id}-hint`} className="form-hint">
          {words.groupHint}
        </p>
      </div>
      <section>
        <h3>{words.carriers}</h3>
        {carriers.length === 0 && <p className="note">{words.noCarriers}</p>}
        <ul className="chips">
          {carriers.map((actor) => (
            <li key={actor} className="chip">
              <span className="chip-name chip-said">{nameOf(record, actor)}</span>
              <Button
                className="chip-remove"
                aria-label={words.removeCarrier(nameOf(record, actor))}
                onPress={() => keep(backing(record, card.id, actor, { carries: false }))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
        {/* Emptied once somebody is chosen, for the next. */}
        <NameChoice
          key={carriers.length}
          label={words.addCarrier}
          entries={entries}
          value={null}
          onChange={(actor) => actor !== null && keep(backing(record, card.id, actor, { carries: true }))}
          none={t.workshop.emblems.noActor}
        />
      </section>
      <div className="row">
        <Button
          className="button danger"
          onPress={() => {
            close()
            keep(removing(record, 'challenge', [{ id: card.id }]).changes)
          }}
        >
          {words.removeCard}
        </Button>
        {card.project === undefined && card.kind === 'challenge' && (
          <Button
            className="button"
            onPress={() => {
              keepTyped()
              setProject(true)
            }}
          >
            {words.project}
          </Button>
        )}
        <button type="submit" className="button primary">
          {words.done}
        </button>
      </div>
    </form>
  )
}

interface DetailsProps extends PartProps {
  readonly card: Challenge
  readonly groups: readonly string[]
  readonly carriers: readonly string[]
  readonly close: () => void
}

function ProjectForm({ record, seminar, keep, card, carriers, close }: Omit<DetailsProps, 'groups'>) {
  const t = useText()
  const words = t.workshop.wall
  const id = useId()
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const [latest] = record.latestFirst
  const [name, setName] = useState(card.text)
  const [axis, setAxis] = useState('none')
  const [pilot, setPilot] = useState<string | null>(carriers[0] ?? null)
  const [wave, setWave] = useState(latest?.id ?? null)
  const plain = plainLine(name).trim()
  const axes = [...record.spaces.values()].filter(({ kind }) => kind === 'programme_axis')
  if (wave === null) return <p>{words.noWave}</p>
  return (
    <form
      className="seminar-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (plain === '') return
        keep(
          becomingProject(card, carriers, {
            id: freshId(record, 'space', plain),
            name: plain,
            axis: axis === 'none' ? null : axis,
            pilot,
            wave,
            source: words.source(seminar.name, card.number, card.text),
          }),
        )
        close()
      }}
    >
      <h2>{words.project}</h2>
      <p className="note">{words.projectLead}</p>
      <div className="form-field">
        <label htmlFor={id}>{words.projectName}</label>
        <input
          id={id}
          className="form-input"
          value={name}
          onChange={({ target }) => setName(target.value)}
          autoComplete="off"
        />
      </div>
      <Choice
        label={words.axis}
        value={axis}
        groups={[{ name: '', options: [{ id: 'none', name: words.noAxis }, ...axes] }]}
        onChange={setAxis}
      />
      <NameChoice
        label={words.pilot}
        entries={entries}
        value={pilot}
        onChange={setPilot}
        hint={words.pilotHint}
        none={t.workshop.emblems.noActor}
      />
      {record.latestFirst.length > 1 && (
        <Choice
          label={words.wave}
          value={wave}
          groups={[{ name: '', options: record.latestFirst.map(({ id: each, label }) => ({ id: each, name: label })) }]}
          onChange={setWave}
        />
      )}
      <p className="note">
        {words.members(carriers.filter((actor) => actor !== pilot).map((actor) => nameOf(record, actor)))}
      </p>
      <div className="row">
        <Button className="button" onPress={close}>
          {t.page.cancel}
        </Button>
        <button type="submit" className="button primary" disabled={plain === ''}>
          {words.create}
        </button>
      </div>
    </form>
  )
}
