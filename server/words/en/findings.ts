import type { FindingWire } from '../../wire/diagnosis.ts'
import {
  type FindingWords,
  type Names,
  type Numbers,
  needed,
  numbersOf,
  type Of,
  spheresOf,
  tiesAs,
} from '../findings.ts'
import { english } from '../formats.ts'

const { number, count, percent, list } = english

/** What a diagnosis says, in English. */
export const findings: FindingWords = {
  titles: {
    closed_group: 'Lock-in',
    closed_actor: 'Lock-in',
    withdrawal: 'Lock-in',
    fragile_opening: 'Lock-in',
    isolated_actor: 'Isolation',
    single_tie: 'Single tie',
    islet: 'Islet',
    peripheral_actor: 'Periphery',
    dependent_actor: 'Dependence on a go-between',
    excluded_spheres: 'Spheres that seldom meet',
    fading_ties: 'Ties to revive',
    critical_broker: 'Critical go-between',
    sphere_kept_apart: 'Sphere kept apart',
    project_without_pilot: 'Project without a pilot',
    pilot_concentration: 'Concentrated piloting',
    programme_homophily: 'Projects of a single sphere',
    single_sphere_project: 'Projects of a single sphere',
    sole_pilot: 'Projects that hang on one pilot',
    absent_from_programme: 'Absent from the programme',
    first_meetings: 'First meetings',
    named_and_absent: 'Named and absent',
    programme_reach: 'Opening of the programme',
  },
  grades: {
    structural: 'structural',
    confirmed: 'confirmed: its ties are not renewed',
    opening: 'opening: its new ties lead out',
  },
  reasons: {
    documents: 'this wave was made from documents: nobody was asked.',
    informants: 'from what the team knows: the actors declared nothing themselves.',
    response_rate: 'too few answers to judge.',
    group_response: 'too few members of the group answered.',
    did_not_answer: 'this actor did not answer. It cannot be judged: to be asked.',
    too_small: 'too few actors to judge.',
    too_few_ties: 'too few ties to judge.',
    draws: 'the draws do not settle it yet.',
    no_groups: 'no group is declared.',
    no_spheres: 'actors have no sphere, or one only.',
    two_spheres: 'with two spheres, keeping to oneself and avoiding the other cannot be told apart.',
    places_unknown:
      'communes are not recorded, and something the data do not tell brings actors together: it could be distance.',
    alone_in_place: 'too few actors of other spheres are in the same places to compare with.',
    no_earlier_wave: 'there is neither an earlier wave nor comparable territories.',
    no_outside_actors: 'no actor outside the territory is in the data.',
    no_dates: 'too few ties have a date of last contact.',
    no_projects: 'no project is in the data.',
    too_few_projects: 'too few projects to judge.',
    unreadable: 'the source cannot be read there.',
    doubtful: 'it depends on rows held to be uncertain.',
    too_large: 'the network is too large for this computation.',
  },
  references: {
    A: 'Compared at equal numbers of ties: each actor keeps its own. Distance and affinities are not held equal.',
    B: 'Compared at equal numbers of ties and homophily: each actor keeps its number of ties, and each pair of spheres its own. Distance is not held equal.',
    C: 'Compared at equal numbers of ties, homophily and overall closure: what the whole network has of closure does not count here. Below 26 actors this is not judged.',
    D: 'Compared at equal numbers of ties, proximity and homophily: neither how many ties each has, nor how far spheres keep to themselves, nor places explain the gap. An affinity that the data do not tell still could.',
    E: 'Compared at equal numbers of ties and homophily. Places are not recorded: if distance matters, it cannot be seen here.',
    labels:
      'Compared at equal places: spheres are dealt anew among the actors of each place. Numbers of ties are not held equal: having few is precisely what keeps a sphere apart.',
    labels_anywhere:
      'Spheres are dealt anew among all actors: places are not recorded, and if distance matters, it cannot be seen here. Numbers of ties are not held equal: having few is precisely what keeps a sphere apart.',
    hypergeometric: 'Compared at an equal number of new ties, spread at random.',
    curveball: 'Compared at equal numbers of projects for each actor, and an equal size of each project.',
    seats: 'Compared at an equal number of pilots for each project, drawn among those who pilot.',
  },
  statement: statementOf,
  suggestion: (finding, names) => (finding.status === 'signal' ? suggestionOn(finding, names) : null),
  toAsk: ({ asked, namedBy }) =>
    `${namedBy === 0 ? 'no respondent names it' : `${count(namedBy, 'respondent names it', 'respondents name it')}`}${asked ? '' : '; nobody asked it'}.`,
  floor: 'Participants are those that the source names: there may be others.',
  cross: ({ at, basis, territories }) => {
    if (basis === 'median')
      return `${number(at)}, the median of the ${number(territories ?? 0)} comparable territories held here`
    return basis === 'adopted' ? `${number(at)}, which the territory adopted` : `${number(at)}, set by convention`
  },
  probability:
    'These probabilities rest on who answered and on how often two answers confirm each other. They are too sure, by 5 to 10 points where three actors in ten did not answer or some ties are told of less than others, and by some 20 points where besides one tie in three is forgotten; these data cannot show it.',
  prudence: ({ survival, named, doubtful }) => {
    if (doubtful > 0) {
      return `This holds without the ${count(doubtful, 'participation', 'participations')} held to be uncertain.`
    }
    if (survival === null) return null
    if (survival === 1) return 'This would hold even if more answers were missing.'
    const held = `If as many answers again were missing, this would hold ${percent(survival)} of the time.`
    return named ? held : `${held} That is too little to say whom it is about.`
  },
}

