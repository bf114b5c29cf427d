import { plainLine, plainText, quotable } from './plain-text.ts'
import { isKnown, type Reference, referencesOf } from './reference.ts'
import { keyOf, type Noun, type Nouns, type Provenance, type Space, type Territory } from './territory.ts'
import { bases, confidences, regularities, rosterStatuses, scopes, vocabularies } from './vocabulary.ts'

/** One reason why a fact cannot stand in a territory. Prose is made from it where it is shown. */
export interface Fault {
  readonly code: FaultCode
  readonly noun: Noun
  readonly key: string
  readonly field?: string
  readonly got?: string
  /** Machine-readable: a list of words, a bound or the name of a format. */
  readonly expected?: string
}

export const faultCodes = [
  'repeated_change',
  'unknown_fact',
  'unknown_actor',
  'unknown_space',
  'unknown_wave',
  'unknown_word',
  'invalid_value',
  'parent_cycle',
  'still_used',
] as const
export type FaultCode = (typeof faultCodes)[number]

const longestId = 200
const longestText = 10_000

/**
 * Every reason why `value` cannot stand in `territory`, which is taken as it will be after the changes: what it names and
 * nobody knows, then its values, each in the order of the fields, then what they do not say together.
 */
export function faultsOf<N extends Noun>(territory: Territory, noun: N, value: Nouns[N]): Fault[] {
  const check = new Check(territory, noun, keyOf(noun, value))
  for (const reference of referencesOf(noun, value)) check.known(reference)
  checks[noun](check, value)
  return check.faults
}

const checks: { [N in Noun]: (check: Check, value: Nouns[N]) => void } = {
  setting(check, setting) {
    check.id('key', setting.key)
    if (typeof setting.value === 'string') check.text('value', setting.value)
    if (typeof setting.value === 'number') check.number('value', setting.value)
  },
  vocabulary(check, entry) {
    check.oneOf('vocabulary', entry.vocabulary, vocabularies)
    check.id('id', entry.id)
    check.name('fr', entry.fr)
    check.line('en', entry.en)
  },
  actor(check, actor) {
    check.id('id', actor.id)
    check.name('name', actor.name)
    check.oneOf('scope', actor.scope, scopes)
    check.texts('aliases', actor.aliases)
    check.pattern('siren', actor.siren, /^\d{9}$/, '9 digits')
    check.pattern('siret', actor.siret, /^\d{14}$/, '14 digits')
    check.line('commune', actor.commune)
    check.number('latitude', actor.latitude, -90, 90)
    check.number('longitude', actor.longitude, -180, 180)
    check.texts('groups', actor.groups)
    check.provenance(actor)
  },
  space(check, space) {
    check.id('id', space.id)
    check.name('name', space.name)
    check.date('start', space.start)
    check.date('end', space.end)
    check.text('objective', space.objective)
    check.provenance(space)
    if (space.start && space.end && space.end < space.start) {
      check.fault('invalid_value', 'end', space.end, `>= ${space.start}`)
    }
    check.ancestry(space)
  },
  wave(check, wave) {
    check.id('id', wave.id)
    check.name('label', wave.label)
    check.date('date', wave.date)
    check.oneOf('basis', wave.basis, bases)
    check.provenance(wave)
  },
  tie(check, tie) {
    if (tie.strength !== undefined && ![1, 2, 3, 4, 5].includes(tie.strength)) {
      check.fault('invalid_value', 'strength', String(tie.strength), '1, 2, 3, 4, 5')
    }
    check.oneOf('regularity', tie.regularity, regularities)
    check.date('since', tie.since)
    check.date('lastContact', tie.lastContact)
    check.provenance(tie)
  },
  participation(check, participation) {
    check.provenance(participation)
  },
  roster(check, entry) {
    check.oneOf('status', entry.status, rosterStatuses)
    check.provenance(entry)
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

  fault(code: FaultCode, field: string, got: string, expected: string): void {
    this.faults.push({
      code,
      noun: this.#noun,
      key: this.#key,
      field,
      got: quotable(got.slice(0, longestId)),
      expected,
    })
  }

  id(field: string, value: string): void {
    // Whoever copies an object by its keys loses this one, and says nothing.
    if (value === '__proto__') this.fault('invalid_value', field, value, 'another name')
    const plain = value === value.trim() && value === plainLine(value)
    if (plain && value !== '' && value.length <= longestId) return
    this.fault('invalid_value', field, value, `1 to ${longestId} plain characters on one line, no outer space`)
  }

  name(field: string, value: string): void {
    if (value.trim() === '') this.fault('invalid_value', field, value, 'a text')
    this.line(field, value)
  }

  line(field: string, value: string | undefined): void {
    if (value === undefined || (value.length <= longestText && value === plainLine(value))) return
    this.fault('invalid_value', field, value, `at most ${longestText} plain characters on one line`)
  }

  text(field: string, value: string | undefined): void {
    if (value === undefined || (value.length <= longestText && value === plainText(value))) return
    this.fault('invalid_value', field, value, `at most ${longestText} plain characters`)
  }

  texts(field: string, values: readonly string[] | undefined): void {
    for (const value of values ?? []) this.name(field, value)
  }

  pattern(field: string, value: string | undefined, pattern: RegExp, expected: string): void {
    if (value !== undefined && !pattern.test(value)) this.fault('invalid_value', field, value, expected)
  }

  number(field: string, value: number | undefined, least = -Infinity, most = Infinity): void {
    if (value === undefined || (Number.isFinite(value) && value >= least && value <= most)) return
    const expected = Number.isFinite(least) ? `${least} to ${most}` : 'a finite number'
    this.fault('invalid_value', field, String(value), expected)
  }

  date(field: string, value: string | undefined): void {
    if (value !== undefined && !isDate(value)) this.fault('invalid_value', field, value, 'YYYY-MM-DD')
  }

  oneOf(field: string, value: string | undefined, words: readonly string[]): void {
    if (value !== undefined && !words.includes(value)) this.fault('invalid_value', field, value, words.join(', '))
  }

  known(reference: Reference): void {
    if (isKnown(this.#territory, reference)) return
    const { field, to, id } = reference
    this.fault(to === 'actor' || to === 'space' || to === 'wave' ? `unknown_${to}` : 'unknown_word', field, id, to)
  }

  ancestry(space: Space): void {
    const repeated = repeatedAncestors(this.#territory.spaces).get(space.id)
    if (repeated !== undefined) this.fault('parent_cycle', 'parent', repeated, 'no cycle')
  }

  provenance(fact: Provenance): void {
    this.text('source', fact.source)
    this.oneOf('confidence', fact.confidence, confidences)
    this.text('note', fact.note)
    this.texts('tags', fact.tags)
    for (const [name, value] of Object.entries(fact.attributes ?? {})) {
      this.id('attributes', name)
      if (typeof value === 'string') this.text(`attributes.${name}`, value)
      if (typeof value === 'number') this.number(`attributes.${name}`, value)
    }
  }
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
