import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Invitation, Pairing } from '#domain/territory.ts'
import { objectives } from '#domain/vocabulary.ts'
import { categoriesOf } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import type { MovesWire, TablesWire } from '#wire/seminar.ts'
import { askPlan, askReplan } from '../../data/api.ts'
import { comparedPlanQuery, movesQuery, tablesQuery } from '../../data/queries.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { Glyph } from '../../view/glyph.tsx'
import { useDrag } from './drag.ts'
import { Elsewhere } from './elsewhere.tsx'
import { describing, guestsOf, idOfGuest, saying, seating } from './facts.ts'
import { Pairings } from './pairings.tsx'
import { nameOf, type PartProps, personOf, tableName } from './part.ts'
import { Prints } from './prints.tsx'

/** The plan of tables: what it is asked for, who sits where, what it is worth, and the day itself. */
export function TablesPart(props: PartProps) {
  const { record, seminar, keep } = props
  const t = useText()
  const words = t.seminar.tables
  const guests = guestsOf(record, seminar.id)
  const expected = guests.filter(({ status }) => status !== 'excused')
  const { data, error } = useQuery(tablesQuery(record.id, seminar.id))
  const [said, setSaid] = useState<string | null>(null)
  const client = useQueryClient()
  const rules = [...record.pairings.values()].filter((pairing) => pairing.seminar === seminar.id)
  const plan = useMutation({
    mutationFn: (seed: string) => askPlan(record.id, seminar.id, seed),
    onSuccess(made) {
      client.setQueryData(comparedPlanQuery(record.id, seminar.id, made, rules).queryKey, made)
      setSaid(null)
      keep([describing(seminar, { seed: made.seed }), ...seating(guests, made.routes)])
    },
  })
  const day = useMutation({
    mutationFn: () => askReplan(record.id, seminar.id),
    onSuccess(made) {
      const before = new Set(expected.filter(({ route }) => route?.some((table) => table > 0)).map(idOfGuest))
      const seated = made.routes.filter(
        ({ person, tables }) => !before.has(person) && tables.some((one) => one !== null),
      )
      setSaid(
        [
          words.replanned(seated.length, made.moved.length),
          ...(made.withoutHost.length > 0
            ? [
                words.withoutHost([
                  ...new Set(made.withoutHost.map(({ table }) => tableName(t, seminar, Number(table)))),
                ]),
              ]
            : []),
        ].join(' '),
      )
      keep(seating(guests, made.routes))
    },
  })
  const isPlanned = expected.some(({ route }) => route?.some((table) => table > 0))
  const tables = seminar.tables?.length ?? 0
  const seedAfter = (seed: string | undefined) => String(1 + (Number(seed) || 0))
  return (
    <div className="tables-part">
      <section className="tables-asked" aria-label={t.seminar.parts.tables}>
        <Count
          label={words.tables}
          value={tables}
          most={60}
          onChange={(count) =>
            keep([
              describing(seminar, {
                tables: Array.from({ length: count }, (_, i) => seminar.tables?.[i] ?? String(i + 1)),
              }),
            ])
          }
        />
        <Count
          label={words.rounds}
          value={seminar.rounds ?? data?.rounds ?? 1}
          most={12}
          onChange={(rounds) => keep([describing(seminar, { rounds })])}
        />
        <Choice
          label={words.objective}
          value={seminar.objective ?? data?.objective ?? 'mix'}
          groups={[{ name: '', options: objectives.map((id) => ({ id, name: words.objectives[id] })) }]}
          onChange={(id) => keep([describing(seminar, { objective: objectives.find((one) => one === id) })])}
        />
        <Button
          className="button primary"
          isDisabled={expected.length < 2 || tables < 1}
          isPending={plan.isPending}
          onPress={() => plan.mutate(isPlanned ? seedAfter(seminar.seed) : (seminar.seed ?? '1'))}
        >
          {plan.isPending ? words.generating : isPlanned ? words.again : words.generate}
        </Button>
        <p className="note">
          {expected.length === 0
            ? words.nobody
            : words.people(expected.length, expected.filter(({ role }) => role === 'host').length)}
          {expected.length > 0 && tables === 0 && ` ${words.howMany}`}
        </p>
        {tables > 0 && (
          <details>
            <summary>{words.names}</summary>
            <ol className="table-names">
              {seminar.tables?.map((name, index) => (
                <li key={words.tableName(index + 1)}>
                  <input
                    aria-label={words.tableName(index + 1)}
                    defaultValue={name}
                    onBlur={(event) => {
                      const said = event.target.value.trim()
                      if (said !== '' && said !== name) {
                        keep([describing(seminar, { tables: seminar.tables?.with(index, said) })])
                      }
                    }}
                  />
                </li>
              ))}
            </ol>
          </details>
        )}
      </section>
      {[error, plan.error, day.error].map(
        (one) =>
          one && (
            <p key={String(one)} className="problem">
              {problemSentence(t, one)}
            </p>
          ),
      )}
      <Pairings {...props} guests={expected} />
      {data && tables > 0 && data.obstacles.length > 0 && (
        <ul className="obstacles">
          {data.obstacles.map((obstacle) => (
            <li key={JSON.stringify(obstacle)}>
              {t.seminar.words.obstacle(
                'people' in obstacle && Array.isArray(obstacle.people)
                  ? ({ ...obstacle, people: obstacle.people.map((id) => personIn(record, guests, id)) } as never)
                  : (obstacle as never),
              )}
            </li>
          ))}
        </ul>
      )}
      {data && data.tableless.length > 0 && (
        <p className="problem">{words.tableless(data.tableless.map((id) => personIn(record, guests, id)))}</p>
      )}
      {!isPlanned && <p>{words.noPlan}</p>}
      {isPlanned && (
        <>
          <div className="day">
            <h2>{words.day}</h2>
            <p className="note">{words.dayNote}</p>
            <div className="row">
              <Count
                label={words.held}
                value={seminar.held ?? 0}
                least={0}
                most={seminar.rounds ?? 1}
                onChange={(held) => keep([describing(seminar, { held })])}
              />
              <Button className="button" isPending={day.isPending} onPress={() => day.mutate()}>
                {words.replan}
              </Button>
              <span className="note">{words.replanNote}</span>
            </div>
            <p role="status">{said}</p>
          </div>
          <Rounds {...props} guests={expected} rounds={data?.rounds ?? seminar.rounds ?? 1} hosts={hostsIn(data)} />
          {data && (
            <Worth
              record={record}
              seminar={seminar.id}
              tables={data}
              rules={rules}
              name={(id) => personIn(record, guests, id)}
            />
          )}
          <Prints
            record={record}
            seminar={seminar}
            guests={expected}
            rounds={data?.rounds ?? 1}
            hosts={hostsIn(data)}
          />
        </>
      )}
    </div>
  )
}

