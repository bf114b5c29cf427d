import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { type Opened, storeContract } from './contract.ts'

storeContract('SQLite', inFile)

async function inFile(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-'))
  const file = join(folder, 'made', 'for', 'it.sqlite')
  let current = await openEmbeddedStore(file)
  return {
    store: current,
    async reopen() {
      await current.close()
      current = await openEmbeddedStore(file)
      return current
    },
    async [Symbol.asyncDispose]() {
      await current.close()
      await rm(folder, { recursive: true })
    },
  }
}
