import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { draft, manyActors, manyTies, putActor } from '../store/samples.ts'
import { temporary } from '../store/temporary.ts'
import type { Trial } from './trial.ts'

/** The last transaction reaches the disk in part: cut short, or with 512 bytes of it that never came. */
export const powerCuts: Trial = {
  name: 'power cuts',
  rounds: 200,
  async run(rounds) {
    await using folder = await temporary()
    const file = join(folder.path, 'a.sqlite')
    await using store = await openEmbeddedStore(file)
    await store.create('t', draft('k0', manyActors(100)))
    const found = { 'without the last commit': 0, 'with it': 0 }
    const faults: string[] = []
    for (let round = 0; round < rounds; round++) {
      const acknowledged = (await readFile(`${file}-wal`)).length
      const base = round + 1
      const changes = round % 4 === 3 ? manyTies(500, 100) : [putActor('a0', `n° ${round}`)]
      const before = await readFile(file)
      await store.commit('t', base, draft(`k${base}`, changes))
      const log = await readFile(`${file}-wal`)
      // The log was begun again: what is in it is not all of this transaction.
      if (log.length <= acknowledged) continue
      const at = acknowledged + Math.floor(Math.random() * (log.length - acknowledged))
      const cut = join(folder.path, 'cut.sqlite')
      await writeFile(cut, before)
      await copyFile(`${file}-wal`, `${cut}-wal`)
      if (round % 2 === 0) await truncate(`${cut}-wal`, at)
      else
        await writeFile(
          `${cut}-wal`,
          Buffer.concat([log.subarray(0, at), Buffer.alloc(Math.min(512, log.length - at)), log.subarray(at + 512)]),
        )
      try {
        await using left = await openEmbeddedStore(cut)
        const { revision } = await left.load('t')
        found[revision === base ? 'without the last commit' : 'with it'] += 1
        if (revision < base) faults.push(`round ${round}: revision ${revision} of ${base}`)
      } catch (error) {
        faults.push(`round ${round}: ${error}`)
      }
    }
    return { found, faults }
  },
}
