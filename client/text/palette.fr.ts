import type { TerritoryScreen } from '#wire/pages.ts'

/** What can be done from the box of the masthead, in French; palette.en.ts has the same keys or does not build. */
export const palette = {
  label: 'Rechercher un acteur, un espace, une vue, un constat, ou quelque chose à faire',
  placeholder: 'Rechercher, agir…',
  none: 'Rien ne correspond.',
  waiting: 'Recherche parmi les constats…',
  act: 'action',
  finding: 'constat',
  item: 'ordre du jour',
  view: 'vue',
  goTo: (screen: string, which: TerritoryScreen) =>
    `Aller à : ${screen}${which === 'data' ? ' (importer, exporter, historique)' : ''}`,
  wave: (label: string) => `Changer de vague : ${label}`,
  layout: (name: string) => `Disposition : ${name}`,
  picture: 'Télécharger la carte (PDF)',
  image: 'Télécharger la carte (image PNG)',
  note: 'Télécharger la note au maire (PDF)',
  print: 'Imprimer cette page',
  project: (story: string) => `Projeter le récit « ${story} »`,
  presentation: (story: string) => `Télécharger le récit « ${story} » (PPTX)`,
  language: 'English version',
}

export type PaletteText = typeof palette
