import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, replay, targetOf } from '../../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import type { SourceFile } from '../../../server/exchange/csv.ts'
import { isLong, longFrom } from '../../../server/exchange/long-table.ts'
import type { Plan } from '../../../server/exchange/plan.ts'
import { type ImportReading, readImport } from '../../../server/exchange/recognition/import.ts'
import { type LongReading, readLongImport } from '../../../server/exchange/recognition/long-import.ts'
import { sourceSheets } from '../../../server/exchange/recognition/source-sheet.ts'
import { spelled } from '../../domain/arbitrary.ts'

const actors = file('actors.csv', [
  'id,name,type,sphere,scope,inside',
  ...Array.from({ length: 60 }, (_, id) => `a${id},Société ${id},entreprise,economie,local,true`),
])
const waves = file('waves.csv', ['id,label,date,basis', '2025,2025,2025-01-01,documents'])
/** More than one part: the first is of a thousand rows. */
const ties = [
  'from,to,kind,wave,strength',
  ...Array.from({ length: 2_400 }, (_, at) => `a${at % 60},a${(at + 1 + Math.floor(at / 60)) % 60},cooperation,2025,2`),
]

test('rows read in parts change what rows read together change, and count alike', async () => {
  const rows = [
    ...ties,
    ...[ties[1], ties[1_500], ties[2_300]],
    'a0,a1,cooperation,2025,3',
    'a0,nobody,trust,2025,1',
    'a0,a1,trust,2025,9',
    'a5,a6,nothing,2025,1',
    ';',
  ].map(String)
  const known = await ordinary([actors, waves, file('ties.csv', ties.slice(0, 50))], emptyTerritory('t'))
  const territory = replay(emptyTerritory('t'), [known.changes])
  const together = await ordinary([actors, waves, file('ties.csv', rows)], territory)
  const apart = await inParts([actors, waves], [file('ties.csv', rows)], territory)
  expect(apart.sheets.map(({ counts }) => counts)).toEqual(together.sheets.map(({ counts }) => counts))
  expect(apart.sheets.map(({ facts }) => facts)).toEqual(together.sheets.map(({ facts }) => facts))
  // Which of two rows that contradict each other came first is known within a part alone.
  const codes = (refusals: ImportReading['refusals']) => refusals.map(({ row, code }) => [row, code])
  expect(codes(apart.refusals)).toEqual(codes(together.refusals))
  expect(apart.refused).toBe(together.refusals.length)
  expect(spelled(replay(territory, [apart.changes]))).toEqual(spelled(replay(territory, [together.changes])))
  const { rows: shown, counts } = apart.sheets[2] ?? expect.fail()
  expect(shown.total).toBe(999 + counts.refused)
})

test('a second table in a long file is read as rows of the first, and told', async () => {
  const lines = [
    'Nom;Type;Commune',
    ...Array.from({ length: 1_500 }, (_, at) => `Société ${at};Entreprise;Eu`),
    ...['', 'De;Vers;Nature du lien', 'Société 1;Société 2;partenariat'],
  ]
  const { sheets } = await inParts([], [file('suivi.csv', lines)], emptyTerritory('t'))
  expect(sheets.map(({ tables, perhapsHeader, counts }) => [tables, perhapsHeader, counts.read])).toEqual([
    [1, 1_503, 1_502],
  ])
  // Beside it, a short one is taken apart.
  const short = file('autre.csv', ['Nom;Type;Commune', 'CCI;CCI;Eu', ...lines.slice(-3)])
  const beside = await inParts([short], [file('suivi.csv', lines)], emptyTerritory('t'))
  expect(beside.sheets.map(({ part }) => part?.rows)).toEqual([[1, 2], [4, 5], undefined])
})

test('whoever makes a table: columns, words and names are understood alike in every part', async () => {
  const lines = [
    'Partenariats du territoire',
    'De ; Vers ; Nature du lien ; Fréquence',
    ...Array.from({ length: 2_200 }, (_, at) => {
      const from = at % 45
      return `Société ${from} ; Établissement ${(from + Math.floor(at / 45)) % 70} ; coopération ; hebdo`
    }),
  ]
  const latin = { name: 'partenariats.csv', bytes: Buffer.from(lines.join('\r\n'), 'latin1') }
  const wave = { id: '2025', label: '2025', date: '2025-01-01' }
  const together = await ordinary([latin], emptyTerritory('t'), { wave })
  const apart = await inParts([], [latin], emptyTerritory('t'), { wave })
  expect(apart.sheets[0]?.counts).toEqual(together.sheets[0]?.counts)
  expect(apart.sheets[0]?.counts.new).toBe(2_200)
  expect(apart.sheets[0]?.kind).toEqual(together.sheets[0]?.kind)
  const made = (changes: readonly Change[]) => replay(emptyTerritory('t'), [changes])
  expect(spelled(made(apart.changes))).toEqual(spelled(made(together.changes)))
})

test('puts each fact once, what others name before them, and nothing that others name later', async () => {
  const { changes } = await inParts(
    [actors, waves],
    [file('ties.csv', [...ties, ...ties.slice(1)])],
    emptyTerritory('t'),
  )
  const places = changes.map((change) => JSON.stringify(targetOf(change)))
  expect(new Set(places).size).toBe(places.length)
  const firstTie = changes.findIndex((change) => 'put' in change && change.put === 'tie')
  expect(changes.slice(firstTie).every((change) => 'put' in change && change.put === 'tie')).toBe(true)
})

