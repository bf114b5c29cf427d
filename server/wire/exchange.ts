import { z } from 'zod'
import { nouns } from '../domain/territory.ts'
import { faultCodes } from '../domain/validation.ts'
import { bases, type ClosedList, closedLists, vocabularies } from '../domain/vocabulary.ts'
import { type Preview, type ReadExpected, readRefusalCodes } from '../exchange/preview.ts'
import { authorSchema, commitSchema, keySchema } from './record.ts'

/** Files as they are on disk: text as it stands, or base64 where the encoding is for the server to find out. */
const fileSchema = z
  .strictObject({
    name: z.string().min(1).max(255),
    content: z.string(),
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
  })
  .refine(({ content, encoding }) => encoding === 'utf8' || !/[^A-Za-z0-9+/=\s]/.test(content), {
    path: ['content'],
    message: 'Invalid input: expected base64',
  })

export const importSchema = z.strictObject({
  files: z.array(fileSchema).min(1).max(50),
  /** The wave of every tie, participation and roster entry that names none. */
  wave: z
    .strictObject({
      id: z.string().max(200),
      label: z.string().max(10_000),
      date: z.string().max(10),
      basis: z.enum(bases).exactOptional(),
    })
    .optional(),
  /** Absent: a preview, nothing is done. */
  commit: z.strictObject({ base: z.int().min(1), key: keySchema, author: authorSchema }).optional(),
})

export type ImportWire = z.infer<typeof importSchema>

/** rows = created + changed + matched + repeated + refused. */
const filePreviewSchema = z.strictObject({
  file: z.string(),
  /** Null when nobody can tell what the file is about. */
  noun: z.enum(nouns).nullable(),
  rows: z.int(),
  created: z.int(),
  changed: z.int(),
  matched: z.int(),
  repeated: z.int(),
  refused: z.int(),
  ignoredColumns: z.array(z.string()),
}) satisfies z.ZodType<Preview['files'][number]>

const bounds = z.tuple([z.number(), z.number()]).readonly()
/** What would have done: a kind of value with its limits, or what the file, the row or the column should have been. */
const expectedSchema = z.union([
  z.enum(['id', 'name', 'line', 'text', 'names', 'date', 'boolean', 'value', 'attributes', 'number']),
  z.enum(['another_name', 'wave_with_roster', 'wave_without_roster', 'csv', 'closing_quote']),
  z.strictObject({ fact: z.enum(['actor', 'space', 'wave']) }),
  z.strictObject({ word: z.enum(vocabularies) }),
  z.strictObject({ words: z.enum(vocabularies) }),
  z.strictObject({ oneOf: z.enum(Object.keys(closedLists) as ClosedList[]) }),
  z.strictObject({ digits: z.int() }),
  z.strictObject({ between: bounds }),
  z.strictObject({ whole: bounds }),
  z.strictObject({ notBefore: z.string() }),
  z.strictObject({ row: z.int() }),
  z.strictObject({ atMost: z.int() }),
  z.strictObject({ files: z.array(z.enum(nouns)).readonly() }),
  z.strictObject({ fields: z.array(z.string()).readonly() }),
  z.strictObject({ oneColumnOf: z.array(z.string()).readonly() }),
]) satisfies z.ZodType<ReadExpected>

const refusalSchema = z.strictObject({
  file: z.string(),
  /** As a spreadsheet numbers it; null: the file as a whole. */
  row: z.int().nullable(),
  /** As the file names it; null: the whole row. */
  column: z.string().nullable(),
  code: z.enum([...readRefusalCodes, ...faultCodes]),
  got: z.string(),
  /** Null where the code says it all. */
  expected: expectedSchema.nullable(),
}) satisfies z.ZodType<Preview['refusals'][number]>

export const importedSchema = z.strictObject({
  /** The revision the files were read against. */
  base: z.int(),
  files: z.array(filePreviewSchema),
  /** The first ones. */
  refusals: z.array(refusalSchema),
  /** How many there are. */
  refused: z.int(),
  /** Facts that the import puts. */
  changes: z.int(),
  /** What was committed; null after a preview, and when there was nothing to change. */
  commit: commitSchema.nullable(),
})
export type ImportedWire = z.infer<typeof importedSchema>