function statementOf(finding: FindingWire, names: Names): string {
  if (finding.status === 'insufficient') return insufficient(finding, names)
  if (finding.status === 'none') return nothing(finding, names)
  const text = signal(finding, names)
  // A name keeps its first letter as it is.
  return finding.named ? text : capital(text)
}

function signal(finding: FindingWire, names: Names): string {
  const called = (id: string | null) => actorOf(finding, id, names)
  switch (finding.kind) {
    case 'closed_group':
      return closedGroup(finding, names)
    case 'closed_actor':
      return closedActor(finding, called(finding.actor))
    case 'withdrawal':
      return withdrawn(finding)
    case 'fragile_opening':
      return carried(finding, names)
    case 'isolated_actor':
      return `${called(finding.actor)} has no known tie in this wave.${probable(finding)}`
    case 'single_tie':
      return finding.named
        ? `${called(finding.actor)} has a single known partner: ${partnerOf(finding, finding.partner, names)}.${probable(finding)}`
        : `${called(finding.actor)} has a single known partner.${probable(finding)}`
    case 'islet':
      return finding.named
        ? `${list(finding.members.map(names.actor))} are tied to each other only.${probable(finding)}`
        : `${count(finding.members.length, 'actor is', 'actors are')} tied to each other only.${probable(finding)}`
    case 'peripheral_actor':
      return `${called(finding.actor)} lies at the periphery: ${count(finding.path.length - 2, 'go-between separates', 'go-betweens separate')} it from ${partnerOf(finding, finding.center, names)} at the centre of the network.${probable(finding)}`
    case 'dependent_actor':
      return dependence(finding, names, called(finding.actor))
    case 'excluded_spheres': {
      const [first, second] = spheresOf(finding, names)
      const { observed, expected } = needed(finding, 'between')
      return `The spheres “${first}” and “${second}” have ${count(observed, 'tie', 'ties')} between them; one would expect about ${rounded(expected)}.`
    }
    case 'fading_ties':
      return `${called(finding.actor)} has ${count(tiesAs(finding, 'fading'), 'tie', 'ties')} silent for much longer than usual, ${percent(needed(finding, 'fading').observed)} of the weight of its ties.`
    case 'critical_broker':
      return critical(finding, called(finding.broker))
    case 'sphere_kept_apart':
      return apart(finding, names)
    case 'project_without_pilot':
      return `The project “${names.space(finding.project ?? '')}” has no pilot.`
    case 'pilot_concentration':
      return pilots(finding, names)
    case 'programme_homophily':
      return homophily(finding)
    case 'single_sphere_project':
      return singleSphere(finding, names)
    case 'sole_pilot':
      return `If ${called(finding.pilot)} withdrew, ${count(needed(finding, 'left_without_pilot').observed, 'project', 'projects')} would have no pilot left.`
    case 'absent_from_programme':
      return `“${absentee(finding, names)}” has no actor in the projects${readable(finding)}.`
    case 'first_meetings':
      return `In “${names.space(finding.project ?? '')}”, ${count(needed(finding, 'first_meetings').observed, 'pair of participants meets', 'pairs of participants meet')} for the first time.`
    case 'named_and_absent':
      return namedNowhere(finding, names)
    case 'programme_reach': {
      const { observed, of } = needed(finding, 'reaching_outside')
      const surely = numbersOf(finding, 'reaching_surely')
      return `${number(observed)} of ${number(of ?? 0)} projects ${observed === 1 ? 'has' : 'have'} an actor from outside the territory${readable(finding)}.${surely ? ` Without the rows held to be uncertain, ${number(surely.observed)}.` : ''}`
    }
  }
}

