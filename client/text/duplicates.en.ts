import { english } from '#words/formats.ts'
import type { DuplicatesText } from './duplicates.fr.ts'
import { importing } from './import.en.ts'

const { count, number } = english

export const duplicates: DuplicatesText = {
  heading: 'Duplicates',
  lead: 'The same actor under two names makes the map false. Maillage brings together names that look alike; you alone decide.',
  search: 'Look for duplicates',
  searching: 'Searching…',
  none: 'No actor looks like another.',
  found: (total) => `${count(total, 'pair of actors looks alike', 'pairs of actors look alike')}.`,
  shown: (shown) => `Here are the ${number(shown)} likeliest.`,
  reasons: importing.names.reasons,
  facts: {
    type: 'Type',
    sphere: 'Sphere',
    commune: 'Commune',
    siren: 'SIREN',
    aliases: 'Other names',
    ties: 'Ties',
    spaces: 'Spaces',
  },
  merge: (keep) => `Merge as “${keep}”`,
  mergeRenamed: (keep, name) => `Keep the sheet of “${keep}”, as “${name}”`,
  aside: 'They are two actors',
  merged: (keep) => `Done: only “${keep}” is left. The other name is kept for the next imports.`,
  apart: (one, other) => `“${one}” and “${other}” are two actors: you will not be asked again.`,
  undo: 'Undo this merge',
  undoApart: 'Take this answer back',
  undone: 'Undone: the actors are as they were.',
}
