import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A temporary folder of their own for the page that is built and all that browsers leave, gone with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const usual = tmpdir()
  const own = await mkdtemp(join(usual, 'maillage-browser-'))
  process.env.TMPDIR = own
  return async () => {
    process.env.TMPDIR = usual
    await rm(own, { recursive: true, force: true })
  }
}
