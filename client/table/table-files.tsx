import { listOf } from '#wire/list.ts'
import { tableAddress } from '../data/api.ts'
import { perimeterQuery } from '../data/perimeter.ts'
import { useText } from '../text/language.tsx'
import { sizeColumn } from './actor-table.tsx'
import type { TableProps } from './sortable.tsx'

/** The table as it stands on screen, as a file: its lines, its columns, its order. */
export function TableFiles({ view, place }: TableProps) {
  const t = useText()
  const { perimeter, appearance, network, record } = view
  const { color, hidden, ties } = appearance
  const measure = place.rows === 'actors' ? sizeColumn(view) : null
  // The page calls it by what it is for, whatever the measure.
  const sort = measure ? place.sort?.replace(/^(-?)size$/, `$1${measure}`) : place.sort
  const query = {
    ...perimeterQuery(perimeter),
    wave: network.perimeter.wave,
    lang: t.language,
    rows: place.rows,
    color,
    ...(sort && !onPageAlone.has(sort.replace('-', '')) && { sort }),
    ...(hidden.length > 0 && { hide: listOf(hidden) }),
    ...(ties === 'backbone' && { links: 'backbone' }),
    ...(measure && {
      columns: listOf([
        ...['name', 'sphere', 'type', ...(color === 'community' ? ['community'] : []), 'place'],
        ...[...(network.basis === 'survey' ? ['answer'] : []), 'partners', 'spaces', measure],
      ]),
    }),
  }
  return (
    <p className="table-files">
      {t.table.files}{' '}
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} href={tableAddress(record.id, format, query)} download>
          {t.table.fileOf[format]}
        </a>
      ))}
    </p>
  )
}

/** Columns that tell how one looks at the page, not at the network. */
const onPageAlone = new Set(['chosen', 'ring'])
