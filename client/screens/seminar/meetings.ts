import type { Change } from '#domain/change.ts'
import { metKind } from '#domain/perimeter.ts'
import { keyOf, type Seminar, type Territory, type Tie } from '#domain/territory.ts'
import type { TablesWire } from '#wire/seminar.ts'

/** The meetings as dated ties of a wave, with the word for them where the territory lacks it. One that another seminar made is kept, and dated anew. */
export function recording(
  territory: Territory,
  seminar: Seminar & { readonly date: string },
  meetings: TablesWire['meetings'],
  wave: string,
  words: {
    readonly met: { readonly fr: string; readonly en: string }
    readonly source: (rounds: readonly number[]) => string
  },
): Change[] {
  const isKnown = territory.vocabulary.has(keyOf('vocabulary', { vocabulary: 'tieKind', id: metKind }))
  const word: Change = { put: 'vocabulary', value: { vocabulary: 'tieKind', id: metKind, ...words.met } }
  const ties = meetings.map(({ actors: [from, to], rounds }): Change => {
    const identity = { wave, kind: metKind, from, to, reporter: null }
    const before: Tie | undefined = territory.ties.get(keyOf('tie', identity))
    const since = before?.since !== undefined && before.since < seminar.date ? before.since : seminar.date
    const lastContact =
      before?.lastContact !== undefined && before.lastContact > seminar.date ? before.lastContact : seminar.date
    const source = words.source(rounds.map((round) => round + 1))
    const sources = before?.source?.split('\n').filter((line) => line !== source) ?? []
    return {
      put: 'tie',
      value: { ...before, ...identity, directed: false, since, lastContact, source: [...sources, source].join('\n') },
    }
  })
  return [...(isKnown ? [] : [word]), ...ties]
}
