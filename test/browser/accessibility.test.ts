import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

declare global {
  interface Window {
    axe: typeof axe
  }
}

const tablet = { viewport: { width: 820, height: 1180 } }
const phone = { viewport: { width: 390, height: 844 } }

/** Every screen, and every state of one that brings other things to it. */
const screens: readonly Screen[] = [
  { name: 'the list', path: '/' },
  { name: 'the list, in English', path: '/?lang=en' },
  {
    name: 'the question before a territory is removed',
    path: '/',
    reach: (page) => page.getByRole('button', { name: 'Retirer CARENE' }).click(),
  },
  { name: 'the map', path: '/territories/carene/map', reach: drawnOn },
  { name: 'the map, in English', path: '/territories/carene/map?lang=en', reach: drawnOn },
  { name: 'the views', path: '/territories/carene/views' },
  { name: 'the map with spaces', path: '/territories/carene/map?show=spaces', reach: drawnOn },
  { name: 'the sheet of an actor', path: '/territories/carene/map?actor=carene', reach: openedSheet },
  {
    name: 'the sheet of a space',
    path: '/territories/carene/map?show=spaces&space=carene-p11-bluelab',
    reach: openedSheet,
  },
  { name: 'the sheet on a tablet', path: '/territories/carene/map?actor=carene', reach: openedSheet, context: tablet },
  {
    name: 'the panel on a tablet',
    path: '/territories/carene/map',
    reach: (page) => page.getByRole('button', { name: 'Légende et périmètre' }).click(),
    context: tablet,
  },
  {
    name: 'the choices of the perimeter',
    path: '/territories/carene/map',
    reach: (page) => page.getByRole('button', { name: 'Modifier' }).click(),
  },
  {
    name: 'the list of measures',
    path: '/territories/carene/map',
    reach: (page) => page.getByRole('button', { name: 'Taille' }).click(),
  },
  {
    name: 'what a search finds',
    path: '/territories/carene/map',
    reach: (page) => page.getByRole('combobox').pressSequentially('tech'),
    // While a list of suggestions is open the rest is hidden from screen readers; focus that goes there closes it first.
    except: 'aria-hidden-focus',
  },
  { name: 'the table of actors', path: '/territories/carene/table?size=burt.constraint' },
  { name: 'the table of ties', path: '/territories/carene/table?rows=ties' },
  { name: 'the table of participations', path: '/territories/carene/table?rows=participations' },
  {
    name: 'the agenda, unfolded',
    path: '/territories/carene/findings',
    reach: (page) => page.locator('.agenda-item summary').first().click(),
  },
  {
    name: 'cohesion and opening of a wave of documents',
    path: '/territories/carene/findings?page=profile',
    reach: (page) => page.getByText(/^La position n’est pas définie pour cette vague/).waitFor(),
  },
  {
    name: 'the profile on a phone',
    path: '/territories/val-de-brume/findings?page=profile',
    reach: (page) => page.locator('.table-scroll').first().waitFor(),
    context: phone,
  },
  { name: 'the method', path: '/territories/carene/findings?page=method' },
  {
    name: 'the data, with its history',
    path: '/territories/carene/map',
    reach: async (page) => {
      await drawnOn(page)
      await page.keyboard.press('a')
      await page.getByLabel('Nom de l’acteur').fill('Forges du Val')
      await page.keyboard.press('Enter')
      await page.getByText('38 acteurs sur 38 affichés').waitFor()
      await page.getByRole('link', { name: 'Données' }).click()
      await page.getByRole('button', { name: 'Revenir à cette version (1)' }).waitFor()
    },
  },
  { name: 'a territory that is not there', path: '/territories/nowhere/map' },
]

interface Screen {
  readonly name: string
  readonly path: string
  readonly reach?: (page: Page) => Promise<unknown>
  readonly context?: typeof tablet
  /** A rule that does not hold of this state, and need not. */
  readonly except?: string
}

describe.runIf(chromiumPath)('axe finds nothing serious on', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test.each(screens)('$name', async ({ path, reach, context, except }) => {
    await using opened = await maillage.open(path, context)
    await reach?.(opened.page)
    await opened.page.evaluate(axe.source)
    const { violations } = await opened.page.evaluate(() =>
      window.axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // What one sees on a button is what one says to press it.
        rules: { 'label-content-name-mismatch': { enabled: true } },
      }),
    )
    const grave = violations.filter(
      ({ id, impact }) => id !== except && (impact === 'serious' || impact === 'critical'),
    )
    expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' ')}`)).toEqual([])
  })
})

async function openedSheet(page: Page): Promise<void> {
  await drawnOn(page)
  await page.locator('.figures, .sheet .facts').first().waitFor()
}
