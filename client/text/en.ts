import { beside as besideWords } from '#words/en/beside.ts'
import { changes as changeWords } from '#words/en/changes.ts'
import { findings } from '#words/en/findings.ts'
import { measureQuestions } from '#words/en/measure-questions.ts'
import { measures } from '#words/en/measures.ts'
import { basis, perimeter } from '#words/en/perimeter.ts'
import { power as powerWords } from '#words/en/power.ts'
import { problems } from '#words/en/problems.ts'
import { readings } from '#words/en/readings.ts'
import { refused } from '#words/en/refusals.ts'
import { revivals as revivalWords } from '#words/en/revivals.ts'
import { table } from '#words/en/table.ts'
import { vocabulary } from '#words/en/vocabulary.ts'
import { english } from '#words/formats.ts'
import { agenda } from './agenda.en.ts'
import { benchmark } from './benchmark.en.ts'
import { boundary } from './boundary.en.ts'
import { changes } from './changes.en.ts'
import { choosing } from './choosing.en.ts'
import { diagnosis } from './diagnosis.en.ts'
import { duplicates } from './duplicates.en.ts'
import { edit } from './edit.en.ts'
import { examples } from './examples.en.ts'
import { explore } from './explore.en.ts'
import { exports } from './exports.en.ts'
import { firstSteps } from './first-steps.en.ts'
import type { Text } from './fr.ts'
import { importing } from './import.en.ts'
import { legendSheet } from './legend-sheet.en.ts'
import { mechanisms } from './mechanisms.en.ts'
import { method } from './method.en.ts'
import { palette } from './palette.en.ts'
import { picture } from './picture.en.ts'
import { presence } from './presence.en.ts'
import { seminar } from './seminar.en.ts'
import { views } from './views.en.ts'
import { whatIf } from './what-if.en.ts'
import { workshop } from './workshop.en.ts'

const { number, count, list, date, dateTime, percent, fixed, signed } = english

