import { english } from '#words/formats.ts'
import type { FirstStepsText } from './first-steps.fr.ts'

const { count, number } = english

export const firstSteps: FirstStepsText = {
  heading: (done, steps) => `First steps: ${number(done)} of ${number(steps)}`,
  done: 'done',
  toDo: 'to do',
  putAway: 'Hide the first steps',
  actors: {
    name: 'Note the actors',
    why: 'From a spreadsheet as it is, or one name after the other: the rest can be completed later.',
  },
  wave: {
    name: 'Say where the information comes from',
    why: 'A wave is what is known on a date: from a survey, from documents, or from what the team knows.',
  },
  ties: {
    name: 'Tie the actors',
    why: 'Who works with whom, or who takes part in the same project. On the map, the key T adds a tie.',
  },
  view: {
    name: 'Keep a view of the map',
    why: 'Set the map as you want to show it, then choose “Keep this view”.',
  },
  seminar: {
    name: 'Prepare a meeting',
    why: 'Whom to invite, which chairs would stay empty, who sits with whom.',
  },
  drop: 'Drop a spreadsheet',
  typeAnother: 'Type another name',
  typeName: 'Type a name',
  addWave: 'Add a wave',
  addTie: 'Add a tie',
  toMap: 'Open the map',
  toSeminar: 'Open the seminar',
  example: 'Explore an example territory',
  empty:
    'This territory is still empty. Its map is drawn as soon as it is known who acts there, where the information comes from, and who is tied to whom.',
  noWave: (actors, names) =>
    `${count(actors, 'actor noted', 'actors noted')}: ${names}. Nothing is drawn yet: it remains to say where the information comes from.`,
}
