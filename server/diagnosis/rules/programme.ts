import { partitionOf } from '../../analysis/partition.ts'
import { compareText } from '../../domain/perimeter.ts'
import { type Case, type Programme, type Project, unaskedBits } from '../case.ts'
import { type Dim, distributionOf, type Finding, findingOf, measured } from '../finding.ts'
import { countSingleSphere, drawFirstPilot, drawSingleSphere } from '../null/programme-draws.ts'
import { hypergeometricAtMost } from '../statistics/hypergeometric.ts'
import { mean } from '../statistics/interval.ts'
import { holm } from '../statistics/multiplicity.ts'
import { sequentialP } from '../statistics/p-value.ts'
import type { Thresholds } from '../thresholds.ts'

/**
 * Everything a programme of projects says by itself, from documents as well as from a survey.
 *
 * Each rule is put to the programme twice, with and without the rows held to be uncertain. What both say is said; a signal of
 * one alone is withheld, and a fact says both numbers.
 */
export function programmeFindings(subject: Case, thresholds: Thresholds, draws: number, seed: string): Finding[] {
  const { programme } = subject
  if (!programme) return looked.map((kind) => findingOf(kind, 'insufficient', { reason: 'no_projects' }))
  const found = findingsOn(subject, programme, thresholds, draws, seed)
  if (programme.doubtful === 0) return found
  const certain = findingsOn(subject, { ...programme, projects: programme.certain }, thresholds, draws, seed)
  const holds = (of: readonly Finding[], { id }: Finding) =>
    of.some((finding) => finding.id === id && finding.status === 'signal')
  const withheld = (finding: Finding): Finding => ({ ...finding, status: 'insufficient', reason: 'doubtful' })
  const judged = found.map((finding) => {
    if (finding.status === 'insufficient') return finding
    if (finding.status === 'fact') return withSureNumber(finding, certain)
    const both = (finding.status === 'signal') === holds(certain, finding)
    if (!both) return withheld(finding)
    return finding.status === 'signal' ? { ...finding, doubtful: programme.doubtful } : finding
  })
  const known = new Set(found.map(({ id }) => id))
  const besides = certain.filter((finding) => finding.status === 'signal' && !known.has(finding.id)).map(withheld)
  // Nothing was found of a rule only if nothing is withheld of it either.
  const isOpen = (kind: Finding['kind']) =>
    [...judged, ...besides].some((finding) => finding.kind === kind && finding.reason === 'doubtful')
  return [
    ...judged.filter(({ kind, status, dims }) => status !== 'none' || dims.length > 0 || !isOpen(kind)),
    ...besides,
  ]
}

function withSureNumber(fact: Finding, certain: readonly Finding[]): Finding {
  const reaching = ({ dims }: Finding) => dims.find(({ key }) => key === 'reaching_outside')?.observed
  const surely = certain.filter(({ id }) => id === fact.id).map(reaching)[0]
  if (surely === undefined || surely === reaching(fact)) return fact
  return { ...fact, dims: [...fact.dims, measured('reaching_surely', surely)] }
}

/** What is looked for in every programme. */
const looked = [
  'project_without_pilot',
  'pilot_concentration',
  'programme_homophily',
  'sole_pilot',
  'absent_from_programme',
  'first_meetings',
  'named_and_absent',
  'programme_reach',
] as const

function findingsOn(
  subject: Case,
  programme: Programme,
  thresholds: Thresholds,
  draws: number,
  seed: string,
): Finding[] {
  return [
    ...withoutPilot(programme),
    concentratedPilots(programme, thresholds, draws, `${seed}:P1`),
    ...dependentProjects(programme, thresholds),
    ...onParticipants(programme, [
      ...singleSphere(programme, thresholds, draws, `${seed}:P2`),
      ...absentFromProgramme(programme),
      ...firstMeetings(subject, programme),
      ...namedInNoProject(subject, programme, thresholds),
      reachingOutside(programme),
    ]),
  ]
}

function onParticipants({ complete }: Programme, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, floor: !complete }))
}

/** Nobody pilots the project, and the source would have said so. */
function withoutPilot({ projects }: Programme): Finding[] {
  const orphans = projects.filter(({ pilots }) => pilots.length === 0)
  if (orphans.length === 0) return [findingOf('project_without_pilot', 'none')]
  return orphans.map(({ id, unreadPilot, participants }) =>
    findingOf('project_without_pilot', unreadPilot ? 'insufficient' : 'signal', {
      project: id,
      reason: unreadPilot ? 'unreadable' : null,
      participants,
    }),
  )
}

/**
 * One actor pilots more projects than chance among those who pilot would give it. « Qui pourrait co-piloter ? » The programme is
 * what it is, no sample: its shares have no interval. Pilots that could not be read may be the first one or anybody else; where that would change the verdict there is none.
 */
