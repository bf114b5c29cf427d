import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { findingId } from '../../server/domain/note.ts'
import { carryNotes } from '../../server/store/carried-notes.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { keysUnder } from '../../server/store/finding-keys.ts'
import { draft, putActor, triangle } from './samples.ts'

/** Keys of `I0:actor::a`, `I2:group::a` and `lock_in:group:space:club`, as they were made while they were no secret. */
const before = {
  'I0-m4vvva': findingId('isolated_actor', { actor: 'a' }),
  'I2-1i7li3y': findingId('islet', { actor: 'a' }),
  'lock_in-aw7kil': findingId('closed_group', { space: 'club' }),
}

const note = (key: string): Change[] => [
  { put: 'setting', value: { key: `note.${key}.kind`, value: 'verified' } },
  { put: 'setting', value: { key: `note.${key}.text`, value: 'vu avec a' } },
]

test('notes under the keys of before go to those of now, once, and those on nobody known stay', async () => {
  await using store = await openEmbeddedStore(':memory:')
  await store.create('t', draft('k1', [...triangle, ...Object.keys(before).flatMap(note), ...note('I0-zzzzzz')]))
  await store.create('other', draft('k1', [putActor('a')]))
  const at = '2026-05-06T07:08:09.000Z'
  await carryNotes(store, at)
  await carryNotes(store, at)
  const { settings, revision } = await store.load('t')
  const keyOf = keysUnder(await store.secret('t'))
  const kept = [...Object.values(before).map(keyOf), 'I0-zzzzzz']
  const expected = kept.flatMap((key) => [`note.${key}.kind`, `note.${key}.text`]).sort()
  expect([...settings.keys()].filter((key) => key.startsWith('note.'))).toEqual(expected)
  expect(settings.get(`note.${kept[0]}.text`)?.value).toBe('vu avec a')
  expect(revision).toBe(2)
  expect((await store.load('other')).revision).toBe(1)
})
