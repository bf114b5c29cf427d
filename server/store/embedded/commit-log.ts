import type { SQLOutputValue } from 'node:sqlite'
import type { Change } from '../../domain/change.ts'
import { Problem } from '../../problem.ts'
import type { Later, MadeBefore, Told } from '../journal.ts'
import { type ChangesPage, type CommitHead, headOf, pageOf, type Tally, tallyOf, tallyTogether } from '../log.ts'
import { packedPart, textOfPart, unpackedPart } from '../packed-changes.ts'
import type { Commit, Origin } from '../store.ts'
import { type CommitPart, partIn, partSeal } from './long-commits.ts'
import { commitSeal, Damage, type Row, sealedCommit } from './seals.ts'
import type { Statements } from './statements.ts'

/**
 * The commits of the territories of a file, which it has in two tables: what each says and leads back to, and the parts of those too long for one row.
 * Whatever is read is compared with the checksum that was written with it; throws Damage on what nobody wrote.
 */
export class CommitLog {
  readonly #sql: Statements
  readonly #newestOf: (id: string) => number

  /** @param newestOf the revision of a territory; refuses one that there is not */
  constructor(sql: Statements, newestOf: (id: string) => number) {
    this.#sql = sql
    this.#newestOf = newestOf
  }

  at(id: string, revision: number): Commit {
    const [commit] = this.history(id, { before: revision + 1, limit: 1 })
    if (commit?.revision !== revision) throw new Problem('unknown_revision', { territory: id, revision })
    return commit
  }

  headAt(id: string, revision: number): CommitHead {
    const row = this.#sql.get('SELECT * FROM commits WHERE territory = ? AND revision = ?', id, revision)
    if (!row) throw new Damage(`territory ${id}: commits are missing`)
    const head = headOf(commitOf(sealedCommit(row)))
    const told = this.#sql.all(
      'SELECT told FROM commit_parts WHERE territory = ? AND revision = ? ORDER BY part',
      id,
      revision,
    )
    if (told.length === 0) return head
    return { ...head, ...tallyTogether(told.map((part) => parsed<Tally>(part.told))), undoable: true }
  }

  history(id: string, { before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}): Commit[] {
    const revision = this.#newestOf(id)
    const newest = 'SELECT * FROM commits WHERE territory = ? AND revision < ? ORDER BY revision DESC LIMIT ?'
    const rows = this.#sql.all(newest, id, before, limit)
    return [...inSequence(rows, Math.min(revision, before - 1), -1)].map((row) => this.#wholeOf(commitOf(row), id))
  }

  changes(id: string, revision: number, { from, limit }: { from: number; limit: number }): ChangesPage {
    if (!this.isLong(id, revision)) return pageOf(this.at(id, revision), from, limit)
    const counts = this.#sql.all(
      'SELECT part, count FROM commit_parts WHERE territory = ? AND revision = ? ORDER BY part',
      id,
      revision,
    )
    const total = counts.reduce((sum, { count }) => sum + Number(count), 0)
    // What leads back begins with the last part.
    return {
      revision,
      from,
      total,
      changes: this.#withinParts(id, revision, counts, 'changes', from, limit),
      inverse: this.#withinParts(id, revision, counts.toReversed(), 'inverse', from, limit),
    }
  }

  madeBefore(id: string, key: string): MadeBefore | undefined {
    const row = this.#sql.get('SELECT * FROM commits WHERE territory = ? AND key = ?', id, key)
    return row && { commit: commitOf(sealedCommit(row)), fingerprint: String(row.fingerprint) }
  }

  /** Whether the changes of a commit stand in parts. */
  isLong(id: string, revision: number): boolean {
    return this.#sql.get('SELECT 1 FROM commit_parts WHERE territory = ? AND revision = ?', id, revision) !== undefined
  }

  /** One after the other, in the order of `order`. */
  *parts(
    id: string,
    revision: number,
    part: number | null = null,
    order: 'ASC' | 'DESC' = 'ASC',
  ): Generator<CommitPart> {
    const parts = `
      SELECT * FROM commit_parts WHERE territory = ? AND revision = ? AND part = coalesce(?, part) ORDER BY part ${order}`
    for (const row of this.#sql.statement(parts).iterate(id, revision, part)) yield partIn(row)
  }

  weighSince(id: string, base: number): { size: number; forgets: boolean } {
    const later = `
      SELECT sum(octet_length(changes)) AS bytes, max(origin = 'forget') AS forgets
      FROM commits WHERE territory = ? AND revision > ?`
    const row = this.#sql.get(later, id, base)
    const isLong = this.#sql.get('SELECT 1 FROM commit_parts WHERE territory = ? AND revision > ?', id, base)
    if (isLong) return { size: Infinity, forgets: false }
    return { size: Number(row?.bytes ?? 0), forgets: row?.forgets === 1 }
  }

  since(id: string, base: number): Later[] {
    const later = 'SELECT * FROM commits WHERE territory = ? AND revision > ? ORDER BY revision'
    const rows = [...inSequence(this.#sql.all(later, id, base), Math.max(1, base + 1), 1)]
    return rows.map(commitOf).map((commit) => ({ ...commit, forgets: commit.origin === 'forget' }))
  }

  *inversesSince(id: string, revision: number): Generator<Change[]> {
    const newest = 'SELECT * FROM commits WHERE territory = ? AND revision > ? ORDER BY revision DESC'
    const rows = this.#sql.statement(newest).iterate(id, revision)
    for (const row of inSequence(rows, this.#newestOf(id), -1)) {
      yield parsed(row.inverse)
      for (const { inverse } of this.parts(id, Number(row.revision), null, 'DESC')) yield unpackedPart(inverse)
    }
  }

  mentioning(id: string, texts: readonly string[]): Told[] {
    const mentioning = `
      SELECT * FROM commits
      WHERE territory = ?1 AND EXISTS (
        SELECT 1 FROM json_each(?2) AS text WHERE instr(changes, text.value) > 0 OR instr(inverse, text.value) > 0
      )`
    const told: Told[] = this.#sql.all(mentioning, id, JSON.stringify(texts)).map((row) => commitOf(sealedCommit(row)))
    const isMentioning = (part: Uint8Array) => {
      const text = textOfPart(part)
      return texts.some((one) => text.includes(one))
    }
    for (const row of this.#sql.statement('SELECT * FROM commit_parts WHERE territory = ?').iterate(id)) {
      const { part, changes, inverse } = partIn(row)
      if (!isMentioning(changes) && !isMentioning(inverse)) continue
      const revision = Number(row.revision)
      told.push({ revision, part, changes: unpackedPart(changes), inverse: unpackedPart(inverse) })
    }
    return told
  }

  record(territory: string, commit: Commit, fingerprint: string, spelling: Spelling): void {
    const { revision, key, author, at, origin, undoes = null } = commit
    const changes = spelling.ofChanges(commit.changes)
    const inverse = spelling.ofChanges(commit.inverse)
    const row = { territory, revision, key, author, at, origin, undoes, changes, inverse, fingerprint }
    this.#sql.run(
      'INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...Object.values(row),
      commitSeal(row),
    )
  }

  recordPart(id: string, revision: number, part: CommitPart): void {
    const { count, told, changes, inverse } = part
    const record = 'INSERT INTO commit_parts VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
    this.#sql.run(record, id, revision, part.part, count, told, changes, inverse, partSeal(revision, part))
  }

  rewrite(id: string, { revision, part, changes, inverse }: Told): void {
    if (part !== undefined) {
      const told = JSON.stringify(tallyOf(changes))
      const written = { part, count: changes.length, told, changes: packedPart(changes), inverse: packedPart(inverse) }
      this.#sql.run('DELETE FROM commit_parts WHERE territory = ? AND revision = ? AND part = ?', id, revision, part)
      this.recordPart(id, revision, written)
      return
    }
    const row = this.#sql.get('SELECT * FROM commits WHERE territory = ? AND revision = ?', id, revision)
    const rewritten = { changes: JSON.stringify(changes), inverse: JSON.stringify(inverse) }
    const rewrite = 'UPDATE commits SET changes = ?, inverse = ?, checksum = ? WHERE territory = ? AND revision = ?'
    this.#sql.run(rewrite, rewritten.changes, rewritten.inverse, commitSeal({ ...row, ...rewritten }), id, revision)
  }

  rename(id: string, revision: number, to: string): void {
    const row = this.#sql.get('SELECT * FROM commits WHERE territory = ? AND revision = ?', id, revision)
    if (!row) throw new Damage(`territory ${id}: commits are missing`)
    const seal = commitSeal({ ...sealedCommit(row), territory: to })
    const rename = 'UPDATE commits SET territory = ?, checksum = ? WHERE territory = ? AND revision = ?'
    this.#sql.run(rename, to, seal, id, revision)
  }

  #withinParts(
    id: string,
    revision: number,
    counts: readonly Row[],
    list: 'changes' | 'inverse',
    from: number,
    limit: number,
  ): Change[] {
    const found: Change[] = []
    let before = 0
    for (const { part, count } of counts) {
      const [first, last] = [Math.max(0, from - before), from + limit - before]
      if (first < Number(count) && last > 0) {
        const [whole] = this.parts(id, revision, Number(part))
        if (whole) found.push(...unpackedPart(whole[list]).slice(first, last))
      }
      before += Number(count)
    }
    return found
  }

  /** A commit with its lists, wherever they stand. */
  #wholeOf(commit: Commit, id: string): Commit {
    if (commit.changes.length + commit.inverse.length > 0) return commit
    const parts = [...this.parts(id, commit.revision)]
    if (parts.length === 0) return commit
    return {
      ...commit,
      changes: parts.flatMap(({ changes }) => unpackedPart(changes)),
      inverse: parts.toReversed().flatMap(({ inverse }) => unpackedPart(inverse)),
    }
  }
}

