import { Problem } from '../problem.ts'

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

/** Lists and objects within each other. What we are sent needs six. */
const mostNested = 32

/**
 * The value that somebody else’s JSON spells. Refuses `invalid_json`, and with it what reads differently from how it looks: bytes that are
 * no UTF-8, for a letter that was replaced would be kept for good, and the key `__proto__`, which is lost wherever an
 * object is copied.
 */
export function jsonSent(bytes: Bytes): unknown {
  if (isNestedDeeper(bytes, mostNested)) throw invalid(`nested deeper than ${mostNested}`)
  try {
    const text = decoder.decode(bytes)
    return mayNameProto.test(text) ? JSON.parse(text, refuseProto) : JSON.parse(text)
  } catch (error) {
    throw error instanceof Problem ? error : invalid(error instanceof Error ? error.message : String(error))
  }
}

/** One pass over the bytes: reading a million brackets within each other would take seconds. */
function isNestedDeeper(bytes: Bytes, most: number): boolean {
  let depth = 0
  let isText = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (byte === quote) isText = !isText
    else if (isText) i += byte === backslash ? 1 : 0
    else if (byte === openList || byte === openObject) depth++
    else if (byte === closeList || byte === closeObject) depth--
    if (depth > most) return true
  }
  return false
}

const [quote, backslash, openList, closeList, openObject, closeObject] = new TextEncoder().encode('"\\[]{}')

/** Written as it stands, or with one of its letters as an escape. */
const mayNameProto = /__proto__|\\u00[57]|\\u006/i

function refuseProto(key: string, value: unknown): unknown {
  if (key === '__proto__') throw invalid('the key __proto__')
  return value
}

function invalid(reason: string): Problem {
  return new Problem('invalid_json', { reason })
}
