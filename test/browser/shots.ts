import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { openMaillage } from './maillage.ts'

// Pictures of every screen at three sizes, into shots/, for people to look at: `npm run shots [words of a name…]`.

const sizes = {
  laptop: { width: 1366, height: 768 },
  tablet: { width: 820, height: 1180 },
  projector: { width: 1920, height: 1080 },
} as const

const territories = ['ardenne', 'carene', 'decazeville', 'dieppe', 'val-de-brume']

const shots: readonly Shot[] = [
  { name: 'list', path: '/' },
  ...territories.map((id) => ({ name: `map-${id}`, path: `/territories/${id}/map` })),
  { name: 'spaces-carene', path: '/territories/carene/map?show=spaces' },
  { name: 'spaces-dieppe', path: '/territories/dieppe/map?show=spaces' },
  { name: 'sheet-carene', path: '/territories/carene/map?actor=carene' },
  { name: 'sheet-space', path: '/territories/dieppe/map?show=spaces&space=dieppe-p07-amenagement-port' },
  { name: 'communities', path: '/territories/val-de-brume/map?color=community&size=betweenness.raw' },
  { name: 'constraint', path: '/territories/dieppe/map?size=burt.constraint' },
  { name: 'english', path: '/territories/dieppe/map?lang=en&actor=dieppe-maritime' },
  { name: 'table-actors', path: '/territories/carene/table?sort=-partners' },
  { name: 'table-ties', path: '/territories/carene/table?rows=ties' },
  { name: 'table-spaces', path: '/territories/carene/table?rows=participations' },
  { name: 'findings-first', path: '/territories/val-de-brume/findings' },
  {
    name: 'findings',
    path: '/territories/val-de-brume/findings',
    reach: async (page) => {
      await page.locator('.finding').first().waitFor()
      await page.locator('.refining').waitFor({ state: 'detached' })
    },
  },
  ...territories.slice(0, 4).map((id) => ({ name: `findings-${id}`, path: `/territories/${id}/findings` })),
  {
    name: 'findings-pilots',
    path: '/territories/carene/findings?kinds=P1',
    reach: (page) => page.locator('.finding a').first().click(),
  },
  {
    name: 'findings-trial',
    path: '/territories/val-de-brume/findings?from=forges-drouvillet&to=universite-des-marches',
    reach: (page) => page.getByText(/Aujourd’hui ils sont/).waitFor(),
  },
  {
    name: 'findings-evidence',
    path: '/territories/val-de-brume/findings?kinds=closed_group&outcomes=signal',
    reach: async (page) => {
      await page.locator('.finding a').first().click()
      await page.locator('.draws-chart').first().waitFor()
    },
  },
  { name: 'findings-plane', path: '/territories/val-de-brume/findings?page=profile' },
  { name: 'findings-method', path: '/territories/val-de-brume/findings?page=method' },
  {
    name: 'findings-threshold',
    path: '/territories/val-de-brume/findings?page=method',
    reach: async (page) => {
      await page.getByText('Peut-on parler').click()
      await page.getByRole('button', { name: /Survie en deçà/ }).click()
    },
  },
  { name: 'data', path: '/territories/carene/data' },
  {
    name: 'measures',
    path: '/territories/carene/map',
    reach: async (page) => {
      await openPanel(page)
      await page.getByRole('button', { name: 'Taille' }).click()
    },
  },
  {
    name: 'perimeter',
    path: '/territories/carene/map',
    reach: async (page) => {
      await openPanel(page)
      await page.getByRole('button', { name: 'Modifier' }).click()
    },
  },
  {
    name: 'search',
    path: '/territories/carene/map',
    reach: (page) => page.getByRole('combobox').pressSequentially('tech'),
  },
  { name: 'remove', path: '/', reach: (page) => page.getByRole('button', { name: 'Retirer CARENE' }).click() },
]

interface Shot {
  readonly name: string
  readonly path: string
  readonly reach?: (page: Page) => Promise<unknown>
}

const folder = new URL('../../shots/', import.meta.url).pathname
const wanted = process.argv.slice(2)

await using maillage = await openMaillage()
await mkdir(folder, { recursive: true })
for (const [size, viewport] of Object.entries(sizes)) {
  for (const { name, path, reach } of shots) {
    if (wanted.length > 0 && !wanted.some((word) => `${name}-${size}`.includes(word))) continue
    await using opened = await maillage.open(path, { viewport })
    await settled(opened.page)
    await reach?.(opened.page)
    await opened.page.screenshot({ path: `${folder}${name}-${size}.png`, animations: 'disabled' })
    console.log(`${name}-${size}${opened.complaints.map((complaint) => `\n  ${complaint}`).join('')}`)
  }
}

async function openPanel(page: Page): Promise<void> {
  const opener = page.getByRole('button', { name: 'Légende et périmètre' })
  if (await opener.isVisible()) await opener.click()
}

/** Nothing is on its way any more, and fonts are there. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(300)
}
