import type { TerritoryRecord } from '../../data/record.ts'
import { Region } from '../../page/failure.tsx'
import { FirstSteps } from '../../page/first-steps.tsx'
import { useText } from '../../text/language.tsx'
import type { Place } from '../../view/place.ts'
import { Import } from '../import/import.tsx'
import { BoundaryCheck } from './boundary.tsx'
import { Duplicates } from './duplicates.tsx'
import { Exports } from './exports.tsx'
import { History } from './history.tsx'
import { Lists } from './lists.tsx'
import './data.css'

/** What the territory is made of, and the ways in, out and back. */
export function DataScreen({ record, place }: { record: TerritoryRecord; place: Place }) {
  const t = useText()
  return (
    <main id="content" className="data">
      <Import
        record={record}
        head={
          <>
            <h1>{t.data.heading}</h1>
            <p className="lead">
              {t.territories.counts(record.actors.size, record.spaces.size, record.ties.size)} ·{' '}
              {t.status.participations(record.participations.size)} · {t.territories.waves(record.waves.size)}
            </p>
          </>
        }
      >
        <FirstSteps record={record} screen="data" />
        <section>
          <h2>{t.exports.heading}</h2>
          <p className="prose">{t.exports.lead}</p>
          <Exports record={record} place={place} />
        </section>
        {record.actors.size > 0 && (
          <section>
            <h2>{t.boundary.heading}</h2>
            <p className="prose">{t.boundary.lead}</p>
            <BoundaryCheck record={record} />
          </section>
        )}
        {record.actors.size > 1 && (
          <section>
            <h2>{t.duplicates.heading}</h2>
            <p className="prose">{t.duplicates.lead}</p>
            <Duplicates record={record} />
          </section>
        )}
        <section>
          <h2>{t.edit.lists.heading}</h2>
          <p className="prose">{t.edit.lists.lead}</p>
          <Lists record={record} />
        </section>
        <section>
          <h2>{t.data.historyHeading}</h2>
          <p className="prose">{t.data.historyLead}</p>
          <Region name="history" about={record}>
            <History record={record} />
          </Region>
        </section>
      </Import>
    </main>
  )
}
