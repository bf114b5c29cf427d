import { english } from '../formats.ts'
import type { RowsOfExtract } from '../register.ts'

const { count, list } = english

/** “12 rows read: 9 establishments kept, 2 closed ones left out and 1 row without a readable SIRET.” */
export function extractRows({ read, kept, beyond, closed, repeated, unread }: RowsOfExtract): string {
  const parts = [
    count(kept, 'establishment kept', 'establishments kept'),
    ...(beyond > 0 ? [`${count(beyond, 'establishment', 'establishments')} of another activity or size`] : []),
    ...(closed > 0 ? [`${count(closed, 'closed one', 'closed ones')} left out`] : []),
    ...(repeated > 0 ? [count(repeated, 'repeated row', 'repeated rows')] : []),
    ...(unread > 0 ? [`${count(unread, 'row', 'rows')} without a readable SIRET`] : []),
  ]
  return `${count(read, 'row read', 'rows read')}: ${list(parts)}.`
}
