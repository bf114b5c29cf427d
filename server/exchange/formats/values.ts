/** How values of a workbook become texts, see `readSheets`. */

/** What a number of a cell is shown as. `elapsed`: a duration, which does not begin anew each day. */
export type NumberKind = 'number' | 'date' | 'time' | 'elapsed'

/** All digits of it, and a decimal comma. */
export function numberText(value: number): string {
  return String(Object.is(value, -0) ? 0 : value).replace('.', ',')
}

export function booleanText(value: boolean): string {
  return value ? 'VRAI' : 'FAUX'
}

/**
 * A day, a time or both, of a day number of a spreadsheet; the number as it stands where no calendar has it.
 * @param from1904 whether days are counted from 1 January 1904, as a Mac once did, instead of the last of 1899
 */
export function serialText(serial: number, kind: NumberKind, from1904: boolean): string {
  const isDay = serial >= 0 && serial < mostSerial
  if (kind === 'number' || !isDay) return numberText(serial)
  const seconds = Math.round(serial * daySeconds)
  if (kind === 'elapsed') return clock(seconds)
  const [day, time] = [Math.floor(seconds / daySeconds), seconds % daySeconds]
  if (day === 0 && (kind === 'time' || time > 0)) return clock(time)
  // Spreadsheets have a 29 February 1900, which never was: days before it are one further.
  const days = from1904 ? day + 1462 : day < 60 ? day + 1 : day
  const iso = new Date(epoch + days * daySeconds * 1000).toISOString().slice(0, 10)
  return time === 0 ? iso : `${iso} ${clock(time)}`
}

/** A date of ISO 8601, with a time or without. */
export function isoText(date: string): string {
  const [day = '', time = ''] = date.split('T')
  const clocked = time.replace(/(:\d\d)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/, '$1').replace(/^(\d\d:\d\d):00$/, '$1')
  return clocked === '' || clocked === '00:00' ? day : `${day} ${clocked}`
}

/** What a format of numbers shows (ECMA-376, 18.8.31): which of its letters are outside quotes, brackets and escapes. */
export function kindOfFormat(code: string): NumberKind {
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(code)
  const [first = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  const letters = first.replace(/\[[^\]]*\]/g, '')
  if (elapsed) return 'elapsed'
  // « General » and « Standard » are words.
  if (/^(?:general|standard)$/i.test(letters.trim())) return 'number'
  if (/[yd]/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

const daySeconds = 86_400
/** 31 December 9999. */
const mostSerial = 2_958_466
const epoch = Date.UTC(1899, 11, 30)

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${two(hours)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`
}