export const en: Text = {
  language: 'en',
  locale: 'en-GB',

  measures,
  measureQuestions,
  readings,
  agenda,
  diagnosis,
  edit,
  changeWords,
  revivalWords,
  powerWords,
  besideWords,
  changes,
  findings,
  method,
  mechanisms,
  importing,
  exports,
  picture,
  examples,
  presence,
  explore,
  legendSheet,
  boundary,
  firstSteps,
  choosing,
  duplicates,
  benchmark,
  seminar,
  workshop,
  whatIf,
  views,
  palette,
  problems: {
    ...problems,
    // What fails before a request reaches the server, or after.
    unreachable: () => 'The server does not answer. Check that it is running, then try again.',
    unexpected_answer: () => 'The server answered something this page does not understand. Reload the page.',
    defect: () => 'The page met an error. Reload it.',
  },
  refused,

  number,
  fixed,
  signed,
  percent,
  date,
  dateTime,
  list,
  count,
  undefined: 'n/a',

  page: {
    title: (parts) => [...parts, 'Maillage'].join(' – '),
    skip: 'Skip to the content',
    language: 'Language',
    loading: 'Loading…',
    drawing: 'The map is being drawn…',
    retry: 'Try again',
    close: 'Close',
    cancel: 'Cancel',
    licences: 'Licences of the software used',
    backToTerritories: 'All territories',
    failed: 'This page could not be shown',
    regions: {
      panel: 'The perimeter and the legend could not be shown.',
      map: 'The map could not be shown.',
      table: 'The table could not be shown.',
      status: 'The counts could not be shown.',
      sheet: 'The sheet could not be shown.',
      findings: 'The list of findings could not be shown.',
      evidence: 'The details of this finding could not be shown.',
      import: 'The import could not go on.',
      history: 'The history could not be shown.',
    },
    unknown: 'This address leads to no page',
    unknownLead: 'It may have been copied wrongly, or cut off on its way. Your data have nothing to do with it.',
  },

  screens: {
    map: 'Map',
    table: 'Table',
    findings: 'Findings',
    changes: 'Change',
    views: 'Views',
    seminar: 'Seminar',
    data: 'Data',
  },
  screensOf: 'Views of the territory',

  territories: {
    heading: 'Territories',
    lead: 'Who works with whom, where they meet, what ties the territory to the outside.',
    counts: (actors, spaces, ties, outside = 0) =>
      [
        `${count(actors, 'actor', 'actors')}${outside > 0 ? `, ${number(outside)} of them not in the latest wave` : ''}`,
        count(spaces, 'space of cooperation', 'spaces of cooperation'),
        count(ties, 'declared tie', 'declared ties'),
      ].join(' · '),
    waves: (waves) => (waves > 1 ? `over ${number(waves)} waves` : count(waves, 'wave', 'waves')),
    fictitious: 'Fictitious territory',
    fictitiousNote: 'Made up to show what the tool can do: none of these actors exists.',
    notDrawn: 'The map has not been drawn yet. It will be when it is first opened.',
    noWave: 'No wave yet: import your ties, or the list of those asked.',
    remove: 'Remove',
    removeNamed: (name) => `Remove ${name}`,
    removeQuestion: (name) => `Remove “${name}” for good?`,
    removeConsequence: 'Its actors, ties, map and whole history will be erased. Nothing will bring them back.',
    removeConfirm: 'Erase the territory',
    removing: 'Erasing…',
    empty: 'No territory yet',
    emptyNext:
      'Create one: drop your spreadsheets there as they are, or type names one by one, and Maillage will draw the map.',
    create: 'Create a territory',
    createName: 'Name of the territory',
    createHint: 'That of the local authority, for example.',
    createConfirm: 'Create',
  },

  search: {
    label: 'Search for an actor or a space',
    placeholder: 'Search…',
    none: 'No name matches.',
    notShown: 'not in view',
  },

  map: {
    label: (name) => `Map of ${name}`,
    keys: 'Arrows: go from one actor to another. Shift and arrows: move the selected actor. Space: choose it with others. + and −: zoom in and out. 0: see everything. 1, 2, 3: light up only those so many steps from the selected actor. Escape: deselect. The Table tab says the same in lines and columns.',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'See everything',
    controls: 'Framing of the map',
    moving: 'What comes into sight will be drawn when the map stops',
    proposed: 'tie proposed',
    lost: 'tie that would be lost',
    redraw: 'Draw the map again',
    why: {
      lost: 'The browser interrupted the drawing of the map. It will be drawn again as soon as the browser allows; you may also ask for it. Meanwhile, here is a still picture; table and findings say the same.',
      unavailable:
        'The live map cannot be drawn: this browser gives no access to WebGL (remote desktop, old driver, or a security setting). Here is a still picture; table, findings, data and search work as usual.',
    },
    nothing: {
      legend: 'The legend hides every actor. Restore it to see them again.',
      perimeter: 'No actor of this wave is within this perimeter. Widen it.',
      wave: 'This wave names no actor: no roster, no tie, no participation. Import some in the Data tab.',
    },
  },

  status: {
    ...basis,
    actors: ({ all, shown, hiddenByLegend, outsidePerimeter, outsideWave }) => {
      const left = [
        ...(outsideWave > 0 ? [`${number(outsideWave)} not in this wave`] : []),
        ...(outsidePerimeter > 0 ? [`${number(outsidePerimeter)} outside the perimeter`] : []),
        ...(hiddenByLegend > 0 ? [`${number(hiddenByLegend)} hidden by the legend`] : []),
      ]
      const said = `${number(shown)} of ${count(all, 'actor', 'actors')} shown`
      return left.length > 0 ? `${said} (${left.join(', ')})` : said
    },
    unnamed: (actors) => `${count(actors, 'actor is', 'actors are')} in no roster, no tie and no space`,
    unnamedNext:
      'Map, table and findings speak only of those whom the wave asked or names. To bring them in, add them to the roster (roster.csv), or import their ties.',
    ties: (ties, declared) =>
      `${count(ties, 'tie', 'ties')}${declared < ties ? `, ${declared > 0 ? number(declared) : 'none'} of them declared` : ''}`,
    declared: (ties) => count(ties, 'declared tie', 'declared ties'),
    spaces: ({ all, shown, outsidePerimeter, outsideWave, asActors }) => {
      const left = [
        ...(outsideWave > 0 ? [`${number(outsideWave)} not in this wave`] : []),
        ...(outsidePerimeter > 0 ? [`${number(outsidePerimeter)} of a kind outside the perimeter`] : []),
      ]
      const said = `${number(shown)} of ${count(all, 'space', 'spaces')}`
      const drawn = asActors > 0 ? `, ${number(asActors)} of them drawn as actors` : ''
      return `${said}${left.length > 0 ? ` (${left.join(', ')})` : ''}${drawn}`
    },
    participations: (participations) => count(participations, 'participation', 'participations'),
  },

  panel: {
    label: 'What is looked at',
    open: 'Legend and perimeter',
    view: 'View',
    actorsOnly: 'Actors',
    withSpaces: 'Actors and spaces',
    color: 'Colour',
    size: 'Size',
    colorings: {
      sphere: 'Sphere',
      type: 'Type of actor',
      community: 'Detected group',
      place: 'Inside the territory or not',
    },
    sizeNone: 'All alike',
    sizeUsual: 'To begin with',
    sizeSearch: 'Search a measure',
    sizeNotFound: 'No measure is called that.',
    sizeAbsent: 'This measure is not defined in this perimeter, or could not be computed.',
    sizeTooLarge: 'Too enlarged to compare sizes here.',
    sizeUndefined: (actors) => `n/a for ${count(actors, 'actor', 'actors')}`,
    communityNote:
      'Groups of actors more tied to each other than to the rest, found by computation: to be discussed, not taken on trust.',
    communityAbsent: 'Groups are not defined in this perimeter, or could not be computed.',
  },

  legend: {
    heading: 'Legend',
    all: 'Show all',
    around: (name) => `${name} and those around it`,
    alone: 'No group',
    others: 'Others',
    othersOf: (words) => `Others: ${words}`,
    space: 'Space of cooperation',
    host: 'Actor that is also a space',
    uncertain: 'Uncertain tie',
    undefined: 'Undefined value (n/a)',
  },

  perimeter: {
    ...perimeter,
    heading: 'Perimeter',
    change: 'Change',
    reset: 'Back to the usual perimeter',
    wave: 'Wave',
    ties: 'Ties',
    spaces: 'Spaces that tie their participants together',
    spacesNote: 'Programme axes and seminar series gather nearly everybody: usually they do not count.',
    direction: 'A tie counts when…',
    actors: 'Actors',
    inside: 'Only those of the territory',
    collective: 'With collective or unnamed actors',
  },

  sheet: {
    actor: 'Sheet of the actor',
    space: 'Sheet of the space',
    close: 'Close the sheet',
    notInView: 'This actor is not in the perimeter on screen.',
    spaceNotInView: 'This space is not in the perimeter on screen.',
    hiddenByLegend: 'Hidden by the legend.',
    collective: 'collective or unnamed actor',
    unknown: (id) => `Nothing is called “${id}” in this territory.`,
    partners: (partners, spheres) =>
      partners === 0
        ? 'No known partner in this perimeter.'
        : `Tied to ${count(partners, 'partner', 'partners')} ${spheres.length > 1 ? `from ${spheres.length} spheres: ${list(spheres)}` : `from the sphere ${spheres.join('')}`}.`,
    ties: 'Ties',
    noTies:
      'No known tie in this perimeter. The documents or the survey say nothing of it: that does not prove there is none.',
    outgoing: 'to this partner:',
    incoming: 'from this partner:',
    otherWaves: (ties) => `In other waves: ${count(ties, 'declared tie', 'declared ties')}`,
    sharedThrough: (space) => `together in “${space}”`,
    groups: 'Says it belongs to',
    spaces: 'Spaces',
    noSpaces: 'No known participation in this wave.',
    hostOf: 'is the organisation of the same name',
    measures: 'Measures',
    sources: 'Sources',
    source: 'Source',
    noSource: 'source not given',
    reportedBy: (name) => `declared by ${name}`,
    reportedByBoth: 'declared by both',
    says: (name, words) => `${name}: ${words}`,
    details: 'Details',
    fromDocuments: 'read in documents',
    fromInformants: 'from what the team knows',
    classification: (confidence) => `classification ${confidence}`,
    participants: 'Participants',
    noParticipants: 'No known participant in this wave.',
    unobserved: (roles) => `Unreadable in the source: ${roles}. Their absence proves nothing.`,
    parent: 'Part of',
    parts: 'Comprises',
    host: 'Organisation of the same name',
    dates: (start, end) => (start && end ? `${start} to ${end}` : start ? `since ${start}` : end ? `until ${end}` : ''),
    aliases: 'Other names',
    strength: (strength) => `strength ${strength} out of 5`,
    lastContact: (day) => `last contact on ${date(day)}`,
  },

  measure: {
    definition: 'Definition',
    convention: 'Convention',
    perimeter: 'Perimeter',
    source: 'Source',
    range: 'Possible values',
    rangeWords: (range) => range.replace('..', ' to '),
    failed: 'The measures could not be computed. Try again shortly.',
    notDefined: 'Not defined for this actor in this perimeter: it has too few ties.',
    term: 'Scholarly name',
    about: (measure) => `“${measure}”: the formula`,
    place: (rank) => `#${number(rank)}`,
    rank: (rank, of, shared) => `${shared ? 'joint ' : ''}rank ${number(rank)} of ${number(of)}`,
  },

  table: {
    ...table,
    caption: (name) => `Actors of ${name}`,
    sortBy: (column) => `Sort by ${column}`,
    lines: 'Lines of the table',
    files: 'This table as it stands:',
    fileOf: { xlsx: 'Excel', csv: 'CSV' },
    long: (lines) =>
      `${count(lines, 'line', 'lines')}. The browser’s own search sees only those on screen: look for a name with Ctrl K.`,
    printed: (lines, all) =>
      `Printing ends here: ${count(lines, 'line', 'lines')} of ${number(all)}. The Excel or CSV file has them all.`,
    participationsCaption: (name) => `Spaces and participants of ${name}`,
    tiesCaption: (name) => `Ties of ${name}`,
    empty: 'No line in this perimeter.',
  },

  ...vocabulary,

  data: {
    heading: 'Data',
    importHeading: 'Import',
    created: 'Territory created',
    waveBases: { survey: 'From a survey', documents: 'From documents', informants: 'From what the team knows' },
    historyHeading: 'History',
    historyLead: 'Every save is kept and can be undone, as long as no later one touches the same facts.',
    revision: (revision) => `Version ${number(revision)}`,
    undo: 'Undo',
    undoRevision: (revision) => `Undo version ${number(revision)}`,
    undone: 'Undone: a new version brings back what was there before.',
    undoes: (revision) => `of version ${number(revision)}`,
    putWords: (words) => `${words} added or changed`,
    removedWords: (words) => `${words} removed`,
    and: '; ',
  },
}
