import { describe, expect, test } from 'vitest'
import { copyTerritory } from '../../../server/store/copy.ts'
import { openEmbeddedStore } from '../../../server/store/embedded.ts'
import { stagingId } from '../../../server/store/store.ts'
import type { Open } from '../contract.ts'
import { expectSame, failing, failures, fillRecord } from '../copying.ts'
import { draft, putActor, triangle } from '../samples.ts'
import { everythingTold, refusal } from './asking.ts'

export function renames(open: Open): void {
  describe('a renamed territory', () => {
    test('has all it had under its new id, and nothing under the old one', async () => {
      await using opened = await open()
      await fillRecord(opened.store)
      const before = await everythingTold(opened.store, ['record'])
      const secret = await opened.store.secret('record')
      await opened.store.rename('record', 'renamed')
      for (const open of [async () => opened.store, () => opened.reopen()]) {
        const store = await open()
        const after = JSON.stringify(await everythingTold(store, ['renamed'])).replaceAll('"renamed"', '"record"')
        expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify(before)))
        expect(await store.secret('renamed')).toBe(secret)
        await refusal(store.load('record'), 'unknown_territory')
        await refusal(store.positions('record'), 'unknown_territory')
      }
    })

    test('goes on: its keys are known, a next commit is made, an actor can be forgotten', async () => {
      await using opened = await open()
      const { store } = opened
      const made = await store.create('t', draft('k1', triangle))
      await store.load('t')
      await store.rename('t', 'u')
      expect(await store.create('u', draft('k1', triangle))).toEqual(made)
      expect((await store.commit('u', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
      expect((await store.forget('u', 'a', draft('k3'))).revision).toBe(3)
      expect((await store.create('t', draft('k1', [putActor('z')]))).revision).toBe(1)
      const again = await opened.reopen()
      expect([...(await again.load('u')).actors.keys()]).toEqual(['b', 'c', 'd'])
      expect([...(await again.load('t')).actors.keys()]).toEqual(['z'])
    })

    test('takes no id that another has, nor comes from nowhere', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k', triangle))
      await store.create('u', draft('k', [putActor('z')]))
      const before = await everythingTold(store, ['t', 'u'])
      expect(await refusal(store.rename('t', 'u'), 'existing_territory')).toEqual({ territory: 'u' })
      expect(await refusal(store.rename('t', 't'), 'existing_territory')).toEqual({ territory: 't' })
      expect(await refusal(store.rename('nowhere', 'v'), 'unknown_territory')).toEqual({ territory: 'nowhere' })
      expect(await everythingTold(await opened.reopen(), ['t', 'u'])).toEqual(before)
    })

    test('takes an id that somebody takes at the same time, or leaves it: one of the two', async () => {
      await using opened = await open()
      const { store } = opened
      for (let round = 0; round < 5; round++) {
        await store.create('t', draft('k', triangle))
        const both = [store.rename('t', 'u'), store.create('u', draft('other', [putActor('z')]))]
        const ended = await Promise.allSettled(both)
        expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        for (const one of ended) {
          if (one.status === 'rejected') await refusal(Promise.reject(one.reason), 'existing_territory')
        }
        for (const { id } of await store.list()) await store.remove(id)
      }
    })
  })

  test('what is staged is in no list', async () => {
    await using opened = await open()
    await opened.store.create(stagingId('t'), draft('k', triangle))
    await opened.store.create('u', draft('k', triangle))
    expect((await opened.store.list()).map(({ id }) => id)).toEqual(['u'])
    const again = await opened.reopen()
    expect((await again.list()).map(({ id }) => id)).toEqual(['u'])
    await again.rename(stagingId('t'), 't')
    expect((await again.list()).map(({ id }) => id)).toEqual(['t', 'u'])
  })
}

