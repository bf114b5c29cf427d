import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { int } from 'neo4j-driver'
import { z } from 'zod'
import type { Nouns } from '../domain/territory.ts'
import { factOf, type Properties, storedShapes } from './neo4j/properties.ts'
import { origins } from './store.ts'

/** One Cypher statement of cypher/, with what goes in and what comes out. Values travel as parameters, never in the text. */
export interface Statement<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  /** Its file, without the ending. */
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

const identity = {
  word: { vocabulary: id, id },
  named: { id },
  related: { key: id },
}
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
  readWords: reading('read-words', 'vocabulary'),
  readActors: reading('read-actors', 'actor'),
  readSpaces: reading('read-spaces', 'space', { parent: id.nullable(), host: id.nullable() }),
  readWaves: reading('read-waves', 'wave'),
  readTies: reading('read-ties', 'tie', { from: id, to: id }),
  readParticipations: reading('read-participations', 'participation', { actor: id, space: id }),
  readRosterEntries: reading('read-roster-entries', 'roster', { actor: id, wave: id }),

  setSettings: statement('set-settings', z.strictObject({ ...territory, properties }), written),
  putWords: writing('put-words', { ...identity.word, properties }),
  putActors: writing('put-actors', { ...identity.named, properties }),
  putSpaces: writing('put-spaces', { ...identity.named, properties }),
  putWaves: writing('put-waves', { ...identity.named, properties }),
  putTies: writing('put-ties', { ...identity.related, from: id, to: id, properties }),
  putParticipations: writing('put-participations', { ...identity.related, actor: id, space: id, properties }),
  putRosterEntries: writing('put-roster-entries', { ...identity.related, actor: id, wave: id, properties }),
  placeSpaces: writing('place-spaces', { space: id, parent: id.nullable() }),
  hostSpaces: writing('host-spaces', { space: id, host: id.nullable() }),
  removeWords: writing('remove-words', identity.word),
  removeActors: writing('remove-actors', identity.named),
  removeSpaces: writing('remove-spaces', identity.named),
  removeWaves: writing('remove-waves', identity.named),
  removeTies: writing('remove-ties', identity.related),
  removeParticipations: writing('remove-participations', identity.related),
  removeRosterEntries: writing('remove-roster-entries', identity.related),

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
  renameNodes: statement('rename-nodes', renaming, noRow),
  renameRelationships: statement('rename-relationships', renaming, noRow),

  eraseActors: statement('erase-actors', inTerritory, noRow),
  eraseSpaces: statement('erase-spaces', inTerritory, noRow),
  eraseWaves: statement('erase-waves', inTerritory, noRow),
  eraseWords: statement('erase-words', inTerritory, noRow),
  erasePositions: statement('erase-positions', inTerritory, noRow),
  eraseCommits: statement('erase-commits', inTerritory, noRow),
  eraseTerritory: statement('erase-territory', inTerritory, noRow),
}

/** Statements that write one row of the graph for each row they are sent. */
export type Writing = Statement<z.ZodObject<{ territory: z.ZodString; rows: z.ZodArray }>, typeof written>

/**
 * Steps that build the schema of a database, oldest first: number n is the n-th. A released step is never edited. One that
 * tells how many values it converted is made again until there are none left.
 */
export const migrations = readdirSync(new URL('migrations/', folder))
  .sort()
  .map((file) => migration(`migrations/${file.replace(/\.cypher$/, '')}`))

export type CommitRow = z.output<typeof commitRow>

function statement<P extends z.ZodType, R extends z.ZodType>(name: string, parameters: P, row: R): Statement<P, R> {
  return { name, text: readFileSync(new URL(`${name}.cypher`, folder), 'utf8'), parameters, row }
}

function migration(name: string): Statement<typeof nothing, typeof converted | typeof noRow> {
  const { text } = statement(name, nothing, noRow)
  return { name, text, parameters: nothing, row: text.includes(' AS converted') ? converted : noRow }
}

/** All facts of a noun in a territory; `ends` are told by relationships. */
function reading<N extends keyof typeof storedShapes>(
  name: string,
  noun: N,
  ends: Readonly<Record<string, z.ZodType<string | null>>> = {},
): Statement<typeof inTerritory, z.ZodType<Nouns[N]>> {
  const shape: Record<string, z.ZodType> = { properties: storedShapes[noun], ...ends }
  const row = z.strictObject(shape).transform(({ properties, ...ids }) => {
    return factOf(noun, properties as Properties, ids as Record<string, string | null>)
  })
  return statement(name, inTerritory, row)
}

function writing<S extends z.ZodRawShape>(name: string, row: S) {
  return statement(name, z.strictObject({ ...territory, rows: z.array(z.strictObject(row)) }), written)
}
