import { randomUUID } from 'node:crypto'
import { Problem } from '../problem.ts'
import { apply, type Change, replay } from '../territory/change.ts'
import { forgetting, withoutActor } from '../territory/forget.ts'
import { emptyTerritory, type Territory } from '../territory/territory.ts'
import { type CommitRow, statements } from './cypher.ts'
import { fingerprint } from './fingerprint.ts'
import { Bolt, type Neo4jChoice, type Patience, type Run } from './neo4j/bolt.ts'
import { migrate } from './neo4j/migration.ts'
import { settingsOf } from './neo4j/properties.ts'
import { read } from './neo4j/reading.ts'
import { Turns } from './neo4j/turns.ts'
import { write, writeRows } from './neo4j/writing.ts'
import type { Commit, CommitDraft, Positions, Store, TerritorySummary } from './store.ts'

const patience: Patience = { timeoutMs: 120_000, retryMs: 4_000 }

/**
 * The store in a Neo4j database (5.26 or later), which it brings up to date; docs/neo4j.md draws the graph. Several
 * processes may hold the same database. Refuses `store_unavailable`, `store_newer`.
 */
export async function openNeo4jStore(choice: Neo4jChoice, howLong: Patience = patience): Promise<Store> {
  const bolt = new Bolt(choice, howLong)
  try {
    await migrate(bolt)
    return new Neo4jStore(bolt)
  } catch (error) {
    await bolt.close()
    throw error
  }
}

/** Latest states kept in memory: a small commit on a large territory reads nothing back. */
const mostKept = 8

/** A state and which life of the territory it is from: a removed territory may come back under the same id. */
interface Kept {
  readonly incarnation: string
  readonly territory: Territory
}

class Neo4jStore implements Store {
  readonly #bolt: Bolt
  readonly #turns = new Turns()
  /** Most recently used last. Others commit too: the revision is asked for each time. */
  readonly #kept = new Map<string, Kept>()
  #closing: Promise<void> | undefined

  constructor(bolt: Bolt) {
    this.#bolt = bolt
  }

  list(): Promise<TerritorySummary[]> {
    return this.#open(() => this.#turns.questionAboutAll(async () => {
      const rows = await this.#bolt.read((run) => run(statements.listTerritories, {}))
      const summaries = rows.map(({ properties, ...row }): TerritorySummary => {
        return { ...row, settings: Object.fromEntries(settingsOf(properties).map(({ key, value }) => [key, value])) }
      })
      return summaries.sort((a, b) => (a.id < b.id ? -1 : 1))
    }))
  }

  create(id: string, draft: CommitDraft): Promise<Commit> {
    const asked = taken(draft)
    return this.#change(id, async (run) => {
      await run(statements.makeTerritory, { territory: id, incarnation: randomUUID() })
      const head = await hold(run, id)
      if (head.revision > 0) {
        const made = await madeBefore(run, id, draft.key, fingerprint(asked.changes))
        if (made?.revision === 1) return { commit: made }
        throw new Problem('existing_territory', { territory: id })
      }
      return make(run, { incarnation: head.incarnation, territory: emptyTerritory(id) }, asked)
    })
  }

  load(id: string, revision?: number): Promise<Territory> {
    return this.#question(id, async () => {
      if (revision === undefined) return (await this.#seen(id) ?? (await this.#held(id))).territory
      return this.#past(id, revision)
    })
  }

  commit(id: string, base: number, draft: CommitDraft): Promise<Commit> {
    const asked = taken(draft)
    return this.#change(id, async (run) => {
      const head = await hold(run, id)
      const made = await madeBefore(run, id, draft.key, fingerprint(asked.changes))
      if (made) return { commit: made }
      if (base !== head.revision) {
        const later = await run(statements.readChangesSince, { territory: id, revision: base })
        const since = later.flatMap(({ changes }) => parsed(changes))
        throw new Problem('revision_conflict', { territory: id, base, revision: head.revision, since })
      }
      return make(run, await this.#latest(run, id, head), asked)
    })
  }

  history(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Promise<Commit[]> {
    return this.#question(id, () =>
      this.#bolt.read(async (run) => {
        await find(run, id)
        const rows = await run(statements.readCommitsBefore, { territory: id, before, limit })
        return rows.map(commitOf)
      }),
    )
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Promise<Commit> {
    const asked = taken({ ...draft, changes: [] })
    const asking = fingerprint({ forget: actor })
    return this.#change(id, async (run) => {
      const head = await hold(run, id)
      const made = await madeBefore(run, id, draft.key, asking)
      if (made) return { commit: made }
      const { incarnation, territory } = await this.#latest(run, id, head)
      const changes = forgetting(territory, actor)
      const after = { ...replay(territory, [changes]), revision: territory.revision + 1 }
      // The commit tells that something was forgotten, not what.
      const commit: Commit = { ...asked, revision: after.revision, inverse: [] }
      await forgetInHistory(run, id, actor)
      await run(statements.forgetPosition, { territory: id, actor })
      await write(run, territory, changes)
      await record(run, id, commit, asking, true)
      return { commit, kept: { incarnation, territory: after } }
    })
  }

  remove(id: string): Promise<void> {
    let seen = false
    return this.#changeNothingKept(id, async (run) => {
      const territory = id
      try {
        await hold(run, id)
      } catch (error) {
        // The connection broke after the removal was done: asked again, it is no longer there.
        if (seen) return
        throw error
      }
      seen = true
      await run(statements.eraseActors, { territory })
      await run(statements.eraseSpaces, { territory })
      await run(statements.eraseWaves, { territory })
      await run(statements.eraseWords, { territory })
      await run(statements.erasePositions, { territory })
      await run(statements.eraseCommits, { territory })
      await run(statements.eraseTerritory, { territory })
    })
  }
}
