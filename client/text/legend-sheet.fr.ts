import { french } from '#words/formats.ts'

const { count, number, percent } = french

/** What the sheet of a line of the legend says, in French; legend-sheet.en.ts has the same keys or does not build. */
export const legendSheet = {
  label: 'Fiche de la légende',
  open: (name: string) => `Ouvrir la fiche : ${name}`,
  kinds: (kinds: number) => `Par nature de lien (${number(kinds)})`,
  unknown: 'La légende affichée n’a pas cette entrée.',
  hidden: 'La légende masque ces acteurs pour l’instant.',
  actors: 'Acteurs',
  byPartners: 'Les plus liés d’abord, avec leur nombre de partenaires.',
  ofCategory: (actors: number, within: number, outwards: number) =>
    `${count(actors, 'acteur', 'acteurs')}, ${count(within, 'lien', 'liens')} entre eux, ${number(outwards)} avec les autres.`,
  responses: (asked: number, answered: number) =>
    `${count(asked, 'interrogé', 'interrogés')}, ${answered === 0 ? 'aucune réponse' : `${count(answered, 'réponse', 'réponses')} (${percent(answered / asked)})`}.`,
  outwards: 'Liens avec',
  silentLead: (asked: number, named: number) =>
    `${[
      ...(asked > 0 ? [count(asked, 'acteur interrogé n’a pas répondu', 'acteurs interrogés n’ont pas répondu')] : []),
      ...(named > 0
        ? [count(named, 'autre, cité, n’a pas été interrogé', 'autres, cités, n’ont pas été interrogés')]
        : []),
    ].join(' ; ')}.`,
  askedInVain: 'Interrogés, sans réponse',
  neverAsked: 'Cités, jamais interrogés',
  silentNote: 'On ne connaît d’eux que ce que les autres en disent : leurs partenaires sont sans doute plus nombreux.',
  ofTies: (ties: number, declarations: number) =>
    `${count(ties, 'lien', 'liens')}, ${declarations === 0 ? 'aucune déclaration' : count(declarations, 'déclaration', 'déclarations')}.`,
  standings: {
    confirmed: 'Les deux acteurs disent le lien.',
    declared: 'Un seul des deux le dit, ou un document.',
    shared: 'Personne ne le déclare : les deux participent au même espace.',
    uncertain: 'Ce qui le dit n’est pas sûr.',
    fading: 'Le silence dure trois fois plus que le rythme déclaré, ou davantage.',
  },
  origins: 'D’où on le sait',
  reporters: 'Qui le déclare',
  contacts: (ties: number) => `Derniers contacts (${count(ties, 'daté', 'datés')})`,
  oldest: 'Le plus ancien',
  others: (more: number) => `et ${count(more, 'autre', 'autres')}`,
  inTable: 'Voir le tableau',
}

export type LegendSheetText = typeof legendSheet
