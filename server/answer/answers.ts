import type { Agenda } from '../agenda/item.ts'
import type { Connection } from '../diagnosis/what-if.ts'
import type { People } from '../exchange/tables.ts'
import type { DistantStore } from '../store/distant.ts'
import type { Positions, TerritoryHead } from '../store/store.ts'
import { type Duty, NobodyWaits } from '../threads/rpc.ts'
import type { PictureFormat } from '../wire/picture.ts'
import type { ProgrammeWire } from '../wire/programme.ts'
import type { AskedChairs, AskedPairs, AskedScenario } from '../wire/seminar.ts'
import type { TableFormat } from '../wire/table.ts'
import type { AskedAgenda } from './agenda.ts'
import type { LabelledChange } from './beside.ts'
import { type Bytes, jsonBytes } from './bytes.ts'
import { ByteCache } from './cache.ts'
import { duplicatesBytes, fileOf, zipOf } from './exchange.ts'
import type { AskedExport } from './export.ts'
import { type AskedMeasures, type MeasurableNetwork, measurableNetwork } from './measures.ts'
import { type AskedPerimeter, isSurvey, perimeterWithin } from './perimeter.ts'
import type { AskedPicture } from './picture.ts'
import type { AskedPower, TerritoryPower } from './power.ts'
import {
  type AskedConnection,
  type AskedQuestion,
  askedQuestion,
  connectionOf,
  type PackedQuestion,
  toldCohesionOf,
} from './question.ts'
import type { AskedReport } from './report.ts'
import type { Revivals } from './revivals.ts'
import type { FindingMembers } from './seminars.ts'
import type { Sent } from './sent.ts'
import type { AskedTable } from './shown-table.ts'
import { Snapshot } from './snapshot.ts'
import { networkToWire, territoryToWire, twoModeToWire } from './territory.ts'
import type { AskedComparison, AskedWaves, PackedPair } from './waves.ts'

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

/** What can be asked of a territory, or of what is sent to it, and what is answered: bytes to send, or what other threads will read. */
export interface Answers {
  territory: { asked: Of; answer: Bytes }
  network: { asked: Of & { readonly perimeter: AskedPerimeter }; answer: Bytes }
  twoMode: { asked: Of & { readonly perimeter: AskedPerimeter }; answer: Bytes }
  surroundings: { asked: Of; answer: Bytes }
  measurable: { asked: Of & AskedMeasures; answer: MeasurableNetwork }
  question: { asked: Of & AskedQuestion; answer: PackedQuestion }
  connection: { asked: AskedConnection; answer: Connection }
  agenda: { asked: Of & AskedAgenda; answer: Agenda }
  agendaFile: {
    asked: Of &
      AskedAgenda & { readonly language: 'fr' | 'en'; readonly start: string; readonly format: 'ics' | 'xlsx' }
    answer: Bytes
  }
  cohesion: { asked: Of; answer: number | null }
  wavePair: { asked: Of & AskedWaves; answer: PackedPair }
  comparison: { asked: AskedComparison; answer: Bytes }
  revivals: { asked: Of & { readonly wave: string | undefined }; answer: Revivals }
  power: { asked: Of & AskedPower; answer: TerritoryPower }
  calendar: {
    asked: Of & { readonly wave: string | undefined; readonly language: 'fr' | 'en'; readonly start: string }
    answer: Bytes
  }
  ownChange: { asked: Of & AskedWaves; answer: LabelledChange }
  rsiena: { asked: Of & AskedWaves; answer: Bytes }
  series: { asked: Of & Pick<AskedWaves, 'tieKinds'>; answer: Bytes }
  history: { asked: Of & Pick<AskedWaves, 'tieKinds'> & { readonly actor: string }; answer: Bytes }
  chairs: { asked: Of & AskedChairs; answer: Bytes }
  pairs: { asked: Of & AskedPairs & { readonly findings: FindingMembers }; answer: Bytes }
  scenario: { asked: Of & AskedScenario; answer: Bytes }
  emblems: { asked: Of & OfSeminar; answer: Bytes }
  programme: { asked: Of & AskedQuestion; answer: ProgrammeWire }
  tables: { asked: Of & OfSeminar; answer: Bytes }
  plan: { asked: Of & OfSeminar & { readonly seed?: string | undefined }; answer: Bytes }
  replan: { asked: Of & OfSeminar; answer: Bytes }
  moves: { asked: Of & OfSeminar & { readonly person: string; readonly round: number }; answer: Bytes }
  isSurvey: { asked: Of & { readonly wave?: string | undefined }; answer: boolean }
  export: { asked: Of & AskedExport & { readonly positions: Positions }; answer: Bytes }
  picture: {
    asked: Of & AskedPicture & { readonly format: PictureFormat; readonly positions: Positions }
    answer: Bytes
  }
  table: { asked: Of & AskedTable & { readonly format: TableFormat }; answer: Bytes }
  story: {
    asked: Of & { readonly story: string; readonly language: 'fr' | 'en'; readonly positions: Positions }
    answer: Bytes
  }
  slide: {
    asked: Of & { readonly view: string; readonly language: 'fr' | 'en'; readonly positions: Positions }
    answer: Bytes
  }
  report: { asked: Of & AskedReport & { readonly positions: Positions }; answer: Bytes }
  template: { asked: Of & { readonly file: string }; answer: Bytes }
  zip: { asked: Of & { readonly people: People }; answer: Bytes }
  file: { asked: Of & { readonly file: string; readonly people: People }; answer: Bytes }
  changes: {
    asked: { readonly id: string; readonly revision: number; readonly from: number; readonly limit: number }
    answer: Bytes
  }
  examples: { asked: Readonly<Record<never, never>>; answer: Bytes }
  example: { asked: { readonly example: string; readonly at: string }; answer: Bytes }
  create: { asked: Sent; answer: { readonly id: string; readonly commit: Bytes } }
  commit: { asked: Sent & { readonly id: string }; answer: Bytes }
  boundary: { asked: Of & { readonly body: Bytes }; answer: Bytes }
  duplicates: { asked: Of; answer: Bytes }
  merge: { asked: Of & Sent; answer: Bytes }
  apart: { asked: Of & Sent; answer: Bytes }
  import: { asked: Of & Sent & { readonly preview: boolean }; answer: Bytes }
  place: { asked: Of & { readonly body: Bytes }; answer: null }
}
export type Asked = keyof Answers
export type AnswerTask = { [A in Asked]: { readonly ask: A; readonly asked: Answers[A]['asked'] } }[Asked]

