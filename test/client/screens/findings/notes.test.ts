import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteChanges, noteKinds, noteOn } from '../../../../client/screens/findings/notes.ts'
import { findingOf } from '../../../../server/diagnosis/finding.ts'
import { apply } from '../../../../server/domain/change.ts'
import { plainLine, plainText } from '../../../../server/domain/plain-text.ts'
import { emptyTerritory, type Territory } from '../../../../server/domain/territory.ts'
import { findingSchema } from '../../../../server/wire/diagnosis.ts'

const isolated = findingSchema.parse(findingOf('isolated_actor', 'signal', { actor: 'a' }))
const other = findingSchema.parse(findingOf('isolated_actor', 'signal', { actor: 'b' }))

const note = fc.record({
  kind: fc.constantFrom(...noteKinds),
  text: fc.stringMatching(/^[\p{L} ]{0,30}$/u).map(plainText),
  author: fc.stringMatching(/^[\p{L}]{0,10}$/u).map(plainLine),
  day: fc.constant('2026-03-02'),
})

test('a note is read as it was written, in place of the one before, and is gone once taken away', () =>
  fc.assert(
    fc.property(note, note, (first, second) => {
      const once = changed(emptyTerritory('t'), first)
      expect(noteOn(isolated, once)).toEqual(first)
      const twice = changed(once, second)
      expect(noteOn(isolated, twice)).toEqual(second)
      const cleared = changed(twice, null)
      expect(noteOn(isolated, cleared)).toBeNull()
      expect(cleared.settings.size).toBe(0)
    }),
  ))

test('a note stays with its finding in whatever wave and state, and with no other', () => {
  const noted = changed(emptyTerritory('t'), { kind: 'verified', text: '', author: '', day: '2026-03-02' })
  const later = findingSchema.parse(findingOf('isolated_actor', 'none', { actor: 'a', rule: '2' }))
  expect(noteOn(later, noted)?.kind).toBe('verified')
  expect(noteOn(other, noted)).toBeNull()
})

function changed(territory: Territory, to: Parameters<typeof noteChanges>[1]): Territory {
  const applied = apply(territory, noteChanges(isolated, to, territory))
  if (!applied.ok) throw new Error('A note is a setting like any other.')
  return applied.territory
}
