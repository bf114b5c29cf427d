import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../../server/problem.ts'
import { spelled } from '../../domain/arbitrary.ts'
import type { Open } from '../contract.ts'
import { draft, manyActors, manyTies, putActor, putTie, triangle } from '../samples.ts'
import { refusal } from './asking.ts'

export function commitsAsAWhole(open: Open): void {
  describe('all or nothing', () => {
    test('a refused commit says why and leaves no trace', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', triangle))
      const before = spelled(await store.load('t'))
      const refused = await refusal(
        store.commit(
          't',
          1,
          draft('k2', [putActor('d'), putTie('a', 'nobody'), { remove: 'actor', identity: { id: 'b' } }]),
        ),
        'refused_changes',
      )
      expect(refused.refusals.map(({ index, code, noun, got }) => ({ index, code, noun, got }))).toEqual([
        { index: 1, code: 'unknown_actor', noun: 'tie', got: 'nobody' },
        ...['["w","trust","a","b",null]', '["w","trust","b","c",null]'].map((key) => {
          return { index: 2, code: 'still_used', noun: 'actor', got: `tie ${key}` }
        }),
      ])
      const again = await opened.reopen()
      expect(spelled(await again.load('t'))).toEqual(before)
      expect(await again.history('t')).toHaveLength(1)
      expect((await again.commit('t', 1, draft('k2', [putActor('d')]))).revision).toBe(2)
    })

    test('a refused creation leaves no territory', async () => {
      await using opened = await open()
      await refusal(opened.store.create('t', draft('k', [putTie('a', 'b')])), 'refused_changes')
      expect(await opened.store.list()).toEqual([])
      await refusal(opened.store.load('t'), 'unknown_territory')
      expect((await opened.store.create('t', draft('k', triangle))).revision).toBe(1)
    })

    test('a commit without changes takes a revision', async () => {
      await using opened = await open()
      await opened.store.create('t', draft('k1', []))
      expect(await opened.store.commit('t', 1, draft('k2', []))).toMatchObject({
        revision: 2,
        changes: [],
        inverse: [],
      })
    })
  })
}

export function servesWritersSideBySide(open: Open): void {
  describe('writers side by side', () => {
    test('two on one base: one wins, the other gets the changes made since', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k0', triangle))
      const drafts = [draft('k1', [putActor('d')]), draft('k2', [putActor('e')])]
      const answers = await Promise.allSettled(drafts.map((each) => store.commit('t', 1, each)))
      const won = answers.findIndex(({ status }) => status === 'fulfilled')
      const lost = answers[1 - won]
      expect(lost).toMatchObject({
        status: 'rejected',
        reason: {
          code: 'revision_conflict',
          details: { territory: 't', base: 1, revision: 2, since: drafts[won]?.changes },
        },
      })
      expect(await store.history('t')).toHaveLength(2)
    })

    test('who looks while a commit is under way sees all of it or nothing, and all of it once it is acknowledged', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', manyActors(50)))
      const commit = store.commit('t', 1, draft('k2', manyTies(2_000, 50)))
      const looks = Array.from({ length: 5 }, () => Promise.all([store.load('t'), store.list(), store.history('t')]))
      for (const [state, [summary], commits] of await Promise.all(looks)) {
        expect([1, 2]).toContain(state.revision)
        expect(state.ties.size).toBe(state.revision === 1 ? 0 : 2_000)
        expect(summary?.ties).toBe(summary?.revision === 1 ? 0 : 2_000)
        expect(commits[0]?.changes.length).toBe(commits.length === 1 ? 51 : 2_000)
      }
      await commit
      const [state, [summary], commits] = await Promise.all([store.load('t'), store.list(), store.history('t')])
      expect([state.revision, summary?.revision, commits.length]).toEqual([2, 2, 2])
    })

    test('ten that try again lose nothing', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k', []))
      const names = Array.from({ length: 10 }, (_, i) => `a${i}`)
      await Promise.all(
        names.map(async (name) => {
          for (let base = 1; ; ) {
            try {
              return await store.commit('t', base, draft(name, [putActor(name)]))
            } catch (error) {
              if (!(error instanceof Problem) || error.code !== 'revision_conflict') throw error
              base = (await store.load('t')).revision
              await pause(base % 3)
            }
          }
        }),
      )
      const territory = await store.load('t')
      expect([territory.revision, [...territory.actors.keys()]]).toEqual([11, names])
    }, 60_000)

    test('an old base gets all changes since, in order; one from the future gets none', async () => {
      await using opened = await open()
      const { store } = opened
      await store.create('t', draft('k1', [putActor('a')]))
      await store.commit('t', 1, draft('k2', [putActor('c'), putActor('b')]))
      await store.commit('t', 2, draft('k3', [{ remove: 'actor', identity: { id: 'c' } }]))
      const late = await refusal(store.commit('t', 1, draft('k4', [putActor('d')])), 'revision_conflict')
      expect(late).toEqual({
        territory: 't',
        base: 1,
        revision: 3,
        since: [putActor('c'), putActor('b'), { remove: 'actor', identity: { id: 'c' } }],
      })
      const early = await refusal(store.commit('t', 9, draft('k4', [putActor('d')])), 'revision_conflict')
      expect(early).toEqual({ territory: 't', base: 9, revision: 3, since: [] })
    })
  })
}
