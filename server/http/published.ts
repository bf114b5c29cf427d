import { amongTerritories } from '../diagnosis/cross.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Finding } from '../diagnosis/finding.ts'
import { dependsOnAnswers } from '../diagnosis/survival-of-findings.ts'
import type { KeyOf } from '../domain/note.ts'

/**
 * A diagnosis as it may leave the server. A finding goes by its key; whom it is about is said once it is known to hold:
 * neither while its survival is being computed nor where that is below the territory's threshold. What is withheld is
 * empty, so counts remain; and nothing else tells it.
 *
 * The cross of its plane stands among the cohesions of the territories held, which no diagnosis depends on.
 *
 * Spheres are no organisations: one kept apart, and a pair, keep their names.
 */
export function published(
  { findings, profile, dataQuality, ...rest }: Diagnosis,
  keyOf: KeyOf,
  cohesions: readonly number[] = [],
): Diagnosis {
  const isSaid = (finding: Finding) =>
    finding.code === 'I5' ||
    finding.code === 'I8' ||
    (finding.named && !awaitsSurvival(finding, rest.stage, dataQuality.responseRate))
  const withheld = findings.filter((finding) => !isSaid(finding))
  const closed = new Set(withheld.filter(({ level }) => level === 'group').map(({ subject }) => subject))
  const { firstCarrier, keyPlayers } = profile
  const hidesCarrier = withheld.some(({ aspect }) => aspect === 'fragile_opening')
  const hidesBroker = withheld.some(({ code }) => code === 'I7')
  return {
    ...rest,
    findings: inUntellingOrder(
      findings.map((finding) => ({
        ...(isSaid(finding) ? finding : withoutNames(finding)),
        id: keyOf(finding.id),
        named: isSaid(finding),
        memberOf: isSaid(finding) ? finding.memberOf.filter((group) => !closed.has(group)) : [],
      })),
    ),
    profile: {
      ...amongTerritories(profile, cohesions),
      firstCarrier: firstCarrier && hidesCarrier ? { ...firstCarrier, actor: '' } : firstCarrier,
      keyPlayers: hidesBroker ? null : keyPlayers,
    },
    dataQuality,
  }
}

/** Those of one severity came by name: where an unnamed one stood would tell how its name begins. */
function inUntellingOrder(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ status, severity }) => `${status} ${severity}`)
  return [...alike.values()].flatMap((group) => [
    ...group.filter(({ named }) => named),
    ...group.filter(({ named }) => !named).sort((a, b) => (a.id < b.id ? -1 : 1)),
  ])
}

function awaitsSurvival(finding: Finding, stage: Diagnosis['stage'], responseRate: number | null): boolean {
  // Where everybody answered, or nobody was asked, there is nothing to wait for.
  const isCertain = responseRate === null || responseRate === 1
  return !isCertain && stage === 'first' && finding.status === 'signal' && dependsOnAnswers(finding)
}

function withoutNames(finding: Finding): Finding {
  const { members, partner, ties } = finding
  return {
    ...finding,
    subject: '',
    members: members.map(() => ''),
    partner: partner === null ? null : '',
    ties: ties.map(({ role }) => ({ from: '', to: '', role, lastContact: null })),
    whatIf: null,
    memberOf: [],
  }
}