interface Of {
  readonly of: Version
}

interface OfSeminar {
  readonly seminar: string
  readonly wave?: string | undefined
}

/** Runs on a worker thread. */
export async function answer(
  { ask, asked }: AnswerTask,
  store: DistantStore,
  { isLeft, tell }: Duty,
): Promise<Answers[Asked]['answer']> {
  const listening = () => {
    if (isLeft()) throw new NobodyWaits()
  }
  switch (ask) {
    case 'connection':
      return connectionOf(asked)
    case 'comparison':
      return (await waves()).comparisonOf(asked)
    case 'changes':
      return jsonBytes(await store.changes(asked.id, asked.revision, asked))
    case 'examples':
      return await (await import('./examples.ts')).examplesTold()
    case 'example':
      return await (await import('./examples.ts')).exampleBroughtBack(asked, store)
    case 'create':
      return (await sent()).createSent(asked, store, listening)
    case 'commit':
      return (await sent()).commitSent(asked, asked.id, store)
    case 'merge':
    case 'apart': {
      const { id, head } = asked.of
      const at = async (revision: number) => (await opened(versionOf(id, head, revision), store)).territory
      const { mergeSent, apartSent } = await sent()
      return await (ask === 'merge' ? mergeSent : apartSent)(asked, at, store)
    }
    case 'import': {
      const { id, head } = asked.of
      const territory = async (revision?: number) => (await opened(versionOf(id, head, revision), store)).territory
      return (await sent()).importSent(asked, { preview: asked.preview, territory, store, listening, tell })
    }
  }
  const snapshot = await opened(asked.of, store)
  const { territory } = snapshot
  const ground = async ({ wave }: { readonly wave?: string | undefined }) => {
    const { seminarGround, seminarWave } = await seminars()
    const asked = seminarWave(territory, wave)
    return snapshot.seminar(asked, () => seminarGround(territory, asked))
  }
  switch (ask) {
    case 'territory':
      return jsonBytes(territoryToWire(territory))
    case 'network':
      return jsonBytes(networkToWire(territory, snapshot.network(perimeterWithin(territory, asked.perimeter))))
    case 'twoMode':
      return jsonBytes(twoModeToWire(territory, snapshot.twoMode(perimeterWithin(territory, asked.perimeter))))
    case 'surroundings':
      return jsonBytes((await import('../geography/surroundings.ts')).surroundingsOf(territory))
    case 'measurable':
      return measurableNetwork(snapshot, asked)
    case 'question':
      return askedQuestion(snapshot, asked)
    case 'agenda':
      return (await agenda()).agendaAsked(snapshot, asked)
    case 'agendaFile':
      return await (await agenda()).agendaFile(snapshot, asked)
    case 'cohesion':
      return toldCohesionOf(territory)
    case 'wavePair':
      return (await waves()).packedPair(territory, asked)
    case 'revivals':
      return (await import('./revivals.ts')).revivalsAsked(territory, asked.wave)
    case 'power':
      return (await import('./power.ts')).powerAsked(territory, asked)
    case 'ownChange':
      return (await import('./beside.ts')).territoryChange(territory, asked)
    case 'calendar':
      return (await import('./revivals.ts')).calendarAsked(territory, asked)
    case 'rsiena':
      return (await waves()).rsienaAsked(territory, asked)
    case 'series':
      return (await waves()).seriesAsked(territory, asked.tieKinds)
    case 'history':
      return (await waves()).historyAsked(territory, asked.actor, asked.tieKinds)
    case 'isSurvey':
      return isSurvey(territory, asked.wave)
    case 'chairs':
      return jsonBytes((await seminars()).chairsOf(await ground(asked), asked))
    case 'pairs':
      return jsonBytes((await seminars()).pairsOf(await ground(asked), asked, asked.findings))
    case 'scenario':
      return jsonBytes((await seminars()).scenarioOf(await ground(asked), asked))
    case 'emblems':
      return jsonBytes((await seminars()).emblemsIn(await ground(asked), asked.seminar))
    case 'programme':
      return (await import('./programme.ts')).programmeAsked(askedQuestion(snapshot, asked))
    case 'tables':
      return jsonBytes((await seminars()).tablesOf(await ground(asked), asked.seminar))
    case 'plan':
      return jsonBytes((await seminars()).planOf(await ground(asked), asked.seminar, asked.seed))
    case 'replan':
      return jsonBytes((await seminars()).replanOf(await ground(asked), asked.seminar))
    case 'moves':
      return jsonBytes((await seminars()).movesOf(await ground(asked), asked.seminar, asked.person, asked.round))
    case 'export':
      return await (await exporting()).exportOf(snapshot, asked, asked.positions)
    case 'picture':
      return await (await import('./picture.ts')).pictureAsked(snapshot, asked, asked.positions)
    case 'table':
      return await (await import('./shown-table.ts')).tableAsked(snapshot, asked)
    case 'story':
      return await (await import('./story.ts')).storyAsked(snapshot, asked, asked.positions)
    case 'slide':
      return await (await import('./story.ts')).slideAsked(snapshot, asked, asked.positions)
    case 'report':
      return await (await import('./report.ts')).reportAsked(snapshot, asked, asked.positions)
    case 'template':
      return await (await exporting()).templateAsked(territory, asked.file)
    case 'boundary':
      return (await sent()).boundarySent(territory, asked.body)
    case 'duplicates':
      return duplicatesBytes(territory)
    case 'zip':
      return zipOf(territory, asked.people)
    case 'file':
      return fileOf(territory, asked.file, asked.people)
    case 'place': {
      const positions = (await sent()).positionsSent(asked.body, territory)
      listening()
      await store.savePositions(territory.id, positions)
      return null
    }
  }
}

