import { defaultPerimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import type { Depicted } from '../drawing/map-marks.ts'
import type { Caption } from '../drawing/picture.ts'
import type { Statement } from '../waves/summary.ts'
import type { AgendaItemWire, AgendaWire } from '../wire/agenda.ts'
import type { DiagnosisWire } from '../wire/diagnosis.ts'
import type { Names } from '../words/findings.ts'
import { perimeterSentence } from '../words/perimeter.ts'
import { wordOf } from '../words/vocabulary.ts'
import { captionOf, type Drawn, isFictitious, nameOf } from './caption.ts'
import type { NoteWords } from './note-words.ts'
import type { Spoken } from './spoken.ts'

/** A note as it is read, whatever the format: two pages on what a wave asks to be decided. */
export interface Note {
  readonly language: 'fr' | 'en'
  readonly title: string
  /** YYYY-MM-DD, of the wave. */
  readonly day: string
  /** On one line: when, on what basis, how many answered. */
  readonly facts: readonly string[]
  /** What is to be kept in mind before anything else; null: nothing. */
  readonly caution: string | null
  readonly map: { readonly heading: string; readonly depicted: Depicted; readonly caption: Caption }
  readonly decide: { readonly heading: string; readonly items: readonly NoteItem[]; readonly others: string | null }
  /** In the order of the page. */
  readonly sections: readonly NoteSection[]
  readonly page: (page: number, of: number) => string
}

export interface NoteItem {
  readonly calling: string
  readonly headline: string
  /** Who does what with whom. */
  readonly acts: readonly string[]
  /** What was found, by when, what it would change, how sure, what would show otherwise. */
  readonly lines: readonly string[]
}

export interface NoteSection {
  readonly heading: string
  /** Each a point of a list, or the one paragraph there is. */
  readonly points: readonly string[]
}

/** What a note is made of. */
export interface Noted {
  readonly drawn: Drawn
  readonly agenda: AgendaWire
  readonly diagnosis: DiagnosisWire
  /** What is said of this wave beside an earlier one; null: there is none. */
  readonly since: { readonly wave: string; readonly summary: readonly Statement[] } | null
}

/** Acts that a reader is given of one decision: further ones are in the agenda. */
const mostActs = 3
/** Statements on what changed, and on what is not known. */
const mostChanges = 4
const mostUnknown = 2
const mostSources = 4
const mostToAsk = 3

/** The note of a wave. It names nobody whom the diagnosis and the agenda do not. */
export function noteOf({ drawn, agenda, diagnosis, since }: Noted, spoken: Spoken, said: NoteWords): Note {
  const { territory } = drawn
  const { report } = said
  const names = namesIn(territory, spoken)
  const caption = captionOf(drawn, spoken)
  const wave = territory.waves.get(agenda.wave)
  return {
    language: spoken.language,
    title: `${report.kind} – ${nameOf(territory)}`,
    day: wave?.date ?? '1970-01-01',
    facts: caption.facts,
    caution: said.agenda.caution(agenda),
    map: { heading: report.map, depicted: drawn.depicted, caption },
    decide: {
      heading: report.decide,
      items: agenda.items.map((item) => noteItem(item, agenda, names, said)),
      others: agenda.items.length === 0 ? said.agenda.nothing : said.agenda.others(agenda.others),
    },
    sections: [
      ...(since ? [changedSince(since, territory, names, said)] : []),
      { heading: report.unknown, points: unknownIn(diagnosis, since?.summary ?? [], names, drawn, spoken, said) },
      { heading: report.method, points: [methodOf(drawn, spoken, said)] },
      { heading: report.sources, points: sourcesOf(territory, agenda.wave, spoken, said) },
    ],
    page: report.page,
  }
}

function noteItem(item: AgendaItemWire, { basis }: AgendaWire, names: Names, { agenda, report }: NoteWords): NoteItem {
  const acts = item.acts.slice(0, mostActs).map((act) => agenda.act(act, names))
  const left = item.acts.length - acts.length
  const disproof = agenda.disproof(item, names)
  const lines = [
    item.withinDays === null || item.acts.length === 0 ? null : `${agenda.within(item.withinDays)}.`,
    item.change && `${report.change}${agenda.change(item.change)}`,
    agenda.sure(item, basis),
    disproof && `${report.disproof}${disproof}`,
  ]
  return {
    calling: agenda.callings[item.calling],
    headline: agenda.headline(item, names, basis),
    acts: [...acts, ...(left > 0 ? [report.moreActs(left)] : [])],
    lines: lines.filter((line) => line !== null),
  }
}

function changedSince(
  { wave, summary }: NonNullable<Noted['since']>,
  territory: Territory,
  names: Names,
  { changes, report }: NoteWords,
): NoteSection {
  const changed = summary.filter(({ section }) => section === 'changed').slice(0, mostChanges)
  const holds = summary.filter(({ section }) => section === 'holds').slice(0, 1)
  const points = [...changed, ...holds].map((statement) => changes.statement(statement, names))
  const label = territory.waves.get(wave)?.label ?? wave
  return { heading: report.since(label), points: points.length > 0 ? points : [report.nothingSince] }
}

function unknownIn(
  { dataQuality, findings, toAsk }: DiagnosisWire,
  summary: readonly Statement[],
  names: Names,
  { network }: Drawn,
  { basis, formats }: Spoken,
  { changes, report }: NoteWords,
): string[] {
  const { asked, answered } = dataQuality
  const first = toAsk.slice(0, mostToAsk).map(({ actor }) => names.actor(actor))
  const unexamined = new Set(findings.filter(({ status }) => status === 'insufficient').map(({ kind }) => kind)).size
  const unsaid = summary.filter(({ section }) => section === 'not_known').slice(0, mostUnknown)
  const points = [
    ...(network.basis === 'documents' ? [basis.documentsNote] : []),
    ...(network.basis === 'informants' ? [basis.informantsNote] : []),
    ...(asked > answered ? [report.unanswered(asked - answered, asked)] : []),
    ...(first.length > 0 ? [report.askFirst(formats.list(first))] : []),
    ...(unexamined > 0 ? [report.unexamined(unexamined)] : []),
    ...(findings.some(({ named }) => !named) ? [report.waiting] : []),
    ...unsaid.map((statement) => changes.statement(statement, names)),
  ]
  return points.length > 0 ? points : [report.allKnown]
}

function methodOf({ territory, network }: Drawn, spoken: Spoken, { report }: NoteWords): string {
  const usual = defaultPerimeter(territory, network.perimeter.wave)
  const perimeter = perimeterSentence(spoken, territory, network.perimeter, usual)
  return report.methodOf({ basis: network.basis, perimeter })
}

/** Where the wave says it comes from, then what most of its facts cite. */
function sourcesOf(territory: Territory, wave: string, { picture }: Spoken, { report }: NoteWords): string[] {
  const counts = new Map<string, number>()
  const cited = [...territory.ties.values(), ...territory.participations.values(), ...territory.roster.values()]
  for (const fact of cited) {
    if (fact.wave === wave && fact.source) counts.set(fact.source, (counts.get(fact.source) ?? 0) + 1)
  }
  const own = territory.waves.get(wave)?.source
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([source]) => source)
  const sources = [...(own ? [own] : []), ...most.filter((source) => source !== own)]
  const label = territory.waves.get(wave)?.label ?? wave
  return [
    picture.source(nameOf(territory), label, isFictitious(territory)),
    ...(sources.length > 0
      ? [report.sourcesOf(sources.slice(0, mostSources).join(' ; '), Math.max(0, sources.length - mostSources))]
      : []),
    report.made(territory.revision),
  ]
}

function namesIn(territory: Territory, spoken: Spoken): Names {
  return {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    sphere: (id) => wordOf(spoken, territory, 'sphere', id),
    actorType: (id) => wordOf(spoken, territory, 'actorType', id),
    tieKind: (id) => wordOf(spoken, territory, 'tieKind', id),
  }
}
