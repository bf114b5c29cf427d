import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { int } from 'neo4j-driver'
import { z } from 'zod'
import { collectionOf, fieldsOf, identityFields, type Nouns } from '../domain/territory.ts'
import {
  endsOf,
  factOf,
  isRelationship,
  type Properties,
  type Stored,
  storedNouns,
  storedShape,
} from './neo4j/properties.ts'
import { origins } from './store.ts'

/** One Cypher statement of cypher/, with what goes in and what comes out. Values travel as parameters, never in the text. */
export interface Statement<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  /** Its file, without the ending; of a fact, what is done with which facts: `put-ties`. */
  readonly name: string
  readonly text: string
  readonly parameters: P
  /** One row of the answer. */
  readonly row: R
}

// A clone has cypher/ beside server/, the published package beside dist/.
const folder = [new URL('../../cypher/', import.meta.url), new URL('../../../cypher/', import.meta.url)].find((url) =>
  existsSync(url),
)

/** The statements of cypher/ by name. A file of cypher/facts/ has several, each below what it does. */
const texts = new Map(
  readdirSync(new URL('.', folder))
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => [file.replace(/\.cypher$/, ''), readFileSync(new URL(file, folder), 'utf8')]),
)
for (const file of readdirSync(new URL('facts/', folder))) {
  const [, ...parts] = readFileSync(new URL(`facts/${file}`, folder), 'utf8').split(/^\/\/ ([a-z]+)$/m)
  for (let at = 0; at < parts.length; at += 2) {
    texts.set(`${parts[at]}-${file.replace(/\.cypher$/, '')}`, (parts[at + 1] ?? '').trim().replace(/;$/, ''))
  }
}

const id = z.string()
/** What is a whole number here must not arrive as floating-point there. */
const whole = z.int().transform((n) => int(n))
const territory = { territory: id }
const inTerritory = z.strictObject(territory)
const renaming = z.strictObject({ ...territory, to: id })
const nothing = z.strictObject({})
const noRow = z.never()
/** How many rows were written: as many as were sent, or the graph is not what we left. */
const written = z.strictObject({ written: z.int() })
const converted = z.strictObject({ converted: z.int() })
const properties = z.record(z.string(), z.unknown())

/** What a territory's node tells of its latest revision. */
const summary = {
  revision: z.int(),
  updatedAt: z.string(),
  actors: z.int(),
  spaces: z.int(),
  waves: z.int(),
  ties: z.int(),
  participations: z.int(),
}
const commitRow = z.strictObject({
  revision: z.int(),
  key: id,
  author: z.string().nullable(),
  at: z.string(),
  origin: z.enum(origins),
  undoes: z.int().nullable(),
  changes: z.string(),
  inverse: z.string(),
  fingerprint: z.string(),
})

export const statements = {
  answerPing: statement('answer-ping', nothing, z.strictObject({ answers: z.literal(true) })),
  awaitIndexes: statement('await-indexes', z.strictObject({ seconds: whole }), noRow),
  readMigrations: statement('read-migrations', nothing, z.strictObject({ number: z.int(), name: z.string() })),
  recordMigration: statement('record-migration', z.strictObject({ number: whole, name: z.string() }), noRow),

  listTerritories: statement(
    'list-territories',
    nothing,
    z.strictObject({ properties: z.looseObject({ id, ...summary }) }),
  ),
  findTerritory: statement(
    'find-territory',
    inTerritory,
    z.strictObject({ revision: z.int(), incarnation: id, secret: z.string(), updatedAt: z.string() }),
  ),
  lockTerritory: statement('lock-territory', inTerritory, noRow),
  makeTerritory: statement(
    'make-territory',
    z.strictObject({ ...territory, incarnation: id, secret: z.string() }),
    noRow,
  ),

  readSettings: statement('read-settings', inTerritory, z.strictObject({ properties })),

  setSettings: statement('set-settings', z.strictObject({ ...territory, properties }), written),
  placeSpaces: writing('place-spaces', { space: id, parent: id.nullable() }),
  hostSpaces: writing('host-spaces', { space: id, host: id.nullable() }),

  recordCommit: statement(
    'record-commit',
    z.strictObject({
      ...territory,
      revision: whole,
      key: id,
      author: z.string().nullable(),
      at: z.string(),
      origin: z.enum(origins),
      undoes: whole.nullable(),
      changes: z.string(),
      inverse: z.string(),
      fingerprint: z.string(),
      forgets: z.boolean(),
      summary: z.strictObject({
        revision: whole,
        updatedAt: z.string(),
        actors: whole,
        spaces: whole,
        waves: whole,
        ties: whole,
        participations: whole,
      }),
    }),
    written,
  ),
  findCommit: statement('find-commit', z.strictObject({ ...territory, key: id }), commitRow),
  readCommitsBefore: statement(
    'read-commits-before',
    z.strictObject({ ...territory, before: whole, limit: whole }),
    commitRow,
  ),
  readChangesSince: statement(
    'read-changes-since',
    z.strictObject({ ...territory, revision: whole }),
    z.strictObject({ revision: z.int(), changes: z.string(), forgets: z.boolean() }),
  ),
  weighChangesSince: statement(
    'weigh-changes-since',
    z.strictObject({ ...territory, revision: whole }),
    z.strictObject({ size: z.int(), forgets: z.boolean() }),
  ),
  readInversesSince: statement(
    'read-inverses-since',
    z.strictObject({ ...territory, revision: whole }),
    z.strictObject({ inverse: z.string() }),
  ),
  findCommitsMentioning: statement(
    'find-commits-mentioning',
    z.strictObject({ ...territory, texts: z.array(z.string()) }),
    z.strictObject({ revision: z.int(), changes: z.string(), inverse: z.string() }),
  ),
  rewriteCommits: writing('rewrite-commits', { revision: whole, changes: z.string(), inverse: z.string() }),

  readPositions: statement(
    'read-positions',
    inTerritory,
    z.strictObject({ noun: z.enum(['actor', 'space']), id, x: z.number(), y: z.number() }),
  ),
  savePositions: writing('save-positions', { noun: z.enum(['actor', 'space']), id, x: z.number(), y: z.number() }),
  forgetPosition: statement('forget-position', z.strictObject({ ...territory, actor: id }), noRow),

  renameTerritory: statement('rename-territory', renaming, noRow),
  renameRecord: statement('rename-record', renaming, noRow),

  erasePositions: statement('erase-positions', inTerritory, noRow),
  eraseCommits: statement('erase-commits', inTerritory, noRow),
  eraseTerritory: statement('erase-territory', inTerritory, noRow),
}

