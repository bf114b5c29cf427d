import { partitionOf } from '../../analysis/partition.ts'
import { compareText } from '../../network/perimeter.ts'
import type { Case, Programme, Project } from '../case.ts'
import { distributionOf, type Finding, findingOf, measured } from '../finding.ts'
import { countSingleSphere, drawFirstPilot, drawSingleSphere } from '../null/programme-draws.ts'
import { mean, wilson } from '../statistics/interval.ts'
import { sequentialP } from '../statistics/p-value.ts'
import type { Thresholds } from '../thresholds.ts'

/** Everything a programme of projects says by itself, from documents as well as from a survey. */
export function programmeFindings(subject: Case, thresholds: Thresholds, draws: number, seed: string): Finding[] {
  const { programme } = subject
  if (!programme) {
    const all = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5'] as const
    return all.map((code) => findingOf(code, 'programme', '', 'insufficient', { reason: 'no_projects' }))
  }
  return [
    ...withoutPilot(programme),
    concentratedPilots(programme, thresholds, draws, `${seed}:P1`),
    ...dependentProjects(programme, thresholds),
    ...onParticipants(programme, [
      ...singleSphere(programme, thresholds, draws, `${seed}:P2`),
      ...absentFromProgramme(programme),
      ...firstMeetings(subject, programme),
    ]),
  ]
}

function onParticipants({ complete }: Programme, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, floor: !complete }))
}

/** P0: nobody pilots the project, and the source would have said so. */
function withoutPilot({ projects }: Programme): Finding[] {
  const orphans = projects.filter(({ pilots }) => pilots.length === 0)
  if (orphans.length === 0) return [findingOf('P0', 'programme', '', 'none')]
  return orphans.map(({ id, unreadable, participants }) =>
    findingOf('P0', 'programme', id, unreadable ? 'insufficient' : 'signal', {
      reason: unreadable ? 'unreadable' : null,
      members: participants,
    }),
  )
}

/** P1: one actor pilots more projects than chance among those who pilot would give it. « Qui pourrait co-piloter ? » */
function concentratedPilots({ projects }: Programme, thresholds: Thresholds, draws: number, stream: string): Finding {
  const piloted = projects.filter(({ pilots }) => pilots.length > 0)
  if (piloted.length < thresholds['programme.leastProjects']) {
    return findingOf('P1', 'programme', '', 'insufficient', { reason: 'too_few_projects' })
  }
  const held = countsOf(piloted.flatMap(({ pilots }) => pilots))
  const seats = piloted.map(({ pilots }) => pilots.length)
  const all = seats.reduce((sum, count) => sum + count, 0)
  const [first = '', most = 0] = [...held].reduce((best, pilot) => (pilot[1] > best[1] ? pilot : best), ['', 0])
  const concentration = [...held.values()].reduce((sum, count) => sum + (count / all) ** 2, 0)
  const drawn = drawFirstPilot(seats, held.size, draws, stream)
  const { p, draws: looked } = sequentialP(drawn, most, 'upper', Infinity)
  const share = most / piloted.length
  const signal = p <= thresholds['programme.level'] && share >= thresholds['programme.leastShare']
  return findingOf('P1', 'programme', '', signal ? 'signal' : 'none', {
    partner: first,
    members: piloted.filter(({ pilots }) => pilots.includes(first)).map(({ id }) => id),
    dims: [
      measured('first_pilot', most, {
        of: piloted.length,
        expected: mean(drawn),
        p,
        q: p,
        null: 'seats',
        draws: looked,
        seed: stream,
        distribution: distributionOf(drawn),
      }),
      measured('first_share', share, { interval: wilson(most, piloted.length) }),
      measured('concentration', concentration),
      measured('effective_pilots', 1 / concentration),
    ],
  })
}

/** P3: projects that have no other pilot than this actor. */
function dependentProjects({ projects }: Programme, thresholds: Thresholds): Finding[] {
  const alone = new Map<string, string[]>()
  for (const { id, pilots } of projects) {
    const [only] = pilots
    if (only === undefined || pilots.length > 1) continue
    alone.set(only, [...(alone.get(only) ?? []), id])
  }
  const dependent = [...alone].filter(([, ids]) => ids.length >= thresholds['programme.leastDependent'])
  if (dependent.length === 0) return [findingOf('P3', 'programme', '', 'none')]
  dependent.sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]))
  return dependent.map(([pilot, ids]) =>
    findingOf('P3', 'programme', pilot, 'signal', {
      members: ids,
      dims: [measured('left_without_pilot', ids.length)],
    }),
  )
}

