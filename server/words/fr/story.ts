import { french } from '../formats.ts'
import type { StoryWords } from '../story.ts'

const nouns = {
  wave: 'vague',
  actor: 'acteur',
  space: 'espace',
  tieKind: 'type de lien',
  spaceKind: 'type d’espace',
  sphere: 'sphère',
  actorType: 'type d’acteur',
}

export const story: StoryWords = {
  lost: (lost) =>
    `Ce que montrait cette vue et que le territoire n’a plus : ${french.list(lost.map(({ noun, id }) => `${nouns[noun]} « ${id} »`))}.`,
  undrawn: (reason) => `Cette vue ne peut pas être dessinée : ${reason}`,
}
