import type { BesideWords } from '../beside.ts'
import { french } from '../formats.ts'

const { number, count, list } = french

const figures = {
  growth: 'Nombre de liens, oublis retirés',
  transitivity: 'Fermeture des triangles',
  ei: 'Part des liens entre sphères (indice E-I)',
  efficiency: 'Proximité de tous avec tous',
  centralization: 'Centralisation des liens',
  opening: 'Ouverture hors du territoire',
} as const

const place: BesideWords['place'] = ({ below, above }) =>
  [
    below === 0 ? 'aucun n’est plus bas' : count(below, 'autre est plus bas', 'autres sont plus bas'),
    above === 0 ? 'aucun n’est plus haut' : count(above, 'autre est plus haut', 'autres sont plus haut'),
  ].join(', ')

const errors: BesideWords['errors'] = (z) => `${z >= 0.05 ? '+' : ''}${number(Math.abs(z) < 0.05 ? 0 : z, 1)}`

/** What a territory's change is beside those of others, in French. */
export const beside: BesideWords = {
  heading: 'À côté des autres territoires',
  lead: (others) =>
    others === 0
      ? 'Aucun autre territoire n’a deux enquêtes\u00a0: il n’y a rien à mettre à côté. Il faut trois territoires en tout.'
      : `${count(others, 'autre territoire a', 'autres territoires ont')} deux enquêtes. Chacun est comparé à lui-même : de combien d’erreurs types il a bougé, une erreur type étant ce que les oublis et le hasard font bouger sur sa propre liste. Un territoire où rien ne change reste entre −2 et 2, dix-neuf fois sur vingt.`,
  figures,
  place,
  told: (figure, standing) =>
    `${figures[figure]} : ${errors(standing.own.z)} ${Math.abs(standing.own.z) < 1.95 ? 'erreur type' : 'erreurs types'} ; ${place(standing)}`,
  errors,
  unsaid: (unsaid, reason) => `Ne se ${unsaid.length < 2 ? 'dit' : 'disent'} pas, ${reason} : ${list(unsaid)}.`,
  figure: 'Chiffre',
  here: 'Ici',
  scale: 'Échelle : −5 à 5, bande de hasard −2 à 2',
  range: '−5 à 5',
  others: 'Autres territoires',
  where: 'Place',
  territory: 'Territoire',
  waves: 'Enquêtes',
  caution:
    'Ce n’est pas un classement : les listes d’acteurs, les durées et les taux de réponse diffèrent, monter n’est pas mieux que descendre, et une place parmi si peu de territoires ne prouve rien.',
  span: (from, to, years) => `${from}, puis ${to} (${number(years, 1)} an${years >= 2 ? 's' : ''})`,
}