function closedGroup(finding: Of<'closed_group'>, names: Names): string {
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  return [
    `The ${number(finding.members.length)} members of ${theGroup(finding, names)} have ${count(tiesAs(finding, 'internal'), 'tie', 'ties')} among themselves and ${number(opening.observed)} to the others.`,
    `One would expect about ${rounded(opening.expected)} to the others.`,
    ...(finding.explainedBy === 'places' ? ['Geography explains nearly all of it.'] : []),
    ...(renewal ? [`Since the wave before: ${renewed(renewal)}.`] : []),
    ...inFamilies(finding),
  ].join(' ')
}

const families: Readonly<Record<Of<'closed_group'>['families'][number]['family'], string>> = {
  exchange: 'exchanging',
  cooperate: 'cooperating',
  decide: 'deciding and funding',
}

function inFamilies({ families: found }: Of<'closed_group'>): string[] {
  const judged = found.filter(({ holds }) => holds !== null)
  const held = judged.filter(({ holds }) => holds)
  if (found.length === 0) return []
  if (judged.length === 0) return ['Family by family, ties are too few to judge.']
  if (held.length === 0) return ['No family of ties, taken alone, shows the same closure.']
  const names = list(held.map(({ family }) => `“${families[family]}”`))
  return [`The same closure shows in ${number(held.length)} of ${number(judged.length)} families of ties: ${names}.`]
}

function closedActor(finding: Of<'closed_actor'>, who: string): string {
  const closure = needed(finding, 'closure')
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  return [
    `${who} has ${count(opening.of ?? 0, 'partner', 'partners')}, of whom ${number(opening.observed)} outside its sphere; one would expect about ${tenth(opening.expected)}.`,
    `${count(closure.observed, 'pair of its partners is', 'pairs of its partners are')} tied, instead of about ${tenth(closure.expected)}.`,
    ...(renewal ? [`Since the wave before: ${renewed(renewal)}.`] : []),
  ].join(' ')
}

function carried(finding: Of<'fragile_opening'>, names: Names): string {
  const { observed, of } = needed(finding, 'first_share')
  const who = finding.named && finding.carrier ? names.actor(finding.carrier) : 'A single actor'
  return `${who} carries ${percent(observed)} of the ${number(of ?? 0)} ties that leave the territory.`
}

function withdrawn(finding: Of<'withdrawal'>): string {
  return `${openness(finding)} The territory seems to withdraw.`
}

function openness(finding: Of<'withdrawal'>): string {
  const { observed } = needed(finding, 'territory_opening')
  const change = numbersOf(finding, 'opening_change')
  const moved = change?.interval && ` Among those who answered both waves it moved by ${signed(change.observed)}.`
  return `The opening of the territory is ${number(observed)} out of 1.${moved ?? ''}`
}

function dependence(finding: Of<'dependent_actor'>, names: Names, who: string): string {
  const broker = partnerOf(finding, finding.broker, names)
  const cut = needed(finding, 'cut_off').observed
  const [only] = finding.ties
  const through = `${who} is joined to the others by ${broker} alone`
  const held = !only
    ? `${through}.`
    : only.to === finding.broker
      ? `${through}, its single known partner.`
      : `${through}, and has a single known partner, ${names.actor(only.to)}.`
  const others =
    cut > 1 ? ` If this go-between withdrew, ${count(cut, 'actor', 'actors')} would be cut off from the others.` : ''
  return `${held}${others}${probable(finding)}`
}

