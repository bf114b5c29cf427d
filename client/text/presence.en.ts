import { english } from '#words/formats.ts'
import type { PresenceText } from './presence.fr.ts'

const { count } = english

/** What is said of who else is there, in English. */
export const presence: PresenceText = {
  others: (others) => count(others, 'other person looks at this territory', 'other people look at this territory'),
  unnamed: 'Somebody',
  at: (screen) => `on the page “${screen}”`,
  before: ', looking at: ',
  finding: 'a finding',
  myName: 'My name for the others (optional)',
  showMe: 'Show me by this name',
  kept: 'The name stays in this browser and is shown, with what you have open, only while you look: none of it is saved with the territory.',
}
