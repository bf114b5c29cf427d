import { LRUCache } from 'lru-cache'
import type { People } from '../exchange/tables.ts'
import type { DistantStore } from '../store/distant.ts'
import type { TerritoryHead } from '../store/store.ts'
import { type Duty, NobodyWaits } from '../threads/rpc.ts'
import { type Bytes, jsonBytes } from './bytes.ts'
import { duplicatesBytes, fileOf, zipOf } from './exchange.ts'
import { type AskedMeasures, measurableNetwork } from './measures.ts'
import { type AskedPerimeter, isSurvey, type OfWave, perimeterWithin } from './perimeter.ts'
import { type AskedConnection, type AskedQuestion, askedQuestion, connectionOf, toldCohesionOf } from './question.ts'
import type { SeminarGround } from './seminars.ts'
import type { Sent } from './sent.ts'
import { Snapshot } from './snapshot.ts'
import { networkToWire, territoryToWire, twoModeToWire } from './territory.ts'
import type { AskedComparison } from './waves.ts'

/** A territory at one revision. Equal stamps, equal territories. */
export interface Version {
  readonly id: string
  readonly revision: number
  readonly stamp: string
  readonly head: TerritoryHead
}

/**
 * The stamp changes whenever the territory does, also when it was removed and made again, or when a past revision lost an
 * actor to be forgotten.
 */
export function versionOf(id: string, head: TerritoryHead, revision = head.revision): Version {
  return { id, revision, stamp: JSON.stringify([id, revision, head.revision, head.updatedAt]), head }
}

/** What an answer is made with, besides what is asked. */
interface Means extends Pick<Duty, 'tell'> {
  readonly store: DistantStore
  /** Throws once nobody waits any more. */
  readonly listening: () => void
}

interface Of {
  readonly of: Version
}

/** An answer about a territory, read before. */
function about<A, R>(make: (snapshot: Snapshot, asked: A, means: Means) => R) {
  return async (asked: Of & A, means: Means): Promise<Awaited<R>> =>
    await make(await opened(asked.of, means.store), asked, means)
}

/** The same, made by what few threads load: schemas alone take a tenth of a second. */
function later<A, R>(load: () => Promise<(snapshot: Snapshot, asked: A) => R>) {
  return about(async (snapshot, asked: A) => (await load())(snapshot, asked))
}

/** The same about who is invited, by the ties of a wave. */
function aboutSeminar<A, R>(load: () => Promise<(ground: SeminarGround, asked: A) => R>) {
  return about(async (snapshot, asked: A & OfWave) => {
    const { seminarGround, seminarWave } = await import('./seminars.ts')
    const wave = seminarWave(snapshot.territory, asked.wave)
    const ground = snapshot.seminar(wave, () => seminarGround(snapshot.territory, wave))
    return jsonBytes((await load())(ground, asked))
  })
}

/** The territory that something was sent to, as it was at a revision, by default the one asked about. */
function territoryAt({ id, head }: Version, { store }: Means) {
  return async (revision?: number) => (await opened(versionOf(id, head, revision), store)).territory
}

interface InPerimeter {
  readonly perimeter: AskedPerimeter
}

/**
 * Whatever can be asked of a territory, or of what is sent to it, and how it is answered: by bytes to send, or by what
 * other threads will read.
 */
