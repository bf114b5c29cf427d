import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkSchema, twoModeSchema } from '../../server/wire/network.ts'
import { chromiumPath, mustHaveChromium } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

test.runIf(mustHaveChromium)('Chromium is there', () => expect(chromiumPath).toBeDefined())

describe.runIf(chromiumPath)('the map of', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  // As many actors as the publication names in each territory.
  test.each([
    ['ardenne', 33],
    ['carene', 37],
    ['decazeville', 26],
    ['dieppe', 46],
  ])('%s shows all its %i actors, and the ties the API tells', async (territory, actors) => {
    await using opened = await maillage.open(`/territories/${territory}/map`)
    const drawn = await drawnOn(opened.page)
    const network = await fetched(`/api/territories/${territory}/network`, networkSchema)

    expect(drawn.actors).toBe(actors)
    expect(network.actors).toHaveLength(actors)
    expect(drawn.ties).toBe(network.edges.length)
    expect(drawn.spaces).toBe(0)
    expect(await opened.page.locator('.status-line').textContent()).toContain(
      `${actors} acteurs sur ${actors} affichés`,
    )
    expectApart(drawn.positions)
    expect(opened.complaints).toEqual([])
  })

  test.each(['ardenne', 'carene', 'decazeville', 'dieppe'])(
    '%s with its spaces draws a space that is an actor once',
    async (territory) => {
      await using opened = await maillage.open(`/territories/${territory}/map?show=spaces`)
      const drawn = await drawnOn(opened.page)
      const network = await fetched(`/api/territories/${territory}/network`, networkSchema)
      const { spaces, hosts, edges } = await fetched(`/api/territories/${territory}/two-mode`, twoModeSchema)

      expect(drawn.spaces).toBe(spaces.filter((_, space) => hosts[space] === null).length)
      // An organisation does not take part in itself.
      expect(drawn.participations).toBe(edges.filter(({ from, to }) => hosts[to] !== from).length)
      expect(drawn.ties).toBe(network.edges.filter(({ ties }) => ties.length > 0).length)
      expectApart(drawn.positions)
      expect(opened.complaints).toEqual([])
    },
  )

  test('a narrower perimeter draws what the API tells of it', async () => {
    const perimeter = 'actors=inside&spaceKinds=&direction=directed'
    await using opened = await maillage.open(`/territories/dieppe/map?${perimeter}`)
    const drawn = await drawnOn(opened.page)
    const network = await fetched(`/api/territories/dieppe/network?${perimeter}`, networkSchema)
    expect(drawn.actors).toBe(network.actors.length)
    expect(drawn.ties).toBe(network.edges.length)
    const status = await opened.page.locator('.status-line').textContent()
    expect(status).toContain(`${network.actors.length} acteurs sur 46 affichés`)
  })

  test('everything stands where it stood, on a reload, in the other view and for somebody else', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    const first = (await drawnOn(page)).positions
    await page.reload()
    expect((await drawnOn(page)).positions).toEqual(first)

    await page.getByRole('radio', { name: 'Acteurs et espaces' }).click()
    await page.waitForFunction(() => (document.querySelector<HTMLElement>('.map-canvas')?.drawn?.().spaces ?? 0) > 0)
    expect((await drawnOn(page)).positions).toMatchObject(first)

    await using another = await maillage.open('/territories/carene/map')
    expect((await drawnOn(another.page)).positions).toEqual(first)
  })

  test('an earlier wave draws its own actors, those of both waves where they were', async () => {
    await using opened = await maillage.open('/territories/val-de-brume/map')
    const { page } = opened
    const latest = (await drawnOn(page)).positions
    await page.getByRole('button', { name: /Vague$/ }).click()
    await page.getByRole('option').last().click()
    await page.waitForURL(/wave=/)
    const wave = new URL(page.url()).searchParams.get('wave')
    const network = await fetched(`/api/territories/val-de-brume/network?wave=${wave}`, networkSchema)
    const { otherWaves, noWave } = network.absent
    const all = network.counts.actorsOfWave + otherWaves.length + noWave.length
    await page
      .getByText(`${network.actors.length} acteurs sur ${all} affichés (${otherWaves.length} hors de cette vague)`)
      .waitFor()
    const earlier = await drawnOn(page)
    expect(earlier.actors).toBe(network.actors.length)
    expect(earlier.ties).toBe(network.edges.length)
    const both = Object.keys(earlier.positions).filter((key) => key in latest)
    expect(both.length).toBeGreaterThan(50)
    for (const key of both) expect(earlier.positions[key]).toEqual(latest[key])
    expectApart(earlier.positions)
    expect(opened.complaints).toEqual([])
  })

  test('a server that cannot measure still has its map drawn', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    await page.route('**/measures?**', (route) => route.fulfill({ status: 503, body: '' }))
    await page.goto(new URL('/territories/carene/map?actor=carene', maillage.url).href)
    expect((await drawnOn(page)).actors).toBe(37)
    await page.getByText('Les indicateurs n’ont pas pu être calculés.').waitFor()
  })

  test('an actor is found without its accents, selected, and named by the address', async () => {
    await using opened = await maillage.open('/territories/dieppe/map')
    const { page } = opened
    await drawnOn(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('cote d albatre')
    await page.getByRole('option', { name: 'CC Côte d’Albâtre' }).click()
    await page.getByRole('complementary', { name: 'Fiche de l’acteur' }).waitFor()
    expect(new URL(page.url()).searchParams.get('actor')).toBe('cc-cote-d-albatre')
    const network = await fetched('/api/territories/dieppe/network', networkSchema)
    const node = network.actors.indexOf('cc-cote-d-albatre')
    const partners = network.edges.filter(({ from, to }) => from === node || to === node).length
    expect(await page.locator('.sheet .lead').textContent()).toContain(`Relié à ${partners} partenaires`)
    expect(opened.complaints).toEqual([])
  })

  test('colours and sizes change, and the address keeps them', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await drawnOn(page)
    const map = page.locator('.map')
    const bySphere = await map.screenshot()
    await page.getByRole('button', { name: 'Couleur' }).click()
    await page.getByRole('option', { name: 'Type d’acteur' }).click()
    await page.getByRole('checkbox', { name: /^Entreprise/ }).waitFor()
    const byType = await map.screenshot()
    expect(byType.equals(bySphere)).toBe(false)
    await page.getByRole('button', { name: 'Taille' }).click()
    await page.keyboard.type('intermediarite')
    await page.getByRole('option', { name: /^Partenaires / }).waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /^Passeurs Nombre/ }).click()
    await page.waitForURL(/size=betweenness\.raw/)
    await page.getByRole('button', { name: 'Passeurs Taille' }).waitFor()
    expect((await map.screenshot()).equals(byType)).toBe(false)
    expect(new URL(page.url()).searchParams.get('color')).toBe('type')
    await page.reload()
    await drawnOn(page)
    expect(await page.getByRole('button', { name: 'Taille' }).textContent()).toContain('Passeurs')
    expect(opened.complaints).toEqual([])
  })

  test('the legend filters, and the line under the map says so', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await drawnOn(page)
    const economy = page.locator('.legend-row', { hasText: 'Économie' })
    const inEconomy = Number(await economy.locator('.legend-count').textContent())
    await economy.click()
    await page.waitForURL(/hide=economie/)
    const left = 37 - inEconomy
    await page.getByText(`${left} acteurs sur 37 affichés`).waitFor()
    expect((await drawnOn(page)).actors).toBe(left)
    expect(await page.getByRole('checkbox', { name: `Économie ${inEconomy}` }).isChecked()).toBe(false)
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    await page.getByText('37 acteurs sur 37 affichés').waitFor()
  })

  test('arrows go from actor to actor, escape lets go', async () => {
    await using opened = await maillage.open('/territories/carene/map?actor=carene')
    const { page } = opened
    await drawnOn(page)
    await page.locator('.map-canvas').focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL((url) => url.searchParams.get('actor') !== 'carene')
    expect(new URL(page.url()).searchParams.get('actor')).not.toBeNull()
    expect(await page.locator('.map [aria-live]').textContent()).toMatch(/^.+, .+, \d+ partenaires?$/)
    await page.keyboard.press('Escape')
    await page.waitForURL((url) => !url.searchParams.has('actor'))
  })

  test('what is done with several actors stands clear of an open sheet, on the map and over the table', async () => {
    for (const screen of ['map', 'table']) {
      const path = `/territories/carene/${screen}?actor=carene&chosen=carene,airbus`
      await using opened = await maillage.open(path, { viewport: { width: 1366, height: 768 } })
      const tools = opened.page.getByRole('toolbar', { name: 'Acteurs choisis' })
      await tools.waitFor()
      const buttons = await tools.getByRole('button').all()
      expect(buttons.length).toBeGreaterThan(3)
      for (const button of buttons) await button.click({ trial: true, timeout: 5_000 })
      expect(opened.complaints).toEqual([])
    }
  })

  test('the table tells what rings tell: how many steps each actor is from the one in the middle', async () => {
    await using opened = await maillage.open('/territories/carene/table?layout=distance&around=carene&sort=ring')
    const { page } = opened
    await page.getByRole('columnheader', { name: /Pas depuis CARENE/ }).waitFor()
    const rows = page.locator('tbody tr')
    const steps = await rows.evaluateAll((all) => all.map((row) => row.querySelector('td.numeric')?.textContent))
    expect(steps.slice(0, 2)).toEqual(['0', '1'])
    expect(steps.at(-1)).toBe('aucun chemin')
  })

  async function fetched<T>(path: string, schema: { parse(value: unknown): T }): Promise<T> {
    const response = await fetch(new URL(path, maillage.url))
    return schema.parse(await response.json())
  }
})

function expectApart(positions: Readonly<Record<string, readonly [number, number]>>): void {
  const points = Object.values(positions)
  expect(points.flat().every(Number.isFinite)).toBe(true)
  expect(new Set(points.map(String)).size).toBe(points.length)
}
