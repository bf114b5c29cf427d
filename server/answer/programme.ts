import { defaultEffort } from '../diagnosis/diagnose.ts'
import { inOrder } from '../diagnosis/diagnosis.ts'
import { perform } from '../diagnosis/work.ts'
import { unpack } from '../threads/memory.ts'
import type { ProgrammeWire } from '../wire/programme.ts'
import type { PackedQuestion } from './question.ts'

/** The programme of a wave as its diagnosis reads it, and the part of that diagnosis which is about it: the same draws, hence the same findings. */
export function programmeAsked({ wave, packed }: PackedQuestion): ProgrammeWire {
  const { subject, rules, seed } = unpack(packed)
  const { programme, basis } = subject
  const asked = { subject, thresholds: rules.thresholds, draws: defaultEffort.programme, seed: `${seed}:programme` }
  const findings = inOrder(perform('programme', asked))
  return {
    wave,
    basis,
    projects: (programme?.projects ?? []).map(({ id, pilots, participants, unreadPilot, unreadRole }) => ({
      id,
      pilots: [...pilots],
      participants: [...participants],
      unreadPilot,
      unreadRole,
    })),
    doubtful: programme?.doubtful ?? 0,
    complete: programme?.complete ?? false,
    findings: findings.map((finding) => ({ ...finding, rule: rules.version })),
  }
}
