import { statSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import type { Notify } from './notice.ts'
import { Refusal } from './refusal.ts'
import type { Text } from './text.ts'

/** What commands are declared with. */
export interface Commanding {
  /** Declares one. */
  readonly command: (usage: string, description: string) => Command
  readonly print: (line: string) => Promise<void>
  /** On standard error. */
  readonly tell: Notify
  readonly text: Text
}

export interface Json {
  readonly json?: true
}

export const ofFiles = ['directed', 'weight', 'nodes', 'group', 'outside'] as const

export function refuseStray<O extends object>(
  options: O,
  names: readonly (keyof O & string)[],
  kind: 'files' | 'territory',
) {
  const stray = names.find((name) => options[name] !== undefined)
  if (stray) throw new Refusal('not_for', { option: flagOf(stray), kind })
}

/** An option that says nothing without the others. */
export function refuseLone<O extends object>(
  options: O,
  name: keyof O & string,
  needed: readonly (keyof O & string)[],
) {
  const missing = options[name] === undefined ? undefined : needed.find((other) => options[other] === undefined)
  if (missing) throw new Refusal('needs_option', { option: flagOf(name), needs: flagOf(missing) })
}

/** Two options of which one alone may be told. */
export function refuseBoth<O extends object>(options: O, option: keyof O & string, other: keyof O & string) {
  if (options[option] === undefined || options[other] === undefined) return
  throw new Refusal('not_together', { option: flagOf(option), other: flagOf(other) })
}

export function refuseMissing<O extends object>(options: O, needed: readonly (keyof O & string)[]) {
  const missing = needed.find((name) => options[name] === undefined)
  if (missing) throw new Refusal('missing_argument', { argument: flagOf(missing) })
}

/** One argument that no file bears the name of is a territory, a folder of that name beside it or not; anything else is edge lists: null. */
export function territoryAmong(targets: readonly string[]): string | null {
  const [target] = targets
  return targets.length === 1 && target !== undefined && !isFile(target) ? target : null
}

function isFile(target: string): boolean {
  if (target === '-' || /[./\\]/.test(target)) return true
  return statSync(target, { throwIfNoEntry: false })?.isDirectory() === false
}

function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

export function choice(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words)
}

export function wordList(list: string): string[] {
  return list === '' ? [] : list.split(',').map((word) => word.trim())
}

export function quotaList(list: string): Record<string, number> {
  return Object.fromEntries(
    wordList(list).map((quota) => {
      const [sphere = '', most = ''] = quota.split('=').map((part) => part.trim())
      if (sphere === '' || !/^\d{1,4}$/.test(most)) throw new InvalidArgumentError('SPHERE=1')
      return [sphere, Number(most)]
    }),
  )
}

export function positiveWhole(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('1, 2, 3…')
  return number
}

export function day(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('YYYY-MM-DD')
  return text
}

export function wholeUpTo(most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!Number.isInteger(number) || number < 1 || number > most) throw new InvalidArgumentError(`1…${most}`)
    return number
  }
}