export function showsACopyAtOnce(open: Open): void {
  describe('a copy is whole or absent', () => {
    test.each(failures)(
      'whichever call to the target fails (%s), and the next try succeeds',
      async (how) => {
        await using from = await openEmbeddedStore(':memory:')
        await fillRecord(from)
        await using opened = await open()
        const { store } = opened
        await store.create('beside', draft('k', triangle))
        let whole = 0
        let call = 0
        for (let cut = true; cut; ) {
          call += 1
          const target = failing(store, call, how)
          const copy = copyTerritory('record', from, target)
          cut = await copy.then(
            () => false,
            () => true,
          )
          if (cut) await refusal(copy, 'store_unavailable')
          const shown = (await store.list()).map(({ id }) => id)
          if (shown.includes('record')) whole += 1
          else await refusal(store.load('record'), 'unknown_territory')
          if (shown.includes('record')) await expectSame(from, store, ['record'])
          expect(await copyTerritory('record', from, store)).toBe(5)
          await expectSame(from, store, ['record'])
          await store.remove('record')
          await refusal(store.load(stagingId('record')), 'unknown_territory')
        }
        // Two questions, five commits, positions, two comparisons, one renaming; the last round met no failure.
        expect(call).toBe(12)
        // A renaming that is done and fails to say so is done.
        expect(whole).toBe(how === 'after' ? 2 : 1)
        expect((await store.list()).map(({ id }) => id)).toEqual(['beside'])
      },
      180_000,
    )

    test('whichever call to the source fails', async () => {
      await using from = await openEmbeddedStore(':memory:')
      await fillRecord(from)
      await using opened = await open()
      for (let call = 1; call <= 9; call++) {
        await refusal(copyTerritory('record', failing(from, call, 'once'), opened.store), 'store_unavailable')
        expect(await opened.store.list()).toEqual([])
        await refusal(opened.store.load(stagingId('record')), 'unknown_territory')
      }
      await copyTerritory('record', failing(from, 10, 'once'), opened.store)
      await expectSame(from, opened.store, ['record'])
    }, 60_000)

    test('brought up to date and cut short, it stands at an earlier revision', async () => {
      await using from = await openEmbeddedStore(':memory:')
      await using opened = await open()
      const { store } = opened
      await from.create('t', draft('k1', triangle))
      await copyTerritory('t', from, store)
      for (let revision = 1; revision < 4; revision++) {
        await from.commit('t', revision, draft(`k${revision + 1}`, [putActor(`d${revision}`)]))
      }
      // The question whether it is there, and commits 1 to 3; then the fourth.
      await refusal(copyTerritory('t', from, failing(store, 5, 'for good')), 'store_unavailable')
      expect(await store.load('t')).toEqual(await from.load('t', 3))
      expect(await copyTerritory('t', from, store)).toBe(4)
      await expectSame(from, store, ['t'])
    })

    test('another history of the same id is left alone', async () => {
      await using from = await openEmbeddedStore(':memory:')
      await using opened = await open()
      await from.create('t', draft('here', triangle))
      await opened.store.create('t', draft('there', [putActor('z')]))
      const before = await everythingTold(opened.store, ['t'])
      expect(await refusal(copyTerritory('t', from, opened.store), 'existing_territory')).toEqual({ territory: 't' })
      expect(await everythingTold(opened.store, ['t'])).toEqual(before)
    })

    test('an id that is taken while it was copied is left alone, and nothing is staged any more', async () => {
      await using from = await openEmbeddedStore(':memory:')
      await from.create('t', draft('here', triangle))
      await using opened = await open()
      const { store } = opened
      const taking = new Proxy(store, {
        get(target, name) {
          const member = Reflect.get(target, name)
          if (name !== 'rename') return typeof member === 'function' ? member.bind(target) : member
          return async (id: string, to: string) => {
            await store.create('t', draft('there', [putActor('z')]))
            await store.rename(id, to)
          }
        },
      })
      expect(await refusal(copyTerritory('t', from, taking), 'existing_territory')).toEqual({ territory: 't' })
      expect([...(await store.load('t')).actors.keys()]).toEqual(['z'])
      await refusal(store.load(stagingId('t')), 'unknown_territory')
    })
  })
}
