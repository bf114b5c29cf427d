import { isDeepStrictEqual } from 'node:util'
import { apply, type Change } from '../../../server/domain/change.ts'
import { emptyTerritory, type Noun, type SavedView, type Territory } from '../../../server/domain/territory.ts'
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
  const keep = <T>(facts: ReadonlyMap<string, T>, stays: (fact: T) => boolean) =>
    new Map([...facts].filter(([, fact]) => stays(fact)))
  return {
    ...state,
    actors: keep(state.actors, ({ id }) => id !== actor),
    ties: keep(state.ties, ({ from, to, reporter }) => from !== actor && to !== actor && reporter !== actor),
    participations: keep(state.participations, (fact) => fact.actor !== actor),
    roster: keep(state.roster, (fact) => fact.actor !== actor),
    invitations: keep(state.invitations, (fact) => fact.actor !== actor),
    pairings: keep(state.pairings, (fact) => fact.actor !== actor && fact.other !== actor),
    suppositions: keep(state.suppositions, (fact) => fact.actor !== actor && fact.other !== actor),
    decisions: new Map(
      [...state.decisions].map(([id, { owner, ...decision }]) => [
        id,
        owner === undefined || owner === actor ? decision : { ...decision, owner },
      ]),
    ),
    steps: new Map(
      [...state.steps]
        .filter(([, step]) => step.actor !== actor)
        .map(([key, { other, ...step }]) => [key, other === undefined || other === actor ? step : { ...step, other }]),
    ),
    pins: keep(state.pins, (fact) => fact.noun !== 'actor' || fact.id !== actor),
    attachments: keep(state.attachments, (fact) => fact.actor !== actor),
    backings: keep(state.backings, (fact) => fact.actor !== actor),
    views: new Map([...state.views].map(([id, view]) => [id, viewWithout(view, actor)])),
    spaces: new Map(
      [...state.spaces].map(([id, { host, ...space }]) => [
        id,
        host === undefined || host === actor ? space : { ...space, host },
      ]),
    ),
  }
}

const ofAnActor: readonly Noun[] = ['participation', 'roster', 'invitation', 'step', 'attachment', 'backing']

function changesWithout(changes: readonly Change[], actor: string): Change[] {
  return changes.flatMap((change): Change[] => {
    const noun = 'put' in change ? change.put : change.remove
    const named: object = 'put' in change ? change.value : change.identity
    const field = (name: string) => (name in named ? (named as Record<string, unknown>)[name] : undefined)
    if (noun === 'actor' && field('id') === actor) return []
    if (noun === 'pin' && field('noun') === 'actor' && field('id') === actor) return []
    if (noun === 'tie' && [field('from'), field('to'), field('reporter')].includes(actor)) return []
    if (ofAnActor.includes(noun) && field('actor') === actor) return []
    if ((noun === 'pairing' || noun === 'supposition') && [field('actor'), field('other')].includes(actor)) return []
    if ('put' in change && change.put === 'decision' && change.value.owner === actor) {
      const { owner: _, ...value } = change.value
      return [{ put: 'decision', value }]
    }
    if ('put' in change && change.put === 'step' && change.value.other === actor) {
      const { other: _, ...value } = change.value
      return [{ put: 'step', value }]
    }
    if ('put' in change && change.put === 'view') return [{ put: 'view', value: viewWithout(change.value, actor) }]
    if (!('put' in change) || change.put !== 'space' || change.value.host !== actor) return [change]
    const { host: _, ...value } = change.value
    return [{ put: 'space', value }]
  })
}

function viewWithout(view: SavedView, actor: string): SavedView {
  return view.address === addressOf(actor) ? { ...view, address: 'map?color=sphere' } : view
}

function last<T>(list: readonly T[]): T {
  const item = list.at(-1)
  if (item === undefined) throw new Error('an empty list has no last item')
  return item
}
