import { findings } from '#words/en/findings.ts'
import type { CrossWire } from '#words/findings.ts'
import { english } from '#words/formats.ts'
import type { DiagnosisText } from './diagnosis.fr.ts'

const { number, count, percent, list, month } = english

export const diagnosis: DiagnosisText = {
  pages: { agenda: 'Agenda', list: 'Findings', profile: 'Cohesion and opening', method: 'Method' },
  pagesLabel: 'Pages of the diagnosis',
  heading: (name) => `Findings on ${name}`,
  loading: 'Working out the diagnosis…',
  refining: {
    underWay:
      'How well the findings hold is being worked out. They are all here; the names of those they concern will come once it is known whether they hold.',
    progress: 'Share of that work that is done',
    stopped: 'That work was cut short: names remain hidden.',
  },
  basis: {
    survey: (day, answered, asked) =>
      `Survey of ${month(day)}: ${number(answered)} answers out of ${number(asked)}${asked > 0 ? ` (${percent(answered / asked)})` : ''}.`,
    whom: (all, outside) =>
      `${count(all, 'actor', 'actors')}${outside > 0 ? `, ${number(outside)} of them not in this wave` : ''}.`,
    kinds: (kinds: readonly string[]) =>
      `Ties that count: ${list(kinds)}. Hierarchy and conflict never count for closure.`,
    documents: (day) =>
      `From documents of ${day.slice(0, 4)}. Nobody was asked: a tie that is not in the documents may well exist. These data can only speak of the action programme.`,
    informants: (day) =>
      `From what the team knows (${month(day)}). A tie that it does not know may well exist. These data can only speak of the action programme.`,
  },
  gates: {
    full: 'The answers allow everything to be examined.',
    bands: 'The answers allow rankings, with their margins; not the detail of the most peripheral.',
    composition:
      'Too few answers, or answers of central actors are missing: groups and pairs of spheres can be examined, not the closure of each actor.',
    coverage: 'Too few answers for a diagnosis: the first thing to do is to gather more of them.',
    documents: 'Documents alone: neither isolation nor lock-in can be read from them.',
  },
  missingTop: (names) => `Among those most often named, ${list(names)} did not answer: hearing them would help most.`,
  toAsk: {
    heading: 'To be asked first',
    lead: 'Those who did not answer, the least named first: their answers would teach most.',
  },
  organisations: 'This is about organisations, never about persons. These are questions to discuss, not verdicts.',

  outcome: 'What the data say',
  outcomes: { signal: 'Signals', fact: 'Facts about actors', insufficient: 'Not enough data', none: 'Not found' },
  outcomeLeads: {
    signal:
      'By kind, from the gravest on. Within each: first what touches most actors or projects, then what chance explains least, then what is farthest from the expected; last what names nobody yet.',
    fact: 'Likely, and nothing unusual: an ordinary territory has many. Of use to whoever works with these actors.',
    insufficient: 'What the data cannot tell, and why.',
    none: 'What was examined without anything clear coming up.',
  },
  filter: 'Filter by kind or sphere',
  filtered: (filters) => count(filters, 'filter on', 'filters on'),
  kind: 'Kind',
  sphere: 'Sphere concerned',
  counted: (shown, all) =>
    shown === all ? count(all, 'finding', 'findings') : `${count(shown, 'finding', 'findings')} of ${number(all)}`,
  showAll: 'Show all',
  aboutActor: (name) => `Only what concerns ${name}`,
  nothing: 'No finding matches these filters.',
  more: (others) => count(others, 'more', 'more'),

  unnamed: 'names hidden: too fragile',
  holds: (share, always) => (always ? 'holds in all trials' : `holds in ${share} of trials`),
  unsettled: 'being worked out',
  kinds: {
    isolated_actor: 'Isolation',
    closed_group: 'Groups turned inwards',
    closed_actor: 'Actors locked into their habits',
    opening_of_territory: 'Opening of the territory',
    critical_broker: 'Critical brokers',
    dependent_actor: 'Dependence on one broker',
    sphere_kept_apart: 'Spheres kept apart',
    excluded_spheres: 'Spheres that seldom meet',
    islet: 'Islets',
    single_tie: 'Single ties',
    fading_ties: 'Ties to revive',
    peripheral_actor: 'Periphery',
    project_without_pilot: 'Projects without a pilot',
    pilot_concentration: 'How piloting is shared',
    sole_pilot: 'Projects hanging on one pilot',
    absent_from_programme: 'Absent from the programme',
    single_sphere_projects: 'Projects of a single sphere',
    first_meetings: 'Possible first meetings',
    named_and_absent: 'Named actors outside the projects',
    programme_reach: 'Opening of the programme',
  },

  evidence: {
    onMap: 'On the map, hollow ties would be lost; dashed ones are proposed.',
    label: 'Evidence of the finding',
    close: 'Close the evidence',
    gone: 'This finding is not there in this wave. Another wave, or other thresholds, may have shown it.',
    question: 'To discuss',
    numbers: 'What was counted',
    noNumbers: 'This finding is read straight from the data: nothing was drawn at random.',
    figures: 'Figures and definition',
    definition: 'Definition',
    observed: 'Observed',
    expected: 'Expected',
    ratio: 'Observed / expected',
    p: 'p',
    q: 'q (adjusted for the number of tests)',
    interval: '95% interval',
    null: 'Compared with',
    draws: 'Draws',
    seed: 'Seed',
    observedExpected: (observed, expected) => `Observed: ${observed}; expected: ${expected}.`,
    about: (value) => `about ${value}`,
    nearlyNone: 'almost none',
    observedOnly: (observed) => `Observed: ${observed}.`,
    ofWhole: (part, whole) => `${part} of ${whole}`,
    drawsAsExtreme: (extreme, draws) =>
      extreme === 0
        ? `Of ${number(draws)} random draws, none gives so marked a result.`
        : `Of ${number(draws)} random draws, ${number(extreme)} ${extreme > 1 ? 'give' : 'gives'} a result at least as marked.`,
    chance: (p) =>
      `Chance alone would give a result at least as marked ${p < 0.001 ? 'less than once in a thousand times' : `${percent(p)} of the time`}.`,
    corrected: (q) =>
      q <= 0.05
        ? 'This still holds once everything tested beside it is taken into account.'
        : q <= 0.1
          ? 'This only just holds once everything tested beside it is taken into account.'
          : 'This is no longer enough once everything tested beside it is taken into account.',
    distribution: 'What the draws give',
    distributionLabel: (least, most, usual, observed) =>
      `The draws range from ${least} to ${most}, most often ${usual}; observed: ${observed}.`,
    observedMark: (value) => `observed ${value}`,
    expectedMark: (value) => `expected ${value}`,
    whom: 'Who is concerned',
    participants: (n) => count(n, 'participant', 'participants'),
    members: (n) => count(n, 'member', 'members'),
    projects: (n) => count(n, 'project', 'projects'),
    cutOff: (n) => count(n, 'actor that would be cut off', 'actors that would be cut off'),
    path: 'The way to the centre',
    partner: {
      single_tie: 'Only known partner',
      islet: 'Nearest outside',
      peripheral_actor: 'At the centre',
      dependent_actor: 'Broker',
      pilot_concentration: 'First pilot',
      fragile_opening: 'First carrier',
    },
    memberOf: (groups) => `Member of a group turned inwards: ${groups}.`,
    ties: (n) => count(n, 'tie', 'ties'),
    roles: {
      internal: 'Among themselves',
      leaving: 'To the others',
      between: 'Between the two spheres',
      only: 'The only tie',
      fading: 'To be revived',
      external: 'Out of the territory',
      new: 'New ones',
    },
    lastContact: (day) => `last contact in ${month(day)}`,
    hidden: (survival) =>
      `Names are hidden: this finding would hold in only ${survival} of cases if other answers were missing.`,
    reference: 'What is held equal',
    solidity: 'How well it holds',
    survives: (share) =>
      `This finding holds in ${share} of cases if as many answers again, in proportion, are missing.`,
    probability: (share: string): string => `Probability that this is true: ${share}.`,
    onlyForgotten: 'Everybody answered: only the ties that each forgets to name are left to doubt.',
    everybodyAnswered: 'Everybody answered: no answer is missing that could undo this finding.',
    survivesAlways: 'This finding holds in every trial, even if as many answers again, in proportion, are missing.',
    noSurvival: 'This finding does not depend on answers to a survey: whether it survives is no question.',
    namesToCome: 'How well it holds is being worked out: until that is known this finding names nobody.',
    survivalToCome: 'How well it holds is still being worked out.',
    response: (share) => `${share} of the members asked answered.`,
    floor: 'The source names pilots and seldom other participants: this number is a minimum.',
    rule: (version) => `Rules version ${version}`,
    method: 'Read the method',
  },

  nulls: {
    A: 'random networks in which each actor keeps its number of ties',
    B: 'random networks in which each actor keeps its number of ties, and each pair of spheres its own',
    C: 'networks drawn at random in which each actor keeps its number of ties, each pair of spheres its own, and the whole its number of triangles',
    D: 'networks drawn at random in which each actor keeps its number of ties, each sphere its ties inside, and places theirs',
    E: 'networks drawn at random in which each actor keeps its number of ties, and each sphere its ties inside',
    labels: 'the same network, spheres dealt anew among the actors of each place',
    labels_anywhere: 'the same network, spheres dealt anew among all actors',
    hypergeometric: 'new ties spread at random over all comparable ties',
    curveball: 'random programmes in which each keeps its number of projects, and each project its size',
    seats: 'projects whose pilots are drawn at random among those who pilot',
  },

  dims: {
    closure: {
      name: 'Closure',
      sentence:
        'Triangles among the members, or tied pairs of partners around the actor: the more there are, the better everybody already knows each other.',
      share: false,
    },
    opening: { name: 'Opening', sentence: 'Ties that lead out of the group or the sphere.', share: false },
    renewal: {
      name: 'Renewal',
      sentence: 'New ties since the wave before, among those that both waves allow to compare.',
      share: false,
    },
    diversity: {
      name: 'Diversity',
      sentence: 'Spread of outgoing ties over spheres: 0, all to one; 1, evenly spread.',
      share: false,
    },
    closeness: {
      name: 'Closeness',
      sentence: 'Mean inverse distance to the other actors: 1, tied to all; 0, to nobody.',
      share: false,
    },
    dependence: {
      name: 'Dependence',
      sentence: 'The share of what the actor can reach that would be lost without one other, that one included.',
      share: true,
    },
    cut_off: {
      name: 'Actors cut off',
      sentence: 'Actors that could no longer reach the others if the broker withdrew.',
      share: false,
    },
    loss: {
      name: 'Loss for the others',
      sentence: 'Share of their mutual access that the others would lose without it.',
      share: true,
    },
    pairs_cut: {
      name: 'Pairs parted',
      sentence: 'Share of the pairs of other actors that no path would join any more.',
      share: true,
    },
    between: {
      name: 'Ties between the two spheres',
      sentence: 'Number of ties with one end in each sphere.',
      share: false,
    },
    elsewhere: {
      name: 'Share of other spheres known',
      sentence:
        'Share of the actors of other spheres that an actor of the sphere is tied to, on average over those who answered.',
      share: true,
    },
    fading: {
      name: 'Ties to revive',
      sentence:
        'Share of the strength of its ties that is silent for longer than a living tie of that pace would be but once in twenty.',
      share: true,
    },
    first_share: { name: 'Share of the first', sentence: 'Share carried by the actor that carries most.', share: true },
    concentration: {
      name: 'Concentration',
      sentence: 'Herfindahl–Hirschman index: sum of squared shares; 1, one carries all.',
      share: false,
    },
    opening_change: {
      name: 'Change of opening',
      sentence: 'Opening of this wave less that of the one before, among those who answered both.',
      share: false,
    },
    territory_opening: {
      name: 'Opening of the territory',
      sentence: 'Share of the actors with a tie outside, times the diversity of these ties.',
      share: false,
    },
    in_closed_groups: {
      name: 'Actors of closed groups',
      sentence: 'Actors of the territory that are members of a flagged group.',
      share: false,
    },
    transitivity: {
      name: 'Transitivity',
      sentence: 'Share of paths of two ties whose ends are tied: “friends of my friends”.',
      share: true,
    },
    first_pilot: {
      name: 'Projects of the first pilot',
      sentence: 'Number of projects piloted by the actor that pilots most.',
      share: false,
    },
    effective_pilots: {
      name: 'Effective number of pilots',
      sentence: 'Number of actors that, sharing evenly, would give the same concentration.',
      share: false,
    },
    single_sphere: {
      name: 'Projects of a single sphere',
      sentence: 'Projects of at least two participants, all of the same sphere.',
      share: false,
    },
    left_without_pilot: {
      name: 'Projects left hanging',
      sentence: 'Projects that would have no pilot left if this one withdrew.',
      share: false,
    },
    projects_read: {
      name: 'Projects read',
      sentence: 'Projects all of whose participants that the source gives could be read.',
      share: false,
    },
    in_no_project: {
      name: 'In no project',
      sentence: 'Actors of this kind that go by a name and are in no project.',
      share: false,
    },
    reaching_outside: {
      name: 'Projects reaching outside',
      sentence: 'Projects with at least one actor from outside the territory.',
      share: false,
    },
    reaching_surely: {
      name: 'Projects that reach outside, uncertain rows apart',
      sentence: 'The same number without the rows held to be uncertain.',
      share: false,
    },
    first_meetings: {
      name: 'First meetings',
      sentence: 'Pairs of participants that neither a tie nor another space brings together.',
      share: false,
    },
  },

  trial: { label: 'One more tie on trial', close: 'Close the trial' },

  whatIf: {
    heading: 'What would lift this finding',
    lifted: (n) => `${count(n, 'introduction would be enough', 'introductions would be enough')}:`,
    notLifted: (n) => `${count(n, 'introduction would not', 'introductions would not')} be enough on their own:`,
    introducedBy: (name) => `${name} could introduce them`,
    and: '; ',
    reaches: (ratio) => `ties to the others would be at ${ratio} of what is expected`,
    try: 'Try it alone',
    meetings: 'Who would meet',
    open: 'Try: what if two actors were connected?',
    trial: 'What if these two actors were connected?',
    lead: 'A trial: nothing is saved.',
    first: 'One actor',
    second: 'Another',
    clear: 'Drop the trial',
    same: 'Choose two different actors.',
    computing: 'Working it out…',
    tied: 'These two actors are tied already: nothing would change.',
    apart: 'No path leads from one to the other today.',
    distance: (steps) => `Today they are ${count(steps, 'step', 'steps')} apart.`,
    hardlyNearer: 'The tie would hardly bring the actors nearer to each other.',
    nearer: (gain) => `The tie would bring all actors nearer to each other: +${gain} of efficiency.`,
    noGroup: 'No finding that can be named is about a group of either.',
    group: (name, [before, after], [was, is]) =>
      before === after
        ? `“${name}”: still ${count(before, 'tie', 'ties')} to the others, ${is} of what is expected (${was} today).`
        : `“${name}”: from ${number(before)} to ${count(after, 'tie', 'ties')} to the others, ${was === is ? `still ${is}` : `from ${was} to ${is}`} of what is expected.`,
    isLifted: 'The finding would fall.',
    isKept: 'The finding would stand.',
  },

  note: {
    heading: 'Annotation',
    lead: 'It stays with this finding from wave to wave.',
    kinds: { verified: 'Verified', explained: 'Explained' },
    add: 'Annotate this finding',
    change: 'Change the annotation',
    text: 'What explains it, or what was verified',
    author: 'Signature (optional)',
    save: 'Save the annotation',
    remove: 'Remove the annotation',
    saved: 'Annotation saved.',
    removed: 'Annotation removed.',
    by: (author, day) => `${author ? `${author}, ` : ''}${day}`,
  },

  profile: {
    heading: 'Local cohesion and opening',
    lead: 'A territory holds by its ties inside and breathes by its ties outside. Neither is good alone: durability goes with intermediate levels (Callois, 2004).',
    documents: 'These data come from documents: nobody was asked.',
    informants: 'These data say what the team knows; the actors declared nothing themselves.',
    pointsOf: {
      documents: 'The points show what documents say, without reference or margin; they do not place the territory.',
      informants: 'The points show what the team knows, without reference or margin; they do not place the territory.',
    },
    x: 'Local cohesion',
    y: 'Diversified opening',
    coordinate: (name, value, expected) =>
      `${name}: ${value === null ? 'n/a' : `${value}${expected ? `, against ${expected}` : ''}`}.`,
    xDefinition:
      'Share of the partners of one actor that are tied to each other, beyond what chance gives at equal numbers of ties (0: as chance; 1: all).',
    closureOf: (value) => `Local cohesion: ${value}.`,
    closure: {
      more: 'The territory is more closed than chance would make it.',
      asChance: 'The territory is no more closed than chance makes it.',
      less: 'The territory is less closed than chance would make it.',
    },
    proximity: 'Proximity',
    proximityDefinition: 'Mean of the inverse distances between actors inside (global efficiency, 0 to 1).',
    yDefinition: 'Share of respondents with a partner outside × diversity of these ties (0 to 1).',
    cross: (cross: CrossWire | null) =>
      `Reference: across, ${cross ? `a cohesion of ${findings.cross(cross)}` : 'cohesion, not defined here'}; upwards, the opening that the same number of ties would give without preference.`,
    interval: 'Thin line: sensitivity to who was asked (95%).',
    band: 'Thick line: if other answers were missing (5 to 95%).',
    size: 'The size of the point is the number of ties outside.',
    concentrated: (share) => `Hatched point: one actor carries more than ${share} of the ties outside.`,
    arrow:
      'Arrow: from the hollow ring (before) to the black dot (now), among those alone who answered both waves; these are therefore not the points of whole waves.',
    stayers: { before: 'the same, before', now: 'the same, now' },
    stayersCaption: 'The same actors from one wave to the next: both ends of each arrow',
    stayersColumns: {
      wave: 'Wave',
      stayers: 'Answered both',
      cohesionBefore: 'Cohesion before',
      cohesionNow: 'Cohesion now',
      openingBefore: 'Opening before',
      openingNow: 'Opening now',
    },
    movement: (stayers, [c0, c1], [o0, o1]) =>
      `Since the wave before, among the ${number(stayers)} actors that answered both: cohesion from ${number(c0)} to ${number(c1)}, opening from ${number(o0)} to ${number(o1)}.`,
    roster: 'From wave to wave those asked are not exactly the same.',
    undefined: 'The position is not defined for this wave: it takes answers to a survey and actors outside.',
    chartLabel: (points) => `Plane of cohesion and opening. ${points.join(' ')}`,
    point: (wave, x, y, quadrant) => `${wave}: cohesion ${x}, opening ${y}${quadrant ? `, ${quadrant}` : ''}.`,
    quadrants: {
      woven_open: 'woven and open',
      withdrawn: 'withdrawn',
      outgoing: 'outgoing',
      scattered: 'scattered',
    },
    tableCaption: 'The same figures, wave by wave',
    columns: {
      wave: 'Wave',
      cohesion: 'Cohesion',
      expectedCohesion: 'Reference',
      opening: 'Opening',
      expectedOpening: 'Reference',
      proximity: 'Proximity',
      breadth: 'Share open',
      diversity: 'Diversity',
      external: 'Ties outside',
      first: 'First carrier',
      quadrant: 'Position',
    },
    unnamedCarrier: 'name hidden',
    position: (quadrant) => `Against the reference: ${quadrant}.`,
    inMargin: 'not told: the reference lies within the margin',
    tooFew: 'not enough data',
    tooFewToPlace: 'Not enough data to place the territory: the margin of cohesion is too wide.',
    undecided: 'The reference lies within the margin: the answers do not tell on which side the territory is.',
    twoSteps: (share) => `${share} of the pairs of actors inside are at most two steps apart.`,
    transitivity: (value, expected) =>
      `${value} of the paths of two ties close${expected ? `, for ${expected} expected` : ''}.`,
    renewal: (newTies, ties, interval) =>
      `${count(newTies, 'new tie', 'new ties')} out of ${number(ties)} comparable${interval ? ` (between ${interval})` : ''}.`,
    classesHeading: 'Three sorts of ties, two readings',
    classesLead: 'Both readings use the same words for different things: they stand side by side and are never mixed.',
    readings: { callois: 'Reading of Callois and Schmitt', woolcock: 'Reading of Woolcock and Szreter' },
    classes: {
      callois: {
        bonding: { name: 'Bonding: ties close by', sentence: 'inside the territory, same sphere' },
        linking: { name: 'Linking: ties across spheres', sentence: 'inside the territory, different spheres' },
        bridging: { name: 'Bridging: ties outside', sentence: 'one of the two is outside the territory' },
      },
      woolcock: {
        bonding: { name: 'Bonding: among alike', sentence: 'same sphere, same territory, similar level' },
        linking: {
          name: 'Linking: vertical ties',
          sentence: 'at least two levels apart (local, regional, national…), or funding, or governance',
        },
        bridging: { name: 'Bridging: horizontal ties', sentence: 'another sphere or territory, similar level' },
      },
    },
    classColumns: {
      class: 'Sort of tie',
      ties: 'Ties',
      expected: 'Expected',
      ratio: 'Ratio',
      strength: 'Share of strength',
      renewal: 'Share of new ones',
      vitality: 'Mean vitality',
    },
    beyond: (ties) => `${count(ties, 'tie', 'ties')} between two actors outside: of no sort.`,
  },
}
