import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { type Mark, markIn } from './mark.ts'

/** `foreign`: written for another file, or for this one at another time. `cut`: whole transactions of it can be read no more. */
export type LogVerdict = 'none' | 'own' | 'foreign' | 'cut'

/**
 * Judges the write-ahead log beside a file before SQLite reads it, which replays any log that is whole in itself,
 * whatever file it was written for (https://sqlite.org/fileformat2.html#walformat). The marks of both tell.
 *
 * Every transaction counts the mark on, and every opening puts a new one into the file before it takes a commit. So in
 * the log of a process that died: the marks bear the opening of the file, or the next one when it died while opening;
 * they go on from the file without a gap, for a log is begun again only once the file has all of it; and they reach at
 * least as far as the file, which takes only what its log has. Another file put in place of the one that the log was
 * written for fails one of these; or it has the very bytes of that file before a checkpoint, and then nothing is lost.
 *
 * Nobody in this process may have the file open: closing it here would give up the locks that they have on it.
 */
export function judgeLog(file: string): LogVerdict {
  const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (size < headerBytes + frameHeaderBytes) return 'none'
  const here = markOfFile(file)
  // A checkpoint that a power cut stopped leaves pages half written; the log has them whole.
  if (here === 'unreadable') return 'own'
  const { replayed, marks, furthest } = marksOfLog(`${file}-wal`, here?.page ?? null)
  const [first, last] = [marks.at(0), marks.at(-1)]
  // A file of before there were marks. The log that gives it its first begins with that.
  if (here === null) return !first || first.transactions === 0 ? 'own' : 'foreign'
  const { opening, transactions } = here.mark
  const reached = last?.transactions ?? transactions
  if (replayed && !(first && follows(first, here.mark))) return 'foreign'
  // The one after the last whole one may have been under way; another is begun only when that one is acknowledged.
  if (furthest(opening) > reached + 1) return 'cut'
  return reached < transactions ? 'foreign' : 'own'
}

function follows(first: Mark, { opening, transactions }: Mark): boolean {
  if (first.opening === opening) return first.transactions <= transactions + 1
  return first.previous === opening && first.transactions === transactions + 1
}

/** The mark in the file itself, as if there were no log; null when it has none. */
function markOfFile(file: string): { readonly page: number; readonly mark: Mark } | 'unreadable' | null {
  try {
    const url = pathToFileURL(file)
    // Neither locks nor log: https://sqlite.org/uri.html#uriimmutable
    url.searchParams.set('immutable', '1')
    const database = new DatabaseSync(url, { readOnly: true })
    try {
      const table = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'store'").get()
      if (!table) return null
      const mark = markIn(String(database.prepare('SELECT mark FROM store').get()?.mark))
      return mark ? { page: Number(table.rootpage), mark } : 'unreadable'
    } finally {
      database.close()
    }
  } catch {
    return 'unreadable'
  }
}

interface LogMarks {
  /** Whether SQLite would replay anything. */
  readonly replayed: boolean
  /** Those of the transactions that it would replay, in their order. */
  readonly marks: readonly Mark[]
  /** The highest number of a transaction of an opening, or of the next, in what it would replay and in what it would not. */
  readonly furthest: (opening: string) => number
}

const headerBytes = 32
const frameHeaderBytes = 24
const usualPageBytes = 4096

/** @param page the one that holds the mark; null when nobody knows */
function marksOfLog(log: string, page: number | null): LogMarks {
  const descriptor = openSync(log, 'r')
  try {
    const header = Buffer.alloc(headerBytes)
    readSync(descriptor, header, 0, headerBytes, 0)
    const chain = new ChecksumChain(header)
    const frame = Buffer.alloc(frameHeaderBytes + chain.pageBytes)
    const marks: Mark[] = []
    const all: Mark[] = []
    let replayed = false
    let pending: Mark[] = []
    for (let at = headerBytes; readSync(descriptor, frame, 0, frame.length, at) === frame.length; at += frame.length) {
      const isWhole = chain.goesOnWith(frame)
      const mark =
        page === null || frame.readUInt32BE(0) === page ? markIn(frame.toString('latin1', tail(frame))) : null
      if (mark) all.push(mark)
      if (!isWhole) continue
      if (mark) pending.push(mark)
      const isCommit = frame.readUInt32BE(4) !== 0
      if (!isCommit) continue
      replayed = true
      marks.push(...pending)
      pending = []
    }
    const furthest = (opening: string) =>
      all
        .filter((mark) => mark.opening === opening || mark.previous === opening)
        .reduce((most, { transactions }) => Math.max(most, transactions), 0)
    return { replayed, marks, furthest }
  } finally {
    closeSync(descriptor)
  }
}

/** SQLite writes the content of a page from its end: the one row of a table is last. */
function tail(frame: Buffer): number {
  return frame.length - 128
}

/** The running checksum over a log, of which the first frame that does not fit is the end. */
class ChecksumChain {
  readonly pageBytes: number
  readonly #salts: Buffer
  readonly #bigEndian: boolean
  #sum: [number, number] = [0, 0]
  #holds: boolean

  constructor(header: Buffer) {
    const magic = header.readUInt32BE(0)
    this.#bigEndian = magic === 0x377f0683
    this.#salts = header.subarray(16, 24)
    this.#add(header.subarray(0, 24))
    this.#holds = (this.#bigEndian || magic === 0x377f0682) && this.#isAt(header.subarray(24, 32))
    const size = header.readUInt32BE(8)
    this.pageBytes = this.#holds ? size : usualPageBytes
  }

  goesOnWith(frame: Buffer): boolean {
    if (!this.#holds) return false
    this.#add(frame.subarray(0, 8))
    this.#add(frame.subarray(frameHeaderBytes))
    this.#holds = frame.subarray(8, 16).equals(this.#salts) && this.#isAt(frame.subarray(16, 24))
    return this.#holds
  }

  #add(bytes: Buffer): void {
    let [a, b] = this.#sum
    for (let i = 0; i < bytes.length; i += 8) {
      a = (a + (this.#bigEndian ? bytes.readUInt32BE(i) : bytes.readUInt32LE(i)) + b) >>> 0
      b = (b + (this.#bigEndian ? bytes.readUInt32BE(i + 4) : bytes.readUInt32LE(i + 4)) + a) >>> 0
    }
    this.#sum = [a, b]
  }

  #isAt(bytes: Buffer): boolean {
    return bytes.readUInt32BE(0) === this.#sum[0] && bytes.readUInt32BE(4) === this.#sum[1]
  }
}
