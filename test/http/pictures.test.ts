import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apply } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { defaultVocabulary } from '../../server/domain/vocabulary.ts'
import { hues, othersLook, paper } from '../../server/drawing/appearance.ts'
import { arrangedOf } from '../../server/drawing/arranging.ts'
import { categoriesOf } from '../../server/drawing/categories.ts'
import { groundOf } from '../../server/drawing/ground.ts'
import { standings } from '../../server/drawing/standing.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { arranged, type Layout } from '../../server/layout/arrangement.ts'
import { newcomersOf } from '../../server/layout/places.ts'
import { merged } from '../../server/layout/positions.ts'
import { widths } from '../../server/print/typeface.ts'
import { type NetworkWire, networkSchema, type TwoModeWire, twoModeSchema } from '../../server/wire/network.ts'
import { type TerritoryWire, territorySchema } from '../../server/wire/territory.ts'
import { type Serving, serving } from './serving.ts'

const brume = '/api/territories/brume'
let server: Serving
let territory: TerritoryWire
let network: NetworkWire
let svg: string
let record: Territory
/** On a grid that leans, so that no two differences are alike. */
const places = new Map<string, readonly [number, number]>()

beforeAll(async () => {
  const examples = new Map((await exampleTerritories()).map(({ id, changes }) => [id, changes]))
  const applied = apply(emptyTerritory('brume'), examples.get('val-de-brume') ?? [])
  if (!applied.ok) throw new Error('the example is refused')
  record = applied.territory
  server = await serving({ brume: examples.get('val-de-brume') ?? [], dieppe: examples.get('dieppe') ?? [] })
  territory = await server.answer(territorySchema, 'GET', brume)
  network = await server.answer(networkSchema, 'GET', `${brume}/network`)
  territory.actors.forEach(({ id }, i) => {
    places.set(id, [(i % 13) * 137 + i, Math.floor(i / 13) * 121 + 3 * (i % 13)])
  })
  await server.ask('PUT', `${brume}/positions`, { actors: Object.fromEntries(places), spaces: {} })
  svg = (await server.ask('GET', `${brume}/picture.svg`)).body
})
afterAll(() => server[Symbol.asyncDispose]())

interface Drawn {
  readonly id: string
  readonly at: readonly [number, number]
  readonly title: string
  readonly fill: string
  readonly stroke: string
}

