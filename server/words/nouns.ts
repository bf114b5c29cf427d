import { type Noun, perNoun } from '../domain/territory.ts'

/** What nouns are called: the file of them, a table of them, one, several. */
const words: {
  readonly [N in Noun]: Readonly<Record<'fr' | 'en', readonly [file: string, table: string, one: string, more: string]>>
} = {
  setting: {
    fr: ['territoire', 'réglages', 'réglage', 'réglages'],
    en: ['territory', 'settings', 'setting', 'settings'],
  },
  vocabulary: { fr: ['vocabulaire', 'vocabulaire', 'mot', 'mots'], en: ['vocabulary', 'vocabulary', 'word', 'words'] },
  actor: { fr: ['acteurs', 'acteurs', 'acteur', 'acteurs'], en: ['actors', 'actors', 'actor', 'actors'] },
  space: { fr: ['espaces', 'espaces', 'espace', 'espaces'], en: ['spaces', 'spaces', 'space', 'spaces'] },
  wave: { fr: ['vagues', 'vagues', 'vague', 'vagues'], en: ['waves', 'waves', 'wave', 'waves'] },
  tie: { fr: ['liens', 'liens', 'lien', 'liens'], en: ['ties', 'ties', 'tie', 'ties'] },
  participation: {
    fr: ['participations', 'participations', 'participation', 'participations'],
    en: ['participations', 'participations', 'participation', 'participations'],
  },
  roster: {
    fr: ['liste', 'liste d’enquête', 'ligne d’enquête', 'lignes d’enquête'],
    en: ['roster', 'survey roster', 'roster line', 'roster lines'],
  },
  chair: { fr: ['chaises', 'chaises', 'chaise', 'chaises'], en: ['chairs', 'chairs', 'chair', 'chairs'] },
  seminar: {
    fr: ['seminaires', 'séminaires', 'séminaire', 'séminaires'],
    en: ['seminars', 'seminars', 'seminar', 'seminars'],
  },
  invitation: {
    fr: ['invitations', 'invitations', 'invitation', 'invitations'],
    en: ['invitations', 'invitations', 'invitation', 'invitations'],
  },
  pairing: {
    fr: ['regles-de-table', 'règles de table', 'règle de table', 'règles de table'],
    en: ['pairings', 'pairings', 'pairing', 'pairings'],
  },
  decision: {
    fr: ['decisions', 'décisions', 'décision', 'décisions'],
    en: ['decisions', 'decisions', 'decision', 'decisions'],
  },
  step: { fr: ['demarches', 'démarches', 'démarche', 'démarches'], en: ['steps', 'steps', 'step', 'steps'] },
  attachment: {
    fr: ['emblemes', 'emblèmes', 'emblème', 'emblèmes'],
    en: ['emblems', 'emblems', 'emblem', 'emblems'],
  },
  challenge: {
    fr: ['defis', 'défis et atouts', 'défi ou atout', 'défis et atouts'],
    en: ['challenges', 'challenges and assets', 'challenge or asset', 'challenges and assets'],
  },
  backing: {
    fr: ['votes', 'votes et porteurs', 'vote', 'votes'],
    en: ['votes', 'votes and carriers', 'vote', 'votes'],
  },
  supposition: {
    fr: ['suppositions', 'suppositions', 'supposition', 'suppositions'],
    en: ['suppositions', 'suppositions', 'supposition', 'suppositions'],
  },
  pin: { fr: ['epingles', 'épingles', 'épingle', 'épingles'], en: ['pins', 'pins', 'pin', 'pins'] },
  view: { fr: ['vues', 'vues', 'vue', 'vues'], en: ['views', 'views', 'view', 'views'] },
  note: { fr: ['annotations', 'annotations', 'annotation', 'annotations'], en: ['notes', 'notes', 'note', 'notes'] },
}

export function nounsIn(language: 'fr' | 'en') {
  return perNoun((noun) => {
    const [file, table, one, more] = words[noun][language]
    return { file, table, one, more }
  })
}