/** Schemas are known to few threads: they take a tenth of a second to load. */
const sent = async () => await import('./sent.ts')
/** Few threads are asked about seminars. */
const seminars = async () => await import('./seminars.ts')
/** Few threads write workbooks. */
const exporting = async () => await import('./export.ts')
/** Few threads are asked about waves. */
const waves = async () => await import('./waves.ts')

/** Nor what is to be done. */
const agenda = async () => await import('./agenda.ts')

/** Of the territories that a thread keeps open. */
const mostKeptBytes = 400_000_000
/** About what a fact takes in memory. */
const bytesOfFact = 1_000
const kept = new ByteCache<Snapshot>(mostKeptBytes)
const opening = new Map<string, Promise<Snapshot>>()

/** A thread reads each revision once. */
async function opened({ id, revision, stamp }: Version, store: DistantStore): Promise<Snapshot> {
  const known = kept.get(stamp) ?? opening.get(stamp)
  if (known) return await known
  const snapshot = store.load(id, revision).then((territory) => new Snapshot(territory))
  opening.set(stamp, snapshot)
  try {
    const { territory } = await snapshot
    kept.set(
      stamp,
      await snapshot,
      bytesOfFact * (territory.ties.size + territory.participations.size + territory.actors.size),
    )
  } finally {
    opening.delete(stamp)
  }
  return await snapshot
}
