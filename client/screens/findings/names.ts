import { aboutOf, type FindingWire } from '#wire/diagnosis.ts'
import type { Names } from '#words/findings.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { word } from '../../view/words.ts'

/** What the ids in findings are called in a territory. */
export function namesIn(t: Text, record: TerritoryRecord): Names {
  return {
    actor: (id) => record.actors.get(id)?.name ?? id,
    group: (id) => id,
    sphere: (id) => word(t, record, 'sphere', id),
    space: (id) => record.spaces.get(id)?.name ?? id,
    actorType: (id) => word(t, record, 'actorType', id),
  }
}

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
