import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { NamedEntry } from '../form/name-choice.tsx'
import type { Text } from '../text/fr.ts'
import { searchable } from '../text/search.ts'

/** Everything a field may name, by the names it goes by, in the order of the alphabet. */
export function namedEntries(
  t: Text,
  record: Pick<TerritoryRecord, 'actors' | 'spaces' | 'vocabulary'>,
  noun: 'actor' | 'space',
): NamedEntry[] {
  const { compare } = new Intl.Collator(t.locale, { numeric: true })
  const entries =
    noun === 'actor'
      ? [...record.actors.values()].map(({ id, name, aliases = [], type }) => ({
          id,
          name,
          names: searchable([name, ...aliases]),
          note: wordOf(t, record, 'actorType', type),
        }))
      : [...record.spaces.values()].map(({ id, name, kind }) => ({
          id,
          name,
          names: searchable([name]),
          note: wordOf(t, record, 'spaceKind', kind),
        }))
  return entries.sort((a, b) => compare(a.name, b.name))
}
