import type { ExportsText } from './exports.fr.ts'

export const exports: ExportsText = {
  heading: 'Export',
  lead: 'In one file. Those of the first group can be imported again as they are, changed or not.',
  extent: 'What is exported',
  all: 'The whole territory, all waves',
  shown: 'What the map shows',
  shownNote: (wave) => `wave “${wave}”, the ties and actors it keeps`,
  ours: 'For a spreadsheet, and to come back',
  others: 'For other programs',
  files: {
    'territory.xlsx': {
      name: 'Excel workbook',
      note: 'a sheet per sort of data, drop-down lists, figures and findings',
    },
    'territory-excel.zip': { name: 'CSV for Excel', note: 'semicolons, decimal commas, French headers' },
    'territory.zip': { name: 'CSV for programs', note: 'commas, decimal points, names of fields in English' },
    'territory.json': { name: 'Complete JSON', note: 'everything, in a format with versions and a description' },
    'territory.gexf': { name: 'GEXF', note: 'Gephi, Gephi Lite: with the places, sizes and colours of the map' },
    'territory.graphml': { name: 'GraphML', note: 'yEd, Cytoscape, igraph, NetworkX' },
    'territory.net': { name: 'Pajek', note: 'Pajek, and whatever reads its .net files' },
    'territory.dl': { name: 'UCINET DL', note: 'UCINET, NetDraw' },
    'territory-rsiena.zip': { name: 'RSiena matrices', note: 'one per wave; unobserved and impossible are told apart' },
    'territory-kumu.xlsx': { name: 'Kumu', note: 'elements and connections to be dropped into Kumu' },
  },
  templates: {
    lead: 'Or start from a template to be filled in, made with the words of your territory:',
    'modele-territoire.xlsx': 'territory template (Excel, in French)',
    'modele-enquete-papier.xlsx': 'paper survey template (Excel, in French)',
  },
}
