import { readFile } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { textOf } from '../exchange/encoding.ts'
import { Refusal, reasonOf } from './refusal.ts'

/** A file as it was read, under the name that sentences call it by. */
export interface TextFile {
  readonly name: string
  readonly text: string
}

/** A file, or standard input for « - ». Refuses `unreadable_file`. */
export async function readText(name: string): Promise<TextFile> {
  if (name === '-') return { name: 'stdin', text: textOf(await buffer(process.stdin)) }
  try {
    return { name, text: textOf(await readFile(name)) }
  } catch (error) {
    throw new Refusal('unreadable_file', { file: name, reason: reasonOf(error) })
  }
}

/**
 * The file that goes with another: `{}` stands for the base name of that one. Where the pattern says, seen from here or else from the folder of
 * the other. Refuses `unreadable_file`.
 */
export async function readBeside(file: string, pattern: string): Promise<TextFile> {
  const path = pattern.replaceAll('{}', basename(file, extname(file)))
  if (isAbsolute(path) || file === '-') return await readText(path)
  try {
    return await readText(path)
  } catch (error) {
    if (dirname(file) === '.') throw error
    return await readText(join(dirname(file), path)).catch(() => {
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
