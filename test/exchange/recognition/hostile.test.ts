import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply } from '../../../server/domain/change.ts'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import { columnHolds, type Plan, sheetKinds } from '../../../server/exchange/plan.ts'
import { readImport } from '../../../server/exchange/recognition/import.ts'
import { planSchema } from '../../../server/wire/exchange.ts'
import { importOf, team } from './imported.ts'

const naughty = fc.constantFrom(
  ...[
    '__proto__',
    'constructor',
    'toString',
    '=1+1',
    '@SUM(A1)',
    '\0',
    '\u202e',
    'Ⅷ',
    '𝕏',
    ' ',
    '…',
    '1e309',
    '-0',
    'NaN',
  ],
  ...[
    'Nom',
    'Structure A',
    'Structure B',
    'Type',
    'Projet',
    'Porteur',
    'Présent',
    'SIRET',
    'Commune',
    'Intensité',
    'Total',
    'x',
  ],
  ...[
    'CCI',
    'Pôle emploi',
    'France Travail',
    'CCI, Mairie',
    'A / B',
    'oui',
    '2,5',
    '12/03/2024',
    '5,52E+08',
    'Avec qui travaillez-vous ?',
  ],
)
const cell = fc.oneof({ weight: 4, arbitrary: naughty }, fc.string({ unit: 'binary', maxLength: 12 }), fc.constant(''))
const rows = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
const sheet = rows.map((cells) => cells.map((one, index) => ({ row: index + 1, cells: one })))

/** Whatever was decided. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    kind: fc.option(fc.constantFrom(...sheetKinds), { nil: undefined }),
    header: fc.option(fc.option(fc.integer({ min: 1, max: 9 })), { nil: undefined }),
    columns: fc.array(
      fc.record({
        column: fc.constantFrom('A', 'B', 'C', 'ZZ', 'sphere'),
        holds: fc.constantFrom(...columnHolds),
        target: naughty,
      }),
      { maxLength: 3 },
    ),
    values: fc.array(
      fc.record({ column: fc.constantFrom('A', 'B', 'type', 'inside'), value: naughty, means: naughty }),
      { maxLength: 3 },
    ),
    constants: fc.array(fc.record({ field: naughty, value: naughty }), { maxLength: 2 }),
    cells: fc.array(fc.record({ row: fc.integer({ min: 1, max: 9 }), column: naughty, value: naughty }), {
      maxLength: 2,
    }),
    names: fc.array(fc.record({ name: naughty, is: fc.option(naughty) }), { maxLength: 3 }),
  })
  .map(({ names, kind, header, ...lists }) => ({
    names,
    sheets: [{ file: 'f.csv', sheet: null, ...(kind && { kind }), ...(header !== undefined && { header }), ...lists }],
  }))

test('whatever stands in a sheet and was decided of it, nothing breaks, the counts add up and the changes hold', () => {
  fc.assert(
    fc.property(sheet, plan, (rows, plan) => {
      const territory = emptyTerritory('t')
      const read = readImport([{ file: 'f.csv', sheet: null, rows }], territory, { plan, wave: team })
      for (const { counts } of read.sheets) {
        const { read: all, new: created, changed, matched, repeated, refused, leftOut } = counts
        expect(created + changed + matched + repeated + refused + leftOut).toBe(all)
      }
      expect(apply(territory, read.changes)).toMatchObject({ ok: true })
      expect(readImport([{ file: 'f.csv', sheet: null, rows }], territory, { plan, wave: team })).toEqual(read)
    }),
    { numRuns: 400 },
  )
})

test('the same file again changes nothing more', () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      const files = [{ file: 'f.csv', sheet: null, rows }]
      const first = apply(emptyTerritory('t'), readImport(files, emptyTerritory('t'), { wave: team }).changes)
      if (!first.ok) throw new Error(JSON.stringify(first.refusals))
      const again = readImport(files, first.territory, { wave: team })
      expect(again.changes.filter((change) => 'put' in change && change.put === 'wave')).toEqual([])
      expect(apply(first.territory, again.changes)).toMatchObject({ ok: true })
    }),
    { numRuns: 200 },
  )
})

describe('what is too much is refused in a sentence', () => {
  test('a million columns', () => {
    const read = importOf({ 'f.csv': `${'a;'.repeat(1_000_000)}\n${'1;'.repeat(10)}` })
    expect(read.refusals).toMatchObject([{ code: expect.stringMatching(/too_many_columns|malformed_file/) }])
    expect(read.changes).toEqual([])
  })

  test('a cell of two million letters', () => {
    const read = importOf({ 'f.csv': `Nom;Type\nCCI;${'x'.repeat(2_000_000)}\nMairie;commune` })
    expect(read.sheets[0]?.counts).toMatchObject({ read: 2, new: 1, refused: 1 })
    expect(JSON.stringify(read.sheets).length).toBeLessThan(50_000)
  })

  test('formulas stay text', () => {
    const read = importOf({ 'f.csv': 'Structure;Commentaire\n"=HYPERLINK(""http://x"")";=1+1' })
    expect(read.changes).toMatchObject([{ value: { name: '=HYPERLINK("http://x")', note: '=1+1' } }])
  })

  test('a plan of anything else', () => {
    for (const plan of [
      { sheets: [{ file: 'f', kind: 'constructor' }] },
      { __proto__: null, names: 3 },
      { other: 1 },
    ]) {
      expect(planSchema.safeParse(plan).success).toBe(false)
    }
  })
})
