import type { Decision, Step, Territory } from '../domain/territory.ts'
import type { Act, Item } from './item.ts'
import { type Scene, tiedSince } from './scene.ts'

/** What a decision can ask of whom, as later waves can tell whether it came about. */
export type Asked = Omit<Step, 'decision'>

/** Whether what was asked came about; `unknown`: this wave does not tell. */
export const stepOutcomes = ['yes', 'no', 'unknown'] as const
export type StepOutcome = (typeof stepOutcomes)[number]

export interface StepAnswer {
  readonly decision: string
  readonly actor: string
  readonly rank: number
  readonly outcome: StepOutcome
}

/** The steps of an item: each of its acts that names an actor; of a go-between, that it is not the only way round any more. */
export function stepsOf({ cause, acts, named }: Pick<Item, 'cause' | 'acts' | 'named'>): Asked[] {
  if (!named) return []
  const asked = acts.flatMap((act) => askedBy(act) ?? [])
  const [first] = acts
  const cutOff =
    cause.kind !== 'go_between' ? undefined : first?.do === 'introduce' ? first.between[0] : cause.cutOff[0]
  const doubled: Omit<Asked, 'rank'>[] =
    cause.kind === 'go_between' && cutOff !== undefined ? [{ kind: 'double', actor: cause.broker, other: cutOff }] : []
  return [...doubled, ...asked].map((step, index) => ({ ...step, rank: index + 1 }))
}

function askedBy(act: Act): Omit<Asked, 'rank'> | null {
  switch (act.do) {
    case 'introduce':
      return { kind: 'introduce', actor: act.between[0], other: act.between[1] }
    case 'pilot':
    case 'copilot':
      return { kind: 'pilot', actor: act.actor, space: act.project }
    case 'invite':
      return { kind: 'invite', actor: act.actor, ...(act.project === null ? {} : { space: act.project }) }
    case 'reactivate':
      return { kind: 'reactivate', actor: act.actor, other: act.partner }
    case 'visit':
      return { kind: 'visit', actor: act.actor }
    case 'verify':
      return act.with === null ? null : { kind: 'verify', actor: act.with, space: act.project }
    case 'find':
      return null
  }
}

/**
 * What a wave tells of every step that was taken before it; whoever came to a seminar is told at once. Where nobody was
 * asked, or neither end answered, that a tie is not known tells nothing.
 */
export function answersOf(territory: Territory, scene: Scene): StepAnswer[] {
  return [...territory.steps.values()].flatMap((step): StepAnswer[] => {
    const decision = territory.decisions.get(step.decision)
    if (!decision) return []
    const came = step.kind === 'invite' && cameToSeminar(territory, step, dateOf(territory, decision))
    const outcome = came ? 'yes' : isLater(scene, decision) ? outcomeOf(step, scene, decision) : null
    return outcome === null ? [] : [{ decision: step.decision, actor: step.actor, rank: step.rank, outcome }]
  })
}

function dateOf({ waves }: Territory, { wave }: Decision): string {
  return waves.get(wave)?.date ?? ''
}

function isLater({ territory, subject }: Scene, decision: Decision): boolean {
  return (territory.waves.get(subject.wave)?.date ?? '') > dateOf(territory, decision)
}

function cameToSeminar({ invitations, seminars }: Territory, { actor }: Step, since: string): boolean {
  return [...invitations.values()].some((invitation) => {
    const date = seminars.get(invitation.seminar)?.date
    return invitation.actor === actor && invitation.status === 'came' && (date === undefined || date >= since)
  })
}

function outcomeOf({ kind, actor, other = '', space = '' }: Step, scene: Scene, decision: Decision): StepOutcome {
  const [one, two] = [scene.nodeOf(actor), scene.nodeOf(other)]
  switch (kind) {
    case 'introduce':
      if (one < 0 || two < 0) return 'unknown'
      return scene.isTied(one, two) ? 'yes' : notSaid(scene, [one, two])
    case 'double':
      if (one < 0 || two < 0) return 'unknown'
      return scene.cutOffBy(one).includes(two) ? notSaid(scene, [two]) : 'yes'
    case 'reactivate': {
      if (one < 0 || two < 0) return 'unknown'
      const served = tiedSince(scene, [actor, other], dateOf(scene.territory, decision))
      return served ? 'yes' : notSaid(scene, [one, two])
    }
    case 'visit':
      if (one < 0) return 'unknown'
      if (scene.subject.basis === 'survey') return scene.subject.silent[one] ? 'no' : 'yes'
      return scene.degree(one) > 1 ? 'yes' : 'no'
    case 'pilot':
      return inProject(scene, space, ({ pilots }) => pilots.includes(actor))
    case 'verify':
      return inProject(scene, space, ({ pilots }) => pilots.length > 0)
    case 'invite': {
      if (space !== '') return inProject(scene, space, ({ participants }) => participants.includes(actor))
      const projects = scene.subject.programme?.projects ?? []
      if (projects.length === 0) return 'unknown'
      return projects.some(({ participants }) => participants.includes(actor)) ? 'yes' : 'no'
    }
  }
}

function notSaid({ subject }: Scene, nodes: readonly number[]): StepOutcome {
  return subject.basis !== 'survey' || nodes.every((node) => subject.silent[node]) ? 'unknown' : 'no'
}

type Project = NonNullable<Scene['subject']['programme']>['projects'][number]

function inProject({ subject }: Scene, space: string, holds: (project: Project) => boolean): StepOutcome {
  const project = subject.programme?.projects.find(({ id }) => id === space)
  if (!project) return 'unknown'
  return holds(project) ? 'yes' : 'no'
}
