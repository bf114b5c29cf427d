import { keepPreviousData, type Query, type QueryClient, queryOptions } from '@tanstack/react-query'
import { targetOf } from '#domain/change.ts'
import type { SavedView } from '#domain/territory.ts'
import type { Arranged, Layout } from '#layout/arrangement.ts'
import { drawnPositions, newcomersOf } from '#layout/places.ts'
import { merged, type Positions } from '#layout/positions.ts'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import type { TablesWire } from '#wire/seminar.ts'
import { arrangeInWorker, layOutInWorker } from '../layout/in-worker.ts'
import {
  askChairs,
  askMoves,
  askPairs,
  askPlan,
  askScenario,
  commitChanges,
  connect,
  findCommunes,
  listExamples,
  listMeasures,
  listTerritories,
  loadActorHistory,
  loadAgenda,
  loadBeside,
  loadChangesSince,
  loadCommit,
  loadComparison,
  loadDiagnosis,
  loadDuplicates,
  loadEmblems,
  loadHistory,
  loadNetwork,
  loadPositions,
  loadPower,
  loadProgramme,
  loadRegister,
  loadRevivals,
  loadSeries,
  loadSlide,
  loadSurroundings,
  loadTables,
  loadTerritory,
  loadTwoMode,
  measure,
  newKey,
  RequestError,
  savePositions,
  undoCommit,
  type WavePair,
} from './api.ts'
import { Outbox } from './outbox.ts'
import { type PerimeterChoice, perimeterQuery } from './perimeter.ts'
import { recordOf, type TerritoryRecord } from './record.ts'
import { tabStorage } from './tab-storage.ts'

// What the page asks for, and under which name it is kept. Everything about a territory is kept under its id.

/** They come with the server, and stay as long as it runs. */
export const examplesQuery = queryOptions({
  queryKey: ['examples'],
  queryFn: listExamples,
  staleTime: Number.POSITIVE_INFINITY,
})

export const territoriesQuery = queryOptions({ queryKey: ['territories'], queryFn: listTerritories })

export const catalogueQuery = queryOptions({
  queryKey: ['measures'],
  queryFn: listMeasures,
  staleTime: Number.POSITIVE_INFINITY,
})

export const territoryQuery = (id: string) =>
  queryOptions({
    queryKey: keyOf(id, 'record'),
    queryFn: async ({ client }) => outboxOf(client, id).fresh(recordOf(await loadTerritory(id))),
  })

export const networkQuery = (id: string, perimeter: PerimeterChoice) =>
  queryOptions({
    queryKey: keyOf(id, 'network', perimeterQuery(perimeter)),
    queryFn: () => loadNetwork(id, perimeter),
  })

export const twoModeQuery = (id: string, perimeter: PerimeterChoice) =>
  queryOptions({
    queryKey: keyOf(id, 'two-mode', perimeterQuery(perimeter)),
    queryFn: () => loadTwoMode(id, perimeter),
  })

/** Measures by id; null: the server could not compute them. A map without figures is worth more than none. */
export const measuresQuery = (id: string, perimeter: PerimeterChoice, measures: readonly string[]) =>
  queryOptions({
    queryKey: keyOf(id, 'measures', perimeterQuery(perimeter), measures),
    queryFn: async () => {
      try {
        return new Map(Object.entries((await measure(id, perimeter, measures)).measures))
      } catch (error) {
        if (error instanceof RequestError && error.status >= 500) return null
        throw error
      }
    },
  })

/** The best known of a wave; what it is refined to takes its place, see `screens/findings/refining.tsx`. */
export const diagnosisQuery = (id: string, wave: string) =>
  queryOptions({ queryKey: keyOf(id, 'diagnosis', wave), queryFn: () => loadDiagnosis(id, wave) })

/** The best known of two waves; what is known later takes its place, see `screens/changes/comparison.ts`. */
export const comparisonQuery = (id: string, pair: WavePair) =>
  queryOptions({
    queryKey: keyOf(id, 'comparison', pair.from, pair.to),
    queryFn: () => loadComparison(id, pair),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const seriesQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'series'), queryFn: () => loadSeries(id) })

/** The map of a view as it is projected; of the view as it now is. */
export const slideQuery = (record: Pick<TerritoryRecord, 'id' | 'revision'>, view: SavedView, lang: string) =>
  queryOptions({
    queryKey: keyOf(record.id, 'slide', view.id, lang, String(record.revision)),
    queryFn: () => loadSlide(record.id, view.id, lang),
  })

export const powerQuery = (id: string, wave: string) =>
  queryOptions({ queryKey: keyOf(id, 'power', wave), queryFn: () => loadPower(id, wave) })

