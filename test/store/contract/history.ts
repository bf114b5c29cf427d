import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CommitDraft } from '../../../server/store/store.ts'
import { smallWorldChanges, spelled } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { draft, everything, putActor, tieIdentity, triangle } from '../samples.ts'
import { everythingTold, evolve, refusal } from './asking.ts'

export function keepsHistory(open: Open): void {
  describe('nothing is lost', () => {
    test('history tells each commit as it was acknowledged, newest first, page by page', async () => {
      await using opened = await open()
      const made = [await opened.store.create('t', { ...draft('k1', triangle), origin: 'import', author: null })]
      for (let revision = 1; revision < 60; revision++) {
        const at = new Date(Date.UTC(2026, 0, revision)).toISOString()
        made.push(
          await opened.store.commit('t', revision, {
            ...draft(`k${revision + 1}`, [putActor('a', `${revision}`)]),
            at,
          }),
        )
      }
      const newest = made.toReversed()
      const store = await opened.reopen()
      expect(await store.history('t')).toEqual(newest.slice(0, 50))
      expect(await store.history('t', { limit: 3 })).toEqual(newest.slice(0, 3))
      expect(await store.history('t', { before: 11, limit: 3 })).toEqual(newest.slice(50, 53))
      expect(await store.history('t', { before: 3 })).toEqual(newest.slice(58))
      expect(await store.history('t', { before: 1 })).toEqual([])
      expect(newest[59]).toMatchObject({ revision: 1, author: null, origin: 'import', changes: triangle })
    }, 60_000)

    test('a commit is undone by one that makes its inverse', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const before = await store.load('t')
      const made = await store.commit(
        't',
        1,
        draft('k2', [putActor('a', 'Autre nom'), putActor('d'), { remove: 'tie', identity: tieIdentity('a', 'b') }]),
      )
      const undo: CommitDraft = { ...draft('k3', made.inverse), origin: 'undo', undoes: 2 }
      const undone = await store.commit('t', 2, undo)
      expect(undone).toMatchObject({ revision: 3, origin: 'undo', undoes: 2 })
      expect(spelled(await store.load('t'))).toEqual(spelled({ ...before, revision: 3 }))
      expect((await store.history('t'))[0]).toEqual(undone)
      expect('undoes' in made).toBe(false)
    })

    test('any past revision loads as it was', async () => {
      await using opened = await open()
      let count = 0
      await fc.assert(
        fc.asyncProperty(fc.array(smallWorldChanges(), { minLength: 1, maxLength: 6 }), async (lists) => {
          const id = `t${count++}`
          const states = await evolve(opened.store, id, lists)
          for (const state of states) {
            expect(spelled(await opened.store.load(id, state.revision))).toEqual(spelled(state))
          }
        }),
        { numRuns: 10 },
      )
    }, 60_000)

    test('revisions that never were are refused', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k', triangle))
      for (const revision of [-1, 0, 0.5, 2]) {
        expect(await refusal(opened.store.load('t', revision), 'unknown_revision')).toEqual({
          territory: 't',
          revision,
        })
      }
    })

    test('opened again, all is there', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      await store.commit('t', 1, draft('k2', [putActor('d')]))
      await store.create('u', draft('k1', everything))
      await store.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
      const told = await everythingTold(store, ['t', 'u'])
      expect(await everythingTold(await opened.reopen(), ['t', 'u'])).toEqual(told)
    })
  })
}
