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

    await tick(page, 'Ne dessiner que l’ossature')
    await page.getByText(/ossature\s:\s\d+\sliens dessinés sur\s344/).waitFor()
    expect((await drawnOn(page)).ties).toBeLessThan(network.edges.length)
    await tick(page, /^Emploi/)
    await page.getByRole('button', { name: /sans «\sEmploi\s»/ }).waitFor()
    await page.getByRole('button', { name: 'Tout réafficher' }).click()
    await page.waitForFunction(() => !/hide=|links=/.test(location.search))
    await page.locator('.chip').first().waitFor({ state: 'detached' })

    await page.goto(new URL('/territories/val-de-brume/table?rows=ties', maillage.url).href)
    await page.locator('tbody tr').first().getByRole('button').nth(2).click()
    await page.getByRole('complementary', { name: 'Fiche du lien' }).waitFor()
    expect(query().get('tie')?.split(',')).toHaveLength(2)
    expect(opened.complaints).toEqual([])
  })
})

/** The box itself is hidden from the eye: people click what is written beside it. */
async function tick(page: Page, name: string | RegExp): Promise<void> {
  await page.locator('label', { has: page.getByRole('checkbox', { name }) }).click()
}
