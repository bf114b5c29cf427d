import { type Kind, longestId, longestText } from './description.ts'
import { plainLine, plainText, quotable } from './plain-text.ts'
import { isKnown, type Reference, referencesOf } from './reference.ts'
import { fieldsOf, keyOf, type Noun, type Nouns, type Space, type Territory } from './territory.ts'
import { type Basis, closedLists } from './vocabulary.ts'

/** One reason why a fact cannot stand in a territory. Prose is made from it where it is shown. */
export interface Fault {
  readonly code: FaultCode
  readonly noun: Noun
  readonly key: string
  readonly field?: string
  readonly got?: string
  /** Absent where the code says it all. */
  readonly expected?: Expected
}

/** What would have done: a value of a kind, of one of its limits, or another one than that. */
export type Expected =
  | Kind
  | 'number'
  | 'another_name'
  | 'wave_with_roster'
  | 'wave_without_roster'
  | { readonly notBefore: string }

export const faultCodes = [
  'repeated_change',
  'unknown_fact',
  'unknown_actor',
  'unknown_space',
  'unknown_wave',
  'unknown_seminar',
  'unknown_decision',
  'unknown_challenge',
  'unknown_word',
  'invalid_value',
  'parent_cycle',
  'still_used',
] as const
export type FaultCode = (typeof faultCodes)[number]

/**
 * Every reason why `value` cannot stand in `territory`, which is taken as it will be after the changes: what it names and
 * nobody knows, then its values, each in the order of the fields, then what they do not say together.
 */
export function faultsOf<N extends Noun>(territory: Territory, noun: N, value: Nouns[N]): Fault[] {
  const check = new Check(territory, noun, keyOf(noun, value))
  for (const reference of referencesOf(noun, value)) check.known(reference)
  const said = value as unknown as Readonly<Record<string, unknown>>
  for (const [name, { kind }] of fieldsOf[noun]) {
    if (said[name] !== undefined && said[name] !== null) check.value(name, kind, said[name])
  }
  rules[noun]?.(check, value)
  return check.faults
}

/** What the values of a fact may not say together. */
const rules: { readonly [N in Noun]?: (check: Check, value: Nouns[N]) => void } = {
  space(check, space) {
    if (space.start && space.end && space.end < space.start) {
      check.fault('invalid_value', 'end', space.end, { notBefore: space.start })
    }
    check.ancestry(space)
  },
  wave(check, { id, basis }) {
    if (basis === 'informants' && check.hasRoster(id))
      check.fault('invalid_value', 'basis', basis, 'wave_without_roster')
  },
  roster(check, { wave }) {
    if (check.basisOf(wave) === 'informants') check.fault('invalid_value', 'wave', wave, 'wave_with_roster')
  },
}

class Check {
  readonly faults: Fault[] = []
  readonly #territory: Territory
  readonly #noun: Noun
  readonly #key: string

  constructor(territory: Territory, noun: Noun, key: string) {
    this.#territory = territory
    this.#noun = noun
    this.#key = key
  }

  fault(code: FaultCode, field: string, got: string, expected?: Expected): void {
    this.faults.push({
      code,
      noun: this.#noun,
      key: this.#key,
      field,
      got: quotable(got.slice(0, longestId)),
      ...(expected !== undefined && { expected }),
    })
  }

  value(field: string, kind: Kind, value: unknown): void {
    if (kind === 'attributes') {
      for (const [name, attribute] of Object.entries(value as object)) {
        this.value('attributes', 'id', name)
        this.value(`attributes.${name}`, 'value', attribute)
      }
      return
    }
    for (const one of Array.isArray(value) ? value : [value]) {
      for (const expected of expectedInstead(kind, one)) this.fault('invalid_value', field, String(one), expected)
    }
  }

