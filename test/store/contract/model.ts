import { isDeepStrictEqual } from 'node:util'
import { apply, type Change } from '../../../server/domain/change.ts'
import {
  collectionOf,
  emptyTerritory,
  fieldsOf,
  identityFields,
  type Noun,
  nouns,
  type Territory,
} from '../../../server/domain/territory.ts'
import { Problem } from '../../../server/problem.ts'
import { type ChangesSince, refusedChanges } from '../../../server/store/log.ts'
import type { Commit, CommitDraft, Positions, TerritoryHead, TerritorySummary } from '../../../server/store/store.ts'
import { addressOf } from '../../domain/arbitrary.ts'

/** What a store promises, in the plainest form: every state of every territory is kept as a whole. */
export class ModelStore {
  readonly #kept = new Map<string, Kept>()

  list(): TerritorySummary[] {
    return [...this.#kept.keys()].sort().map((id) => {
      const { states, commits } = this.#of(id)
      const latest = last(states)
      return {
        id,
        revision: latest.revision,
        updatedAt: last(commits).at,
        settings: Object.fromEntries([...latest.settings.values()].map(({ key, value }) => [key, value])),
        actors: latest.actors.size,
        spaces: latest.spaces.size,
        ties: latest.ties.size,
        participations: latest.participations.size,
        waves: latest.waves.size,
      }
    })
  }

  create(id: string, draft: CommitDraft): Commit {
    const known = this.#kept.get(id)
    if (known) {
      const made = again(id, known, draft.key, draft.changes)
      if (made?.revision === 1) return made
      throw new Problem('existing_territory', { territory: id })
    }
    const fresh: Kept = { states: [emptyTerritory(id)], commits: [], asked: new Map(), actors: {}, spaces: {} }
    const commit = make(fresh, draft)
    this.#kept.set(id, fresh)
    return commit
  }

  load(id: string, revision?: number): Territory {
    const { states } = this.#of(id)
    if (revision === undefined) return last(states)
    const state = states[revision]
    if (!state || revision === 0) throw new Problem('unknown_revision', { territory: id, revision })
    return state
  }

  commit(id: string, base: number, draft: CommitDraft): Commit {
    const kept = this.#of(id)
    const made = again(id, kept, draft.key, draft.changes)
    if (made) return made
    const { revision } = last(kept.states)
    if (base !== revision) {
      const since = kept.commits.slice(base).flatMap((commit) => commit.changes)
      throw new Problem('revision_conflict', { territory: id, base, revision, since })
    }
    return make(kept, draft)
  }

  head(id: string): TerritoryHead {
    const { revision, at } = last(this.#of(id).commits)
    return { revision, updatedAt: at }
  }

  since(id: string, revision: number): ChangesSince {
    const { commits } = this.#of(id)
    if (revision < 1 || revision > commits.length) throw new Problem('unknown_revision', { territory: id, revision })
    const later = commits.slice(revision)
    const isForgetting = later.some(({ origin }) => origin === 'forget')
    return { revision: commits.length, changes: isForgetting ? null : later.flatMap(({ changes }) => changes) }
  }

  history(id: string, { before = Number.POSITIVE_INFINITY, limit = 50 } = {}): Commit[] {
    const earlier = this.#of(id).commits.filter((commit) => commit.revision < before)
    return earlier.reverse().slice(0, limit)
  }

  forget(id: string, actor: string, draft: Omit<CommitDraft, 'changes'>): Commit {
    const kept = this.#of(id)
    const made = again(id, kept, draft.key, actor)
    if (made) return made
    const revision = last(kept.states).revision + 1
    const commit: Commit = { ...draft, revision, changes: [], inverse: [] }
    kept.states = [...kept.states, { ...last(kept.states), revision }].map((state) => stateWithout(state, actor))
    kept.commits = [...kept.commits, commit].map((made) => ({
      ...made,
      changes: changesWithout(made.changes, actor),
      inverse: changesWithout(made.inverse, actor),
    }))
    kept.asked.set(draft.key, actor)
    const { [actor]: _, ...others } = kept.actors
    kept.actors = others
    return commit
  }

  remove(id: string): void {
    this.#of(id)
    this.#kept.delete(id)
  }

  rename(id: string, to: string): void {
    const { states, ...kept } = this.#of(id)
    if (this.#kept.has(to)) throw new Problem('existing_territory', { territory: to })
    this.#kept.set(to, { ...kept, states: states.map((state) => ({ ...state, id: to })) })
    this.#kept.delete(id)
  }

  positions(id: string): Positions {
    const { actors, spaces } = this.#of(id)
    return { actors, spaces }
  }

  savePositions(id: string, positions: Positions): void {
    const kept = this.#of(id)
    kept.actors = { ...kept.actors, ...positions.actors }
    kept.spaces = { ...kept.spaces, ...positions.spaces }
  }

  #of(id: string): Kept {
    const kept = this.#kept.get(id)
    if (!kept) throw new Problem('unknown_territory', { territory: id })
    return kept
  }
}