function drawnActors(svg: string): Drawn[] {
  const shape =
    /<g class="actor" data-id="([^"]*)" transform="translate\(([\d.-]+) ([\d.-]+)\)"><title>([^<]*)<\/title><path [^>]*\/><path d="[^"]*" fill="([^"]*)" stroke="([^"]*)"/g
  return [...svg.matchAll(shape)].map(([, id = '', x, y, title = '', fill = '', stroke = '']) => ({
    id: plain(id),
    at: [Number(x), Number(y)],
    title: plain(title),
    fill,
    stroke,
  }))
}

const plain = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const tied = () => new Set(network.edges.flatMap(({ from, to }) => [network.actors[from], network.actors[to]]))

describe('the SVG of Val-de-Brume', () => {
  test('is one document with a title that says territory and wave', () => {
    expect(svg).toMatch(/^<\?xml[^>]*>\n<svg /)
    expect(svg).toContain('<title>Val-de-Brume (territoire fictif) – Enquête 2025</title>')
    expect(svg).not.toContain('<image')
  })

  test('has every actor of the network once, in the colour of its sphere, hollow where it did not answer', () => {
    const drawn = drawnActors(svg)
    expect(drawn.map(({ id }) => id).sort()).toEqual([...network.actors].sort())
    const spheres = new Map(territory.actors.map(({ id, sphere }) => [id, sphere]))
    const names = new Map(territory.actors.map(({ id, name }) => [id, name]))
    const silent = new Set(network.silent.map((node) => network.actors[node]))
    const colors = new Map<string, string>()
    const ranks: readonly string[] = defaultVocabulary.sphere
    for (const { id, title, fill, stroke } of drawn) {
      const sphere = spheres.get(id) ?? ''
      const slot = ranks.indexOf(sphere)
      // The first eight spheres have the hue of their rank, whatever the territory; any other has one for all its actors.
      const color = stroke === othersLook.color || slot >= hues.length ? (colors.get(sphere) ?? stroke) : hues[slot]
      colors.set(sphere, stroke)
      expect([id, stroke, fill]).toEqual([id, color, silent.has(id) ? paper : color])
      expect(title.startsWith(names.get(id) ?? '?')).toBe(true)
    }
  })

  test('gives no two spheres one colour, but those it calls others', () => {
    const spheres = new Map(territory.actors.map(({ id, sphere }) => [id, sphere]))
    const alike = Map.groupBy(drawnActors(svg), ({ stroke }) => stroke)
    for (const [color, drawn] of alike) {
      const seen = new Set(drawn.map(({ id }) => spheres.get(id)))
      expect([color, seen.size > 1]).toEqual([color, color === othersLook.color])
    }
  })

  test('has every tied actor at its position, all by one scale', () => {
    const isTied = tied()
    const drawn = drawnActors(svg).filter(({ id }) => isTied.has(id))
    const [first, last] = [drawn[0], drawn.at(-1)]
    const [p, q] = [places.get(first?.id ?? ''), places.get(last?.id ?? '')]
    if (!first || !last || !p || !q) throw new Error('nobody is drawn')
    const scale = (last.at[0] - first.at[0]) / (q[0] - p[0])
    expect(scale).toBeGreaterThan(0)
    for (const { id, at } of drawn) {
      const [x, y] = places.get(id) ?? [0, 0]
      expect(at[0]).toBeCloseTo(first.at[0] + (x - p[0]) * scale, 0)
      expect(at[1]).toBeCloseTo(first.at[1] - (y - p[1]) * scale, 0)
    }
  })

  test('has every tie once, between its actors, as what it rests on', () => {
    const at = new Map(drawnActors(svg).map(({ id, at }) => [id, at.join(' ')]))
    const line =
      /<g class="tie" data-from="actor:([^"]*)" data-to="actor:([^"]*)" data-standing="(\w+)"><title>[^<]*<\/title><path d="M([^L]*)L([^"]*)"/g
    const drawn = [...svg.matchAll(line)].map(([, from = '', to = '', standing = '', start, end]) => {
      expect([start, end]).toEqual([at.get(plain(from)), at.get(plain(to))])
      return [JSON.stringify([plain(from), plain(to)]), standing] as const
    })
    const ends = network.edges.map(({ from, to }) => JSON.stringify([network.actors[from], network.actors[to]]))
    expect(drawn.map(([pair]) => pair).sort()).toEqual(ends.sort())
    const standingOf = new Map(drawn)
    const reporters = new Map(
      territory.ties.map((tie) => [JSON.stringify([tie.wave, tie.kind, tie.from, tie.to, tie.reporter]), tie]),
    )
    for (const edge of network.edges) {
      const pair = [network.actors[edge.from], network.actors[edge.to]]
      const declared = edge.ties.flatMap((key) => reporters.get(key) ?? [])
      expect(declared.length).toBe(edge.ties.length)
      const both = pair.every((id) => declared.some(({ reporter }) => reporter === id))
      const standing = standingOf.get(JSON.stringify(pair))
      if (standing === 'confirmed') expect(both).toBe(true)
      if (standing === 'declared') expect(both).toBe(false)
      expect(standing === 'shared').toBe(declared.length === 0 && standing !== 'uncertain')
    }
    // A wave of answers some of which confirm, some do not, and some are old.
    const seen = new Set(standingOf.values())
    expect(standings.filter((standing) => seen.has(standing))).toEqual(['confirmed', 'declared', 'shared', 'fading'])
  })

  test('has no name on a node that is not its own, nor on another name', () => {
    const widthOf = widths()
    const text =
      /<text x="([\d.-]+)" y="([\d.-]+)" text-anchor="(\w+)" font-size="([\d.]+)" fill="[^"]*" stroke="[^>]*>([^<]*)</g
    const boxes = [...svg.matchAll(text)].map(([, x, y, anchor, size, said = '']) => {
      const width = widthOf(plain(said), Number(size), false)
      const left = Number(x) - (anchor === 'start' ? 0 : anchor === 'middle' ? width / 2 : width)
      return { left, right: left + width, top: Number(y) - 0.7 * Number(size), bottom: Number(y) + 0.2 * Number(size) }
    })
    expect(boxes.length).toBeGreaterThan(50)
    const meets = boxes.flatMap((a, i) =>
      boxes.slice(i + 1).filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    )
    expect(meets).toEqual([])
    for (const { at } of drawnActors(svg))
      expect(
        boxes.filter((box) => at[0] > box.left && at[0] < box.right && at[1] > box.top && at[1] < box.bottom),
      ).toEqual([])
  })

  test('says how many actors, ties and declared ties it shows, as the network has them', () => {
    const declared = network.edges.filter(({ ties }) => ties.length > 0).length
    expect(svg.replace(/\s+/g, ' ')).toContain(
      `${network.actors.length} acteurs · ${network.edges.length} liens, dont ${declared} déclarés`,
    )
  })

  test('of chosen actors counts them alone in its legend', async () => {
    const [first, second] = network.actors.filter(
      (id) => territory.actors.find((one) => one.id === id)?.sphere === 'economie',
    )
    const drawn = (await server.ask('GET', `${brume}/picture.svg?only=${first},${second}`)).body.replace(/\s+/g, ' ')
    expect(
      drawnActors(drawn)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([first, second].sort())
    expect([...drawn.matchAll(/>([^<>]*) \((\d+)\)</g)].map(([, , count]) => count)).toEqual(['2'])
  })

  test('sets the weightiest names first, in both languages the same', async () => {
    const partners = new Map<string, number>()
    for (const { from, to } of network.edges)
      for (const node of [from, to])
        partners.set(network.actors[node] ?? '', (partners.get(network.actors[node] ?? '') ?? 0) + 1)
    const [most] = [...partners].sort((a, b) => b[1] - a[1])
    const name = territory.actors.find(({ id }) => id === most?.[0])?.name ?? '?'
    const words = [...svg.matchAll(/<text [^>]*stroke=[^>]*>([^<]*)</g)].map(([, said = '']) => plain(said)).join(' ')
    expect(words).toContain(name)
    const english = (await server.ask('GET', `${brume}/picture.svg?lang=en`)).body
    expect(english).toContain('>Legend<')
    expect(english).toContain('69 of 91 answered (76%)')
  })
})

