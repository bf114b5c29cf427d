/** Numbers, counts, lists and dates as a language writes them. */
export function formatsOf(locale: string, isOne: (n: number) => boolean) {
  const number = (value: number, digits = 2) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  return {
    number,
    /** « 2 acteurs » */
    count: (n: number, one: string, many: string) => `${number(n)} ${isOne(n) ? one : many}`,
    /** Of a share between 0 and 1; small ones keep a digit. */
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 }).format(share),
    list: (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    /** Of a day, which is the same day in every time zone. */
    date: (day: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)),
    month: (day: string) =>
      new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(day)),
    /** Of an instant, in the time zone of the reader. */
    dateTime: (instant: string) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant)),
  }
}

export const french = formatsOf('fr-FR', (n) => n < 2)
export const english = formatsOf('en-GB', (n) => n === 1)
