import { z } from 'zod'
import { nouns } from '../domain/territory.ts'
import { faultCodes } from '../domain/validation.ts'
import { bases, type ClosedList, closedLists, vocabularies } from '../domain/vocabulary.ts'
import { unplacedKinds } from '../exchange/formats/network.ts'
import { columnHolds, evidences, type Plan, separators, sheetKinds } from '../exchange/plan.ts'
import { formats, type Preview, type ReadExpected, readRefusalCodes } from '../exchange/preview.ts'
import {
  alikeReasons,
  asideReasons,
  type NamePreview,
  rowStates,
  type SheetPreview,
} from '../exchange/sheet-preview.ts'
import { authorSchema, commitSchema, keySchema } from './record.ts'

/** Files as they are on disk: text as it stands, or base64 where the encoding is for the server to find out. */
export const fileSchema = z
  .strictObject({
    name: z.string().min(1).max(255),
    content: z.string(),
    encoding: z.enum(['utf8', 'base64']).default('utf8'),
  })
  .refine(({ content, encoding }) => encoding === 'utf8' || !/[^A-Za-z0-9+/=\s]/.test(content), {
    path: ['content'],
    message: 'Invalid input: expected base64',
  })

const rowNumber = z.int().min(1)
const sheetPart = z.strictObject({
  rows: z.tuple([rowNumber, rowNumber]).readonly().exactOptional(),
  columns: z
    .tuple([z.string().max(3), z.string().max(3)])
    .readonly()
    .exactOptional(),
})
const sheetPlace = {
  file: z.string().max(255),
  sheet: z.string().max(1_000).nullable().default(null),
  /** Of one of several tables on a sheet. */
  part: sheetPart.exactOptional(),
}
const cellText = z.string().max(100_000)
const columnKey = z.string().min(1).max(200)
const columnMeaning = { holds: z.enum(columnHolds), target: z.string().max(200) }

/** What was decided of a sheet; the rest is guessed. Lists are as long as a page that a person works on may make them. */
const sheetPlanSchema = z.strictObject({
  ...sheetPlace,
  kind: z.enum(sheetKinds).exactOptional(),
  header: rowNumber.nullable().exactOptional(),
  columns: z
    .array(z.strictObject({ column: columnKey, ...columnMeaning }))
    .max(1_000)
    .exactOptional(),
  values: z
    .array(z.strictObject({ column: columnKey, value: cellText, means: cellText }))
    .max(20_000)
    .exactOptional(),
  separators: z
    .array(z.strictObject({ column: columnKey, at: z.array(z.enum(separators)).max(separators.length) }))
    .max(1_000)
    .exactOptional(),
  constants: z
    .array(z.strictObject({ field: z.string().min(1).max(200), value: cellText }))
    .max(100)
    .exactOptional(),
  cells: z
    .array(z.strictObject({ row: rowNumber, column: columnKey, value: cellText }))
    .max(50_000)
    .exactOptional(),
  rows: z
    .array(z.strictObject({ row: rowNumber, as: z.enum(['data', 'left_out']) }))
    .max(50_000)
    .exactOptional(),
  closed: z.enum(['set_aside', 'data']).exactOptional(),
})

const newWordSchema = z.strictObject({
  vocabulary: z.enum(vocabularies),
  id: z.string().min(1).max(200),
  fr: z.string().min(1).max(1_000),
  en: z.string().max(1_000).exactOptional(),
})

/** See `server/exchange/plan.ts`. */
export const planSchema = z.strictObject({
  proposals: z.enum(['applied', 'refused']).exactOptional(),
  missing: z.enum(['kept', 'removed']).exactOptional(),
  waves: z.enum(['by_year', 'one']).exactOptional(),
  sheets: z.array(sheetPlanSchema).max(500).exactOptional(),
  names: z
    .array(
      z.strictObject({
        name: cellText,
        is: cellText.nullable(),
        type: z.string().max(200).exactOptional(),
        sphere: z.string().max(200).exactOptional(),
        scope: z.string().max(200).exactOptional(),
        inside: z.boolean().exactOptional(),
      }),
    )
    .max(50_000)
    .exactOptional(),
  words: z.array(newWordSchema).max(1_000).exactOptional(),
}) satisfies z.ZodType<Plan>
export type PlanWire = z.infer<typeof planSchema>

