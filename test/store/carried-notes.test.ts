import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findingId } from '../../server/domain/note.ts'
import { copyTerritory } from '../../server/store/copy.ts'
import { checkFile } from '../../server/store/embedded/check.ts'
import { openDatabase } from '../../server/store/embedded/database.ts'
import { migrations } from '../../server/store/embedded/schema.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { keysUnder } from '../../server/store/finding-keys.ts'
import { notedBefore, notedNow, writeFirstFormat } from './old-notes.ts'
import { draft, triangle } from './samples.ts'
import { temporary } from './temporary.ts'

/** Steps of a file that has secrets and no notes yet. */
const stepsBeforeNotes = 3

test.each([1, stepsBeforeNotes])(
  'a file of format %i shows the notes that stood in its settings, in every revision',
  async (steps) => {
    await using folder = await temporary()
    const file = join(folder.path, 'old.sqlite')
    writeFirstFormat(file)
    openDatabase(file, migrations.slice(0, steps)).close()
    expect(checkFile(file).commits).toBe(notedBefore.length)
    await using store = await openEmbeddedStore(file)
    const keyOf = keysUnder(await store.secret('t'))
    for (const [index, notes] of notedNow(keyOf).entries()) {
      const past = await store.load('t', index + 1)
      expect([...past.notes.values()]).toEqual(notes)
      expect([...past.settings.keys()]).toEqual(['name'])
    }
    expect((await store.log('t')).map(({ put, removed }) => [put.note, removed.note])).toEqual([
      [undefined, 1],
      [1, undefined],
      [2, undefined],
    ])
    // What led back to settings leads back to notes.
    await store.undo('t', 3, 3, draft('back'))
    expect([...(await store.load('t')).notes.values()]).toEqual(notedNow(keyOf)[1])
    await using copy = await openEmbeddedStore(':memory:')
    await copyTerritory('t', store, copy)
    await store.close()
    expect(checkFile(file).commits).toBe(notedBefore.length + 1)
  },
)

test('a note in settings, under a key of before, is a note under that of now as soon as its actor is known', async () => {
  await using store = await openEmbeddedStore(':memory:')
  const first = (notedBefore[0] ?? []).filter((change) => 'put' in change && change.put === 'setting')
  await store.create('t', draft('k1', triangle))
  await store.commit('t', 1, draft('k2', first))
  const keyOf = keysUnder(await store.secret('t'))
  expect([...(await store.load('t')).notes.keys()]).toContain(keyOf(findingId('isolated_actor', { actor: 'a' })))
  // Asked again as it was asked, it is the same commit.
  expect((await store.commit('t', 1, draft('k2', first))).revision).toBe(2)
})
