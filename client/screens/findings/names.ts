import type { FindingWire } from '#wire/diagnosis.ts'
import { type Names, spheresOf } from '#words/findings.ts'
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
export function subjectName({ code, level, groupKind, subject, members }: FindingWire, names: Names): string {
  if (subject === '') return ''
  if (code === 'I8') return names.sphere(subject)
  if (code === 'I5') return spheresOf({ members }).map(names.sphere).join(' – ')
  if (code === 'P6') return names.actorType(subject)
  if (code === 'P4') return members.length > 0 ? subject : names.sphere(subject)
  if (level === 'programme') return code === 'P3' ? names.actor(subject) : names.space(subject)
  if (groupKind === 'sphere') return names.sphere(subject)
  if (groupKind === 'space') return names.space(subject)
  return groupKind === null ? names.actor(subject) : names.group(subject)
}
