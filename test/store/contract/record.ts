import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory, identityOf } from '../../../server/domain/territory.ts'
import type { Problem } from '../../../server/problem.ts'
import { portTo, storeBehind } from '../../../server/store/distant.ts'
import type { Store } from '../../../server/store/store.ts'
import { applied, foundations, spelled } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { anActor, draft, everything, everythingApplied, manyActors, manyTies, putTie } from '../samples.ts'
import { refusal } from './asking.ts'

export function keepsTheRecord(open: Open): void {
  describe('what goes in comes out', () => {
    test('every noun with every field', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('dieppe', draft('k', everything))
      expect(spelled(await store.load('dieppe'))).toEqual(spelled(everythingApplied))
      expect(spelled(await (await opened.reopen()).load('dieppe'))).toEqual(spelled(everythingApplied))
    })

    test('asked from elsewhere, it is the same', async () => {
      await using opened = await open()
      using far = distant(opened.store)
      const { changes, inverse } = await opened.store.create('dieppe', draft('k', everything))
      expect(spelled(await far.store.load('dieppe'))).toEqual(spelled(everythingApplied))
      const all = { from: 0, limit: 1000 }
      const page = { revision: 1, from: 0, total: changes.length, changes, inverse }
      expect(await far.store.changes('dieppe', 1, all)).toEqual(page)
      await refusal(far.store.load('dieppe', 2), 'unknown_revision')
      await refusal(far.store.changes('nowhere', 1, all), 'unknown_territory')
      await far.store.savePositions('dieppe', { actors: { a: [1, 2] }, spaces: {} })
      expect((await opened.store.positions('dieppe')).actors.a).toEqual([1, 2])
    })

    test('committed from elsewhere, it is the same commit, answered by its head and known to all at once', async () => {
      await using opened = await open()
      const { store } = opened
      using far = distant(store)
      expect(await far.store.create('t', draft('k1', [...manyActors(2)]))).toMatchObject({
        revision: 1,
        put: { actor: 2 },
      })
      expect((await store.head('t')).revision).toBe(1)
      await refusal(far.store.create('t', draft('k0', [])), 'existing_territory')
      const changes = [putTie('a0', 'a1')]
      const head = await far.store.commit('t', 1, draft('k2', changes))
      expect((await store.list()).map(({ revision }) => revision)).toEqual([2])
      const { changes: _, inverse, ...told } = await store.commit('t', 1, draft('k2', changes))
      expect(head).toEqual({ ...told, put: { tie: 1 }, removed: {}, settings: [], undoable: inverse.length > 0 })
      expect((await store.history('t', { limit: 1 }))[0]?.changes).toEqual(changes)
      await refusal(far.store.commit('t', 1, draft('k3', changes)), 'revision_conflict')
    })

    test('once it is closed, it is so from elsewhere too', async () => {
      await using opened = await open()
      using far = distant(opened.store)
      await opened.store.create('t', draft('k1', []))
      expect((await far.store.load('t')).revision).toBe(1)
      await opened.store.close()
      await refusal(far.store.load('t'), 'store_unavailable')
    })

    test('a log counts what commits changed, and their changes come page by page', async () => {
      await using opened = await open()
      const { store } = opened
      const note = (finding: string): Change => ({
        put: 'note',
        value: { finding, kind: 'verified', day: '2026-03-02' },
      })
      const seuil: Change = { put: 'setting', value: { key: 'seuil', value: 1 } }
      await store.create('t', draft('k1', [...manyActors(5)]))
      const second = [seuil, note('I0-x'), note('I0-y'), { remove: 'actor', identity: { id: 'a4' } } as const]
      await store.commit('t', 1, draft('k2', second))
      expect(await store.log('t')).toMatchObject([
        { revision: 2, put: { setting: 1, note: 2 }, removed: { actor: 1 }, settings: ['seuil'], undoable: true },
        { revision: 1, put: { actor: 5 }, removed: {}, settings: [], undoable: true },
      ])
      expect((await store.log('t', { limit: 1 })).map(({ revision }) => revision)).toEqual([2])
      expect((await store.log('t', { before: 2 })).map(({ revision }) => revision)).toEqual([1])
      const page = await store.changes('t', 2, { from: 1, limit: 2 })
      expect(page).toMatchObject({ revision: 2, from: 1, total: 4, changes: second.slice(1, 3) })
      expect(page.inverse).toHaveLength(2)
      await expect(store.changes('t', 3, { from: 0, limit: 1 })).rejects.toMatchObject({ code: 'unknown_revision' })
    })

    test('who is behind is told what leads to the latest revision', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(3)]))
      const [second, third] = [[putTie('a0', 'a1')], [putTie('a1', 'a2'), putTie('a0', 'a2')]]
      await store.commit('t', 1, draft('k2', second))
      await store.commit('t', 2, draft('k3', third))
      expect(await store.since('t', 1)).toEqual({ revision: 3, changes: [...second, ...third] })
      expect(await store.since('t', 2)).toEqual({ revision: 3, changes: third })
      expect(await store.since('t', 3)).toEqual({ revision: 3, changes: [] })
      for (const unknown of [0, 4, 1.5]) await refusal(store.since('t', unknown), 'unknown_revision')
      await refusal(store.since('nowhere', 1), 'unknown_territory')
    })

    test('who is too far behind is told to load anew, and so is who missed that an actor was forgotten', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(3)]))
      await store.commit('t', 1, draft('k2', [...manyActors(5_000)]))
      await store.forget('t', 'a0', { ...draft('k3'), origin: 'forget' })
      await store.commit('t', 3, draft('k4', [putTie('a1', 'a2')]))
      expect(await store.since('t', 1)).toEqual({ revision: 4, changes: null })
      expect(await store.since('t', 2)).toEqual({ revision: 4, changes: null })
      expect(await store.since('t', 3)).toEqual({ revision: 4, changes: [putTie('a1', 'a2')] })
    })

    test('what was undone stands in nobody’s way: commits are undone one after the other, and brought back', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(2)]))
      await store.commit('t', 1, draft('k2', [putTie('a0', 'a1')]))
      const tie = putTie('a0', 'a1')
      if (!('put' in tie) || tie.put !== 'tie') throw new TypeError('not a tie')
      await store.commit('t', 2, draft('k3', [{ remove: 'tie', identity: identityOf('tie', tie.value) }]))
      const by = (key: string) => ({ key, author: null, at: draft(key).at })
      const ties = async () => (await store.load('t')).ties.size
      await store.undo('t', 3, 3, by('k4'))
      expect(await ties()).toBe(1)
      await store.undo('t', 2, 4, by('k5'))
      expect(await ties()).toBe(0)
      await store.undo('t', 5, 5, by('k6'))
      await store.undo('t', 4, 6, by('k7'))
      expect(await ties()).toBe(0)
      // What was brought back stands again.
      const late = store.undo('t', 2, 7, by('k8'))
      await expect(late).rejects.toMatchObject({ code: 'undo_conflict', details: { later: [3], total: 1 } })
    })

    test('undoing leads back once, unless a later commit touched the same facts', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(3)]))
      await store.commit('t', 1, draft('k2', [putTie('a0', 'a1')]))
      const { changes: _, origin: __, ...by } = draft('k3')
      const undone = await store.undo('t', 2, 2, by)
      expect(undone).toMatchObject({ revision: 3, origin: 'undo', undoes: 2, removed: { tie: 1 } })
      expect(await store.undo('t', 2, 2, by)).toEqual(undone)
      expect((await store.load('t')).ties.size).toBe(0)
      const late = store.undo('t', 2, 3, { ...by, key: 'k4' })
      await expect(late).rejects.toMatchObject({ code: 'undo_conflict', details: { later: [3], total: 1 } })
      await expect(store.undo('t', 9, 3, { ...by, key: 'k5' })).rejects.toMatchObject({ code: 'unknown_revision' })
    })

    test('refusals and what was changed since are told as far as somebody reads them', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', []))
      const bad = Array.from({ length: 1_000 }, (_, i) => putTie(`x${i}`, 'y'))
      const refused = await store.commit('t', 1, draft('k2', bad)).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'refused_changes', details: { total: 3_000 } })
      expect((refused as Problem<'refused_changes'>).details.refusals).toHaveLength(100)
      await store.commit('t', 1, draft('k3', [...manyActors(5_000)]))
      const late = store.commit('t', 1, draft('k4', [...manyActors(1)]))
      await expect(late).rejects.toMatchObject({ code: 'revision_conflict', details: { revision: 2, since: null } })
    })

    test('any territory', async () => {
      await using opened = await open()
      let count = 0
      await fc.assert(
        fc.asyncProperty(foundations(), async (changes) => {
          const id = `t${count++}`
          const commit = await opened.store.create(id, draft('k', changes))
          const expected = { ...applied(emptyTerritory(id), changes), revision: 1 }
          expect(spelled(await opened.store.load(id))).toEqual(spelled(expected))
          expect(await opened.store.history(id)).toEqual([commit])
        }),
        { numRuns: 20 },
      )
    }, 60_000)

    test('20,000 ties, and one more', async () => {
      await using opened = await open()
      const { store } = opened
      const changes = [...manyActors(500), ...manyTies(20_000, 500)]
      await store.create('région', draft('k1', changes))
      const loaded = await store.load('région')
      expect(loaded.ties.size).toBe(20_000)
      const expected = { ...applied(emptyTerritory('région'), changes), revision: 1 }
      expect(isDeepStrictEqual(spelled(loaded), spelled(expected))).toBe(true)

      await store.commit('région', 1, draft('k2', [putTie('a0', 'a1', { strength: 5 })]))
      const again = await (await opened.reopen()).load('région')
      expect(again.ties.size).toBe(20_001)
      expect([again.revision, again.actors.size]).toEqual([2, 500])
    }, 240_000)

    test('what a caller does to its objects afterwards changes nothing', async () => {
      await using opened = await open()
      const actor = { id: 'a', name: 'Avant', ...anActor }
      const changes: Change[] = [{ put: 'actor', value: actor }]
      const creation = opened.store.create('t', draft('k', changes))
      actor.name = 'Après'
      changes.pop()
      await creation
      expect((await opened.store.load('t')).actors.get('a')?.name).toBe('Avant')
    })
  })
}

/** The store as other threads have it. */
function distant(store: Store) {
  const port = portTo(store)
  const far = storeBehind(port)({ awaiting: (answer) => answer, signal: new AbortController().signal })
  return { store: far, [Symbol.dispose]: () => port.close() }
}
