import { int, Date as Neo4jDate } from 'neo4j-driver'
import { z } from 'zod'
import type {
  Actor,
  Nouns,
  Participation,
  Provenance,
  RosterEntry,
  Setting,
  Space,
  Tie,
  VocabularyEntry,
  Wave,
} from '../../domain/territory.ts'
import { isDate } from '../../domain/validation.ts'
import { bases, confidences, regularities, rosterStatuses, scopes, vocabularies } from '../../domain/vocabulary.ts'

/**
 * Facts as properties of nodes and relationships. Fields keep their names. Free attributes stand beside them as
 * `attribute_NAME`, and `attributes` lists their names in order: an empty list says that there are none, its absence that
 * nobody spoke of attributes. What a relationship says (the ends of a tie, the host of a space) is in no property.
 */
export type Properties = Record<string, unknown>

const attributePrefix = 'attribute_'
const settingPrefix = 'setting_'

const text = z.string()
/** A date of Neo4j, `YYYY-MM-DD` here; text where an earlier version wrote it, until it is converted. */
const date = z.union([text, z.instanceof(Neo4jDate).transform(String)])
const texts = z.array(z.string())
const provenance = {
  source: text.exactOptional(),
  confidence: z.enum(confidences).exactOptional(),
  note: text.exactOptional(),
  tags: texts.exactOptional(),
  attributes: texts.exactOptional(),
}

/** What a fact is without its free attributes. */
type Flat<T extends Provenance> = Omit<T, 'attributes'> & { attributes?: readonly string[] }

/** The properties of each noun but settings, in the order of its fields. Others are let through: they are attributes, or not ours. */
export const storedShapes = {
  vocabulary: z.looseObject({
    vocabulary: z.enum(vocabularies),
    id: text,
    fr: text,
    en: text.exactOptional(),
  }) satisfies z.ZodType<VocabularyEntry>,
  actor: z.looseObject({
    id: text,
    name: text,
    type: text,
    sphere: text,
    scope: z.enum(scopes),
    inside: z.boolean(),
    collective: z.boolean(),
    aliases: texts.exactOptional(),
    siren: text.exactOptional(),
    siret: text.exactOptional(),
    commune: text.exactOptional(),
    latitude: z.number().exactOptional(),
    longitude: z.number().exactOptional(),
    groups: texts.exactOptional(),
    ...provenance,
  }) satisfies z.ZodType<Flat<Actor>>,
  space: z.looseObject({
    id: text,
    name: text,
    kind: text,
    start: date.exactOptional(),
    end: date.exactOptional(),
    objective: text.exactOptional(),
    unobservedRoles: texts.exactOptional(),
    ...provenance,
  }) satisfies z.ZodType<Flat<Omit<Space, 'parent' | 'host'>>>,
  wave: z.looseObject({
    id: text,
    label: text,
    date,
    basis: z.enum(bases),
    ...provenance,
  }) satisfies z.ZodType<Flat<Wave>>,
  tie: z.looseObject({
    wave: text,
    kind: text,
    reporter: text.exactOptional(),
    directed: z.boolean(),
    strength: z.int().exactOptional(),
    regularity: z.enum(regularities).exactOptional(),
    since: date.exactOptional(),
    lastContact: date.exactOptional(),
    ...provenance,
  }) satisfies z.ZodType<Flat<Omit<Tie, 'from' | 'to' | 'reporter'>>>,
  participation: z.looseObject({
    role: text,
    wave: text,
    ...provenance,
  }) satisfies z.ZodType<Flat<Omit<Participation, 'actor' | 'space'>>>,
  roster: z.looseObject({
    status: z.enum(rosterStatuses),
    ...provenance,
  }) satisfies z.ZodType<Flat<Omit<RosterEntry, 'actor' | 'wave'>>>,
}
type Stored = keyof typeof storedShapes

const fieldsOf = Object.fromEntries(
  Object.entries(storedShapes).map(([noun, { shape }]) => [noun, Object.keys(shape)]),
) as Record<Stored, string[]>

/** The properties to set so that a node or relationship says `fact`; those that `before` had and it has not are null. */
export function propertiesOf<N extends Stored>(noun: N, fact: Nouns[N], before?: Nouns[N]): Properties {
  const properties = saidBy(noun, fact)
  for (const name of before ? Object.keys(saidBy(noun, before)) : []) properties[name] ??= null
  return properties
}

/** The fact that these properties say; `ends` are the ids told by relationships. */
export function factOf<N extends Stored>(
  noun: N,
  properties: Readonly<Properties>,
  ends: Readonly<Record<string, string | null>> = {},
): Nouns[N] {
  const fact: Properties = {}
  for (const [end, id] of Object.entries(ends)) if (id !== null) fact[end] = id
  for (const field of fieldsOf[noun]) {
    const value = properties[field]
    if (value === undefined) continue
    fact[field] = field === 'attributes' ? attributesOf(properties, value as string[]) : value
  }
  if (noun === 'tie') fact.reporter ??= null
  return fact as unknown as Nouns[N]
}

/** The property of the territory's node that keeps a setting; null takes it away. */
export function settingProperty(key: string, value: Setting['value'] | null): [name: string, value: unknown] {
  return [settingPrefix + key, stored(value)]
}

/** The settings kept on a territory's node, in the order of their keys. */
export function settingsOf(properties: Readonly<Properties>): Setting[] {
  return Object.entries(properties)
    .filter(([name]) => name.startsWith(settingPrefix))
    .map(([name, value]) => ({ key: name.slice(settingPrefix.length), value: value as Setting['value'] }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

function saidBy<N extends Stored>(noun: N, fact: Nouns[N]): Properties {
  const said: Readonly<Properties> = { ...fact }
  const properties: Properties = {}
  for (const field of fieldsOf[noun]) {
    const value = said[field]
    if (value === undefined || value === null) continue
    if (field !== 'attributes') properties[field] = storedField(field, value)
  }
  if ('attributes' in fact && fact.attributes) {
    properties.attributes = Object.keys(fact.attributes)
    for (const [name, value] of Object.entries(fact.attributes)) properties[attributePrefix + name] = stored(value)
  }
  return properties
}

function attributesOf(properties: Readonly<Properties>, names: readonly string[]): Provenance['attributes'] {
  const attributes = names.map((name) => [name, properties[attributePrefix + name]] as const)
  // Whoever takes an attribute away in Neo4j need not know the list of names.
  return Object.fromEntries(attributes.filter(([, value]) => value !== undefined)) as Provenance['attributes']
}

function storedField(field: string, value: unknown): unknown {
  if (dates.has(field)) return dateOf(String(value))
  return degrees.has(field) ? value : stored(value)
}

const dates: ReadonlySet<string> = new Set(['date', 'start', 'end', 'since', 'lastContact'] satisfies (
  | keyof Wave
  | keyof Space
  | keyof Tie
)[])

/** What is no date is kept as it is: whether a fact may stand is not judged here. */
function dateOf(text: string): Neo4jDate<number> | string {
  const [year, month, day] = text.split('-').map(Number)
  if (!isDate(text) || year === undefined || month === undefined || day === undefined) return text
  return new Neo4jDate(year, month, day)
}

/** Always floating-point, so that a whole degree does not change the type of the property. */
const degrees: ReadonlySet<string> = new Set(['latitude', 'longitude'] satisfies (keyof Actor)[])

/** The driver sends every number as floating-point: whole ones are marked, so that 12 is not read as 12.0 in Neo4j. */
function stored(value: unknown): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? int(value) : value
}
