import { aboutOf, type FindingWire } from '#wire/diagnosis.ts'
import type { Names } from '#words/findings.ts'

/** Whom or what a finding is about, in a word; empty where it is about nobody in particular. */
export function subjectName(finding: FindingWire, names: Names): string {
  const called = Object.entries(aboutOf(finding)).flatMap(([noun, ids]) => {
    const name = nameOf.get(noun)
    return [ids].flat().map((id) => (name ? names[name](id) : id))
  })
  return called.join(' – ')
}

/** What names the ids of a noun; others are words already. */
const nameOf: ReadonlyMap<string, keyof Names> = new Map([
  ['actor', 'actor'],
  ['project', 'space'],
  ['space', 'space'],
  ['sphere', 'sphere'],
  ['spheres', 'sphere'],
  ['actorType', 'actorType'],
])
