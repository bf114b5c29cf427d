import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { findingId } from '../../../server/domain/note.ts'
import { keysUnder } from '../../../server/store/finding-keys.ts'
import type { Open } from '../contract.ts'
import {
  club,
  draft,
  everything,
  forgotten,
  participation,
  putActor,
  putTie,
  tieIdentity,
  triangle,
} from '../samples.ts'
import { everythingTold, refusal } from './asking.ts'

export function erases(open: Open): void {
  describe('what is erased is gone', () => {
    test('a forgotten actor is in no state, past or present, in no commit and on no map', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', everything))
      await store.commit(
        't',
        1,
        draft('k2', [putActor(forgotten, 'Renommée'), putTie('autre', forgotten, { wave: 'w-docs' })]),
      )
      await store.commit('t', 2, draft('k3', [{ remove: 'tie', identity: tieIdentity('autre', forgotten, 'w-docs') }]))
      await store.savePositions('t', { actors: { [forgotten]: [1, 1], autre: [2, 2] }, spaces: { pôle: [3, 3] } })

      const commit = await store.forget('t', forgotten, { ...draft('k4'), origin: 'forget' })
      expect(commit).toMatchObject({ revision: 4, origin: 'forget', changes: [], inverse: [] })
      const told = [await everythingTold(store, ['t'])]
      const again = await opened.reopen()
      told.push(await everythingTold(again, ['t']))
      expect(JSON.stringify(told)).not.toMatch(/Ampère|Renommée/)
      expect(await again.history('t', { limit: 1 })).toEqual([commit])
      expect(await again.positions('t')).toEqual({ actors: { autre: [2, 2] }, spaces: { pôle: [3, 3] } })
      const now = await again.load('t')
      expect([now.revision, now.actors.size, now.spaces.size, now.ties.size]).toEqual([4, 1, 2, 1])
    })

    test('so is a note on what was found about it, which does not name it', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const keyOf = keysUnder(await store.secret('t'))
      const note = (id: string): Change => ({
        put: 'note',
        value: {
          finding: keyOf(findingId('isolated_actor', { actor: id })),
          kind: 'verified',
          text: `vu avec ${id}`,
          day: '2026-03-02',
        },
      })
      await store.commit('t', 1, draft('k2', [note('a')]))
      await store.commit('t', 2, draft('k3', [note('b')]))
      await store.forget('t', 'a', { ...draft('k4'), origin: 'forget' })
      const told = JSON.stringify(await everythingTold(await opened.reopen(), ['t']))
      expect(told).toContain('vu avec b')
      expect(told).not.toContain('vu avec a')
    })

    test.each([
      ['renamed', [putActor('forges', 'Tuilerie')]],
      ['removed', [{ remove: 'actor', identity: { id: 'forges' } }]],
    ] as const)('so is every setting that names it as it was called before it was %s', async (_, changes) => {
      await using opened = await open()
      const { store } = opened
      const setting: Change = { put: 'setting', value: { key: 'contact', value: 'Ana, GRANDES FORGES' } }
      await store.create('t', draft('k1', [putActor('forges', 'Grandes Forges'), setting]))
      await store.commit('t', 1, draft('k2', changes))
      await store.forget('t', 'forges', { ...draft('k3'), origin: 'forget' })
      expect(JSON.stringify(await everythingTold(await opened.reopen(), ['t']))).not.toMatch(/forges|tuilerie/i)
    })

    test('so is every setting that names it, by id or by name, in history too', async () => {
      await using opened = await open()
      const { store } = opened
      const setting = (key: string, value: string): Change => ({ put: 'setting', value: { key, value } })
      await store.create('t', draft('k1', [putActor('forges-du-nord', 'Grandes Forges'), putActor('b')]))
      await store.commit('t', 1, draft('k2', [setting('pilot', 'forges-du-nord'), setting('pair', 'b')]))
      await store.commit('t', 2, draft('k3', [setting('pilot', 'b'), setting('threshold.forges-du-nord', '1')]))
      await store.commit('t', 3, draft('k4', [setting('contact', 'Ana, Grandes Forges')]))
      await store.forget('t', 'forges-du-nord', { ...draft('k5'), origin: 'forget' })
      const again = await opened.reopen()
      expect([...(await again.load('t', 2)).settings.keys()]).toEqual(['pair'])
      expect(JSON.stringify(await everythingTold(again, ['t']))).not.toMatch(/forges/i)
      expect((await again.load('t')).settings).toEqual(
        new Map(['pair', 'pilot'].map((key) => [key, { key, value: 'b' }])),
      )
    })

    test('a short id or a word of ours takes no setting that is not about it', async () => {
      await using opened = await open()
      const { store } = opened
      const setting = (key: string, value: string | number): Change => ({ put: 'setting', value: { key, value } })
      const about = [setting('pilote', 'a'), setting('relais', 'group'), setting('contact', 'voir group (Ana)')]
      const other = [setting('phase', 'a priori'), setting('diagnosis.group.level', 0.1), setting('diagnosis.a.b', 1)]
      await store.create('t', draft('k1', [putActor('a'), putActor('group'), ...other]))
      await store.commit('t', 1, draft('k2', about))
      await store.forget('t', 'a', { ...draft('k3'), origin: 'forget' })
      await store.forget('t', 'group', { ...draft('k4'), origin: 'forget' })
      const again = await opened.reopen()
      const kept = ['diagnosis.a.b', 'diagnosis.group.level', 'phase']
      for (const revision of [1, 2, 3, 4]) expect([...(await again.load('t', revision)).settings.keys()]).toEqual(kept)
    })

    test('a person is named nowhere any more, in history neither; the invitation stays', async () => {
      await using opened = await open()
      const { store } = opened
      const invited = (actor: string, person?: string): Change => {
        const value = { seminar: 'm', actor, rank: 1, status: 'coming' } as const
        return { put: 'invitation', value: person === undefined ? value : { ...value, person } }
      }
      const seminar: Change = { put: 'seminar', value: { id: 'm', name: 'Zoé Martin & Cie' } }
      await store.create('t', draft('k1', [putActor('a'), putActor('b'), seminar, invited('a', 'Zoé Martin')]))
      await store.commit('t', 1, draft('k2', [invited('a', 'Zoé Martin-Roy'), invited('b', 'Zoé Martin')]))
      const commit = await store.forgetPerson('t', 'Zoé Martin', { ...draft('k3'), origin: 'forget' })
      expect(commit).toMatchObject({ revision: 3, changes: [], inverse: [] })
      expect(await store.forgetPerson('t', 'Zoé Martin', { ...draft('k3'), origin: 'forget' })).toEqual(commit)
      const again = await opened.reopen()
      const people = async (revision: number) =>
        [...(await again.load('t', revision)).invitations.values()].map(({ actor, person = null }) => [actor, person])
      expect(await people(1)).toEqual([['a', null]])
      for (const revision of [2, 3])
        expect(await people(revision)).toEqual([
          ['a', 'Zoé Martin-Roy'],
          ['b', null],
        ])
      expect((await again.load('t')).seminars.get('m')?.name).toBe('Zoé Martin & Cie')
    })

    test('only it is: all else stands as if it had never been there', async () => {
      await using opened = await open()
      const taking = ['a', 'b'].map((id): Change => ({ put: 'participation', value: participation(id, 'club') }))
      await opened.store.create('t', draft('k1', [...triangle, ...taking]))
      await opened.store.commit('t', 1, draft('k2', [{ put: 'space', value: { ...club, host: 'a' } }]))
      await opened.store.commit('t', 2, draft('k3', [putTie('b', 'c', { reporter: 'a' })]))
      await opened.store.forget('t', 'a', draft('k4'))
      const alone = {
        actors: ['b', 'c'],
        spaces: [club],
        ties: [['b', 'c', null]],
        participations: [['b', 'club']],
      }
      for (const revision of [1, 2, 3, 4]) {
        const { actors, spaces, ties, participations } = await opened.store.load('t', revision)
        expect({
          actors: [...actors.keys()],
          spaces: [...spaces.values()],
          ties: [...ties.values()].map((tie) => [tie.from, tie.to, tie.reporter]),
          participations: [...participations.values()].map((taken) => [taken.actor, taken.space]),
        }).toEqual(alone)
      }
    })

    test('neither an undo nor a commit sent again brings it back', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const remove: Change[] = [
        { remove: 'actor', identity: { id: 'a' } },
        { remove: 'tie', identity: tieIdentity('a', 'b') },
        { remove: 'tie', identity: tieIdentity('c', 'a') },
      ]
      await store.commit('t', 1, draft('k2', remove))
      await store.forget('t', 'a', draft('k3'))
      const [, second, first] = await store.history('t')
      await store.commit('t', 3, { ...draft('k4', second?.inverse ?? []), origin: 'undo', undoes: 2 })
      expect(await store.commit('t', 1, draft('k2', remove))).toEqual(second)
      expect(await store.create('t', draft('k1', triangle))).toEqual(first)
      expect((await store.load('t')).actors.has('a')).toBe(false)
    })

    test('forgetting again by the same key is once; nobody is no error', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const commit = await store.forget('t', 'a', draft('k2'))
      expect(await store.forget('t', 'a', draft('k2'))).toEqual(commit)
      expect((await store.forget('t', 'nobody', draft('k3'))).revision).toBe(3)
      expect(await refusal(store.forget('t', 'b', draft('k2')), 'reused_key')).toEqual({
        territory: 't',
        key: 'k2',
        revision: 2,
      })
      expect([...(await store.load('t')).actors.keys()]).toEqual(['b', 'c'])
    })

    test('a removed territory leaves its name free and nothing else', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      await store.create('u', draft('k1', triangle))
      await store.savePositions('t', { actors: { a: [1, 2] }, spaces: {} })
      await store.remove('t')
      expect((await store.list()).map(({ id }) => id)).toEqual(['u'])
      await refusal(store.load('t'), 'unknown_territory')

      await store.create('t', draft('k1', [putActor('z')]))
      const again = await opened.reopen()
      expect([...(await again.load('t')).actors.keys()]).toEqual(['z'])
      expect(await again.history('t')).toHaveLength(1)
      expect(await again.positions('t')).toEqual({ actors: {}, spaces: {} })
      expect((await again.load('u')).actors.size).toBe(3)
    })

    test('a territory that is not there is refused by every method', async () => {
      await using opened = await open()
      const { store } = opened
      const calls = [
        store.load('t'),
        store.load('t', 1),
        store.commit('t', 1, draft('k')),
        store.history('t'),
        store.forget('t', 'a', draft('k')),
        store.remove('t'),
        store.positions('t'),
        store.savePositions('t', { actors: {}, spaces: {} }),
      ]
      const refusals = await Promise.all(calls.map((call) => refusal(call, 'unknown_territory')))
      expect(refusals).toEqual(calls.map(() => ({ territory: 't' })))
    })
  })
}
