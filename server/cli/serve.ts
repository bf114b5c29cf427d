import closeWithGrace from 'close-with-grace'
import type { Config } from '../config.ts'
import { start } from '../main.ts'
import { Refusal, reasonOf } from './refusal.ts'

/** A request under way when the server is told to stop has this long to finish. */
const graceMs = 10_000
/** What a database does not answer by then is given up, and the request told so. */
const databaseMs = 5_000

/** Serves until the process is told to stop. `opened` is told where; logs go to standard error. */
export async function serve(config: Config, opened: (url: string) => Promise<void>): Promise<void> {
  // Without the name of the machine, which often is that of a person.
  const logger = { level: process.stderr.isTTY ? 'warn' : 'info', stream: process.stderr, base: null }
  const ending = new AbortController()
  const running = await start(config, { logger, signal: ending.signal }).catch((error: unknown) => {
    if (!(error instanceof Error && 'syscall' in error && error.syscall === 'listen')) throw error
    const { host, port } = config
    const reason = reasonOf(error)
    throw reason === 'EADDRINUSE'
      ? new Refusal('port_taken', { host, port })
      : new Refusal('cannot_listen', { host, port, reason })
  })
  const grace = closeWithGrace({ delay: graceMs, logger: false }, async ({ err }) => {
    if (err) console.error(err)
    const giveUp = setTimeout(() => ending.abort(), databaseMs)
    await running.close()
    clearTimeout(giveUp)
  })
  await opened(running.url).catch(async (error: unknown) => {
    grace.uninstall()
    await running.close()
    throw error
  })
}
