import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What an officer of a town hall has: titles, words of her own, numbers as words, an actor under several names. */
const files = ['1-partenaires.csv', '2-liens.csv', '3-projets.csv'].map((name) => ({
  name,
  content: readFileSync(join(import.meta.dirname, '../exchange/recognition/brece', name)).toString('base64'),
}))

describe.runIf(chromiumPath)('files that were never meant for Maillage', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('become a map in a few clicks, and no map again in one', async () => {
    await create('brece')
    await using opened = await maillage.open('/territories/brece/data')
    const { page } = opened
    const clicks = clickCounter()
    await drop(page, files)

    await page.getByText('61 acteurs, en-têtes à la ligne 1').waitFor()
    expect(await page.locator('.import-sheet-said').allTextContents()).toEqual([
      expect.stringContaining('61 acteurs, en-têtes à la ligne 1'),
      expect.stringContaining('92 liens, en-têtes à la ligne 1'),
      expect.stringContaining('4 projets, avec porteurs et partenaires, en-têtes à la ligne 2'),
    ])
    await page.getByText('soit 61 acteurs, 65 liens').waitFor()
    expect(numbersOf(await sum(page))).toEqual([157, 130, 0, 0, 0, 27, 0])

    // Names that may be one actor's wait for somebody; nothing is written before it is said where all this comes from.
    expect(await askedNames(page)).toEqual([
      ['Chambre de commerce', 'CCI'],
      ['France Travail', 'Pôle emploi'],
      ['Laval Mayenne Technopole', 'Technopole'],
      ['laiterie bréhault', 'Laiterie Bréhault SAS'],
      ['CCI de la Mayenne', 'CCI', 'Chambre de commerce'],
    ])
    const withoutRest = page.getByRole('button', { name: 'Importer sans les 27 lignes refusées' })
    expect(await withoutRest.isDisabled()).toBe(true)
    await page.getByText('Répondez d’abord à 5 questions').waitFor()
    await clicks.on(page.getByText('De ce que l’équipe sait'))
    for (const [name, same] of [
      ['Chambre de commerce', 'CCI'],
      ['France Travail', 'Pôle emploi'],
      ['laiterie bréhault', 'Laiterie Bréhault SAS'],
      ['CCI de la Mayenne', 'CCI'],
    ]) {
      await clicks.on(page.getByRole('button', { name: `C’est le même : « ${name} », « ${same} »` }))
    }
    await clicks.on(page.getByRole('button', { name: 'Ce sont deux acteurs : « Laval Mayenne Technopole »' }))

    // « 2,5 » is no strength: one choice mends the lines of all ties that have it, and nothing is right before.
    expect(await page.getByRole('button', { name: 'Tout est juste : « Intensité »' }).count()).toBe(0)
    await clicks.on(page.getByRole('button', { name: '« 2,5 » veut dire' }))
    await clicks.on(page.getByRole('option', { name: '3', exact: true }))
    await page.getByText('0 refusée').waitFor()
    const [read = 0, ...parts] = numbersOf(await sum(page))
    expect(parts.reduce((all, part) => all + part, 0)).toBe(read)
    expect(await violations(page)).toEqual([])

    expect((await stored('brece')).revision).toBe(1)
    await clicks.on(page.getByRole('button', { name: 'Importer', exact: true }))
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor()
    const imported = await stored('brece')
    expect(imported.revision).toBe(2)
    expect(imported.actors).toHaveLength(58)
    expect(imported.actors.find(({ name }) => name === 'CCI')?.aliases?.toSorted()).toEqual([
      'CCI de la Mayenne',
      'Chambre de commerce',
    ])
    expect(imported.waves.map(({ basis }) => basis)).toEqual(['informants'])
    expect(imported.spaces).toHaveLength(4)

    await clicks.on(page.getByRole('button', { name: 'Annuler cet import' }))
    await page.getByText('L’import est annulé. Vos fichiers et vos décisions sont encore là.').waitFor()
    expect((await stored('brece')).actors).toHaveLength(0)
    await page.getByText('soit 58 acteurs').waitFor()
    expect(await page.getByRole('radio', { name: 'De ce que l’équipe sait' }).isChecked()).toBe(true)

    await clicks.on(page.getByRole('button', { name: 'Importer', exact: true }))
    await clicks.on(page.getByRole('link', { name: 'Voir la carte' }))
    expect((await drawnOn(page)).actors).toBe(58)
    expect(clicks.count()).toBe(12)
    expect(opened.complaints).toEqual([])
  }, 120_000)

  test('are mended line by line by keyboard, and nothing decided is lost with the connection', async () => {
    await create('clavier')
    await using opened = await maillage.open('/territories/clavier/data')
    const { page } = opened
    await paste(page, 'Nom\tType\tSIREN\nMéca-Précis\tEntreprise\t552 100 554\nFonderie\tEntreprise\tinconnu\n')
    await page.getByText('2 acteurs, en-têtes à la ligne 1').waitFor()
    await page.getByRole('radio', { name: 'À corriger (1)' }).click()
    const cell = page.getByRole('gridcell', { name: /^inconnu/ })
    await cell.click()
    expect(await page.locator('.import-active').textContent()).toContain('« inconnu »')

    await page.route('**/import', (route) => route.abort())
    await page.keyboard.press('F2')
    await page.keyboard.type('443 061 841')
    await page.keyboard.press('Enter')
    await page.getByText('Le serveur ne répond pas').waitFor()
    await page.unroute('**/import')
    await page.getByRole('button', { name: 'Relire' }).click()
    await page.getByRole('radio', { name: 'À corriger (0)' }).waitFor()
    expect(numbersOf(await sum(page))).toEqual([2, 2, 0, 0, 0, 0, 0])

    await page.getByRole('radio', { name: 'Toutes (2)' }).click()
    await page.getByRole('gridcell', { name: 'Méca-Précis' }).click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.getByText('1 écartée').waitFor()
    await page.getByRole('button', { name: 'Défaire' }).click()
    await page.getByText('0 écartée').waitFor()

    // Somebody else changed the territory meanwhile: it is said, read again, and imported on top.
    await rename('clavier', 2)
    await page.getByText('Le territoire a changé entre-temps').waitFor()
    const commit = page.getByRole('button', { name: 'Importer', exact: true })
    await page.waitForFunction((button) => !(button as HTMLButtonElement).disabled, await commit.elementHandle())
    await commit.click()
    await page.getByRole('heading', { name: 'C’est importé' }).waitFor()
    expect((await stored('clavier')).actors.map(({ name, siren }) => [name, siren])).toEqual([
      ['Fonderie', '443061841'],
      ['Méca-Précis', '552100554'],
    ])
  }, 120_000)

  test('two tables of one sheet are read apart, as one when somebody says so, and apart again', async () => {
    await create('deux')
    await using opened = await maillage.open('/territories/deux/data')
    const { page } = opened
    const actors = ['Nom;Type;Commune', 'Forges du Val;Entreprise;Eu', 'Scierie;Entreprise;Dieppe', 'Total;2;']
    const ties = [
      'Qui travaille avec qui',
      'De;Vers;Nature du lien',
      'Scierie;Forges du Val;partenariat',
      'Scierie;;contrat',
    ]
    const content = Buffer.from([...actors, '', ...ties].join('\r\n')).toString('base64')
    await drop(page, [{ name: 'suivi.csv', content }])
    await page.getByText('suivi.csv, lignes 6–9').first().waitFor()
    const read = async () => page.locator('.import-sheet-said').allTextContents()
    const apart = [
      expect.stringContaining('suivi.csv, lignes 1–42 acteurs, en-têtes à la ligne 1'),
      expect.stringContaining('suivi.csv, lignes 6–92 liens, en-têtes à la ligne 7'),
    ]
    expect(await read()).toEqual(apart)
    // Ties are read once it is known of which wave they are.
    await page.getByText('1 refusée').waitFor()
    expect(numbersOf(await sum(page))).toEqual([4, 3, 0, 0, 0, 1, 0])
    // What is decided of one is decided of it alone, at its rows.
    await page.getByRole('radio', { name: 'suivi.csv, lignes 6–9' }).click()
    await page.getByRole('gridcell', { name: 'contrat' }).click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.getByText('1 écartée').waitFor()

    await page.getByRole('button', { name: 'Les lire comme un seul : « suivi.csv »' }).click()
    await page.getByText('Cette feuille semble porter 2 tableaux, lus comme un seul.').waitFor()
    expect(await read()).toHaveLength(1)
    await page.getByRole('button', { name: 'Les lire séparément : « suivi.csv »' }).click()
    await page.getByText('Cette feuille porte 2 tableaux, lus séparément.').waitFor()
    expect(await read()).toEqual(apart)
    expect(await violations(page)).toEqual([])
  }, 120_000)

  test('say again what was refused once the rest is in, and take it up on the spot', async () => {
    await create('reste')
    await using opened = await maillage.open('/territories/reste/data')
    const { page } = opened
    // As Excel leaves it: styles, line breaks of its own, a text of tabs beside, a picture that nobody means.
    await paste(page, 'ne sert pas\tici', excel)
    await page.getByText('1 refusée').waitFor()
    await page.getByRole('button', { name: 'Importer sans la ligne refusée' }).click()
    await page.getByText('1 ligne refusée n’est pas entrée.').waitFor()
    await page.getByRole('button', { name: 'Corriger et reprendre' }).click()
    await page.getByText('1 identique').waitFor()

    // A picture under the name of a workbook is told, not taken for an empty sheet.
    await drop(page, [{ name: 'plan.xlsx', content: Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1').toString('base64') }])
    await page.getByText('« plan.xlsx » n’a pas pu être lu : c’est une image').waitFor()
    await page.getByRole('button', { name: 'Retirer plan.xlsx' }).click()
    expect((await stored('reste')).actors.map(({ name, siren }) => [name, siren])).toEqual([
      ['Méca- Précis', '552100554'],
    ])
    expect(numbersOf(await sum(page))).toEqual([2, 0, 0, 1, 0, 1, 0])
  }, 120_000)

  async function create(id: string): Promise<void> {
    await post('/api/territories', { id, key: crypto.randomUUID() })
  }

  async function rename(id: string, revision: number): Promise<void> {
    const changes = [{ put: 'setting', value: { key: 'name', value: `Territoire ${revision}` } }]
    await post(`/api/territories/${id}/changes`, { base: revision - 1, key: crypto.randomUUID(), changes })
  }

  async function post(path: string, body: object): Promise<void> {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(new URL(path, maillage.url), { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(await response.text())
  }

  async function stored(id: string) {
    for (;;) {
      const response = await fetch(new URL(`/api/territories/${id}`, maillage.url))
      if (response.ok) return territorySchema.parse(await response.json())
      // A machine that many tests share may ask to come back later.
      if (response.status !== 503) throw new Error(await response.text())
      await new Promise((again) => setTimeout(again, 500))
    }
  }
})

/** Clicks, counted as a person makes them. */
function clickCounter() {
  let count = 0
  return {
    count: () => count,
    on: async (target: Locator) => {
      count++
      await target.click()
    },
  }
}

async function drop(page: Page, dropped: typeof files): Promise<void> {
  await page.evaluate((each) => {
    const transfer = new DataTransfer()
    for (const { name, content } of each) {
      transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name))
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  }, dropped)
}

/** Cells copied from Excel, as it writes them for other programs. */
const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style>td {mso-style-parent:style0; white-space:nowrap;}</style></head><body><!--StartFragment-->
<table border=0 cellpadding=0 style='border-collapse:collapse;width:182pt'><col width=87 style='width:65pt'>
 <tr height=20><td class=xl63 style='height:15.0pt'>Nom</td><td>Type</td><td>SIREN</td></tr>
 <tr height=20><td>Méca-<br>Précis</td><td>Entreprise</td><td align=right x:num="552100554">552&nbsp;100&nbsp;554</td></tr>
 <tr height=20><td>Fonderie
  du Maine</td><td>Entreprise</td><td>inconnu</td></tr>
</table><!--EndFragment--></body></html>`

async function paste(page: Page, text: string, html: string | null = null): Promise<void> {
  await page.evaluate(
    ({ text, html }) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      if (html !== null) clipboardData.setData('text/html', html)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    { text, html },
  )
}

async function sum(page: Page): Promise<string> {
  return (await page.locator('.import-sum').textContent()) ?? ''
}

function numbersOf(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
}

/** Each name that is asked about, then whom it may be. */
async function askedNames(page: Page): Promise<string[][]> {
  const names = await page.locator('.import-name').all()
  return await Promise.all(names.map((name) => name.locator('strong').allTextContents()))
}

async function violations(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run())
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' ')}`)
}
