import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { temporary } from '../store/temporary.ts'
import type { Trial } from './trial.ts'

const run = promisify(execFile)
const program = fileURLToPath(new URL('./full-disk-server.ts', import.meta.url))
/** A disk of 8 MB in memory, which nobody else sees and which goes away with the process. */
const onSmallDisk = 'mount -t tmpfs -o size=8m tmpfs "$0" && exec "$@"'

/** The disk fills: commits are refused whole, what is erased is told as erased, and with room again all goes on. */
export const fullDisk: Trial = {
  name: 'full disks',
  rounds: 100,
  async run(rounds) {
    await using folder = await temporary()
    const within = (...command: string[]) => run('unshare', ['-rm', 'sh', '-c', onSmallDisk, folder.path, ...command])
    const canMount = await within('true').then(
      () => true,
      () => false,
    )
    if (!canMount) return null
    const { stdout } = await within(process.execPath, program, folder.path, String(rounds))
    return JSON.parse(stdout)
  },
}
