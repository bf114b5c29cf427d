import { english } from '#words/formats.ts'
import type { changes as french } from './changes.fr.ts'

const { number, count, list, percent, month } = english

/** The words of the screen of changes, in English. */
export const changes: typeof french = {
  parts: { summary: 'In short', maps: 'Maps', groups: 'Communities and spheres', tables: 'Tables' },
  partsLabel: 'Pages on change',
  heading: 'What changed, what holds, what is not known',
  of: (name, from, to) => `Change in ${name}, from “${from}” to “${to}”`,
  witnesses: (witnesses) =>
    `${count(witnesses, 'actor', 'actors')} answered both times: whatever is claimed rests on them.`,
  from: 'From',
  to: 'To',
  print: 'Print this page',
  loading: 'Comparing the waves…',
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
    fates: { appeared: 'Appeared', vanished: 'Vanished', persisted: 'Persisted', unknown: 'No answer' },
    unknownNote: 'The other wave cannot tell.',
    why: {
      thresholds: 'thresholds are not the same',
      data: 'other actors answered',
      roster: 'actors joined or left',
      threshold: 'close to the threshold: figures hardly moved',
      real: 'ties truly changed',
      unexplained: 'for no visible reason',
    },
    about: (names, left) => list(left > 0 ? [...names, `${number(left)} others`] : [...names]),
    none: 'None.',
    more: (left) => `and ${count(left, 'other', 'others')}`,
  },
}
