import type { z } from 'zod'
import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { DistantStore } from '../store/distant.ts'
import type { Positions } from '../store/store.ts'
import { importSchema } from '../wire/exchange.ts'
import { commitChangesSchema, createTerritorySchema, positionsSchema } from '../wire/record.ts'
import { type Bytes, jsonBytes, jsonSent } from './bytes.ts'
import { importedBytes, readFiles } from './exchange.ts'
import { invalidRequest } from './faults.ts'

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
}

/** JSON of what the files of a body would change, or did. Refuses like the store. */
export async function importSent({ body, at }: Sent, importing: Importing): Promise<Bytes> {
  const { commit, ...asked } = parsed(importSchema, body)
  const wanted = importing.preview ? undefined : commit
  // Read against the base, the same files make the same changes however often they are sent.
  const territory = await importing.territory(wanted?.base)
  const read = await readFiles(territory, asked, at.slice(0, 10))
  if (!wanted || read.changes.length === 0) return importedBytes(read, null)
  const { base, ...draft } = wanted
  importing.listening()
  return importedBytes(
    read,
    await importing.store.commit(territory.id, base, { ...draft, at, origin: 'import', changes: read.changes }),
  )
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
