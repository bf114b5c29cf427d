import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../../../server/packed.ts'
import type { Change } from '../../../server/territory/change.ts'
import { emptyTerritory } from '../../../server/territory/territory.ts'
import { applied, foundations, spelled } from '../../territory/arbitrary.ts'
import type { Open } from '../contract.ts'
import { anActor, draft, everything, everythingApplied, manyActors, manyTies, putTie } from '../samples.ts'

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
      const commit = await store.create('dieppe', draft('k', everything))
      expect(spelled(unpack(await store.pack('load', 'dieppe')))).toEqual(spelled(everythingApplied))
      expect(unpack(await store.pack('history', 'dieppe', { limit: 1 }))).toEqual([commit])
      await expect(store.pack('load', 'dieppe', 2)).rejects.toMatchObject({ code: 'unknown_revision' })
      await expect(store.pack('history', 'nowhere')).rejects.toMatchObject({ code: 'unknown_territory' })
    })

    test('packed, a commit is the same commit', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [...manyActors(2)]))
      const changes = [putTie('a0', 'a1')]
      const commit = unpack(await store.commitPacked('t', 1, { ...draft('k2', []), changes: pack(changes) }))
      expect(commit).toEqual((await store.history('t'))[0])
      expect(commit.changes).toEqual(changes)
      expect(await store.commit('t', 1, draft('k2', changes))).toEqual(commit)
      const late = store.commitPacked('t', 1, { ...draft('k3', []), changes: pack(changes) })
      await expect(late).rejects.toMatchObject({ code: 'revision_conflict' })
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
