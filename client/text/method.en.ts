import { english } from '#words/formats.ts'
import type { MethodText } from './method.fr.ts'

const { number, count, percent } = english

export const method: MethodText = {
  heading: 'How these findings are made',
  lead: 'No finding is a verdict. Each says what was counted, what chance would have given, how far it can be relied on, and what would make it vanish.',
  sections: (at) => [
    {
      heading: 'Three answers, never two',
      paragraphs: [
        'Each rule answers “signal”, “looked for, not found” or “not enough data”. The third answer is no courtesy: a tie that nobody could have declared is not an absent tie.',
        `What the answers allow depends on how many there are. From ${percent(at['response.full'])} of answers on, everything is examined; from ${percent(at['response.bands'])} on, rankings come with their margins; from ${percent(at['response.composition'])} on, only groups and pairs of spheres; below, only what is missing. Where one of the five actors most often named did not answer, all this falls by one level.`,
        'A wave made from documents asked nobody. Neither isolation nor lock-in can be read from it: an actor without ties has “no tie in the documents”. Only the action programme can be diagnosed, and the source names pilots more often than other participants.',
      ],
    },
    {
      heading: 'Comparing with chance, but not with any chance',
      paragraphs: [
        'An actor with many ties is bound to have more triangles around it. To know whether a group is more closed than its number of ties implies, thousands of networks are drawn at random in which each actor keeps exactly its number of ties, and one looks where the observed network stands among them. Ties that the survey could not have seen are never drawn.',
        'p is the share of draws at least as marked as what is observed. When several groups or pairs are examined at once, q adjusts p for their number: who searches long enough always finds something.',
        'Ties fall in three families: exchanging (information, trust, supply), cooperating (cooperation, partnership, membership), deciding and funding. A group that is flagged says in how many families, taken alone, it is as closed. Hierarchy and conflict tie without bringing together: they never count for closure.',
        'The groups examined are those that somebody declared: spheres, communes, clubs, clusters, groups that an actor says it belongs to. Groups that the computer spots on the map are never tested: the same ties would make them and judge them.',
      ],
    },
    {
      heading: 'Lock-in',
      paragraphs: [
        `A group is flagged when two things hold together: its members form at least ${number(at['group.leastClosure'])} times as many triangles as chance would give, and have at most ${percent(at['group.mostOpening'])} of the expected ties to the others. Being close-knit is no fault; being close-knit and cut off is a question to ask. If the same group is nothing out of the ordinary once the ties inside places are kept, the finding says that geography explains it. If places are not recorded, distance alone can make a closed group, and nothing shows it. A sphere whose actors prefer each other four times as much is closed as this rule means it: it does not say why.`,
        `The finding is “confirmed” if, besides, ties are renewed less from wave to wave than chance would have it (q at most ${percent(at['group.renewalLevel'])}); it is “opening” if new ties lead outside. For a single actor the test compares with its own sphere, then with networks as closed as the one observed, at the same places: what is closed everywhere is nobody’s fault. It is rare, needs nearly all answers and at least ${number(at['actor.leastActors'])} actors: its silence proves nothing.`,
        `For a whole territory no chance serves as a reference. Withdrawal is only spoken of if opening fell between two waves${at['territory.adoptedOpening'] > 0 ? ` or is below the threshold the territory set itself, ${number(at['territory.adoptedOpening'])}` : ''}, and fragile opening only if one actor carries more than ${percent(at['territory.firstCarrier'])} of the ties outside, or if their index of concentration is above ${number(at['territory.concentration'])}.`,
      ],
    },
    {
      heading: 'Spheres and go-betweens',
      paragraphs: [
        `Two spheres seldom meet when their ties are at most ${percent(at['excluded.mostRatio'])} of what one would expect at equal numbers of ties, proximity and homophily: each actor keeps its number of ties, each sphere its ties inside, each commune its own. Without communes, places come from coordinates: two actors of one place are at most five kilometres apart. If places are not recorded and the network is more closed than spheres explain, nothing is judged; nor below ${number(at['excluded.leastActors'])} actors.`,
        `A sphere is kept apart when its actors know, outside it, at most ${percent(at['apart.mostRatio'])} of what the other actors know outside theirs; where places are recorded, of what the actors of the same places know, whatever their sphere. Here numbers of ties are not held equal: having few is precisely what keeps a sphere apart.`,
        `A go-between is critical when its leaving would cut off at least ${number(at['broker.leastCut'])} actors and ${percent(at['broker.leastShare'])} of them, and chance, at equal numbers of ties, hardly ever gives anybody such a position. When those who would be cut off live in places of their own, the finding says that geography explains it.`,
      ],
    },
    {
      heading: 'Isolation and fragility',
      paragraphs: [
        `Actor without a tie, islet, periphery, dependence on a broker, single tie: these are absences, and a survey sees badly what is not there. They are said only of those who answered, with the probability that they are true, drawn from who answered and how often two answers confirm each other (Newman 2018; Butts 2003). From ${percent(at['absence.leastProbability'])} on a finding is “likely, to be confirmed with the actor”; below, nothing. Whoever did not answer cannot be judged: it is to be asked, and the list begins with those named least, whose answers teach most.`,
        'These probabilities are too sure, by 5 to 10 points where three actors in ten did not answer or some ties are told of less than others, and by some 20 points where besides one tie in three is forgotten: the data of a survey do not show it. Where everybody answered only what each forgets is left to doubt. A single tie or a dependence is nothing unusual: a healthy territory of sixty actors has about fifteen. They are facts, each said once.',
        `A tie is to be revived when a living tie of the same pace would be silent for so long in less than ${percent(at['fading.silence'])} of cases. The pace is the one declared (each week, each month…); without it, that of its kind, half of whose living ties give a sign within ${number(at['halfLife.other'])} months as a rule, ${number(at['halfLife.information'])} for information, ${number(at['halfLife.cooperation'])} for cooperation, ${number(at['halfLife.funding'])} for funding. A yearly tie without news for thirteen months is nothing unusual. A critical broker is a risk of the territory, never a reproach to the actor.`,
      ],
    },
    {
      heading: 'The action programme',
      paragraphs: [
        'Projects without a pilot (a cell that cannot be read is none), concentrated piloting, projects hanging on one pilot, absent spheres, projects of a single sphere, participants that do not know each other yet. These findings are read from the programme itself.',
      ],
    },
    {
      heading: 'Prudence',
      paragraphs: [
        `Each signal without a probability of its own is made again sixty times with as many answers, in proportion, left out at random as are missing already. The share of trials in which it holds is its survival. Below ${percent(at['survival.names'])}, and until that is worked out, the finding says what was found, but not about whom. A sphere is no organisation: a pair of spheres keeps its names.`,
        'Names are those of organisations. The tool never speaks of persons.',
      ],
    },
    {
      heading: 'Cohesion and opening',
      paragraphs: [
        'Cohesion is closure beyond chance: the share of the partners of one actor that are tied to each other, against what the same numbers of ties give at random (0: as chance; 1: all). Opening is the share of respondents who have a partner outside, times the diversity of these partners. Proximity, the mean of inverse distances, stands beside them: it is nearly the largest possible in a random network, and tells nothing of cohesion.',
        `Across, the cross stands at the median cohesion of the comparable territories held here if there are at least five, else at ${number(at['cohesion.cross'])}, by convention or by the territory’s own choice; upwards, at the opening that the same number of ties would give without preference. A position is named only where both margins avoid the cross; where the margin of cohesion is too wide, as below about 25 actors, the territory is not placed. More is not better: durability goes with intermediate levels.`,
      ],
    },
  ],
  thresholdsHeading: 'Thresholds',
  thresholdsLead:
    'Each can be changed by whoever answers for it, with a signature and a date. Every change makes the diagnosis anew, changes the version of the rules, and can be undone in the history of the data.',
  thresholdsCaption: 'Thresholds in force for this territory',
  columns: { name: 'Threshold', value: 'In force', usual: 'Usual', bounds: 'Bounds', signature: 'Change' },
  months: (value) => count(value, 'month', 'months'),
  between: (least, most) => `from ${least} to ${most}`,
  orMore: (least) => `${least} or more`,
  change: 'Change',
  changeNamed: (threshold) => `Change the threshold: ${threshold}`,
  newValue: 'New value',
  newMonths: 'New value, in months',
  range: (bounds, usual) => `${bounds[0]?.toUpperCase()}${bounds.slice(1)}; usually ${usual}.`,
  restore: (usual) => `Back to ${usual}`,
  author: 'Who decides',
  authorNote: 'A person or a committee, such as “steering committee of 3 March”. The date is added by itself.',
  save: 'Adopt this threshold',
  signed: (author, day) => `by ${author || 'somebody who did not sign'}, on ${day}`,
  rejudging: 'The diagnosis is being made anew with this threshold…',
  outcome: {
    saved: 'Threshold adopted.',
    nothing: 'In this wave no signal appears or vanishes.',
    appeared: (n, kinds) => `${count(n, 'signal appears', 'signals appear')}, among: ${kinds}.`,
    vanished: (n, kinds) => `${count(n, 'signal vanishes', 'signals vanish')}, among: ${kinds}.`,
    regraded: (n, kinds) => `${count(n, 'signal changes', 'signals change')} its grade, among: ${kinds}.`,
  },
  families: {
    response: {
      name: 'Answers',
      sentence: 'How many answers it takes to speak. The higher, the more often nothing is said.',
    },
    group: {
      name: 'Groups that keep to themselves',
      sentence: 'When a declared group is examined, and when it is said to be close-knit and cut off from the others.',
    },
    actor: {
      name: 'Actors locked in their habits',
      sentence: 'When an actor is said to move in one circle more than others of its sphere.',
    },
    territory: {
      name: 'Opening of the territory',
      sentence: 'When opening rests on too few actors, and when one speaks of withdrawal.',
    },
    absence: {
      name: 'Absence of ties',
      sentence:
        'From which probability on an actor is said to be isolated, or to hang by a single tie or a single other.',
    },
    islet: { name: 'Islets', sentence: 'Up to what size a set apart is an islet.' },
    periphery: { name: 'Periphery', sentence: 'Who is said to be far from the centre.' },
    dependence: {
      name: 'Dependence on a go-between',
      sentence: 'From when on an actor depends on a single other to reach the rest.',
    },
    apart: {
      name: 'Spheres kept apart',
      sentence: 'When the actors of a sphere are clearly less tied to other spheres than their neighbours are.',
    },
    excluded: {
      name: 'Spheres that seldom meet',
      sentence: 'When two spheres have clearly fewer ties than their numbers of ties let one expect.',
    },
    fading: {
      name: 'Ties to revive',
      sentence: 'When too many ties of an actor have not been used for long.',
    },
    broker: {
      name: 'Critical go-betweens',
      sentence: 'What the others would lose if an actor left, for it to be said.',
    },
    programme: {
      name: 'Action programme',
      sentence: 'When the piloting of projects is said to be concentrated or fragile.',
    },
    cohesion: {
      name: 'Cohesion and opening',
      sentence: 'Where the cross of the plane stands, and with what error a territory is placed.',
    },
    survival: {
      name: 'Prudence',
      sentence: 'How many trials with fewer answers a finding must pass to name those it concerns.',
    },
    halfLife: {
      name: 'Half-life of ties',
      sentence: 'Within how many months half of the living ties give a sign, where their pace is not declared.',
    },
  },
  sourcesHeading: 'Sources',
  thresholds: {
    'response.full': 'Share of answers from which everything is examined',
    'response.bands': 'Share of answers from which rankings come with their margins',
    'response.composition': 'Share of answers from which groups and spheres are examined',
    'group.leastMembers': 'Members of a group examined, at least',
    'group.leastInternalTies': 'Ties inside a group examined, at least',
    'group.leastResponse': 'Share of members who answered, at least',
    'group.level': 'Risk accepted for a group, adjusted for the number of groups',
    'group.mostOpening': 'Ties to the others, as a share of what is expected, at most',
    'group.leastClosure': 'Triangles inside, as a multiple of what is expected, at least',
    'group.renewalLevel': 'Risk accepted to say that ties are not renewed',
    'actor.leastActors': 'Actors in the territory to judge each of them, at least',
    'actor.leastDegree': 'Partners of an actor examined, at least',
    'actor.leastClustering': 'Share of its pairs of partners that are tied, at least',
    'actor.mostOpening': 'Partners outside its sphere, as a share of what is expected, at most',
    'actor.leastExcess': 'Triangles around it, in multiples of what overall closure explains, at least',
    'actor.partialLevel': 'Risk accepted for each of the two tests of an actor',
    'actor.falseDiscovery': 'Accepted share of false signals among actors flagged',
    'territory.firstCarrier': 'Fragile opening: share of the first carrier',
    'territory.concentration': 'Fragile opening: index of concentration',
    'territory.leastExternalTies': 'Ties outside to judge by, at least',
    'territory.leastPeers': 'Comparable territories to place the opening by, at least',
    'territory.adoptedOpening':
      'Opening below which the territory’s committee speaks of withdrawal (0: no threshold adopted)',
    'absence.leastProbability': 'Probability that a tie nobody told of is absent indeed, beyond',
    'islet.mostMembers': 'Members of an islet, at most',
    'islet.mostShare': 'Or share of the actors in an islet, at most',
    'periphery.leastActors': 'Actors to speak of a periphery, at least',
    'periphery.share': 'Share of the least close actors that form the periphery',
    'dependence.share': 'Share of what an actor reaches that goes through one other',
    'dependence.leastReached': 'Actors reached to judge by, at least',
    'dependence.mostShare': 'Share of the actors behind a point of passage, at most',
    'excluded.leastActors': 'Actors to compare pairs of spheres, at least',
    'excluded.falseDiscovery': 'Accepted share of false signals among pairs of spheres',
    'excluded.leastExpected': 'Ties expected between two spheres to judge by, at least',
    'excluded.mostRatio': 'Ties between two spheres, as a share of what is expected, at most',
    'excluded.clusteringLevel':
      'Without known places: accepted risk to say that the network is more closed than spheres explain',
    'excluded.mostClustering':
      'Without known places: triangles, in multiples of what is expected, beyond which nothing is judged',
    'apart.leastActors': 'Actors who answered to judge a sphere kept apart, at least',
    'apart.leastMembers': 'Members of the sphere who answered, at least',
    'apart.level': 'Accepted risk for a sphere kept apart, corrected for the number of spheres',
    'apart.mostRatio': 'Share of other spheres known, over that of other actors, at most',
    'fading.silence': 'Chance of so long a silence for a living tie, below which it is to be revived',
    'fading.share': 'Share of an actor’s strength that is to be revived',
    'fading.leastKnown': 'Share of ties with a known date, at least',
    'broker.leastCut': 'Actors cut off from the rest if the go-between withdraws, at least',
    'broker.leastShare': 'And share of the actors, at least',
    'broker.level': 'Accepted risk for a critical go-between',
    'programme.leastProjects': 'Projects to judge piloting by, at least',
    'programme.level': 'Risk accepted for the programme',
    'programme.leastShare': 'Share of the first pilot, at least',
    'programme.leastDependent': 'Projects hanging on one pilot, at least',
    'programme.leastNamed': 'Named actors of a kind to say that none is in a project, at least',
    'cohesion.cross': 'Cohesion at which the cross of the plane stands',
    'cohesion.mostError': 'Standard error of cohesion to place the territory, at most',
    'survival.names': 'Survival below which names are hidden',
    'halfLife.other': 'Half-life of other ties',
    'halfLife.information': 'Half-life of information ties',
    'halfLife.cooperation': 'Half-life of cooperation ties',
    'halfLife.funding': 'Half-life of funding ties',
  },
}
