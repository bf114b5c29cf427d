import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkSchema } from '../../server/wire/network.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('at the workbench', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('one lays the map out, looks around an actor, opens a tie, filters and brings all back', async () => {
    await using opened = await maillage.open('/territories/val-de-brume/map')
    const { page } = opened
    const free = await drawnOn(page)
    const query = () => new URL(page.url()).searchParams
    const network = networkSchema.parse(
      await (await fetch(new URL('/api/territories/val-de-brume/network', maillage.url))).json(),
    )

    await page.getByRole('button', { name: /Disposition$/ }).click()
    const ground = page.getByRole('option', { name: /^Sur le terrain.*Aucune des communes citées n’existe en France/ })
    expect(await ground.getAttribute('aria-disabled')).toBe('true')
    await page.getByRole('option', { name: /^Groupes écartés/ }).click()
    await page.waitForURL(/layout=groups/)
    await page.locator('.map[aria-busy=false]').waitFor()
    await page.waitForFunction((before) => {
      const now = document.querySelector<HTMLElement>('.map-canvas')?.drawn?.().positions
      return now && JSON.stringify(now) !== before
    }, JSON.stringify(free.positions))
    const apart = await drawnOn(page)
    expect(apart.actors).toBe(free.actors)
    expect(apart.ties).toBe(network.edges.length)

    const office = network.actors.indexOf('office-de-l-habitat-de-chassegrain')
    const partners = new Set(
      network.edges.flatMap(({ from, to }) => (from === office ? [to] : to === office ? [from] : [])),
    )
    await page.keyboard.press('Control+k')
    await page.keyboard.type('habitat de chassegrain')
    await page.getByRole('option', { name: /Chassegrain/ }).click()
    await page.locator('.map-canvas').focus()
    await page.keyboard.press('1')
    await page.getByText(`${partners.size} acteurs à 1 pas au plus.`).waitFor()
    expect(query().get('steps')).toBe('1')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('steps'))
    expect(query().get('actor')).toBe('office-de-l-habitat-de-chassegrain')

    // Keys put the selected actor elsewhere, for everybody, and that is undone like everything else.
    const place = () =>
      page.evaluate(
        () =>
          document.querySelector<HTMLElement>('.map-canvas')?.drawn?.().positions[
            'actor:office-de-l-habitat-de-chassegrain'
          ],
      )
    const before = await place()
    await page.locator('.map-canvas').focus()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const saved = page.waitForResponse((response) => response.url().endsWith('/changes'))
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByText('Placé à la main sur cette carte.').waitFor()
    const put = await place()
    expect(put).not.toEqual(before)
    await saved
    // What a commit makes the page ask again, it asks at once.
    await page.waitForTimeout(300)
    expect(asked.filter((path) => /network|two-mode|measures|positions/.test(path))).toEqual([])
    const { pins } = (await (await fetch(new URL('/api/territories/val-de-brume', maillage.url))).json()) as {
      pins: unknown
    }
    expect(pins).toEqual([
      { layout: 'groups', noun: 'actor', id: 'office-de-l-habitat-de-chassegrain', x: put?.[0], y: put?.[1] },
    ])
    await page.keyboard.press('Control+z')
    await page.getByText('Placé à la main sur cette carte.').waitFor({ state: 'detached' })
    expect(await place()).toEqual(before)

    // A line drawn around all of the map with Shift chooses everybody; Escape twice lets go.
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('actor'))
    const box = await page.locator('.map-canvas').boundingBox()
    if (!box) throw new Error('there is no map')
    const corner = (right: number, down: number) =>
      page.mouse.move(box.x + 4 + right * (box.width - 8), box.y + 4 + down * (box.height - 8))
    await page.keyboard.down('Shift')
    await corner(0.3, 0.01)
    await page.mouse.down()
    for (const [right, down] of [
      [1, 0],
      [1, 1],
      [0, 1],
      [0, 0.1],
    ] as const)
      await corner(right, down)
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page
      .getByText(/\d+\sacteurs choisis/)
      .first()
      .waitFor()
    expect((query().get('chosen') ?? '').split(',').length).toBeGreaterThan(80)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !new URL(location.href).searchParams.has('chosen'))

    await tick(page, 'Ne dessiner que l’ossature')
    await page.getByText(/ossature\s:\s\d+\sliens dessinés sur\s344/).waitFor()
    expect((await drawnOn(page)).ties).toBeLessThan(network.edges.length)
    await tick(page, /^Emploi/)
    await page.getByRole('button', { name: /sans «\sEmploi\s»/ }).waitFor()
    await page.getByRole('button', { name: 'Tout réafficher' }).click()
    await page.waitForFunction(() => !/hide=|links=/.test(location.search))
    await page.locator('.chip').first().waitFor({ state: 'detached' })

    // A line of the legend has its sheet, by keyboard and by its address, and Escape closes it.
    await page.getByRole('button', { name: /^Ouvrir la fiche\s: Emploi/ }).press('Enter')
    await page.getByRole('complementary', { name: 'Fiche de la légende' }).getByText('entre eux').waitFor()
    expect(query().get('legend')).toMatch(/^category,/)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !location.search.includes('legend='))

    await page.goto(new URL('/territories/val-de-brume/table?rows=ties', maillage.url).href)
    await page.locator('tbody tr').first().getByRole('button').nth(2).click()
    await page.getByRole('complementary', { name: 'Fiche du lien' }).waitFor()
    expect(query().get('tie')?.split(',')).toHaveLength(2)
    expect(opened.complaints).toEqual([])
  })

  test('two views make a story that is projected, told with its notes and opened by its address elsewhere', async () => {
    await using opened = await maillage.open('/territories/dieppe/map?color=type')
    const { page } = opened
    await drawnOn(page)
    const keep = async (name: string, text: string, notes: string, story?: string) => {
      await page.getByRole('button', { name: 'Garder cette vue' }).press('Enter')
      await page.getByRole('dialog', { name: 'Garder cette vue' }).waitFor()
      await page.keyboard.type(name)
      await page.keyboard.press('Tab')
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
      await page.keyboard.type(notes)
      if (story) {
        await page.getByLabel('Récit', { exact: true }).selectOption({ label: 'Nouveau récit…' })
        await page.keyboard.type(story)
      }
      const saved = page.waitForResponse((response) => response.url().endsWith('/changes'))
      await page.keyboard.press('Control+Enter')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await saved
    }
    await keep('Tout le monde', 'Voici la carte.', 'Saluer.', 'Mars')
    await page.getByRole('combobox', { name: /Rechercher/ }).fill('dieppe-maritime')
    await page.getByRole('option').first().click()
    await page.getByRole('complementary').getByRole('heading').first().waitFor()
    await page.locator('.map-canvas').focus()
    await keep('Autour de l’agglomération', 'Et qui l’entoure.', 'Ralentir.')

    await page.getByRole('link', { name: 'Vues' }).click()
    await page.getByRole('button', { name: 'Renommer le récit « Mars »' }).click()
    await page.getByLabel('Nom du récit').fill('Avril')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /Récit «\sAvril\s» 2\svues/ }).waitFor()
    await page.getByRole('button', { name: 'Avancer « Autour de l’agglomération »' }).click()
    await page.locator('.view-line:first-child strong', { hasText: 'Autour' }).waitFor()
    // What is selected now is no part of a view that selected nobody.
    await page.getByRole('link', { name: 'Ouvrir Tout le monde' }).click()
    await drawnOn(page)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ wave: expect.any(String), color: 'type' })
    await page.goBack()

    await page.getByRole('link', { name: 'Projeter' }).click()
    await page.locator('.projection-map svg').waitFor()
    await page.getByText('Et qui l’entoure.').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('heading', { name: 'Tout le monde' }).waitFor()
    await page.getByText('2 / 2').waitFor()
    const address = page.url()
    await using elsewhere = await maillage.open(`${new URL(address).pathname}${new URL(address).search}`, {
      viewport: { width: 390, height: 844 },
    })
    await elsewhere.page.locator('.projection-map svg').waitFor()
    await elsewhere.page.getByRole('heading', { name: 'Tout le monde' }).waitFor()
    await using speaker = await maillage.open(`${new URL(address).pathname}${new URL(address).search}&speaker=true`)
    await speaker.page.getByText('Saluer.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Vues et récits' }).waitFor()
    // What nothing is named after is looked for among the findings.
    await page.keyboard.press('Control+k')
    await page.keyboard.type('aucun acteur dans les projets')
    await page
      .getByRole('option', { name: /constat$/ })
      .first()
      .click()
    await page.waitForURL(/findings.*finding=/)
    await page.goBack()
    const presentation = await fetch(
      new URL((await page.getByRole('link', { name: /PPTX/ }).getAttribute('href')) ?? '', maillage.url),
    )
    expect([presentation.status, presentation.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('presentationml'),
    ])
    expect([...opened.complaints, ...elsewhere.complaints, ...speaker.complaints]).toEqual([])
  })
})

/** The box itself is hidden from the eye: people click what is written beside it. */
async function tick(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('label', { has: page.getByRole('checkbox', { name }) }).click()
}