export const besideQuery = (id: string, pair: WavePair) =>
  queryOptions({ queryKey: keyOf(id, 'beside', pair.from, pair.to), queryFn: () => loadBeside(id, pair) })

export const revivalsQuery = (id: string, wave: string) =>
  queryOptions({ queryKey: keyOf(id, 'revivals', wave), queryFn: () => loadRevivals(id, wave) })

/** Null: no wave speaks of the actor. */
export const actorHistoryQuery = (id: string, actor: string) =>
  queryOptions({
    queryKey: keyOf(id, 'actor-history', actor),
    queryFn: async () => {
      try {
        return await loadActorHistory(id, actor)
      } catch (error) {
        if (error instanceof RequestError && error.code === 'unknown_actor') return null
        throw error
      }
    },
  })

/** Made of what is known of the diagnosis at that stage, or later. */
export const agendaQuery = (id: string, { wave, stage }: Pick<DiagnosisWire, 'wave' | 'stage'>) =>
  queryOptions({ queryKey: keyOf(id, 'agenda', wave, stage), queryFn: () => loadAgenda(id, wave) })

/** Of groups it tells what the diagnosis tells: more once that is refined. */
export const connectionQuery = (
  id: string,
  { wave, stage }: Pick<DiagnosisWire, 'wave' | 'stage'>,
  pair: readonly [string, string],
) => queryOptions({ queryKey: keyOf(id, 'connection', wave, stage, ...pair), queryFn: () => connect(id, wave, pair) })

/**
 * Positions of everything a perimeter shows. A territory nobody has drawn is drawn now, from the default perimeter of
 * its latest wave; whatever has no place yet gets one. Both are saved, so that everyone sees the same map.
 */
export const positionsQuery = (client: QueryClient, id: string, perimeter: PerimeterChoice) =>
  queryOptions({
    queryKey: keyOf(id, 'positions', perimeterQuery(perimeter)),
    queryFn: async () => {
      let positions = await loadPositions(id)
      if (positions.actors.size === 0) {
        const drawn = await drawnPositions(await networksOf(client, id, {}), layOutInWorker)
        await keep(id, drawn)
        positions = merged(positions, drawn)
      }
      const newcomers = newcomersOf(await networksOf(client, id, perimeter), positions)
      if (!newcomers) return positions
      // Whoever waits to see them does not wait until they are kept: they would be placed alike again.
      keep(id, newcomers).catch(() => {})
      return merged(positions, newcomers)
    },
    // A map does not move under the eyes of who reads it.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What the server will not keep is drawn all the same: the same territory is laid out alike the next time. */
async function keep(id: string, positions: Positions): Promise<void> {
  await savePositions(id, positions).catch((error: unknown) => {
    if (!(error instanceof RequestError)) throw error
  })
}

/** An arrangement of the free map. `of`: what tells apart two that may be asked for. */
export const arrangementQuery = (id: string, layout: Layout, of: readonly unknown[], given: () => Arranged) =>
  queryOptions({
    queryKey: keyOf(id, 'arrangement', layout, ...of),
    queryFn: () => arrangeInWorker(layout, given()),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
    throwOnError: true,
  })

/** Positions as they are stored, of a territory too large to be drawn in passing. */
export const storedPositionsQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'stored-positions'), queryFn: () => loadPositions(id) })

/** Of a list of invitees; what was known of the last one stays until this is. */
export const chairsQuery = (id: string, asked: Parameters<typeof askChairs>[1]) =>
  queryOptions({
    queryKey: keyOf(id, 'chairs', asked),
    queryFn: () => askChairs(id, asked),
    placeholderData: keepPreviousData,
  })

export const pairsQuery = (id: string, among: readonly string[] | null) =>
  queryOptions({
    queryKey: keyOf(id, 'pairs', among),
    queryFn: () => askPairs(id, { among: among && [...among] }),
    placeholderData: keepPreviousData,
  })

export const emblemsQuery = (id: string, seminar: string) =>
  queryOptions({
    queryKey: keyOf(id, 'emblems', seminar),
    queryFn: () => loadEmblems(id, seminar),
    placeholderData: keepPreviousData,
  })

export const programmeQuery = (id: string, wave: string) =>
  queryOptions({
    queryKey: keyOf(id, 'programme', wave),
    queryFn: () => loadProgramme(id, wave),
    placeholderData: keepPreviousData,
  })

/** What a scenario makes of the network; what was known of the last one stays until this is. */
export const scenarioQuery = (id: string, supposed: Parameters<typeof askScenario>[1]) =>
  queryOptions({
    queryKey: keyOf(id, 'scenario', supposed),
    queryFn: () => askScenario(id, supposed),
    placeholderData: keepPreviousData,
  })

