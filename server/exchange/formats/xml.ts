import { SaxesParser } from 'saxes'
import type { Format } from '../preview.ts'
import { Unreadable } from './unreadable.ts'

export interface Element {
  /** Without its prefix. */
  readonly name: string
  /** Without their prefixes. */
  readonly attributes: ReadonlyMap<string, string>
}

/** What is told of a document as it is read. */
export interface Listener {
  open?(element: Element): void
  text?(text: string): void
  close?(name: string): void
}

/** Elements within elements at most: no format we read goes deeper than twenty. */
const mostDepth = 200

/**
 * Reads an XML document, in the encoding that it declares. A document type is passed over, and no entity but the five of
 * XML is known: nothing grows, nothing is fetched. Throws `Unreadable` with the row of what is malformed; what the
 * listener throws goes through.
 */
export function readXml(bytes: Uint8Array, format: Format, listener: Listener): void {
  for (const _ of readXmlInPieces(bytes, format, listener));
}

/** As `readXml`, and tells after each piece how many bytes are read. */
export function* readXmlInPieces(bytes: Uint8Array, format: Format, listener: Listener): Generator<number> {
  const parser = new SaxesParser({ xmlns: false, position: true })
  let depth = 0
  const malformed = () => new Unreadable({ row: parser.line, code: 'malformed_file', expected: { format } })
  parser.on('error', () => {
    throw malformed()
  })
  // An internal subset can only declare entities: no file of ours needs one.
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw malformed()
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > mostDepth) throw malformed()
    const own = new Map<string, string>()
    for (const key of Object.keys(attributes)) {
      // Of two that differ by their prefix the bare one is meant, or else the first.
      if (!key.includes(':') || !own.has(localName(key))) own.set(localName(key), attributes[key] ?? '')
    }
    listener.open?.({ name: localName(name), attributes: own })
  })
  const text = (said: string) => listener.text?.(said)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => {
    depth--
    listener.close?.(localName(name))
  })
  const decoder = decoderOf(bytes)
  for (let at = 0; at < bytes.length; at += chunk) {
    parser.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }))
    yield Math.min(bytes.length, at + chunk)
  }
  parser.write(decoder.decode()).close()
}

const chunk = 64 * 1024

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** XML says its encoding in its first line, unless it has a mark; else it is in UTF-8. */
function decoderOf(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return new TextDecoder('utf-16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return new TextDecoder('utf-16be')
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8')
  } catch {
    return new TextDecoder('utf-8')
  }
}
