import { listOf } from '#wire/list.ts'

/** What differs from the default perimeter. Absent: the default; an empty list: none. */
export interface PerimeterChoice {
  readonly wave?: string
  readonly tieKinds?: readonly string[]
  readonly spaceKinds?: readonly string[]
  readonly direction?: 'confirmed' | 'directed'
  readonly actors?: 'inside'
  readonly collective?: false
}

/** A perimeter as the API and the page's address write it. */
export function perimeterQuery(choice: PerimeterChoice): Record<string, string> {
  const query: Record<string, string> = {}
  if (choice.wave !== undefined) query.wave = choice.wave
  if (choice.tieKinds) query.tieKinds = listOf(choice.tieKinds)
  if (choice.spaceKinds) query.spaceKinds = listOf(choice.spaceKinds)
  if (choice.direction) query.direction = choice.direction
  if (choice.actors) query.actors = choice.actors
  if (choice.collective === false) query.collective = 'false'
  return query
}
