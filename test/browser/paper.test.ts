import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const screens = [
  '/',
  '/territories/val-de-brume/map',
  '/territories/val-de-brume/map?actor=forges-drouvillet',
  '/territories/val-de-brume/table',
  '/territories/val-de-brume/findings?page=list',
  '/territories/val-de-brume/findings?page=profile',
  '/territories/val-de-brume/changes',
  '/territories/val-de-brume/data',
]

describe.runIf(chromiumPath)('the page fits', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test.each(screens)(
    '%s, 820, 390 and 320 wide: nothing of its head overlaps, nothing reaches beyond',
    async (path) => {
      await using opened = await maillage.open(path, { viewport: { width: 820, height: 844 } })
      const { page } = opened
      for (const width of [820, 390, 320]) {
        await page.setViewportSize({ width, height: 844 })
        await page.waitForFunction((wide) => window.innerWidth === wide, width)
        await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
        const { overlaps, beyond } = await page.evaluate(() => {
          const items = [...document.querySelectorAll('.brand, .masthead-name, .screens a, .search, .language')]
          const boxes = items.map((item) => ({
            name: item.className || item.textContent,
            box: item.getBoundingClientRect(),
          }))
          const met = boxes.flatMap((a, i) =>
            boxes
              .slice(i + 1)
              .filter(
                (b) =>
                  a.box.left < b.box.right - 0.5 &&
                  b.box.left < a.box.right - 0.5 &&
                  a.box.top < b.box.bottom - 0.5 &&
                  b.box.top < a.box.bottom - 0.5,
              )
              .map((b) => `${a.name} ${b.name}`),
          )
          // What is wider than the screen scrolls within a box that is not.
          const framed = [...document.querySelectorAll('.stage, .stage > *, .table-scroll')].map((item) => ({
            name: item.className,
            box: item.getBoundingClientRect(),
          }))
          const out = [...boxes, ...framed]
            .filter(({ box }) => box.left < 0 || box.right > window.innerWidth)
            .map(({ name }) => name)
          const scroll = document.documentElement.scrollWidth - window.innerWidth
          return { overlaps: met, beyond: [...out, ...(scroll > 0 ? [`the page by ${scroll}`] : [])] }
        })
        expect({ width, overlaps, beyond }).toEqual({ width, overlaps: [], beyond: [] })
      }
    },
  )

  test.each(['portrait', 'landscape'])('a sheet of paper, %s: the whole map with its legend and basis', async (way) => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    const drawn = await drawnOn(page)
    const onPaper = await printed(page, way === 'landscape')
    expect(onPaper.pages).toBe(1)
    const map = await atPrint(page, way === 'landscape', () => ({
      nodes: document.querySelectorAll('.map-picture path[transform]').length,
      cut: [...document.querySelectorAll('.map-picture path[transform], .map-picture text')].filter((mark) => {
        const frame = mark.closest('svg')?.getBoundingClientRect()
        const box = mark.getBoundingClientRect()
        return (
          !frame || box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom
        )
      }).length,
      legend: [...document.querySelectorAll<HTMLElement>('.panel .legend-name')].filter((name) => name.offsetHeight > 0)
        .length,
      basis: document.querySelector<HTMLElement>('.status-line')?.innerText ?? '',
      wide: document.documentElement.scrollWidth - window.innerWidth,
    }))
    expect(map).toMatchObject({ nodes: drawn.actors, cut: 0, wide: 0 })
    expect(map.legend).toBeGreaterThan(3)
    expect(map.basis).toContain('d’après les documents de 2019')
    // Back on screen, the map moves as before.
    await page.locator('.map-picture').waitFor({ state: 'detached' })
    expect(await drawnOn(page)).toEqual(drawn)
  })

  test.each([
    ['the table', '/territories/val-de-brume/table', 'tbody tr'],
    ['the findings', '/territories/val-de-brume/findings?page=list', '.finding'],
    ['the method', '/territories/val-de-brume/findings?page=method', '.thresholds tbody tr'],
  ])('paper, however long: %s', async (_, path, line) => {
    await using opened = await maillage.open(path)
    const { page } = opened
    await page.locator(line).first().waitFor({ state: 'attached' })
    const { pages } = await printed(page, false)
    expect(pages).toBeGreaterThan(1)
    const { cut, wide } = await atPrint(
      page,
      false,
      (selector) => {
        const clips = (element: Element | null): boolean => {
          if (!element || element === document.documentElement) return false
          const { overflowY, overflowX } = getComputedStyle(element)
          const hides = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1
          const narrow = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
          return hides || narrow || clips(element.parentElement)
        }
        return {
          cut: [...document.querySelectorAll(selector)].filter((each) => clips(each.parentElement)).length,
          wide: document.documentElement.scrollWidth - window.innerWidth,
        }
      },
      line,
    )
    expect({ cut, wide }).toEqual({ cut: 0, wide: 0 })
  })

  async function printed(page: Page, landscape: boolean) {
    const pdf = (await page.pdf({ format: 'A4', landscape, preferCSSPageSize: false })).toString('latin1')
    return { pages: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length }
  }

  /** What the page is while it lies on paper of the width of A4 within its margins. */
  async function atPrint<T, A = void>(page: Page, landscape: boolean, ask: (given: A) => T, given?: A): Promise<T> {
    const size = page.viewportSize()
    await page.setViewportSize(landscape ? { width: 1032, height: 703 } : { width: 703, height: 1032 })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    const told = await page.evaluate(ask as (given: unknown) => T, given)
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await page.emulateMedia({ media: 'screen' })
    if (size) await page.setViewportSize(size)
    return told
  }
})
