import { english } from '../formats.ts'
import type { ReportWords } from '../report.ts'

const { count, number } = english

export const report: ReportWords = {
  kind: 'Note to the mayor',
  map: 'Who works with whom',
  decide: 'What there is to decide',
  change: 'What it would change: ',
  disproof: 'What would show otherwise: ',
  moreActs: (acts) => `${count(acts, 'more step', 'more steps')} in the agenda.`,
  since: (wave) => `What has changed since “${wave}”`,
  nothingSince: 'Nothing that was compared changed beyond chance.',
  unknown: 'What is not known',
  unanswered: (silent, asked) =>
    `${count(silent, 'actor', 'actors')} of ${number(asked)} asked did not answer: what ties them to one another is not known.`,
  askFirst: (names) => `To be asked first: ${names}.`,
  unexamined: (rules) => `${count(rules, 'question', 'questions')} could not be examined: there is not enough data.`,
  waiting: 'Some names wait until it is known whether what is said of them holds.',
  allKnown: 'Everybody who was asked answered.',
  method: 'Method',
  methodOf: ({ basis, perimeter }) =>
    [
      basis === 'survey'
        ? 'Each organisation that was asked said with whom it works; a tie counts as soon as one of the two declares it.'
        : basis === 'documents'
          ? 'Ties are read in documents: nobody was asked, and what documents leave out is not absent.'
          : 'Ties are those that the team knows: nobody was asked, and what it does not know is not absent.',
      `The map shows ${perimeter}.`,
      'A finding is kept only if it goes beyond what chance would make of a network of the same form, or if it is counted; how sure it is says how often it would hold.',
      basis === 'survey'
        ? 'That supposes that other answers are missing.'
        : 'That supposes that a third of the ties is yet to be found.',
      'Decisions are ranked by what is at stake: actors concerned × what each would lose or gain × how sure.',
      'Organisations alone are described, never persons.',
    ].join(' '),
  sources: 'Sources',
  sourcesOf: (sources, others) =>
    `${sources}${others > 0 ? `, and ${count(others, 'other source', 'other sources')}` : ''}.`,
  made: (revision) => `State ${number(revision)} of the data. Made with Maillage.`,
  page: (page, of) => `${number(page)} / ${number(of)}`,
}
