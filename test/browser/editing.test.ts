import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { start } from '../../server/main.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const waves = 'id,label,date,basis\nw1,Ce que l’on sait,2024-01-01,informants\n'
const actors = [
  'id,name,type,sphere,scope,inside',
  'cci,CCI du Val,chambre_consulaire,economie,local,oui',
  'forges,Forges du Val,entreprise,economie,local,oui',
  'mairie,Mairie de Brume,commune,action_publique,local,oui',
  '',
].join('\n')
const ties = 'wave,kind,from,to,directed,reporter\nw1,cooperation,cci,forges,false,\n'
const files = { 'waves.csv': waves, 'actors.csv': actors, 'ties.csv': ties }

describe.runIf(chromiumPath)('people who edit', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('one, by keyboard: an actor, a tie, a correction, a removal, back and forth', async () => {
    await maillage.import('one', files)
    await using opened = await maillage.open('/territories/one/map')
    const { page } = opened
    const before = await drawnOn(page)

    // Who is there already is not made twice.
    await page.keyboard.press('a')
    await page.keyboard.type('ccidu val')
    await page.getByText('« CCI du Val » existe déjà.').waitFor()
    await axeFinds(page, [])
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Fiche de l’acteur' }).getByText('CCI du Val').first().waitFor()
    expect((await stored('one')).actors).toHaveLength(3)

    await page.keyboard.press('a')
    await page.keyboard.type('Lycée Curie')
    await page.keyboard.press('Tab')
    await page.getByRole('dialog').getByLabel('Type', { exact: true }).selectOption({ label: 'Formation' })
    expect(await page.getByRole('dialog').getByLabel('Sphère', { exact: true }).inputValue()).toBe(
      'formation_recherche',
    )
    await page.keyboard.press('Enter')
    await drawn(page, { actors: 4, ties: 1 })
    // Nobody else has moved.
    expect((await drawnOn(page)).positions).toMatchObject(before.positions)

    await page.keyboard.press('t')
    await page.keyboard.type('mairie')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await drawn(page, { actors: 4, ties: 2 })
    expect((await stored('one')).ties.map(({ from, to }) => [from, to])).toContainEqual(['lycee-curie', 'mairie'])

    const sheet = page.getByRole('complementary', { name: 'Fiche de l’acteur' })
    await sheet.getByRole('button', { name: 'Modifier', exact: true }).click()
    await page.getByLabel('Nom', { exact: true }).fill(' ')
    await page.keyboard.press('Enter')
    await page.getByText('Valeur manquante, attendu : un texte.').waitFor()
    await axeFinds(page, [])
    await page.getByLabel('Nom', { exact: true }).fill('Lycée Marie-Curie')
    await page.keyboard.press('Enter')
    await sheet.getByRole('heading', { name: 'Lycée Marie-Curie' }).waitFor()

    await sheet.getByRole('button', { name: 'Retirer', exact: true }).click()
    await page.getByText('Partiront aussi : 1 lien.').waitFor()
    await page.keyboard.press('Enter')
    await drawn(page, { actors: 3, ties: 1 })

    await page.keyboard.press('Control+z')
    await page.getByText('Annulé : Retrait : acteur Lycée Marie-Curie').waitFor()
    await drawn(page, { actors: 4, ties: 2 })
    await page.keyboard.press('Control+z')
    await sheet.getByRole('heading', { name: 'Lycée Curie' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await drawn(page, { actors: 3, ties: 1 })
    for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+z')
    await page.getByText('Rétabli : Retrait : acteur Lycée Marie-Curie').waitFor()
    await drawn(page, { actors: 3, ties: 1 })

    await page.getByRole('link', { name: 'Données', exact: true }).click()
    await page
      .getByText(/Ajout\s: lien Lycée (Marie-)?Curie – Mairie de Brume, coopération/)
      .first()
      .waitFor()
    await page.getByText('Modification : acteur Lycée Marie-Curie (nom)').first().waitFor()
    await page.getByRole('button', { name: 'Revenir à cette version (4)' }).click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revenir à cette version' }).click()
    await page.getByText('4 acteurs').first().waitFor()
    await page.locator('summary', { hasText: 'Vagues' }).click()
    await page.getByRole('button', { name: 'Ajouter une vague' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('Enquête 2025')
    await page.getByLabel('Date', { exact: true }).fill('2025-03-01')
    await page.getByLabel('D’où le sait-on ?').selectOption({ label: 'd’après une enquête' })
    await page.keyboard.press('Enter')
    await page.getByText('Vague « Enquête 2025 », 1er mars 2025').waitFor()
    expect((await stored('one')).waves).toHaveLength(2)
    // The past of an actor is asked for as soon as it shows, which may be before the server has it.
    expect(opened.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  })

  test('one, in the table: several cells at once, a paste, one value for many', async () => {
    await maillage.import('table', files)
    await using opened = await maillage.open('/territories/table/table?lang=en')
    const { page } = opened
    await page.getByRole('button', { name: 'Edit in the table' }).click()
    const cell = (row: number, column: number) => page.locator(`[data-cell="${row} ${column}"]`)
    await cell(0, 0).click()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('CCI de Brume')
    await page.keyboard.press('Enter')
    await until(async () => (await stored('table')).actors.find(({ id }) => id === 'cci')?.name === 'CCI de Brume')
    // Enter went down: the cell below is the one that is pasted into.
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'Employment\r\nCulture\r\n')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    })
    const spheres = async () => Object.fromEntries((await stored('table')).actors.map(({ id, sphere }) => [id, sphere]))
    await until(async () => (await spheres()).mairie === 'culture')
    expect(await spheres()).toEqual({ cci: 'economie', forges: 'emploi', mairie: 'culture' })

    await page.getByRole('checkbox', { name: 'Choose all lines' }).click()
    await axeFinds(page, [])
    await page.getByRole('combobox', { name: /^Sphere for 3/ }).selectOption({ label: 'Tourism' })
    await until(async () => (await spheres()).cci === 'tourisme')
    expect(await spheres()).toEqual({ cci: 'tourisme', forges: 'tourisme', mairie: 'tourisme' })
    expect(opened.complaints).toEqual([])
  })

  test('two at once: each sees the other, different fields are merged, the same one is asked about', async () => {
    await maillage.import('two', files)
    await using ana = await maillage.open('/territories/two/map?actor=cci')
    await using ben = await maillage.open('/territories/two/map?actor=cci')
    await drawnOn(ana.page)
    await drawnOn(ben.page)

    await add(ana.page, 'Lycée Curie')
    await drawn(ben.page, { actors: 4, ties: 1 })

    await ben.page.goto(new URL('/territories/two/map?actor=cci', maillage.url).href)
    await ana.page.goto(new URL('/territories/two/map?actor=cci', maillage.url).href)
    await change(ana.page)
    await change(ben.page)
    await ana.page.getByLabel('Nom', { exact: true }).fill('CCI de Brume')
    await ben.page.getByLabel('Échelle').selectOption({ label: 'régionale' })
    await ana.page.keyboard.press('Enter')
    await until(async () => (await cci('two'))?.name === 'CCI de Brume')
    await ben.page.getByRole('button', { name: 'Enregistrer' }).click()
    await until(async () => (await cci('two'))?.scope === 'regional')
    expect(await cci('two')).toMatchObject({ name: 'CCI de Brume', scope: 'regional' })

    await change(ana.page)
    await change(ben.page)
    await ana.page.getByLabel('Nom', { exact: true }).fill('CCI A')
    await ben.page.getByLabel('Nom', { exact: true }).fill('CCI B')
    await ana.page.keyboard.press('Enter')
    await until(async () => (await cci('two'))?.name === 'CCI A')
    await ben.page.keyboard.press('Enter')
    await ben.page.getByText('Quelqu’un a changé la même chose').waitFor()
    await axeFinds(ben.page, [])
    await ben.page.getByText('L’autre version : CCI A').waitFor()
    await ben.page.getByRole('button', { name: 'Garder ces choix' }).click()
    await until(async () => (await cci('two'))?.name === 'CCI B')
    await ana.page.getByRole('heading', { name: 'CCI B' }).waitFor()
    // The browser itself complains of the answer that says so.
    expect([...ana.complaints, ...ben.complaints].filter((complaint) => !complaint.includes('409'))).toEqual([])
  })

  async function stored(id: string) {
    const response = await fetch(new URL(`/api/territories/${id}`, maillage.url))
    return territorySchema.parse(await response.json())
  }

  async function cci(id: string) {
    return (await stored(id)).actors.find((actor) => actor.id === 'cci')
  }
})

describe.runIf(chromiumPath)('a server that stops while people write', () => {
  test('loses nothing: it is said, kept, and sent when it is back', async () => {
    await using built = await openMaillage()
    const folder = await mkdtemp(join(tmpdir(), 'maillage-editing-'))
    const config = (port: number) =>
      ({ host: '127.0.0.1', port, store: { kind: 'sqlite', file: join(folder, 'm.sqlite') } }) as const
    const first = await start(config(0), { logger: false, pages: built.pages })
    await using opened = await built.open(new URL('/territories/carene/map', first.url).href)
    const { page, complaints } = opened
    const { actors } = await drawnOn(page)

    await page.keyboard.press('a')
    await page.keyboard.type('Lycée Curie')
    await first.close()
    await page.getByText('Connexion perdue').waitFor()
    await page.keyboard.press('Enter')
    await page.getByText('Votre modification est gardée ici').waitFor()
    // What is typed next is kept too.
    await page.keyboard.press('a')
    await page.keyboard.type('Chantier naval')

    const second = await start(config(Number(new URL(first.url).port)), { logger: false, pages: built.pages })
    try {
      await drawn(page, { actors: actors + 1 })
      await page.reload()
      await page.getByText('Ce que vous aviez commencé a été gardé.').waitFor()
      expect(await page.getByLabel('Nom de l’acteur').inputValue()).toBe('Chantier naval')
      await page.getByLabel('Nom de l’acteur').press('Enter')
      await drawn(page, { actors: actors + 2 })
      const history = await fetch(new URL('/api/territories/carene/history', second.url))
      expect(await history.json()).toHaveLength(3)
    } finally {
      await second.close()
      await rm(folder, { recursive: true, force: true })
    }
    // The browser itself complains of a server that is away, and of an actor that the server has not yet.
    expect(
      complaints.filter((complaint) => !/404|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|ERR_EMPTY/.test(complaint)),
    ).toEqual([])
  })
})

async function add(page: Page, name: string): Promise<void> {
  await page.keyboard.press('a')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function change(page: Page): Promise<void> {
  await page
    .getByRole('complementary', { name: 'Fiche de l’acteur' })
    .getByRole('button', { name: 'Modifier', exact: true })
    .click()
}

/** Waits until the map has drawn so much. */
async function drawn(page: Page, wanted: { readonly actors: number; readonly ties?: number }): Promise<void> {
  await page.waitForFunction(({ actors, ties }) => {
    const now = document.querySelector<HTMLElement>('.map-canvas')?.drawn?.()
    return now?.actors === actors && (ties === undefined || now.ties === ties)
  }, wanted)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

async function axeFinds(page: Page, wanted: readonly string[]): Promise<void> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual(wanted)
}
