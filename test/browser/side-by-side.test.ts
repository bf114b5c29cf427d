import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkSchema } from '../../server/wire/network.ts'
import { chromiumPath } from './chromium.ts'
import { type Maillage, openMaillage } from './maillage.ts'

/** What one map holds of them, and as many as a browser keeps: to have more it takes the oldest back. */
const contextsOfMap = 3
const contextsOfBrowser = 16

describe.runIf(chromiumPath)('two maps side by side', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage({ root: join(import.meta.dirname, 'side-by-side') })
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('draw a wave each, those of both where they were; who is selected on one is not on the other', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    const [before, after] = await Promise.all([drawnIn(page, 'enquete-2023'), drawnIn(page, 'enquete-2025')])
    expect(Object.keys(before.positions).sort()).toEqual(await actorsOf('enquete-2023'))
    expect(Object.keys(after.positions).sort()).toEqual(await actorsOf('enquete-2025'))
    expect(Object.keys(before.positions).sort()).not.toEqual(Object.keys(after.positions).sort())
    for (const [key, place] of Object.entries(before.positions))
      expect(after.positions[key] ?? place, key).toEqual(place)

    await page.evaluate(() => document.fonts.ready)
    const other = await settledPicture(page, 'enquete-2025')
    const own = await settledPicture(page, 'enquete-2023')
    await mapIn(page, 'enquete-2023').focus()
    await page.keyboard.press('ArrowLeft')
    const chosen = page.getByRole('region', { name: 'enquete-2023' }).locator('output')
    await expect.poll(() => chosen.textContent()).not.toBe('')
    expect((await settledPicture(page, 'enquete-2023')).equals(own)).toBe(false)
    expect((await settledPicture(page, 'enquete-2025')).equals(other)).toBe(true)
    expect(await page.getByRole('region', { name: 'enquete-2025' }).locator('output').textContent()).toBe('')
    expect(new URL(page.url()).search).toBe('')
    await page.keyboard.press('Escape')
    await expect.poll(() => chosen.textContent()).toBe('')
    expect(opened.complaints).toEqual([])
  })

  test('one that is closed gives back what it drew with', async () => {
    await using opened = await maillage.open('/')
    const { page } = opened
    const whole = await drawnIn(page, 'enquete-2025')
    await drawnIn(page, 'enquete-2023')
    for (let held = 0; held <= contextsOfBrowser; held += contextsOfMap) {
      await page.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Open' }).click()
      await drawnIn(page, 'enquete-2023')
    }
    expect(await page.locator('.map-lost, .map-unavailable').count()).toBe(0)
    expect(await drawnIn(page, 'enquete-2025')).toEqual(whole)
    expect(opened.complaints).toEqual([])
  })

  async function actorsOf(wave: string): Promise<string[]> {
    const response = await fetch(new URL(`/api/territories/val-de-brume/network?wave=${wave}`, maillage.url))
    return networkSchema
      .parse(await response.json())
      .actors.map((id) => `actor:${id}`)
      .sort()
  }
})

function mapIn(page: Page, wave: string) {
  return page.getByRole('region', { name: wave }).locator('.map-canvas')
}

async function drawnIn(page: Page, wave: string) {
  const drawn = () => mapIn(page, wave).evaluate((element: HTMLElement) => element.drawn?.() ?? null)
  await expect.poll(async () => (await drawn())?.actors ?? 0, { timeout: 30_000 }).toBeGreaterThan(0)
  const known = await drawn()
  if (!known) throw new Error('The map does not say what it has drawn.')
  return known
}

/** A map once two pictures of it in a row are the same. */
async function settledPicture(page: Page, wave: string): Promise<Buffer> {
  const map = page.getByRole('region', { name: wave }).locator('.map')
  let last = await map.screenshot()
  for (;;) {
    await page.waitForTimeout(300)
    const next = await map.screenshot()
    if (next.equals(last)) return next
    last = next
  }
}
