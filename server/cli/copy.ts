import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { ConfigError, placeOf, type StoreChoice, storeChoiceFrom } from '../config.ts'
import { openStore } from '../open-store.ts'
import { Problem } from '../problem.ts'
import { type CopyProgress, copyTerritory, revisionOf } from '../store/copy.ts'
import { refuseStaging, type Store } from '../store/store.ts'
import { Refusal, type RefusalDetails } from './refusal.ts'

export interface CopyOptions {
  readonly from: string
  readonly to: string
}

export interface Copied {
  readonly territory: string
  readonly revision: number
}

/** Copies a territory with its history and positions from one store to another; neither gets the examples. */
export async function copyBetween(
  territory: string,
  { from, to }: CopyOptions,
  progress: (progress: CopyProgress) => void,
): Promise<Copied> {
  refuseStaging(territory)
  const source = choiceOf('--from', from)
  const target = choiceOf('--to', to)
  if (isDeepStrictEqual(source, target)) throw new Refusal('same_store', { store: placeOf(source) })
  // Opening a file makes it; a source that is not there is a mistake.
  if (source.kind === 'sqlite' && !existsSync(source.file)) {
    throw new Refusal('unreadable_file', { file: source.file, reason: 'ENOENT' })
  }
  await using there = await openStore(source, noExamples)
  // Before a target is made that nothing would be copied to.
  await there.history(territory, { limit: 1 })
  await using here = await openStore(target, noExamples)
  try {
    return { territory, revision: await copyTerritory(territory, there, here, progress) }
  } catch (error) {
    const failure = error instanceof Problem ? error : String(error)
    throw new Refusal('copy_failed', {
      territory,
      store: placeOf(target),
      failure,
      left: await leftAt(here, territory),
    })
  }
}

async function leftAt(store: Store, territory: string): Promise<RefusalDetails['copy_failed']['left']> {
  try {
    return (await revisionOf(store, territory)) ?? 'nothing'
  } catch {
    return 'unknown'
  }
}

const noExamples = async () => []

function choiceOf(option: string, text: string): StoreChoice {
  try {
    return storeChoiceFrom(text, process.env)
  } catch (error) {
    if (!(error instanceof ConfigError) || error.variable !== 'MAILLAGE_STORE') throw error
    throw new Refusal('bad_value', { option, got: error.got, expected: 'sqlite:…, neo4j://…, bolt://…' })
  }
}
