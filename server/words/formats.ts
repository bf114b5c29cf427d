/** What a language does that `Intl` does not know. */
interface Habits {
  readonly locale: string
  /** What a value without meaning is called. */
  readonly undefined: string
  /** Whether a number as it is shown takes the singular. */
  readonly isOne: (shown: number) => boolean
  /** A long date as this language writes it, of what `Intl` makes. */
  readonly dated: (date: string) => string
}

// No « -0 ».
const tidy: Intl.NumberFormatOptions = { signDisplay: 'negative' }
// One width of space for all that belongs to a number: thousands and percent.
const respaced = (number: string) => number.replaceAll('\u00a0', '\u202f')

/** Numbers, counts, lists and dates as a language writes them. */
function formatsOf({ locale, undefined: none, isOne, dated }: Habits) {
  const written = (value: number, options: Intl.NumberFormatOptions) =>
    Number.isNaN(value)
      ? none
      : respaced(new Intl.NumberFormat(locale, { ...tidy, ...options }).format(value).replace('-', '−'))
  const number = (value: number, digits = 2) => written(value, { maximumFractionDigits: digits })
  const day = (options: Intl.DateTimeFormatOptions, date: string) =>
    dated(new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(date)))
  return {
    number,
    /** « 2 acteurs »: the word agrees with the number as it is shown. */
    count: (n: number, one: string, many: string) =>
      `${number(n)} ${isOne(Math.abs(Number(n.toFixed(2)))) ? one : many}`,
    /** Of a share between 0 and 1; small ones keep a digit. */
    percent: (share: number) =>
      written(share, { style: 'percent', maximumFractionDigits: Math.abs(share) < 0.1 ? 1 : 0 }),
    list: (words: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
    /** Of a day, which is the same day in every time zone. */
    date: (date: string) => day({ dateStyle: 'long' }, date),
    month: (date: string) => day({ month: 'long', year: 'numeric' }, date),
    /** Of an instant, in the time zone of the reader. */
    dateTime: (instant: string) =>
      dated(new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))),
  }
}

export const french = formatsOf({
  locale: 'fr-FR',
  undefined: 'n.\u00a0d.',
  isOne: (shown) => shown < 2,
  dated: (date) => date.replace(/^1(?= )/, '1er'),
})

export const english = formatsOf({
  locale: 'en-GB',
  undefined: 'n/a',
  isOne: (shown) => shown === 1,
  dated: (date) => date,
})
