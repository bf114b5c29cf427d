import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { pack, unpack } from '../../../server/packed.ts'
import type { Problem } from '../../../server/problem.ts'
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

    test('packed, it is the same', async () => {
      await using opened = await open()
      const { store } = opened
      const { changes, inverse } = await store.create('dieppe', draft('k', everything))
      expect(spelled(unpack(await store.pack('load', 'dieppe')))).toEqual(spelled(everythingApplied))
      const all = { from: 0, limit: 1000 }
      const page = { revision: 1, from: 0, total: changes.length, changes, inverse }
      expect(unpack(await store.pack('changes', 'dieppe', 1, all))).toEqual(page)
      await expect(store.pack('load', 'dieppe', 2)).rejects.toMatchObject({ code: 'unknown_revision' })
      await expect(store.pack('changes', 'nowhere', 1, all)).rejects.toMatchObject({ code: 'unknown_territory' })
    })

    test('packed, a commit is the same commit', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(2)]))
      const changes = [putTie('a0', 'a1')]
      const head = await store.commitPacked('t', 1, { ...draft('k2', []), changes: pack(changes) })
      const { changes: _, inverse, ...told } = await store.commit('t', 1, draft('k2', changes))
      expect(head).toEqual({ ...told, put: { tie: 1 }, removed: {}, settings: [], undoable: inverse.length > 0 })
      expect((await store.history('t', { limit: 1 }))[0]?.changes).toEqual(changes)
      const late = store.commitPacked('t', 1, { ...draft('k3', []), changes: pack(changes) })
      await expect(late).rejects.toMatchObject({ code: 'revision_conflict' })
    })

    test('packed on no base, it makes a territory', async () => {
      await using opened = await open()
      const changes = pack([...manyActors(2)])
      const head = await opened.store.commitPacked('t', 0, { ...draft('k1', []), changes })
      expect(head).toMatchObject({ revision: 1, put: { actor: 2 } })
      const again = opened.store.commitPacked('t', 0, { ...draft('k2', []), changes })
      await expect(again).rejects.toMatchObject({ code: 'existing_territory' })
    })

    test('a log counts what commits changed, and their changes come page by page', async () => {
      await using opened = await open()
      const { store } = opened
      const note = (field: string): Change => ({ put: 'setting', value: { key: `note.I0-x.${field}`, value: field } })
      const seuil: Change = { put: 'setting', value: { key: 'seuil', value: 1 } }
      await store.create('t', draft('k1', [...manyActors(5)]))
      const second = [seuil, note('text'), note('author'), { remove: 'actor', identity: { id: 'a4' } } as const]
      await store.commit('t', 1, draft('k2', second))
      expect(await store.log('t')).toMatchObject([
        { revision: 2, put: { setting: 1, note: 1 }, removed: { actor: 1 }, settings: ['seuil'], undoable: true },
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
        { numRuns: 30 },
      )
    }, 60_000)

    test('50,000 ties, and one more', async () => {
      await using opened = await open()
      const { store } = opened
      const changes = [...manyActors(500), ...manyTies(50_000, 500)]
      await store.create('région', draft('k1', changes))
      const loaded = await store.load('région')
      expect(loaded.ties.size).toBe(50_000)
      const expected = { ...applied(emptyTerritory('région'), changes), revision: 1 }
      expect(isDeepStrictEqual(spelled(loaded), spelled(expected))).toBe(true)

      await store.commit('région', 1, draft('k2', [putTie('a0', 'a1', { strength: 5 })]))
      const again = await (await opened.reopen()).load('région')
      expect(again.ties.size).toBe(50_001)
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