/** Of the absence of ties: how likely it is, in words that leave the last one to the actor. */
function probable({ probability }: FindingWire): string {
  if (probability === null) return ''
  const sure = probability >= 0.975 ? 'more than 95 in 100' : `about ${number(Math.round(probability * 20) * 5)} in 100`
  return ` It is likely (${sure}).`
}

function critical(finding: Of<'critical_broker'>, who: string): string {
  const { observed } = needed(finding, 'cut_off')
  const found = `Without ${who}, ${count(observed, 'actor', 'actors')} would be cut off from the rest`
  if (finding.status === 'none') return `${found}: as one would expect of as many ties.`
  const geography =
    finding.explainedBy === 'places' ? ' Geography explains it: most of them are in places of their own.' : ''
  return `${found}.${geography}`
}

function apart(finding: Of<'sphere_kept_apart'>, names: Names): string {
  const { observed, expected } = needed(finding, 'elsewhere')
  const sphere = names.sphere(finding.sphere ?? '')
  const others =
    finding.reference === 'labels'
      ? `An actor of the same places is tied to ${percent(expected ?? 0)}, not counting ties with it`
      : `These, from one sphere to another, are tied to ${percent(expected ?? 0)} of each other`
  return `An actor of “${sphere}” is tied to ${percent(observed)} of the actors of other spheres. ${others}.`
}

function pilots(finding: Of<'pilot_concentration'>, names: Names): string {
  const first = needed(finding, 'first_pilot')
  return [
    `${partnerOf(finding, finding.pilot, names)} pilots ${number(first.observed)} of the ${number(first.of ?? 0)} projects that have a pilot.`,
    `Shared among those who pilot, the first would have about ${tenth(first.expected)}.`,
    `It is as if ${tenth(needed(finding, 'effective_pilots').observed)} actors shared the piloting equally.`,
  ].join(' ')
}

function singleSphere(finding: Of<'single_sphere_project'>, names: Names): string {
  return `All participants of the project “${names.space(finding.project ?? '')}” are of the sphere “${names.sphere(finding.sphere ?? '')}”.`
}

function homophily(finding: Of<'programme_homophily'>): string {
  const { observed, of, expected } = needed(finding, 'single_sphere')
  return `${observed === 0 ? 'None' : number(observed)} of the ${number(of ?? 0)} projects of several participants ${observed === 1 ? 'is' : 'are'} of a single sphere; one would expect about ${tenth(expected)}.`
}

function namedNowhere(finding: Of<'named_and_absent'>, names: Names): string {
  const { observed, expected } = needed(finding, 'in_no_project')
  return [
    `${count(observed, 'named actor', 'named actors')} of type “${names.actorType(finding.type ?? '')}” ${observed === 1 ? 'is' : 'are'} in no project${readable(finding)}.`,
    `They are ${list(finding.absent.map(names.actor))}.`,
    `One would expect about ${tenth(expected)} of them to be missing.`,
  ].join(' ')
}

/** Of projects some cells of which cannot be read, an absence is said of the others. */
function readable(finding: FindingWire): string {
  const { observed, of } = needed(finding, 'projects_read')
  return of === null || observed === of ? '' : ` (${number(observed)} of ${number(of)} can be read in full)`
}

function nothing(finding: FindingWire, names: Names): string {
  switch (finding.kind) {
    case 'closed_group':
    case 'closed_actor':
      return notClosed(finding, names)
    case 'withdrawal':
      return `${openness(finding)} Nothing says that the territory withdraws.`
    case 'fragile_opening':
      return shared(finding)
    case 'excluded_spheres': {
      const [first, second] = spheresOf(finding, names)
      const { observed, expected } = needed(finding, 'between')
      return `Between “${first}” and “${second}”: ${count(observed, 'tie', 'ties')}, for about ${rounded(expected)} expected.`
    }
    case 'critical_broker':
      return finding.broker === null ? nobody.critical_broker : critical(finding, names.actor(finding.broker))
    case 'sphere_kept_apart':
      return apart(finding, names)
    case 'pilot_concentration':
      return `${pilots(finding, names)} Piloting is shared.`
    case 'programme_homophily':
      return homophily(finding)
    case 'single_sphere_project':
      return singleSphere(finding, names)
    default:
      return nobody[finding.kind]
  }
}

