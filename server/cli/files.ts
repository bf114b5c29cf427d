import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { SourceFile } from '../exchange/csv.ts'
import { Refusal, reasonOf } from './refusal.ts'

/** Bytes of an edge list at most: more would not fit in one text. */
const mostBytes = 256 * 1024 * 1024

/** A file, or standard input for « - ». Refuses `unreadable_file`, `file_too_large`. */
export async function readSource(name: string): Promise<SourceFile> {
  return { name, bytes: await readBytes(name, mostBytes) }
}

/** A file that says it is too large is refused unread; one that does not say, such as a pipe, once it is. Refuses `unreadable_file`, `file_too_large`. */
export async function readBytes(name: string, most: number): Promise<Uint8Array> {
  const tooLarge = new Refusal('file_too_large', { file: name, most })
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    if (name !== '-' && (await stat(name)).size > most) throw tooLarge
    for await (const chunk of name === '-' ? process.stdin : createReadStream(name)) {
      size += chunk.length
      if (size > most) throw tooLarge
      chunks.push(chunk)
    }
  } catch (error) {
    if (error === tooLarge) throw error
    throw new Refusal('unreadable_file', { file: name, reason: reasonOf(error) })
  }
  return Buffer.concat(chunks)
}

/**
 * The file that goes with another: `{}` stands for the base name of that one. Where the pattern says, seen from here or else from the folder of
 * the other. Refuses `unreadable_file`.
 */
export async function readBeside(file: string, pattern: string): Promise<SourceFile> {
  const path = pattern.replaceAll('{}', basename(file, extname(file)))
  if (isAbsolute(path) || file === '-') return await readSource(path)
  try {
    return await readSource(path)
  } catch (error) {
    const isMissing = error instanceof Refusal && error.code === 'unreadable_file'
    if (!isMissing || dirname(file) === '.') throw error
    return await readSource(join(dirname(file), path)).catch(() => {
      throw error
    })
  }
}

/** What is made of each file, in the order given, so many under way at once; the first that fails ends the list. */
export async function* eachInTurn<T>(
  files: readonly string[],
  atOnce: number,
  make: (file: string) => Promise<T>,
): AsyncGenerator<T> {
  const underWay: Promise<T>[] = []
  for (const file of files) {
    if (underWay.length >= atOnce) yield (await underWay.shift()) as T
    const made = make(file)
    // Reported in its turn, when it is awaited.
    made.catch(() => {})
    underWay.push(made)
  }
  for (const made of underWay) yield await made
}
