import { isUtf8 } from 'node:buffer'

/** What a file is when it is no text, by the name people give it; null when it may well be one. */
export function formatOf(bytes: Uint8Array): 'xlsx' | 'ods' | 'xls' | 'image' | 'pdf' | 'binary' | null {
  const start = Buffer.from(bytes.subarray(0, 100)).toString('latin1')
  if (start.startsWith('%PDF-')) return 'pdf'
  if (images.test(start)) return 'image'
  if (start.startsWith('PK\x03\x04')) return start.includes('opendocument') ? 'ods' : 'xlsx'
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'xls'
  return markOf(bytes) === null && bytes.includes(0) ? 'binary' : null
}

/** PNG, JPEG, GIF, WebP, TIFF and HEIC, by how they begin. */
const images = /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|II\*\0|MM\0\*|.{4}ftyp(?:hei|mif|avif))/s

/**
 * The text of a file: UTF-8, UTF-16 with its mark or without, else one of the four single-byte encodings that programs offer in
 * Western Europe. These give a letter to every byte, so the one under which they are most like French is meant,
 * Windows-1252 when several are.
 */
export function textOf(bytes: Uint8Array): string {
  const mark = markOf(bytes)
  if (mark) return new TextDecoder(mark).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return singleByteDecoder(bytes)(bytes)
  }
}

/** The text of a file in pieces of so many bytes, none of which is held longer than it is looked at. Decoded as `textOf` does. */
export function* textPieces(bytes: Uint8Array, size = 1024 * 1024): Generator<string> {
  const label = markOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : null)
  if (label) {
    const decoder = new TextDecoder(label)
    for (let at = 0; at < bytes.length; at += size)
      yield decoder.decode(bytes.subarray(at, at + size), { stream: true })
    yield decoder.decode()
  } else {
    const decoded = singleByteDecoder(bytes)
    for (let at = 0; at < bytes.length; at += size) yield decoded(bytes.subarray(at, at + size))
  }
}

function markOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // Of the letters a header begins with, UTF-16 leaves every other byte empty.
  const start = bytes.subarray(0, 8)
  if (start.length < 8) return null
  if (start.every((byte, place) => (byte === 0) === (place % 2 === 1))) return 'utf-16le'
  return start.every((byte, place) => (byte === 0) === (place % 2 === 0)) ? 'utf-16be' : null
}

function singleByteDecoder(bytes: Uint8Array): (bytes: Uint8Array) => string {
  const occurrences = new Float64Array(256)
  for (const byte of bytes) occurrences[byte] = (occurrences[byte] ?? 0) + 1
  const frenchUnder = (letters: string) =>
    [...letters].reduce((sum, letter, i) => sum + (french.get(letter) ?? 0) * (occurrences[128 + i] ?? 0), 0)
  const letters = [macRoman, codePage850].reduce(
    (best, other) => (frenchUnder(other) > frenchUnder(best) ? other : best),
    windows1252,
  )
  // Where Windows-1252 would put a half or a quarter into a word, ISO 8859-15 has « œ » and « Œ ».
  if (letters === windows1252 && hasFractionInWord(bytes)) {
    const decoder = new TextDecoder('iso-8859-15')
    return (some) => decoder.decode(some)
  }
  return (some) =>
    Buffer.from(some.buffer, some.byteOffset, some.byteLength)
      .toString('latin1')
      .replace(/[\x80-\xff]/g, (byte) => letters.charAt(byte.charCodeAt(0) - 128))
}

function hasFractionInWord(bytes: Uint8Array): boolean {
  const isLetter = (byte: number | undefined) => byte !== undefined && /\p{L}/u.test(String.fromCharCode(byte))
  return bytes.some(
    (byte, at) => (byte === 0xbc || byte === 0xbd) && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])),
  )
}

/** How common letters are in French beside one another, roughly: a byte that is « é » in one encoding is « Ç » in another. */
const french = new Map<string, number>([
  ['é', 20],
  ...[...'èà’'].map((letter) => [letter, 5] as const),
  ...[...'êçôî'].map((letter) => [letter, 3] as const),
  ...[...'âûùëïœÉÀ«»–…€°'].map((letter) => [letter, 2] as const),
  ...[...'äæöüÂÄÆÇÈÊËÎÏÔÖŒÙÛÜ‘“”—'].map((letter) => [letter, 1] as const),
])

/** The letters of the bytes from 128 on: « CSV », « CSV (Macintosh) » and « CSV (MS-DOS) » of Excel. */
const upperHalf = Uint8Array.from({ length: 128 }, (_, i) => 128 + i)
const windows1252 = new TextDecoder('windows-1252').decode(upperHalf)
const macRoman = new TextDecoder('macintosh').decode(upperHalf)
const codePage850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'
