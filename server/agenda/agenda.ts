import type { Case } from '../diagnosis/case.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Thresholds } from '../diagnosis/thresholds.ts'
import { arranged } from '../domain/decision.ts'
import { findingId, type KeyOf } from '../domain/note.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { type Remedy, remedyOf } from './acts.ts'
import { answersOf, stepsOf } from './answers.ts'
import { causesOf, insideOf, type Merged } from './causes.ts'
import type { Act, Agenda, Cause, Item, Solidity, Stake } from './item.ts'
import { seemingIn, silence, thinKnowledge } from './knowledge.ts'
import { Scene } from './scene.ts'
import { stakeOf } from './stake.ts'

/** Decisions that one meeting can take, facts worth a sentence beside them, and what anybody reads of all. */
const mostDecisions = 5
const mostFacts = 2
const mostItems = 7

/**
 * What a diagnosis asks of people, and whom: its findings merged by cause, ranked by what is at stake.
 *
 * It knows of findings what `diagnosis` tells: of those whose names wait it makes items without names, so that it tells nothing that they do not. What people decided about an item is told with it
 * (`arranged`). The same diagnosis and decisions, the same agenda.
 *
 * @param subject the case that was diagnosed
 * @param keyOf names causes, as it names findings: decisions are found by it
 */
export function agendaOf(
  territory: Territory,
  subject: Case,
  diagnosis: Diagnosis,
  thresholds: Thresholds,
  keyOf: KeyOf = (id) => id,
): Agenda {
  const concentrating = diagnosis.findings.flatMap((finding) =>
    finding.kind === 'pilot_concentration' && finding.status === 'signal' && finding.named && finding.pilot !== null
      ? [finding.pilot]
      : [],
  )
  const scene = new Scene(territory, subject, thresholds, new Set(concentrating))
  const { responseRate } = diagnosis.dataQuality
  const weighed = [
    ...causesOf(diagnosis, scene).map((merged) => weighedBy(merged, scene, responseRate)),
    ...gaps(diagnosis, scene),
  ].map((one) => ({ ...one, id: keyOf(idOf(one.merged)) }))
  const decisions = inOrder(weighed.filter(isDecision))
  const beside = inOrder(weighed.filter((one) => !isDecision(one)))
  const { first, left } = arranged(decisions, territory.decisions, mostDecisions)
  const others = [
    ...beside.filter(({ merged }) => merged.calling === 'gap'),
    ...beside.filter(({ merged }) => merged.calling === 'fact').slice(0, mostFacts),
  ]
  const shown = [...first, ...others.slice(0, Math.max(1, mostItems - first.length))]
  return {
    wave: diagnosis.wave,
    basis: subject.basis,
    stage: diagnosis.stage,
    items: shown.map((one) => itemOf(one, scene)),
    others: left,
    actors: subject.actors.length,
    toSurvey: insideOf(scene).flatMap((node) => (scene.isAddressable(scene.idOf(node)) ? [scene.idOf(node)] : [])),
    answers: answersOf(territory, scene),
  }
}

/** A cause with what is at stake; what is to be done is worked out for what is shown. */
interface Weighed {
  readonly merged: Merged
  readonly stake: Stake
  readonly solidity: Solidity
  readonly remedy: () => Remedy
}

/** Who did not answer, and what the source does not tell, has nothing at stake but to know more: it stands behind what was found. Where nobody was asked, knowing more is the decision. */
function isDecision({ merged: { calling, cause } }: Weighed): boolean {
  return calling !== 'fact' && cause.kind !== 'silent' && cause.kind !== 'unread'
}

/** By stake, then by who is concerned; what is alike in both by id. */
function inOrder<T extends Weighed & { readonly id: string }>(all: readonly T[]): T[] {
  return [...all].sort(
    (a, b) => b.stake.total - a.stake.total || b.stake.actors - a.stake.actors || compareText(a.id, b.id),
  )
}

