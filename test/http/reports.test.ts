import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportTerritory } from '../../server/cli/report.ts'
import type { Change } from '../../server/domain/change.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { agendaSchema } from '../../server/wire/agenda.ts'
import { diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { agenda as words } from '../../server/words/fr/agenda.ts'
import { actor, tie, ties } from '../network/draw.ts'
import { type Serving, serving } from './serving.ts'

const dieppe = '/api/territories/dieppe'
let server: Serving
let twice: readonly Change[] = []
/** What documents of a later year tell. */
const later: readonly Change[] = [
  { put: 'wave', value: { id: 'w2', label: '2027', date: '2027-01-01', basis: 'documents' } },
  actor('f'),
  ...(['ab', 'be', 'ef'] as const).map(([from = '', to = '']) => tie({ wave: 'w2', from, to })),
]

beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  twice = [...ties('a-b b-c c-a c-d d-e', 'documents'), ...later]
  server = await serving({ dieppe: examples.get('dieppe') ?? [], small: ties('a-b b-c'), twice })
  // The note is then of the refined diagnosis each time.
  let stage = 'first'
  while (stage === 'first') stage = (await server.answer(diagnosisSchema, 'GET', `${dieppe}/diagnosis`)).stage
})
afterAll(() => server[Symbol.asyncDispose]())

interface Element {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Element[]
}

async function read(url: string) {
  const { rawPayload, statusCode } = await server.ask('GET', url)
  expect(statusCode).toBe(200)
  const pdf = await getDocument({ data: new Uint8Array(rawPayload), useSystemFonts: false }).promise
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)))
  const texts = await Promise.all(pages.map((page) => page.getTextContent()))
  const text = texts.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ')
  const operators = (await Promise.all(pages.map((page) => page.getOperatorList()))).flatMap(({ fnArray }) => fnArray)
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as readonly (Element | null)[]
  const metadata = await pdf.getMetadata()
  await pdf.loadingTask.destroy()
  return { bytes: rawPayload, pages: pages.length, text: plain(text), operators, trees, metadata }
}

/** One width of space, and no hyphen of lines. */
const plain = (text: string) => text.replace(/\s+/g, ' ')

function rolesIn(element: Element | null): string[] {
  return element ? [element.role ?? '', ...(element.children ?? []).flatMap(rolesIn)] : []
}

test('the note of a wave is two pages that say its decisions, what is not known, the method and the sources', async () => {
  const { pages, text } = await read(`${dieppe}/report.pdf`)
  expect(pages).toBe(2)
  const agenda = await server.answer(agendaSchema, 'GET', `${dieppe}/agenda`)
  expect(agenda.items.length).toBeGreaterThan(2)
  for (const { calling } of agenda.items) expect(text).toContain(words.callings[calling])
  for (const heading of ['Note au maire – Dieppe Maritime', 'Ce qu’on ne sait pas', 'Méthode', 'Sources'])
    expect(text).toContain(heading)
  // Of one wave alone.
  expect(text).not.toContain('Ce qui a changé depuis')
  expect(text).toContain('Un lien absent des documents n’est pas un lien absent du territoire.')
})

test('its PDF is tagged, in its language, with its fonts; the map is of shapes, and is told in words', async () => {
  const { bytes, operators, trees, metadata } = await read(`${dieppe}/report.pdf`)
  expect(metadata.info).toMatchObject({ Title: 'Note au maire – Dieppe Maritime', Language: 'fr-FR' })
  const roles = trees.flatMap(rolesIn)
  for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Figure']) expect(roles).toContain(role)
  expect(JSON.stringify(trees[0])).toMatch(/"role":"Figure".*"alt":"Carte de 46 acteurs et 57 liens\. Les plus liés/)
  expect(operators).not.toContain(OPS.paintImageXObject)
  const file = bytes.toString('latin1')
  expect(file).toMatch(/\/Marked true/)
  expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(file.match(/\/FontFile2/g)?.length).toBe(2)
})

test.each(['pdf', 'docx'])('the same note is the same %s, byte for byte, and is told so', async (format) => {
  const url = `${dieppe}/report.${format}`
  const [one, other] = [await server.ask('GET', url), await server.ask('GET', url)]
  expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
  const known = { 'if-none-match': String(one.headers.etag) }
  expect((await server.ask('GET', url, undefined, known)).statusCode).toBe(304)
})

test('the command line writes the very note that is downloaded, with what changed since the wave before', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-note-'))
  const file = join(folder, 'store.sqlite')
  const output = join(folder, 'note.pdf')
  const store = await openEmbeddedStore(file)
  await store.create('twice', {
    key: 'make',
    author: null,
    at: '2026-01-01T00:00:00.000Z',
    origin: 'import',
    changes: twice,
  })
  await store[Symbol.asyncDispose]()
  await reportTerritory('twice', { output, language: 'fr' }, { kind: 'sqlite', file })
  const url = '/api/territories/twice/report.pdf'
  let stage = 'first'
  while (stage === 'first')
    stage = (await server.answer(diagnosisSchema, 'GET', '/api/territories/twice/diagnosis')).stage
  expect((await read(url)).text).toContain('Ce qui a changé depuis')
  const written = await readFile(output)
  expect(written.equals((await server.ask('GET', url)).rawPayload)).toBe(true)
  await rm(folder, { recursive: true })
})

test('its DOCX has headings, lists, its language, and the map with its words', async () => {
  const parts = unzipSync((await server.ask('GET', `${dieppe}/report.docx?lang=en`)).rawPayload)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const document = part('word/document.xml')
  for (const style of ['Title', 'Heading1', 'Heading2']) expect(document).toContain(`<w:pStyle w:val="${style}"/>`)
  expect(document).toContain('<w:numPr>')
  expect(document).toMatch(/<wp:docPr [^>]*descr="Map of 46 actors and 57 ties\./)
  expect(part('word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
  expect(document).toContain('What is not known')
  expect(Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name)).length).toBe(1)
})

test('of a network that asks for nothing there is a note too, of two pages', async () => {
  const { pages, text } = await read('/api/territories/small/report.pdf?lang=en')
  expect(pages).toBe(2)
  expect(text).toContain('Note to the mayor')
})

test('an unknown wave is refused', async () => {
  expect(await server.problem('GET', `${dieppe}/report.pdf?wave=1789`)).toMatchObject({ code: 'unknown_wave' })
})
