import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('the agenda', () => {
  let maillage: Maillage
  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('is what findings open on; an item unfolds to who does what, and leads to its findings', async () => {
    await using opened = await maillage.open('/territories/carene/findings')
    const { page } = opened
    const first = page.locator('.agenda-item').first()
    await first.getByRole('heading', { name: /CARENE .*pilote 15 des 30 projets/ }).waitFor()
    await first.getByText('Qui, pourquoi, et ce qui montrerait le contraire').click()
    await first.getByText(/Proposer à Neopolia de co-piloter/).waitFor()
    // No legend stands beside this map: it bears its own.
    await page.locator('.map-legend summary').click()
    const key = page.locator('.map-key li')
    expect(await key.allTextContents()).toEqual(expect.arrayContaining(['Économie', 'Action publique']))
    await page.locator('.map-legend summary').click()
    await first.getByRole('textbox', { name: 'Une personne' }).fill('Mme Durand')
    await page.keyboard.press('Enter')
    await first.locator('.agenda-standing', { hasText: 'Mme Durand' }).waitFor()
    // The form is made anew of what was kept; who works by keyboard is where they were.
    await first.locator('button:focus', { hasText: 'Garder' }).waitFor()
    await page.getByText(/^Qui interroger dans une enquête\s: 17 acteurs$/).waitFor()
    await first.getByRole('link', { name: /pilote 15 des 30 projets/ }).click()
    await page.getByRole('complementary').first().waitFor()
    expect(new URL(page.url()).searchParams.get('page')).toBe('list')
    await page.goBack()
    await first.waitFor()
    await page.getByRole('link', { name: 'Voir tous les constats' }).click()
    await page.locator('.finding-count').waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('an address of a finding, from before there was an agenda, still opens the findings', async () => {
    await using opened = await maillage.open('/territories/carene/findings?kinds=P1')
    await opened.page.locator('.finding').first().waitFor()
    expect(new URL(opened.page.url()).searchParams.get('page')).toBe('list')
  })
})
