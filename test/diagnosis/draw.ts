import { caseOfNetwork } from '../../server/diagnosis/bare-case.ts'
import type { Case, Group } from '../../server/diagnosis/case.ts'
import { type DataQuality, dataQualityOf } from '../../server/diagnosis/response.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { nodesOf, ties } from '../analysis/drawing.ts'

export interface Marks {
  /** Names, separated by spaces, of those who did not answer. */
  readonly silent?: string
  readonly outside?: string
  /** `{ firms: 'a b', schools: 'c' }`; the others have no sphere. */
  readonly spheres?: Readonly<Record<string, string>>
  /** The network of the wave before, on the actors it names. */
  readonly before?: string
}

/** The case of a small network drawn as text, `a-b b-c`; a lone name is an isolate. */
export function drawnCase(drawing: string, marks: Marks = {}): Case {
  const actors = [...nodesOf(drawing).keys()]
  const among = (names = '') => actors.map((name) => names.split(' ').includes(name))
  const groups = actors.map((name) => {
    const sphere = Object.entries(marks.spheres ?? {}).find(([, names]) => names.split(' ').includes(name))
    return sphere?.[0] ?? null
  })
  const { before } = marks
  return caseOfNetwork({
    actors,
    graph: ties(drawing),
    groups,
    answered: marks.silent === undefined ? null : among(marks.silent).map((is) => !is),
    outside: marks.outside === undefined ? null : among(marks.outside),
    ...(before === undefined
      ? {}
      : {
          previous: {
            actors: [...nodesOf(before).keys()],
            graph: ties(before),
            groups: [...nodesOf(before).keys()].map(() => null),
            answered: null,
            outside: null,
          },
        }),
  })
}

export function group(subject: Case, names: string): Group {
  const members = names.split(' ').map((name) => subject.actors.indexOf(name))
  return { id: names, kind: 'declared', members: Int32Array.from(members).sort() }
}

export function qualityOf(subject: Case): DataQuality {
  return dataQualityOf(subject, defaultThresholds)
}
