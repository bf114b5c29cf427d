import { hash } from 'node:crypto'
import type { Change } from '../domain/change.ts'

/**
 * SHA-256 of what a commit was asked to do, in hexadecimal: tells whether a key comes back with the same request without
 * keeping the request, which `forget` may have to erase. The order of an object's fields makes no difference.
 */
export function fingerprint(
  asked: readonly Change[] | { readonly forget: string } | { readonly forgetPerson: string },
): string {
  return hash('sha256', JSON.stringify(withFieldsInOrder(asked)), 'hex')
}

function withFieldsInOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withFieldsInOrder)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([name, field]) => [name, withFieldsInOrder(field)]))
}
