import type { Change } from '#domain/change.ts'
import type { Field, Kind } from '#domain/description.ts'
import { longestId } from '#domain/description.ts'
import { foldedWords } from '#domain/folding.ts'
import { plainLine, plainText } from '#domain/plain-text.ts'
import { isNamed } from '#domain/reference.ts'
import {
  collectionOf,
  fieldsOf,
  identityFields,
  identityOf,
  keyOf,
  type Noun,
  type Nouns,
  type Territory,
} from '#domain/territory.ts'

/** What a form holds of a fact, by field: a text as people write it, whether it is ticked, or the words ticked. */
export type Draft = Readonly<Record<string, string | boolean | readonly string[]>>

/** What is known of a fact that is being written. */
export type Started<N extends Noun = Noun> = Partial<Nouns[N]>

export interface FormField {
  readonly name: string
  readonly field: Field
  /** Whether it is asked for at once; the rest can be unfolded. */
  readonly isMain: boolean
}

/**
 * The fields of a form, in the order of the description. An id is made of the name; what others know a fact by does not
 * change once it is there.
 */
export function formFields(noun: Noun, isNew: boolean): FormField[] {
  const identity: readonly string[] = identityFields[noun]
  return fieldsOf[noun].flatMap(([name, field]) => {
    const isFixed = identity.includes(name) && !isNew && isKnownByIdentity(noun)
    if (isFixed || (field.kind === 'id' && noun !== 'setting')) return []
    return [{ name, field, isMain: !field.optional }]
  })
}

/** The form of a fact, or of one of which only so much is known. */
export function draftOf<N extends Noun>(noun: N, started: Started<N>): Draft {
  const said = started as Readonly<Record<string, unknown>>
  return Object.fromEntries(fieldsOf[noun].map(([name, { kind }]) => [name, written(kind, said[name])]))
}

/**
 * The fact that a form holds. What stands as `started` wrote it is what it was; a new fact that is named by an id gets one
 * that `territory` does not know.
 */
export function factIn<N extends Noun>(noun: N, draft: Draft, started: Started<N>, territory: Territory): Nouns[N] {
  const said = started as Readonly<Record<string, unknown>>
  const before = draftOf(noun, started)
  const read = fieldsOf[noun].flatMap(([name, field]): [string, unknown][] => {
    const now = draft[name] ?? ''
    const isAsItWas = said[name] !== undefined && JSON.stringify(now) === JSON.stringify(before[name])
    const value = isAsItWas ? said[name] : readIn(field, now, said[name])
    return value === undefined ? [] : [[name, value]]
  })
  const fact: Record<string, unknown> = Object.fromEntries(read)
  const [id] = identityFields[noun].filter((name) => String(name) === 'id')
  if (id !== undefined && fact.id === '') {
    fact.id = freshId(territory, noun, String(fact.name ?? fact.label ?? fact.fr ?? ''))
  }
  return fact as unknown as Nouns[N]
}

/** What makes one fact of another, or a new one. */
export function changesTo<N extends Noun>(noun: N, before: Nouns[N] | null, after: Nouns[N]): Change[] {
  const put = { put: noun, value: after } as Change
  if (before === null || keyOf(noun, before) === keyOf(noun, after)) return [put]
  return [{ remove: noun, identity: identityOf(noun, before) } as unknown as Change, put]
}

/** An id made of a name, which no fact of the noun has. */
export function freshId(territory: Territory, noun: Noun, name: string): string {
  const facts: ReadonlyMap<string, unknown> = territory[collectionOf[noun]]
  const taken = (id: string) =>
    noun === 'vocabulary' ? [...territory.vocabulary.values()].some((entry) => entry.id === id) : facts.has(id)
  // Folding takes letters apart.
  const plain = plainLine(
    foldedWords(name)
      .replaceAll(' ', '-')
      .slice(0, longestId - 10),
  )
  const id = plain === '' ? noun : plain
  if (!taken(id)) return id
  for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`
}

/** Ties, participations and roster lines are what they say; the others are known by a name that stays. */
function isKnownByIdentity(noun: Noun): boolean {
  return isNamed(noun) || noun === 'vocabulary' || noun === 'setting' || noun === 'note'
}

const between = ' ; '
const yes = /^(true|vrai|oui|yes|1)$/i

function written(kind: Kind, value: unknown): string | boolean | readonly string[] {
  if (kind === 'boolean') return value === true
  if (kind === 'names') return Array.isArray(value) ? value.join(between) : ''
  if (kind === 'attributes') {
    return Object.entries((value ?? {}) as object)
      .map(([name, each]) => `${name} = ${String(each)}`)
      .join('\n')
  }
  if (typeof kind === 'object' && 'words' in kind) return Array.isArray(value) ? value : []
  if (typeof kind === 'object' && 'wholes' in kind) return Array.isArray(value) ? value.join(between) : ''
  return value === undefined || value === null ? '' : String(value)
}

function readIn({ kind, optional, nullable }: Field, now: Draft[string], was: unknown): unknown {
  if (kind === 'boolean') return now === true || (optional ? undefined : false)
  if (typeof now === 'boolean') return now
  if (typeof now !== 'string') return now.length === 0 && optional ? undefined : now
  const text = kind === 'text' || kind === 'attributes' ? plainText(now).trim() : plainLine(now).trim()
  if (text === '') return nullable ? null : optional ? undefined : kind === 'names' ? [] : ''
  if (kind === 'names') return namesIn(text)
  if (kind === 'attributes') return attributesIn(text, was)
  if (kind === 'value')
    return typeof was === 'boolean' ? yes.test(text) : typeof was === 'number' ? (numberIn(text) ?? text) : text
  if (typeof kind !== 'object') return text
  if ('digits' in kind) return text.replaceAll(/\s/g, '')
  if ('wholes' in kind) return namesIn(text).map((each) => numberIn(each) ?? Number.NaN)
  if ('between' in kind || 'whole' in kind) return numberIn(text) ?? Number.NaN
  return text
}

function namesIn(text: string): string[] {
  return text
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** A line that reads as it did holds what it held: a number stays one. */
function attributesIn(text: string, was: unknown): Record<string, unknown> {
  const before = new Map(Object.entries((was ?? {}) as object).map(([name, value]) => [`${name} = ${value}`, value]))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf('=')
      const name = (at === -1 ? line : line.slice(0, at)).trim()
      const value = at === -1 ? '' : line.slice(at + 1).trim()
      return [name, before.get(line) ?? value]
    }),
  )
}

/** « 48,85 » as people write it in France. */
function numberIn(text: string): number | null {
  const number = Number(text.replace(',', '.').replaceAll(/\s/g, ''))
  return Number.isFinite(number) ? number : null
}