const nobody = {
  isolated_actor: 'Among those who answered, nobody is likely to be isolated.',
  single_tie: 'Among those who answered, nobody else is likely to have a single tie.',
  islet: 'Among those who answered, no set is likely to be apart.',
  peripheral_actor: 'Among those who answered, nobody is likely to be at the weak periphery.',
  dependent_actor: 'Among those who answered, nobody is likely to depend on a single go-between.',
  critical_broker: 'No go-between whose leaving would cut enough actors off from the rest.',
  fading_ties: 'No actor has half of its ties to revive.',
  project_without_pilot: 'Every project has a pilot.',
  sole_pilot: 'No pilot carries several projects alone.',
  absent_from_programme: 'Every sphere is present in the programme.',
  first_meetings:
    'Among those who could be asked, all participants of the projects are tied or share another space already.',
  named_and_absent: 'No kind of named actors is wholly outside the projects.',
  programme_reach: 'No project has an actor from outside.',
} as const satisfies Partial<Readonly<Record<FindingWire['kind'], string>>>

function notClosed(finding: Of<'closed_group' | 'closed_actor'>, names: Names): string {
  const opening = needed(finding, 'opening')
  const expected = `for about ${tenth(opening.expected)} expected`
  return finding.kind === 'closed_group'
    ? `${capital(theGroup(finding, names))} does not clearly keep to itself: ${count(opening.observed, 'tie', 'ties')} to the others, ${expected}.`
    : `${names.actor(finding.actor ?? '')} keeps to itself no more than others of its sphere: ${count(opening.observed, 'partner', 'partners')} outside, ${expected}.`
}

function shared(finding: Of<'fragile_opening'>): string {
  const { observed, of } = needed(finding, 'first_share')
  return `The ${number(of ?? 0)} ties that leave the territory are carried by several actors, ${percent(observed)} of them by the first.`
}

function insufficient(finding: FindingWire, names: Names): string {
  const reason = finding.reason ? findings.reasons[finding.reason] : ''
  if (finding.kind === 'isolated_actor' && finding.actor !== null) {
    const whom = names.actor(finding.actor)
    if (finding.reason === 'documents') return `No tie in the documents for ${whom}.`
    if (finding.reason === 'informants') return `The team knows no tie for ${whom}.`
  }
  const about = subjectOf(finding, names)
  if (about === null) return `${findings.titles[finding.kind]}: not enough data, ${reason}`
  return `${about}: not enough data, ${reason}`
}

function suggestionOn(finding: FindingWire, names: Names): string | null {
  switch (finding.kind) {
    case 'closed_group':
      return introductions(finding, names)
    case 'closed_actor':
      return 'What keeps it with its usual partners? To be checked with them.'
    case 'fragile_opening':
      return 'Who else could carry ties to the outside?'
    case 'withdrawal':
      return 'Which ties to the outside were lost, and which ones to revive?'
    case 'isolated_actor':
      return 'Check first: is a tie missing, or an answer?'
    case 'islet':
      return finding.nearest && finding.named
        ? `Check first. Could ${names.actor(finding.nearest)}, near by commune or sphere, join them?`
        : 'Check first: is a tie missing, or an answer?'
    case 'excluded_spheres':
      return 'What keeps them apart, and which project could bring them together?'
    case 'sphere_kept_apart':
      return 'What keeps it apart, and who could invite it?'
    case 'fading_ties':
      return 'Which of these ties are worth reviving?'
    case 'critical_broker':
      return 'It is a risk of the territory, not a fault of the actor: who could double this role?'
    case 'project_without_pilot':
      return 'Who could pilot it?'
    case 'pilot_concentration':
      return 'Who could co-pilot?'
    case 'programme_homophily':
    case 'single_sphere_project':
      return 'Who of another sphere would gain by taking part?'
    case 'sole_pilot':
      return 'Who could be the second pilot of these projects?'
    case 'absent_from_programme':
    case 'named_and_absent':
      return 'Whom to invite?'
    case 'first_meetings': {
      const [first] = finding.pairs
      return first
        ? `For instance, introduce ${names.actor(first[0])} to ${names.actor(first[1])}.`
        : 'Whom to introduce?'
    }
    default:
      return null
  }
}

