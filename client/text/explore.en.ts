import { picture } from '#words/en/picture.ts'
import { english } from '#words/formats.ts'
import type { ExploreText } from './explore.fr.ts'

const { number, count, list } = english

export const explore: ExploreText = {
  layout: 'Layout',
  layouts: picture.layouts,
  ground: picture.ground,
  aroundWhom: (name) => `Around: ${name}`,
  aroundSelected: (name) => `Draw around ${name}`,
  areas: picture.areas,
  ties: 'Ties',
  standings: picture.standings,
  silent: 'No answer, asked or not',
  width: 'The thicker the line, the more declarations and shared spaces',
  spoken: (name, category, partners, isSilent) =>
    [name, category, count(partners, 'partner', 'partners'), ...(isSilent ? ['no answer'] : [])].join(', '),
  tieSheet: 'Tie sheet',
  tieBetween: (from, to) => `${from} and ${to}`,
  tieLead: (standings, kinds, spaces) =>
    `${[
      `Tie ${list(standings)}`,
      ...(kinds > 0 ? [count(kinds, 'kind of tie', 'kinds of tie')] : []),
      ...(spaces > 0 ? [count(spaces, 'shared space', 'shared spaces')] : []),
    ].join(', ')}.`,
  noTieHere: 'Nothing ties them in the perimeter shown.',
  addDeclaration: 'Add a declaration',
  declarations: 'Declarations',
  noDeclaration: 'Nobody declared this tie in this wave.',
  outsidePerimeter: 'Outside the perimeter shown',
  towards: (name) => `to ${name}`,
  backbone: 'Draw the backbone only',
  backboneOnly: 'backbone only',
  backboneNote:
    'The most embedded ties (both ends of which are close to the same actors) and those that hold the whole together, after Nick et al. 2013. Measures count all ties.',
  denseNote: (ties) =>
    `With ${number(ties)} ties the map draws the backbone alone unless told otherwise. All can be drawn, though each move will be slow. The table has them all.`,
  backboneStatus: (drawn, ties) =>
    `backbone: ${count(drawn, 'tie', 'ties')} of ${number(ties)} drawn (${number(ties - drawn)} less embedded, hidden)`,
  reach: 'Around it',
  stepsLabel: 'How many steps away (keys 1, 2 and 3)',
  steps: (steps) => count(steps, 'step', 'steps'),
  withinSteps: (actors, steps) => `${count(actors, 'actor', 'actors')} at most ${count(steps, 'step', 'steps')} away.`,
  pathTo: 'Path to…',
  noPath: (name) => `No known path leads to ${name} among the actors shown.`,
  show: 'Show',
  showIn: (wave) => `Show in “${wave}”`,
  filters: 'What is filtered',
  removeFilter: (words) => `No longer filter: ${words}`,
  showAll: 'Show everything again',
  without: (words) => `without “${words}”`,
  withoutTies: (kinds) => `without ties: ${kinds}`,
  withTies: (kinds) => `with ties: ${kinds} too`,
  withoutSpaces: (kinds) => `without spaces: ${kinds}`,
  withSpaces: (kinds) => `with spaces: ${kinds} too`,
  withoutCollective: 'without collective actors',
}