/** JSON of facts, each spelled once for all the places of a commit where it stands. */
export class Spelling {
  readonly #texts = new Map<object, string>()

  of(fact: object): string {
    const text = this.#texts.get(fact) ?? JSON.stringify(fact)
    this.#texts.set(fact, text)
    return text
  }

  ofChanges(changes: readonly Change[]): string {
    const texts = changes.map((change) =>
      'put' in change
        ? `{"put":${JSON.stringify(change.put)},"value":${this.of(change.value)}}`
        : JSON.stringify(change),
    )
    return `[${texts.join(',')}]`
  }
}

/** Commits one after the other from a revision on, upwards or downwards; throws Damage on one that is missing or damaged. */
function* inSequence(rows: Iterable<Row>, first: number, step: 1 | -1): Generator<Row> {
  let expected = first
  for (const row of rows) {
    if (sealedCommit(row).revision !== expected) throw new Damage(`territory ${row.territory}: commits are missing`)
    expected += step
    yield row
  }
}

function commitOf(row: Row): Commit {
  return {
    key: String(row.key),
    author: row.author === null ? null : String(row.author),
    at: String(row.at),
    origin: row.origin as Origin,
    changes: parsed(row.changes),
    ...(row.undoes === null ? {} : { undoes: Number(row.undoes) }),
    revision: Number(row.revision),
    inverse: parsed(row.inverse),
  }
}

/** Every JSON text of the file was written here, and compared with its checksum. */
function parsed<T>(json: SQLOutputValue | undefined): T {
  return JSON.parse(String(json))
}
