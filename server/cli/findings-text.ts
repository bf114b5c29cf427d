import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Territory } from '../domain/territory.ts'
import type { Basis } from '../domain/vocabulary.ts'
import { diagnosisSchema, type FindingWire } from '../wire/diagnosis.ts'
import type { ChangeWords } from '../words/changes.ts'
import type { FindingWords, Names } from '../words/findings.ts'
import { english, french } from '../words/formats.ts'
import { type DefaultWords, wordOf } from '../words/vocabulary.ts'

/** What the command line says around the sentences of findings. */
export interface DiagnosedText {
  /** Null: made from documents. */
  readonly heading: (
    territory: string,
    wave: string,
    answers: { answered: number; asked: number } | null,
    basis: Basis,
  ) => string
  /** The kinds of ties that count. */
  readonly relation: (kinds: string) => string
  /** What the plane of the page shows across, and where its cross stands. */
  readonly cohesion: (value: number, cross: string) => string
  readonly signals: string
  readonly facts: string
  readonly toAsk: string
  readonly othersToAsk: (others: number) => string
  readonly insufficient: string
  readonly nothing: string
  readonly none: string
}

/** A language's words for findings, for changes and for the default vocabularies. */
export interface Words extends DefaultWords {
  readonly findings: FindingWords
  readonly changes: ChangeWords
}

/**
 * A diagnosis as lines to read: signals, the most severe first, each with what to ask next and how well it holds; then facts about actors, whom to ask, and why the data
 * cannot tell, each reason once a rule; then what was looked for and not found, but actor by actor.
 */
export function linesOf(diagnosis: Diagnosis, territory: Territory, words: Words, text: DiagnosedText): string[] {
  // Sentences are made of what would cross the wire.
  const { findings, toAsk, profile, dataQuality: quality } = diagnosisSchema.parse(diagnosis)
  const { cohesion } = profile
  const names = namesIn(territory, words)
  const of = (status: FindingWire['status']) => findings.filter((finding) => finding.status === status)
  const said = of('signal').map((finding) => {
    const { statement, suggestion, prudence } = words.findings
    return bullet(finding, words, statement(finding, names), suggestion(finding, names), prudence(finding))
  })
  const facts = of('fact').map((finding) => bullet(finding, words, words.findings.statement(finding, names)))
  const asksCare = findings.some(({ probability }) => probability !== null)
  const asked = toAsk.slice(0, mostToAsk).map((silent) => {
    return `– ${names.actor(silent.actor)}${colonOf(words)}${words.findings.toAsk(silent)}`
  })
  // Of isolation, actor by actor: that papers do not name somebody is worth a look. So is a project whose cell could not be read.
  const untold = Map.groupBy(of('insufficient'), (finding) =>
    isUnnamed(finding) || finding.kind === 'project_without_pilot'
      ? finding.id
      : `${words.findings.titles[finding.kind]} ${finding.reason}`,
  )
  const why = [...untold.values()].flatMap(([first, ...others]) => {
    if (!first?.reason) return []
    if (isUnnamed(first)) return [bullet(first, words, words.findings.statement(first, names))]
    const reason = words.findings.reasons[first.reason]
    if (first.kind === 'project_without_pilot' && first.project !== null) {
      return [bullet(first, words, quoted(names.space(first.project), words) + colonOf(words) + reason)]
    }
    const many = others.length > 0 ? ` (${others.length + 1})` : ''
    return [bullet(first, words, `${reason}${many}`)]
  })
  const absent = of('none')
    .filter(({ kind }) => kind !== 'closed_actor')
    .map((finding) => bullet(finding, words, words.findings.statement(finding, names)))
  const wave = territory.waves.get(diagnosis.wave)?.label ?? diagnosis.wave
  const answers = quality.basis === 'survey' ? { answered: quality.answered, asked: quality.asked } : null
  return [
    text.heading(nameOf(territory), wave, answers, quality.basis),
    ...(quality.relation.length > 0
      ? [
          text.relation(
            listed(
              quality.relation.map((kind) => wordOf(words, territory, 'tieKind', kind)),
              words,
            ),
          ),
        ]
      : []),
    ...(cohesion?.isTold ? [text.cohesion(cohesion.value, words.findings.cross(cohesion.cross))] : []),
    ...section(text.signals, said.length > 0 ? said : [text.none]),
    ...section(text.facts, facts),
    ...(asksCare ? ['', words.findings.probability] : []),
    ...(findings.some(({ floor }) => floor) ? ['', words.findings.floor] : []),
    ...section(text.toAsk, toAsk.length > mostToAsk ? [...asked, text.othersToAsk(toAsk.length - mostToAsk)] : asked),
    ...section(text.insufficient, why),
    ...section(text.nothing, absent),
  ]
}

/** More names than anybody calls at once. */
const mostToAsk = 10

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}

/** Of somebody of whom no tie is told, where nobody was asked. */
function isUnnamed({ kind, reason }: FindingWire): boolean {
  return kind === 'isolated_actor' && (reason === 'documents' || reason === 'informants')
}

function bullet(finding: FindingWire, words: Words, ...sentences: (string | null)[]): string {
  const { titles, grades } = words.findings
  const grade = finding.kind === 'closed_group' ? finding.grade : null
  const title = grade === null ? titles[finding.kind] : `${titles[finding.kind]}, ${grades[grade]}`
  return `– ${title}${colonOf(words)}${sentences.filter((sentence) => sentence !== null).join(' ')}`
}

function colonOf({ language }: Words): string {
  return language === 'fr' ? '\u00a0: ' : ': '
}

function quoted(name: string, { language }: Words): string {
  return language === 'fr' ? `«\u00a0${name}\u00a0»` : `“${name}”`
}

function listed(names: readonly string[], { language }: Words): string {
  return (language === 'fr' ? french : english).list(names)
}

export function nameOf(territory: Territory): string {
  return String(territory.settings.get('name')?.value ?? territory.id)
}

export function namesIn(territory: Territory, words: Words): Names {
  return {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    sphere: (id) => wordOf(words, territory, 'sphere', id),
    actorType: (id) => wordOf(words, territory, 'actorType', id),
    tieKind: (id) => wordOf(words, territory, 'tieKind', id),
  }
}
