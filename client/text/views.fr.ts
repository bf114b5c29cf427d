import { french } from '#words/formats.ts'
import { story } from '#words/fr/story.ts'

const { count } = french

/** The words of saved views and stories, in French; views.en.ts has the same keys or does not build. */
export const views = {
  ...story,
  heading: 'Vues et récits',
  lead: 'Une vue garde ce que montre la carte : vague, périmètre, filtres, couleurs, disposition, sélection. Un récit enchaîne des vues, à projeter ou à emporter en présentation.',
  none: 'Aucune vue n’est encore gardée. Réglez la carte comme vous voulez la montrer, puis choisissez « Garder cette vue ».',
  toMap: 'Ouvrir la carte',
  save: 'Garder cette vue',
  saveLead: 'Son adresse est gardée telle qu’elle est à l’écran ; la carte suivra les données.',
  name: 'Nom',
  nameHint: 'Par exemple : Qui relie l’industrie et la formation',
  inStory: 'Récit',
  noStory: 'Aucun',
  newStory: 'Nom du récit (vide : aucun)',
  keep: 'Garder',
  saved: (name: string) => `Vue « ${name} » gardée.`,
  open: 'Ouvrir',
  edit: (name: string) => `Modifier « ${name} »`,
  editShort: 'Modifier',
  remove: (name: string) => `Retirer « ${name} »`,
  removeShort: 'Retirer',
  removed: (name: string) => `Vue « ${name} » retirée. Ctrl+Z la remet.`,
  others: 'Hors récit',
  story: (name: string) => `Récit « ${name} »`,
  slides: (slides: number) => count(slides, 'vue', 'vues'),
  present: 'Projeter',
  speaker: 'Notes dans une autre fenêtre',
  download: 'Présentation (PPTX)',
  up: (name: string) => `Avancer « ${name} »`,
  down: (name: string) => `Reculer « ${name} »`,
  order: 'L’ordre se change en glissant une vue, ou avec les flèches ↑ et ↓.',
  moved: (name: string, rank: number, slides: number) => `« ${name} » est maintenant la vue ${rank} sur ${slides}.`,
  progress: (at: number, slides: number) => `${at} / ${slides}`,
  previous: 'Vue précédente',
  next: 'Vue suivante',
  leave: 'Quitter',
  fullScreen: 'Plein écran (F)',
  notes: 'Notes',
  noNotes: 'Aucune note pour cette vue.',
  comes: (name: string) => `Ensuite : ${name}`,
  last: 'C’est la dernière vue.',
  unknownStory: 'Ce récit n’existe plus.',
}

export type ViewsText = typeof views
