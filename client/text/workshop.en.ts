import { english } from '#words/formats.ts'
import type { workshop as fr } from './workshop.fr.ts'

const { number, count, list } = english

export const workshop: typeof fr = {
  emblems: {
    heading: 'Emblems of the territory',
    namedHeading: 'Emblems named',
    print: 'Print',
    lead: 'A place, a craft, an event, a product…: what each organisation holds dear here. Type while people speak: organisation, Enter, emblem, Enter.',
    notTies: 'Sharing an emblem is not a tie: emblems enter neither the map, nor the measures, nor the findings.',
    actor: 'Organisation',
    actorHint: 'Enter takes the first name offered.',
    noActor: 'No organisation has this name: add it to the data first.',
    emblem: 'Emblem',
    emblemHint: 'Those already named are offered.',
    add: 'Note',
    added: (actor, emblem) => `Noted: ${actor}, “${emblem}”.`,
    already: (actor, emblem) => `${actor} has named “${emblem}” already.`,
    none: 'No emblem is noted for this seminar yet.',
    named: (emblems, actors) =>
      `${count(emblems, 'emblem', 'emblems')}, ${count(actors, 'organisation', 'organisations')}`,
    by: (n) => `named by ${count(n, 'organisation', 'organisations')}`,
    remove: (actor, emblem) => `Remove “${emblem}” from ${actor}`,
    conversations: 'First conversations',
    conversationsNote:
      'Two organisations that hold the same thing dear and that no known tie joins. First come emblems that few share: two who share a rare one have more to tell each other than twenty who share the one that everybody names.',
    weighting:
      'Weight of a pair: the sum, over the emblems shared, of 1 / ln(1 + number of organisations that named it). L. Adamic and E. Adar (2003), Social Networks 25, pp. 211–230.',
    howWeighed: 'How they are ranked',
    noConversations: 'No pair to bring together: no emblem is shared, or ties are known between all who share one.',
    between: (a, b) => `${a} and ${b}`,
    shared: (emblems) =>
      `both named ${list(
        emblems.map(({ emblem, named }) =>
          named === 2 ? `“${emblem}” (nobody else did)` : `“${emblem}” (${number(named)} organisations)`,
        ),
      )}`,
    crosses: 'of two different spheres',
    introducer: (name) => `${name} can introduce them`,
    noIntroducer: 'nobody in common to introduce them',
    tied: (tied, pairs) =>
      pairs === 0
        ? ''
        : tied === 0
          ? `None of the ${count(pairs, 'pair', 'pairs')} that share an emblem has a known tie.`
          : `Of ${count(pairs, 'pair that shares', 'pairs that share')} an emblem, ${count(tied, 'has a known tie already', 'have a known tie already')}.`,
    more: (n) => `and ${count(n, 'other pair', 'other pairs')}`,
    basis: {
      none: 'There is no wave yet: nothing is known of ties, every pair looks new.',
      survey: (wave) => `Ties from the survey “${wave}”.`,
      documents: (wave) =>
        `Ties from the documents of “${wave}”: a tie that documents do not tell of may exist. Ask before introducing.`,
      informants: (wave) => `Ties from what the team knows (“${wave}”): ask before introducing.`,
    },
    unplaced: (names) => `Without ties looked up, being collective: ${list(names)}.`,
  },

  wall: {
    heading: 'Wall of challenges and assets',
    lead: 'Type a card per idea, Enter puts it up. Drag it into a group, or open it with the keyboard to sort it.',
    add: 'New card',
    put: 'Put the card up',
    kind: 'What the card says',
    kinds: { challenge: 'Challenge', asset: 'Asset' },
    none: 'The wall is empty. The first card opens the discussion.',
    ungrouped: 'To be grouped',
    newGroup: 'New group',
    newGroupHint: 'Drag a card here, or name a group on the card.',
    renameGroup: (name) => `Name of the group “${name}”`,
    groupNumber: (n) => `Group ${number(n)}`,
    card: (n, text) => (n === undefined ? text : `Card ${number(n)}: ${text}`),
    open: (text) => `Open the card “${text}”`,
    text: 'Text of the card',
    group: 'Group',
    groupHint: 'A new name opens a group; empty, the card goes back to “To be grouped”.',
    carriers: 'Organisations that carry this challenge',
    noCarriers: 'Nobody carries it yet.',
    addCarrier: 'Add an organisation',
    removeCarrier: (name) => `${name} does not carry it any more`,
    carriedBy: (names) => `carried by ${list(names)}`,
    removeCard: 'Remove the card',
    done: 'Done',
    vote: 'Vote',
    voter: 'Organisation that votes',
    voterHint: 'Choose an organisation, then put its dots on cards.',
    left: (name, left, dots) =>
      left >= 0
        ? `${name}: ${count(left, 'dot', 'dots')} left of ${number(dots)}.`
        : `${name}: ${count(-left, 'dot', 'dots')} too many of ${number(dots)}.`,
    give: (text) => `One dot more for “${text}”`,
    take: (text) => `One dot less for “${text}”`,
    dots: (dots) => count(dots, 'dot', 'dots'),
    dotsBy: (dots, voters) => `${count(dots, 'dot', 'dots')} of ${count(voters, 'organisation', 'organisations')}`,
    quota: 'Dots per organisation',
    counted: (dots, voters, cards) =>
      `${count(dots, 'dot', 'dots')} of ${count(voters, 'organisation', 'organisations')} on ${count(cards, 'card', 'cards')}`,
    unvoted: 'Nobody has voted yet.',
    exceeding: (name, given, dots) =>
      `${name} gave ${count(given, 'dot', 'dots')} where ${number(dots)} may be given: all are counted, correct them.`,
    absent: 'Organisations that did not vote count nowhere: that is no vote against.',
    byVotes: 'Most dots first',
    byNumber: 'In the order of the wall',
    order: 'Order of the cards',
    project: 'Make it a project',
    projectOf: (name) => `became the project “${name}”`,
    seeProject: 'See the programme',
    projectLead:
      'A project, its pilot and those who carry the challenge, in one change that Ctrl+Z undoes. Its source says where it comes from.',
    projectName: 'Name of the project',
    axis: 'Axis',
    noAxis: 'Without an axis',
    pilot: 'Pilot',
    pilotHint: 'Without a pilot, the programme will say so.',
    wave: 'Wave',
    noWave: 'A wave is needed first: create or import it under Data.',
    create: 'Create the project',
    members: (names) => (names.length === 0 ? 'No other member.' : `Members: ${list(names)}, who carry the challenge.`),
    source: (seminar, n, text) => `Seminar “${seminar}”${n === undefined ? '' : `, card ${number(n)}`}: “${text}”`,
    print: 'Print',
    raisedAt: (seminar) => `put up at “${seminar}”`,
    moved: (text, group) => `“${text}” moved to “${group}”.`,
  },

  programme: {
    heading: 'Programme',
    lead: 'Axes, projects, pilots and groups. What is flagged is flagged by the same rules as the findings.',
    noWave: 'There is no wave yet: a programme begins with a wave, created or imported under Data.',
    none: 'No project in this wave. Create one, or make one of a challenge of the wall.',
    wave: 'Wave',
    counted: (projects, pilots, actors) =>
      `${count(projects, 'project', 'projects')}, ${count(pilots, 'pilot', 'pilots')}, ${count(actors, 'organisation', 'organisations')}`,
    basis: {
      survey: 'From a survey.',
      documents:
        'From documents: they name pilots, seldom all members. A member that the document leaves out may be in the group.',
      informants: 'From what the team knows.',
    },
    doubtful: (n) => `${count(n, 'participation is', 'participations are')} held to be uncertain.`,
    flags: {
      orphans: 'Without a pilot',
      overloaded: 'Much solicited pilots',
      single: 'Groups of one sphere',
      strangers: 'Members without a prior tie',
    },
    nothing: 'nothing to flag',
    unknown: 'cannot be judged',
    whole: 'On the programme as a whole',
    withoutAxis: 'Without an axis',
    pilots: 'Pilots',
    group: 'Group',
    noPilot: 'no pilot',
    unreadPilot: 'pilot not readable in the source',
    unreadRole: 'some roles could not be read in the source',
    noMember: 'nobody else',
    noMemberNamed: 'nobody else named',
    addPilot: 'Add a pilot',
    addMember: 'Add a member',
    addProject: 'Add a project',
    addAxis: 'Add an axis',
    editProject: 'Edit',
    addPilotTo: (project) => `Add a pilot to “${project}”`,
    addMemberTo: (project) => `Add a member to “${project}”`,
    editProjectNamed: (project) => `Edit “${project}”, its axis`,
    addProjectTo: (axis) => `Add a project to “${axis}”`,
    editPart: (role, project) => `, ${role} of “${project}”: edit`,
    removePart: (actor, project) => `Remove ${actor} from “${project}”`,
    pilotsMany: (n) => `pilots ${count(n, 'project', 'projects')}`,
    evidence: 'The evidence',
    print: 'Print',
  },
}
