/** Keeps what was used last, up to a number of bytes. What is larger than the whole cache is not kept. */
export class ByteCache<T> {
  readonly #most: number
  readonly #entries = new Map<string, { readonly value: T; readonly bytes: number }>()
  #bytes = 0

  constructor(mostBytes: number) {
    this.#most = mostBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    // A Map lists in order of insertion: what was just used goes last, what nobody asked for longest stays first.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  /** @param size in bytes, about, where it cannot be seen from the value */
  set(key: string, value: T, size = bytesOf(value)): void {
    const bytes = 2 * key.length + size
    this.#drop(key)
    if (bytes > this.#most) return
    this.#entries.set(key, { value, bytes })
    this.#bytes += bytes
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#most) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#entries.get(key)?.bytes ?? 0
    this.#entries.delete(key)
  }
}

/** About what a plain value with typed arrays holds in memory. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value) || value instanceof SharedArrayBuffer) return 100 + value.byteLength
  if (typeof value === 'string') return 16 + 2 * value.length
  if (typeof value !== 'object' || value === null) return 8
  return Object.entries(value).reduce((sum, [key, item]) => sum + 2 * key.length + 16 + bytesOf(item), 50)
}