describe('a layout', () => {
  /** As the page lays it out: around the actor with most partners where nobody is named. */
  function laidOut(layout: Layout, around: string | null, twoMode: TwoModeWire) {
    const known = { actors: places, spaces: new Map<string, readonly [number, number]>() }
    const positions = merged(known, newcomersOf({ network, twoMode }, known) ?? known)
    const categories = categoriesOf(record, 'sphere')
    const arranging = { layout, around, network, categories, cores: null }
    return arranged(layout, arrangedOf(arranging, groundOf(record), positions))
  }

  const areasIn = (svg: string) =>
    new Map(
      [...svg.matchAll(/<g class="area" data-id="([^"]*)"><title>([^<]*)</g)].map(([, id = '', name = '']) => [
        id,
        name,
      ]),
    )

  test.each(['free', 'groups', 'distance'] as const)(
    '%s: everybody stands where it puts them, by one scale, its parts named',
    async (layout) => {
      const around = layout === 'distance' ? (network.actors[7] ?? '') : null
      const url = `${brume}/picture.svg?layout=${layout}${around === null ? '' : `&around=${encodeURIComponent(around)}`}`
      const svg = (await server.ask('GET', url)).body
      expect((await server.ask('GET', url)).body).toBe(svg)
      const twoMode = await server.answer(twoModeSchema, 'GET', `${brume}/two-mode`)
      const { points, areas } = laidOut(layout, around, twoMode)
      const drawn = drawnActors(svg)
      expect(drawn.map(({ id }) => id).sort()).toEqual([...network.actors].sort())
      const pointOf = (id: string) => points.get(`actor:${id}`) ?? [NaN, NaN]
      const ends = [...drawn].sort((a, b) => (pointOf(a.id)[0] ?? 0) - (pointOf(b.id)[0] ?? 0))
      const [first, last] = [ends[0], ends.at(-1)]
      if (!first || !last) throw new Error('nobody is drawn')
      const [[px, py], [qx]] = [pointOf(first.id), pointOf(last.id)]
      const scale = (last.at[0] - first.at[0]) / (qx - px)
      expect(scale).toBeGreaterThan(0)
      for (const { id, at } of drawn) {
        const [x, y] = pointOf(id)
        expect(at[0]).toBeCloseTo(first.at[0] + (x - px) * scale, 1)
        expect(at[1]).toBeCloseTo(first.at[1] - (y - py) * scale, 1)
      }
      const inWave = new Set(network.actors.map((id) => `actor:${id}`))
      // The middle of the rings has the name of who stands there.
      const isMiddle = ({ kind, of }: (typeof areas)[number]) => kind === 'ring' && of === '0'
      expect(areas.filter(isMiddle).map(({ members }) => members)).toEqual(around === null ? [] : [[`actor:${around}`]])
      const seen = areas.filter((area) => !isMiddle(area) && area.members.some((key) => inWave.has(key)))
      const named = areasIn(svg)
      expect([...named.keys()].sort()).toEqual(seen.map(({ kind, of }) => `${kind}:${of}`).sort())
      // Each name stands on the sheet, with the number of those in it.
      const words = [...svg.matchAll(/font-weight="600"[^>]*>([^<]*)</g)].map(([, said]) => said).join(' ')
      for (const { kind, of, members } of seen) {
        const name = named.get(`${kind}:${of}`) ?? ''
        expect(words).toContain(name)
        expect(name).toContain(`(${members.filter((key) => inWave.has(key)).length})`)
      }
      const caption = { free: 'Libre', groups: 'Groupes écartés', distance: 'Cercles de distance' }
      expect(svg.replace(/\s+/g, ' ')).toContain(`Disposition « ${caption[layout]} »`)
      const names = [...svg.matchAll(/paint-order="stroke">([^<]*)</g)].map(([, said]) => said).join(' ')
      if (around !== null) expect(names).toContain(territory.actors.find(({ id }) => id === around)?.name ?? '?')
    },
  )

  test('that there is not is refused, and somebody nobody knows in the middle', async () => {
    expect((await server.ask('GET', `${brume}/picture.svg?layout=ronde`)).statusCode).toBe(400)
    const asked = `${brume}/picture.svg?layout=distance&around=nobody`
    expect(await server.problem('GET', asked)).toMatchObject({ code: 'unknown_actor', details: { actor: 'nobody' } })
  })

  test('of the backbone draws some of the ties, and says of how many', async () => {
    const svg = (await server.ask('GET', `${brume}/picture.svg?links=backbone`)).body
    const ties = svg.match(/<g class="tie"/g)?.length ?? 0
    expect(ties).toBeGreaterThan(0)
    expect(ties).toBeLessThan(network.edges.length)
    expect(svg.replace(/\s+/g, ' ')).toContain(`${ties} liens dessinés sur ${network.edges.length}`)
  })
})

