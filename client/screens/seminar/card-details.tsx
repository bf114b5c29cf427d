import { useId, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Challenge } from '#domain/territory.ts'
import { freshId } from '../../edit/draft.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { removing } from '../../edit/removal.ts'
import { Choice } from '../../form/choice.tsx'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { nameOf, type PartProps } from './part.ts'
import { backing } from './votes.ts'
import { becomingProject, sayingOf } from './wall.ts'

/** What a card says, its group and who carries it, and the project it becomes. */
export function CardDetails({ record, seminar, keep, card, groups, carriers, close }: DetailsProps) {
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
