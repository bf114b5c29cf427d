import { english } from '../formats.ts'
import type { StoryWords } from '../story.ts'

const nouns = {
  wave: 'wave',
  actor: 'actor',
  space: 'space',
  tieKind: 'kind of tie',
  spaceKind: 'kind of space',
  sphere: 'sphere',
  actorType: 'type of actor',
}

export const story: StoryWords = {
  lost: (lost) =>
    `What this view showed and the territory has no more: ${english.list(lost.map(({ noun, id }) => `${nouns[noun]} “${id}”`))}.`,
  undrawn: (reason) => `This view cannot be drawn: ${reason}`,
}
