import { z } from 'zod'
import type { Change } from '../domain/change.ts'
import { type Field, longestId, longestText } from '../domain/description.ts'
import {
  collectionOf,
  fieldsOf,
  type Identities,
  identityFields,
  type Noun,
  type Nouns,
  nouns,
  perNoun,
} from '../domain/territory.ts'
import { closedLists } from '../domain/vocabulary.ts'

// Only shapes are checked here; what a value may be in its territory is the territory's own rule.
const id = z.string().min(1).max(longestId)
const text = z.string().max(longestText)
const date = z.string().max(10).meta({ description: 'YYYY-MM-DD' })
const list = z.array(text).max(1_000)
const value = z.union([text, z.number(), z.boolean()])

const shapes = perNoun((noun) => Object.fromEntries(fieldsOf[noun].map(([name, field]) => [name, shapeOf(field)])))
const factSchemas = perNoun((noun) => z.strictObject(shapes[noun])) as unknown as {
  readonly [N in Noun]: z.ZodObject & z.ZodType<Nouns[N]>
}
const identitySchemas = perNoun((noun) =>
  z.strictObject(Object.fromEntries(identityFields[noun].map((name) => [name, shapes[noun][name]]))),
) as unknown as { readonly [N in Noun]: z.ZodType<Identities[N]> }

const collections = Object.fromEntries(nouns.map((noun) => [collectionOf[noun], z.array(factSchemas[noun])]))

/** A whole territory, facts as lists. */
export const territorySchema = z.strictObject({
  id,
  revision: z.int().min(1),
  ...(collections as unknown as { readonly [N in Noun as (typeof collectionOf)[N]]: z.ZodArray<z.ZodType<Nouns[N]>> }),
})
export type TerritoryWire = z.infer<typeof territorySchema>

const put = z.discriminatedUnion(
  'put',
  oneEach((noun) => ({ put: z.literal(noun), value: factSchemas[noun] })),
)
const remove = z.discriminatedUnion(
  'remove',
  oneEach((noun) => ({ remove: z.literal(noun), identity: identitySchemas[noun] })),
)

export const changeSchema = z.union([put, remove]) as unknown as z.ZodType<Change>
export const changesSchema = z.array(changeSchema).max(200_000)

function shapeOf({ kind, optional, nullable }: Field): z.ZodType {
  const shape = nullable ? shapeOfKind(kind).nullable() : shapeOfKind(kind)
  return optional ? shape.exactOptional() : shape
}

function shapeOfKind(kind: Field['kind']): z.ZodType {
  if (kind === 'id') return id
  if (kind === 'name' || kind === 'line' || kind === 'text') return text
  if (kind === 'names') return list
  if (kind === 'date') return date
  if (kind === 'boolean') return z.boolean()
  if (kind === 'value') return value
  if (kind === 'attributes') return z.record(id, value)
  if ('digits' in kind) return text
  if ('between' in kind || 'whole' in kind) return z.number()
  if ('wholes' in kind) return z.array(z.number()).max(1_000)
  if ('oneOf' in kind) return z.enum(closedLists[kind.oneOf])
  return 'words' in kind ? list : id
}

function oneEach<S extends z.ZodRawShape>(shape: (noun: Noun) => S): [z.ZodObject<S>, ...z.ZodObject<S>[]] {
  return nouns.map((noun) => z.strictObject(shape(noun))) as never
}
