/** What a territory is written as, by what it is for, in French; exports.en.ts has the same keys or does not build. */
export const exports = {
  heading: 'Exporter',
  lead: 'En un fichier. Ceux du premier groupe se réimportent tels quels, modifiés ou non.',
  extent: 'Ce qui est exporté',
  all: 'Tout le territoire, toutes les vagues',
  shown: 'Ce que montre la carte',
  shownNote: (wave: string) => `vague « ${wave} », liens et acteurs qu’elle retient`,
  ours: 'Pour un tableur, et pour revenir',
  others: 'Pour d’autres logiciels',
  files: {
    'territory.xlsx': {
      name: 'Classeur Excel',
      note: 'une feuille par sorte de données, listes déroulantes, indicateurs et constats',
    },
    'territory-excel.zip': {
      name: 'CSV pour Excel',
      note: 'points-virgules, virgules décimales, en-têtes en français',
    },
    'territory.zip': { name: 'CSV pour programmes', note: 'virgules, points décimaux, noms de champs en anglais' },
    'territory.json': { name: 'JSON complet', note: 'tout, dans un format versionné et décrit' },
    'territory.gexf': { name: 'GEXF', note: 'Gephi, Gephi Lite : avec les positions, tailles et couleurs de la carte' },
    'territory.graphml': { name: 'GraphML', note: 'yEd, Cytoscape, igraph, NetworkX' },
    'territory.net': { name: 'Pajek', note: 'Pajek, et qui lit ses fichiers .net' },
    'territory.dl': { name: 'UCINET DL', note: 'UCINET, NetDraw' },
    'territory-rsiena.zip': {
      name: 'Matrices RSiena',
      note: 'une par vague ; non observé et impossible y sont distingués',
    },
    'territory-kumu.xlsx': { name: 'Kumu', note: 'éléments et connexions à déposer dans Kumu' },
  },
  templates: {
    lead: 'Ou partez d’un modèle à remplir, fait avec les mots de votre territoire :',
    'modele-territoire.xlsx': 'modèle de territoire (Excel)',
    'modele-enquete-papier.xlsx': 'modèle d’enquête sur papier (Excel)',
  },
}

export type ExportsText = typeof exports
