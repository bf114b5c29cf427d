import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsNaming, isNamed } from '../../server/domain/reference.ts'
import { emptyTerritory, nouns } from '../../server/domain/territory.ts'
import { nounOfFile } from '../../server/exchange/columns.ts'
import { csvTable, readCsv, territoryToCsv } from '../../server/exchange/csv.ts'
import { type TablePart, tableParts } from '../../server/exchange/long-table.ts'
import { fileLimits } from '../../server/exchange/preview.ts'
import { previewOf, territoryOf, village } from './fixture.ts'

test('RFC 4180: CRLF, commas, doubled quotes, quotes where they are needed, no mark', () => {
  const territory = territoryOf({
    ...village,
    'territory.csv': 'key,value\nname,"Brumeval, dit ""la Brume"""\n',
  })
  expect(territoryToCsv(territory).get('territory.csv')).toBe('key,value\r\nname,"Brumeval, dit ""la Brume"""\r\n')
})

test('a territory is a file of each noun, after those of the nouns that its facts name', () => {
  const files = [...territoryToCsv(emptyTerritory('e')).keys()]
  expect(files.slice(0, 4)).toEqual(['territory.csv', 'vocabulary.csv', 'actors.csv', 'spaces.csv'])
  expect(files.map((file) => nounOfFile(file))).toEqual(nouns)
  const early = nouns.flatMap((noun, place) =>
    nouns.slice(place + 1).filter((later) => isNamed(later) && fieldsNaming(noun, later).length > 0),
  )
  expect(early).toEqual([])
})

const table = [
  ['id', 'name', 'type', 'sphere', 'scope', 'inside', 'note'],
  ['ecole', 'École d’Été', 'formation', 'formation_recherche', 'local', 'true', 'là, ici ; ailleurs'],
]
const quoted = (delimiter: string, end: string) =>
  table.map((row) => row.map((cell) => `"${cell}"`).join(delimiter)).join(end) + end

test.each([
  ['commas and line feeds', quoted(',', '\n')],
  ['semicolons, as a French Excel writes', quoted(';', '\r\n')],
  ['tabs', quoted('\t', '\r\n')],
  ['carriage returns alone', quoted(',', '\r')],
  ['a byte order mark', `\uFEFF${quoted(';', '\r\n')}`],
  ['a first line that announces the delimiter', `sep=;\r\n${quoted(';', '\r\n')}`],
  ['empty lines before, between and after', `\n\n${quoted(',', '\n\n')}\n\n,,,\n`],
])('%s read the same', (_, text) => {
  const school = territoryOf({ 'actors.csv': text }).actors.get('ecole')
  expect(school?.name).toBe('École d’Été')
  expect(school?.note).toBe('là, ici ; ailleurs')
})

test('bytes that are no UTF-8 are Windows-1252', () => {
  // « École d’Été à 5 € » as Windows-1252 has it.
  const name = [0xc9, 0x63, 0x6f, 0x6c, 0x65, 0x20, 0x64, 0x92, 0xc9, 0x74, 0xe9, 0x20, 0xe0, 0x20, 0x35, 0x20, 0x80]
  const before = new TextEncoder().encode('id;nom;type;domaine;niveau;interne\r\na;')
  const after = new TextEncoder().encode(';commune;culture;local;oui\r\n')
  const { actors } = territoryOf({ 'acteurs.csv': Uint8Array.from([...before, ...name, ...after]) })
  expect(actors.get('a')?.name).toBe('École d’Été à 5 €')
})

test.each([
  // « École d’été à Nîmes, çà et là », as « CSV (Macintosh) » and « CSV (MS-DOS) » of Excel write it.
  ['Macintosh', '83636f6c652064d58e748e2088204e946d65732c208d88206574206c88', 'École d’été à Nîmes, çà et là'],
  ['MS-DOS', '90636f6c652064278274822085204e8c6d65732c208785206574206c85', "École d'été à Nîmes, çà et là"],
  ['ISO 8859-15', 'bc75767265206427e974e920e0204372e8766563bd7572', "Œuvre d'été à Crèvecœur"],
])('the encoding of an old %s is known by its French letters', (_, name, expected) => {
  const row = ['id;nom;type;domaine;niveau;interne\r\na;"', '";commune;culture;local;oui\r\n']
  const bytes = Buffer.concat([Buffer.from(row[0] ?? ''), Buffer.from(name, 'hex'), Buffer.from(row[1] ?? '')])
  expect(territoryOf({ 'acteurs.csv': bytes }).actors.get('a')?.name).toBe(expected)
})

