/** Text as it leaves the house, UTF-8. */
export type Bytes = Uint8Array

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export function bytesOf(text: string): Bytes {
  return encoder.encode(text)
}

export function jsonBytes(value: unknown): Bytes {
  return encoder.encode(JSON.stringify(value))
}

/** Throws on bytes that are no UTF-8: a letter that was replaced would be kept for good. */
export function jsonIn(bytes: Bytes): unknown {
  return JSON.parse(decoder.decode(bytes))
}

export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
