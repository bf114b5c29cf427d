import { expect, test } from 'vitest'
import { copyTerritory } from '../../server/store/copy.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import type { Store } from '../../server/store/store.ts'
import { refusal } from './contract/asking.ts'
import { expectSame, fillStore } from './copying.ts'
import { draft, putActor, triangle } from './samples.ts'

test('a copy has every commit, state and position', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  for (const id of ['record', 'many']) expect(await copyTerritory(id, from, to)).toBe(id === 'record' ? 5 : 130)
  await expectSame(from, to, ['record', 'many'])
})

test('progress counts revisions up to the last', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  const counts: number[] = []
  await copyTerritory('many', from, to, ({ done, of }) => {
    expect(of).toBe(130)
    counts.push(done)
  })
  expect(counts.at(-1)).toBe(130)
  expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b))
})

test('a copy cut short goes on, and a later one catches up', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await fillStore(from)
  const cut = copyTerritory('many', from, to, ({ done }) => {
    if (done >= 40) throw new Error('cut short')
  })
  await expect(cut).rejects.toThrow('cut short')
  expect((await to.load('many')).revision).toBe(40)
  await copyTerritory('many', from, to)
  await from.commit('many', 130, draft('later', [putActor('d')]))
  expect(await copyTerritory('many', from, to)).toBe(131)
  await expectSame(from, to, ['many'])
})

test('another territory of the same id is left alone', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using to = await openEmbeddedStore(':memory:')
  await from.create('t', draft('here', triangle))
  await to.create('t', draft('there', [putActor('z')]))
  await refusal(copyTerritory('t', from, to), 'existing_territory')
  expect([...(await to.load('t')).actors.keys()]).toEqual(['z'])
  await refusal(copyTerritory('nowhere', from, to), 'unknown_territory')
})

test('a copy whose map came out different is refused', async () => {
  await using from = await openEmbeddedStore(':memory:')
  await using memory = await openEmbeddedStore(':memory:')
  await from.create('t', draft('k', triangle))
  await from.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
  const forgetful: Store = new Proxy(memory, {
    get(store, name) {
      if (name === 'savePositions') return async () => {}
      const member = Reflect.get(store, name)
      return typeof member === 'function' ? member.bind(store) : member
    },
  })
  await refusal(copyTerritory('t', from, forgetful), 'store_corrupt')
})