/** P2: projects of one sphere, each listed; as a trait of the programme only against draws that keep who is how active and projects how large. */
function singleSphere(
  { projects, sphereOf }: Programme,
  thresholds: Thresholds,
  draws: number,
  stream: string,
): Finding[] {
  const large = projects.filter(({ participants }) => participants.length >= 2)
  if (large.length === 0) return [findingOf('P2', 'programme', '', 'insufficient', { reason: 'too_few_projects' })]
  const actors = [...new Set(large.flatMap(({ participants }) => participants))].sort(compareText)
  const indexOf = new Map(actors.map((id, index) => [id, index]))
  const { groupOf, names } = partitionOf(actors.map((id) => sphereOf.get(id)))
  const rows = large.map(({ participants }) => participants.map((id) => indexOf.get(id) ?? -1))
  const observed = countSingleSphere(rows, groupOf)
  const drawn = drawSingleSphere(rows, groupOf, draws, stream)
  const { p, draws: looked } = sequentialP(drawn, observed, 'upper', Infinity)
  const sphereOfProject = (row: readonly number[]) => {
    const sphere = groupOf[row[0]!]!
    return row.every((actor) => groupOf[actor] === sphere) ? (names[sphere] ?? null) : null
  }
  const listed = large.flatMap(({ id, participants }, i) => {
    const sphere = sphereOfProject(rows[i] as number[])
    return sphere === null
      ? []
      : [findingOf('P2', 'programme', id, 'signal', { members: participants, partner: sphere })]
  })
  const whole = findingOf('P2', 'programme', '', p <= thresholds['programme.level'] ? 'signal' : 'none', {
    members: listed.map(({ subject }) => subject),
    dims: [
      measured('single_sphere', observed, {
        of: large.length,
        expected: mean(drawn),
        p,
        q: p,
        null: 'curveball',
        draws: looked,
        seed: stream,
        distribution: distributionOf(drawn),
      }),
    ],
  })
  return [whole, ...listed]
}

/** P4: spheres, and kinds of actors the method calls for, that no project has. What an absent sphere says is not said twice. */
function absentFromProgramme({ projects, sphereOf, typeOf, spheres }: Programme): Finding[] {
  const actors = new Set(projects.flatMap(({ participants }) => participants))
  const metSpheres = new Set([...actors].map((id) => sphereOf.get(id)))
  const metTypes = new Set([...actors].map((id) => typeOf.get(id)))
  const absentSpheres = spheres.filter((sphere) => !metSpheres.has(sphere))
  const absentCategories = criticalCategories.filter(
    ({ types, within }) => !types.some((type) => metTypes.has(type)) && !absentSpheres.includes(within),
  )
  const absent = [
    ...absentSpheres.map((sphere) => ({ subject: sphere, types: [] as string[] })),
    ...absentCategories.map(({ id, types }) => ({ subject: id, types: [...types] })),
  ]
  if (absent.length === 0) return [findingOf('P4', 'programme', '', 'none')]
  return absent.map(({ subject, types }) => findingOf('P4', 'programme', subject, 'signal', { members: types }))
}

/**
 * Kinds of actors without which a programme of an industrial territory lacks a leg, by the types that make them up and the sphere they are usually of.
 * The publication's other kinds (infrastructures, culture and tourism, housing and environment, associations and inhabitants) are spheres already.
 * ANCT (2020), annexe 1 and the box on the binômes.
 */
const criticalCategories: readonly {
  readonly id: string
  readonly types: readonly string[]
  readonly within: string
}[] = [
  { id: 'collectivites', types: ['commune', 'epci', 'departement', 'region'], within: 'action_publique' },
  { id: 'etat', types: ['etat'], within: 'action_publique' },
  { id: 'entreprises', types: ['entreprise'], within: 'economie' },
  {
    id: 'interface',
    types: ['agence_developpement', 'chambre_consulaire', 'cluster', 'association_entreprises'],
    within: 'economie',
  },
  { id: 'formation', types: ['formation', 'enseignement_recherche'], within: 'formation_recherche' },
  { id: 'emploi', types: ['emploi_insertion'], within: 'emploi' },
]

/** P5, an opportunity: participants of a project that nothing else brings together, by pairs « a / b ». */
function firstMeetings(subject: Case, { projects, spacesOf }: Programme): Finding[] {
  const { actors, declared } = subject
  const nodeOf = new Map(actors.map((id, node) => [id, node]))
  const tied = new Set<number>()
  const { sources, targets, edgeCount } = declared.graph
  const dyad = (u: number, v: number) => Math.min(u, v) * actors.length + Math.max(u, v)
  for (let e = 0; e < edgeCount; e++) tied.add(dyad(sources[e]!, targets[e]!))
  const strangers = (project: Project) => {
    const pairs: string[] = []
    project.participants.forEach((a, i) => {
      for (const b of project.participants.slice(i + 1)) {
        const [u, v] = [nodeOf.get(a), nodeOf.get(b)]
        if (u !== undefined && v !== undefined && tied.has(dyad(u, v))) continue
        const elsewhere = [...(spacesOf.get(a) ?? [])].some(
          (space) => space !== project.id && spacesOf.get(b)?.has(space),
        )
        if (!elsewhere) pairs.push(`${a} / ${b}`)
      }
    })
    return pairs
  }
  const found = projects.flatMap((project) => {
    const pairs = strangers(project)
    if (pairs.length === 0) return []
    const dims = [measured('first_meetings', pairs.length)]
    return [findingOf('P5', 'programme', project.id, 'signal', { members: pairs, dims })]
  })
  return found.length > 0 ? found : [findingOf('P5', 'programme', '', 'none')]
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of [...names].sort(compareText)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
