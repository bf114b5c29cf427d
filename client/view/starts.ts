import type { Noun, Nouns } from '#domain/territory.ts'
import type { TerritoryRecord } from '../data/record.ts'

/** What no map and no table shows as such, and what forms begin with. */
export const starts = {
  wave: () => ({ basis: 'documents' }),
  roster: (record) => ({ status: 'asked', ...(record.latestFirst[0] && { wave: record.latestFirst[0].id }) }),
  vocabulary: () => ({ vocabulary: 'sphere' }),
  setting: () => ({}),
  space: () => ({ kind: 'project' }),
} as const satisfies { readonly [N in Noun]?: (record: TerritoryRecord) => Partial<Nouns[N]> }
export type Listed = keyof typeof starts
