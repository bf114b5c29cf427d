/** Letters that decompose into no others. */
const spelledOut: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * The words of a name as names are compared: lower case, one space between words, without accents, ligatures, widths or
 * characters nobody sees, and without regard to how apostrophes, hyphens, spaces and other marks are written.
 * « ﬁnance de l’Œuvre » → « finance de l oeuvre ». Folding again changes nothing.
 */
export function foldedWords(name: string): string {
  // Nearly all ids, and many names, are without accents.
  if (ascii.test(name))
    return name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return (
    name
      .normalize('NFKD')
      .toLowerCase()
      // Lower case may bring a combining mark: that of « İ ».
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/[œæßøłđðþı]/gu, (letter) => spelledOut[letter] ?? letter)
      // The apostrophe « ʼ » passes for a letter, as modifiers do.
      .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, ' ')
      .trim()
  )
}

const ascii = /^[\t\n\r -~]*$/

/** Letters and digits alone: under it names are the same whose words are parted differently. */
export function folded(name: string): string {
  return foldedWords(name).replaceAll(' ', '')
}
