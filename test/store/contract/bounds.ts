import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory, type Provenance, type Territory } from '../../../server/domain/territory.ts'
import { applied, spelled } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { anActor, draft } from '../samples.ts'
import { refusal } from './asking.ts'

/** In UTF-16 code units, as the territory counts them. */
const longestId = 200
const longestText = 10_000

/** Three bytes of UTF-8 for one unit; two in JSON for one; four for two. */
const alphabets = ['漢', '"', '𝒵'] as const

export function holdsTheLargest(open: Open): void {
  describe('the largest that a territory allows', () => {
    test.each(alphabets)(
      'of every field, in letters such as %s, comes out as it went in',
      async (letter) => {
        await using opened = await open()
        const { store } = opened
        const changes = largest(letter)
        const id = 'x'.repeat(64)
        const key = textOf(letter, 100)
        const made = await store.create(id, { ...draft(key, changes), author: textOf(letter, longestId) })
        expect(made.inverse).toHaveLength(changes.length)
        const expected: Territory = { ...applied(emptyTerritory(id), changes), revision: 1 }
        expect(spelled(await store.load(id))).toEqual(spelled(expected))
        const again = await opened.reopen()
        expect(spelled(await again.load(id))).toEqual(spelled(expected))
        expect(await again.create(id, { ...draft(key, changes), author: null })).toEqual(made)

        const place = { [textOf(letter, longestId)]: [Number.MAX_VALUE, -Number.MIN_VALUE] as const }
        await again.savePositions(id, { actors: place, spaces: place })
        expect(await again.positions(id)).toEqual({ actors: place, spaces: place })
        expect((await again.commit(id, 1, draft('back', made.inverse))).revision).toBe(2)
      },
      60_000,
    )

    test('and nothing larger', async () => {
      await using opened = await open()
      const all = largest('漢')
      for (const [count, change] of all.entries()) {
        if (!('put' in change)) continue
        for (const [field, value] of Object.entries(change.value)) {
          const larger = enlarged(value)
          if (larger === undefined) continue
          const changes = all.with(count, { ...change, value: { ...change.value, [field]: larger } } as Change)
          const { refusals } = await refusal(opened.store.create('t', draft('k', changes)), 'refused_changes')
          expect(refusals.map(({ index }) => index)).toContain(count)
        }
      }
      expect(await opened.store.list()).toEqual([])
    }, 60_000)
  })
}

function textOf(letter: string, units: number): string {
  return letter.repeat(units / letter.length)
}

/** One unit more than may be; undefined where length is not what bounds. */
function enlarged(value: unknown): unknown {
  if (typeof value === 'string' && value.length >= longestId) return `${value}x`
  if (Array.isArray(value) && typeof value[0] === 'string') return [`${value[0]}x`.padEnd(longestText + 1, 'x')]
  return undefined
}

/** Every noun, with every field as large as it may be. */
function largest(letter: string): Change[] {
  const id = (mark: string) => `${mark}x${textOf(letter, longestId - 2)}`
  const text = textOf(letter, longestText)
  const texts = Array.from({ length: 5 }, () => text)
  const provenance: Provenance = {
    source: text,
    confidence: 'uncertain',
    note: text,
    tags: texts,
    attributes: { [id('a')]: text, [id('b')]: Number.MAX_VALUE, [id('c')]: Number.MIN_SAFE_INTEGER, [id('d')]: false },
  }
  const [mairie, usine, space, wave, kind] = ['m', 'u', 's', 'w', 'k'].map(id) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const actor = { ...anActor, type: kind, sphere: kind, name: text, aliases: texts, groups: texts, commune: text }
  const dates = { first: '0000-01-01', last: '9999-12-31' }
  return [
    { put: 'setting', value: { key: id('n'), value: text } },
    ...(['actorType', 'sphere', 'tieKind', 'role', 'spaceKind'] as const).map((vocabulary): Change => {
      return { put: 'vocabulary', value: { vocabulary, id: kind, fr: text, en: text } }
    }),
    ...[mairie, usine].map((id): Change => ({ put: 'actor', value: { id, ...actor, ...provenance } })),
    {
      put: 'space',
      value: {
        id: space,
        name: text,
        kind,
        host: mairie,
        start: dates.first,
        end: dates.last,
        objective: text,
        unobservedRoles: [kind],
        ...provenance,
      },
    },
    { put: 'wave', value: { id: wave, label: text, date: dates.last, basis: 'survey', ...provenance } },
    {
      put: 'tie',
      value: {
        wave,
        kind,
        from: mairie,
        to: usine,
        reporter: usine,
        directed: true,
        since: dates.first,
        lastContact: dates.last,
        ...provenance,
      },
    },
    { put: 'participation', value: { actor: mairie, space, role: kind, wave, ...provenance } },
    { put: 'roster', value: { actor: mairie, wave, status: 'answered', ...provenance } },
  ]
}
