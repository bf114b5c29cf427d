import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparisonSchema } from '../../server/wire/comparison.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const world = '/territories/val-de-brume/changes'

describe.runIf(chromiumPath)('what changed between two waves', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('is chosen, read, looked at on the maps and among spheres, and printed', { timeout: 300_000 }, async () => {
    await using opened = await maillage.open(world)
    const { page } = opened
    await page.locator('.wave-pair .choice-button').first().click()
    await page.getByRole('option', { name: /^Enquête 2023/ }).click()
    await page.waitForURL(/since=enquete-2023/)
    // Who chose by the keyboard goes on from there.
    await page.locator('.wave-pair .choice-button:focus').waitFor()
    await page.getByRole('heading', { name: 'Ce qui tient', exact: true }).waitFor({ timeout: 120_000 })
    const response = await fetch(
      new URL(`/api${world.replace('changes', 'comparison')}?from=enquete-2023`, maillage.url),
    )
    const { summary, agreement, pairs, roster } = comparisonSchema.parse(await response.json())
    const told = await page.locator('.statement').count()
    expect(told).toBeGreaterThan(5)
    expect(told).toBeLessThanOrEqual(10)
    expect(summary.length).toBeLessThanOrEqual(10)
    await expectAccessible(page)

    // On paper: the sentences, without what is pressed.
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Imprimer cette page' }).isVisible()).toBe(false)
    expect(await page.locator('.statement').first().isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })

    await page.getByRole('link', { name: 'Cartes', exact: true }).click()
    expect((await drawnOn(page)).ties).toBe(pairs.length)
    await page.getByRole('checkbox', { name: /^non comparables/ }).press('Space')
    await page.waitForFunction(
      (ties) => document.querySelector<HTMLElement>('.map-canvas')?.drawn?.().ties === ties,
      agreement.kept + agreement.ended + agreement.new,
    )
    await expectAccessible(page)

    await page.getByRole('link', { name: 'Côte à côte' }).click()
    await page.locator('.beside .map-canvas').nth(1).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Curseur' }).click()
    await page.getByRole('slider').press('End')
    await page.locator('output', { hasText: 'Enquête 2025' }).waitFor()

    await page.getByRole('link', { name: 'Communautés et sphères' }).click()
    await page.getByRole('img', { name: /^Sphères, de « Enquête 2023 »/ }).waitFor()
    await page.getByText('La même chose en tableau').last().click()
    const came = await page.locator('.alluvial-twin[open] tr', { hasText: 'pas encore là' }).allInnerTexts()
    expect(came.reduce((sum, row) => sum + Number(row.split('\t')[2]), 0)).toBe(roster.joiners.length)
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await page.locator('.alluvial-narrow').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.setViewportSize({ width: 1280, height: 720 })

    await page.getByRole('link', { name: 'Tableaux', exact: true }).click()
    await page.getByRole('row', { name: /Tous les liens comparables/ }).waitFor()
    await expectAccessible(page)
    // On a phone lines are cards: nothing scrolls sideways.
    await page.setViewportSize({ width: 390, height: 844 })
    const overflow = () =>
      page.locator('.table-scroll').evaluateAll((all) => all.map((table) => table.scrollWidth - table.clientWidth))
    await expect.poll(overflow).toEqual(Array((await overflow()).length).fill(0))
    await page.setViewportSize({ width: 1280, height: 720 })
    expect(opened.complaints).toEqual([])
  })

  test('of a territory with one wave of documents: what a second one would allow', async () => {
    await using opened = await maillage.open('/territories/ardenne/changes?lang=en')
    await opened.page.getByRole('heading', { name: /One wave only/ }).waitFor()
    await opened.page.getByText(/This one comes from documents/).waitFor()
    expect(opened.complaints).toEqual([])
  })
})

async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run())
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
}
