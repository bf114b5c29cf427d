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
const inFull: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeZone: 'UTC' }
const byMonth: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone: 'UTC' }
const toTheMinute: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short' }
// One width of space for all that belongs to a number: thousands and percent.
const respaced = (number: string) => number.replaceAll('\u00a0', '\u202f')

/** Numbers, counts, lists and dates as a language writes them. */
function formatsOf({ locale, undefined: none, isOne, dated }: Habits) {
  // A format takes longer to make than a hundred numbers to write, and a screen writes hundreds.
  const decimals = once((digits: number) => new Intl.NumberFormat(locale, { ...tidy, maximumFractionDigits: digits }))
  const fixedDecimals = once(
    (digits: number) =>
      new Intl.NumberFormat(locale, { ...tidy, minimumFractionDigits: digits, maximumFractionDigits: digits }),
  )
  const percents = once(
    (digits: number) => new Intl.NumberFormat(locale, { ...tidy, style: 'percent', maximumFractionDigits: digits }),
  )
  const lists = once((type: Intl.ListFormatOptions['type']) => new Intl.ListFormat(locale, { type }))
  const dates = once((options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options))
  const written = (format: Intl.NumberFormat, value: number) =>
    Number.isNaN(value) ? none : respaced(format.format(value).replace('-', '−'))
  const number = (value: number, digits = 2) => written(decimals(digits), value)
  const fixed = (value: number, digits: number) => written(fixedDecimals(digits), value)
  const day = (options: Intl.DateTimeFormatOptions, date: string) => dated(dates(options).format(new Date(date)))
  return {
    number,
    /** All digits, so that those of a column stand one under the other. */
    fixed,
    /** The same of a change, with its sign. */
    signed: (value: number, digits: number) => {
      const shown = fixed(value, digits)
      return value > 0 && shown !== fixed(0, digits) ? `+${shown}` : shown
    },
    /** « 2 acteurs »: the word agrees with the number as it is shown. */
    count: (n: number, one: string, many: string) =>
      `${number(n)} ${isOne(Math.abs(Number(n.toFixed(2)))) ? one : many}`,
    /** Of a share between 0 and 1; small ones keep a digit. */
    percent: (share: number) => written(percents(Math.abs(share) < 0.1 ? 1 : 0), share),
    list: (words: readonly string[]) => lists('conjunction').format(words),
    /** Of a day, which is the same day in every time zone. */
    date: (date: string) => day(inFull, date),
    month: (date: string) => day(byMonth, date),
    /** Of an instant, in the time zone of the reader. */
    dateTime: (instant: string) => day(toTheMinute, instant),
  }
}

/** What is made of each key the first time it is asked for. */
function once<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
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
