import { english } from '#words/formats.ts'
import type { ExploreText } from './explore.fr.ts'

const { number, count } = english

export const explore: ExploreText = {
  layout: 'Layout',
  layouts: {
    free: { name: 'Free', note: 'those who are tied stand near; actors can be moved' },
    groups: { name: 'Groups apart', note: 'the groups of the legend, pulled apart and named' },
    sectors: { name: 'A sector per group', note: 'those with most ties near the middle' },
    core: { name: 'Rings from core to periphery', note: 'the active among the active in the middle' },
    distance: { name: 'Rings of distance', note: 'how many steps from an actor' },
    spaces: { name: 'Actors and spaces in columns', note: 'who takes part where; declared ties fade' },
    geographic: { name: 'On the ground', note: 'by the coordinates of actors' },
  },
  aroundWhom: (name) => `Around: ${name}`,
  aroundSelected: (name) => `Draw around ${name}`,
  trays: {
    untied: (actors) => `No known tie to the rest (${number(actors)})`,
    uncored: (actors) => `No tie in this view (${number(actors)})`,
    unreached: (actors) => `Reached by no path (${number(actors)})`,
    unplaced: (actors) => `No place in this layout (${number(actors)})`,
  },
  stepsAway: (steps, actors) => `${count(steps, 'step', 'steps')} (${number(actors)})`,
  core: (core, actors) => `core ${number(core)} (${number(actors)})`,
}
