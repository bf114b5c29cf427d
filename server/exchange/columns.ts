import { folded } from '../domain/folding.ts'
import type { Noun, Nouns } from '../domain/territory.ts'
import type { CellKind } from './cells.ts'
import { wordsOfOption } from './words.ts'

/**
 * The columns of each noun's table, in the order they are written. Headers are the names of the fields; on reading,
 * without regard to accents, case, spaces and punctuation, so are the other names given here.
 */
export interface Column {
  readonly kind: CellKind
  readonly also?: readonly string[]
  /** A fact cannot be without it. */
  readonly needed?: true
  /** What an empty cell of a needed column says. */
  readonly empty?: boolean | null
}

type Field<N extends Noun> = Exclude<keyof Nouns[N] & string, 'attributes'>

const provenance = {
  source: { kind: 'text', also: ['sources', 'référence', 'provenance'] },
  confidence: { kind: { option: 'confidence' }, also: ['confiance', 'certitude', 'fiabilité'] },
  note: { kind: 'text', also: ['notes', 'remarque', 'remarques', 'commentaire', 'commentaires', 'observation'] },
  tags: { kind: 'list', also: ['tag', 'étiquettes', 'étiquette', 'mots-clés'] },
} as const satisfies Record<string, Column>

const wave: Column = { kind: { names: 'wave' }, needed: true, also: ['wave_id', 'vague'] }
const actor: Column = {
  kind: { names: 'actor' },
  needed: true,
  also: ['actor_id', 'acteur', 'organisation', 'structure', 'nom'],
}

const columns: { readonly [N in Noun]: { readonly [F in Field<N>]-?: Column } } = {
  setting: {
    key: { kind: 'id', needed: true, also: ['clé', 'réglage', 'paramètre', 'setting'] },
    value: { kind: 'value', needed: true, also: ['valeur'] },
  },
  vocabulary: {
    vocabulary: { kind: { option: 'vocabulary' }, needed: true, also: ['vocabulaire'] },
    id: { kind: 'id', needed: true, also: ['mot', 'word', 'identifiant'] },
    fr: { kind: 'line', needed: true, also: ['français', 'libellé', 'label'] },
    en: { kind: 'line', also: ['anglais', 'english'] },
  },
  actor: {
    id: { kind: 'id', needed: true, also: ['actor_id', 'identifiant', 'node', 'node_id', 'nœud'] },
    name: {
      kind: 'line',
      needed: true,
      also: ['nom', 'acteur', 'organisation', 'structure', 'raison sociale', 'dénomination', 'label', 'libellé'],
    },
    type: { kind: { word: 'actorType' }, needed: true, also: ['type d’acteur', 'actor_type', 'catégorie', 'nature'] },
    sphere: { kind: { word: 'sphere' }, needed: true, also: ['sphère', 'domaine'] },
    scope: { kind: { option: 'scope' }, needed: true, also: ['location_scope', 'échelle', 'portée', 'niveau'] },
    inside: { kind: { option: 'boolean' }, needed: true, also: ['interne', 'dans le territoire', 'du territoire'] },
    collective: { kind: { option: 'boolean' }, needed: true, empty: false, also: ['collectif'] },
    aliases: { kind: 'list', also: ['alias', 'autres noms', 'autre nom', 'sigle'] },
    siren: { kind: 'digits', also: ['n° siren', 'numéro siren'] },
    siret: { kind: 'digits', also: ['n° siret', 'numéro siret'] },
    commune: { kind: 'line', also: ['ville', 'municipality', 'localité'] },
    latitude: { kind: 'number', also: ['lat'] },
    longitude: { kind: 'number', also: ['lon', 'lng', 'long'] },
    groups: { kind: 'list', also: ['group', 'groupe', 'groupes', 'réseaux'] },
    ...provenance,
  },
  space: {
    id: { kind: 'id', needed: true, also: ['space_id', 'identifiant'] },
    name: { kind: 'line', needed: true, also: ['nom', 'espace', 'intitulé', 'projet', 'label', 'libellé'] },
    kind: { kind: { word: 'spaceKind' }, needed: true, also: ['nature', 'type', 'type d’espace'] },
    parent: { kind: { names: 'space' }, also: ['parent_id', 'axis_id', 'axe'] },
    host: { kind: { names: 'actor' }, also: ['host_id', 'host_actor_id', 'hôte', 'acteur hôte'] },
    start: { kind: 'date', also: ['début', 'date de début', 'start_date'] },
    end: { kind: 'date', also: ['fin', 'date de fin', 'end_date'] },
    objective: { kind: 'text', also: ['objectif', 'objectifs', 'but', 'description'] },
    unobservedRoles: { kind: { words: 'role' }, also: ['rôles non observés', 'rôles illisibles'] },
    ...provenance,
  },
  wave: {
    id: { kind: 'id', needed: true, also: ['wave_id', 'identifiant'] },
    label: { kind: 'line', needed: true, also: ['libellé', 'nom', 'vague', 'name'] },
    date: { kind: 'date', needed: true, also: ['jour'] },
    basis: { kind: { option: 'basis' }, needed: true, also: ['base', 'nature'] },
    ...provenance,
  },
  tie: {
    wave,
    kind: { kind: { word: 'tieKind' }, needed: true, also: ['nature', 'type', 'type de lien', 'nature du lien'] },
    from: {
      kind: { names: 'actor' },
      needed: true,
      also: [
        ...['from_id', 'source_id', 'de', 'acteur', 'acteur 1', 'acteur A', 'acteur source', 'origine', 'actor'],
        ...['structure A', 'structure 1', 'organisation A', 'organisation 1', 'node 1', 'ego', 'sender', 'émetteur'],
      ],
    },
    to: {
      kind: { names: 'actor' },
      needed: true,
      also: [
        ...['to_id', 'target_id', 'target', 'à', 'vers', 'cible', 'acteur 2', 'acteur B', 'acteur cible', 'partenaire'],
        ...[
          'structure B',
          'structure 2',
          'organisation B',
          'organisation 2',
          'node 2',
          'alter',
          'receiver',
          'récepteur',
        ],
        'destination',
      ],
    },
    reporter: {
      kind: { names: 'actor' },
      needed: true,
      empty: null,
      also: ['reporter_id', 'déclarant', 'déclaré par', 'répondant'],
    },
    directed: { kind: { option: 'boolean' }, needed: true, also: ['orienté', 'dirigé'] },
    strength: { kind: 'number', also: ['force', 'intensité', 'weight', 'weights', 'poids'] },
    regularity: { kind: { option: 'regularity' }, also: ['régularité', 'fréquence', 'frequency'] },
    since: { kind: 'date', also: ['depuis', 'depuis le', 'début'] },
    lastContact: { kind: 'date', also: ['dernier contact', 'dernier échange'] },
    ...provenance,
  },
  participation: {
    actor,
    space: {
      kind: { names: 'space' },
      needed: true,
      also: ['space_id', 'espace', 'projet', 'espace de coopération'],
    },
    role: { kind: { word: 'role' }, needed: true, also: ['rôle'] },
    wave,
    ...provenance,
  },
  roster: {
    actor,
    wave,
    status: { kind: { option: 'status' }, needed: true, also: ['statut', 'réponse', 'état'] },
    ...provenance,
  },
}

