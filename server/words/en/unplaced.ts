import { english } from '../formats.ts'
import type { UnplacedWords } from '../unplaced.ts'

const { count } = english

export const unplaced: UnplacedWords = {
  tie_ids: (n) => `${count(n, 'id of a tie', 'ids of ties')} left out`,
  node_numbers: (n) => `${count(n, 'number of a node', 'numbers of nodes')} left out, names suffice`,
  positions: (n) => `${count(n, 'position in a drawing', 'positions in a drawing')} left out`,
  looks: (n) => `${count(n, 'colour, size or shape', 'colours, sizes or shapes')} left out`,
  periods: (n) => `${count(n, 'period', 'periods')} left out`,
  nested: (n) => `${count(n, 'network within a node', 'networks within nodes')} left out`,
  hyperedges: (n) => `${count(n, 'tie without its two ends', 'ties without their two ends')} left out`,
  unknown_ends: (n) => `${count(n, 'tie to an absent node', 'ties to absent nodes')} left out`,
  missing_ties: (n) => `${count(n, 'unobserved pair', 'unobserved pairs')} left out`,
  impossible_ties: (n) => `${count(n, 'impossible tie', 'impossible ties')} left out`,
  structures: (n) => `${count(n, 'compound value', 'compound values')} left out`,
  network_data: (n) =>
    `${count(n, 'piece of information on the whole network', 'pieces of information on the whole network')} left out`,
}
