import { seminar as words } from '#words/en/seminar.ts'
import { english } from '#words/formats.ts'
import type { seminar as french } from './seminar.fr.ts'

const { number, count, percent, list, date } = english

/** The words of the screen of seminars, in English. */
export const seminar: typeof french = {
  words,
  heading: 'Seminars',
  lead: 'Who is missing at the table, who sits with whom, and what remains of it.',
  none: 'No seminar is being prepared here. Begin by giving one a name.',
  choose: 'Seminar',
  create: 'Prepare a seminar',
  createName: 'Name of the seminar',
  createHint: 'For example “Seminar 2, scan”.',
  createConfirm: 'Create',
  edit: 'Edit',
  editDone: 'Done',
  remove: 'Remove this seminar',
  removeHint: 'Its invitations and its plan go with it. The Data screen can undo this.',
  parts: {
    chairs: 'Empty chairs',
    tables: 'Table plan',
    pairs: 'Pairs and introductions',
    emblems: 'Emblems',
    wall: 'Challenges',
    programme: 'Programme',
    after: 'Afterwards',
    'what-if': 'What if…',
  },
  programmeAlone: 'See the programme of the territory: axes, projects, pilots, groups',
  partsLabel: 'Steps of the preparation',

  fields: {
    name: 'Name',
    date: 'Date',
    place: 'Place',
    theme: 'Theme',
    campaign: 'Campaign',
    phase: 'Phase',
    method: 'Method',
  },
  phases: {
    motive: 'Motive: expectations and perceptions',
    scan: 'Scan: explore together',
    focus: 'Focus: choose solutions',
    act: 'Act: who, when, how',
  },
  methods: {
    world_cafe: 'World café',
    knowledge_cafe: 'Knowledge café',
    forum_ouvert: 'Open space',
    pitch: 'Pitch',
    retroprospective: 'Backcasting',
    other: 'Other',
  },
  unsaid: 'not said',
  day: (day) => date(day),

  guests: {
    heading: (people) => count(people, 'guest', 'guests'),
    add: 'Add an actor',
    addHint: 'Type the beginning of the name; Enter invites the first one offered.',
    addNone: 'No actor of this territory bears this name: add it to the data first.',
    paste: 'Paste a list',
    pasteHint: 'One name a line, as in a spreadsheet; the name of a person may follow after a tab or a semicolon.',
    pasteConfirm: 'Add',
    pasteUnknown: (names) => `${names.length > 1 ? 'Names' : 'Name'} this territory does not know: ${list(names)}.`,
    pasted: (added) => count(added, 'person added', 'people added'),
    remove: (name) => `Remove ${name}`,
    details: (name) => `More about ${name}`,
    person: 'Person (optional)',
    personNote: 'The name of a person is in no network and no finding, and in an export only when asked for.',
    status: 'Answer',
    role: 'Role',
    another: 'One more person',
    none: 'Nobody is invited yet.',
    statuses: { invited: 'invited', coming: 'coming', came: 'came', excused: 'excused' },
    roles: { host: 'table host', pilot: 'pilot', speaker: 'speaker', participant: 'participant' },
  },

  chairs: {
    heading: 'Chairs',
    covered: (covered, of) => `${number(covered)} of ${number(of)} covered`,
    states: {
      covered: 'covered',
      thin: 'thinly covered',
      unanswering: 'held by those who never answered',
      absent: 'empty',
    },
    critical: 'essential',
    seated: (names) => list(names),
    wanted: (min) => `${number(min)} wanted`,
    candidates: (n) =>
      n === 0 ? 'No known actor can take it: to be looked for beyond these data.' : `Who could take it (${number(n)})`,
    fewer: 'Fewer',
    more: (n) => count(n, 'more', 'more'),
    invite: 'Invite',
    inviteNamed: (name) => `Invite ${name}`,
    basis: {
      survey: (wave) => `From the survey “${wave}”.`,
      documents: (wave) => `From documents (“${wave}”), where the absence of a tie proves nothing.`,
      informants: (wave) => `From what the team knows (“${wave}”), where the absence of a tie proves nothing.`,
      none: 'No tie is known yet: only types of actors answer.',
    },
    reach: 'What the list reaches',
    within1: 'of the actors within one step',
    within2: 'within two steps',
    reachNote: 'One step: invited, or tied to a guest.',
    next: 'The three invitations that add most',
    inviteAll: 'Invite all three',
    gain: (gain) => `+${count(gain, 'actor reached', 'actors reached')}`,
    spheres: 'By sphere',
    unlisted: 'Named by others, on no list',
    unseen: 'How many remain unseen',
    silent: 'Asked, and silent',
    silentNote: 'First those whose answer would teach most.',
    template: 'Fit the chairs to this territory',
    templateNote: 'The chairs come from the method of ANCT. Fitting them makes a copy that belongs to the territory.',
    templateReset: 'Back to the chairs of the method',
    least: (name) => `How many for “${name}”`,
    drop: (name) => `Remove the chair “${name}”`,
  },

  tables: {
    tables: 'Tables',
    rounds: 'Rounds',
    objective: 'Objective',
    objectives: {
      mix: 'Mix the spheres',
      link: 'Link those who are far apart',
      deepen: 'Deepen shared subjects',
      meet: 'Let as many meet as can',
    },
    names: 'Names of the tables',
    tableName: (table) => `Table ${number(table)}`,
    people: (people, hosts) =>
      `${count(people, 'person expected', 'people expected')}${hosts > 0 ? `, ${count(hosts, 'host', 'hosts')} among them` : ''}.`,
    nobody: 'Nobody is expected: add guests under “Empty chairs”.',
    howMany: 'First say how many tables there are.',
    generate: 'Make a plan',
    again: 'Another plan',
    generating: 'The plan is being made…',
    replan: 'Seat arrivals and fill gaps',
    replanNote: 'Whoever is seated stays, and rounds held do not change.',
    replanned: (seated, moved) =>
      `${count(seated, 'person seated', 'people seated')}, ${moved === 0 ? 'nobody moved' : count(moved, 'seat changed', 'seats changed')}.`,
    withoutHost: (tables) => `Without a host: ${list(tables)}.`,
    tableless: (names) => `Hosts without a table: ${list(names)}.`,
    held: 'Rounds held',
    noPlan: 'No plan yet.',
    round: (round) => `Round ${number(round)}`,
    unseated: (n) => `Without a seat (${number(n)})`,
    empty: 'empty',
    host: 'host',
    lock: (name) => `Keep ${name} at this table`,
    unlock: (name) => `Free the seat of ${name}`,
    select: (name) => `Move ${name}`,
    moving: (name, round) => `Move ${name} in round ${number(round)}`,
    movingHint: 'Choose a table, or somebody to change places with. Escape to leave it.',
    moveTo: (table) => `Put at table ${table}`,
    exchange: (name) => `Change places with ${name}`,
    best: 'Exchanges that cost least',
    cost: (move) => {
      const signed = (value: number) => `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`
      const parts = [
        ...(move.pairsMet === 0
          ? []
          : [`${signed(move.pairsMet)} ${Math.abs(move.pairsMet) === 1 ? 'meeting' : 'meetings'}`]),
        ...(move.acrossSpheres === 0 ? [] : [`${signed(move.acrossSpheres)} across spheres`]),
        ...(move.repeats === 0
          ? []
          : [`${signed(move.repeats)} ${Math.abs(move.repeats) === 1 ? 'repeat' : 'repeats'}`]),
        ...(move.returns === 0
          ? []
          : [`${signed(move.returns)} ${Math.abs(move.returns) === 1 ? 'return' : 'returns'} to a table`]),
        ...(move.broken === 0
          ? []
          : [`${signed(move.broken)} broken ${Math.abs(move.broken) === 1 ? 'rule' : 'rules'}`]),
        ...(move.alone === 0 ? [] : [`${signed(move.alone)} alone at a table`]),
      ]
      return parts.length === 0 ? 'costs nothing' : parts.join(', ')
    },
    quality: 'What this plan is worth',
    comparison: 'Beside other plans',
    figure: 'Figure',
    figures: {
      pairsMet: 'Pairs that meet',
      repeats: 'Repeated meetings',
      acrossSpheres: 'Meetings across spheres',
      farMet: 'Meetings of actors far apart',
      sharingTheme: 'Meetings on a shared subject',
    },
    plan: 'This plan',
    random: 'At random',
    blind: 'Blind to the network',
    rules: 'Who must, and who must not, share a table',
    rule: { never: 'never together', once: 'at least once', always: 'always together' },
    ruleFirst: 'First actor',
    ruleSecond: 'Second actor',
    ruleKind: 'Rule',
    ruleAdd: 'Add the rule',
    ruleRemove: (a, b) => `Remove the rule between ${a} and ${b}`,
    day: 'On the day',
    dayNote: 'Say which rounds were held, who did not come and who arrives; then seat them.',
    print: 'Print',
    prints: { tables: 'By table', people: 'By person', rounds: 'By round', badges: 'Badges', screen: 'Project' },
    printLabel: 'What is printed',
    route: (tables) => tables.join(' → '),
    person: 'Person',
  },

  pairs: {
    leads: 'Elected official and industrial',
    leadsNote:
      'No pair is the best: each of these has an advantage that no other brings together. They are organisations, not people, and help for thought.',
    noLeads: 'No pair can be read: that takes ties, an elected house and a firm.',
    introductions: 'Introductions',
    introductionsNote:
      'The five ties at most that would help most, and nobody twice. None makes itself: introducing people is yours.',
    amongGuests: 'Among the guests',
    amongAll: 'In the whole territory',
    among: 'Where to look',
    noIntroductions: 'Nothing to propose: they know each other already, or no tie is known.',
    present: (a, b) => `Introduce ${a} to ${b}`,
    by: (name) => `through ${name}`,
    noIntroducer: 'nobody knows them both',
    reasons: ({ repairs, crosses, themes }) =>
      [
        ...(repairs > 0 ? [`answers ${count(repairs, 'finding', 'findings')}`] : []),
        ...(crosses ? ['joins two spheres'] : []),
        ...(themes.length > 0 ? [`shared subject: ${list(themes)}`] : []),
      ].join('; '),
    columns: {
      pair: 'Pair',
      reach: 'Within two steps',
      own: 'Partners of one alone',
      trust: 'Trust received',
      tied: 'Already tied',
    },
    yes: 'yes',
    no: 'no',
    percent: (share) => percent(share),
  },

  after: {
    heading: 'Who came',
    note: 'Tick the people who came. Tables they shared become ties “met”, dated, with their source.',
    all: 'Everybody came',
    counted: (came, of) => `${number(came)} of ${number(of)}`,
    wave: 'Keep in',
    preview: (ties) =>
      ties === 0 ? 'No two actors that came shared a table.' : `${count(ties, 'tie', 'ties')} “met” to keep.`,
    noDate: 'Give the seminar a date: a dated tie needs one.',
    noWave: 'It takes a wave to keep them in: import one in the Data screen.',
    record: 'Keep the meetings',
    recorded: (ties) => `${count(ties, 'tie kept', 'ties kept')}. The Data screen undoes it at once.`,
    kept: (ties) =>
      `${count(ties, 'meeting of this seminar is kept already', 'meetings of this seminar are kept already')}.`,
    excluded:
      'These ties are not in the network unless they are ticked in the perimeter: to have shared a table is not yet to cooperate.',
    met: { fr: 'se sont rencontrés', en: 'met' },
    source: (name, day, rounds) =>
      `Seminar “${name}”, ${day}, table plan, ${rounds.length > 1 ? 'rounds' : 'round'} ${rounds.join(', ')}`,
  },
}
