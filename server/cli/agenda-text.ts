import type { Agenda } from '../agenda/item.ts'
import type { Territory } from '../domain/territory.ts'
import type { DecisionState } from '../domain/vocabulary.ts'
import { agendaSchema } from '../wire/agenda.ts'
import type { AgendaWords } from '../words/agenda.ts'
import { nameOf, namesIn, type Words } from './findings-text.ts'

/** What the command line says around the sentences of an agenda. */
export interface AgendaText {
  readonly heading: (territory: string, wave: string) => string
  /** Where it stands, who sees to it and by which day, as far as people decided it; no person is named. */
  readonly standing: (state: DecisionState, owner: string | null, due: string | null) => string
  readonly change: string
  readonly disproof: string
  readonly stake: string
}

/** An agenda as lines to read: each item with who does what by when, what that changes, how sure it is and what would show otherwise. */
export function linesOf(
  agenda: Agenda,
  territory: Territory,
  words: Words & { readonly agenda: AgendaWords },
  text: AgendaText,
): string[] {
  const said = words.agenda
  // Sentences are made of what would cross the wire.
  const { items, basis, ...counts } = agendaSchema.parse(agenda)
  const names = namesIn(territory, words)
  const wave = territory.waves.get(agenda.wave)?.label ?? agenda.wave
  const around = [said.caution({ basis, ...counts }), items.length === 0 ? said.nothing : null]
  const entries = items.flatMap((item, index) => {
    const disproof = said.disproof(item, names)
    const { state = 'to_do', owner, due = null } = territory.decisions.get(item.id) ?? {}
    const lines = [
      item.calling === 'fact' ? null : text.standing(state, owner === undefined ? null : names.actor(owner), due),
      said.found(item, names, basis),
      ...item.acts.map((act) => `– ${said.act(act, names)}`),
      item.withinDays === null || item.acts.length === 0 ? null : `${said.within(item.withinDays)}.`,
      item.change && `${text.change}${said.change(item.change)}`,
      said.sure(item, basis),
      disproof && `${text.disproof}${disproof}`,
      `${text.stake}${said.stake(item)}`,
    ]
    return [
      '',
      `${index + 1}. ${said.callings[item.calling]} – ${said.headline(item, names, basis)}`,
      ...lines.filter((line) => line !== null).map((line) => `   ${line}`),
    ]
  })
  const others = said.others(counts.others)
  return [
    text.heading(nameOf(territory), wave),
    ...around.filter((line) => line !== null),
    ...entries,
    ...(others === null ? [] : ['', others]),
  ]
}
