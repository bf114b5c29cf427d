import { hash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Change } from '../domain/change.ts'
import type { CommitDraft } from './store.ts'

/**
 * A list of changes too long to be held: parts of it as JSON, deflated (RFC 1951). A million ties take some twenty megabytes. A fact may name those of its
 * own part and of earlier ones, and no fact is changed twice.
 */
export interface PackedChanges {
  readonly parts: readonly Uint8Array[]
}

/** A commit of very many changes. */
export interface LongDraft extends Omit<CommitDraft, 'changes' | 'undoes'> {
  readonly packed: PackedChanges
}

/** Packs changes as they come. */
export class ChangePacker {
  readonly #parts: Uint8Array[] = []
  #waiting: Change[] = []
  #count = 0

  get count(): number {
    return this.#count
  }

  take(changes: readonly Change[]): void {
    this.#count += changes.length
    for (const change of changes) {
      this.#waiting.push(change)
      if (this.#waiting.length >= partChanges) this.#close()
    }
  }

  /** @param first goes before all that was taken */
  packed(first: readonly Change[] = []): PackedChanges {
    this.#close()
    return { parts: [...(first.length > 0 ? [packedPart(first)] : []), ...this.#parts] }
  }

  #close(): void {
    if (this.#waiting.length > 0) this.#parts.push(packedPart(this.#waiting))
    this.#waiting = []
  }
}

const partChanges = 5_000

export function packedPart(changes: readonly Change[]): Uint8Array {
  return deflateRawSync(JSON.stringify(changes), { level: 3 })
}

/** The changes of a part, every one of which was packed here. */
export function unpackedPart(part: Uint8Array): Change[] {
  return JSON.parse(textOfPart(part))
}

export function textOfPart(part: Uint8Array): string {
  return inflateRawSync(part).toString('utf8')
}

/** Tells whether a key comes back with the same request, like `fingerprint`. */
export function fingerprintOfParts({ parts }: PackedChanges): string {
  return hash('sha256', parts.map((part) => hash('sha256', part, 'hex')).join(' '), 'hex')
}

/** The list, held after all. */
export function unpacked({ parts }: PackedChanges): Change[] {
  return parts.flatMap(unpackedPart)
}
