import type { Change } from '../../server/domain/change.ts'
import { emptyTerritory, type Participation, type Space, type Tie } from '../../server/domain/territory.ts'
import type { CommitDraft } from '../../server/store/store.ts'
import { applied } from '../domain/arbitrary.ts'

export function draft(key: string, changes: readonly Change[] = []): CommitDraft {
  return { key, author: 'Zoé', at: '2026-03-04T05:06:07.008Z', origin: 'edit', changes }
}

export const anActor = {
  type: 'entreprise',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
} as const

export function putActor(id: string, name = id): Change {
  return { put: 'actor', value: { id, name, ...anActor } }
}

export function tieIdentity(
  from: string,
  to: string,
  wave = 'w',
): Pick<Tie, 'wave' | 'kind' | 'from' | 'to' | 'reporter'> {
  return { wave, kind: 'trust', from, to, reporter: null }
}

export function putTie(from: string, to: string, fields: Partial<Tie> = {}): Change {
  return { put: 'tie', value: { ...tieIdentity(from, to), directed: true, ...fields } }
}

export function participation(actor: string, space: string): Participation {
  return { actor, space, role: 'member', wave: 'w' }
}

export const club: Space = { id: 'club', name: 'Club', kind: 'club' }

/** Actors a, b, c; ties a→b→c→a of trust; one wave and one club. */
export const triangle: readonly Change[] = [
  { put: 'wave', value: { id: 'w', label: 'Enquête', date: '2026-01-01', basis: 'survey' } },
  { put: 'space', value: club },
  ...['a', 'b', 'c'].map((id) => putActor(id)),
  putTie('a', 'b'),
  putTie('b', 'c'),
  putTie('c', 'a'),
]

export function manyActors(count: number): Change[] {
  const wave: Change = { put: 'wave', value: { id: 'w', label: 'Enquête', date: '2026-01-01', basis: 'survey' } }
  return [wave, ...Array.from({ length: count }, (_, i) => putActor(`a${i}`, `Établissement n° ${i}`))]
}

/** At most actors² different ties, from each actor in turn to the next one, the one after, and so on. */
export function manyTies(count: number, actors: number): Change[] {
  return Array.from({ length: count }, (_, i) => {
    const from = i % actors
    const to = (from + 1 + Math.floor(i / actors)) % actors
    const fields = { reporter: `a${from}`, strength: 1 + (i % 5), source: `Enquête, question ${i % 9}` }
    return putTie(`a${from}`, `a${to}`, fields)
  })
}

/** An actor whose id needs escaping in JSON and Cypher, and is longer in UTF-8 than in UTF-16. */
export const forgotten = 'usine "Ampère" \\ 🏭'

/** Every noun with every field, and texts that break naive writers. */
export const everything: readonly Change[] = [
  { put: 'setting', value: { key: 'name', value: 'Vallée de l’Été' } },
  { put: 'setting', value: { key: 'seuil 𝒵', value: 0.25 } },
  { put: 'setting', value: { key: 'prudent', value: false } },
  {
    put: 'vocabulary',
    value: { vocabulary: 'tieKind', id: 'prêt de salariés', fr: 'Prêt de salariés', en: 'Staff loan' },
  },
  { put: 'vocabulary', value: { vocabulary: 'sphere', id: 'santé', fr: 'Santé' } },
  {
    put: 'actor',
    value: {
      ...anActor,
      id: forgotten,
      name: 'Ampère',
      aliases: ['Sté Ampère', 'Ampère & Cie'],
      siren: '123456789',
      siret: '12345678901234',
      commune: 'L’Haÿ-les-Roses',
      latitude: 48.78,
      longitude: -1.5e-7,
      groups: ['UIMM'],
      source: 'p. 3',
      confidence: 'likely',
      note: 'Ampère',
      tags: ['à revoir'],
      attributes: { Effectif: 42, 'Adhérent ?': true, ville: 'Évry' },
    },
  },
  {
    put: 'actor',
    value: {
      id: 'autre',
      name: 'ﬁn \ud83d\udc69\u200d\ud83d\udd27 \'"`{}$',
      type: 'autre',
      sphere: 'santé',
      scope: 'foreign',
      inside: false,
      collective: true,
      aliases: [],
      note: '',
      tags: [],
      attributes: { constructor: 'x', 'a.b': 1e21, 'c d': -0.1, é: Number.MAX_SAFE_INTEGER },
    },
  },
  { put: 'space', value: { id: 'axe', name: 'Axe 1', kind: 'programme_axis' } },
  {
    put: 'space',
    value: {
      id: 'pôle',
      name: 'Pôle',
      kind: 'cluster',
      parent: 'axe',
      host: forgotten,
      start: '2020-02-29',
      end: '2024-12-31',
      objective: 'x'.repeat(10_000),
      unobservedRoles: ['pilot', 'funder'],
      confidence: 'uncertain',
      attributes: {},
    },
  },
  { put: 'wave', value: { id: 'w-docs', label: 'Documents', date: '2019-11-30', basis: 'documents', source: 'ANCT' } },
  { put: 'wave', value: { id: 'w-2026', label: 'Enquête 2026', date: '2026-01-31', basis: 'survey', tags: ['t0'] } },
  putTie(forgotten, 'autre', { wave: 'w-docs' }),
  putTie('autre', forgotten, { wave: 'w-2026', reporter: 'autre', strength: 5, regularity: 'weekly' }),
  putTie(forgotten, 'autre', {
    wave: 'w-2026',
    kind: 'prêt de salariés',
    reporter: forgotten,
    directed: false,
    since: '1999-01-01',
    lastContact: '2026-01-30',
    source: 'Question 4',
    confidence: 'certain',
    attributes: { ordre: 1 },
  }),
  putTie('autre', 'autre', { wave: 'w-docs', note: 'une boucle' }),
  {
    put: 'participation',
    value: { actor: forgotten, space: 'pôle', role: 'pilot', wave: 'w-docs', note: 'chef de file' },
  },
  { put: 'roster', value: { actor: forgotten, wave: 'w-2026', status: 'answered', source: 'courriel' } },
  { put: 'roster', value: { actor: 'autre', wave: 'w-2026', status: 'named_only' } },
  {
    put: 'note',
    value: { finding: 'I0-abc', kind: 'explained', text: 'vu\nle 3', author: 'Zoé', day: '2026-03-02' },
  },
  { put: 'note', value: { finding: 'P0-d.e', kind: 'verified', day: '2026-03-03' } },
]

export const everythingApplied = { ...applied(emptyTerritory('dieppe'), everything), revision: 1 }
