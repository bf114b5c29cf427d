import { constants, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/**
 * What the parts of a workbook may hold together once inflated, in bytes; and how many times more than they take, beyond
 * a size that harms nobody: sheets inflate ten to forty times, bombs a thousand.
 */
export const inflatedLimits = { bytes: 256 * 1024 * 1024, ratio: 250, ratioFrom: 32 * 1024 * 1024 } as const

/** The parts of a ZIP file, inflated one by one when they are asked for, never beyond what the file says of their size. */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #parts: ReadonlyMap<string, Part>

  /** Throws `Unreadable`: no list of parts, a list that does not hold, too much once inflated. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    const inflated = [...this.#parts.values()].reduce((sum, { size }) => sum + size, 0)
    const most = Math.min(inflatedLimits.bytes, Math.max(inflatedLimits.ratioFrom, bytes.length * inflatedLimits.ratio))
    if (inflated > most) {
      throw new Unreadable({ code: 'file_too_large', got: String(inflated), expected: { atMost: most } })
    }
  }

  get names(): readonly string[] {
    return [...this.#parts.keys()]
  }

  has(name: string): boolean {
    return this.#parts.has(name)
  }

  /** Null: there is no such part. Throws `Unreadable` where it does not inflate to its size. */
  part(name: string): Uint8Array | null {
    const part = this.#parts.get(name)
    if (!part) return null
    const { offset, packed, size, method } = part
    // The names and extras of a local header may be of other lengths than in the list.
    if (offset + 30 > this.#bytes.length || readUint(this.#bytes, offset, 4) !== 0x04034b50) throw damaged()
    const start = offset + 30 + readUint(this.#bytes, offset + 26, 2) + readUint(this.#bytes, offset + 28, 2)
    const content = this.#bytes.subarray(start, start + packed)
    if (content.length !== packed) throw damaged()
    if (method === 0) return content
    if (method !== 8) throw damaged()
    try {
      const inflated = inflateRawSync(content, {
        maxOutputLength: Math.max(1, size),
        finishFlush: constants.Z_SYNC_FLUSH,
      })
      if (inflated.length === size) return inflated
    } catch {
      // Longer than it says, or no deflated data at all.
    }
    throw damaged()
  }
}

interface Part {
  readonly offset: number
  readonly packed: number
  readonly size: number
  /** 0: as it stands; 8: deflated. */
  readonly method: number
}

const mostParts = 10_000

/** The central directory (APPNOTE 4.3.12), sizes past four bytes in their extra field (4.5.3). */
function partsOf(bytes: Buffer): Map<string, Part> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end < 0 || end + 22 > bytes.length) throw damaged()
  let count = bytes.readUInt16LE(end + 10)
  let place = bytes.readUInt32LE(end + 16)
  if ((count === 0xffff || place === 0xffffffff) && end >= 20 && bytes.readUInt32LE(end - 20) === 0x07064b50) {
    const record = Number(bytes.readBigUInt64LE(end - 12))
    if (record + 56 > bytes.length) throw damaged()
    count = Number(bytes.readBigUInt64LE(record + 32))
    place = Number(bytes.readBigUInt64LE(record + 48))
  }
  if (count > mostParts) throw damaged()
  const parts = new Map<string, Part>()
  for (let i = 0; i < count; i++) {
    if (place + 46 > bytes.length || bytes.readUInt32LE(place) !== 0x02014b50) throw damaged()
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((at) => bytes.readUInt16LE(place + at)) as [
      number,
      number,
      number,
    ]
    const nameAt = place + 46
    const extra = bytes.subarray(nameAt + nameLength, nameAt + nameLength + extraLength)
    const [size, packed, offset] = longSizes(
      [24, 20, 42].map((at) => bytes.readUInt32LE(place + at)),
      extra,
    )
    // Some programs part folders as Windows does.
    const name = bytes.toString('utf8', nameAt, nameAt + nameLength).replaceAll('\\', '/')
    parts.set(name, { offset, packed, size, method: bytes.readUInt16LE(place + 10) })
    place = nameAt + nameLength + extraLength + noteLength
  }
  return parts
}

function longSizes(sizes: number[], extra: Buffer): [size: number, packed: number, offset: number] {
  let at = 0
  while (at + 4 <= extra.length) {
    const length = extra.readUInt16LE(at + 2)
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4
      for (const [index, size] of sizes.entries()) {
        if (size !== 0xffffffff) continue
        if (next + 8 > extra.length) throw damaged()
        sizes[index] = Number(extra.readBigUInt64LE(next))
        next += 8
      }
    }
    at += 4 + length
  }
  return sizes as [number, number, number]
}

function readUint(bytes: Uint8Array, at: number, length: 2 | 4): number {
  let value = 0
  for (let i = length - 1; i >= 0; i--) value = value * 256 + (bytes[at + i] ?? 0)
  return value
}

function damaged(): Unreadable {
  return new Unreadable({ code: 'malformed_file', expected: { format: 'zip' } })
}
