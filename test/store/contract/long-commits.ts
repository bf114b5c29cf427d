import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { type LongDraft, packedPart } from '../../../server/store/packed-changes.ts'
import { applied, spelled } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { draft, manyActors, manyTies, putActor, putTie, tieIdentity, triangle } from '../samples.ts'
import { refusal } from './asking.ts'

export function commitsLongLists(open: Open): void {
  describe('a list too long to be held, in parts', () => {
    test('is one commit: it loads, tells and leads back as if it had been held', async () => {
      await using opened = await open()
      const { store } = opened
      const first = manyActors(30)
      const ties = manyTies(80, 30)
      const head = await store.commitLong('t', 0, long('k1', [first, ties.slice(0, 50), ties.slice(50)]))
      const all = [...first, ...ties]
      const whole = { ...applied(emptyTerritory('t'), all), revision: 1 }
      expect(head).toMatchObject({ revision: 1, put: { wave: 1, actor: 30, tie: 80 }, removed: {}, undoable: true })
      const again = await opened.reopen()
      expect(spelled(await again.load('t'))).toEqual(spelled(whole))
      expect((await again.list())[0]).toMatchObject({ actors: 30, ties: 80, waves: 1, revision: 1 })
      const [commit] = await again.history('t')
      expect(commit?.changes).toEqual(all)
      expect(commit?.inverse).toEqual((await again.create('u', draft('k', all))).inverse)
      expect(await again.changes('t', 1, { from: 70, limit: 20 })).toEqual({
        ...(await again.changes('u', 1, { from: 70, limit: 20 })),
      })
      expect(await again.log('t')).toEqual([head])
    })

    test('changes what was there, and is undone and done again', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const before = await store.load('t')
      const changes = [
        [putActor('a', 'Autre nom'), putActor('d')],
        [putTie('a', 'b', { strength: 2 })],
        [putTie('d', 'a')],
      ]
      await store.commitLong('t', 1, long('k2', changes))
      const after = await store.load('t')
      expect(spelled(after)).toEqual(spelled({ ...applied(before, changes.flat()), revision: 2 }))
      const undone = await store.undo('t', 2, 2, { key: 'k3', author: null, at: draft('').at })
      expect(undone).toMatchObject({ revision: 3, origin: 'undo', undoes: 2, removed: { actor: 1, tie: 1 } })
      expect(spelled(await store.load('t'))).toEqual(spelled({ ...before, revision: 3 }))
      await store.undo('t', 3, 3, { key: 'k4', author: null, at: draft('').at })
      const again = await opened.reopen()
      expect(spelled(await again.load('t'))).toEqual(spelled({ ...after, revision: 4 }))
      expect(spelled(await again.load('t', 1))).toEqual(spelled(before))
      expect(await again.since('t', 1)).toMatchObject({ revision: 4 })
    })

    test('holds whole or not at all', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const parts = [[putActor('d')], [putTie('d', 'a')], [putTie('d', 'nobody')]]
      await refusal(store.commitLong('t', 1, long('k2', parts)), 'refused_changes')
      await refusal(
        store.commitLong('t', 1, long('k2', [[{ remove: 'actor', identity: { id: 'a' } }]])),
        'refused_changes',
      )
      await refusal(store.commitLong('t', 3, long('k2', [[putActor('d')]])), 'revision_conflict')
      const again = await opened.reopen()
      expect(await again.head('t')).toMatchObject({ revision: 1 })
      expect(spelled(await again.load('t'))).toEqual(
        spelled({ ...applied(emptyTerritory('t'), triangle), revision: 1 }),
      )
    })

    test('is made once under its key, keeps out what touches it from undoing, and forgets with the rest', async () => {
      await using opened = await open()
      const { store } = opened
      const parts = [triangle.slice(0, 5), triangle.slice(5)]
      const made = await store.commitLong('t', 0, long('k1', parts))
      expect(await store.commitLong('t', 0, long('k1', parts))).toEqual(made)
      await refusal(store.commitLong('t', 1, long('k1', [[putActor('z')]])), 'reused_key')
      await store.commit('t', 1, draft('k2', [{ remove: 'tie', identity: tieIdentity('a', 'b') }]))
      await refusal(store.undo('t', 1, 2, { key: 'k3', author: null, at: draft('').at }), 'undo_conflict')
      await store.forget('t', 'c', { ...draft('k4'), origin: 'forget' })
      const again = await opened.reopen()
      expect(JSON.stringify(await again.history('t'))).not.toContain('"c"')
      expect([...(await again.load('t', 1)).actors.keys()]).toEqual(['a', 'b'])
      await again.rename('t', 'u')
      expect((await again.history('u')).map(({ revision }) => revision)).toEqual([3, 2, 1])
    })
  })
}

function long(key: string, parts: readonly (readonly Change[])[]): LongDraft {
  const { changes: _, ...told } = draft(key)
  return { ...told, origin: 'import', packed: { parts: parts.map(packedPart) } }
}
