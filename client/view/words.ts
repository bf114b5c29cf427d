import type { Category } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import type { Names } from '#words/findings.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { Text } from '../text/fr.ts'
import { emptyBecause } from './counts.ts'
import type { LegendEntry } from './legend-entry.ts'
import type { View } from './view.ts'

/** The name of a category in the legend and the table. */
export function categoryName(text: Text, record: TerritoryRecord, { kind }: Category): string {
  switch (kind.of) {
    case 'sphere':
      return capital(wordOf(text, record, 'sphere', kind.word))
    case 'type':
      return capital(wordOf(text, record, 'actorType', kind.word))
    case 'place':
      return capital(text.sides[kind.inside ? 'inside' : 'outside'])
    case 'community':
      return text.legend.around(shortName(record.actors.get(kind.around)?.name ?? kind.around, 28))
    case 'alone':
      return text.legend.alone
    case 'others':
      return text.legend.others
  }
}

/** What the legend calls one of its lines. */
export function entryName(text: Text, { record, categories }: View, entry: LegendEntry): string {
  switch (entry.of) {
    case 'category': {
      const category = categories.list.find(({ id }) => id === entry.id)
      return category ? categoryName(text, record, category) : entry.id
    }
    case 'standing':
      return capital(text.explore.standings[entry.standing])
    case 'tieKind':
      return capital(wordOf(text, record, 'tieKind', entry.kind))
    case 'silent':
      return text.explore.silent
  }
}

/** What a table without lines says. */
export function emptyTable(text: Text, view: View): string {
  const reason = emptyBecause(view)
  return reason ? text.map.nothing[reason] : text.table.empty
}

/** What the ids in sentences are called in a territory; the name of a group is its own. */
export function namesIn(text: Text, record: TerritoryRecord): Names {
  return {
    actor: (id) => record.actors.get(id)?.name ?? id,
    group: (id) => id,
    sphere: (id) => wordOf(text, record, 'sphere', id),
    space: (id) => record.spaces.get(id)?.name ?? id,
    actorType: (id) => wordOf(text, record, 'actorType', id),
    tieKind: (id) => wordOf(text, record, 'tieKind', id),
  }
}

export function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