interface Kept {
  /** By revision; the first is the empty territory before creation. */
  states: Territory[]
  commits: Commit[]
  /** What each key asked for: changes, or the actor to forget. */
  readonly asked: Map<string, readonly Change[] | string>
  actors: Positions['actors']
  spaces: Positions['spaces']
}

function make(kept: Kept, draft: CommitDraft): Commit {
  const before = last(kept.states)
  const applied = apply(before, draft.changes)
  if (!applied.ok) throw refusedChanges(applied.refusals)
  const revision = before.revision + 1
  const commit = { ...draft, revision, inverse: applied.inverse }
  kept.states.push({ ...applied.territory, revision })
  kept.commits.push(commit)
  kept.asked.set(draft.key, draft.changes)
  return commit
}

function again(id: string, kept: Kept, key: string, asked: readonly Change[] | string): Commit | undefined {
  const before = kept.asked.get(key)
  if (before === undefined) return undefined
  const made = kept.commits.find((commit) => commit.key === key)
  if (made && isDeepStrictEqual(before, asked)) return made
  throw new Problem('reused_key', { territory: id, key, revision: made?.revision ?? 0 })
}

function stateWithout(state: Territory, actor: string): Territory {
  const collections = nouns.map((noun) => {
    const facts: ReadonlyMap<string, object> = state[collectionOf[noun]]
    const kept = [...facts].map(([key, fact]) => [key, factWithout(noun, fact, actor)] as const)
    return [collectionOf[noun], new Map(kept.filter(([, fact]) => fact !== null))]
  })
  return { ...state, ...Object.fromEntries(collections) }
}

function changesWithout(changes: readonly Change[], actor: string): Change[] {
  return changes.flatMap((change): Change[] => {
    if ('remove' in change) return factWithout(change.remove, change.identity, actor) === null ? [] : [change]
    const value = factWithout(change.put, change.value, actor)
    return value === null ? [] : [{ put: change.put, value } as unknown as Change]
  })
}

type Fact = Readonly<Record<string, unknown>>

/** Null: who it is about, or one of those it is named by, is the actor. */
function factWithout(noun: Noun, said: object, actor: string): Fact | null {
  const fact: Fact = { ...said }
  if (noun === 'actor') return fact.id === actor ? null : fact
  if (noun === 'pin') return fact.noun === 'actor' && fact.id === actor ? null : fact
  if (noun === 'view') return { ...fact, ...('address' in fact && viewWithout(fact, actor)) }
  const naming = fieldsOf[noun].filter(([field, { kind }]) => {
    return typeof kind === 'object' && 'fact' in kind && kind.fact === 'actor' && fact[field] === actor
  })
  const identity: readonly string[] = identityFields[noun]
  if (naming.some(([field]) => identity.includes(field))) return null
  return Object.fromEntries(Object.entries(fact).filter(([field]) => !naming.some(([named]) => named === field)))
}

function viewWithout({ address }: Fact, actor: string): Fact {
  return { address: address === addressOf(actor) ? 'map?color=sphere' : address }
}

function last<T>(list: readonly T[]): T {
  const item = list.at(-1)
  if (item === undefined) throw new Error('an empty list has no last item')
  return item
}
