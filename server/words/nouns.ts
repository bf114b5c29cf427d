import type { Noun } from '../domain/territory.ts'

/** What nouns are called: a table of them, one, several. */
const words: {
  readonly [N in Noun]: Readonly<Record<'fr' | 'en', readonly [table: string, one: string, more: string]>>
} = {
  setting: { fr: ['réglages', 'réglage', 'réglages'], en: ['settings', 'setting', 'settings'] },
  vocabulary: { fr: ['vocabulaire', 'mot', 'mots'], en: ['vocabulary', 'word', 'words'] },
  actor: { fr: ['acteurs', 'acteur', 'acteurs'], en: ['actors', 'actor', 'actors'] },
  space: { fr: ['espaces', 'espace', 'espaces'], en: ['spaces', 'space', 'spaces'] },
  wave: { fr: ['vagues', 'vague', 'vagues'], en: ['waves', 'wave', 'waves'] },
  tie: { fr: ['liens', 'lien', 'liens'], en: ['ties', 'tie', 'ties'] },
  participation: {
    fr: ['participations', 'participation', 'participations'],
    en: ['participations', 'participation', 'participations'],
  },
  roster: {
    fr: ['liste d’enquête', 'ligne d’enquête', 'lignes d’enquête'],
    en: ['survey roster', 'roster line', 'roster lines'],
  },
  note: { fr: ['annotations', 'annotation', 'annotations'], en: ['notes', 'note', 'notes'] },
}

export const nounsIn = (language: 'fr' | 'en') =>
  Object.fromEntries(
    Object.entries(words).map(
      ([
        noun,
        {
          [language]: [table, one, more],
        },
      ]) => [noun, { table, one, more }],
    ),
  ) as { readonly [N in keyof typeof words]: { readonly table: string; readonly one: string; readonly more: string } }
