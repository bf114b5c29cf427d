import { createHmac, randomBytes } from 'node:crypto'
import type { KeyOf } from '../domain/note.ts'

/** What only a store knows of a territory: 256 bits, made once, never sent out. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** The kind of a finding and 128 bits of HMAC-SHA-256 of all of it: as many keys as findings, and no way back. */
export function keysUnder(secret: string): KeyOf {
  return (id) => {
    const mac = createHmac('sha256', secret).update(id).digest().subarray(0, 16).toString('base64url')
    return `${id.slice(0, id.indexOf(':'))}-${mac}`
  }
}
