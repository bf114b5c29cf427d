import type { Connection } from '../diagnosis/connection.ts'
import type { Territory } from '../domain/territory.ts'
import { unpack } from '../packed.ts'
import type { Packed, Positions } from '../store/store.ts'
import { type Bytes, jsonBytes } from './bytes.ts'
import { ByteCache } from './cache.ts'
import { type AskedConnection, type AskedQuestion, askedQuestion, connectionOf } from './diagnosis.ts'
import { fileOf, importOf, type ReadFiles, type SentFiles, zipOf } from './exchange.ts'
import { type AskedMeasures, type MeasurableNetwork, measurableNetwork } from './measures.ts'
import { networkToWire, twoModeToWire } from './network.ts'
import { type AskedPerimeter, perimeterWithin } from './perimeter.ts'
import { type PackedQuestion, toldCohesionOf } from './question.ts'
import { Snapshot } from './snapshot.ts'
import { territoryToWire } from './territory.ts'

/** What can be asked of a territory, and what is answered: bytes to send, or what other threads will read. */
export interface Answers {
  territory: { asked: null; answer: Bytes }
  network: { asked: AskedPerimeter; answer: Bytes }
  twoMode: { asked: AskedPerimeter; answer: Bytes }
  measurable: { asked: AskedMeasures; answer: MeasurableNetwork }
  question: { asked: AskedQuestion; answer: PackedQuestion }
  connection: { asked: AskedConnection; answer: Connection }
  cohesion: { asked: null; answer: number | null }
  zip: { asked: null; answer: Bytes }
  file: { asked: string; answer: Bytes }
  places: { asked: Bytes; answer: Positions }
  import: { asked: Packed<SentFiles>; answer: ReadFiles }
}
export type Asked = keyof Answers

/** A territory at one revision, unread. */
export interface PackedSnapshot {
  /** Equal stamps, equal territories. */
  readonly stamp: string
  readonly territory: Packed<Territory>
}

export type Question = { [A in Asked]: { readonly ask: A; readonly asked: Answers[A]['asked'] } }[Asked]

/** Territories that a thread keeps open, packed: read, they take some four times as much. */
const mostKeptBytes = 100_000_000
const snapshots = new ByteCache<Snapshot>(mostKeptBytes)

/** Runs on a worker thread, which reads each revision once. */
export async function answer(packed: PackedSnapshot, question: Question): Promise<Answers[Asked]['answer']> {
  const snapshot = opened(packed)
  const { territory } = snapshot
  switch (question.ask) {
    case 'territory':
      return jsonBytes(territoryToWire(territory))
    case 'network':
      return jsonBytes(networkToWire(territory, snapshot.network(perimeterWithin(territory, question.asked))))
    case 'twoMode':
      return jsonBytes(twoModeToWire(territory, snapshot.twoMode(perimeterWithin(territory, question.asked))))
    case 'measurable':
      return measurableNetwork(snapshot, question.asked)
    case 'question':
      return askedQuestion(snapshot, question.asked)
    case 'connection':
      return connectionOf(question.asked)
    case 'cohesion':
      return toldCohesionOf(territory)
    case 'zip':
      return zipOf(territory)
    case 'file':
      return fileOf(territory, question.asked)
    case 'places': {
      // Schemas are known to few threads: they take a tenth of a second to load.
      const { placesIn } = await import('./places.ts')
      return placesIn(territory, question.asked)
    }
    case 'import':
      return importOf(territory, unpack(question.asked))
  }
}

function opened({ stamp, territory }: PackedSnapshot): Snapshot {
  const known = snapshots.get(stamp)
  if (known) return known
  const snapshot = new Snapshot(unpack(territory))
  snapshots.set(stamp, snapshot, territory.byteLength)
  return snapshot
}
