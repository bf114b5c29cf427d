import { english } from '#words/formats.ts'
import type { ChoosingText } from './choosing.fr.ts'

const { count, number } = english

export const choosing: ChoosingText = {
  label: 'Chosen actors',
  chosen: (actors) => count(actors, 'actor chosen', 'actors chosen'),
  unseen: (actors) => `${number(actors)} of them not in what is shown`,
  choose: (name) => `Choose ${name}`,
  column: 'Chosen',
  sphere: 'Set the sphere',
  focus: 'Look at them alone',
  remove: 'Remove…',
  removeMany: (actors) => `Remove ${count(actors, 'actor', 'actors')}?`,
  image: 'Picture',
  clear: 'Choose nobody any more',
  pinned: 'Put by hand on this map.',
  pins: (nodes) => count(nodes, 'pin on this map', 'pins on this map'),
  release: 'Release',
  releaseAll: 'Release them',
  moved: (names) =>
    names.length === 1
      ? `Place of ${names[0] ?? ''} saved. Ctrl+Z undoes it.`
      : `Places of ${count(names.length, 'actor', 'actors')} saved. Ctrl+Z undoes it.`,
  released: 'Back where the layout puts it.',
}