test.each([
  ['xlsx', [0x50, 0x4b, 3, 4, 20, 0]],
  ['ods', [0x50, 0x4b, 3, 4, ...Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ['binary', [0x69, 0x64, 0x2c, 0, 0x0a]],
])('%s is no CSV, whatever its name says', (got, bytes) => {
  const { files, refusals } = previewOf({ 'acteurs.csv': Uint8Array.from(bytes) })
  expect(refusals).toEqual([
    { file: 'acteurs.csv', row: null, column: null, code: 'malformed_file', got, expected: 'csv' },
  ])
  expect(files[0]).toMatchObject({ rows: 0, refused: 0 })
})

test.each([
  ['with its mark', '\uFEFF'],
  ['without', ''],
])('the Unicode text of a spreadsheet is UTF-16 with tabs, %s', (_, mark) => {
  const littleEndian = Buffer.from(mark + quoted('\t', '\r\n'), 'utf16le')
  const bigEndian = Buffer.from(littleEndian).swap16()
  for (const bytes of [littleEndian, bigEndian]) {
    const { actors } = territoryOf({ 'actors.csv': new Uint8Array(bytes) })
    expect(actors.get('ecole')?.name).toBe('École d’Été')
  }
})

test('rows are numbered as a spreadsheet does: empty lines count, lines within a cell do not', () => {
  const { refusals } = previewOf({
    'actors.csv':
      'id,name,type,sphere,scope,inside\n\na,"deux\nlignes",commune,culture,local,true\nb,B,?,culture,local,true',
  })
  expect(refusals.map(({ row, column }) => ({ row, column }))).toEqual([{ row: 4, column: 'type' }])
})

test('spaces around cells are nobody’s intention, spaces within quotes may be', () => {
  const { actors } = territoryOf({
    'actors.csv': 'id, name ,type,sphere,scope,inside,note\n a , Forges  ,commune , culture,local,true,"  retrait"',
  })
  expect(actors.get('a')).toMatchObject({ id: 'a', name: 'Forges', type: 'commune', note: '  retrait' })
})

test('a name that begins with a quoted word is a name, and the rows below it are there', () => {
  const { actors } = territoryOf({
    'actors.csv': [
      'id,name,type,sphere,scope,inside,note',
      'a,"Le Petit" Café,commune,culture,local,true,"dit ""le petit"""',
      'b,Écran 12" et plus,commune,culture,local,true,',
    ].join('\n'),
  })
  expect([...actors.values()].map(({ name }) => name)).toEqual(['"Le Petit" Café', 'Écran 12" et plus'])
  expect(actors.get('a')?.note).toBe('dit "le petit"')
})

test('any table gives the same rows in parts as whole', async () => {
  const bit = fc.constantFrom(
    '"',
    '"',
    '""',
    ';',
    ',',
    '\n',
    '\r\n',
    ' ',
    '\t',
    'a',
    'Café',
    ';"Le Petit" Café;',
    '\ufeff',
  )
  const text = fc.array(bit, { maxLength: 30 }).map((bits) => `nom;type;note\n${bits.join('')}`)
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom<BufferEncoding>('utf8', 'latin1'), async (text, encoding) => {
      const file = { name: 'partenaires.csv', bytes: Buffer.from(text, encoding) }
      const parts: TablePart[] = []
      for await (const part of tableParts(file, () => 2)) parts.push(part)
      const { rows, flaw } = csvTable(file)
      expect({ rows: parts.flatMap((part) => part.rows), flaw: parts.at(-1)?.flaw }).toEqual({ rows, flaw })
    }),
    { numRuns: 60 },
  )
})

test('a quote that never closes ends the file; what stands before it is previewed', () => {
  const { files, refusals } = previewOf({
    'actors.csv': 'id,name,type,sphere,scope,inside\na,A,commune,culture,local,true\nb,"B,commune\nc,C,commune',
  })
  expect(refusals).toEqual([
    {
      file: 'actors.csv',
      row: 3,
      column: null,
      code: 'malformed_file',
      got: '',
      expected: 'closing_quote',
    },
  ])
  expect(files[0]).toMatchObject({ rows: 1, created: 1 })
})

test('a file past the limits is refused whole', () => {
  const bytes = new Uint8Array(fileLimits.bytes + 1)
  const rows = 'a,b\n'.repeat(fileLimits.rows + 2)
  const columns = Array.from({ length: fileLimits.columns + 1 }, (_, index) => `c${index}`).join(',')
  const { refusals, changes } = readCsv(
    [
      { name: 'actors.csv', bytes },
      { name: 'territory.csv', bytes: new TextEncoder().encode(rows) },
      { name: 'ties.csv', bytes: new TextEncoder().encode(columns) },
    ],
    emptyTerritory('e'),
  )
  expect(refusals.map(({ file, row, code, expected }) => ({ file, row, code, expected }))).toEqual([
    { file: 'actors.csv', row: null, code: 'file_too_large', expected: { atMost: fileLimits.bytes } },
    { file: 'territory.csv', row: null, code: 'too_many_rows', expected: { atMost: fileLimits.rows } },
    { file: 'ties.csv', row: null, code: 'too_many_columns', expected: { atMost: fileLimits.columns } },
  ])
  expect(changes).toEqual([])
})

test('of two files about the same things neither is read, whichever comes first', () => {
  const bytes = (id: string) =>
    new TextEncoder().encode(`id,name,type,sphere,scope,inside\n${id},A,commune,culture,local,1`)
  for (const name of ['actors.csv', 'Actors.csv', 'autre/actors.csv', 'acteurs.csv']) {
    const files = [
      { name: 'actors.csv', bytes: bytes('a') },
      { name, bytes: bytes('b') },
    ]
    const { files: previews, refusals, changes } = readCsv(files, emptyTerritory('e'))
    expect(previews).toMatchObject(files.map(({ name }) => ({ file: name, rows: 1, refused: 1 })))
    expect(refusals).toMatchObject(files.map(({ name }) => ({ file: name, code: 'repeated_file' })))
    expect(changes).toEqual([])
  }
})
