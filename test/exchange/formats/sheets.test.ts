import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { ReadProgress } from '../../../server/exchange/csv.ts'
import { readSheets, type Workbook } from '../../../server/exchange/formats/sheets.ts'
import { inflatedLimits } from '../../../server/exchange/formats/zip.ts'
import { fileLimits } from '../../../server/exchange/preview.ts'
import { odsOf, xlsxOf, zipOf } from './packing.ts'

const samples = join(import.meta.dirname, 'samples')

function sample(name: string): Uint8Array {
  return readFileSync(join(samples, name))
}

async function sheetsOf(bytes: Uint8Array, name = 'file'): Promise<Workbook> {
  return await readSheets({ name, bytes })
}

async function cellsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const { sheets } = await sheetsOf(bytes)
  return sheets[0]?.rows.map(({ cells }) => cells) ?? []
}

describe('a table of a French spreadsheet, saved by LibreOffice', () => {
  // Excel 97 keeps all digits of a double, the newer formats are written with fifteen.
  const turnover = { xlsx: '0,3', ods: '0,3', xls: '0,30000000000000004' }
  const doubled = { xlsx: '0,6', ods: '0,6', xls: '0,6000000000000001' }

  test.each(['xlsx', 'ods', 'xls'] as const)('%s', async (format) => {
    const workbook = await sheetsOf(sample(`partenaires.${format}`), 'partenaires.csv')
    expect(workbook).toMatchObject({ file: 'partenaires.csv', format })
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Partenaires 2024', 'Feuille cachée', 'Vide'])
    const [sheet, hidden, empty] = workbook.sheets
    expect(sheet?.merges).toEqual([{ row: 1, column: 0, rows: 1, columns: 8 }])
    expect(sheet?.rows.map(({ row }) => row)).toEqual([1, 3, 4, 5, 6])
    expect(sheet?.rows.slice(0, 4).map(({ cells }) => cells)).toEqual([
      ['Partenaires de la communauté de communes'],
      ['Nom', 'SIRET', 'Depuis', 'Rencontre', 'Heure', 'Chiffre d’affaires (M€)', 'Adhérent', 'Part'],
      [
        'Laiterie Bréhault\n(site de Brumeval)',
        ...['12345678901234', '2019-03-31', '2024-06-01 14:30', '09:05', turnover[format], 'VRAI', '0,125'],
      ],
      ['Forges & fils   <SAS>', '007', '', '', '', doubled[format], 'FAUX'],
    ])
    expect(hidden?.rows).toEqual([{ row: 1, cells: ['=1+1 n’est pas un calcul'] }])
    expect(empty?.rows).toEqual([])
    // The reader of old workbooks does not tell.
    expect(hidden?.hidden).toBe(format !== 'xls')
  })
})

describe('what a cell of Excel becomes', () => {
  const styles = [
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-40C]d mmmm yyyy;@"/>',
    '<numFmt numFmtId="171" formatCode="[h]:mm"/><numFmt numFmtId="172" formatCode="#,##0 &quot;jours d’essai&quot;"/></numFmts>',
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>',
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="20"/></cellXfs></styleSheet>',
  ].join('')
  const textOf = async (cell: string, more: Record<string, string> = {}) =>
    (await cellsOf(xlsxOf(`<row r="1">${cell}</row>`, { 'xl/styles.xml': styles, ...more })))[0]?.[0] ?? ''

  // Days as Excel numbers them (ECMA-376, 18.17.4.1): 1 is 1 January 1900, 60 the day that never was, 45000 15 March 2023.
  test.each([
    ['<c r="A1"><v>0.1</v></c>', '0,1'],
    ['<c r="A1"><v>1E-7</v></c>', '1e-7'],
    ['<c r="A1"><v>12345678901234567</v></c>', '12345678901234568'],
    ['<c r="A1" s="1"><v>45000</v></c>', '2023-03-15'],
    ['<c r="A1" s="2"><v>45000.5</v></c>', '2023-03-15 12:00'],
    ['<c r="A1" s="1"><v>1</v></c>', '1900-01-01'],
    ['<c r="A1" s="1"><v>61</v></c>', '1900-03-01'],
    ['<c r="A1" s="1"><v>-3</v></c>', '-3'],
    ['<c r="A1" s="3"><v>1.5</v></c>', '36:00'],
    ['<c r="A1" s="4"><v>45000</v></c>', '45000'],
    ['<c r="A1" s="5"><v>0.25</v></c>', '06:00'],
    ['<c r="A1" t="d"><v>2024-02-29T08:15:30Z</v></c>', '2024-02-29 08:15:30'],
    ['<c r="A1" t="b"><v>1</v></c>', 'VRAI'],
    ['<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['<c r="A1" t="str"><f>A2&amp;"x"</f><v>a_x000D_b</v></c>', 'a\rb'],
    ['<c r="A1"><f>1+1</f></c>', ''],
    ['<c r="A1" t="inlineStr"><is><r><t>Pôle </t></r><r><t>emploi</t></r></is></c>', 'Pôle emploi'],
    ['<c r="A1" t="s"><v>7</v></c>', ''],
  ])('%s is « %s »', async (cell, text) => {
    expect(await textOf(cell)).toBe(text)
  })

  test('days counted from 1904, as a Mac once did', async () => {
    const workbook =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="F" sheetId="1" r:id="s1"/></sheets></workbook>'
    expect(await textOf('<c r="A1" s="1"><v>43538</v></c>', { 'xl/workbook.xml': workbook })).toBe('2023-03-15')
  })

  test('shared texts in runs, without how they are pronounced', async () => {
    const strings = '<sst><si><r><t>Comm</t></r><r><t xml:space="preserve">une </t></r><rPh><t>x</t></rPh></si></sst>'
    expect(await textOf('<c r="A1" t="s"><v>0</v></c>', { 'xl/sharedStrings.xml': strings })).toBe('Commune ')
  })

  test('rows and cells without their places follow one another', async () => {
    const rows = '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row r="5"><c><v>4</v></c></row>'
    const { sheets } = await sheetsOf(xlsxOf(rows))
    expect(sheets[0]?.rows).toEqual([
      { row: 1, cells: ['1', '', '', '2', '3'] },
      { row: 5, cells: ['4'] },
    ])
  })
})

