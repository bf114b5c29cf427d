import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import type { Wave } from '#domain/territory.ts'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import { diagnosisQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Failure, Region } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { useText } from '../../text/language.tsx'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import { findingsPages, type Place, pairOf } from '../../view/place.ts'
import { AgendaPage } from './agenda.tsx'
import { Evidence, FreeTrial } from './evidence.tsx'
import { EvidenceMap } from './evidence-map.tsx'
import { FindingList } from './finding-list.tsx'
import { Method } from './method.tsx'
import { ProfilePage } from './profile-page.tsx'
import './diagnosis.css'

/** What the diagnosis of a wave says: findings beside the map, where the territory stands, and how it was worked out. */
export function FindingsScreen({ record, place: asked, wave }: FindingsScreenProps) {
  const adjust = useAdjust()
  // An address that filters findings, or opens one, is of their list, as before there was an agenda.
  const isOfList = asked.page === 'agenda' && speaksOfFindings(asked)
  useEffect(() => {
    if (isOfList) adjust({ page: 'list' })
  }, [adjust, isOfList])
  const place: Place = isOfList ? { ...asked, page: 'list' } : asked
  return (
    <div className="diagnosis">
      <Masthead record={record} screen="findings" />
      <Pages place={place} />
      <Failure>
        {place.page === 'method' ? (
          <Method record={record} wave={wave} />
        ) : (
          <Suspense fallback={<Computing />}>
            <Diagnosed record={record} place={place} wave={wave} />
          </Suspense>
        )}
      </Failure>
    </div>
  )
}

function speaksOfFindings({ finding, from, to, kinds, spheres, outcomes }: Place): boolean {
  return (
    finding !== undefined || (from ?? to) !== undefined || [kinds, spheres, outcomes].some(({ length }) => length > 0)
  )
}

interface FindingsScreenProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly wave: Wave
}

function Diagnosed({ record, place, wave }: FindingsScreenProps) {
  const { data: diagnosis } = useSuspenseQuery(diagnosisQuery(record.id, wave.id))
  if (place.page === 'profile') return <ProfilePage record={record} wave={wave} diagnosis={diagnosis} />
  if (place.page === 'agenda') return <AgendaPage record={record} place={place} wave={wave} diagnosis={diagnosis} />
  return <Findings record={record} place={place} wave={wave} diagnosis={diagnosis} />
}

function Findings({ record, place, wave, diagnosis }: FindingsScreenProps & { readonly diagnosis: DiagnosisWire }) {
  const t = useText()
  const { finding: open } = place
  const isTried = open === undefined && pairOf(place) !== null
  const finding = open === undefined ? null : (diagnosis.findings.find(({ id }) => id === open) ?? null)
  return (
    <main id="content" className={open === undefined && !isTried ? 'findings' : 'findings with-evidence'}>
      <h1 className="visually-hidden">{t.diagnosis.heading(record.name)}</h1>
      <Region name="findings" about={diagnosis}>
        <FindingList record={record} place={place} wave={wave} diagnosis={diagnosis} />
      </Region>
      <div className="findings-map">
        <Region name="map" about={wave.id}>
          <Suspense fallback={<p className="waiting">{t.page.drawing}</p>}>
            <EvidenceMap record={record} place={place} wave={wave} finding={finding} />
          </Suspense>
        </Region>
      </div>
      {open !== undefined && (
        <Evidence key={open} record={record} place={place} diagnosis={diagnosis} finding={finding} />
      )}
      {isTried && <FreeTrial record={record} place={place} diagnosis={diagnosis} />}
    </main>
  )
}

function Pages({ place }: { place: Place }) {
  const t = useText()
  return (
    <nav className="diagnosis-pages" aria-label={t.diagnosis.pagesLabel}>
      {findingsPages.map((page) => (
        <PlaceLink key={page} change={{ page }} aria-current={page === place.page ? 'page' : undefined}>
          {t.diagnosis.pages[page]}
        </PlaceLink>
      ))}
    </nav>
  )
}

function Computing() {
  const t = useText()
  return (
    <main id="content" className="waiting" aria-busy="true">
      <p>{t.diagnosis.loading}</p>
    </main>
  )
}
