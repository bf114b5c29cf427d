import type { Change } from '#domain/change.ts'
import { collectionOf, identityOf, type Nouns, nouns, type Territory } from '#domain/territory.ts'

/** What makes one state of a territory another. */
export function difference(now: Territory, then: Territory): Change[] {
  return nouns.flatMap((noun) => {
    const before: ReadonlyMap<string, Nouns[typeof noun]> = now[collectionOf[noun]]
    const after: ReadonlyMap<string, Nouns[typeof noun]> = then[collectionOf[noun]]
    const gone = [...before].filter(([key]) => !after.has(key))
    const put = [...after].filter(([key, fact]) => JSON.stringify(before.get(key)) !== JSON.stringify(fact))
    return [
      ...gone.map(([, fact]) => ({ remove: noun, identity: identityOf(noun, fact as never) }) as unknown as Change),
      ...put.map(([, value]) => ({ put: noun, value }) as unknown as Change),
    ]
  })
}
