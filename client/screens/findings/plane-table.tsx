import type { DiagnosisWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { movementOf, type Placed } from './plane.tsx'

type Interval = { readonly low: number; readonly high: number } | null
type Estimate = DiagnosisWire['profile']['breadth']

/** The plane in figures, a line a wave. */
export function PlaneTable({ record, placed, current }: PlaneTableProps) {
  const t = useText()
  const words = t.diagnosis.profile
  const number = (value: number | null | undefined) => (value == null ? t.undefined : t.number(value, 2))
  const within = (interval: Interval | undefined) =>
    interval ? ` (${t.number(interval.low, 2)} – ${t.number(interval.high, 2)})` : ''
  const share = (estimate: Estimate) =>
    estimate === null
      ? t.undefined
      : `${t.percent(estimate.value)}${estimate.interval ? ` (${t.percent(estimate.interval.low)} – ${t.percent(estimate.interval.high)})` : ''}`
  const position = (profile: Placed['profile']) => {
    if (profile.quadrant) return words.quadrants[profile.quadrant]
    if (!profile.cohesion || !profile.opening) return t.undefined
    return profile.cohesion.isTold === false ? words.tooFew : words.inMargin
  }
  const carrier = ({ firstCarrier, opening, externalTies }: Placed['profile']) => {
    // Where nobody answered the ties that lead outside are not counted.
    if (!firstCarrier || !opening) return t.undefined
    const { actor, share } = firstCarrier
    const carried = t.diagnosis.evidence.ofWhole(t.number(Math.round(share * externalTies)), t.number(externalTies))
    return `${record.actors.get(actor)?.name ?? words.unnamedCarrier} (${carried})`
  }
  const { columns } = words
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must scroll by the keyboard
    <section className="table-scroll" aria-label={words.tableCaption} tabIndex={0}>
      <table className="table">
        <caption>{words.tableCaption}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([id, name]) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placed.map(({ wave, profile }) => (
            <tr key={wave.id} className={wave.id === current ? 'selected' : undefined}>
              <th scope="row">{wave.label}</th>
              <td>
                {number(profile.cohesion?.value)}
                {within(profile.cohesion?.interval)}
              </td>
              <td>{number(profile.cohesion?.cross.at)}</td>
              <td>
                {number(profile.opening?.value)}
                {within(profile.opening?.interval)}
              </td>
              <td>{number(profile.opening?.expected)}</td>
              <td>{number(profile.proximity?.value)}</td>
              <td>{share(profile.breadth)}</td>
              <td>
                {number(profile.diversity?.value)}
                {within(profile.diversity?.interval)}
              </td>
              <td>{profile.opening ? t.number(profile.externalTies) : t.undefined}</td>
              <td>{carrier(profile)}</td>
              <td>{position(profile)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Both ends of the arrows in figures; nothing where there is none. */
export function StayersTable({ placed, current }: Omit<PlaneTableProps, 'record'>) {
  const t = useText()
  const words = t.diagnosis.profile
  const moved = placed.flatMap(({ wave, profile }) => {
    const movement = movementOf(profile)
    return movement ? [{ wave, movement }] : []
  })
  if (moved.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must scroll by the keyboard
    <section className="table-scroll" aria-label={words.stayersCaption} tabIndex={0}>
      <table className="table">
        <caption>{words.stayersCaption}</caption>
        <thead>
          <tr>
            {Object.entries(words.stayersColumns).map(([id, name]) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moved.map(({ wave, movement: { stayers, before, now } }) => (
            <tr key={wave.id} className={wave.id === current ? 'selected' : undefined}>
              <th scope="row">{wave.label}</th>
              <td>{t.number(stayers)}</td>
              <td>{t.number(before.cohesion, 2)}</td>
              <td>{t.number(now.cohesion, 2)}</td>
              <td>{t.number(before.opening, 2)}</td>
              <td>{t.number(now.opening, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface PlaneTableProps {
  readonly record: TerritoryRecord
  readonly placed: readonly Placed[]
  readonly current: string
}
