import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import type { SavedView } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { type Serving, serving } from './serving.ts'

const dieppe = '/api/territories/dieppe'
const views: readonly SavedView[] = [
  { id: 'b', name: 'Qui est là & pourquoi', address: 'map', story: 'Mars', rank: 1, text: 'Une carte.\nDeux lignes.' },
  {
    id: 'a',
    name: 'Autour de l’agglomération',
    address: 'map?actor=dieppe-maritime&wave=1789&steps=1',
    story: 'Mars',
    rank: 2,
    notes: 'Ralentir.',
  },
  { id: 'c', name: 'À part', address: 'map?color=type' },
  // As little room as a title and four lines leave, and as long a legend as there is.
  { id: 'd', name: 'Long', address: 'map?show=spaces&color=type', text: 'Un.\nDeux.\nTrois.\nQuatre.' },
]
let server: Serving
beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  const kept = views.map((value): Change => ({ put: 'view', value }))
  server = await serving({ dieppe: [...(examples.get('dieppe') ?? []), ...kept] })
})
afterAll(() => server[Symbol.asyncDispose]())

const pptx = async () => (await server.ask('GET', `${dieppe}/stories/Mars/slides.pptx`)).rawPayload

test('a story is a presentation: a slide a view, in their order, with its title, text, picture and notes', async () => {
  const parts = unzipSync(await pptx())
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  for (const [name, bytes] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name)) expect(() => new SaxesParser().write(strFromU8(bytes)).close(), name).not.toThrow()
  }
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  expect(slides).toHaveLength(2)
  expect(text('ppt/slides/slide1.xml')).toContain('Qui est là &amp; pourquoi')
  expect(text('ppt/slides/slide1.xml')).toContain('Deux lignes.')
  expect(text('ppt/slides/slide1.xml')).toMatch(/type="title"/)
  expect(text('ppt/slides/slide1.xml')).toMatch(/descr="Carte de \d+ acteurs/)
  expect(text('ppt/slides/slide2.xml')).toContain('n’a plus\u00a0: vague «\u00a01789\u00a0».')
  expect(text('ppt/notesSlides/notesSlide2.xml')).toContain('Ralentir.')
  expect(text('ppt/notesSlides/notesSlide2.xml')).toContain('Source')
  expect(text('ppt/slides/slide2.xml')).not.toContain('Ralentir.')
  const pictures = Object.keys(parts).filter((name) => /^ppt\/media\/.*\.png$/.test(name))
  expect(pictures).toHaveLength(2)
})

test('the same story is the same file', async () => {
  expect((await pptx()).equals(await pptx())).toBe(true)
})

test('a view is projected with who it speaks of lit, large names, no more than forty', async () => {
  const slide = async (view: string) => (await server.ask('GET', `${dieppe}/views/${view}/slide.svg`)).body
  const [whole, around] = [await slide('b'), await slide('a')]
  for (const svg of [whole, around, await slide('d')]) {
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
    expect([...svg.matchAll(/paint-order/g)].length).toBeLessThanOrEqual(2 * 40)
    const height = Number(/viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(svg)?.[1])
    expect(Math.max(...[...svg.matchAll(/<text[^>]* y="([\d.]+)"/g)].map(([, y]) => Number(y)))).toBeLessThan(height)
  }
  const fills = (svg: string) =>
    new Set([...svg.matchAll(/<g class="actor"[^>]*>.*?fill="(#\w{6})" stroke/g)].map(([, fill]) => fill))
  expect(fills(around).size).toBeGreaterThan(fills(whole).size)
  expect(await server.problem('GET', `${dieppe}/views/x/slide.svg`)).toMatchObject({ code: 'unknown_view' })
  expect(await server.problem('GET', `${dieppe}/stories/Avril/slides.pptx`)).toMatchObject({ code: 'unknown_story' })
})