export const tablesQuery = (id: string, seminar: string) =>
  queryOptions({
    queryKey: keyOf(id, 'tables', seminar),
    queryFn: () => loadTables(id, seminar),
    placeholderData: keepPreviousData,
  })

/**
 * What a plan is held against: plans drawn at random and one blind to the network, for the same people, tables, rounds, aim and rules.
 * It stays while those do: a seat that changes asks for none of it again.
 */
export const comparedPlanQuery = (id: string, seminar: string, frame: PlanFrame, rules: readonly unknown[]) =>
  queryOptions({
    queryKey: keyOf(
      id,
      'compared-plan',
      seminar,
      frame.rounds,
      frame.objective,
      frame.tables,
      frame.routes.map(({ person }) => person),
      rules,
    ),
    queryFn: () => askPlan(id, seminar, frame.seed),
    staleTime: Number.POSITIVE_INFINITY,
  })

type PlanFrame = Pick<TablesWire, 'rounds' | 'objective' | 'tables' | 'routes' | 'seed'>

export const movesQuery = (id: string, seminar: string, person: string, round: number) =>
  queryOptions({
    queryKey: keyOf(id, 'moves', seminar, person, round),
    queryFn: () => askMoves(id, seminar, person, round),
  })

export const historyQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'history'), queryFn: () => loadHistory(id) })

/** What a commit changed, its first changes. It stays so, but for an actor that is forgotten. */
export const commitQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: keyOf(id, 'commit', revision),
    queryFn: () => loadCommit(id, revision, 20),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const surroundingsQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'surroundings'), queryFn: () => loadSurroundings(id) })

export const communesQuery = (q: string) =>
  queryOptions({ queryKey: ['communes', q], queryFn: () => findCommunes(q), staleTime: 'static' })

export const registerQuery = queryOptions({ queryKey: ['register'], queryFn: loadRegister, staleTime: 'static' })

export const duplicatesQuery = (id: string) =>
  queryOptions({ queryKey: keyOf(id, 'duplicates'), queryFn: () => loadDuplicates(id) })

/** After a commit nothing that was kept about the territory holds. */
export async function forgetTerritory(client: QueryClient, id: string): Promise<void> {
  await client.invalidateQueries({ queryKey: keyOf(id) })
  await client.invalidateQueries({ queryKey: territoriesQuery.queryKey })
}

/** What a page changes in a territory, on its way to the server: one for each territory that a client keeps. */
export function outboxOf(client: QueryClient, id: string): Outbox {
  const known = outboxes.get(client)?.get(id)
  if (known) return known
  const record = keyOf(id, 'record')
  const outbox = new Outbox({
    storage: tabStorage,
    place: `maillage.pending.${id}`,
    newKey,
    commit: ({ base, changes, key }) => commitChanges(id, base, changes, null, key),
    undo: (revision, base) => undoCommit(id, revision, base),
    since: (revision) => loadChangesSince(id, revision),
    load: async () => recordOf(await loadTerritory(id)),
    shown: () => client.getQueryData<TerritoryRecord>(record),
    show: (now) => client.setQueryData(record, now),
    committed: async (changes) => {
      const isDrawn = changes?.every((change) => targetOf(change).noun === 'pin')
      const isList = changes?.every((change) => targetOf(change).noun === 'invitation')
      const others = {
        queryKey: keyOf(id),
        predicate: ({ queryKey: [, , what] }: Query) =>
          isDerived(what) && !(isList && isGivenItsList(what)) && !(isDrawn && what !== 'history'),
      }
      await Promise.all([
        client.invalidateQueries(others),
        // Where something stands on a map is in no figure, and moves nothing else.
        !isDrawn && client.invalidateQueries({ queryKey: territoriesQuery.queryKey }),
      ])
    },
  })
  outboxes.set(client, new Map([...(outboxes.get(client) ?? []), [id, outbox]]))
  return outbox
}

/** Commits stay what they were, and the outbox itself keeps the record. */
function isDerived(what: unknown): boolean {
  return what !== 'record' && what !== 'commit'
}

/** What names whom it is about when it asks, and reads no invitation. */
function isGivenItsList(what: unknown): boolean {
  return what === 'chairs' || what === 'pairs' || what === 'scenario' || what === 'compared-plan'
}

const outboxes = new WeakMap<QueryClient, ReadonlyMap<string, Outbox>>()

function keyOf(id: string, ...rest: readonly unknown[]): readonly unknown[] {
  return ['territory', id, ...rest]
}

async function networksOf(client: QueryClient, id: string, perimeter: PerimeterChoice) {
  const [network, twoMode] = await Promise.all([
    client.fetchQuery(networkQuery(id, perimeter)),
    client.fetchQuery(twoModeQuery(id, perimeter)),
  ])
  return { network, twoMode }
}
