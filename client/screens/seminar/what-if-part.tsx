import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { Button, Form, Input, Label, TextField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Change } from '#domain/change.ts'
import { plainLine } from '#domain/plain-text.ts'
import { type Supposed, scenariosOf } from '#domain/scenario.ts'
import type { Supposition } from '#domain/territory.ts'
import type { ScenarioWire } from '#wire/seminar.ts'
import { scenarioQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { Region } from '../../page/failure.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { nameOf, type PartProps } from './part.ts'
import { Projection } from './projection.tsx'
import { WhatIfMaps } from './what-if-maps.tsx'
import './what-if.css'

const nothing: Supposed = { leaving: [], weakened: [], added: [] }

/** « Et si… »: scenarios by name, what each supposes, what it makes of the network, and the map of then beside that of today. */
export function WhatIfPart({ record, keep }: Pick<PartProps, 'record' | 'keep'>) {
  const t = useText()
  const words = t.whatIf
  const scenarios = scenariosOf(record)
  const names = [...scenarios.keys()]
  const [chosen, setChosen] = useState<string | null>(null)
  // One that supposes nothing yet is kept by nobody else.
  const name = chosen ?? names[0] ?? null
  const supposed = scenarios.get(name ?? '') ?? nothing
  const isEmpty = supposed.leaving.length + supposed.weakened.length + supposed.added.length === 0
  const { data, error } = useQuery({ ...scenarioQuery(record.id, supposed), enabled: !isEmpty })
  const effect = (found: ScenarioWire) => (
    <>
      <Told record={record} supposed={supposed} effect={found} />
      <Region name="map" about={name ?? ''}>
        <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
          <WhatIfMaps record={record} supposed={supposed} effect={found} />
        </Suspense>
      </Region>
    </>
  )
  return (
    <div className="what-if">
      <section className="what-if-choice" aria-labelledby="what-if-heading">
        <h2 id="what-if-heading">{words.heading}</h2>
        <p className="note">{words.lead}</p>
        {record.actors.size === 0 && <p>{words.noActor}</p>}
        <Choosing names={names} name={name} onChoose={setChosen} />
        {name !== null && (
          <Supposing record={record} name={name} supposed={supposed} keep={keep} onRemoved={() => setChosen(null)} />
        )}
      </section>
      {error && <p className="problem">{problemSentence(t, error)}</p>}
      {name !== null && !isEmpty && data && (
        <section className="what-if-effect" aria-labelledby="what-if-name">
          <header className="what-if-head">
            <h2 id="what-if-name">{words.title(name)}</h2>
            <div className="row what-if-tools">
              <Projection title={words.title(name)} of={record.name}>
                <div className="what-if-projected">{effect(data)}</div>
              </Projection>
              <Button className="button" onPress={() => window.print()}>
                {t.seminar.tables.print}
              </Button>
            </div>
          </header>
          {effect(data)}
        </section>
      )}
    </div>
  )
}

interface ChoosingProps {
  readonly names: readonly string[]
  readonly name: string | null
  readonly onChoose: (name: string) => void
}

function Choosing({ names, name, onChoose }: ChoosingProps) {
  const words = useText().whatIf
  const [typed, setTyped] = useState('')
  const plain = plainLine(typed).trim()
  const all = name === null || names.includes(name) ? names : [...names, name]
  return (
    <>
      {all.length > 0 && (
        <ToggleButtonGroup
          className="segments"
          aria-label={words.choose}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={name === null ? [] : [name]}
          onSelectionChange={(keys) => onChoose(String([...keys][0] ?? ''))}
        >
          {all.map((one) => (
            <ToggleButton key={one} id={one} className="segment">
              {one}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Form
        className="what-if-row"
        onSubmit={(event) => {
          event.preventDefault()
          if (plain === '') return
          onChoose(plain)
          setTyped('')
        }}
      >
        <TextField className="field" value={typed} onChange={setTyped} maxLength={120}>
          <Label>{words.named}</Label>
          <Input placeholder={words.example} />
        </TextField>
        <Button className="button" type="submit" isDisabled={plain === ''}>
          {words.create}
        </Button>
      </Form>
    </>
  )
}

interface SupposingProps extends Pick<PartProps, 'record' | 'keep'> {
  readonly name: string
  readonly supposed: Supposed
  readonly onRemoved: () => void
}

/** What the scenario supposes, a chip each, and three ways to suppose more. */
function Supposing({ record, name, supposed, keep, onRemoved }: SupposingProps) {
  const t = useText()
  const words = t.whatIf
  const own = [...record.suppositions.values()].filter(({ scenario }) => scenario === name)
  const actors = [...record.actors.values()]
    .map((actor) => ({ id: actor.id, name: actor.name }))
    .sort((a, b) => a.name.localeCompare(b.name, t.locale))
  const tied = Map.groupBy(
    [...record.ties.values()].flatMap(({ from, to }) => [
      { of: from, with: to },
      { of: to, with: from },
    ]),
    (tie) => tie.of,
  )
  const suppose = (kind: Supposition['kind'], one: string, two: string) => {
    const [actor, other] = one < two ? [one, two] : [two, one]
    keep([{ put: 'supposition', value: { scenario: name, actor, other, kind } }])
  }
  const removal = ({ scenario, actor, other }: Supposition): Change => ({
    remove: 'supposition',
    identity: { scenario, actor, other },
  })
  return (
    <>
      <ul className="chips">
        {own.map((one) => {
          const said = words.supposed[one.kind](nameOf(record, one.actor), nameOf(record, one.other))
          return (
            <li key={`${one.actor} ${one.other}`} className="chip">
              <span className="chip-name">{said}</span>
              <Button className="chip-remove" aria-label={words.remove(said)} onPress={() => keep([removal(one)])}>
                ×
              </Button>
            </li>
          )
        })}
        {own.length === 0 && <li className="note">{words.nothing}</li>}
      </ul>
      {/* Emptied once somebody is chosen, for the next. */}
      <div key={own.length} className="what-if-adding">
        <ActorChoice
          label={words.leaving}
          actors={actors.filter(({ id }) => !supposed.leaving.includes(id))}
          value={null}
          onChange={(actor) => actor !== null && suppose('leaving', actor, actor)}
        />
        <TieChoice
          label={words.weakened}
          actors={actors.filter(({ id }) => tied.has(id))}
          othersOf={(actor) => {
            const partners = new Set(tied.get(actor)?.map((tie) => tie.with))
            return actors.filter(({ id }) => id !== actor && partners.has(id))
          }}
          onChoose={(one, two) => suppose('weakened', one, two)}
        />
        <TieChoice
          label={words.added}
          actors={actors}
          othersOf={(actor) => actors.filter(({ id }) => id !== actor)}
          onChoose={(one, two) => suppose('added', one, two)}
        />
      </div>
      {own.length > 0 && (
        <Button
          className="link-button"
          onPress={() => {
            keep(own.map(removal))
            onRemoved()
          }}
        >
          {words.removeAll(name)}
        </Button>
      )}
    </>
  )
}

interface TieChoiceProps {
  readonly label: string
  readonly actors: readonly { readonly id: string; readonly name: string }[]
  readonly othersOf: (actor: string) => readonly { readonly id: string; readonly name: string }[]
  readonly onChoose: (one: string, two: string) => void
}

function TieChoice({ label, actors, othersOf, onChoose }: TieChoiceProps) {
  const words = useText().whatIf
  const [first, setFirst] = useState<string | null>(null)
  return (
    <fieldset className="what-if-tie">
      <legend className="section-title">{label}</legend>
      <ActorChoice label={words.between} actors={actors} value={first} onChange={setFirst} />
      {first !== null && (
        <ActorChoice
          key={first}
          label={words.and}
          actors={othersOf(first)}
          value={null}
          onChange={(other) => other !== null && onChoose(first, other)}
        />
      )}
    </fieldset>
  )
}

interface ToldProps {
  readonly record: TerritoryRecord
  readonly supposed: Supposed
  readonly effect: ScenarioWire
}

const mostTold = 5

/** In sentences: who is cut off, who becomes indispensable, what would have absorbed it. */
function Told({ record, effect }: ToldProps) {
  const t = useText()
  const words = t.seminar.words.scenario
  const { efficiency, cutOff, indispensable, absorbing, idle, basis } = effect
  const left = indispensable.length - mostTold
  return (
    <div className="what-if-told">
      {(['weakened', 'added'] as const).flatMap((kind) =>
        idle[kind].map(([a, b]) => (
          <p key={`${kind} ${a} ${b}`} className="note">
            {words.idle(kind, [nameOf(record, a), nameOf(record, b)])}
          </p>
        )),
      )}
      <p>{words.efficiency(efficiency)}</p>
      <p>{words.cutOff(cutOff.map((id) => nameOf(record, id)))}</p>
      {indispensable.length === 0 ? (
        <p>{words.noneIndispensable}</p>
      ) : (
        <ul>
          {indispensable.slice(0, mostTold).map(({ actor, ...counts }) => (
            <li key={actor}>{words.indispensable({ name: nameOf(record, actor), ...counts })}</li>
          ))}
          {left > 0 && <li className="note">{t.whatIf.others(left)}</li>}
        </ul>
      )}
      {absorbing.length > 0 && (
        <>
          <h3>{t.whatIf.absorbing}</h3>
          <ul>
            {absorbing.map(({ between: [a, b], broughtBack }) => (
              <li key={`${a} ${b}`}>
                {words.absorbing({ between: [nameOf(record, a), nameOf(record, b)], broughtBack })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note">{t.whatIf.caution(t.seminar.words.bases[basis ?? 'none'])}</p>
    </div>
  )
}