function concentratedPilots({ projects }: Programme, thresholds: Thresholds, draws: number, stream: string): Finding {
  const piloted = projects.filter(({ pilots }) => pilots.length > 0)
  if (piloted.length < thresholds['programme.leastProjects']) {
    return findingOf('pilot_concentration', 'insufficient', { reason: 'too_few_projects' })
  }
  const held = countsOf(piloted.flatMap(({ pilots }) => pilots))
  const seats = piloted.map(({ pilots }) => pilots.length)
  const all = seats.reduce((sum, count) => sum + count, 0)
  const [first = '', most = 0] = [...held].reduce((best, pilot) => (pilot[1] > best[1] ? pilot : best), ['', 0])
  const concentration = [...held.values()].reduce((sum, count) => sum + (count / all) ** 2, 0)
  const drawn = drawFirstPilot(seats, held.size, draws, stream)
  const { p, draws: looked } = sequentialP(drawn, most, 'upper', Infinity)
  const isShareEnough = (share: number) => share >= thresholds['programme.leastShare']
  const signal = p <= thresholds['programme.level'] && isShareEnough(most / piloted.length)

  const unread = projects.filter(({ pilots, unreadPilot }) => unreadPilot && pilots.length === 0).length
  const withUnread = (others: number, ofFirst: number) => {
    const more = [...seats, ...new Array<number>(unread).fill(1)]
    if (!isShareEnough((most + ofFirst) / more.length)) return false
    const withMore = drawFirstPilot(more, held.size + others, draws, `${stream}:unread`)
    return sequentialP(withMore, most + ofFirst, 'upper', Infinity).p <= thresholds['programme.level']
  }
  const isOpen = unread > 0 && (withUnread(unread, 0) !== signal || withUnread(0, unread) !== signal)
  return findingOf('pilot_concentration', isOpen ? 'insufficient' : signal ? 'signal' : 'none', {
    reason: isOpen ? 'unreadable' : null,
    pilot: first,
    projects: piloted.filter(({ pilots }) => pilots.includes(first)).map(({ id }) => id),
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
      measured('first_share', most / piloted.length),
      measured('concentration', concentration),
      measured('effective_pilots', 1 / concentration),
    ],
  })
}

/** Projects that have no other pilot than this actor; one that could not be read would be another. */
function dependentProjects({ projects }: Programme, thresholds: Thresholds): Finding[] {
  const alone = new Map<string, string[]>()
  for (const { id, pilots, unreadPilot } of projects) {
    const [only] = pilots
    if (only === undefined || pilots.length > 1 || unreadPilot) continue
    alone.set(only, [...(alone.get(only) ?? []), id])
  }
  const dependent = [...alone].filter(([, ids]) => ids.length >= thresholds['programme.leastDependent'])
  if (dependent.length === 0) return [findingOf('sole_pilot', 'none')]
  dependent.sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]))
  return dependent.map(([pilot, ids]) =>
    findingOf('sole_pilot', 'signal', {
      pilot,
      projects: ids,
      dims: [measured('left_without_pilot', ids.length)],
    }),
  )
}

/**
 * Projects of one sphere, each listed; as a trait of the programme only against draws that keep who is how active and projects how large. A participant
 * that could not be read may be of another sphere: such a project is not judged, and may not decide for the whole.
 */
