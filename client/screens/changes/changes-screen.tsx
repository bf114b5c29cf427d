import { Suspense } from 'react'
import type { TerritoryRecord } from '../../data/record.ts'
import { Failure } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { changesParts, type Place } from '../../view/place.ts'
import { useComparison } from './comparison.ts'
import { GroupsPage } from './groups-page.tsx'
import { MapsPage, type MapsProps } from './maps-page.tsx'
import { NextSurvey } from './next-survey.tsx'
import { type ComparedPair, pairIn } from './pair.ts'
import { RevivePage } from './revive-page.tsx'
import { SummaryPage } from './summary-page.tsx'
import { TablesPage } from './tables-page.tsx'
import { WavePairChoice } from './wave-pair.tsx'
import './changes.css'

/** Two waves of a territory side by side: what changed, what holds, what is not known. */
export function ChangesScreen({ record, place }: ChangesScreenProps) {
  const pair = pairIn(record, place)
  return (
    <div className="changes-screen">
      <Masthead record={record} screen="changes" />
      {pair && <Parts place={place} />}
      <Failure about={JSON.stringify([pair?.before.id, pair?.after.id])}>
        {pair ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not every part of it holds what takes the focus
          <main id="content" className={`changes changes-${place.part}`} tabIndex={0}>
            <WavePairChoice record={record} pair={pair} />
            <Compared
              key={`${record.revision} ${pair.before.id} ${pair.after.id}`}
              record={record}
              place={place}
              pair={pair}
            />
          </main>
        ) : (
          <OneWave record={record} />
        )}
      </Failure>
    </div>
  )
}

interface ChangesScreenProps {
  readonly record: TerritoryRecord
  readonly place: Place
}

function Compared({ record, place, pair }: ChangesScreenProps & { readonly pair: ComparedPair }) {
  const t = useText()
  const { comparison, progress } = useComparison(record.id, { from: pair.before.id, to: pair.after.id })
  if (place.part === 'revive') {
    return (
      <Suspense fallback={<p className="note">{t.page.loading}</p>}>
        <RevivePage record={record} wave={pair.after} />
      </Suspense>
    )
  }
  if (place.part === 'next') {
    return (
      <article className="changes-page">
        <h1>{t.powerWords.heading}</h1>
        <NextAfter record={record} wave={pair.after} />
      </article>
    )
  }
  if (comparison) return <Part record={record} place={place} comparison={comparison} />
  return (
    <div className="changes-waiting" aria-busy="true">
      <p role="status">{t.changes.loading}</p>
      <progress aria-label={t.changes.progress} value={progress ?? undefined} />
    </div>
  )
}

function Part(props: MapsProps) {
  switch (props.place.part) {
    case 'summary':
      return <SummaryPage {...props} />
    case 'maps':
      return <MapsPage {...props} />
    case 'groups':
      return <GroupsPage {...props} />
    case 'tables':
      return <TablesPage {...props} />
    case 'revive':
    case 'next':
      return null
  }
}

function Parts({ place }: { place: Place }) {
  const t = useText()
  return (
    <nav className="diagnosis-pages" aria-label={t.changes.partsLabel}>
      {changesParts.map((part) => (
        <PlaceLink key={part} change={{ part }} aria-current={part === place.part ? 'page' : undefined}>
          {t.changes.parts[part]}
        </PlaceLink>
      ))}
    </nav>
  )
}

/** What takes seconds, while the rest is there. */
function NextAfter(props: Parameters<typeof NextSurvey>[0]) {
  const t = useText()
  return (
    <Suspense
      fallback={
        <p className="note" role="status">
          {t.changes.nextLoading}
        </p>
      }
    >
      <NextSurvey {...props} />
    </Suspense>
  )
}

/** Of a territory with one wave: what a second one would allow to say. */
function OneWave({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const [wave] = record.latestFirst
  return (
    <main id="content" className="failure">
      <h1>{t.changes.oneWave}</h1>
      <p className="lead">{bound(t.changes.oneWaveNext)}</p>
      {wave && wave.basis !== 'survey' && <p className="prose">{bound(t.changes.oneWaveDocuments)}</p>}
      <p>
        <PlaceLink className="button primary" screen="data">
          {t.data.importHeading}
        </PlaceLink>
      </p>
      {wave?.basis === 'survey' && (
        <section>
          <h2>{t.powerWords.heading}</h2>
          <NextAfter record={record} wave={wave} />
        </section>
      )}
    </main>
  )
}
