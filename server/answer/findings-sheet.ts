import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import type { Territory } from '../domain/territory.ts'
import type { FrenchCell } from '../exchange/formats/french.ts'
import type { SheetToWrite } from '../exchange/formats/xlsx-writer.ts'
import { diagnosisSchema, type FindingWire } from '../wire/diagnosis.ts'
import type { Names } from '../words/findings.ts'
import { findings as french } from '../words/fr/findings.ts'
import { vocabulary } from '../words/fr/vocabulary.ts'
import { wordOf } from '../words/vocabulary.ts'

/**
 * What is said of a wave as a sheet to be read, in the sentences of the page: signals, then facts. What the data cannot tell, and what was looked for and not found,
 * stands on the page.
 * @param diagnosis as it may leave the server
 */
export function findingsSheet(territory: Territory, diagnosis: Diagnosis): SheetToWrite {
  const { findings, wave } = diagnosisSchema.parse(diagnosis)
  const names = namesIn(territory)
  const label = territory.waves.get(wave)?.label ?? wave
  const rowsOf = (status: FindingWire['status'], called: string) =>
    findings
      .filter((finding) => finding.status === status)
      .map((finding): FrenchCell[] => [
        called,
        french.titles[finding.kind],
        french.statement(finding, names),
        french.suggestion(finding, names) ?? '',
        french.prudence(finding) ?? '',
      ])
  return {
    name: 'Constats',
    notice: `Constats de la vague «\u00a0${label}\u00a0». Un constat est une question à poser, jamais un verdict.`,
    columns: [
      { header: 'Nature' },
      { header: 'Constat', width: 30 },
      { header: 'Ce qui est observé', width: 80 },
      { header: 'Que faire', width: 60 },
      { header: 'Prudence', width: 40 },
    ],
    rows: [...rowsOf('signal', 'constat'), ...rowsOf('fact', 'fait')],
    emptyRows: 0,
  }
}

function namesIn(territory: Territory): Names {
  const words = { language: 'fr' as const, words: vocabulary.words }
  return {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    sphere: (id) => wordOf(words, territory, 'sphere', id),
    actorType: (id) => wordOf(words, territory, 'actorType', id),
    tieKind: (id) => wordOf(words, territory, 'tieKind', id),
  }
}