/** The file of each noun, and what people may call it besides. */
export const fileNames: { readonly [N in Noun]: readonly [string, ...string[]] } = {
  setting: ['territory', 'territoire', 'settings', 'réglages'],
  vocabulary: ['vocabulary', 'vocabulaire'],
  wave: ['waves', 'wave', 'vagues', 'vague', 'enquêtes'],
  actor: ['actors', 'actor', 'acteurs', 'acteur'],
  space: ['spaces', 'space', 'espaces', 'espace', 'projets', 'espaces de coopération'],
  participation: ['participations', 'participation'],
  tie: ['ties', 'tie', 'liens', 'lien', 'relations'],
  roster: ['roster', 'liste', 'liste d’enquête'],
}

/** The field that names what may go without an id. */
export const namedBy = { actor: 'name', space: 'name', wave: 'label' } as const

export function columnsOf(noun: Noun): [field: string, column: Column][] {
  return Object.entries(columns[noun])
}

/** Throws RangeError when the noun has no such field. */
export function columnOf(noun: Noun, field: string): Column {
  const column = (columns[noun] as Readonly<Record<string, Column>>)[field]
  if (!column) throw new RangeError(`${noun} has no field ${field}`)
  return column
}

/** What a cell of the field should hold, for the sentence of a refusal. */
export function expectedOf(noun: Noun, field: string): string {
  const { kind } = columnOf(noun, field)
  if (kind === 'line') return 'text'
  if (typeof kind === 'string') return kind
  if ('option' in kind) return wordsOfOption(kind.option).join(', ')
  return 'names' in kind ? kind.names : 'word' in kind ? kind.word : kind.words
}

/** The noun a file is about, by its name without folders and extension; null when it is none of ours. */
export function nounOfFile(file: string): Noun | null {
  const stem = folded(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''))
  for (const [noun, names] of Object.entries(fileNames)) {
    if (names.some((name) => folded(name) === stem)) return noun as Noun
  }
  return null
}

/** The field a header names, null when it is not one of the noun's: then its column is an attribute. */
export function fieldOfHeader(noun: Noun, header: string): string | null {
  return fieldByHeader[noun].get(folded(header)) ?? null
}

const fieldByHeader = Object.fromEntries(
  (Object.keys(columns) as Noun[]).map((noun) => {
    const fields = new Map<string, string>()
    for (const [field] of columnsOf(noun)) fields.set(folded(field), field)
    for (const [field, column] of columnsOf(noun)) {
      for (const header of column.also ?? []) if (!fields.has(folded(header))) fields.set(folded(header), field)
    }
    return [noun, fields]
  }),
) as Record<Noun, Map<string, string>>