function hostsIn(data: TablesWire | undefined): ReadonlySet<string> {
  return new Set(data?.tables.flatMap(({ host }) => host ?? []))
}

function personIn(record: PartProps['record'], guests: readonly Invitation[], id: string): string {
  const guest = guests.find((one) => idOfGuest(one) === id)
  return guest ? personOf(record, guest) : id
}

function Count({ label, value, least = 1, most, onChange }: CountProps) {
  return (
    <label className="field count">
      <span className="section-title">{label}</span>
      <input
        type="number"
        min={least}
        max={most}
        value={value}
        onChange={(event) => {
          const wanted = event.target.valueAsNumber
          if (wanted >= least && wanted <= most) onChange(wanted)
        }}
      />
    </label>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly least?: number
  readonly most: number
  readonly onChange: (value: number) => void
}

/** Somewhere a person may be put: a table, or the place of somebody there. */
interface Seat {
  readonly table: number
  readonly other: Invitation | null
}

/** One round at a time: tables side by side, whose people are picked up by key, mouse, pen or finger and put elsewhere. */
function Rounds({ record, seminar, keep, guests, rounds, hosts }: RoundsProps) {
  const t = useText()
  const words = t.seminar.tables
  const [round, setRound] = useState(1)
  const [taken, setTaken] = useState<string | null>(null)
  const shown = Math.min(round, rounds)
  const moved = guests.find((guest) => idOfGuest(guest) === taken)
  const isSeated = (moved?.route?.[shown - 1] ?? 0) > 0
  const { data } = useQuery({
    ...movesQuery(record.id, seminar.id, taken ?? '', shown - 1),
    enabled: moved !== undefined && isSeated,
  })
  const categories = categoriesOf(record, 'sphere')
  const at = (table: number) => guests.filter(({ route }) => (route?.[shown - 1] ?? 0) === table)
  const put = (person: Invitation, table: number, other?: Invitation) => {
    const route = (guest: Invitation, to: number) =>
      saying(guest, {
        route: Array.from({ length: rounds }, (_, r) => (r === shown - 1 ? to : (guest.route?.[r] ?? 0))),
      })
    keep([route(person, table), ...(other ? [route(other, person.route?.[shown - 1] ?? 0)] : [])])
    setTaken(null)
  }
  const costOf = (table: number, other: string | null) =>
    data?.moves.find((move) => move.table === String(table) && move.exchangedWith === other)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTaken(null)
  }
  const { dragged, begin, target } = useDrag<Invitation, Seat>({
    onTake: (guest) => setTaken(idOfGuest(guest)),
    onDrop: (guest, { table, other }) => {
      const isSame = other ? other === guest : (guest.route?.[shown - 1] ?? 0) === table
      if (isSame) setTaken(null)
      else put(guest, table, other ?? undefined)
    },
    onLeave: () => setTaken(null),
  })
  const waiting = at(0)
  /** Where what is in the hand would go, and what that costs. */
  const heldOver = ({ table, other }: Seat) => {
    const isOwn = other ? idOfGuest(other) === taken : (moved?.route?.[shown - 1] ?? 0) === table
    if (isOwn) return words.stays
    const move = costOf(table, other && idOfGuest(other))
    return [
      other ? words.exchange(personOf(record, other)) : words.moveTo(String(table)),
      ...(move ? [words.cost(move)] : []),
    ].join(words.colon)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves a move, wherever the focus is within
    <div className="rounds" onKeyDown={onKeyDown}>
      <ToggleButtonGroup
        className="segments"
        aria-label={words.rounds}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[String(shown)]}
        onSelectionChange={(keys) => {
          setRound(Number([...keys][0] ?? 1))
          setTaken(null)
        }}
      >
        {Array.from({ length: rounds }, (_, r) => (
          <ToggleButton key={words.round(r + 1)} id={String(r + 1)} className="segment">
            {words.round(r + 1)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="moving" role="status">
        {moved && (
          <>
            <p>
              <strong>{words.moving(personOf(record, moved), shown)}</strong> {words.movingHint}
            </p>
            {data && !dragged && <Best moves={data} name={(id) => personIn(record, guests, id)} />}
          </>
        )}
      </div>
      <ol className="tables-grid">
        {(seminar.tables ?? []).map((_, index) => {
          const table = index + 1
          const name = tableName(t, seminar, table)
          const move = moved && costOf(table, null)
          return (
            <li
              key={words.tableName(table)}
              ref={target({ table, other: null })}
              className="table-card"
              data-over={(dragged?.over?.table === table && !dragged.over.other) || undefined}
            >
              <h3>
                {name} <span className="chairs-count">{t.number(at(table).length)}</span>
              </h3>
              <ul>
                {at(table).map((guest) => {
                  const id = idOfGuest(guest)
                  const person = personOf(record, guest)
                  const house = shortName(nameOf(record, guest.actor), 80)
                  const called = guest.person ?? shortName(person, 80)
                  const mark = hosts.has(id) ? words.host : ''
                  // Whoever speaks to the page says what it shows.
                  const spoken = [called, guest.person ? house : '', mark].filter(Boolean).join(' ')
                  const isLocked = guest.locked?.includes(shown) ?? false
                  const exchange = moved && id !== taken ? costOf(table, id) : undefined
                  return (
                    <li
                      key={id}
                      ref={target({ table, other: guest })}
                      className="seat"
                      data-taken={id === taken || undefined}
                      data-over={(dragged?.over?.other === guest && id !== taken) || undefined}
                      // Before a button within takes it. A finger that begins anywhere but on the grip scrolls the page.
                      onPointerDownCapture={(event) => event.pointerType === 'mouse' && begin(guest, event)}
                    >
                      <span className="seat-grip" aria-hidden="true" onPointerDown={(event) => begin(guest, event)} />
                      <Button
                        className="seat-name"
                        aria-label={moved && id !== taken ? words.exchange(spoken) : words.select(spoken)}
                        aria-pressed={id === taken}
                        onPress={() => {
                          if (moved && id !== taken) put(moved, table, guest)
                          else setTaken(id === taken ? null : id)
                        }}
                      >
                        <Glyph look={categories.categoryOf(guest.actor).look} size={12} />
                        <span className="seat-person" title={person}>
                          {called}
                          {guest.person && <span className="chip-person"> {house}</span>}
                        </span>
                        {mark && <span className="chip-mark"> {mark}</span>}
                      </Button>
                      {exchange && !dragged ? (
                        <span className="seat-cost">{words.cost(exchange)}</span>
                      ) : (
                        <ToggleButton
                          className="seat-lock"
                          aria-label={isLocked ? words.unlock(person) : words.lock(person)}
                          isSelected={isLocked}
                          onChange={(locked) =>
                            keep([
                              saying(guest, {
                                locked: locked
                                  ? [...(guest.locked ?? []), shown].sort((a, b) => a - b)
                                  : guest.locked?.filter((one) => one !== shown),
                              }),
                            ])
                          }
                        >
                          <Padlock isClosed={isLocked} />
                        </ToggleButton>
                      )}
                    </li>
                  )
                })}
                {at(table).length === 0 && <li className="note">{words.empty}</li>}
              </ul>
              {moved && !dragged && (moved.route?.[shown - 1] ?? 0) !== table && (
                <Button className="button small" onPress={() => put(moved, table)}>
                  {words.moveTo(String(table))}
                  {move && <span className="seat-cost"> {words.cost(move)}</span>}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {waiting.length > 0 && (
        <div className="waiting-people">
          <h3>{words.unseated(waiting.length)}</h3>
          <ul className="chips">
            {waiting.map((guest) => (
              <li
                key={idOfGuest(guest)}
                className="chip"
                onPointerDownCapture={(event) => event.pointerType === 'mouse' && begin(guest, event)}
              >
                <span className="seat-grip" aria-hidden="true" onPointerDown={(event) => begin(guest, event)} />
                <Button
                  className="chip-name"
                  aria-pressed={idOfGuest(guest) === taken}
                  onPress={() => setTaken(idOfGuest(guest) === taken ? null : idOfGuest(guest))}
                >
                  {personOf(record, guest)}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {dragged && (
        <div
          className="in-hand"
          aria-hidden="true"
          style={{ translate: `${Math.min(dragged.x, window.innerWidth - widthInHand)}px ${dragged.y}px` }}
        >
          <p>{personOf(record, dragged.thing)}</p>
          {dragged.over && <p className="seat-cost">{heldOver(dragged.over)}</p>}
        </div>
      )}
    </div>
  )
}

/** Of what follows the pointer, with its margin, in pixels. */
const widthInHand = 310

/** Open or closed, which is told in words beside it. */
function Padlock({ isClosed }: { isClosed: boolean }) {
  return (
    <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true">
      <rect
        x="2"
        y="7"
        width="10"
        height="7.5"
        rx="1.5"
        fill={isClosed ? 'currentColor' : 'none'}
        stroke="currentColor"
      />
      <path
        d={isClosed ? 'M4 7V4.5a3 3 0 0 1 6 0V7' : 'M4 7V4a3 3 0 0 1 5.8-1'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  )
}

interface RoundsProps extends PartProps {
  readonly guests: readonly Invitation[]
  readonly rounds: number
  readonly hosts: ReadonlySet<string>
}

const mostBest = 3

function Best({ moves, name }: { moves: MovesWire; name: (id: string) => string }) {
  const t = useText()
  const words = t.seminar.tables
  const best = moves.moves
    .filter(({ exchangedWith }) => exchangedWith !== null)
    .sort(
      (a, b) =>
        a.broken - b.broken || a.returns - b.returns || b.pairsMet - a.pairsMet || b.acrossSpheres - a.acrossSpheres,
    )
    .slice(0, mostBest)
  return (
    <p className="note">
      {words.best}
      {words.colon}
      {best.map((move) => `${name(move.exchangedWith ?? '')} (${words.cost(move)})`).join(t.seminar.semicolon)}
    </p>
  )
}

function Worth({ record, seminar, tables, rules, name }: WorthProps) {
  const t = useText()
  const { data: compared } = useQuery(comparedPlanQuery(record.id, seminar, tables, rules))
  const words = t.seminar.tables
  const { quality, basis } = tables
  const figures = (['pairsMet', 'repeats', 'acrossSpheres', 'farMet', 'sharingTheme'] as const).filter(
    (figure) =>
      (figure !== 'farMet' || basis !== null) && (figure !== 'acrossSpheres' || quality.acrossSpheresPossible > 0),
  )
  return (
    <section className="worth" aria-labelledby="worth-heading">
      <h2 id="worth-heading">{words.quality}</h2>
      <ul>
        {t.seminar.words
          .quality({ ...quality, far: basis === null ? null : { met: quality.farMet, possible: quality.farPossible } })
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
        {quality.broken.map(({ rule, people }) => (
          <li key={`${rule} ${people.join(' ')}`} className="problem">
            {t.seminar.words.broken(rule, people.map(name))}
          </li>
        ))}
      </ul>
      <Elsewhere record={record} wave={tables.wave} actors={tables.elsewhere} />
      {compared && (
        <table className="comparison">
          <caption>{words.comparison}</caption>
          <thead>
            <tr>
              <th scope="col">{words.figure}</th>
              <th scope="col">{words.plan}</th>
              <th scope="col">{words.random}</th>
              <th scope="col">{words.blind}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={figure}>
                <th scope="row">{words.figures[figure]}</th>
                <td>{t.number(quality[figure])}</td>
                <td>{t.number(compared.random[figure], 1)}</td>
                <td>{t.number(compared.blind[figure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

interface WorthProps {
  readonly record: PartProps['record']
  readonly seminar: string
  readonly tables: TablesWire
  /** Who must and who may not share a table. */
  readonly rules: readonly Pairing[]
  readonly name: (id: string) => string
}
