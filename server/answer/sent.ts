import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { Change } from '../domain/change.ts'
import type { Territory } from '../domain/territory.ts'
import { apart } from '../exchange/apart.ts'
import type { FollowReading, ReadProgress, SourceFile } from '../exchange/csv.ts'
import { mergeActors } from '../exchange/duplicates.ts'
import { sourceSheets } from '../exchange/recognition/source-sheet.ts'
import { boundaryCheck } from '../exchange/register.ts'
import { Problem } from '../problem.ts'
import type { DistantStore } from '../store/distant.ts'
import type { Positions } from '../store/store.ts'
import type { Answer } from '../wire/answer.ts'
import { askedBoundarySchema, type BoundaryWire } from '../wire/boundary.ts'
import { apartSchema, type ImportWire, importSchema, mergeSchema } from '../wire/exchange.ts'
import { commitChangesSchema, createTerritorySchema, positionsSchema } from '../wire/record.ts'
import { type Bytes, jsonBytes, jsonSent } from './bytes.ts'
import { importedBytes, longPreview, readFiles, sourcesOf } from './exchange.ts'
import { invalidRequest } from './faults.ts'
import { areLong, type ImportProgress, readLongFiles } from './long-import.ts'
import type { Opened } from './snapshot.ts'

/** A body as it was sent, and when. Reading one refuses `invalid_json`, `invalid_request`. */
export interface Sent {
  readonly body: Bytes
  /** ISO 8601 UTC. */
  readonly at: string
}

/** Throws once who sent a body has gone away: what was not committed by then is not. */
type Listening = () => void

/** JSON of the commit that a body asks for. Refuses like the store. */
export async function commitSent({ body, at }: Sent, id: string, store: DistantStore): Promise<Bytes> {
  const { base, ...draft } = parsed(commitChangesSchema, body)
  return jsonBytes(await store.commit(id, base, { ...draft, at }))
}

/** The territory that a body asks for, and JSON of its first commit. Refuses like the store. */
export async function createSent({ body, at }: Sent, store: DistantStore, listening: Listening) {
  const { id, ...draft } = parsed(createTerritorySchema, body)
  listening()
  return { id, commit: jsonBytes(await store.create(id, { ...draft, at, origin: 'edit' })) }
}

interface Importing {
  /** What it says of a commit does not count. */
  readonly preview: boolean
  /** As it was at a revision, by default the latest. */
  readonly territory: (revision: number | undefined) => Promise<Territory>
  readonly store: DistantStore
  readonly listening: Listening
  /** Hears how far long files are. */
  readonly tell: (progress: ImportProgress) => void
}

/** JSON of what the files of a body would change, or did. Refuses like the store. */
export async function importSent({ body, at }: Sent, importing: Importing): Promise<Bytes> {
  const { commit, ...asked } = parsed(importSchema, body)
  const wanted = importing.preview ? undefined : commit
  // Read against the base, the same files make the same changes however often they are sent.
  const territory = await importing.territory(wanted?.base)
  const sources = sourcesOf(asked.files)
  const follow = async (progress: ReadProgress) => {
    importing.tell({ stage: 'reading', ...progress })
    // Meanwhile, what comes to this thread is heard.
    await setImmediate()
    importing.listening()
  }
  if (areLong(sources)) return await importLong(sources, { asked, wanted, territory, at, follow }, importing)
  const read = await readFiles(territory, sources, asked, at.slice(0, 10), follow)
  if (!wanted || read.changes.length === 0) return importedBytes(read.preview, null)
  const { base, ...draft } = wanted
  await setImmediate()
  importing.listening()
  importing.tell({ stage: 'writing' })
  return importedBytes(
    read.preview,
    await importing.store.commit(territory.id, base, { ...draft, at, origin: 'import', changes: read.changes }),
  )
}

interface AskedLong {
  readonly asked: Omit<ImportWire, 'commit'>
  readonly wanted: ImportWire['commit']
  readonly territory: Territory
  readonly at: string
  readonly follow: FollowReading
}

async function importLong(
  sources: readonly SourceFile[],
  { asked, wanted, territory, at, follow }: AskedLong,
  { store, tell }: Importing,
): Promise<Bytes> {
  const { wave, plan, show } = asked
  const options = { today: at.slice(0, 10), ...(wave && { wave }), ...(plan && { plan }), ...(show && { show }) }
  const read = await readLongFiles(territory, sources, options, follow)
  const preview = longPreview(territory, read)
  if (!wanted || read.changes === 0) return importedBytes(preview, null)
  const { base, key, author } = wanted
  tell({ stage: 'writing' })
  const { packed } = read
  return importedBytes(
    preview,
    await store.commitLong(territory.id, base, { key, author, at, origin: 'import', packed }),
  )
}

