import type { Field, Kind } from '../domain/description.ts'
import { folded } from '../domain/folding.ts'
import { collectionOf, fieldsOf, type Noun, type Nouns, nouns, perNoun } from '../domain/territory.ts'
import { nouns as english } from '../words/en/nouns.ts'
import { nouns as french, headerOf } from '../words/fr/nouns.ts'
import type { CellKind } from './cells.ts'

/** A column of a noun's table: one field, under its name. Attributes have columns of their own. */
export interface Column {
  readonly kind: CellKind
  /** What the field holds. */
  readonly holds: Kind
  /** A fact cannot be without it. */
  readonly needed: boolean
  readonly personal: boolean
  /** What an empty cell of a needed column says. */
  readonly empty?: string | number | boolean | null
}

type FieldWithColumn<N extends Noun> = Exclude<keyof Nouns[N] & string, 'attributes'>

/** What columns of a field may be called in the table of any noun. Names are told apart without regard to accents, case, spaces and punctuation. */
const headersAnywhere: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    actor: ['organisation', 'structure', 'nom'],
    source: ['sources', 'référence', 'provenance'],
    confidence: ['certitude', 'fiabilité'],
    note: ['notes', 'remarques', 'commentaire', 'commentaires', 'observation'],
    tags: ['tag', 'étiquette', 'mots-clés'],
  }),
)

/** What they may be called besides in the table of one. */
const otherHeaders: { readonly [N in Noun]?: { readonly [F in FieldWithColumn<N>]?: readonly string[] } } = {
  setting: {
    key: ['réglage', 'paramètre', 'setting'],
  },
  vocabulary: {
    id: ['mot', 'word'],
    fr: ['libellé', 'label'],
    en: ['english'],
  },
  actor: {
    id: ['node', 'node_id', 'nœud'],
    name: ['acteur', 'organisation', 'structure', 'raison sociale', 'dénomination', 'label', 'libellé'],
    type: ['type d’acteur', 'actor_type', 'catégorie', 'nature'],
    sphere: ['domaine'],
    scope: ['location_scope', 'portée', 'niveau'],
    inside: ['interne', 'du territoire'],
    aliases: ['alias', 'autre nom', 'sigle'],
    siren: ['n° siren', 'numéro siren'],
    siret: ['n° siret', 'numéro siret'],
    commune: ['ville', 'municipality', 'localité'],
    latitude: ['lat'],
    longitude: ['lon', 'lng', 'long'],
    groups: ['group', 'groupe', 'réseaux'],
  },
  space: {
    name: ['espace', 'intitulé', 'projet', 'label', 'libellé'],
    kind: ['type', 'type d’espace'],
    parent: ['axis_id'],
    host: ['host_actor_id', 'acteur hôte'],
    start: ['date de début', 'start_date'],
    end: ['date de fin', 'end_date'],
    objective: ['objectifs', 'but', 'description'],
    unobservedRoles: ['rôles illisibles'],
  },
  wave: {
    label: ['nom', 'vague', 'name'],
    date: ['jour'],
    basis: ['nature'],
  },
  tie: {
    kind: ['type', 'type de lien', 'nature du lien'],
    from: [
      'source_id',
      'acteur',
      'acteur 1',
      'acteur A',
      'acteur source',
      'origine',
      'actor',
      'structure A',
      'structure 1',
      'organisation A',
      'organisation 1',
      'node 1',
      'ego',
      'sender',
      'émetteur',
    ],
    to: [
      'target_id',
      'target',
      'vers',
      'cible',
      'acteur 2',
      'acteur B',
      'acteur cible',
      'partenaire',
      'structure B',
      'structure 2',
      'organisation B',
      'organisation 2',
      'node 2',
      'alter',
      'receiver',
      'récepteur',
      'destination',
    ],
    reporter: ['déclaré par', 'répondant'],
    directed: ['dirigé'],
    strength: ['intensité', 'weight', 'weights', 'poids'],
    regularity: ['fréquence', 'frequency'],
    since: ['depuis le', 'début'],
    lastContact: ['dernier échange'],
  },
  participation: {
    space: ['projet', 'espace de coopération'],
  },
  roster: {
    status: ['réponse', 'état'],
  },
  note: {
    finding: ['clé', 'clé du constat'],
    kind: ['type'],
    text: ['annotation', 'remarque', 'commentaire'],
    author: ['autrice', 'signé', 'par'],
    day: ['date', 'le'],
  },
  chair: {
    id: ['chaise', 'catégorie', 'category'],
    sphere: ['domaine'],
    types: ['type'],
    min: ['au moins'],
    critical: ['critique'],
    standing: ['statut', 'status'],
    examples: ['exemple'],
  },
  seminar: {
    name: ['titre', 'title', 'séminaire', 'intitulé'],
    campaign: ['cycle'],
    phase: ['étape'],
    date: ['jour'],
    place: ['salle'],
    theme: ['sujet'],
    tables: ['table'],
    seats: ['places par table'],
    dots: ['points', 'points par organisation', 'gommettes'],
  },
  invitation: {
    rank: ['n°', 'numéro'],
    person: ['participante', 'nom de la personne'],
    status: ['réponse', 'présence'],
    table: ['table d’hôte', 'table tenue'],
    arrives: ['arrive au tour'],
    leaves: ['part après le tour'],
    route: ['tables'],
    locked: ['tours fixés'],
  },
  pairing: {
    other: ['acteur 2', 'acteur B', 'avec'],
  },
  decision: {
    id: ['cause', 'décision'],
    state: ['où en est-on'],
    owner: ['porteur'],
    person: ['nom de la personne'],
    due: ['pour le'],
    text: ['remarques', 'notes'],
    pinned: ['épinglée'],
    rank: ['place', 'ordre'],
  },
  step: {
    rank: ['n°', 'numéro'],
    kind: ['démarche'],
    other: ['acteur 2', 'avec'],
    space: ['projet'],
  },
  attachment: {
    emblem: ['emblème', 'attachement'],
  },
  challenge: {
    id: ['carte'],
    text: ['défi', 'enjeu', 'atout', 'intitulé'],
    kind: ['type'],
    number: ['numéro', 'n°'],
    group: ['groupe', 'regroupement'],
    project: ['projet', 'espace'],
  },
  backing: {
    challenge: ['défi', 'carte'],
    dots: ['points', 'gommettes', 'votes', 'voix'],
    carries: ['porte', 'porteur'],
  },
  supposition: {
    other: ['acteur 2', 'avec'],
    kind: ['supposé'],
  },
  pin: {
    layout: ['disposition'],
    noun: ['nature'],
  },
  view: {
    id: ['vue'],
    name: ['titre', 'title'],
    address: ['adresse', 'lien', 'url'],
    text: ['commentaire'],
    notes: ['note', 'notes de présentation', 'notes de l’orateur'],
    story: ['récit', 'présentation'],
    rank: ['ordre', 'n°'],
  },
}

