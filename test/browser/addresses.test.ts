import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { territoryScreens } from '../../server/wire/pages.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('an address', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('names the screen it leads to, and keeps all that is not the default', async () => {
    for (const screen of territoryScreens) {
      const address = `/territories/carene/${screen}?lang=en&color=type&hide=a%252Cb,c&rows=ties`
      await using opened = await maillage.open(address)
      const current = opened.page.getByRole('navigation', { name: 'Views of the territory' }).locator('[aria-current]')
      expect(await current.getAttribute('href')).toContain(`/territories/carene/${screen}?`)
      expect(parametersOf(opened.page)).toEqual({ lang: 'en', color: 'type', hide: 'a%2Cb,c', rows: 'ties' })
      expect(opened.complaints).toEqual([])
    }
  })

  test('loses what equals the default, and what nobody understands', async () => {
    await using opened = await maillage.open('/territories/carene/map?color=sphere&size=degree&hide=&page=agenda&utm=x')
    await drawnOn(opened.page)
    await opened.page.waitForURL((url) => url.search === '')
    expect(opened.complaints).toEqual([])
  })

  test('may be short', async () => {
    await using opened = await maillage.open('/territories/carene?actor=carene&lang=en')
    const { page } = opened
    await page.waitForURL((url) => url.pathname === '/territories/carene/map')
    expect(parametersOf(page)).toEqual({ actor: 'carene', lang: 'en' })
    await page.goto(new URL('/territories', maillage.url).href)
    await page.getByRole('heading', { name: 'Territoires', exact: true }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/')
    expect(opened.complaints).toEqual([])
  })

  test('that leads nowhere says so in both languages, and leads back', async () => {
    for (const path of ['/agenda', '/territories/carene/atlas', '/territories/carene/map/more']) {
      expect((await fetch(new URL(path, maillage.url))).status, path).toBe(404)
      await using opened = await maillage.open(path)
      const { page } = opened
      await page.getByRole('heading', { name: 'Cette adresse ne mène à aucune page' }).waitFor()
      await page.getByRole('radio', { name: 'English' }).click()
      await page.getByRole('heading', { name: 'This address leads to no page' }).waitFor()
      expect(new URL(page.url()).pathname).toBe(path)
      await page.getByRole('link', { name: 'All territories' }).click()
      await page.getByRole('heading', { name: 'Territories', exact: true }).waitFor()
      expect(parametersOf(page)).toEqual({ lang: 'en' })
    }
    for (const path of ['/', '/territories', '/territories/carene', '/territories/carene/map?actor=a'])
      expect((await fetch(new URL(path, maillage.url))).status, path).toBe(200)
  })

  test('is gone back to', async () => {
    await using opened = await maillage.open('/territories/carene/table')
    const { page } = opened
    await page.getByRole('rowheader').getByRole('button').first().click()
    const sheet = page.getByRole('complementary', { name: 'Fiche de l’acteur' })
    await sheet.waitFor()
    await page.getByRole('link', { name: 'Données', exact: true }).click()
    await page.locator('.history').waitFor()
    expect(parametersOf(page)).toHaveProperty('actor')
    await page.goBack()
    await sheet.waitFor()
    await page.goBack()
    await sheet.waitFor({ state: 'detached' })
    await page.goForward()
    await sheet.waitFor()
    expect(opened.complaints).toEqual([])
  })
})

function parametersOf(page: Page): Record<string, string> {
  return Object.fromEntries(new URL(page.url()).searchParams)
}
