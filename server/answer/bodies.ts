import type { z } from 'zod'
import { pack } from '../packed.ts'
import type { Packed, PackedDraft } from '../store/store.ts'
import { importSchema } from '../wire/exchange.ts'
import { commitChangesSchema, createTerritorySchema } from '../wire/record.ts'
import type { Bytes } from './bytes.ts'
import type { SentFiles } from './exchange.ts'
import { invalidRequest } from './faults.ts'
import { jsonSent } from './json.ts'

/** Bodies that may be as large as a territory, with what is large in them packed. */
export interface Bodies {
  changes: Omit<PackedDraft, 'at'> & { readonly base: number }
  create: Omit<PackedDraft, 'at' | 'origin'> & { readonly id: string }
  import: {
    readonly sent: Packed<SentFiles>
    readonly commit: { readonly base: number; readonly key: string; readonly author: string | null } | null
  }
}
export type Body = keyof Bodies

/** Refuses `invalid_json`, `invalid_request`. */
export function readBody(body: Body, bytes: Bytes): Bodies[Body] {
  switch (body) {
    case 'changes': {
      const { changes, ...draft } = parsed(commitChangesSchema, bytes)
      return { ...draft, changes: pack(changes) }
    }
    case 'create': {
      const { changes, ...draft } = parsed(createTerritorySchema, bytes)
      return { ...draft, changes: pack(changes) }
    }
    case 'import': {
      const { files, wave = null, commit = null } = parsed(importSchema, bytes)
      return { sent: pack({ files, wave }), commit }
    }
  }
}

export function parsed<T>(schema: z.ZodType<T>, bytes: Bytes): T {
  const result = schema.safeParse(jsonSent(bytes))
  if (result.success) return result.data
  throw invalidRequest(result.error.issues.map((issue) => ({ ...issue, path: ['body', ...issue.path] })))
}
