import { useSuspenseQuery } from '@tanstack/react-query'
import type { Wave } from '#domain/territory.ts'
import { calendarAddress } from '../../data/api.ts'
import { revivalsQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { DataTable } from './data-table.tsx'

/** Ties that fade, those that hold most together first, and how many a year keep the network as it is. */
export function RevivePage({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const words = t.changes.revive
  const { data } = useSuspenseQuery(revivalsQuery(record.id, wave.id))
  const { revivals, need } = data
  const labelOf = (id: string) => record.waves.get(id)?.label ?? id
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  return (
    <article className="changes-page changes-wide">
      <header className="changes-head">
        <h1>{t.changes.parts.revive}</h1>
        <p className="prose">{bound(words.lead)}</p>
        <p className="prose">
          {bound(t.revivalWords.need(need && { ...need, from: labelOf(need.from), to: labelOf(need.to) }))}
        </p>
      </header>
      {!revivals && <p className="lead">{bound(t.revivalWords.noDates)}</p>}
      {revivals?.length === 0 && <p className="lead">{bound(t.revivalWords.none)}</p>}
      {revivals && revivals.length > 0 && (
        <>
          <p>
            <a className="button" href={calendarAddress(record.id, wave.id, t.language)} download>
              {words.calendar}
            </a>
          </p>
          <DataTable
            caption={words.caption(wave.label)}
            note={words.note}
            endsInWords
            inCards
            heads={[words.tie, words.lastContact, words.left, words.held, words.goBetween]}
            rows={revivals.map(({ ends, lastContact, vitality, held, isBridge, goBetween }) => ({
              key: ends.join(' '),
              cells: [
                ends.map(nameOf).join(' – '),
                lastContact === null ? t.undefined : t.date(lastContact),
                t.percent(vitality),
                isBridge ? `${t.percent(held)}, ${words.bridge}` : t.percent(held),
                goBetween === null ? words.nobody : nameOf(goBetween),
              ],
            }))}
          />
        </>
      )}
    </article>
  )
}
