import { french } from '#words/formats.ts'
import { Le, le } from '#words/fr/names.ts'

const { count } = french

/** The words of « Et si… », in French; what-if.en.ts has the same keys or does not build. */
export const whatIf = {
  heading: 'Et si…',
  lead: 'Supposez des départs, des liens qui ne portent plus rien, des liens nouveaux. Rien ne change dans le territoire : un scénario se garde à part, sous son nom.',
  noActor: 'Ce territoire ne connaît encore aucun acteur : ajoutez-en dans Données, il n’y a rien à supposer d’ici là.',
  choose: 'Scénario',
  named: 'Nouveau scénario',
  example: 'Par exemple : l’usine ferme',
  create: 'Commencer',
  title: (name: string) => `Et si… ${name}`,
  nothing: 'Ce scénario ne suppose encore rien ; il est gardé dès la première supposition.',
  leaving: 'Qui part',
  weakened: 'Lien qui ne porte plus rien',
  added: 'Lien nouveau',
  between: 'Entre',
  and: 'et',
  supposed: {
    leaving: (name: string) => `${Le(name)} part`,
    weakened: (one: string, other: string) => `Plus rien entre ${le(one)} et ${le(other)}`,
    added: (one: string, other: string) => `Lien nouveau entre ${le(one)} et ${le(other)}`,
  },
  remove: (said: string) => `Ne plus supposer : ${said}`,
  removeAll: (name: string) => `Supprimer le scénario « ${name} »`,
  absorbing: 'Ce qui l’aurait amorti',
  others: (others: number) => `et ${count(others, 'autre', 'autres')}`,
  caution: (basis: string) => `Ce que le réseau connu en dit, ${basis} ; non une prévision.`,
  today: 'Aujourd’hui',
  supposedMap: 'Alors',
  marks: { leaving: 'part', cutOff: 'coupé du reste', indispensable: 'devient indispensable' },
  strokes: { weakened: 'ne porte plus rien', added: 'lien nouveau', absorbing: 'l’aurait amorti' },
}
