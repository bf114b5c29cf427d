import { describe, expect, test } from 'vitest'
import { stagingId } from '../../../server/store/store.ts'
import type { Open } from '../contract.ts'
import { draft, everything, putActor, triangle } from '../samples.ts'
import { everythingTold, refusal } from './asking.ts'

export function keepsTheRest(open: Open): void {
  describe('beside the record', () => {
    test('positions are replaced one by one, outside history', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k', triangle))
      expect(await store.positions('t')).toEqual({ actors: {}, spaces: {} })
      await store.savePositions('t', { actors: { a: [1, -2.5], 'é🙂': [0.1, 1e-300] }, spaces: { a: [7, 8] } })
      await store.savePositions('t', { actors: { a: [3, 4], b: [1e300, 0] }, spaces: {} })
      const expected = { actors: { a: [3, 4], 'é🙂': [0.1, 1e-300], b: [1e300, 0] }, spaces: { a: [7, 8] } }
      expect(await store.positions('t')).toEqual(expected)
      expect((await store.load('t')).revision).toBe(1)
      expect(await (await opened.reopen()).positions('t')).toEqual(expected)
    })

    test('each territory has a secret, which stays as long as it does, and which nothing tells', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      await store.create('other', draft('k1', triangle))
      const secret = await store.secret('t')
      expect(secret.length).toBeGreaterThan(40)
      expect(await store.secret('other')).not.toBe(secret)
      await store.commit('t', 1, draft('k2', [putActor('a')]))
      await store.forget('t', 'a', { ...draft('k3'), origin: 'forget' })
      const again = await opened.reopen()
      expect(await again.secret('t')).toBe(secret)
      expect(JSON.stringify(await everythingTold(again, ['t', 'other']))).not.toContain(secret)
      await again.remove('t')
      await refusal(again.secret('t'), 'unknown_territory')
      await again.create('t', draft('k1', triangle))
      expect(await again.secret('t')).not.toBe(secret)
    })

    test('an actor that comes back finds its place', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [putActor('a')]))
      await store.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
      const { inverse } = await store.commit('t', 1, draft('k2', [{ remove: 'actor', identity: { id: 'a' } }]))
      await store.commit('t', 2, draft('k3', inverse))
      expect((await store.positions('t')).actors.a).toEqual([1, 2])
    })

    test('the list counts what each territory holds', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('été', draft('k', everything))
      await store.create('Zone', draft('k', []))
      const at = '2026-05-06T07:08:09.000Z'
      await store.commit('Zone', 1, { ...draft('k2', [putActor('a')]), at })
      expect(await store.list()).toEqual([
        {
          id: 'Zone',
          revision: 2,
          updatedAt: at,
          settings: {},
          actors: 1,
          spaces: 0,
          ties: 0,
          participations: 0,
          waves: 0,
        },
        {
          id: 'été',
          revision: 1,
          updatedAt: draft('').at,
          settings: { name: 'Vallée de l’Été', 'seuil 𝒵': 0.25, prudent: false },
          actors: 2,
          spaces: 2,
          ties: 4,
          participations: 1,
          waves: 2,
        },
      ])
    })

    test('the head follows each commit, and other heads stay', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k', triangle))
      await store.create('u', draft('k', []))
      expect(await store.head('t')).toEqual({ revision: 1, updatedAt: draft('').at })
      const at = '2026-05-06T07:08:09.000Z'
      await store.commit('t', 1, { ...draft('k2', [putActor('z')]), at })
      expect(await store.head('t')).toEqual({ revision: 2, updatedAt: at })
      expect(await store.head('u')).toEqual({ revision: 1, updatedAt: draft('').at })
      await store.remove('u')
      await refusal(store.head('u'), 'unknown_territory')
      expect(await (await opened.reopen()).head('t')).toEqual({ revision: 2, updatedAt: at })
    })

    test('what is staged has a head too', async () => {
      await using opened = await open()
      await opened.store.create(stagingId('t'), draft('k', triangle))
      expect(await opened.store.head(stagingId('t'))).toMatchObject({ revision: 1 })
    })

    test('closing waits for what was asked, happens once, and ends the answers', async () => {
      await using opened = await open()
      const { store } = opened
      const asked = [store.create('t', draft('k', triangle)), store.create('u', draft('k'))]
      await store.close()
      expect(await Promise.all(asked)).toMatchObject([{ revision: 1 }, { revision: 1 }])
      await store.close()
      await refusal(store.load('t'), 'store_unavailable')
      await refusal(store.list(), 'store_unavailable')
      expect(await store.ping()).toBe(false)
      expect((await (await opened.reopen()).load('t')).revision).toBe(1)
    })

    test('an open store answers', async () => {
      await using opened = await open()
      expect(await opened.store.ping()).toBe(true)
    })
  })
}