/** What is done with the facts of each noun but settings. */
export const factStatements = Object.fromEntries(storedNouns.map((noun) => [noun, statementsOf(noun)])) as {
  readonly [N in Stored]: FactStatements<N>
}

export interface FactStatements<N extends Stored> {
  readonly read: Statement<typeof inTerritory, z.ZodType<Nouns[N]>>
  readonly put: Writing
  readonly remove: Writing
  readonly rename: Statement<typeof renaming, typeof noRow>
  /** Relationships go with the nodes they are on. */
  readonly erase?: Statement<typeof inTerritory, typeof noRow>
}

function statementsOf<N extends Stored>(noun: N): FactStatements<N> {
  const ends: readonly string[] = endsOf[noun] ?? []
  const isBetween = isRelationship(noun)
  const found = idsOf(isBetween ? ['key'] : identityFields[noun])
  const named = (verb: string) => `${verb}-${collectionOf[noun]}`
  return {
    read: statement(named('read'), inTerritory, factRow(noun, ends)),
    put: writing(named('put'), { ...found, ...idsOf(isBetween ? ends : []), properties }),
    remove: writing(named('remove'), found),
    rename: statement(named('rename'), renaming, noRow),
    ...(isBetween ? {} : { erase: statement(named('erase'), inTerritory, noRow) }),
  }
}

function idsOf(fields: readonly PropertyKey[]): z.ZodRawShape {
  return Object.fromEntries(fields.map((field) => [field, id]))
}

/** A fact: its properties, and its `ends`, null where there is none. */
function factRow<N extends Stored>(noun: N, ends: readonly string[]): z.ZodType<Nouns[N]> {
  const shapeOfEnds = fieldsOf[noun]
    .filter(([name]) => ends.includes(name))
    .map(([name, { optional }]) => [name, optional ? id.nullable() : id])
  const shape = z.strictObject({ properties: storedShape(noun), ...Object.fromEntries(shapeOfEnds) })
  return shape.transform(({ properties, ...ids }) =>
    factOf(noun, properties as Properties, ids as Record<string, string | null>),
  )
}

/** Statements that write one row of the graph for each row they are sent. */
export type Writing = Statement<z.ZodObject<{ territory: z.ZodString; rows: z.ZodArray }>, typeof written>

/**
 * Steps that build the schema of a database, oldest first: number n is the n-th, its statements are made one after the
 * other. A released step is never edited. A statement that tells how many values it converted is made again until there
 * are none left.
 */
export const migrations = readdirSync(new URL('migrations/', folder))
  .sort()
  .map((file) => migration(`migrations/${file.replace(/\.cypher$/, '')}`))

export type CommitRow = z.output<typeof commitRow>

function statement<P extends z.ZodType, R extends z.ZodType>(name: string, parameters: P, row: R): Statement<P, R> {
  const text = texts.get(name)
  if (text === undefined) throw new RangeError(`cypher/ has no statement ${name}`)
  return { name, text, parameters, row }
}

function migration(name: string) {
  const texts = readFileSync(new URL(`${name}.cypher`, folder), 'utf8').split(/;\n/)
  const statements = texts.map((text): Statement<typeof nothing, typeof converted | typeof noRow> => {
    return { name, text, parameters: nothing, row: text.includes(' AS converted') ? converted : noRow }
  })
  return { name, statements }
}

function writing<S extends z.ZodRawShape>(name: string, row: S) {
  return statement(name, z.strictObject({ ...territory, rows: z.array(z.strictObject(row)) }), written)
}
