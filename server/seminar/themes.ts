import type { Territory } from '../domain/territory.ts'

/** Spaces whose axis or tags say what an actor works on. */
const themedKinds: readonly string[] = ['project', 'working_group']

/** For each actor of a wave what it works on: the projects and working groups it takes part in, the axes they belong to, and their tags; in the order of words. */
export function themesOf({ spaces, participations }: Territory, wave: string): ReadonlyMap<string, readonly string[]> {
  const themes = new Map<string, Set<string>>()
  for (const { actor, space, wave: of } of participations.values()) {
    const place = spaces.get(space)
    if (of !== wave || !place || !themedKinds.includes(place.kind)) continue
    const own = themes.get(actor) ?? new Set()
    themes.set(actor, own)
    for (const theme of [place.id, place.parent, ...(place.tags ?? [])]) if (theme !== undefined) own.add(theme)
  }
  return new Map([...themes].map(([actor, own]) => [actor, [...own].sort()]))
}