const answers = {
  territory: about(({ territory }) => jsonBytes(territoryToWire(territory))),
  network: about((snapshot, { perimeter }: InPerimeter) => {
    const { territory } = snapshot
    return jsonBytes(networkToWire(territory, snapshot.network(perimeterWithin(territory, perimeter))))
  }),
  twoMode: about((snapshot, { perimeter }: InPerimeter) => {
    const { territory } = snapshot
    return jsonBytes(twoModeToWire(territory, snapshot.twoMode(perimeterWithin(territory, perimeter))))
  }),
  surroundings: about(async ({ territory }) =>
    jsonBytes((await import('../geography/surroundings.ts')).surroundingsOf(territory)),
  ),
  measurable: about((snapshot, asked: AskedMeasures) => measurableNetwork(snapshot, asked)),
  isSurvey: about(({ territory }, { wave }: OfWave) => isSurvey(territory, wave)),

  question: about((snapshot, asked: AskedQuestion) => askedQuestion(snapshot, asked)),
  connection: (asked: AskedConnection) => connectionOf(asked),
  cohesion: about(({ territory }) => toldCohesionOf(territory)),
  agenda: later(async () => (await import('./agenda.ts')).agendaAsked),
  agendaFile: later(async () => (await import('./agenda.ts')).agendaFile),
  programme: about(async (snapshot, asked: AskedQuestion) =>
    (await import('./programme.ts')).programmeAsked(askedQuestion(snapshot, asked)),
  ),

  wavePair: later(async () => (await import('./waves.ts')).packedPair),
  comparison: async (asked: AskedComparison) => (await import('./waves.ts')).comparisonOf(asked),
  ownChange: later(async () => (await import('./beside.ts')).territoryChange),
  rsiena: later(async () => (await import('./waves.ts')).rsienaAsked),
  series: later(async () => (await import('./waves.ts')).seriesAsked),
  history: later(async () => (await import('./waves.ts')).historyAsked),
  power: later(async () => (await import('./power.ts')).powerAsked),
  revivals: later(async () => (await import('./revivals.ts')).revivalsAsked),
  calendar: later(async () => (await import('./revivals.ts')).calendarAsked),

  chairs: aboutSeminar(async () => (await import('./seminars.ts')).chairsOf),
  pairs: aboutSeminar(async () => (await import('./seminars.ts')).pairsOf),
  scenario: aboutSeminar(async () => (await import('./seminars.ts')).scenarioOf),
  emblems: aboutSeminar(async () => (await import('./seminars.ts')).emblemsIn),
  tables: aboutSeminar(async () => (await import('./seminars.ts')).tablesOf),
  plan: aboutSeminar(async () => (await import('./seminars.ts')).planOf),
  replan: aboutSeminar(async () => (await import('./seminars.ts')).replanOf),
  moves: aboutSeminar(async () => (await import('./seminars.ts')).movesOf),

  picture: later(async () => (await import('./picture.ts')).pictureAsked),
  story: later(async () => (await import('./story.ts')).storyAsked),
  slide: later(async () => (await import('./story.ts')).slideAsked),
  report: later(async () => (await import('./report.ts')).reportAsked),
  table: later(async () => (await import('./shown-table.ts')).tableAsked),
  export: later(async () => (await import('./export.ts')).exportOf),
  template: later(async () => (await import('./export.ts')).templateAsked),
  zip: about(({ territory }, { people }: { readonly people: People }) => zipOf(territory, people)),
  file: about(({ territory }, { file, people }: { readonly file: string; readonly people: People }) =>
    fileOf(territory, file, people),
  ),
  duplicates: about(({ territory }) => duplicatesBytes(territory)),

  changes: async (
    {
      id,
      revision,
      from,
      limit,
    }: { readonly id: string; readonly revision: number; readonly from: number; readonly limit: number },
    { store }: Means,
  ) => jsonBytes(await store.changes(id, revision, { from, limit })),
  examples: async (_: Readonly<Record<never, never>>) => await (await import('./examples.ts')).examplesTold(),
  example: async (asked: { readonly example: string; readonly at: string }, { store }: Means) =>
    await (await import('./examples.ts')).exampleBroughtBack(asked, store),
  create: async (asked: Sent, { store, listening }: Means) => (await sent()).createSent(asked, store, listening),
  commit: async (asked: Sent & { readonly id: string }, { store }: Means) =>
    (await sent()).commitSent(asked, asked.id, store),
  merge: async (asked: Of & Sent, means: Means) =>
    (await sent()).mergeSent(asked, territoryAt(asked.of, means), means.store),
  apart: async (asked: Of & Sent, means: Means) =>
    (await sent()).apartSent(asked, territoryAt(asked.of, means), means.store),
  import: async (asked: Of & Sent & { readonly preview: boolean }, means: Means) =>
    (await sent()).importSent(asked, { ...means, preview: asked.preview, territory: territoryAt(asked.of, means) }),
  boundary: later(async () => (await import('./sent.ts')).boundarySent),
  place: about(async ({ territory }, { body }: { readonly body: Bytes }, { store, listening }) => {
    const positions = (await sent()).positionsSent(body, territory)
    listening()
    await store.savePositions(territory.id, positions)
    return null
  }),
}

const sent = async () => await import('./sent.ts')

export type Asked = keyof typeof answers
export type Answers = {
  [A in Asked]: {
    readonly asked: Parameters<(typeof answers)[A]>[0]
    readonly answer: Awaited<ReturnType<(typeof answers)[A]>>
  }
}
export type AnswerTask = { [A in Asked]: { readonly ask: A; readonly asked: Answers[A]['asked'] } }[Asked]

/** Runs on a worker thread. */
export async function answer(
  { ask, asked }: AnswerTask,
  store: DistantStore,
  { isLeft, tell }: Duty,
): Promise<Answers[Asked]['answer']> {
  const listening = () => {
    if (isLeft()) throw new NobodyWaits()
  }
  return await answers[ask](asked as never, { store, listening, tell })
}

/** Of the territories that a thread keeps open. */
const mostKeptBytes = 400_000_000
/** About what a fact takes in memory. */
const bytesOfFact = 1_000
const kept = new LRUCache<string, Snapshot>({
  maxSize: mostKeptBytes,
  sizeCalculation: ({ territory: { actors, ties, participations } }) =>
    bytesOfFact * (1 + actors.size + ties.size + participations.size),
})
const opening = new Map<string, Promise<Snapshot>>()

/** A thread reads each revision once. */
async function opened({ id, revision, stamp }: Version, store: DistantStore): Promise<Snapshot> {
  const known = kept.get(stamp) ?? opening.get(stamp)
  if (known) return await known
  const snapshot = store.load(id, revision).then((territory) => new Snapshot(territory))
  opening.set(stamp, snapshot)
  try {
    kept.set(stamp, await snapshot)
  } finally {
    opening.delete(stamp)
  }
  return await snapshot
}
