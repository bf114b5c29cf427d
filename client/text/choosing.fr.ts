import { french } from '#words/formats.ts'
import { de } from '#words/fr/names.ts'

const { count, number } = french

/** What is said of several actors chosen together, and of those put somewhere by hand, in French; choosing.en.ts has the same keys or does not build. */
export const choosing = {
  label: 'Acteurs choisis',
  chosen: (actors: number) => count(actors, 'acteur choisi', 'acteurs choisis'),
  unseen: (actors: number) => `dont ${number(actors)} hors de ce qui est affiché`,
  choose: (name: string) => `Choisir ${name}`,
  column: 'Choisi',
  sphere: 'Définir la sphère',
  focus: 'Ne regarder qu’eux',
  remove: 'Retirer…',
  removeMany: (actors: number) => `Retirer ${count(actors, 'acteur', 'acteurs')} ?`,
  image: 'Image',
  clear: 'Ne plus rien choisir',
  pinned: 'Placé à la main sur cette carte.',
  pins: (nodes: number) => count(nodes, 'épingle sur cette carte', 'épingles sur cette carte'),
  release: 'Libérer',
  releaseAll: 'Les libérer',
  moved: (names: readonly string[]) =>
    names.length === 1
      ? `Place ${de(names[0] ?? '')} enregistrée. Ctrl+Z l’annule.`
      : `Place ${de(count(names.length, 'acteur', 'acteurs'))} enregistrée. Ctrl+Z l’annule.`,
  released: 'Revenu à la place que donne la disposition.',
}

export type ChoosingText = typeof choosing
