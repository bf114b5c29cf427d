import { ICalCalendar, ICalCalendarMethod } from 'ical-generator'
import type { Territory } from '../domain/territory.ts'
import type { AgendaWords, Basis } from '../words/agenda.ts'
import { agenda as english } from '../words/en/agenda.ts'
import { fields as englishFields } from '../words/en/nouns.ts'
import { vocabulary as englishWords } from '../words/en/vocabulary.ts'
import type { Names } from '../words/findings.ts'
import { agenda as french } from '../words/fr/agenda.ts'
import { fields as frenchFields } from '../words/fr/nouns.ts'
import { vocabulary as frenchWords } from '../words/fr/vocabulary.ts'
import type { Language } from '../words/language.ts'
import type { FieldWords } from '../words/nouns.ts'
import { wordOf } from '../words/vocabulary.ts'
import { calendarText } from './calendar.ts'
import { workbookOf } from './formats/xlsx-writer.ts'

const words: Readonly<Record<Language, AgendaWords>> = { fr: french, en: english }
const fields: Readonly<Record<Language, FieldWords>> = { fr: frenchFields, en: englishFields }
const vocabularies = { fr: frenchWords.words, en: englishWords.words }
type Item = Parameters<AgendaWords['headline']>[0]
interface Agenda {
  readonly basis: Basis
  readonly items: readonly Item[]
}
const dayMs = 86_400_000

/** @param start YYYY-MM-DD, the day the agenda is read */
interface Reading {
  readonly language: Language
  readonly start: string
}

/**
 * A calendar file (RFC 5545): what is to be done of each item, on the day it is due, else at the end of its delay. What is done or set aside is left out, and so are people. Written anew it has the same entries, so that a
 * calendar replaces what it has.
 */
export function agendaCalendar(territory: Territory, agenda: Agenda, { language, start }: Reading): string {
  const said = words[language]
  const names = namesIn(territory, language)
  const calendar = new ICalCalendar({
    name: said.calendar(nameOf(territory)),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Maillage', product: 'Maillage', language: language.toUpperCase() },
  })
  for (const item of agenda.items) {
    const { state = 'to_do', due } = territory.decisions.get(item.id) ?? {}
    const day = due ?? deadline(item, start)
    if (day === null || state === 'done' || state === 'set_aside') continue
    calendar.createEvent({
      id: `${[territory.id, item.id].map(encodeURIComponent).join('/')}@maillage`,
      summary: said.headline(item, names, agenda.basis),
      description: item.acts.map((act) => said.act(act, names)).join('\n'),
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(`${start}T00:00:00Z`),
    })
  }
  return calendarText(calendar)
}

/** A workbook: a row for each item, with who does what and where it stands; no people. */
export async function agendaWorkbook(
  territory: Territory,
  agenda: Agenda,
  { language, start }: Reading,
): Promise<Uint8Array> {
  const said = words[language]
  const names = namesIn(territory, language)
  const { labels, options } = fields[language]
  const rows = agenda.items.map((item, index) => {
    const { state, owner, due, text } = territory.decisions.get(item.id) ?? {}
    const day = due ?? deadline(item, start)
    return [
      index + 1,
      said.callings[item.calling],
      said.headline(item, names, agenda.basis),
      item.acts.map((act) => said.act(act, names)).join('\n'),
      item.change ? said.change(item.change) : null,
      said.sure(item, agenda.basis),
      state ? options.decisionState[state] : null,
      owner === undefined ? null : names.actor(owner),
      day === null ? null : { day },
      text ?? null,
    ]
  })
  const { sheet, item, acts, changes, sure } = said.columns
  const columns = [
    { header: '', width: 4 },
    { header: item, width: 14 },
    { header: sheet, width: 60 },
    { header: acts, width: 60 },
    { header: changes, width: 40 },
    { header: sure, width: 36 },
    ...[labels.state, labels.owner, labels.due, labels.text].map((header) => ({ header, width: 22 })),
  ]
  return await workbookOf([{ name: sheet, columns, rows, emptyRows: 0 }])
}

function deadline({ withinDays, acts }: Item, start: string): string | null {
  if (withinDays === null || acts.length === 0) return null
  return new Date(Date.parse(start) + withinDays * dayMs).toISOString().slice(0, 10)
}

function nameOf({ id, settings }: Territory): string {
  const name = settings.get('name')?.value
  return typeof name === 'string' && name !== '' ? name : id
}

function namesIn(territory: Territory, language: Language): Names {
  const said = { language, words: vocabularies[language] }
  return {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    sphere: (id) => wordOf(said, territory, 'sphere', id),
    actorType: (id) => wordOf(said, territory, 'actorType', id),
    tieKind: (id) => wordOf(said, territory, 'tieKind', id),
  }
}
