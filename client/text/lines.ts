/** The text with figures kept on the line of what they count. */
export function bound(text: string): string {
  return text.replace(/(?<=\d) (?=\p{L})/gu, '\u00a0')
}