test('texts in columns are told by their content too', async () => {
  const workbook = await sheetsOf(new TextEncoder().encode('nom;commune\nForges;Brumeval'), 'liste.xlsx')
  expect(workbook.format).toBe('csv')
  expect(workbook.sheets[0]?.rows[1]?.cells).toEqual(['Forges', 'Brumeval'])
})

describe('hostile files', () => {
  test('a part that inflates beyond what the file says of it', async () => {
    const bytes = xlsxOf(`<row>${'<c><v>1</v></c>'.repeat(2000)}</row>`)
    // The size of the sheet, in the list at the end of the file, made 10.
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml')
    new DataView(bytes.buffer).setUint32(name - 46 + 24, 10, true)
    const { sheets } = await sheetsOf(bytes)
    expect(sheets[0]?.flaw).toMatchObject({ code: 'malformed_file', expected: { format: 'zip' } })
  })

  test('a bomb is refused before anything is inflated', async () => {
    const bomb = xlsxOf('', { 'xl/sharedStrings.xml': ' '.repeat(40 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(inflatedLimits.ratioFrom / inflatedLimits.ratio)
    expect((await sheetsOf(bomb)).flaw).toMatchObject({
      code: 'file_too_large',
      expected: { atMost: inflatedLimits.ratioFrom },
    })
  })

  test.each([
    ['xlsx', xlsxOf, '<row><c t="inlineStr"><is><t>&a;</t></is></c></row>', 'xl/worksheets/sheet1.xml'],
    ['ods', odsOf, '', 'content.xml'],
  ] as const)('%s: no entity is expanded, none is fetched', async (format, made, rows, part) => {
    const bombs = [
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
      '<x>&a;</x>',
    ]
    for (const bomb of bombs) {
      const workbook = await sheetsOf(made(rows, { [part]: bomb }))
      const flaw = workbook.flaw ?? workbook.sheets[0]?.flaw
      expect(flaw).toMatchObject({ code: 'malformed_file', expected: { format } })
    }
  })

  test('elements deeper than any workbook has them', async () => {
    const deep = await sheetsOf(odsOf('<a>'.repeat(100_000) + '</a>'.repeat(100_000)))
    expect(deep.flaw).toMatchObject({ code: 'malformed_file' })
  })

  test('two cells far apart do not make a rectangle', async () => {
    const { sheets } = await sheetsOf(
      xlsxOf('<row><c r="A1"><v>1</v></c></row><row><c r="B1048576"><v>2</v></c></row>'),
    )
    expect(sheets[0]?.rows).toEqual([
      { row: 1, cells: ['1'] },
      { row: 1_048_576, cells: ['', '2'] },
    ])
  })

  test('too many columns, too many rows', async () => {
    const wide = await sheetsOf(xlsxOf('<row><c r="XFD1"><v>1</v></c></row>'))
    expect(wide.sheets[0]?.flaw).toEqual({
      row: null,
      code: 'too_many_columns',
      got: '16384',
      expected: { atMost: fileLimits.columns },
    })
    const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    const long = await sheetsOf(
      odsOf(`<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`),
    )
    expect(long.sheets[0]).toMatchObject({ rows: [], flaw: { code: 'too_many_rows' } })
    const row = `<table:table-row table:number-rows-repeated="400000">${cell.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="499"')}</table:table-row>`
    expect((await sheetsOf(odsOf(row))).sheets[0]?.flaw).toMatchObject({ code: 'too_many_cells' })
  })

  test('a password is asked for in no format', async () => {
    const excel = await writeXlsx({
      sheets: [{ name: 'F', rows: [['nom']] }],
      encryption: { password: 'secret', spinCount: 1 },
    })
    const manifest =
      '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    const old = Uint8Array.from(sample('partenaires.xls'))
    const begin = Buffer.from(old).indexOf(Buffer.from([0x09, 0x08, 0x10, 0, 0, 6, 5, 0]))
    old.set([0x2f, 0], begin + 20)
    for (const bytes of [excel, odsOf('', { 'META-INF/manifest.xml': manifest }), old]) {
      expect((await sheetsOf(bytes)).flaw).toEqual({ row: null, code: 'protected_file', got: '', expected: null })
    }
  })

  test('a ZIP file that is no workbook', async () => {
    expect((await sheetsOf(zipOf({ 'lisez-moi.txt': 'bonjour' }))).flaw).toMatchObject({ code: 'malformed_file' })
  })

  test.each([
    ['image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70])],
    ['pdf', new TextEncoder().encode('%PDF-1.7 …')],
    ['gephi', zipOf({ Project_xml: '<project/>', Workspace_0_graphstore_bytes: '' })],
    ['document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '<w/>' })],
    ['document', zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<o/>' })],
    ['slides', zipOf({ 'ppt/presentation.xml': '<p/>' })],
    ['archive', zipOf({ 'notes.md': '' })],
  ])('%s is told by its bytes, whatever its name', async (got, bytes) => {
    const { flaw, sheets } = await readSheets({ name: 'partenaires.xlsx', bytes })
    expect(flaw ?? sheets[0]?.flaw).toMatchObject({ code: 'malformed_file', got })
  })

  test.each(['xlsx', 'ods', 'xls'])('%s cut anywhere says so', async (format) => {
    const whole = sample(`partenaires.${format}`)
    for (let length = 8; length < whole.length; length += 97) {
      const { flaw, sheets } = await sheetsOf(whole.subarray(0, length))
      // The last sectors of an old workbook are about its author.
      if (format !== 'xls' || length < 4000) expect(flaw ?? sheets.find((sheet) => sheet.flaw)?.flaw).toBeDefined()
    }
  })

  test.each(['xlsx', 'ods', 'xls'])('%s with bytes changed never throws', async (format) => {
    const whole = sample(`partenaires.${format}`)
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        await sheetsOf(bytes)
      }),
      { numRuns: 150 },
    )
  })
})

// https://docs.kumu.io/guides/import/excel-csv
test('a workbook of Kumu: bars part values, directions are words', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Elements',
        rows: [
          ['Label', 'Type', 'Tags'],
          ['Forges', 'Entreprise', 'bois | acier; fonte'],
        ],
      },
      {
        name: 'Connections',
        rows: [
          ['From', 'To', 'Type', 'Direction'],
          ['Forges', 'Mairie', 'Supply', 'directed'],
          ['Mairie', 'Forges', 'Trust', 'mutual'],
        ],
      },
    ],
  })
  const { sheets } = await sheetsOf(bytes)
  expect(sheets.map(({ rows }) => rows.map(({ cells }) => cells))).toEqual([
    [
      ['Label', 'Type', 'Tags'],
      ['Forges', 'Entreprise', 'bois; acier\\; fonte'],
    ],
    [
      ['From', 'To', 'Type', 'directed'],
      ['Forges', 'Mairie', 'Supply', 'VRAI'],
      ['Mairie', 'Forges', 'Trust', 'FAUX'],
    ],
  ])
})

test('a long workbook tells how far it is, and what stops that stops the reading', async () => {
  const row = (at: number) =>
    `<row><c t="inlineStr"><is><t>Établissement industriel ${at} du territoire</t></is></c></row>`
  const bytes = xlsxOf(Array.from({ length: 70_000 }, (_, at) => row(at)).join(''))
  const told: ReadProgress[] = []
  const { sheets } = await readSheets({ name: 'long.xlsx', bytes }, (progress) => told.push(progress))
  expect(sheets[0]?.rows).toHaveLength(70_000)
  expect(told.length).toBeGreaterThan(1)
  expect(told.every(({ file, rows, bytes, of }) => file === 'long.xlsx' && rows > 0 && bytes <= of)).toBe(true)
  expect(told.map(({ rows }) => rows)).toEqual(told.map(({ rows }) => rows).toSorted((a, b) => a - b))
  const stop = new Error('stop')
  const stopping = readSheets({ name: 'long.xlsx', bytes }, () => Promise.reject(stop))
  await expect(stopping).rejects.toBe(stop)
})
