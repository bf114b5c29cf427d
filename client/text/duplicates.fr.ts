import { french } from '#words/formats.ts'
import { importing } from './import.fr.ts'

const { count, number } = french

/** The words of the search for actors that are one, in French; duplicates.en.ts has the same keys or does not build. */
export const duplicates = {
  heading: 'Doublons',
  lead: 'Le même acteur sous deux noms fausse la carte. Maillage rapproche les noms qui se ressemblent ; vous seul décidez.',
  search: 'Chercher les doublons',
  searching: 'Recherche…',
  none: 'Aucun acteur ne ressemble à un autre.',
  found: (total: number) => `${count(total, 'paire d’acteurs se ressemble', 'paires d’acteurs se ressemblent')}.`,
  shown: (shown: number) => `Voici les ${number(shown)} plus vraisemblables.`,
  reasons: importing.names.reasons,
  facts: {
    type: 'Type',
    sphere: 'Sphère',
    commune: 'Commune',
    siren: 'SIREN',
    aliases: 'Autres noms',
    ties: 'Liens',
    spaces: 'Espaces',
  },
  merge: (keep: string) => `Fusionner sous « ${keep} »`,
  mergeRenamed: (keep: string, name: string) => `Garder la fiche « ${keep} », sous le nom « ${name} »`,
  aside: 'Ce sont deux acteurs',
  merged: (keep: string) =>
    `C’est fait : il ne reste que « ${keep} ». L’autre nom est gardé pour les prochains imports.`,
  apart: (one: string, other: string) =>
    `« ${one} » et « ${other} » sont deux acteurs : la question ne sera plus posée.`,
  undo: 'Annuler cette fusion',
  undoApart: 'Revenir sur cette réponse',
  undone: 'C’est annulé : les acteurs sont de nouveau comme avant.',
}

export type DuplicatesText = typeof duplicates
