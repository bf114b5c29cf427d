import { createHash } from 'node:crypto'
import type { Subject } from '../analysis/measure.ts'
import type { Change } from '../analysis/what-if.ts'
import { inSharedMemory } from '../threads/memory.ts'
import { type Bytes, jsonBytes, jsonIn } from './bytes.ts'
import { fingerprintOf } from './subject.ts'
import type { Names } from './values.ts'

/** What is measured, and the names its figures will bear: in shared memory, to be handed from thread to thread. */
export interface Measurable {
  readonly subject: Subject
  /** JSON of the ids by node number. */
  readonly names: Bytes
  /** Equal fingerprints, equal bytes of every figure. */
  readonly fingerprint: string
  /** Measured as the network would be after one change. */
  readonly whatIf?: WhatIf
}

export interface WhatIf {
  readonly change: Change
  /** Fingerprint of the network as it is. */
  readonly before: string
}

/** @param nodes ids by node number */
export function measurableOf(subject: Subject, nodes: readonly string[]): Measurable {
  const names = jsonBytes(nodes)
  const fingerprint = createHash('sha256').update(fingerprintOf(subject)).update(names).digest('base64url')
  return inSharedMemory({ subject, names, fingerprint })
}

/** The same network after a change. @param nodes ids by node number, after it */
export function changed(before: Measurable, change: Change, nodes: readonly string[]): Measurable {
  const names = inSharedMemory(jsonBytes(nodes))
  const hash = createHash('sha256').update(before.fingerprint).update(JSON.stringify(change)).update(names)
  return {
    subject: before.subject,
    names,
    fingerprint: hash.digest('base64url'),
    whatIf: { change, before: before.fingerprint },
  }
}

export function namesIn({ subject, names }: Measurable): Names {
  return { nodes: jsonIn(names) as string[], twoMode: subject.modes !== null }
}
