import { insideOf, type Merged, membersOf, projectsIn } from './causes.ts'
import type { Cause, Solidity, Stake } from './item.ts'
import type { Scene } from './scene.ts'

/** How many are concerned, and what each would lose or gain on average, 0 to 1. */
interface Loss {
  readonly actors: number
  readonly share: number
}

/**
 * What is at stake: actors concerned × what each would lose or gain, as a share of its partners, of whom it reaches or of the projects it is in × how sure that is. One formula for every
 * kind of cause, so that they can be ranked among each other.
 *
 * @param responseRate null: nobody was asked
 */
export function stakeOf(
  merged: Merged,
  scene: Scene,
  responseRate: number | null,
): { readonly stake: Stake; readonly solidity: Solidity } {
  const { actors, share } = lossOf(merged, scene)
  const { value, solidity } = solidityOf(merged, responseRate)
  return { stake: { actors, share, solidity: value, total: actors * share * value }, solidity }
}

/** The gravest finding's own; of a survey without either, until replicates are made, the share of answers it rests on. */
function solidityOf({ parts, cause }: Merged, responseRate: number | null) {
  const [head] = [...parts].sort((a, b) => Number(b.status === 'signal') - Number(a.status === 'signal'))
  const probabilities = parts.flatMap(({ probability }) => (probability === null ? [] : [probability]))
  if (head?.survival != null) return { value: head.survival, solidity: 'survival' } as const
  if (probabilities.length > 0) {
    const mean = probabilities.reduce((sum, one) => sum + one, 0) / probabilities.length
    return { value: mean, solidity: 'probability' } as const
  }
  if (cause.kind === 'unread') return { value: 0.5, solidity: 'unread' } as const
  const isOfProgramme = programmeCauses.has(cause.kind)
  if (responseRate === null || responseRate === 1 || isOfProgramme) return { value: 1, solidity: 'source' } as const
  return { value: responseRate, solidity: 'answers' } as const
}

const programmeCauses: ReadonlySet<Cause['kind']> = new Set([
  'pilot',
  'without_pilot',
  'absent',
  'single_sphere',
  'first_meetings',
  'shared_piloting',
  'outward_projects',
])

function lossOf(merged: Merged, scene: Scene): Loss {
  const { cause } = merged
  const { graph, subject } = scene
  const all = Math.max(1, graph.nodeCount - 1)
  switch (cause.kind) {
    case 'go_between': {
      // Each keeps only those it is cut off with.
      const { length } = cause.cutOff
      const reached = scene.nodeOf(cause.broker) < 0 ? all : componentOf(scene, scene.nodeOf(cause.broker)) - 1
      return {
        actors: length,
        share: Math.max(0, reached - (largestAmong(cause.cutOff, cause.broker, scene) - 1)) / reached,
      }
    }
    case 'closed_group':
    case 'closed_actor': {
      const members = cause.kind === 'closed_group' ? cause.members : [cause.actor]
      const known = scene.nodesOf(members)
      const inside = insideOf(scene)
      const others = inside.length - members.length
      return missingTies(
        [sideOf(scene, known, members.length), sideOf(scene, known.length > 0 ? without(inside, known) : [], others)],
        cause.expected - cause.leaving,
      )
    }
    case 'sphere_apart': {
      const own = membersOf(scene, cause.sphere)
      const others =
        cause.others.length > 0
          ? cause.others.flatMap((other) => membersOf(scene, other))
          : without(insideOf(scene), own)
      const sides = [sideOf(scene, own, own.length), sideOf(scene, others, others.length)] as const
      return missingTies(sides, cause.expected - cause.between)
    }
    case 'islet':
      return { actors: cause.members.length, share: Math.max(0, all + 1 - cause.members.length) / all }
    case 'isolated':
      return { actors: cause.actors.length, share: 1 }
    case 'fading': {
      // The actor loses what is fading; each partner one of its own.
      const partners = scene.nodesOf(cause.partners)
      const lost = partners.reduce((sum, node) => sum + 1 / Math.max(1, scene.degree(node)), cause.share)
      return { actors: 1 + cause.partners.length, share: lost / (1 + cause.partners.length) }
    }
    case 'outward_ties': {
      const inside = insideOf(scene)
      const lost = cause.share * cause.ties
      return { actors: inside.length, share: lost / Math.max(1, degreesOf(scene, inside)) }
    }
    case 'withdrawal':
      return { actors: insideOf(scene).length, share: Math.min(1, Math.abs(cause.change ?? 0)) }
    case 'pilot': {
      // A pilot of too many holds them all; another, those that nobody else pilots.
      const held = merged.parts.some(({ kind }) => kind === 'pilot_concentration') ? cause.piloted : cause.alone
      return { actors: programmeActors(scene).size, share: held.length / Math.max(1, cause.of) }
    }
    case 'without_pilot':
    case 'unread':
      return { actors: programmeActors(scene).size, share: cause.projects.length / Math.max(1, cause.of) }
    case 'absent': {
      // Whoever comes gains a programme; those of the programme, as many partners as come.
      const present = programmeActors(scene).size
      const all = present + cause.missing
      const gained = cause.missing + (present * cause.missing) / Math.max(1, all)
      return { actors: Math.round(all), share: gained / Math.max(1, Math.round(all)) }
    }
    case 'single_sphere': {
      const projects = projectsIn(scene).filter(({ id }) => cause.projects.includes(id))
      const taking = projects.flatMap(({ participants }) => participants.map(() => 1 / (participants.length + 1)))
      const actors = new Set(projects.flatMap(({ participants }) => participants)).size
      return { actors, share: Math.min(1, sum(taking) / Math.max(1, actors)) }
    }
    case 'first_meetings': {
      const gained = new Map<string, number>()
      for (const id of cause.pairs.flat()) gained.set(id, (gained.get(id) ?? 0) + 1)
      const shares = [...gained].map(([id, met]) => {
        const node = scene.nodeOf(id)
        return met / (met + (node < 0 ? 0 : scene.degree(node)))
      })
      return { actors: gained.size, share: sum(shares) / Math.max(1, gained.size) }
    }
    case 'silent': {
      // Of a silent actor nobody tells what it has with those inside who are silent too.
      const inside = insideOf(scene)
      const silent = inside.filter((node) => subject.silent[node]).length
      return { actors: cause.actors.length, share: (silent - 1) / Math.max(1, inside.length - 1) }
    }
    case 'thin': {
      const { length } = cause.untied
      return {
        actors: length + cause.single.length,
        share: (length + cause.single.length / 2) / Math.max(1, length + cause.single.length),
      }
    }
    case 'most_between':
      return { actors: insideOf(scene).length, share: cause.shares[0] ?? 0 }
    case 'shared_piloting':
      return { actors: programmeActors(scene).size, share: cause.several / Math.max(1, cause.of) }
    case 'outward_projects':
      return { actors: programmeActors(scene).size, share: cause.projects.length / Math.max(1, cause.of) }
  }
}

