import { english } from '#words/formats.ts'
import type { changes as french } from './changes.fr.ts'

const { number, count, list, percent, month } = english

/** The words of the screen of changes, in English. */
export const changes: typeof french = {
  parts: {
    summary: 'In short',
    maps: 'Maps',
    groups: 'Communities and spheres',
    tables: 'Tables',
    revive: 'Ties to revive',
    next: 'Next survey',
  },
  partsLabel: 'Pages on change',
  heading: 'What changed, what holds, what is not known',
  of: (name, from, to) => `Change in ${name}, from “${from}” to “${to}”`,
  witnesses: (witnesses) =>
    witnesses === 0
      ? 'Nobody answered two surveys: of what changed nothing can be claimed.'
      : `${count(witnesses, 'actor', 'actors')} answered both times: whatever is claimed rests on them.`,
  from: 'From',
  to: 'To',
  print: 'Print this page',
  loading: 'Comparing the waves…',
  nextLoading: 'Surveys are being simulated: a few seconds…',
  progress: 'Share of the comparison that is done',
  oneWave: 'One wave only: there is nothing to compare yet.',
  oneWaveNext:
    'Once a second wave is imported, this screen will say what changed between the two, what holds, and what cannot be known.',
  oneWaveDocuments:
    'This one comes from documents. Even with a second wave, a tie that documents do not mention is not a tie that does not exist: only the actors named, the ties mentioned both times and the action programme will compare. A survey of the actors will allow more.',
  certainties: {
    real: 'real: beyond chance',
    established: 'counted',
    possible: 'to be confirmed',
    not_known: 'not known',
  },
  certaintyNote:
    '“Real”: with all tests taken together, wrong at most once in twenty when nothing changed. “Counted”: no chance about it. “To be confirmed”: beyond chance had nothing else been looked at. Intervals are 95%.',
  nothingChanged: 'Nothing to report here.',

  comparable: 'What compares',
  matters: {
    presence: 'Who is there',
    ties: 'Ties kept, ended, new',
    levels: 'Overall figures and tests',
    positions: 'The place of each actor, communities',
    programme: 'Action programme',
  },
  yes: 'yes',
  no: (reason) => `no: ${reason}`,
  side: (label, date, basis, response) =>
    `“${label}”, ${month(date)}: ${basis}${response === null ? '' : `, ${percent(response)} answered`}`,
  bases: { survey: 'survey', documents: 'documents', informants: 'what the team knows' },

  findings: {
    heading: 'What became of the findings',
    waiting: 'The findings of both waves are being computed…',
    refining: 'How well findings hold is being worked out: names will follow.',
    unknownNote: 'The other wave cannot tell.',
    about: (names, left) => list(left > 0 ? [...names, `${number(left)} others`] : [...names]),
    why: (reason) => `Why: ${reason}.`,
    told: (what) => `: ${what}`,
    none: 'None.',
    more: (left) => `and ${count(left, 'other', 'others')}`,
  },

  maps: {
    ways: 'Ways to show both waves',
    way: { overlay: 'Overlaid', beside: 'Side by side', slider: 'Slider' },
    legend: 'Ties shown',
    fates: { kept: 'kept', ended: 'ended', new: 'new', not_comparable: 'not comparable' },
    overlayLabel: (name) => `Both waves overlaid, map of ${name}`,
    rosterMarks: (joiners, leavers) =>
      `“+”: joined since (${number(joiners)}), edged in black. “−”: left (${number(leavers)}), hollow.`,
    sizes: 'The larger an actor, the more partners it has, both waves together.',
    rosterNames: (joiners, leavers) =>
      [
        joiners.length > 0 ? `Joined: ${list(joiners)}.` : 'Nobody joined.',
        leavers.length > 0 ? `Left: ${list(leavers)}.` : 'Nobody left.',
      ].join(' '),
    slider: 'Wave shown',
  },

  history: {
    heading: 'Wave after wave',
    standings: {
      absent: 'the wave does not speak of it',
      named: 'named by others, on no roster',
      silent: 'on the roster, no answer',
      answered: 'answered',
    },
    standing: (standing, partners) =>
      partners === null ? standing : `${standing} · ${count(partners, 'partner', 'partners')}`,
    fates: { new: 'New', ended: 'Ended', kept: 'Kept', notComparable: 'Not comparable' },
  },

  positions: {
    heading: 'Actors that moved',
    lead: 'An actor is listed only if it moved more than the uncertainty of the survey: 19 times in 20, forgetting one tie in ten would move it less. Of twenty that stayed, one passes that mark by chance; “sure” allows for it.',
    choose: 'What is measured',
    names: {
      degree: 'Number of partners',
      harmonic: 'Closeness to all others',
      betweenness: 'Share of pairs it joins',
    },
    caption: (measure) => `${measure}: beyond uncertainty`,
    actor: 'Actor',
    noise: 'Uncertainty',
    sure: 'sure',
    notable: 'worth a look',
    moved: (before, after, how) =>
      `${before}, then ${after}: ${{ sure: 'moved, for sure', notable: 'may have moved', noise: 'within uncertainty' }[how]}`,
  },

  groups: {
    communities: 'Communities',
    spheres: 'Spheres',
    spheresLead: 'Who, of each sphere, joined, stayed or left. An actor does not change sphere.',
    others: (spheres) => `Others: ${list(spheres)}.`,
    notCompared: (reason) => `Communities cannot be compared: ${reason}.`,
    alike: (found, noise, isBeyond) =>
      isBeyond
        ? `The two divisions are alike at ${found} (adjusted Rand index: 1, the same; 0, as by chance). Had nothing changed they would be alike at ${noise} at least, 19 times in 20: communities may have recomposed.`
        : `The two divisions are alike at ${found} (adjusted Rand index: 1, the same; 0, as by chance). Chance alone may give that (${noise} or more, 19 times in 20, had nothing changed): what moves below is no established change.`,
    named: 'A community goes by the name of the actor with most ties in it.',
    eventWith: (event, others) => (others.length === 0 ? event : `${event}: ${list(others)}`),
    alone: 'alone',
    events: 'What becomes of each community',
    set: 'Community',
    actors: 'Actors',
    who: 'Which',
    event: 'What becomes of it',
    setEvents: {
      before: { continue: 'goes on', split: 'splits', merge: 'merges into another', alone: 'vanishes' },
      after: { continue: 'goes on', split: 'unites several', merge: 'comes from a split', alone: 'new' },
    },
    notThere: { before: 'not there yet', after: 'left' },
    chart: (what, before, after) => `${what}, from “${before}” to “${after}”`,
    flow: (from, to, actors) => `${from} → ${to}: ${count(actors, 'actor', 'actors')}`,
    asTable: 'The same as a table',
  },

  tables: {
    lead: 'Shares are followed by their 95% interval. “n/a”: has no value here.',
    rsiena: 'Both waves for RSiena (.zip)',
    none: 'Nothing in this table.',
    turnover: 'What became of ties',
    all: 'All together',
    allTies: 'All comparable ties',
    allNote:
      'Counted as they were told: a tie that one forgot to tell passes for ended. “In short” takes that forgetting off.',
    byKind: 'By kind of tie',
    byKindNote: 'A tie may be of several kinds: the lines do not add up.',
    byClass: 'By class: bonding, linking, bridging',
    byClassNote:
      'Callois: same sphere and territory, other spheres, out of the territory. Woolcock: alike, other levels, different at the same level.',
    byEmbedding: 'By whether both ends share a partner',
    bySpheres: 'By pair of spheres',
    classes: {
      'callois bonding': 'Bonding (Callois)',
      'callois linking': 'Linking (Callois)',
      'callois bridging': 'Bridging (Callois)',
      'woolcock bonding': 'Bonding (Woolcock)',
      'woolcock linking': 'Linking (Woolcock)',
      'woolcock bridging': 'Bridging (Woolcock)',
    },
    embedding: { embedded: 'With a common partner', bare: 'Without a common partner' },
    ties: 'Ties',
    kept: 'Kept',
    ended: 'Ended',
    new: 'New',
    survival: 'Survival',
    novelty: 'Novelty',
    between: (low, high) => `(${low} to ${high})`,
    noneComparable: 'No tie could be observed both times: none can be said to be kept, ended or new.',
    unknown: 'Ties that are not comparable',
    unknownNote: 'They count neither as ended nor as new.',
    why: 'Reason',
    transitions: 'Who names whom, then and now',
    transitionsNote: 'Pairs whose two ends answered both times. Rows: then; columns: now.',
    thenNow: 'Then \\ now',
    dyads: ['by neither', 'by one', 'by both'],
    figures: 'Overall figures, among the same witnesses',
    figuresNote:
      '95% intervals: on worlds whose truth is known they hold it 94 to 100 times in 100. p: all tests taken together (Holm).',
    figure: 'Figure',
    before: 'Before',
    after: 'After',
    change: 'Change',
    p: 'p',
    q: 'q',
    verdict: 'Verdict',
    untested: 'not tested',
    real: 'real',
    noise: 'within noise',
    spherePairs: 'Ties ended and new between spheres',
    spherePairsNote: 'q: Benjamini–Hochberg over all pairs; the clearest first. Indicative.',
    spheres: 'Spheres',
    series: 'All waves',
    steps: 'From one wave to the next',
    stepsNote: 'Half-life: the time after which, at this pace, half of the ties would have ended.',
    step: 'Step',
    halfLife: 'Half-life',
    years: (years) => count(Number(years.toFixed(1)), 'year', 'years'),
    common: (witnesses) => `Among the ${number(witnesses)} actors that answered every time`,
    noneCommon: 'Nobody answered in every wave: figures of the whole do not follow from one to the next.',
    commonNote: 'Same roster and same answers in every wave: neither arrivals nor silences matter.',
    courses: 'The course of ties over all waves',
    course: 'Course',
    courseNames: {
      steady: 'there every time',
      lost: 'ended for good',
      gained: 'came and stayed',
      returned: 'ended, then returned',
      passing: 'came and went',
      changing: 'changing',
      unknown: 'not comparable',
    },
    unsaid: (what, reason) => `${what}: not said here (${reason}).`,
  },

  plane: {
    x: 'Cohesion (closure beyond chance)',
    y: 'Diversified opening',
  },

  revive: {
    lead: 'A tie dies if it is not kept up. These have been silent for longer than a living tie would be, beginning with those that hold most together and of which least is left.',
    calendar: 'Put in a calendar (one tie a week, .ics file)',
    caption: (wave) => `Ties to revive, by “${wave}”`,
    note: 'What is left: all at the last contact, then half as much after each half-life of ties of its kind. Pairs it joins: share of the pairs of actors whose shortest path runs through it.',
    tie: 'Tie',
    lastContact: 'Last contact',
    left: 'What is left',
    held: 'Pairs it joins',
    bridge: 'the only way',
    goBetween: 'Through whom',
    nobody: 'nobody knows both',
  },
}
