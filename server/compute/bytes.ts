/** Text as it leaves the house, UTF-8. */
export type Bytes = Uint8Array

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function bytesOf(text: string): Bytes {
  return encoder.encode(text)
}

export function jsonBytes(value: unknown): Bytes {
  return encoder.encode(JSON.stringify(value))
}

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
