import { createHash } from 'node:crypto'
import type { Change } from '../territory/change.ts'

/**
 * SHA-256 of what a commit was asked to do, in hexadecimal: tells whether a key comes back with the same request without
 * keeping the request, which `forget` may have to erase. The order of an object's fields makes no difference.
 */
export function fingerprint(asked: readonly Change[] | { readonly forget: string }): string {
  return createHash('sha256').update(JSON.stringify(asked, fieldsInOrder)).digest('hex')
}

function fieldsInOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
