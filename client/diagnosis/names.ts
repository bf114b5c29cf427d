import type { TerritoryRecord } from '../record.ts'
import { word } from '../territory/words.ts'
import type { Names } from '../text/findings.ts'
import type { Text } from '../text/fr.ts'

/** What the ids in findings are called in a territory. */
export function namesIn(t: Text, record: TerritoryRecord): Names {
  return {
    actor: (id) => record.actors.get(id)?.name ?? id,
    group: (id) => id,
    sphere: (id) => word(t, record, 'sphere', id),
    space: (id) => record.spaces.get(id)?.name ?? id,
  }
}