/** What the file of a noun may be called besides what the noun is called. */
const otherFileNames: { readonly [N in Noun]?: readonly string[] } = {
  wave: ['enquêtes'],
  space: ['projets', 'espaces de coopération'],
  tie: ['relations'],
  note: ['annotations de constats'],
  chair: ['modèle de composition', 'composition'],
  invitation: ['invités', 'invités de séminaires'],
  pairing: ['règles'],
  supposition: ['scénarios', 'scénario'],
  attachment: ['attachements'],
  challenge: ['défis', 'défi', 'mur des défis'],
  backing: ['soutiens'],
  view: ['récits', 'récit'],
}

/** The file of a noun, without its extension: the settings are what a territory says of itself. */
export function fileOf(noun: Noun): string {
  return noun === 'setting' ? 'territory' : collectionOf[noun]
}

/** In the order in which they are written. */
export function columnsOf(noun: Noun): readonly (readonly [field: string, column: Column])[] {
  return columns[noun]
}

/** Throws RangeError when the noun has no such field. */
export function columnOf(noun: Noun, field: string): Column {
  const column = columnByField[noun].get(field)
  if (!column) throw new RangeError(`${noun} has no field ${field}`)
  return column
}

/** The noun a file is about, by its name without folders and extension; null when it is none of ours. */
export function nounOfFile(file: string): Noun | null {
  const stem = folded(file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, ''))
  const called = (noun: Noun) => [
    ...[fileOf(noun), collectionOf[noun], noun],
    ...[french, english].flatMap(({ [noun]: { file, table, one } }) => [file, table, one]),
    ...(otherFileNames[noun] ?? []),
  ]
  return nouns.find((noun) => called(noun).some((name) => folded(name) === stem)) ?? null
}

/** What the file of a noun is called in a language, without its extension. */
export function fileNameOf(noun: Noun, language: 'fr' | 'en'): string {
  return (language === 'fr' ? french : english)[noun].file
}

/** The field a header names, null when it is not one of the noun's: then its column is an attribute. */
export function fieldOfHeader(noun: Noun, header: string): string | null {
  return fieldByHeader[noun].get(folded(header)) ?? null
}

const columns = perNoun((noun) =>
  fieldsOf[noun].flatMap(([name, field]): [string, Column][] => {
    const kind = cellKindOf(field)
    if (kind === null) return []
    const empty = field.nullable ? null : field.emptyCell
    return [
      [
        name,
        {
          kind,
          holds: field.kind,
          needed: !field.optional,
          personal: field.personal === true,
          ...(empty === undefined ? {} : { empty }),
        },
      ],
    ]
  }),
)

const columnByField = perNoun((noun) => new Map(columns[noun]))

/** Null: attributes, which have a column each. */
function cellKindOf({ kind }: Field): CellKind | null {
  if (kind === 'attributes') return null
  if (kind === 'name') return 'line'
  if (kind === 'names') return 'list'
  if (kind === 'boolean') return { option: 'boolean' }
  if (typeof kind === 'string') return kind
  if ('digits' in kind) return 'digits'
  if ('between' in kind || 'whole' in kind) return 'number'
  if ('wholes' in kind) return 'numbers'
  if ('oneOf' in kind) return { option: kind.oneOf }
  return 'fact' in kind ? { names: kind.fact } : kind
}

/** Its own name goes before what it is called, and that before what else it may be called. */
const fieldByHeader = perNoun((noun) => {
  const said = columns[noun].map(([field, { holds }]) => ({ field, holds }))
  const others: { readonly [field: string]: readonly string[] } = otherHeaders[noun] ?? {}
  const called = [
    ...said.map(({ field }) => [field, field]),
    ...said.flatMap(({ field, holds }) => [headerOf(field), ...idHeaders(noun, field, holds)].map((of) => [of, field])),
    ...said.flatMap(({ field }) =>
      [...(headersAnywhere.get(field) ?? []), ...(others[field] ?? [])].map((of) => [of, field]),
    ),
  ] as [header: string, field: string][]
  const fields = new Map<string, string>()
  for (const [header, field] of called) if (!fields.has(folded(header))) fields.set(folded(header), field)
  return fields
})

/** Ids are often told as such: `actor_id` of an actor, `wave_id` of what names a wave. */
function idHeaders(noun: Noun, field: string, holds: Kind): string[] {
  if (field === 'id') return [`${noun}_id`]
  return typeof holds === 'object' && 'fact' in holds ? [`${field}_id`] : []
}