  known(reference: Reference): void {
    if (isKnown(this.#territory, reference)) return
    const { field, to, id } = reference
    if (
      to === 'actor' ||
      to === 'space' ||
      to === 'wave' ||
      to === 'seminar' ||
      to === 'challenge' ||
      to === 'decision'
    )
      this.fault(`unknown_${to}`, field, id, { fact: to })
    else this.fault('unknown_word', field, id, { word: to })
  }

  basisOf(wave: string): Basis | undefined {
    return this.#territory.waves.get(wave)?.basis
  }

  hasRoster(wave: string): boolean {
    return this.#territory.roster.values().some((entry) => entry.wave === wave)
  }

  ancestry(space: Space): void {
    const repeated = repeatedAncestors(this.#territory.spaces).get(space.id)
    if (repeated !== undefined) this.fault('parent_cycle', 'parent', repeated)
  }
}

/** What should stand in place of a value; nothing when it may. Whether what it names is known is not asked here. */
function expectedInstead(kind: Kind, value: unknown): Expected[] {
  if (typeof value === 'number') return numberInstead(kind, value)
  if (typeof value !== 'string') return []
  if (kind === 'id') {
    const plain = value === value.trim() && value === plainLine(value)
    const fits = plain && value !== '' && value.length <= longestId
    // Whoever copies an object by its keys loses this one, and says nothing.
    const named: Expected[] = value === '__proto__' ? ['another_name'] : []
    return fits ? named : [...named, 'id']
  }
  if (kind === 'name' || kind === 'names') {
    return [...(value.trim() === '' ? ['name' as const] : []), ...expectedInstead('line', value)]
  }
  if (kind === 'line' || kind === 'text' || kind === 'value') {
    const isLine = kind === 'line'
    if (value.length <= longestText && value === (isLine ? plainLine(value) : plainText(value))) return []
    return [isLine ? 'line' : 'text']
  }
  if (kind === 'date') return isDate(value) ? [] : [kind]
  if (typeof kind === 'string') return []
  if ('digits' in kind) {
    return value.length === kind.digits && /^\d*$/.test(value) ? [] : [kind]
  }
  if (!('oneOf' in kind)) return []
  const words: readonly string[] = closedLists[kind.oneOf]
  return words.includes(value) ? [] : [kind]
}

function numberInstead(kind: Kind, value: number): Expected[] {
  if (typeof kind !== 'string' && ('whole' in kind || 'wholes' in kind)) {
    const [least, most] = 'whole' in kind ? kind.whole : kind.wholes
    return Number.isInteger(value) && value >= least && value <= most ? [] : [kind]
  }
  if (typeof kind === 'string' || !('between' in kind)) return Number.isFinite(value) ? [] : ['number']
  const [least, most] = kind.between
  return value >= least && value <= most ? [] : [kind]
}

/** Found once for all spaces of a territory: walking from each to its root would visit a chain of n spaces n² times. */
const repeatedAncestorsOf = new WeakMap<Territory['spaces'], ReadonlyMap<string, string>>()

/** For each space whose ancestry never ends, the first of itself and its ancestors that comes back. */
function repeatedAncestors(spaces: Territory['spaces']): ReadonlyMap<string, string> {
  const known = repeatedAncestorsOf.get(spaces)
  if (known) return known
  const repeated = new Map<string, string>()
  const looked = new Set<string>()
  for (const start of spaces.keys()) {
    const path = new Set<string>()
    let at: string | undefined = start
    while (at !== undefined && !looked.has(at)) {
      looked.add(at)
      path.add(at)
      at = spaces.get(at)?.parent
    }
    if (at === undefined) continue
    const closes = path.has(at)
    const entry = closes ? at : repeated.get(at)
    if (entry === undefined) continue
    // Below a cycle the way into it is what comes back; within it each space itself.
    let isWithin = false
    for (const space of path) {
      isWithin ||= closes && space === at
      repeated.set(space, isWithin ? space : entry)
    }
  }
  repeatedAncestorsOf.set(spaces, repeated)
  return repeated
}

/** A day of the Gregorian calendar written YYYY-MM-DD: 2023-02-30 is not one. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return day >= 1 && day <= (days[month - 1] ?? 0)
}
