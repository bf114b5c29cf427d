import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { territoriesSchema } from '../../server/wire/record.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const actors = ['id,name,type,sphere,scope,inside', 'a,Forges du Val,entreprise,economie,local,true', ',,,,,'].join(
  '\n',
)
const ties = ['from,to,kind,wave,directed', 'a,b,cooperation,w1,false'].join('\n')

describe.runIf(chromiumPath)('a person', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('creates a territory, sees what a file would change, saves it, and undoes it', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    await page.getByRole('button', { name: 'Créer un territoire' }).click()
    await page.getByLabel('Nom du territoire').fill('Vallée de l’Été')
    await page.getByRole('button', { name: 'Créer', exact: true }).click()
    await page.waitForURL(/\/territories\/vallee-de-l-ete\/data/)

    await page.locator('input[type=file]').setInputFiles([csv('actors.csv', actors), csv('ties.csv', ties)])
    await page.getByText('soit 1 acteur').waitFor()
    expect(await page.locator('.import-sum').textContent()).toBe(
      '2 lignes lues = 1 nouvelle + 0 modifiée + 0 identique + 0 répétée + 1 refusée + 0 écartée',
    )
    expect((await stored('vallee-de-l-ete')).actors).toHaveLength(0)

    await page.getByRole('button', { name: 'Importer sans la ligne refusée' }).click()
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor()
    expect((await stored('vallee-de-l-ete')).actors.map(({ name }) => name)).toEqual(['Forges du Val'])

    await page.getByRole('button', { name: 'Importer autre chose' }).click()
    await page.getByRole('button', { name: 'Annuler la version 2' }).click()
    await page.getByText('C’est annulé').waitFor()
    const after = await stored('vallee-de-l-ete')
    expect(after.actors).toHaveLength(0)
    expect(after.revision).toBe(3)
    expect(opened.complaints).toEqual([])
  })

  test('types one name after the other', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    await page.getByRole('button', { name: 'Créer un territoire' }).click()
    await page.getByLabel('Nom du territoire').fill('Vallée de l’Hiver')
    await page.getByRole('button', { name: 'Créer', exact: true }).click()
    await page.getByRole('button', { name: 'Taper un nom' }).click()
    await page.getByLabel('Nom de l’acteur').fill('Forges du Val')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Taper un autre nom' }).click()
    await page.getByLabel('Nom de l’acteur').fill('Scierie du Val')
    await page.keyboard.press('Enter')
    await page.getByText('2 acteurs · 0 espace de coopération').waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('is asked before a territory is erased for good', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    await page.getByRole('button', { name: 'Retirer Dieppe Maritime' }).click()
    await page.getByRole('button', { name: 'Annuler' }).click()
    expect(await ids()).toContain('dieppe')
    await page.getByRole('button', { name: 'Retirer Dieppe Maritime' }).click()
    await page.getByRole('button', { name: 'Effacer le territoire' }).click()
    await page.getByRole('heading', { name: 'Dieppe Maritime', exact: true }).waitFor({ state: 'detached' })
    expect(await ids()).not.toContain('dieppe')
  })

  test('reads the page in English, and keeps that by its address', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    await drawnOn(page)
    await page.getByRole('radio', { name: 'English' }).click()
    await page.getByText('37 of 37 actors shown').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('link', { name: 'Table', exact: true }).click()
    await page.getByRole('table', { name: 'Actors of CARENE' }).waitFor()
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en')
  })

  test('closes the sheet by Escape, from the table that opened it too', async () => {
    await using opened = await maillage.open('/territories/carene/table')
    const { page } = opened
    const sheet = page.getByRole('complementary', { name: 'Fiche de l’acteur' })
    const name = page.getByRole('rowheader').getByRole('button').first()
    await name.click()
    await sheet.waitFor()
    expect(await name.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    expect(new URL(page.url()).search).toBe('')
    expect(opened.complaints).toEqual([])
  })

  test('downloads the words of a language once somebody reads it', async () => {
    await using opened = await maillage.open('/?lang=en')
    const { page } = opened
    const downloaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').flatMap(({ name }) => /\/(fr|en)-[^/]*\.js$/.exec(name)?.[1] ?? []),
      )
    await page.getByRole('heading', { name: 'Territories', exact: true }).waitFor()
    expect(await downloaded()).toEqual(['en'])
    await page.getByRole('radio', { name: 'Français' }).click()
    await page.getByRole('heading', { name: 'Territoires', exact: true }).waitFor()
    expect(await downloaded()).toEqual(['en', 'fr'])
    expect(opened.complaints).toEqual([])
  })

  test('stays in its language where the other cannot be downloaded', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    await page.getByRole('heading', { name: 'Territoires', exact: true }).waitFor()
    const refused = page.waitForEvent('requestfailed')
    await page.route(/\/en-[^/]*\.js$/, (route) => route.abort())
    await page.getByRole('radio', { name: 'English' }).click()
    await refused
    await page.getByRole('link', { name: 'CARENE', exact: true }).click()
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  })

  test('sorts the table, which has one line per actor of the map', async () => {
    await using opened = await maillage.open('/territories/carene/table')
    const { page } = opened
    const table = page.getByRole('table', { name: 'Acteurs de CARENE' })
    await table.waitFor()
    expect(await table.getByRole('rowheader').count()).toBe(37)
    await page.getByRole('button', { name: 'Partenaires', exact: true }).click()
    await page.waitForURL(/sort=-partners/)
    await page.locator('th[aria-sort=descending]', { hasText: 'Partenaires' }).waitFor()
    const partners = (await table.locator('tbody td.numeric:nth-child(5)').allTextContents()).map(Number)
    expect(partners.toSorted((a, b) => b - a)).toEqual(partners)
    expect(await table.getByRole('rowheader').first().textContent()).toContain('CARENE')
  })

  test('reads a long table by keyboard and by its end: lines in sight are there, and tell their place among all', async () => {
    const names = Array.from({ length: 900 }, (_, at) => `a${at},Atelier ${at},entreprise,economie,local,true`)
    await maillage.import('long', {
      'waves.csv': 'id,label,date,basis\nw1,Documents,2025-01-01,documents',
      'actors.csv': ['id,name,type,sphere,scope,inside', ...names].join('\n'),
    })
    await using opened = await maillage.open('/territories/long/table')
    const { page } = opened
    const table = page.getByRole('table', { name: 'Acteurs de long' })
    const lines = table.getByRole('row').filter({ has: page.getByRole('rowheader') })
    await table.getByRole('rowheader', { name: 'Atelier 0' }).waitFor()
    expect(await table.getAttribute('aria-rowcount')).toBe('901')
    expect(await lines.count()).toBeLessThan(80)

    await table.getByRole('button', { name: 'Atelier 0', exact: true }).focus()
    for (let presses = 0; presses < 60; presses++) await page.keyboard.press('Tab')
    const reached = page.locator('tr:focus-within')
    await reached.getByText('Atelier 30').waitFor()
    expect(await reached.getAttribute('aria-rowindex')).toBe('32')

    await page.locator('.table-scroll').evaluate((region) => region.scrollTo(0, region.scrollHeight))
    await table.getByRole('rowheader', { name: 'Atelier 899' }).waitFor()
    expect(await lines.last().getAttribute('aria-rowindex')).toBe('901')
    expect(await reached.getAttribute('aria-rowindex')).toBe('32')

    await page.getByRole('button', { name: 'Modifier dans le tableau' }).click()
    await page.locator('[data-cell="0 0"]').click()
    await page.keyboard.press('Control+End')
    await page.locator('[data-cell="899 5"]:focus').waitFor()
    expect(await page.getByRole('gridcell').count()).toBeLessThan(80 * 6)
    expect(opened.complaints).toEqual([])
  })

  async function stored(id: string) {
    const response = await fetch(new URL(`/api/territories/${id}`, maillage.url))
    return territorySchema.parse(await response.json())
  }

  async function ids(): Promise<string[]> {
    const response = await fetch(new URL('/api/territories', maillage.url))
    return territoriesSchema.parse(await response.json()).map(({ id }) => id)
  }
})

function csv(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
