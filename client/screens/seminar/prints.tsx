import { useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Invitation } from '#domain/territory.ts'
import { useText } from '../../text/language.tsx'
import { idOfGuest } from './facts.ts'
import { nameOf, type PartProps, personOf, tableName } from './part.ts'
import { Projection } from './projection.tsx'

const prints = ['tables', 'people', 'rounds', 'badges', 'screen'] as const

/** The plan as it is hung, handed out, worn and projected. On paper it is all there is of the page. */
export function Prints({ record, seminar, guests, rounds, hosts }: PrintsProps) {
  const t = useText()
  const words = t.seminar.tables
  const [kind, setKind] = useState<(typeof prints)[number]>('tables')
  const all = Array.from({ length: rounds }, (_, r) => r + 1)
  const tables = (seminar.tables ?? []).map((_, index) => index + 1)
  const at = (table: number, round: number) => guests.filter(({ route }) => route?.[round - 1] === table)
  const routeOf = (guest: Invitation) =>
    all.map((round) => (guest.route?.[round - 1] ? String(guest.route[round - 1]) : '–'))
  /** What a sheet is of, once it has left the pile. */
  const of = [record.name, seminar.name, seminar.date && t.seminar.day(seminar.date), seminar.place]
    .filter(Boolean)
    .join(' · ')
  const [asked, setRound] = useState(1)
  const shown = Math.min(asked, rounds)
  const line = (guest: Invitation) =>
    `${personOf(record, guest)}${hosts.has(idOfGuest(guest)) ? ` (${words.host})` : ''}`
  /** Tables side by side in one round. */
  const seating = (round: number, called: (guest: Invitation) => string) => (
    <div className="print-columns">
      {tables.map((table) => (
        <div key={table}>
          <h4>{tableName(t, seminar, table)}</h4>
          <ul>
            {at(table, round).map((guest) => (
              <li key={idOfGuest(guest)}>{called(guest)}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
  return (
    <section className="prints" data-kind={kind} aria-labelledby="prints-heading">
      <div className="prints-choice">
        <h2 id="prints-heading">{words.printLabel}</h2>
        <ToggleButtonGroup
          className="segments"
          aria-label={words.printLabel}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[kind]}
          onSelectionChange={(keys) => setKind(prints.find((one) => one === [...keys][0]) ?? 'tables')}
        >
          {prints.map((one) => (
            <ToggleButton key={one} id={one} className="segment">
              {words.prints[one]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        {kind === 'screen' ? (
          <Projection
            title={seminar.name}
            tools={
              <ToggleButtonGroup
                className="segments"
                aria-label={words.rounds}
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[String(shown)]}
                onSelectionChange={(keys) => setRound(Number([...keys][0] ?? 1))}
              >
                {all.map((round) => (
                  <ToggleButton key={round} id={String(round)} className="segment">
                    {words.round(round)}
                  </ToggleButton>
                ))}
              </ToggleButtonGroup>
            }
          >
            <h3 className="visually-hidden">{words.round(shown)}</h3>
            {seating(shown, (guest) => guest.person ?? personOf(record, guest))}
          </Projection>
        ) : (
          <Button className="button" onPress={() => window.print()}>
            {words.print}
          </Button>
        )}
      </div>
      <div className="sheets">
        {kind === 'tables' &&
          tables.map((table) => (
            <article key={table} className="print-sheet">
              <p className="sheet-of">{of}</p>
              <h3>{tableName(t, seminar, table)}</h3>
              {all.map((round) => (
                <div key={round}>
                  <h4>{words.round(round)}</h4>
                  <ul>
                    {at(table, round).map((guest) => (
                      <li key={idOfGuest(guest)}>{line(guest)}</li>
                    ))}
                  </ul>
                </div>
              ))}
            </article>
          ))}
        {kind === 'rounds' &&
          all.map((round) => (
            <article key={round} className="print-sheet wide">
              <p className="sheet-of">{of}</p>
              <h3>{words.round(round)}</h3>
              {seating(round, line)}
            </article>
          ))}
        {kind === 'people' && (
          <table className="comparison people-routes">
            <thead>
              <tr>
                {/* A caption would be on the first page alone. */}
                <th scope="col">
                  <span className="sheet-of">{of}</span>
                  {words.person}
                </th>
                {all.map((round) => (
                  <th key={round} scope="col">
                    {words.round(round)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {guests.map((guest) => (
                <tr key={idOfGuest(guest)}>
                  <th scope="row">{line(guest)}</th>
                  {all.map((round) => (
                    <td key={round}>{guest.route?.[round - 1] || '–'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {kind === 'badges' && (
          <ul className="badges">
            {guests.map((guest) => (
              <li key={idOfGuest(guest)} className="badge">
                <p className="badge-seminar">
                  {[seminar.name, seminar.date && t.seminar.day(seminar.date)].filter(Boolean).join(' · ')}
                </p>
                <p className="badge-name">{guest.person ?? nameOf(record, guest.actor)}</p>
                {guest.person && <p className="badge-house">{nameOf(record, guest.actor)}</p>}
                <p className="badge-route">
                  {hosts.has(idOfGuest(guest)) && <span className="badge-host">{words.host} · </span>}
                  {words.route(routeOf(guest))}
                </p>
              </li>
            ))}
          </ul>
        )}
        {kind === 'screen' && (
          <div className="projected">
            {all.map((round) => (
              <section key={round} className="projected-round">
                <p className="sheet-of">{of}</p>
                <h3>{words.round(round)}</h3>
                {seating(round, (guest) => guest.person ?? personOf(record, guest))}
              </section>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}

interface PrintsProps extends Pick<PartProps, 'record' | 'seminar'> {
  readonly guests: readonly Invitation[]
  readonly rounds: number
  readonly hosts: ReadonlySet<string>
}
