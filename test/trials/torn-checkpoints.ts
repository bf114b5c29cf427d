import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isDeepStrictEqual } from 'node:util'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { spelled } from '../domain/arbitrary.ts'
import { draft, manyActors, manyTies, putActor } from '../store/samples.ts'
import { temporary } from '../store/temporary.ts'
import type { Trial } from './trial.ts'

const sectorBytes = 512

/**
 * The power goes while the log is copied into the file: some sectors of it are new, others as they were, in any order,
 * and the file may not have grown yet. The log is whole, for it was synced before.
 */
export const tornCheckpoints: Trial = {
  name: 'torn checkpoints',
  rounds: 200,
  async run(rounds) {
    await using folder = await temporary()
    const file = join(folder.path, 'a.sqlite')
    await using store = await openEmbeddedStore(file)
    await store.create('t', draft('k0', manyActors(100)))
    const found = { replayed: 0 }
    const faults: string[] = []
    for (let round = 0; round < rounds; round++) {
      const base = round + 1
      const changes = round % 4 === 3 ? manyTies(500, 100) : [putActor(`a${round % 100}`, `n° ${round}`)]
      await store.commit('t', base, draft(`k${base}`, changes))
      const before = await readFile(file)
      const done = join(folder.path, 'done.sqlite')
      await copyFile(file, done)
      await copyFile(`${file}-wal`, `${done}-wal`)
      const copied = new DatabaseSync(done)
      copied.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      copied.close()
      const torn = join(folder.path, `torn-${round}.sqlite`)
      await writeFile(torn, mixed(before, await readFile(done), round / rounds))
      await copyFile(`${file}-wal`, `${torn}-wal`)
      try {
        await using left = await openEmbeddedStore(torn)
        const [is, was] = [await left.load('t'), await store.load('t')]
        if (isDeepStrictEqual(spelled(is), spelled(was))) found.replayed += 1
        else faults.push(`round ${round}: revision ${is.revision} of ${was.revision}`)
      } catch (error) {
        faults.push(`round ${round}: ${error}`)
      }
    }
    return { found, faults }
  },
}

/** @param share of the sectors that are new, 0 to 1 */
function mixed(before: Buffer, after: Buffer, share: number): Buffer {
  const grown = Math.random() < 0.5 ? after.length : before.length
  const torn = Buffer.alloc(grown)
  before.copy(torn)
  for (let at = 0; at < grown; at += sectorBytes) {
    if (Math.random() < share) after.copy(torn, at, at, at + sectorBytes)
  }
  return torn
}