function singleSphere(
  { projects, sphereOf }: Programme,
  thresholds: Thresholds,
  draws: number,
  stream: string,
): Finding[] {
  const large = projects.filter(({ participants }) => participants.length >= 2)
  if (large.length === 0) return [findingOf('programme_homophily', 'insufficient', { reason: 'too_few_projects' })]
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
  const listed = large.flatMap(({ id, participants, unreadRole }, i) => {
    const sphere = sphereOfProject(rows[i] as number[])
    if (sphere === null) return []
    const verdict = unreadRole
      ? ({ status: 'insufficient', reason: 'unreadable' } as const)
      : ({ status: 'signal' } as const)
    const { status, ...reason } = verdict
    return [findingOf('single_sphere_project', status, { ...reason, project: id, participants, sphere })]
  })
  const read = listed.filter(({ status }) => status === 'signal').length
  const level = thresholds['programme.level']
  const isOpen = p <= level && sequentialP(drawn, read, 'upper', Infinity).p > level
  const whole = findingOf('programme_homophily', isOpen ? 'insufficient' : p <= level ? 'signal' : 'none', {
    reason: isOpen ? 'unreadable' : null,
    projects: listed.flatMap(({ project }) => project ?? []),
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

/**
 * Spheres, and kinds of actors the method calls for, that no project has, nor any space that projects belong to: a programme that State and Région lead
 * together has both. What an absent sphere says is not said twice.
 */
function absentFromProgramme({ projects, sphereOf, typeOf, spheres }: Programme): Finding[] {
  const actors = new Set(projects.flatMap(({ participants, around }) => [...participants, ...around]))
  const metSpheres = new Set([...actors].map((id) => sphereOf.get(id)))
  const metTypes = new Set([...actors].map((id) => typeOf.get(id)))
  const absentSpheres = spheres.filter((sphere) => !metSpheres.has(sphere))
  const absentCategories = criticalCategories.filter(
    ({ types, within }) => !types.some((type) => metTypes.has(type)) && !absentSpheres.includes(within),
  )
  const absent = [
    ...absentSpheres.map((sphere) => ({ sphere })),
    ...absentCategories.map(({ id, types }) => ({ category: id, types })),
  ]
  if (absent.length === 0) return [findingOf('absent_from_programme', 'none')]
  const dims = [projectsRead(projects)]
  return absent.map((whom) => findingOf('absent_from_programme', 'signal', { ...whom, dims }))
}

/** An absence is said of as many projects as could be read. */
function projectsRead(projects: readonly Project[]): Dim {
  return measured('projects_read', projects.filter(({ unreadRole }) => !unreadRole).length, { of: projects.length })
}

/**
 * A type of actors several of which have a name in the data, and none of which is in the programme, where chance would hardly leave all of them out. A
 * placeholder, « Entreprises », stands for nobody in particular and hides none of them.
 */
function namedInNoProject({ actors }: Case, { projects, named, typeOf }: Programme, thresholds: Thresholds): Finding[] {
  const present = new Set(projects.flatMap(({ participants, around }) => [...participants, ...around]))
  const known = actors.filter((id) => named.has(id))
  const met = known.filter((id) => present.has(id)).length
  const ofType = [...Map.groupBy(known, (id) => typeOf.get(id) ?? '')]
  const tested = ofType.filter(([, ids]) => ids.length >= thresholds['programme.leastNamed'])
  if (tested.length === 0) return [findingOf('named_and_absent', 'insufficient', { reason: 'too_small' })]
  const absences = tested.map(([type, ids]) => {
    const absent = ids.filter((id) => !present.has(id))
    return { type, ids, absent, p: hypergeometricAtMost(ids.length - absent.length, known.length, met, ids.length) }
  })
  const adjusted = holm(absences.map(({ p }) => p))
  const found = absences.flatMap(({ type, ids, absent, p }, i) => {
    const q = adjusted[i]!
    if (absent.length < ids.length || q > thresholds['programme.level']) return []
    const expected = ids.length * (1 - met / known.length)
    const dims = [
      measured('in_no_project', absent.length, { of: ids.length, expected, p, q, null: 'hypergeometric' }),
      projectsRead(projects),
    ]
    return [findingOf('named_and_absent', 'signal', { type, absent, dims })]
  })
  return found.length > 0 ? found : [findingOf('named_and_absent', 'none')]
}

/** A fact: how many projects have a participant from outside. */
function reachingOutside({ projects, outside }: Programme): Finding {
  const reaching = projects.filter(({ participants }) => participants.some((id) => outside.has(id)))
  return findingOf('programme_reach', 'fact', {
    projects: reaching.map(({ id }) => id),
    dims: [measured('reaching_outside', reaching.length, { of: projects.length }), projectsRead(projects)],
  })
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

/**
 * An opportunity: participants of a project that nothing known brings together, by pairs. Of pairs that somebody was asked about: that no paper
 * names a tie is no sign that there is none.
 */
function firstMeetings(subject: Case, { projects, spacesOf }: Programme): Finding[] {
  if (subject.basis !== 'survey') return [findingOf('first_meetings', 'insufficient', { reason: subject.basis })]
  const { actors } = subject
  const nodeOf = new Map(actors.map((id, node) => [id, node]))
  const unasked = unaskedBits(subject)
  const tied = new Set<number>()
  const { sources, targets, edgeCount } = subject.declared.graph
  const dyad = (u: number, v: number) => Math.min(u, v) * actors.length + Math.max(u, v)
  for (let e = 0; e < edgeCount; e++) tied.add(dyad(sources[e]!, targets[e]!))
  const strangers = (project: Project) => {
    const pairs: [string, string][] = []
    project.participants.forEach((a, i) => {
      for (const b of project.participants.slice(i + 1)) {
        const [u, v] = [nodeOf.get(a), nodeOf.get(b)]
        if (u === undefined || v === undefined || tied.has(dyad(u, v)) || unasked[u]! & unasked[v]!) continue
        const elsewhere = [...(spacesOf.get(a) ?? [])].some(
          (space) => space !== project.id && spacesOf.get(b)?.has(space),
        )
        if (!elsewhere) pairs.push([a, b])
      }
    })
    return pairs
  }
  const found = projects.flatMap((project) => {
    const pairs = strangers(project)
    if (pairs.length === 0) return []
    const dims = [measured('first_meetings', pairs.length)]
    return [findingOf('first_meetings', 'signal', { project: project.id, pairs, dims })]
  })
  return found.length > 0 ? found : [findingOf('first_meetings', 'none')]
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of [...names].sort(compareText)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
