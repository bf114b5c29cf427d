/**
 * A text as a territory may hold it: in Unicode normal form C, without what cannot be seen (control and format characters,
 * fillers, marks that turn the direction of writing) and without what no file gives back (halves of surrogate pairs).
 * Line ends are `\n`; tabs stay. Idempotent.
 *
 * Two texts that look alike are then the same text, and whatever is exported can be imported again.
 */
export function plainText(text: string): string {
  // Nearly all texts of a territory, for which nothing below does anything.
  if (usual.test(text)) return text
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .toWellFormed()
    .normalize('NFC')
}

/** `plainText` on one line: names, ids and words, which stand in a cell, a menu or beside a dot of the map. */
export function plainLine(text: string): string {
  return plainText(text).replace(/[\t\n]+/g, ' ')
}

/** `plainLine` of a name that somebody typed: no space at its ends, and one where there are several. */
export function plainName(text: string): string {
  return plainLine(text)
    .replace(/\s{2,}/g, ' ')
    .trim()
}

/** The text with code points in place of what is not plain, so that a refusal can quote it. */
export function quotable(text: string): string {
  return text
    .replace(quoted, (unit) => `⟨U+${(unit.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .toWellFormed()
}

/** Latin letters with their accents, and the punctuation of print. */
const usual = /^[ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f\u20ac]*$/

// A joiner between two pictures makes one of them (👩‍🌾), a selector after one its colours or its key (❤️, 1️⃣).
const joiner = String.raw`(?<!\p{Extended_Pictographic}[\u{FE0F}\p{Emoji_Modifier}]?)\u{200D}|\u{200D}(?!\p{Extended_Pictographic})`
const selector = String.raw`(?<!\p{Extended_Pictographic})\u{FE0F}(?!\u{20E3})`
const format = String.raw`[[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]--[\u{200D}\u{FE0F}]]`
const unseen = new RegExp(String.raw`[\p{Cc}--[\t\n]]|${format}|${selector}|${joiner}`, 'gv')
const quoted = new RegExp(String.raw`\p{Cc}|\p{Zl}|\p{Zp}|\p{Cs}|${format}|${selector}|${joiner}`, 'gv')