test.each(['svg', 'pdf'])('the same map is the same %s, byte for byte, and is told so', async (format) => {
  const url = `/api/territories/dieppe/picture.${format}`
  const [one, other] = [await server.ask('GET', url), await server.ask('GET', url)]
  expect(one.statusCode).toBe(200)
  expect(one.rawPayload.equals(other.rawPayload)).toBe(true)
  const known = { 'if-none-match': String(one.headers.etag) }
  expect((await server.ask('GET', url, undefined, known)).statusCode).toBe(304)
})

test('a PDF is one sheet of the size asked for, of shapes and texts, tagged, in its language, its fonts within', async () => {
  const bytes = (await server.ask('GET', '/api/territories/dieppe/picture.pdf?paper=A3')).rawPayload
  expect(bytes.toString('latin1')).toMatch(/\/Lang \(fr-FR\)/)
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise
  expect(pdf.numPages).toBe(1)
  const page = await pdf.getPage(1)
  expect(page.view.map(Math.round)).toEqual([0, 0, 1191, 842])
  const { fnArray } = await page.getOperatorList()
  expect(fnArray).not.toContain(OPS.paintImageXObject)
  const { items } = await page.getTextContent()
  const said = items.map((item) => ('str' in item ? item.str : '')).join(' ')
  expect(said).toContain('Dieppe Scène nationale')
  const { children } = (await page.getStructTree()) ?? { children: [] }
  expect(JSON.stringify(children)).toMatch(/"role":"Figure".*"alt":"Dieppe Maritime – Programme d’actions 2019/)
  expect(bytes.toString('latin1').match(/\/FontFile2/g)?.length).toBe(2)
  await pdf.loadingTask.destroy()
})

test('what nobody can draw is refused', async () => {
  expect(await server.problem('GET', `${brume}/picture.svg?wave=1789`)).toMatchObject({ code: 'unknown_wave' })
  expect((await server.ask('GET', `${brume}/picture.svg?paper=B5`)).statusCode).toBe(400)
  expect((await server.ask('GET', `${brume}/picture.svg?size=nope`)).statusCode).toBe(400)
})