export const importSchema = z.strictObject({
  files: z.array(fileSchema).min(1).max(50),
  /** The wave of every tie, participation and roster entry that names none, and what the files rest on. */
  wave: z
    .strictObject({
      id: z.string().max(200),
      label: z.string().max(10_000),
      date: z.string().max(10),
      basis: z.enum(bases).exactOptional(),
    })
    .optional(),
  plan: planSchema.optional(),
  /** Rows to be shown, sheet by sheet; of the others the first hundred are. */
  show: z
    .array(
      z.strictObject({
        ...sheetPlace,
        from: z.int().min(0).default(0),
        rows: z.int().min(0).max(500).default(100),
        states: z.array(z.enum(rowStates)).exactOptional(),
      }),
    )
    .max(500)
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
  z.strictObject({ fact: z.enum(['actor', 'space', 'wave', 'seminar', 'challenge', 'decision']) }),
  z.strictObject({ word: z.enum(vocabularies) }),
  z.strictObject({ words: z.enum(vocabularies) }),
  z.strictObject({ oneOf: z.enum(Object.keys(closedLists) as ClosedList[]) }),
  z.strictObject({ digits: z.int() }),
  z.strictObject({ between: bounds }),
  z.strictObject({ whole: bounds }),
  z.strictObject({ wholes: bounds }),
  z.strictObject({ notBefore: z.string() }),
  z.strictObject({ row: z.int() }),
  z.strictObject({ format: z.enum(formats) }),
  z.strictObject({ atMost: z.int() }),
  z.strictObject({ files: z.array(z.enum(nouns)).readonly() }),
  z.strictObject({ fields: z.array(z.string()).readonly() }),
  z.strictObject({ oneColumnOf: z.array(z.string()).readonly() }),
  z.strictObject({ oneNameOf: z.array(z.string()).readonly() }),
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

const guess = { by: z.enum(evidences), sure: z.boolean() }
const place = { file: z.string(), sheet: z.string().nullable(), part: sheetPart.exactOptional() }
const refusedCell = {
  code: z.enum([...readRefusalCodes, ...faultCodes]),
  got: z.string(),
  expected: expectedSchema.nullable(),
}

const valuePreviewSchema = z.strictObject({
  value: z.string(),
  count: z.int(),
  /** Null: nobody knows; its rows are refused. */
  means: z.string().nullable(),
  /** The word that would be added to the vocabulary of the territory. */
  word: newWordSchema.nullable(),
  /** Of a homonym: all that it may mean. */
  choices: z.array(z.string()).readonly().optional(),
  ...guess,
})

const columnPreviewSchema = z.strictObject({
  key: z.string(),
  header: z.string(),
  /** The import adds it: every cell is proposed. */
  added: z.boolean(),
  holds: z.enum(columnHolds),
  target: z.string(),
  ...guess,
  filled: z.int(),
  samples: z.array(z.string()).readonly(),
  /** What parts its cells; null: one value each. */
  separators: z.array(z.enum(separators)).readonly().nullable(),
  /** Of columns of words: what each means; of added columns: what cells are proposed from, and what it gives. `distinct` counts all. */
  values: z.array(valuePreviewSchema).readonly(),
  distinct: z.int(),
})

const rowPreviewSchema = z.strictObject({
  row: z.int(),
  state: z.enum(rowStates),
  /** One for each column, in their order. */
  cells: z
    .array(
      z.strictObject({
        text: z.string(),
        /** What it is read as, when that is something else. */
        read: z.string().exactOptional(),
        proposed: z.literal(true).exactOptional(),
        edited: z.literal(true).exactOptional(),
      }),
    )
    .readonly(),
  refusals: z.array(z.strictObject({ column: z.string().nullable(), ...refusedCell })).readonly(),
})

/** read = new + changed + matched + repeated + refused + leftOut; rows set aside are not read. */
const rowCountsSchema = z.strictObject({
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  matched: z.int(),
  repeated: z.int(),
  refused: z.int(),
  leftOut: z.int(),
})

export const sheetPreviewSchema = z.strictObject({
  ...place,
  kind: z.strictObject({ value: z.enum(sheetKinds), ...guess }),
  otherwise: z.array(z.enum(sheetKinds)).readonly(),
  header: z.strictObject({ row: z.int().nullable(), ...guess }),
  /** How many tables stand on the sheet; read as one where the plan says something of it as a whole. */
  tables: z.int(),
  /** A row that may be the header of another table, and is read as one of this; null: there is none. */
  perhapsHeader: z.int().nullable(),
  /** The first rows that are no data; `aside` counts all. */
  setAside: z.array(z.strictObject({ row: z.int(), why: z.enum(asideReasons), text: z.string() })).readonly(),
  aside: z.int(),
  /** Those of them that are closed establishments. */
  closed: z.int(),
  columns: z.array(columnPreviewSchema).readonly(),
  /** The wave of its year, among sheets of different years; null: it is of no year, or alone. */
  yearly: z.strictObject({ id: z.string(), label: z.string(), date: z.string() }).nullable(),
  /** What a column may be taken for, besides an attribute of any name. */
  meanings: z.array(z.strictObject(columnMeaning)).readonly(),
  counts: rowCountsSchema,
  /** What the rows put, by noun. */
  facts: z.array(filePreviewSchema.omit({ file: true, ignoredColumns: true })).readonly(),
  /** Refusals alike but for their rows, the most first: one choice mends them together. */
  groups: z
    .array(
      z.strictObject({
        column: z.string().nullable(),
        header: z.string().nullable(),
        ...refusedCell,
        rows: z.int(),
        first: z.int().nullable(),
      }),
    )
    .readonly(),
  rows: z.strictObject({ from: z.int(), total: z.int(), list: z.array(rowPreviewSchema).readonly() }),
}) satisfies z.ZodType<SheetPreview>
export type SheetPreviewWire = z.infer<typeof sheetPreviewSchema>

const namePreviewSchema = z.strictObject({
  name: z.string(),
  times: z.int(),
  first: z.strictObject({ ...place, row: z.int(), column: z.string() }),
  state: z.enum(['new', 'to_confirm', 'chosen']),
  is: z.string().nullable(),
  candidates: z
    .array(
      z.strictObject({
        id: z.string().nullable(),
        name: z.string(),
        reasons: z.array(z.enum(alikeReasons)).readonly(),
      }),
    )
    .readonly(),
  actor: z
    .strictObject({
      type: z.string(),
      sphere: z.string(),
      scope: z.string(),
      inside: z.boolean(),
      by: z.enum(evidences),
    })
    .nullable(),
}) satisfies z.ZodType<NamePreview>

/** What is to be asked once: of which wave the files are, and what they rest on. */
const askedWaveSchema = z.strictObject({
  /** Something in the files needs a wave and names none. */
  needed: z.boolean(),
  proposed: z.strictObject({ id: z.string(), label: z.string(), date: z.string(), basis: z.enum(bases) }).nullable(),
})

export const importedSchema = z.strictObject({
  /** The revision the files were read against. */
  base: z.int(),
  files: z.array(filePreviewSchema),
  /** How each sheet was understood and what its rows would do. */
  sheets: z.array(sheetPreviewSchema),
  /** Names that are no actor's as they stand, those to confirm first. */
  names: z.array(namePreviewSchema),
  /** How many there are of each state. */
  named: z.strictObject({ new: z.int(), to_confirm: z.int(), chosen: z.int() }),
  wave: askedWaveSchema,
  /** What files of other tools say that a territory has no place for. */
  unplaced: z.array(z.strictObject({ file: z.string(), kind: z.enum(unplacedKinds), count: z.int() })),
  /** What the territory holds and tables in our own format do not: the first, how many, and how many more stay because others name them. */
  missing: z.strictObject({
    facts: z.array(z.strictObject({ noun: z.enum(nouns), key: z.string(), names: z.array(z.string()).readonly() })),
    total: z.int(),
    used: z.int(),
  }),
  /** Words that the import adds to the vocabulary of the territory. */
  words: z.array(newWordSchema),
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

/** How far long files are, in events named `progress`. */
export const importProgressSchema = z.discriminatedUnion('stage', [
  z.strictObject({
    stage: z.literal('reading'),
    file: z.string(),
    /** Rows read of it. */
    rows: z.int(),
    bytes: z.int(),
    of: z.int(),
  }),
  z.strictObject({ stage: z.literal('writing') }),
])
export type ImportProgressWire = z.infer<typeof importProgressSchema>

/** Actors that may be one, the likeliest first. */
export const duplicatesSchema = z.strictObject({
  pairs: z.array(
    z.strictObject({
      actors: z.tuple([z.string(), z.string()]).readonly(),
      /** What the one they become is called when the first, and when the second, is kept: a former name never is. */
      names: z.tuple([z.string(), z.string()]).readonly(),
      reasons: z.array(z.enum(alikeReasons)).readonly(),
    }),
  ),
  /** How many there are; the list holds the first. */
  total: z.int(),
})
export type DuplicatesWire = z.infer<typeof duplicatesSchema>

/** Actors made one: `keep` takes the names, the ties and the rest of those that go. Undone like any commit. */
export const mergeSchema = z.strictObject({
  keep: z.string().min(1).max(200),
  gone: z.array(z.string().min(1).max(200)).min(1).max(50),
  commit: z.strictObject({ base: z.int().min(1), key: keySchema, author: authorSchema }),
})

/** Actors that are two, whatever their names suggest: they are not told as duplicates again. Undone like any commit. */
export const apartSchema = z.strictObject({
  actors: z.tuple([z.string().min(1).max(200), z.string().min(1).max(200)]),
  commit: z.strictObject({ base: z.int().min(1), key: keySchema, author: authorSchema }),
})
