import { french } from '../formats.ts'
import type { UnplacedWords } from '../unplaced.ts'

const { count } = french

export const unplaced: UnplacedWords = {
  tie_ids: (n) => `${count(n, 'identifiant de lien laissé', 'identifiants de liens laissés')} de côté`,
  node_numbers: (n) => `${count(n, 'numéro de nœud laissé', 'numéros de nœuds laissés')} de côté, les noms suffisent`,
  positions: (n) => `${count(n, 'position de dessin laissée', 'positions de dessin laissées')} de côté`,
  looks: (n) => `${count(n, 'couleur, taille ou forme laissée', 'couleurs, tailles ou formes laissées')} de côté`,
  periods: (n) => `${count(n, 'période laissée', 'périodes laissées')} de côté`,
  nested: (n) => `${count(n, 'réseau dans un nœud laissé', 'réseaux dans des nœuds laissés')} de côté`,
  hyperedges: (n) => `${count(n, 'lien sans ses deux bouts laissé', 'liens sans leurs deux bouts laissés')} de côté`,
  unknown_ends: (n) => `${count(n, 'lien vers un nœud absent laissé', 'liens vers des nœuds absents laissés')} de côté`,
  missing_ties: (n) => `${count(n, 'paire non observée laissée', 'paires non observées laissées')} de côté`,
  impossible_ties: (n) => `${count(n, 'lien impossible laissé', 'liens impossibles laissés')} de côté`,
  structures: (n) => `${count(n, 'valeur composée laissée', 'valeurs composées laissées')} de côté`,
  network_data: (n) =>
    `${count(n, 'information sur le réseau entier laissée', 'informations sur le réseau entier laissées')} de côté`,
}
