import { english } from '#words/formats.ts'
import type { ExamplesText } from './examples.fr.ts'

const { count } = english

/** What is said of examples that were removed, in English. */
export const examples: ExamplesText = {
  heading: 'Examples',
  away: (examples) => count(examples, 'example removed', 'examples removed'),
  lead: 'A click brings an example back as Maillage comes with it, and changes nothing of your territories.',
  bringBackNamed: (name) => `Bring back the example “${name}”`,
  coming: 'The example is coming…',
  back: (name) => `“${name}” is back.`,
  changed: 'This example was changed meanwhile: it stays. It can be removed in its data.',
  undo: 'Undo',
}
