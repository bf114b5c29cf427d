import { hash } from 'node:crypto'

/** 128 bits of SHA-256 over fields in their order, in hexadecimal. */
export function checksum(fields: readonly (string | number | null)[]): string {
  // Each with its length, so that no two lists read the same.
  const all = fields.map((field) => (field === null ? '-;' : `${String(field).length};${field}`)).join('')
  return hash('sha256', all, 'hex').slice(0, 2 * digestBytes)
}

const digestBytes = 16

/**
 * One checksum of a set of rows, whatever their order: the exclusive or of 128 bits of SHA-256 of each. A row joins or
 * leaves in the time of hashing it alone. Tells of accidents, not of somebody who makes rows for the purpose.
 */
export class SetChecksum {
  readonly #bytes = new Uint8Array(digestBytes)

  /** Of no row, or of those that `text` already stands for. */
  constructor(text = '') {
    const bytes = Buffer.from(text, 'hex')
    if (bytes.length === digestBytes) this.#bytes.set(bytes)
  }

  /** Adds a row that is not in the set, or takes away one that is. */
  toggle(table: string, key: string, content: string): void {
    // A string of bytes comes in half the time of a buffer.
    const digest = hash('sha256', `${table} ${key} ${content}`, 'binary')
    for (let i = 0; i < digestBytes; i++) this.#bytes[i] = (this.#bytes[i] ?? 0) ^ digest.charCodeAt(i)
  }

  toString(): string {
    return Buffer.from(this.#bytes).toString('hex')
  }
}
