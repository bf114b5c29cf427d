import { useQueries } from '@tanstack/react-query'
import type { Wave } from '#domain/territory.ts'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import { diagnosisQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { ClassTable } from './class-table.tsx'
import { movementInWords, movementOf, type Placed, Plane } from './plane.tsx'
import { PlaneTable, StayersTable } from './plane-table.tsx'
import { QuietlyRefining, Refining } from './refining.tsx'
import { inForce } from './threshold.ts'
import { WaveChoice } from './wave-choice.tsx'

type Profile = DiagnosisWire['profile']

/** Where the territory stands between cohesion and opening, wave after wave, and what its ties are. */
export function ProfilePage({ record, wave, diagnosis }: ProfilePageProps) {
  const t = useText()
  const words = t.diagnosis.profile
  const others = useQueries({ queries: record.latestFirst.map(({ id }) => diagnosisQuery(record.id, id)) })
  // Earliest first; the others come as they are worked out.
  const placed = record.latestFirst
    .flatMap((each, i): Placed[] => {
      const known = each.id === wave.id ? diagnosis : others[i]?.data
      return known ? [{ wave: each, profile: known.profile }] : []
    })
    .reverse()
  const { profile, dataQuality } = diagnosis
  const fragileAbove = inForce(record, 'territory.firstCarrier').value
  const drawn = placed.filter(({ profile: { cohesion, opening } }) => cohesion && opening)
  const hasPlane = drawn.length > 0 || placed.some(({ profile: each }) => movementOf(each))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with one wave nothing in it takes the focus, and the arrows must scroll it
    <main id="content" className="profile" tabIndex={0}>
      <header>
        <h1>{words.heading}</h1>
        <p className="lead prose">{words.lead}</p>
        <WaveChoice record={record} wave={wave} />
        <Refining key={`${record.revision} ${wave.id}`} territory={record.id} diagnosis={diagnosis} />
        {others.map(
          ({ data }) =>
            data &&
            data.wave !== wave.id && (
              <QuietlyRefining key={`${record.revision} ${data.wave}`} territory={record.id} diagnosis={data} />
            ),
        )}
        {dataQuality.basis !== 'survey' && (
          <p className="prose data-basis">
            {words[dataQuality.basis]}
            {drawn.length > 0 && ` ${words.pointsOf[dataQuality.basis]}`}
          </p>
        )}
      </header>
      <div className={hasPlane ? 'profile-plane' : undefined}>
        {hasPlane && <Plane placed={placed} current={wave.id} fragileAbove={fragileAbove} />}
        <div className="profile-reading">
          <h2>{wave.label}</h2>
          <Reading profile={profile} />
          {drawn.length > 0 && (
            <ul className="note plane-legend">
              {dataQuality.basis === 'survey' && (
                <>
                  <li>{words.cross(profile.cohesion?.cross ?? null)}</li>
                  <li>{words.interval}</li>
                  <li>{words.band}</li>
                </>
              )}
              <li>{words.size}</li>
              <li>{words.concentrated(t.percent(fragileAbove))}</li>
              {placed.some(({ profile: each }) => movementOf(each)) && <li>{words.arrow}</li>}
              {placed.length > 1 && <li>{words.roster}</li>}
            </ul>
          )}
        </div>
      </div>
      <section>
        <PlaneTable record={record} placed={placed} current={wave.id} />
        <StayersTable placed={placed} current={wave.id} />
      </section>
      <section>
        <h2>{words.classesHeading}</h2>
        <p className="prose">{words.classesLead}</p>
        <div className="class-tables">
          <ClassTable reading="callois" figures={profile.classes.callois} />
          <ClassTable reading="woolcock" figures={profile.classes.woolcock} />
        </div>
        {profile.beyond > 0 && <p className="note">{words.beyond(profile.beyond)}</p>}
      </section>
    </main>
  )
}

interface ProfilePageProps {
  readonly record: TerritoryRecord
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
}

/** The same in sentences. */
function Reading({ profile }: { profile: Profile }) {
  const t = useText()
  const words = t.diagnosis.profile
  const { cohesion, proximity, opening, quadrant, withinTwoSteps, transitivity, renewal } = profile
  const movement = movementOf(profile)
  return (
    <ul className="profile-sentences">
      {cohesion && opening && (
        <li className="lead">
          {quadrant
            ? words.position(words.quadrants[quadrant])
            : cohesion.isTold
              ? words.undecided
              : words.tooFewToPlace}
        </li>
      )}
      {(!cohesion || !opening) && <li>{words.undefined}</li>}
      <Closure cohesion={cohesion} />
      <Position name={words.y} definition={words.yDefinition} coordinate={opening} />
      {movement && <li>{movementInWords(t, movement)}</li>}
      {proximity && <Position name={words.proximity} definition={words.proximityDefinition} coordinate={proximity} />}
      {withinTwoSteps !== null && <li>{words.twoSteps(t.percent(withinTwoSteps))}</li>}
      {transitivity && (
        <li>
          {words.transitivity(
            t.percent(transitivity.value),
            transitivity.expected === null ? null : t.percent(transitivity.expected),
          )}
        </li>
      )}
      {renewal && (
        <li>
          {words.renewal(
            renewal.newTies,
            renewal.ties,
            renewal.interval && t.list([t.percent(renewal.interval.low), t.percent(renewal.interval.high)]),
          )}
        </li>
      )}
    </ul>
  )
}

/** How much more closed than chance, and whether that can be told. */
function Closure({ cohesion }: { cohesion: Profile['cohesion'] }) {
  const t = useText()
  const words = t.diagnosis.profile
  const readingOf = (known: NonNullable<Profile['cohesion']>) => {
    const { value, chance } = known
    if (!chance || value > chance.high) return words.closure.more
    return value < chance.low ? words.closure.less : words.closure.asChance
  }
  return (
    <li>
      {cohesion
        ? `${words.closureOf(t.number(cohesion.value, 2))} ${readingOf(cohesion)}`
        : words.coordinate(words.x, null, null)}
      <span className="class-definition">{words.xDefinition}</span>
    </li>
  )
}

function Position({ name, definition, coordinate }: PositionProps) {
  const t = useText()
  const expected = coordinate?.expected ?? null
  return (
    <li>
      {t.diagnosis.profile.coordinate(
        name,
        coordinate ? t.number(coordinate.value, 2) : null,
        expected === null ? null : t.number(expected, 2),
      )}
      <span className="class-definition">{definition}</span>
    </li>
  )
}

interface PositionProps {
  readonly name: string
  readonly definition: string
  readonly coordinate: Profile['opening']
}
