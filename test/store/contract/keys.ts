import { describe, expect, test } from 'vitest'
import type { Open } from '../contract.ts'
import { anActor, draft, putActor, triangle } from '../samples.ts'
import { refusal } from './asking.ts'

export function namesACommitByItsKey(open: Open): void {
  describe('a key names one commit', () => {
    test('the same commit sent again is made once, whatever its base and after a reopening', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k1', triangle))
      const made = await opened.store.commit('t', 1, draft('k2', [putActor('d')]))
      await opened.store.commit('t', 2, draft('k3', [putActor('e')]))
      expect(await opened.store.commit('t', 1, draft('k2', [putActor('d')]))).toEqual(made)
      expect(await opened.store.commit('t', 3, draft('k2', [putActor('d')]))).toEqual(made)
      const store = await opened.reopen()
      expect(await store.commit('t', 1, draft('k2', [putActor('d')]))).toEqual(made)
      expect((await store.load('t')).revision).toBe(3)
    })

    test('twice at once is once', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k1', triangle))
      const [one, two] = await Promise.all([1, 2].map(() => opened.store.commit('t', 1, draft('k2', [putActor('d')]))))
      expect(one).toEqual(two)
      expect((await opened.store.load('t')).revision).toBe(2)
    })

    test('the same changes are those of the same values, whoever sends them and in whatever order of fields', async () => {
      await using opened = await open()
      const value = { id: 'a', name: 'A', ...anActor, attributes: { x: 1, y: 2 } }
      const turned = Object.fromEntries(
        Object.entries({ ...value, attributes: { y: 2, x: 1 } }).reverse(),
      ) as typeof value
      const made = await opened.store.create('t', draft('k', [{ put: 'actor', value }]))
      const later = { ...draft('k', [{ value: turned, put: 'actor' }]), author: 'zoé', at: '2031-01-01T00:00:00.000Z' }
      expect(await opened.store.create('t', later)).toEqual(made)
    })

    test('with other changes it is refused, and nothing is made', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k1', triangle))
      await opened.store.commit('t', 1, draft('k2', [putActor('d')]))
      const details = { territory: 't', key: 'k2', revision: 2 }
      expect(await refusal(opened.store.commit('t', 2, draft('k2', [putActor('e')])), 'reused_key')).toEqual(details)
      expect(await refusal(opened.store.create('t', draft('k2', [putActor('e')])), 'reused_key')).toEqual(details)
      expect(await refusal(opened.store.forget('t', 'd', draft('k2')), 'reused_key')).toEqual(details)
      expect((await opened.store.load('t')).revision).toBe(2)
    })

    test('creation too: once by key, refused otherwise', async () => {
      await using opened = await open()
      const made = await opened.store.create('t', draft('k1', triangle))
      await opened.store.commit('t', 1, draft('k2', [putActor('d')]))
      expect(await opened.store.create('t', draft('k1', triangle))).toEqual(made)
      expect(await refusal(opened.store.create('t', draft('k3', triangle)), 'existing_territory')).toEqual({
        territory: 't',
      })
      expect(await refusal(opened.store.create('t', draft('k2', [putActor('d')])), 'existing_territory')).toEqual({
        territory: 't',
      })
    })

    test('only within its territory', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k', triangle))
      expect((await opened.store.create('u', draft('k', [putActor('z')]))).revision).toBe(1)
      expect((await opened.store.load('t')).actors.has('z')).toBe(false)
    })
  })
}
