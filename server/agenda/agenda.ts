import type { Case } from '../diagnosis/case.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Thresholds } from '../diagnosis/thresholds.ts'
import { compareText } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { type Remedy, remedyOf } from './acts.ts'
import { causesOf, insideOf, type Merged } from './causes.ts'
import type { Agenda, Cause, Item, Solidity } from './item.ts'
import { seemingOf, silence, thinKnowledge } from './knowledge.ts'
import { Scene } from './scene.ts'
import { stakeOf } from './stake.ts'

/** Decisions that one meeting can take, and facts worth a sentence beside them. */
const mostDecisions = 5
const mostFacts = 2

/**
 * What a diagnosis asks of people, and whom: its findings merged by cause, ranked by what is at stake.
 *
 * It knows of findings what `diagnosis` tells: of those whose names wait it makes items without names, so that it tells nothing that they do not. The same diagnosis, the same agenda.
 *
 * @param subject the case that was diagnosed
 */
export function agendaOf(territory: Territory, subject: Case, diagnosis: Diagnosis, thresholds: Thresholds): Agenda {
  const scene = new Scene(territory, subject, thresholds)
  const { responseRate } = diagnosis.dataQuality
  const merged = [
    ...causesOf(diagnosis, scene).map((one) => itemOf(one, scene, responseRate)),
    ...gaps(diagnosis, scene),
  ]
  const decisions = inOrder(merged.filter(({ calling }) => calling !== 'fact'))
  const facts = inOrder(merged.filter(({ calling }) => calling === 'fact'))
  return {
    wave: diagnosis.wave,
    basis: subject.basis,
    stage: diagnosis.stage,
    items: [...decisions.slice(0, mostDecisions), ...facts.slice(0, mostFacts)],
    others: Math.max(0, decisions.length - mostDecisions),
    actors: subject.actors.length,
    toSurvey: insideOf(scene).filter((node) => scene.isAddressable(scene.idOf(node))).length,
  }
}

/** By stake, then by who is concerned; what is alike in both by id. */
function inOrder(items: readonly Item[]): Item[] {
  return [...items].sort(
    (a, b) => b.stake.total - a.stake.total || b.stake.actors - a.stake.actors || compareText(a.id, b.id),
  )
}

/** What nobody told: silence in a survey; elsewhere where knowledge is thin, and what seems to hold in it. */
function gaps(diagnosis: Diagnosis, scene: Scene): Item[] {
  if (scene.subject.basis === 'survey') {
    const silent = silence(diagnosis, scene)
    return silent ? [gap(silent.cause, silent.remedy, scene)] : []
  }
  const thin = thinKnowledge(scene)
  const seeming = seemingOf(scene, diagnosis.seed).map(({ cause, holds }) => {
    const merged = { calling: 'gap', cause, parts: [], named: true } as const
    return gap(cause, remedyOf(merged, scene), scene, { value: holds, solidity: 'unknown_ties' })
  })
  return [...(thin ? [gap(thin.cause, thin.remedy, scene)] : []), ...seeming]
}

function gap(
  cause: Cause,
  remedy: Remedy,
  scene: Scene,
  { value, solidity }: { value: number; solidity: Solidity } = { value: 1, solidity: 'source' },
): Item {
  const { stake } = stakeOf({ calling: 'gap', cause, parts: [], named: true }, scene, null)
  return {
    ...itemWith({ calling: 'gap', cause, parts: [], named: true }, remedy),
    stake: { ...stake, solidity: value, total: stake.actors * stake.share * value },
    solidity,
  }
}

function itemOf(merged: Merged, scene: Scene, responseRate: number | null): Item {
  return { ...itemWith(merged, remedyOf(merged, scene)), ...stakeOf(merged, scene, responseRate) }
}

function itemWith({ calling, cause, named, parts }: Merged, remedy: Remedy): Omit<Item, 'stake' | 'solidity'> {
  const ids = parts.map(({ id }) => id)
  const concerned = named ? concernedIn(cause) : []
  return { id: idOf(cause, named, ids), calling, cause, named, parts: ids, concerned, ...remedy }
}

/** Of what the item is about; of its first finding where that must not be told. */
function idOf(cause: Cause, named: boolean, parts: readonly string[]): string {
  return `${cause.kind} ${named ? aboutOf(cause) : (parts[0] ?? '')}`
}

function aboutOf(cause: Cause): string {
  switch (cause.kind) {
    case 'go_between':
      return cause.broker
    case 'closed_group':
      return `${cause.group?.kind} ${cause.group?.id}`
    case 'closed_actor':
    case 'fading':
      return cause.actor
    case 'sphere_apart':
      return [cause.sphere, ...cause.others].join(' ')
    case 'islet':
      return cause.members[0] ?? ''
    case 'pilot':
      return cause.pilot
    case 'absent':
      return [...cause.spheres, ...cause.types].join(' ')
    case 'first_meetings':
      return cause.project
    default:
      return ''
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
