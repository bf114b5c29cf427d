import fc from 'fast-check'
import { expect } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { Problem } from '../../../server/problem.ts'
import type { CommitDraft, Store } from '../../../server/store/store.ts'
import { settled, smallWorldChanges, spelled } from '../../domain/arbitrary.ts'
import { draft } from '../samples.ts'
import type { ModelStore } from './model.ts'

export interface Model {
  readonly store: ModelStore
  /** Drafts sent so far, for sending them again. */
  readonly sent: CommitDraft[]
}

export interface Real {
  store: Store
  reopen(): Promise<Store>
}

/** Calls on a store and its model which must give the same answers, refusals included. */
export function commands(): fc.Arbitrary<Iterable<fc.AsyncCommand<Model, Real>>> {
  const id = fc.constantFrom('t', 't', 't', 'u')
  const key = fc.nat({ max: 30 }).map((n) => `key ${n}`)
  const changes = smallWorldChanges()
  // Mostly lists that hold; now and then what chance made of them.
  const lists = fc.record({ changes, asItIs: fc.nat({ max: 3 }).map((n) => n === 0) })
  const behind = fc.constantFrom(0, 0, 0, 0, 1, 2, -1)
  const actor = fc.constantFrom('mairie', 'École « Ampère »', 'usine-🏭', '𝒵one', 'nobody')
  const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)
  const places = fc.dictionary(actor, fc.tuple(numbers, numbers), { noNullPrototype: true })

  return fc.commands(
    [
      fc.tuple(id, key, lists).map(([id, key, list]) => {
        return call(`create ${id}`, (model) => {
          const made = sending(model, draft(key, listFor(emptyTerritory(id), list)))
          return (store) => store.create(id, made)
        })
      }),
      ...[1, 2, 3].map(() =>
        fc.tuple(id, key, lists, behind).map(([id, key, list, behind]) => {
          return call(`commit ${id} ${key} ${behind} behind`, (model) => {
            const latest = stateOf(model, id)
            const made = sending(model, draft(key, listFor(latest, list)))
            return (store) => store.commit(id, latest.revision - behind, made)
          })
        }),
      ),
      fc.tuple(id, fc.nat(), behind).map(([id, pick, behind]) => {
        return call(`commit ${id} again (${pick})`, (model) => {
          const again = model.sent[pick % model.sent.length] ?? draft('first')
          const base = stateOf(model, id).revision - behind
          return (store) => store.commit(id, base, again)
        })
      }),
      fc.tuple(id, key, fc.nat()).map(([id, key, pick]) => {
        return call(`undo ${id} (${pick})`, (model) => {
          const { revision } = stateOf(model, id)
          const undone = revision === 0 ? undefined : model.store.history(id, { limit: 1 + (pick % revision) }).at(-1)
          const undo: CommitDraft = {
            ...draft(key, undone?.inverse ?? []),
            origin: 'undo',
            undoes: undone?.revision ?? 0,
          }
          const made = sending(model, undo)
          return (store) => store.commit(id, revision, made)
        })
      }),
      fc.tuple(id, key, actor).map(([id, key, actor]) => {
        const { changes: _, ...made } = draft(key)
        return call(`forget ${actor} of ${id}`, () => (store) => store.forget(id, actor, { ...made, origin: 'forget' }))
      }),
      fc.tuple(id, fc.nat({ max: 9 })).map(([id, die]) => {
        return call(`remove ${id}`, () => async (store) => (die === 0 ? store.remove(id) : store.load(id)))
      }),
      fc.tuple(id, id, fc.nat({ max: 3 })).map(([id, to, die]) => {
        return call(`rename ${id} ${to}`, () => async (store) => (die === 0 ? store.rename(id, to) : store.load(id)))
      }),
      fc.tuple(id, fc.integer({ min: -1, max: 12 })).map(([id, revision]) => {
        return call(`load ${id} ${revision}`, () => (store) => store.load(id, revision))
      }),
      fc
        .tuple(id, fc.record({ before: fc.nat({ max: 9 }), limit: fc.nat({ max: 4 }) }, { requiredKeys: [] }))
        .map(([id, page]) => {
          return call(`history ${id} ${JSON.stringify(page)}`, () => (store) => store.history(id, page))
        }),
      fc.tuple(id, places, places).map(([id, actors, spaces]) => {
        return call(`save positions of ${id}`, () => (store) => store.savePositions(id, { actors, spaces }))
      }),
      fc.tuple(id, fc.integer({ min: -1, max: 12 })).map(([id, revision]) => {
        return call(`since ${id} ${revision}`, () => (store) => store.since(id, revision))
      }),
      id.map((id) => call(`head of ${id}`, () => (store) => store.head(id))),
      id.map((id) => call(`positions ${id}`, () => (store) => store.positions(id))),
      fc.constant(call('list', () => (store) => store.list())),
      fc.constant({
        check: () => true,
        run: async (_: Model, real: Real) => {
          real.store = await real.reopen()
        },
        toString: () => 'reopen',
      }),
    ],
    { maxCommands: 40, size: 'max' },
  )
}

/** The methods that the model and the store share. */
type Methods = {
  [M in keyof ModelStore]: (...given: Parameters<Store[M]>) => Awaited<ReturnType<Store[M]>> | ReturnType<Store[M]>
}

function call(text: string, plan: (model: Model) => (store: Methods) => unknown): fc.AsyncCommand<Model, Real> {
  return {
    check: () => true,
    run: async (model, real) => {
      const ask = plan(model)
      const expected = await answerOf(() => ask(model.store))
      expect(await answerOf(() => ask(real.store))).toEqual(expected)
      // Whatever was asked, both hold the same afterwards.
      for (const id of ['t', 'u']) {
        expect(await answerOf(() => real.store.load(id))).toEqual(await answerOf(() => model.store.load(id)))
      }
    },
    toString: () => text,
  }
}

async function answerOf(ask: () => unknown): Promise<unknown> {
  try {
    const value = await ask()
    return isTerritory(value) ? spelled(value) : { value }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { refused: error.code, details: error.details }
  }
}

function isTerritory(value: unknown): value is Territory {
  return typeof value === 'object' && value !== null && 'participations' in value && 'roster' in value
}

function sending(model: Model, made: CommitDraft): CommitDraft {
  model.sent.push(made)
  return made
}

function listFor(territory: Territory, { changes, asItIs }: { changes: Change[]; asItIs: boolean }): Change[] {
  return asItIs ? changes : settled(territory, changes)
}

function stateOf(model: Model, id: string): Territory {
  const known = model.store.list().some((summary) => summary.id === id)
  return known ? model.store.load(id) : emptyTerritory(id)
}
