import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('what breaks in one part of a screen leaves the rest:', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('the map', async () => {
    await using opened = await maillage.open('/territories/carene/table')
    const { page } = opened
    await broken(page, () => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error('No drawing here.')
      }
    })
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    await said(page, 'La carte n’a pas pu s’afficher.')
    await page.getByText('37 acteurs sur 37 affichés').waitFor()
    await page.getByRole('link', { name: 'Constats', exact: true }).click()
    await page.locator('.agenda-item').first().waitFor()
    await page.getByRole('link', { name: 'Données', exact: true }).click()
    await page.locator('.history li').first().waitFor()
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    await said(page, 'La carte n’a pas pu s’afficher.')
    await mended(page)
    await again(page)
    expect((await drawnOn(page)).actors).toBe(37)
  })

  test('a drawing that is lost for good', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await drawnOn(page)
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.map-canvas canvas'))
        canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext()
    })
    await page.getByText('Le navigateur a interrompu le dessin de la carte.').waitFor()
    await page.getByRole('link', { name: 'Constats', exact: true }).click()
    await page.locator('.agenda-item').first().waitFor()
    await page.getByRole('link', { name: 'Données', exact: true }).click()
    await page.locator('.history li').first().waitFor()
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('the table', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await broken(page, () => {
      Object.defineProperty(Intl.Collator.prototype, 'compare', {
        configurable: true,
        get: () => {
          throw new Error('No order here.')
        },
      })
    })
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await said(page, 'Le tableau n’a pas pu s’afficher.')
    await page.getByText('37 acteurs sur 37 affichés').waitFor()
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    expect((await drawnOn(page)).actors).toBe(37)
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await said(page, 'Le tableau n’a pas pu s’afficher.')
    await mended(page)
    await again(page)
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
  })

  test('the sheet', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await drawnOn(page)
    const figures = /\/measures\?.*burt/
    await page.route(figures, (route) => route.fulfill({ status: 400, body: '{}' }))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('airbus')
    await page.getByRole('option', { name: 'Airbus' }).click()
    const sheet = page.getByRole('complementary', { name: 'Fiche de l’acteur' })
    await sheet.getByText('La fiche n’a pas pu s’afficher.').waitFor()
    expect((await drawnOn(page)).actors).toBe(37)
    await page.unroute(figures)
    await again(page)
    await sheet.getByText('Relié à').waitFor()
    await page.route(figures, (route) => route.fulfill({ status: 400, body: '{}' }))
    await sheet.getByRole('button', { name: 'Fermer' }).click()
    await sheet.waitFor({ state: 'detached' })
  })

  test('the list of findings', async () => {
    await using opened = await maillage.open('/territories/carene/findings?page=list')
    const { page } = opened
    await page.locator('.finding').first().waitFor()
    const drawn = await drawnOn(page)
    await broken(page, unnumbered)
    await page.locator('.outcome-filter label').first().click()
    await said(page, 'La liste des constats n’a pas pu s’afficher.')
    expect(await drawnOn(page)).toEqual(drawn)
    await mended(page)
    await again(page)
    await page.locator('.finding').first().waitFor()
  })

  test('the evidence of a finding, though the list fails with it', async () => {
    await using opened = await maillage.open('/territories/carene/findings?kinds=P1')
    const { page } = opened
    await drawnOn(page)
    await page.locator('.finding').first().waitFor()
    await broken(page, unnumbered)
    await page.locator('.finding a').first().click()
    await said(page, 'La liste des constats n’a pas pu s’afficher.')
    const evidence = page.locator('.evidence')
    await evidence.getByText('Le détail de ce constat n’a pas pu s’afficher.').waitFor()
    await mended(page)
    await evidence.getByRole('button', { name: 'Réessayer' }).click()
    await evidence.locator('.lead').waitFor()
    await again(page)
    await page.locator('.finding').first().waitFor()
    await evidence.getByRole('button', { name: 'Fermer' }).click()
    await evidence.waitFor({ state: 'detached' })
  })

  test('the import', async () => {
    await using opened = await maillage.open('/territories/carene/data')
    const { page } = opened
    await page.locator('.history li').first().waitFor()
    await broken(page, unnumbered)
    await page.locator('input[type=file][multiple]').setInputFiles({
      name: 'actors.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,name,type,sphere,scope,inside\nz,Zinguerie,entreprise,economie,local,true\n'),
    })
    await said(page, 'L’import n’a pas pu se poursuivre.')
    await mended(page)
    await again(page)
    // The file is still there.
    await page.getByText('1 acteur, en-têtes à la ligne 1').waitFor()
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
  })
})

declare global {
  interface Window {
    mend?: () => void
  }
}

/** Breaks what the browser offers, until it is mended. */
async function broken(page: Page, breaking: () => void): Promise<void> {
  await page.evaluate(() => {
    const before = [
      [HTMLCanvasElement.prototype, 'getContext'],
      [Intl.Collator.prototype, 'compare'],
      [Intl.NumberFormat.prototype, 'format'],
    ].map(([of, name]) => [of, name, Object.getOwnPropertyDescriptor(of, String(name))] as const)
    window.mend = () => {
      for (const [of, name, property] of before) if (property) Object.defineProperty(of, String(name), property)
    }
  })
  await page.evaluate(breaking)
}

async function mended(page: Page): Promise<void> {
  await page.evaluate(() => window.mend?.())
}

/** No number can be written any more. */
function unnumbered(): void {
  Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
    configurable: true,
    get: () => {
      throw new Error('No numbers here.')
    },
  })
}

async function said(page: Page, words: string): Promise<void> {
  await page.getByRole('alert').getByText(words).waitFor()
}

async function again(page: Page): Promise<void> {
  await page.getByRole('alert').getByRole('button', { name: 'Réessayer' }).first().click()
}
