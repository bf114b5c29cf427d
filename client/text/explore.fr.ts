import { french } from '#words/formats.ts'

const { number, count } = french

/** What map and table say of how they are looked at, in French; explore.en.ts has the same keys or does not build. */
export const explore = {
  layout: 'Disposition',
  layouts: {
    free: { name: 'Libre', note: 'qui a des liens se tient près ; on peut déplacer les acteurs' },
    groups: { name: 'Groupes écartés', note: 'les groupes de la légende, séparés et nommés' },
    sectors: { name: 'Un secteur par groupe', note: 'les plus liés près du centre' },
    core: { name: 'Cercles du cœur vers la périphérie', note: 'les actifs entre actifs au centre' },
    distance: { name: 'Cercles de distance', note: 'à combien de pas d’un acteur' },
    spaces: { name: 'Acteurs et espaces en colonnes', note: 'qui participe où ; les liens déclarés s’effacent' },
    geographic: { name: 'Sur le terrain', note: 'd’après les coordonnées des acteurs' },
  },
  aroundWhom: (name: string) => `Autour de : ${name}`,
  aroundSelected: (name: string) => `Dessiner autour de ${name}`,
  trays: {
    untied: (actors: number) => `Sans lien connu avec le reste (${number(actors)})`,
    uncored: (actors: number) => `Sans lien dans cette vue (${number(actors)})`,
    unreached: (actors: number) => `Qu’aucun chemin n’atteint (${number(actors)})`,
    unplaced: (actors: number) => `Sans place dans cette disposition (${number(actors)})`,
  },
  stepsAway: (steps: number, actors: number) => `${count(steps, 'pas', 'pas')} (${number(actors)})`,
  core: (core: number, actors: number) => `cœur ${number(core)} (${number(actors)})`,
}

export type ExploreText = typeof explore
