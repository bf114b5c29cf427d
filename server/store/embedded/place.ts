import { accessSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type FileTrouble, Problem } from '../../problem.ts'

/**
 * Where the file really is, links followed: SQLite keeps the log beside that. Its folder is made when it is missing.
 * Refuses `store_unavailable` for what is no file and could not become one.
 */
export function placeOfFile(file: string): string {
  const path = resolve(file)
  const link = lstatSync(path, { throwIfNoEntry: false })
  if (link === undefined) {
    makeFolder(dirname(path))
    return path
  }
  const kind = link.isSymbolicLink() ? statOfTarget(path) : link
  // Opening a pipe would wait for its other end.
  if (kind === null) throw trouble('dangling_link', file)
  if (!kind.isFile()) throw trouble('not_a_file', file)
  // SQLite opens a file it may not write, and fails later in words about the disk.
  accessSync(path, constants.W_OK)
  if (isRollbackJournal(`${realpathSync(path)}-journal`))
    throw new Problem('store_log_foreign', { file, log: `${file}-journal` })
  return realpathSync(path)
}

/** Makes a folder and those it is in. Node’s own recursive mkdir turns for ever where the system makes none, as in /proc. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const parent = dirname(resolve(folder))
  if (!existsSync(parent)) makeFolder(parent)
  mkdirSync(folder)
}

function statOfTarget(path: string) {
  try {
    return statSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')) return null
    throw error
  }
}

/** SQLite would play one back over the file. Ours never have any: they are in WAL mode from birth. */
function isRollbackJournal(journal: string): boolean {
  if (!existsSync(journal)) return false
  return readFileSync(journal).subarray(0, 8).toString('hex') === 'd9d505f920a163d7'
}

function trouble(reason: FileTrouble, store: string): Problem {
  return new Problem('store_unavailable', { reason, store })
}

/** Tells an open file from another that took its name: what is written to a file without a name is lost. */
export class Whereabouts {
  readonly #file: string
  /** The file and its log as they were, by path. */
  readonly #known: ReadonlyMap<string, string | null>

  readonly identity: string

  /** @param file as people call it; it and its log must be there */
  constructor(file: string) {
    const place = realpathSync(file)
    this.#file = file
    this.identity = identityOf(place) ?? ''
    this.#known = new Map([place, `${place}-wal`].map((path) => [path, identityOf(path)]))
  }

  /** Refuses `store_unavailable` when the file or its log is gone or another. */
  mustBeThere(): void {
    for (const [path, known] of this.#known) {
      const found = identityOf(path)
      if (found !== known) throw trouble(found === null ? 'gone' : 'replaced', this.#file)
    }
  }
}

/** The number of a file on the disk, which it keeps while it is open, whatever becomes of its name; null when nothing can be seen there. */
export function identityOf(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev}:${ino}`
  } catch {
    return null
  }
}