/** Introductions that one sentence bears. */
const mostTold = 3

function introductions({ whatIf, named: isNamed }: Of<'closed_group'>, names: Names): string {
  const ask = 'What keeps these actors among themselves?'
  const last = whatIf?.ties.at(-1)
  if (!whatIf || !last) return ask
  const many = count(whatIf.ties.length, 'introduction', 'introductions')
  const pairs = whatIf.ties.map(({ from, to, introducer }) => {
    const by = introducer === null ? '' : ` (by ${names.actor(introducer)})`
    return `${names.actor(from)} and ${names.actor(to)}${by}`
  })
  const which = isNamed ? ` To be introduced: ${pairs.slice(0, mostTold).join('; ')}.` : ''
  return whatIf.lifted
    ? `${ask} ${many} would be enough to bring the ties to the others to ${percent(last.ratio)} of what is expected.${which}`
    : `${ask} ${many} would bring them to ${percent(last.ratio)} of what is expected, which is not enough yet.${which}`
}

function subjectOf(finding: FindingWire, names: Names): string | null {
  const actor = (id: string | null) => id && names.actor(id)
  switch (finding.kind) {
    case 'closed_group':
      return finding.group && capital(theGroup(finding, names))
    case 'closed_actor':
    case 'isolated_actor':
    case 'dependent_actor':
    case 'single_tie':
    case 'fading_ties':
    case 'peripheral_actor':
      return actor(finding.actor)
    case 'critical_broker':
      return actor(finding.broker)
    case 'islet':
      return actor(finding.members[0] ?? null)
    case 'sphere_kept_apart':
      return finding.sphere && `The sphere “${names.sphere(finding.sphere)}”`
    case 'excluded_spheres':
      return finding.spheres && capital(finding.spheres.map(names.sphere).join(' and '))
    case 'project_without_pilot':
    case 'single_sphere_project':
    case 'first_meetings':
      return finding.project && `Project “${names.space(finding.project)}”`
    case 'sole_pilot':
      return actor(finding.pilot)
    case 'absent_from_programme':
      return finding.sphere === null && finding.category === null ? null : `“${absentee(finding, names)}”`
    case 'named_and_absent':
      return finding.type && `“${names.actorType(finding.type)}”`
    case 'withdrawal':
    case 'fragile_opening':
    case 'pilot_concentration':
    case 'programme_homophily':
    case 'programme_reach':
      return null
  }
}

function absentee({ sphere, category }: Of<'absent_from_programme'>, names: Names): string {
  return sphere === null ? categoryOf(category ?? '') : names.sphere(sphere)
}

function actorOf({ named: isNamed }: FindingWire, id: string | null, names: Names): string {
  return isNamed && id !== null ? names.actor(id) : 'an actor'
}

function partnerOf({ named: isNamed }: FindingWire, id: string | null, names: Names): string {
  return isNamed && id !== null ? names.actor(id) : 'another'
}

function theGroup({ group, named: isNamed }: Of<'closed_group'>, names: Names): string {
  if (!isNamed || !group) return 'a group'
  if (group.kind === 'sphere') return `the sphere “${names.sphere(group.id)}”`
  if (group.kind === 'commune') return `the commune “${names.group(group.id)}”`
  return `the group “${group.kind === 'space' ? names.space(group.id) : names.group(group.id)}”`
}

const categories: ReadonlyMap<string, string> = new Map(
  Object.entries({
    collectivites: 'Local authorities',
    etat: 'State services',
    entreprises: 'Firms',
    interface: 'Go-between bodies (agency, chamber, cluster, business club)',
    formation: 'Training and research',
    emploi: 'Employment and integration',
  }),
)

function categoryOf(id: string): string {
  return categories.get(id) ?? id
}

function renewed({ observed, of, expected }: Numbers): string {
  const found = observed === 0 ? 'no new tie' : count(observed, 'new tie', 'new ties')
  return `${found} of ${number(of ?? 0)}, for about ${tenth(expected)} expected`
}

const rounded = (value: number | null) => number(value ?? 0, 0)
const tenth = (value: number | null) => number(value ?? 0, 1)
const signed = (value: number) => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
