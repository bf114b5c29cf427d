import { english } from '#words/formats.ts'
import type { LegendSheetText } from './legend-sheet.fr.ts'

const { count, number, percent } = english

/** What the sheet of a line of the legend says, in English. */
export const legendSheet: LegendSheetText = {
  label: 'Legend sheet',
  open: (name) => `Open the sheet: ${name}`,
  kinds: (kinds) => `By kind of tie (${number(kinds)})`,
  unknown: 'The legend on screen has no such entry.',
  hidden: 'The legend hides these actors for now.',
  actors: 'Actors',
  byPartners: 'The most tied first, with the number of their partners.',
  ofCategory: (actors, within, outwards) =>
    `${count(actors, 'actor', 'actors')}, ${count(within, 'tie', 'ties')} among them, ${number(outwards)} with the others.`,
  responses: (asked, answered) =>
    `${number(asked)} asked, ${answered === 0 ? 'no answer' : `${count(answered, 'answer', 'answers')} (${percent(answered / asked)})`}.`,
  outwards: 'Ties with',
  silentLead: (asked, named) =>
    `${[
      ...(asked > 0
        ? [count(asked, 'actor was asked and did not answer', 'actors were asked and did not answer')]
        : []),
      ...(named > 0 ? [count(named, 'other is named and was not asked', 'others are named and were not asked')] : []),
    ].join('; ')}.`,
  askedInVain: 'Asked, no answer',
  neverAsked: 'Named, never asked',
  silentNote: 'All that is known of them is what others say: they very likely have more partners.',
  ofTies: (ties, declarations) =>
    `${count(ties, 'tie', 'ties')}, ${declarations === 0 ? 'no declaration' : count(declarations, 'declaration', 'declarations')}.`,
  standings: {
    confirmed: 'Both actors name the tie.',
    declared: 'One of the two names it, or a document does.',
    shared: 'Nobody declares it: both take part in the same space.',
    uncertain: 'What says so is not certain.',
    fading: 'The silence has lasted three times the declared pace, or longer.',
  },
  origins: 'How it is known',
  reporters: 'Who declares it',
  contacts: (ties) => `Last contacts (${number(ties)} dated)`,
  oldest: 'The oldest',
  others: (more) => `and ${count(more, 'other', 'others')}`,
  inTable: 'See the table',
}
