import { french } from '#words/formats.ts'
import { picture } from '#words/fr/picture.ts'

const { number, count, list } = french

/** What map and table say of how they are looked at, in French; explore.en.ts has the same keys or does not build. */
export const explore = {
  layout: 'Disposition',
  layouts: picture.layouts,
  ground: picture.ground,
  aroundWhom: (name: string) => `Autour de : ${name}`,
  aroundSelected: (name: string) => `Dessiner autour de ${name}`,
  areas: picture.areas,
  /** What lines and outlines of the map mean. */
  ties: 'Liens',
  standings: picture.standings,
  silent: 'Sans réponse, interrogé ou non',
  width: 'Plus le trait est épais, plus il y a de déclarations et d’espaces partagés',
  /** An actor of the map, for who hears it. */
  spoken: (name: string, category: string, partners: number, isSilent: boolean) =>
    [name, category, count(partners, 'partenaire', 'partenaires'), ...(isSilent ? ['sans réponse'] : [])].join(', '),
  tieSheet: 'Fiche du lien',
  tieBetween: (from: string, to: string) => `${from} et ${to}`,
  tieLead: (standings: readonly string[], kinds: number, spaces: number) =>
    `${[
      `Lien ${list(standings)}`,
      ...(kinds > 0 ? [count(kinds, 'nature de lien', 'natures de lien')] : []),
      ...(spaces > 0 ? [count(spaces, 'espace partagé', 'espaces partagés')] : []),
    ].join(', ')}.`,
  noTieHere: 'Rien ne les relie dans le périmètre affiché.',
  addDeclaration: 'Ajouter une déclaration',
  declarations: 'Déclarations',
  noDeclaration: 'Personne n’a déclaré ce lien dans cette vague.',
  outsidePerimeter: 'Hors du périmètre affiché',
  towards: (name: string) => `vers ${name}`,
  backbone: 'Ne dessiner que l’ossature',
  backboneOnly: 'ossature seule',
  backboneNote:
    'Les liens les plus ancrés (dont les deux bouts ont les mêmes proches) et ceux qui tiennent l’ensemble, d’après Nick et al. 2013. Les indicateurs, eux, comptent tous les liens.',
  denseNote: (ties: number) =>
    `Avec ${number(ties)} liens, la carte ne dessine d’elle-même que l’ossature. Tous peuvent l’être, mais chaque mouvement sera lent. Le tableau les a tous.`,
  backboneStatus: (drawn: number, ties: number) =>
    `ossature : ${count(drawn, 'lien dessiné', 'liens dessinés')} sur ${number(ties)} (${count(ties - drawn, 'moins ancré, masqué', 'moins ancrés, masqués')})`,
  reach: 'Autour de lui',
  stepsLabel: 'Jusqu’à combien de pas (touches 1, 2 et 3)',
  steps: (steps: number) => count(steps, 'pas', 'pas'),
  withinSteps: (actors: number, steps: number) =>
    `${count(actors, 'acteur', 'acteurs')} à ${number(steps)} pas au plus.`,
  pathTo: 'Chemin vers…',
  noPath: (name: string) => `Aucun chemin connu ne mène à ${name} parmi les acteurs affichés.`,
  show: 'Afficher',
  showIn: (wave: string) => `Afficher dans « ${wave} »`,
  filters: 'Ce qui est filtré',
  removeFilter: (words: string) => `Ne plus filtrer : ${words}`,
  showAll: 'Tout réafficher',
  without: (words: string) => `sans « ${words} »`,
  withoutTies: (kinds: string) => `sans les liens : ${kinds}`,
  withTies: (kinds: string) => `avec aussi les liens : ${kinds}`,
  withoutSpaces: (kinds: string) => `sans les espaces : ${kinds}`,
  withSpaces: (kinds: string) => `avec aussi les espaces : ${kinds}`,
  withoutCollective: 'sans les acteurs collectifs',
}

export type ExploreText = typeof explore