/** JSON of the commit that makes the actors of a body one. Refuses like the store, and `refused_changes` when there is no such actor. */
export async function mergeSent(
  { body, at }: Sent,
  territoryAt: (revision: number) => Promise<Territory>,
  store: DistantStore,
): Promise<Bytes> {
  const { keep, gone, commit } = parsed(mergeSchema, body)
  const { base, ...draft } = commit
  const territory = await territoryAt(base)
  const unknown = [keep, ...gone].filter((id) => !territory.actors.has(id))
  const twice = gone.filter((id, place) => id === keep || gone.indexOf(id) !== place)
  const refusals = [
    ...unknown.map((key) => ({ index: 0, code: 'unknown_fact' as const, noun: 'actor' as const, key })),
    ...twice.map((key) => ({ index: 0, code: 'repeated_change' as const, noun: 'actor' as const, key })),
  ]
  if (refusals.length > 0) throw new Problem('refused_changes', { refusals, total: refusals.length })
  const changes = mergeActors(territory, keep, gone)
  return jsonBytes(await store.commit(territory.id, base, { ...draft, at, origin: 'edit', changes }))
}

/** JSON of the commit that says that the actors of a body are two. Refuses like the store, and `refused_changes` when there is no such actor. */
export async function apartSent(
  { body, at }: Sent,
  territoryAt: (revision: number) => Promise<Territory>,
  store: DistantStore,
): Promise<Bytes> {
  const { actors, commit } = parsed(apartSchema, body)
  const { base, ...draft } = commit
  const territory = await territoryAt(base)
  const refusals = actors
    .filter((id) => !territory.actors.has(id))
    .map((key) => ({ index: 0, code: 'unknown_fact' as const, noun: 'actor' as const, key }))
  if (refusals.length > 0) throw new Problem('refused_changes', { refusals, total: refusals.length })
  const changes: Change[] = [{ put: 'setting', value: apart(...actors) }]
  return jsonBytes(await store.commit(territory.id, base, { ...draft, at, origin: 'edit', changes }))
}

/** Establishments that are told, and may be added at once. */
const mostAbsent = 5_000

/** What a territory has of the extract of the register of companies in a body. */
export async function boundarySent({ territory }: Opened, { body }: Pick<Sent, 'body'>): Promise<Bytes> {
  const { file, ...asked } = parsed(askedBoundarySchema, body)
  const { sheets } = await sourceSheets([{ name: file.name, bytes: Buffer.from(file.content, file.encoding) }])
  const [check] = sheets.map(({ rows }) => boundaryCheck(territory, rows, asked)).filter((one) => one !== null)
  if (!check) {
    const found = (sheets[0]?.rows[0]?.cells ?? []).filter((cell) => cell !== '').slice(0, 30)
    return jsonBytes({ state: 'no_siret', found } satisfies Answer<BoundaryWire>)
  }
  const { establishments, places, rows } = check
  const absent = establishments.filter(({ presence }) => presence.is !== 'known')
  const told = absent.slice(0, mostAbsent).map(({ siret, name, commune, headcount, presence }) => ({
    ...{ siret, name, commune, headcount, presence },
  }))
  const [all, absentees] = [establishments.length, absent.length]
  const answer = { state: 'checked', known: all - absentees, all, places, absent: told, absentees, rows } as const
  return jsonBytes(answer satisfies BoundaryWire)
}

/** Ids that a refusal tells. */
const mostTold = 20

/** The positions that a body spells. Refuses `unknown_places` too. */
export function positionsSent(body: Bytes, { id, actors, spaces }: Territory): Positions {
  const positions = parsed(positionsSchema, body)
  const nobody = Object.keys(positions.actors).filter((actor) => !actors.has(actor))
  const nowhere = Object.keys(positions.spaces).filter((space) => !spaces.has(space))
  const total = nobody.length + nowhere.length
  if (total === 0) return positions
  const told = { actors: nobody.slice(0, mostTold), spaces: nowhere.slice(0, mostTold) }
  throw new Problem('unknown_places', { territory: id, ...told, total })
}

function parsed<T>(schema: z.ZodType<T>, bytes: Bytes): T {
  const result = schema.safeParse(jsonSent(bytes))
  if (result.success) return result.data
  throw invalidRequest(result.error.issues.map((issue) => ({ ...issue, path: ['body', ...issue.path] })))
}
