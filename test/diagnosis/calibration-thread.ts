import { parentPort } from 'node:worker_threads'
import { calibrate, rows, type Tally } from './calibration.ts'

/** Some worlds of a row, which any thread may diagnose: their numbers name their chance. */
export interface Chunk {
  readonly row: string
  readonly first: number
  readonly worlds: number
}

export interface Calibrated extends Chunk {
  readonly tally: Tally
}

parentPort?.on('message', async (chunk: Chunk) => {
  const row = rows.find(({ name }) => name === chunk.row)
  if (!row) throw new RangeError(`no row ${chunk.row}`)
  const done: Calibrated = { ...chunk, tally: await calibrate(row, chunk.worlds, chunk.first) }
  parentPort?.postMessage(done)
})
