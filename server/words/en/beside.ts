import type { BesideWords } from '../beside.ts'
import { english } from '../formats.ts'

const { number, count, list } = english

const figures = {
  growth: 'Number of ties, forgetting taken off',
  transitivity: 'Closure of triangles',
  ei: 'Share of ties between spheres (E-I index)',
  efficiency: 'How near all are to all',
  centralization: 'Centralization of ties',
  opening: 'Opening beyond the territory',
} as const

const place: BesideWords['place'] = ({ below, above }) =>
  [
    below === 0 ? 'none is lower' : count(below, 'other is lower', 'others are lower'),
    above === 0 ? 'none is higher' : count(above, 'other is higher', 'others are higher'),
  ].join(', ')

const errors: BesideWords['errors'] = (z) => `${z >= 0.05 ? '+' : ''}${number(Math.abs(z) < 0.05 ? 0 : z, 1)}`

/** What a territory's change is beside those of others, in English. */
export const beside: BesideWords = {
  heading: 'Beside the other territories',
  lead: (others) =>
    others === 0
      ? 'No other territory has two surveys: there is nothing to set it beside. Three territories in all are needed.'
      : `${count(others, 'other territory has', 'other territories have')} two surveys. Each is compared with itself: by how many standard errors it moved, one being what forgetting and chance move on its own roster. Where nothing changes it stays between −2 and 2, nineteen times in twenty.`,
  figures,
  place,
  told: (figure, standing) => `${figures[figure]}: ${errors(standing.own.z)} standard errors; ${place(standing)}`,
  errors,
  unsaid: (unsaid, reason) => `Not said, ${reason}: ${list(unsaid)}.`,
  figure: 'Figure',
  here: 'Here',
  scale: 'Scale: −5 to 5, band of chance −2 to 2',
  range: '−5 to 5',
  others: 'Other territories',
  where: 'Place',
  territory: 'Territory',
  waves: 'Surveys',
  caution:
    'This is no ranking: rosters, time spans and response rates differ, up is no better than down, and a place among so few territories proves nothing.',
  span: (from, to, years) => `${from}, then ${to} (${number(years, 1)} ${years === 1 ? 'year' : 'years'})`,
}
