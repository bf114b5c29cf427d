import type { SavedView } from '#domain/territory.ts'
import { storiesOf } from '#domain/view.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Place } from '../../view/place.ts'

/** The views of the story that an address tells; null: it tells none. */
export function storyToldAt(record: TerritoryRecord, { story }: Place): readonly SavedView[] | null {
  return story === undefined ? null : (storiesOf(record.views.values()).get(story) ?? null)
}
