import { french } from '#words/formats.ts'

const { count } = french

/** What is said of examples that were removed, in French; examples.en.ts has the same keys or does not build. */
export const examples = {
  heading: 'Exemples',
  away: (examples: number) => count(examples, 'exemple retiré', 'exemples retirés'),
  lead: 'Un clic rapporte un exemple tel que Maillage l’apporte, sans rien changer à vos territoires.',
  bringBackNamed: (name: string) => `Rapporter l’exemple « ${name} »`,
  coming: 'L’exemple arrive…',
  back: (name: string) => `« ${name} » est de retour.`,
  changed: 'Cet exemple a été modifié depuis : il reste là. On peut le supprimer dans ses données.',
  undo: 'Annuler',
}

export type ExamplesText = typeof examples
