import { createHash } from 'node:crypto'
import type { Subject } from '../analysis/measure.ts'
import { type Bytes, jsonBytes, jsonIn } from './bytes.ts'
import { inSharedMemory } from './memory.ts'
import { fingerprintOf } from './subject.ts'
import type { Names } from './values.ts'

/** What is measured, and the names its figures will bear: in shared memory, to be handed from thread to thread. */
export interface Measurable {
  readonly subject: Subject
  /** JSON of the ids by node number. */
  readonly names: Bytes
  /** Equal fingerprints, equal bytes of every figure. */
  readonly fingerprint: string
}

/** @param nodes ids by node number */
export function measurableOf(subject: Subject, nodes: readonly string[]): Measurable {
  const names = jsonBytes(nodes)
  const fingerprint = createHash('sha256').update(fingerprintOf(subject)).update(names).digest('base64url')
  return inSharedMemory({ subject, names, fingerprint })
}

export function namesIn({ subject, names }: Measurable): Names {
  return { nodes: jsonIn(names) as string[], twoMode: subject.modes !== null }
}
