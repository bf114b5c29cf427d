import { createReadStream, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { unfinishedOf } from '../store/embedded/place.ts'
import type { App, Rooms } from './rooms.ts'

/** A copy of the store while it serves, where it is a file: nobody else can read it then. */
export function answerBackup(app: App, { store, storeFile }: Rooms): void {
  if (storeFile === null) return
  app.post(
    '/api/backup',
    {
      schema: {
        tags: ['server'],
        summary: 'Everything that is kept, as one SQLite file; `file` must name the store of this server',
        body: z.strictObject({ file: z.string().max(10_000) }),
      },
    },
    async (request, reply) => {
      // Another server may have taken the port of the one that holds the file.
      if (request.body.file !== storeFile) throw new Problem('unknown_file', { file: request.body.file, known: [] })
      // Beside the store, whose next opening clears what a kill leaves.
      const copy = unfinishedOf(realpathSync(storeFile))
      try {
        await store.backup?.(copy)
        const bytes = createReadStream(copy)
        bytes.on('close', () => void rm(copy, { force: true }))
        return await reply.type('application/vnd.sqlite3').send(bytes)
      } catch (error) {
        await rm(copy, { force: true })
        throw error
      }
    },
  )
}