test('long tables of actors go before those of ties that name them', async () => {
  const long = Array.from({ length: 1_500 }, (_, id) => `b${id},Bureau ${id},entreprise,economie,local,true`)
  const people = file('actors.csv', ['id,name,type,sphere,scope,inside', ...long])
  const links = file('ties.csv', [
    'from,to,kind,wave',
    ...long.map((_, id) => `b${id},b${(id + 1) % 1_500},trust,2025`),
  ])
  const reading = await inParts([waves], [links, people], emptyTerritory('t'))
  expect(reading.refused).toBe(0)
  expect(reading.sheets.map(({ file: name, counts }) => [name, counts.new])).toEqual([
    ['waves.csv', 1],
    ['actors.csv', 1_500],
    ['ties.csv', 1_500],
  ])
})

test('what stops the reading stops it between two parts', async () => {
  const stop = new Error('stop')
  let told = 0
  const progress = () => {
    told++
    if (told === 2) throw stop
  }
  const put = () => expect.fail('nothing is put after the stop')
  const begun = readLongImport([], [file('ties.csv', ties)], emptyTerritory('t'), { put, progress })
  await expect(begun).rejects.toBe(stop)
})

test('a quote left open ends a long table with its row, and the rows before it stand', async () => {
  const broken = file('ties.csv', [...ties, '"a0,a1,trust,2025,1'])
  const { refusals, sheets } = await inParts([actors, waves], [broken], emptyTerritory('t'))
  expect(refusals).toEqual((await ordinary([actors, waves, broken], emptyTerritory('t'))).refusals)
  expect(refusals[0]).toMatchObject({ row: 2_402, code: 'malformed_file', expected: 'closing_quote' })
  expect(sheets[2]?.counts.new).toBe(2_400)
})

test('whatever is in the cells, counts of a long table add up and equal those of a short one', async () => {
  const cell = fc.oneof(
    fc.constantFrom('a1', 'a2', 'a3', 'trust', 'cooperation', '2025', '', '__proto__', '=1+1', '\u200b', 'é', '\ud800'),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text.replaceAll('\u0000', '')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 12 }), async (cells) => {
      const odd = cells.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      const links = file('ties.csv', [...ties.slice(0, 1_100), ...odd])
      const together = await ordinary([actors, waves, links], emptyTerritory('t'))
      const apart = await inParts([actors, waves], [links], emptyTerritory('t'))
      const [counts, others] = [apart.sheets[2]?.counts, together.sheets[2]?.counts]
      expect(counts).toEqual(others)
      const { read = 0, ...states } = counts ?? {}
      expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(read)
    }),
    { numRuns: 6 },
  )
}, 60_000)

test('long tables that say their years are of a wave each, beside short ones', async () => {
  const lines = ['De;Vers;Nature', 'CCI;Mairie;partenariat', 'Mairie;Lycée Ango;partenariat']
  const years = ['2022', '2023', '2024'].map((year) => file(`relations-${year}.csv`, lines))
  const asked = { wave: { id: '2024', label: '2024', date: '2024-06-01' } }
  const together = await ordinary(years, emptyTerritory('t'), asked)
  const apart = await inParts(years.slice(0, 1), years.slice(1), emptyTerritory('t'), asked)
  expect(apart.sheets.map(({ yearly, counts }) => [yearly?.id, counts.new, counts.repeated])).toEqual([
    ['2022', 2, 0],
    ['2023', 2, 0],
    ['2024', 2, 0],
  ])
  expect(apart.wave).toEqual(together.wave)
  const made = (changes: readonly Change[]) => replay(emptyTerritory('t'), [changes])
  expect(spelled(made(apart.changes))).toEqual(spelled(made(together.changes)))
  const one = await inParts([], years, emptyTerritory('t'), { ...asked, plan: { waves: 'one' } })
  expect(one.sheets.map(({ yearly, counts }) => [yearly?.id, counts.repeated])).toEqual([
    ['2022', 0],
    ['2023', 2],
    ['2024', 2],
  ])
})

test('a table of text is long by its bytes; a workbook or a network is none', () => {
  const much = (start: string) => ({ name: 'f', bytes: Buffer.from(start.padEnd(longFrom + 1, 'from,to\n')) })
  expect(isLong(much('from,to\n'))).toBe(true)
  expect(isLong({ name: 'f', bytes: much('from,to\n').bytes.subarray(0, longFrom) })).toBe(false)
  for (const start of ['PK\x03\x04', '{"nodes": []', '*Vertices 3\n', '%PDF-1.4'])
    expect(isLong(much(start))).toBe(false)
})

function file(name: string, lines: readonly string[]): SourceFile {
  return { name, bytes: new TextEncoder().encode(lines.join('\n')) }
}

type Asked = { readonly wave?: { id: string; label: string; date: string }; readonly plan?: Plan }

async function ordinary(files: readonly SourceFile[], territory: Territory, asked: Asked = {}): Promise<ImportReading> {
  return readImport((await sourceSheets(files)).sheets, territory, asked)
}

async function inParts(
  short: readonly SourceFile[],
  long: readonly SourceFile[],
  territory: Territory,
  asked: Asked = {},
): Promise<LongReading & { readonly changes: readonly Change[] }> {
  const then: Change[] = []
  const put = (changes: readonly Change[]) => then.push(...changes)
  const { sheets } = await sourceSheets(short)
  const reading = await readLongImport(sheets, long, territory, { ...asked, put, progress: () => {} })
  return { ...reading, changes: [...reading.first, ...then] }
}