interface Side {
  readonly actors: number
  /** Ties its actors have, both ends counted. */
  readonly ties: number
}

/** As many actors tied on average as all, where nobody knows who they are. */
function sideOf(scene: Scene, nodes: readonly number[], actors: number): Side {
  const { nodeCount, edgeCount } = scene.subject.declared.graph
  if (nodes.length === 0) return { actors, ties: (actors * 2 * edgeCount) / Math.max(1, nodeCount) }
  return { actors, ties: degreesOf(scene, nodes) }
}

/** Ties that are missing between two sides: each actor lacks on average its part of them, beside what it has. */
function missingTies(sides: readonly [Side, Side], missing: number): Loss {
  const lacking = Math.max(0, missing)
  const lost = sides.reduce((total, { actors, ties }) => total + (actors * lacking) / Math.max(1, lacking + ties), 0)
  const actors = sides[0].actors + sides[1].actors
  return { actors, share: actors === 0 ? 0 : lost / actors }
}

function degreesOf({ subject }: Scene, nodes: readonly number[]): number {
  const { offsets } = subject.declared.graph.out
  return sum(nodes.map((node) => offsets[node + 1]! - offsets[node]!))
}

export function programmeActors(scene: Scene): ReadonlySet<string> {
  return new Set(projectsIn(scene).flatMap(({ participants }) => participants))
}

function without(nodes: readonly number[], others: readonly number[]): number[] {
  const left = new Set(others)
  return nodes.filter((node) => !left.has(node))
}

function componentOf(scene: Scene, node: number): number {
  const met = new Set([node])
  for (const u of met) for (const v of scene.partners(u)) met.add(v)
  return met.size
}

/** Size of the largest piece that those cut off are left in; of unknown ones, all together. */
function largestAmong(cutOff: readonly string[], broker: string, scene: Scene): number {
  const node = scene.nodeOf(broker)
  if (node < 0) return cutOff.length
  const left = new Set(scene.nodesOf(cutOff))
  let largest = 1
  for (const start of left) {
    const piece = new Set([start])
    for (const u of piece) for (const v of scene.partners(u)) if (v !== node && left.has(v)) piece.add(v)
    for (const u of piece) left.delete(u)
    largest = Math.max(largest, piece.size)
  }
  return largest
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
