import { amongTerritories } from '../diagnosis/cross.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { dependsOnAnswers, type Finding, kinds, withoutNames } from '../diagnosis/finding.ts'
import { findingId, type KeyOf } from '../domain/note.ts'

/**
 * A diagnosis as it may leave the server. A finding goes by its key; whom it is about is said once it is known to hold:
 * neither while its survival is being computed nor where that is below the territory's threshold. What is withheld is
 * empty, so counts remain; and nothing else tells it.
 *
 * The cross of its plane stands among the cohesions of the territories held, which no diagnosis depends on.
 */
export function published(
  { findings, profile, dataQuality, ...rest }: Diagnosis,
  keyOf: KeyOf,
  cohesions: readonly number[] = [],
): Diagnosis {
  const isSaid = (finding: Finding) =>
    'neverHidden' in kinds[finding.kind] ||
    (finding.named && !awaitsSurvival(finding, rest.stage, dataQuality.responseRate))
  const withheld = findings.filter((finding) => !isSaid(finding))
  const hides = (kind: Finding['kind']) => withheld.some((finding) => finding.kind === kind)
  const hidden = new Set(withheld.map(({ id }) => id))
  const { firstCarrier, keyPlayers } = profile
  return {
    ...rest,
    findings: inUntellingOrder(
      findings.map((finding) => {
        const said = isSaid(finding) ? withoutGroups(finding, hidden) : withoutNames(finding)
        return { ...said, id: keyOf(finding.id), named: isSaid(finding) }
      }),
    ),
    profile: {
      ...amongTerritories(profile, cohesions),
      firstCarrier: firstCarrier && hides('fragile_opening') ? { ...firstCarrier, actor: '' } : firstCarrier,
      keyPlayers: hides('critical_broker') ? null : keyPlayers,
    },
    dataQuality,
  }
}

/** The findings of a programme, which is what it is: no name waits for answers there. */
export function publishedOfProgramme(findings: readonly Finding[], keyOf: KeyOf): Finding[] {
  return findings
    .filter((finding) => finding.named && !dependsOnAnswers(finding))
    .map((finding) => ({ ...finding, id: keyOf(finding.id) }))
}

/** A closed actor does not tell the closed groups that wait for their names. */
function withoutGroups(finding: Finding, hidden: ReadonlySet<string>): Finding {
  if (finding.kind !== 'closed_actor') return finding
  const closedGroups = finding.closedGroups.filter(
    ({ kind, id }) => !hidden.has(findingId('closed_group', { [kind]: id })),
  )
  return { ...finding, closedGroups }
}

/** Those of one severity came by name: where an unnamed one stood would tell how its name begins. */
function inUntellingOrder(findings: readonly Finding[]): Finding[] {
  const alike = Map.groupBy(findings, ({ status, kind }) => `${status} ${kinds[kind].rank}`)
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
