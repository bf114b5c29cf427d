import { createHash, hash } from 'node:crypto'

/** 128 bits of SHA-256 over fields in their order, in hexadecimal. */
export function checksum(fields: readonly (string | number | null)[]): string {
  const all = createHash('sha256')
  for (const field of fields) {
    const text = field === null ? '' : String(field)
    // With its length, so that no two lists read the same.
    all.update(field === null ? '-;' : `${text.length};`).update(text)
  }
  return all.digest('hex').slice(0, 2 * digestBytes)
}

const digestBytes = 16

/**
 * One checksum of a set of rows, whatever their order: the exclusive or of 128 bits of SHA-256 of each. A row joins or
 * leaves in the time of hashing it alone. Tells of accidents, not of somebody who makes rows for the purpose.
 */
export class SetChecksum {
  readonly #words = new Int32Array(digestBytes / 4)

  /** Of no row, or of those that `text` already stands for. */
  constructor(text = '') {
    const bytes = Buffer.from(text, 'hex')
    if (bytes.length === digestBytes) this.#mix(bytes)
  }

  /** Adds a row that is not in the set, or takes away one that is. */
  toggle(table: string, key: string, content: string): void {
    this.#mix(hash('sha256', `${table} ${key} ${content}`, 'buffer'))
  }

  toString(): string {
    return Buffer.from(this.#words.buffer).toString('hex')
  }

  #mix(bytes: Buffer): void {
    for (let i = 0; i < this.#words.length; i++) this.#words[i] = (this.#words[i] ?? 0) ^ bytes.readInt32LE(4 * i)
  }
}
