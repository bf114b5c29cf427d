import { agenda as words } from '#words/en/agenda.ts'
import type { agenda as french } from './agenda.fr.ts'

/** The words of the agenda, in English. */
export const agenda: typeof french = {
  ...words,
  heading: (name) => `Agenda for ${name}`,
  loading: 'The agenda is being prepared…',
  lead: 'What calls for a decision, by what is at stake: who does what, with whom, by when. All findings are behind.',
  more: 'Who, why, and what would show otherwise',
  who: 'Who does what',
  changes: 'What it would change',
  howSure: 'How sure is it?',
  against: 'What would show otherwise',
  concerned: 'Actors concerned',
  atStake: 'What is at stake',
  parts: 'The findings brought together here',
  wholeList: 'See all findings',
  waits: 'Names wait until it is known whether the finding holds.',
}
