import { ICalCalendar, ICalCalendarMethod } from 'ical-generator'
import type { Territory } from '../domain/territory.ts'
import { revivals as english } from '../words/en/revivals.ts'
import { revivals as french } from '../words/fr/revivals.ts'
import type { Language } from '../words/language.ts'
import type { RevivalTold, RevivalWords } from '../words/revivals.ts'

/** A tie to be revived, as a calendar tells of it. Actors go by their ids. */
export interface CalendarTie extends Omit<RevivalTold, 'goBetween' | 'seminar'> {
  readonly ends: readonly [string, string]
  readonly goBetween: string | null
}

const words: Readonly<Record<Language, RevivalWords>> = { fr: french, en: english }
/** Days between two entries, and entries: a year of them. */
const daysApart = 7
const mostEntries = 52
const dayMs = 86_400_000

/**
 * A calendar file (RFC 5545): one tie a week, of the whole day, in the order given. Written anew it has the same entries, so that a calendar replaces what it has.
 *
 * @param start YYYY-MM-DD, of the first entry
 */
export function revivalCalendar(
  territory: Territory,
  ties: readonly CalendarTie[],
  { language, start }: { readonly language: Language; readonly start: string },
): string {
  const said = words[language]
  const nameOf = (id: string) => territory.actors.get(id)?.name ?? id
  const name = territory.settings.get('name')?.value
  const seminar = nextSeminar(territory, start)
  const calendar = new ICalCalendar({
    name: said.calendar(typeof name === 'string' && name !== '' ? name : territory.id),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Maillage', product: 'Maillage', language: language.toUpperCase() },
  })
  for (const [i, { ends, goBetween, ...told }] of ties.slice(0, mostEntries).entries()) {
    const [one, other] = ends
    calendar.createEvent({
      id: `${[territory.id, one, other].map(encodeURIComponent).join('/')}@maillage`,
      summary: said.summary(nameOf(one), nameOf(other)),
      description: said.description({ ...told, goBetween: goBetween === null ? null : nameOf(goBetween), seminar }),
      start: new Date(Date.parse(start) + i * daysApart * dayMs),
      allDay: true,
      stamp: new Date(Date.parse(start)),
    })
  }
  return calendarText(calendar)
}

/** Every line of RFC 5545 ends with CRLF, the last one too, which the library leaves open. */
export function calendarText(calendar: ICalCalendar): string {
  return `${calendar.toString().replace(/\r\n$/, '')}\r\n`
}

/** The day of the first seminar from a day on, YYYY-MM-DD; null: none is planned. */
export function nextSeminar({ seminars }: Territory, from: string): string | null {
  const days = [...seminars.values()].flatMap(({ date }) => (date !== undefined && date >= from ? [date] : []))
  return days.sort()[0] ?? null
}
