import { int, Date as Neo4jDate } from 'neo4j-driver'
import { z } from 'zod'
import type { Field } from '../../domain/description.ts'
import {
  betweenOf,
  fieldsOf,
  type Noun,
  type Nouns,
  nouns,
  type Provenance,
  type Setting,
} from '../../domain/territory.ts'
import { isDate } from '../../domain/validation.ts'
import { closedLists } from '../../domain/vocabulary.ts'

/**
 * Facts as properties of nodes and relationships. Fields keep their names. Free attributes stand beside them as
 * `attribute_NAME`, and `attributes` lists their names in order: an empty list says that there are none, its absence that
 * nobody spoke of attributes. What a relationship says (the ends of a tie, the host of a space) is in no property.
 */
export type Properties = Record<string, unknown>

const attributePrefix = 'attribute_'
const settingPrefix = 'setting_'

/** Nouns whose facts are nodes or relationships of their own; settings stand on the node of their territory. */
export type Stored = Exclude<Noun, 'setting'>
export const storedNouns = nouns.filter((noun): noun is Stored => noun !== 'setting')

/** Facts that are relationships. Uniqueness there looks at properties only, not at the ends: they carry their key. */
export function isRelationship(noun: Noun): boolean {
  return noun in betweenOf
}

/** The fields that relationships tell, and no property. */
export const endsOf: { readonly [N in Stored]?: readonly (keyof Nouns[N] & string)[] } = {
  ...betweenOf,
  space: ['parent', 'host'],
}

/** The fields that properties tell, in their order. */
function propertyFields(noun: Stored): (readonly [name: string, field: Field])[] {
  const ends: readonly string[] = endsOf[noun] ?? []
  return fieldsOf[noun].filter(([name]) => !ends.includes(name))
}

/** The properties of a noun. Others are let through: they are attributes, or not ours. */
export function storedShape(noun: Stored): z.ZodType<Properties> {
  return z.looseObject(Object.fromEntries(propertyFields(noun).map(([name, field]) => [name, shapeOf(field)])))
}

function shapeOf({ kind, optional, nullable }: Field): z.ZodType {
  const shape = shapeOfKind(kind)
  return optional || nullable ? shape.exactOptional() : shape
}

function shapeOfKind(kind: Field['kind']): z.ZodType {
  if (kind === 'boolean') return z.boolean()
  if (kind === 'date') return date
  if (kind === 'names' || kind === 'attributes') return z.array(z.string())
  if (typeof kind === 'string') return z.string()
  if ('between' in kind) return z.number()
  if ('whole' in kind) return z.int()
  if ('wholes' in kind) return z.array(z.int())
  if ('oneOf' in kind) return z.enum(closedLists[kind.oneOf])
  return 'words' in kind ? z.array(z.string()) : z.string()
}

/** A date of Neo4j, `YYYY-MM-DD` here; text where an earlier version wrote it, until it is converted. */
const date = z.union([z.string(), z.instanceof(Neo4jDate).transform(String)])

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
  for (const [name, { kind, nullable }] of propertyFields(noun)) {
    const value = properties[name]
    if (value !== undefined) fact[name] = kind === 'attributes' ? attributesOf(properties, value as string[]) : value
    else if (nullable) fact[name] = null
  }
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
  for (const [name, { kind }] of propertyFields(noun)) {
    const value = said[name]
    if (value !== undefined && value !== null && kind !== 'attributes') properties[name] = storedField(kind, value)
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

function storedField(kind: Field['kind'], value: unknown): unknown {
  if (kind === 'date') return dateOf(String(value))
  // Degrees are always floating-point, so that a whole one does not change the type of the property.
  return typeof kind !== 'string' && 'between' in kind ? value : stored(value)
}

/** What is no date is kept as it is: whether a fact may stand is not judged here. */
function dateOf(text: string): Neo4jDate<number> | string {
  const [year, month, day] = text.split('-').map(Number)
  if (!isDate(text) || year === undefined || month === undefined || day === undefined) return text
  return new Neo4jDate(year, month, day)
}

/** The driver sends every number as floating-point: whole ones are marked, so that 12 is not read as 12.0 in Neo4j. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored)
  return typeof value === 'number' && Number.isSafeInteger(value) ? int(value) : value
}
