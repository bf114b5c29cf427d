import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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

/** What SQLite may have put beside a file. */
export const logs = ['-wal', '-journal', '-shm'] as const

/** A name beside the file for what will take its place or be read in its stead, once it is whole. */
export function unfinishedOf(place: string): string {
  return `${place}.${randomUUID()}.unfinished`
}

/** Removes what a start, a backup or a restore was making beside the file when it was killed. Nobody may be making any now. */
export function removeUnfinished(place: string): void {
  const name = basename(place)
  const made = /^\.[0-9a-f-]{36}\.unfinished(-wal|-journal|-shm)?$/
  for (const other of readdirSync(dirname(place))) {
    if (other.startsWith(name) && made.test(other.slice(name.length)))
      rmSync(join(dirname(place), other), { force: true })
  }
}

export function removeWithLogs(file: string): void {
  for (const part of ['', ...logs]) rmSync(`${file}${part}`, { force: true })
}

/**
 * Tells an open file from another that took its name, and from itself cut short, which ours never are: what is written to a
 * file without a name, or over its missing end, is lost.
 */
export class Whereabouts {
  readonly #file: string
  /** The file and its log as they were, by path. */
  readonly #known: ReadonlyMap<string, string | null>

  readonly #place: string
  #largest = 0n

  readonly identity: string

  /** @param file as people call it; it and its log must be there */
  constructor(file: string) {
    const place = realpathSync(file)
    this.#file = file
    this.#place = place
    this.identity = identityOf(place) ?? ''
    this.#known = new Map([place, `${place}-wal`].map((path) => [path, identityOf(path)]))
  }

  /** Refuses `store_unavailable` when the file or its log is gone or another, or the file smaller than it was. */
  mustBeThere(): void {
    for (const [path, known] of this.#known) {
      const found = identityOf(path)
      if (found !== known) throw trouble(found === null ? 'gone' : 'replaced', this.#file)
    }
    const { size } = statSync(this.#place, { bigint: true })
    if (size < this.#largest) throw trouble('shrunk', this.#file)
    this.#largest = size
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
