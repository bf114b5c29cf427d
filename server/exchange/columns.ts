import type { Field, Kind } from '../domain/description.ts'
import { folded } from '../domain/folding.ts'
import { fieldsOf, type Noun, type Nouns, nouns, perNoun } from '../domain/territory.ts'
import { vocabulary as english } from '../words/en/vocabulary.ts'
import { vocabulary as french } from '../words/fr/vocabulary.ts'
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

/**
 * What a column may be called besides the name of its field, without regard to accents, case, spaces and punctuation.
 */
const provenance = {
  source: ['sources', 'référence', 'provenance'],
  confidence: ['confiance', 'certitude', 'fiabilité'],
  note: ['notes', 'remarque', 'remarques', 'commentaire', 'commentaires', 'observation'],
  tags: ['tag', 'étiquettes', 'étiquette', 'mots-clés'],
}
const wave = ['wave_id', 'vague']
const actor = ['actor_id', 'acteur', 'organisation', 'structure', 'nom']

const otherHeaders: { readonly [N in Noun]: { readonly [F in FieldWithColumn<N>]: readonly string[] } } = {
  setting: {
    key: ['clé', 'réglage', 'paramètre', 'setting'],
    value: ['valeur'],
  },
  vocabulary: {
    vocabulary: ['vocabulaire'],
    id: ['mot', 'word', 'identifiant'],
    fr: ['français', 'libellé', 'label'],
    en: ['anglais', 'english'],
  },
  actor: {
    id: ['actor_id', 'identifiant', 'node', 'node_id', 'nœud'],
    name: ['nom', 'acteur', 'organisation', 'structure', 'raison sociale', 'dénomination', 'label', 'libellé'],
    type: ['type d’acteur', 'actor_type', 'catégorie', 'nature'],
    sphere: ['sphère', 'domaine'],
    scope: ['location_scope', 'échelle', 'portée', 'niveau'],
    inside: ['interne', 'dans le territoire', 'du territoire'],
    collective: ['collectif'],
    aliases: ['alias', 'autres noms', 'autre nom', 'sigle'],
    siren: ['n° siren', 'numéro siren'],
    siret: ['n° siret', 'numéro siret'],
    commune: ['ville', 'municipality', 'localité'],
    latitude: ['lat'],
    longitude: ['lon', 'lng', 'long'],
    groups: ['group', 'groupe', 'groupes', 'réseaux'],
    ...provenance,
  },
  space: {
    id: ['space_id', 'identifiant'],
    name: ['nom', 'espace', 'intitulé', 'projet', 'label', 'libellé'],
    kind: ['nature', 'type', 'type d’espace'],
    parent: ['parent_id', 'axis_id', 'axe'],
    host: ['host_id', 'host_actor_id', 'hôte', 'acteur hôte'],
    start: ['début', 'date de début', 'start_date'],
    end: ['fin', 'date de fin', 'end_date'],
    objective: ['objectif', 'objectifs', 'but', 'description'],
    unobservedRoles: ['rôles non observés', 'rôles illisibles'],
    ...provenance,
  },
  wave: {
    id: ['wave_id', 'identifiant'],
    label: ['libellé', 'nom', 'vague', 'name'],
    date: ['jour'],
    basis: ['base', 'nature'],
    ...provenance,
  },
  tie: {
    wave,
    kind: ['nature', 'type', 'type de lien', 'nature du lien'],
    from: [
      ...['from_id', 'source_id', 'de', 'acteur', 'acteur 1', 'acteur A', 'acteur source', 'origine', 'actor'],
      ...['structure A', 'structure 1', 'organisation A', 'organisation 1', 'node 1', 'ego', 'sender', 'émetteur'],
    ],
    to: [
      ...['to_id', 'target_id', 'target', 'à', 'vers', 'cible', 'acteur 2', 'acteur B', 'acteur cible', 'partenaire'],
      ...['structure B', 'structure 2', 'organisation B', 'organisation 2', 'node 2', 'alter', 'receiver', 'récepteur'],
      'destination',
    ],
    reporter: ['reporter_id', 'déclarant', 'déclaré par', 'répondant'],
    directed: ['orienté', 'dirigé'],
    strength: ['force', 'intensité', 'weight', 'weights', 'poids'],
    regularity: ['régularité', 'fréquence', 'frequency'],
    since: ['depuis', 'depuis le', 'début'],
    lastContact: ['dernier contact', 'dernier échange'],
    ...provenance,
  },
  participation: {
    actor,
    space: ['space_id', 'espace', 'projet', 'espace de coopération'],
    role: ['rôle'],
    wave,
    ...provenance,
  },
  roster: {
    actor,
    wave,
    status: ['statut', 'réponse', 'état'],
    ...provenance,
  },
  note: {
    finding: ['constat', 'clé', 'clé du constat'],
    kind: ['nature', 'type'],
    text: ['texte', 'annotation', 'remarque', 'commentaire'],
    author: ['auteur', 'autrice', 'signé', 'par'],
    day: ['jour', 'date', 'le'],
  },
  chair: {
    id: ['identifiant', 'chaise', 'catégorie', 'category'],
    sphere: ['sphère', 'domaine'],
    types: ['type', 'types d’acteurs'],
    min: ['minimum', 'au moins'],
    critical: ['indispensable', 'critique'],
    standing: ['statut', 'status'],
    examples: ['exemples', 'exemple'],
  },
  seminar: {
    id: ['seminar_id', 'identifiant'],
    name: ['nom', 'titre', 'title', 'séminaire', 'intitulé'],
    campaign: ['campagne', 'cycle'],
    phase: ['étape'],
    date: ['jour'],
    place: ['lieu', 'salle'],
    theme: ['thème', 'sujet'],
    method: ['méthode'],
    objective: ['objectif'],
    tables: ['table'],
    seats: ['places', 'places par table'],
    rounds: ['tours'],
    held: ['tours tenus'],
    seed: ['graine'],
    dots: ['points', 'points par organisation', 'gommettes'],
    ...provenance,
  },
  invitation: {
    seminar: ['seminar_id', 'séminaire'],
    actor,
    rank: ['rang', 'n°', 'numéro'],
    person: ['personne', 'participante', 'nom de la personne'],
    status: ['statut', 'réponse', 'présence'],
    role: ['rôle'],
    table: ['table d’hôte', 'table tenue'],
    arrives: ['arrive', 'arrive au tour'],
    leaves: ['part', 'part après le tour'],
    route: ['parcours', 'tables'],
    locked: ['places fixées', 'tours fixés'],
    ...provenance,
  },
  pairing: {
    seminar: ['seminar_id', 'séminaire'],
    actor,
    other: ['autre', 'acteur 2', 'acteur B', 'avec'],
    rule: ['règle'],
  },
  decision: {
    id: ['identifiant', 'cause', 'décision'],
    wave,
    state: ['état', 'où en est-on'],
    owner: ['responsable', 'porteur'],
    person: ['personne', 'nom de la personne'],
    due: ['échéance', 'pour le'],
    text: ['texte', 'remarques', 'notes'],
    pinned: ['épinglé', 'épinglée'],
    rank: ['rang', 'place', 'ordre'],
  },
  step: {
    decision: ['décision'],
    actor,
    rank: ['rang', 'n°', 'numéro'],
    kind: ['nature', 'démarche'],
    other: ['autre', 'acteur 2', 'avec'],
    space: ['espace', 'projet'],
  },
  attachment: {
    seminar: ['seminar_id', 'séminaire'],
    actor,
    emblem: ['emblème', 'attachement'],
    ...provenance,
  },
  challenge: {
    id: ['challenge_id', 'identifiant', 'carte'],
    seminar: ['seminar_id', 'séminaire'],
    text: ['texte', 'défi', 'enjeu', 'atout', 'intitulé'],
    kind: ['nature', 'type'],
    number: ['numéro', 'n°'],
    group: ['groupe', 'regroupement'],
    project: ['project_id', 'projet', 'espace'],
    ...provenance,
  },
  backing: {
    challenge: ['challenge_id', 'défi', 'carte'],
    actor,
    dots: ['points', 'gommettes', 'votes', 'voix'],
    carries: ['porte', 'porteur'],
  },
  supposition: {
    scenario: ['scénario'],
    actor,
    other: ['autre', 'acteur 2', 'avec'],
    kind: ['nature', 'supposé'],
  },
  pin: {
    layout: ['disposition'],
    noun: ['nature'],
    id: ['identifiant'],
    x: [],
    y: [],
  },
  view: {
    id: ['identifiant', 'vue'],
    name: ['nom', 'titre', 'title'],
    address: ['adresse', 'lien', 'url'],
    text: ['texte', 'commentaire'],
    notes: ['note', 'notes de présentation', 'notes de l’orateur'],
    story: ['récit', 'présentation'],
    rank: ['rang', 'ordre', 'n°'],
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
  note: ['notes', 'note', 'annotations', 'annotation', 'annotations de constats'],
  chair: ['chairs', 'chair', 'chaises', 'modèle de composition', 'composition'],
  seminar: ['seminars', 'seminar', 'séminaires', 'séminaire'],
  invitation: ['invitations', 'invitation', 'invités', 'invités de séminaires'],
  pairing: ['pairings', 'pairings', 'règles de table', 'règles'],
  decision: ['decisions', 'decision', 'décisions', 'décision'],
  step: ['steps', 'step', 'démarches', 'démarche'],
  supposition: ['suppositions', 'supposition', 'scénarios', 'scénario'],
  pin: ['pins', 'pin', 'épingles', 'épingle'],
  attachment: ['attachments', 'attachment', 'emblèmes', 'emblème', 'attachements'],
  challenge: ['challenges', 'challenge', 'défis', 'défi', 'défis et atouts', 'mur des défis'],
  backing: ['backings', 'backing', 'votes', 'soutiens', 'votes et porteurs'],
  view: ['views', 'view', 'vues', 'vue', 'récits', 'récit'],
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
  const called = (noun: Noun) => [...fileNames[noun], french.nouns[noun].table, english.nouns[noun].table]
  return nouns.find((noun) => called(noun).some((name) => folded(name) === stem)) ?? null
}

/** What the file of a noun is called in a language, without its extension. */
export function fileNameOf(noun: Noun, language: 'fr' | 'en'): string {
  return (language === 'fr' ? french : english).nouns[noun].file
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

const fieldByHeader = perNoun((noun) => {
  const fields = new Map(columns[noun].map(([field]) => [folded(field), field]))
  for (const [field, headers] of Object.entries<readonly string[]>(otherHeaders[noun])) {
    for (const header of headers) if (!fields.has(folded(header))) fields.set(folded(header), field)
  }
  return fields
})
