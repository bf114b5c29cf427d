import { createReadStream, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { unfinishedOf } from '../store/embedded/place.ts'
import type { Rooms } from './rooms.ts'
import type { AddRoute } from './route.ts'

/** A copy of the store while it serves, where it is a file: nobody else can read it then. */
export function answerBackup(add: AddRoute, { store, storeFile }: Rooms): void {
  if (storeFile === null) return
  add({
    method: 'POST',
    url: '/api/backup',
    part: 'server',
    summary: 'Everything that is kept, as one SQLite file; `file` must name the store of this server',
    access: 'manage',
    body: z.strictObject({ file: z.string().max(10_000) }),
    answers: { 200: null },
    async handle({ body, reply }) {
      // Another server may have taken the port of the one that holds the file.
      if (body.file !== storeFile) throw new Problem('unknown_file', { file: body.file, known: [] })
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
  })
}