/** What nobody told: silence in a survey; elsewhere where knowledge is thin, and what seems to hold in it. */
function gaps(diagnosis: Diagnosis, scene: Scene): Weighed[] {
  if (scene.subject.basis === 'survey') {
    const silent = silence(diagnosis, scene)
    return silent ? [gap(silent.cause, () => silent.remedy, scene)] : []
  }
  const thin = thinKnowledge(scene)
  const seeming = seemingIn(scene, diagnosis.seed).map(({ cause, holds }) => {
    const merged = { calling: 'gap', cause, parts: [], named: true } as const
    return gap(cause, () => remedyOf(merged, scene), scene, { value: holds, solidity: 'unknown_ties' })
  })
  return [...(thin ? [gap(thin.cause, thin.remedy, scene)] : []), ...seeming]
}

function gap(
  cause: Cause,
  remedy: () => Remedy,
  scene: Scene,
  { value, solidity }: { value: number; solidity: Solidity } = { value: 1, solidity: 'source' },
): Weighed {
  const merged = { calling: 'gap', cause, parts: [], named: true } as const
  const { stake } = stakeOf(merged, scene, null)
  return { merged, stake: { ...stake, solidity: value, total: stake.actors * stake.share * value }, solidity, remedy }
}

function weighedBy(merged: Merged, scene: Scene, responseRate: number | null): Weighed {
  return { merged, ...stakeOf(merged, scene, responseRate), remedy: () => remedyOf(merged, scene) }
}

/** Whoever is asked is asked by no other item, as far as there are others to ask. */
function itemOf({ merged, stake, solidity, remedy, id }: Weighed & { readonly id: string }, scene: Scene): Item {
  const { calling, cause, named, parts } = merged
  const done = remedy()
  for (const act of done.acts) scene.ask(askedIn(act))
  const item = { calling, cause, named, parts: parts.map((part) => part.id), stake, solidity, ...done }
  return { id, ...item, concerned: named ? concernedIn(cause) : [], steps: stepsOf(item) }
}

function askedIn(act: Act): readonly string[] {
  switch (act.do) {
    case 'introduce':
      return act.between
    case 'pilot':
    case 'copilot':
    case 'invite':
      return [act.actor]
    case 'visit':
      return act.by === null ? [act.actor] : [act.actor, act.by]
    case 'find':
    case 'reactivate':
    case 'verify':
      return []
  }
}

/** Of what the item is about, as findings are named; of its first finding where that must not be told. */
function idOf({ cause, named, parts }: Merged): string {
  return findingId(cause.kind, named ? aboutOf(cause) : { finding: parts[0]?.id ?? '' })
}

function aboutOf(cause: Cause): Readonly<Record<string, string | readonly string[]>> {
  switch (cause.kind) {
    case 'go_between':
      return { actor: cause.broker }
    case 'closed_group':
      return cause.group ? { [cause.group.kind]: cause.group.id } : {}
    case 'closed_actor':
    case 'fading':
      return { actor: cause.actor }
    case 'sphere_apart':
      return { sphere: cause.sphere }
    case 'islet':
      return { actor: cause.members[0] ?? '' }
    case 'outward_ties':
      return { actor: cause.carrier }
    case 'pilot':
      return { actor: cause.pilot }
    case 'absent':
      return cause.spheres.length + cause.categories.length > 0 ? {} : { actorType: cause.types }
    case 'first_meetings':
      return { project: cause.project }
    default:
      return {}
  }
}

function concernedIn(cause: Cause): readonly string[] {
  switch (cause.kind) {
    case 'go_between':
      return cause.cutOff
    case 'closed_group':
    case 'islet':
      return cause.members
    case 'closed_actor':
      return [cause.actor]
    case 'isolated':
    case 'silent':
    case 'most_between':
      return cause.actors
    case 'fading':
      return [cause.actor, ...cause.partners]
    case 'outward_ties':
      return cause.carrier === '' ? [] : [cause.carrier]
    case 'pilot':
      return cause.pilot === '' ? [] : [cause.pilot]
    case 'absent':
      return cause.absent
    case 'first_meetings':
      return [...new Set(cause.pairs.flat())]
    case 'thin':
      return [...cause.untied, ...cause.single]
    default:
      return []
  }
}
