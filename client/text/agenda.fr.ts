import { agenda as words } from '#words/fr/agenda.ts'
import { le } from '#words/fr/names.ts'

/** The words of the agenda, in French; agenda.en.ts has the same keys or does not build. */
export const agenda = {
  ...words,
  heading: (name: string) => `Ordre du jour pour ${le(name)}`,
  loading: 'L’ordre du jour se prépare…',
  lead: 'Ce qui demande une décision, par enjeu : qui fait quoi, avec qui, pour quand. Tous les constats sont derrière.',
  more: 'Qui, pourquoi, et ce qui montrerait le contraire',
  who: 'Qui fait quoi',
  changes: 'Ce que cela changerait',
  howSure: 'Est-ce sûr ?',
  against: 'Ce qui montrerait le contraire',
  concerned: 'Acteurs concernés',
  atStake: 'L’enjeu',
  parts: 'Les constats réunis ici',
  wholeList: 'Voir tous les constats',
  waits: 'Les noms attendent de savoir si le constat tient.',
}
