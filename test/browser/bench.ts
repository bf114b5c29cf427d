/**
 * How fast the workbench answers hands: `npm run bench:workbench [-- ACTORS/TIES…]`, on a machine that does nothing else.
 *
 * First what people wait for on a map of some 120 actors (Val-de-Brume), each screen visited once before, so that the
 * server has told all it is asked: from the pointer going down until the page shows what it showed the first time (its
 * status line and what the canvas says it has drawn), plus two frames, which is when the eye has it. Eleven times each;
 * printed are the middle one and the slowest.
 *
 * Then how large maps move: the map is dragged in circles for five seconds, a pointer move every 16 ms, and the frames
 * the browser makes are counted by requestAnimationFrame, which waits for the drawing of the one before. A large map
 * moves as the picture it was drawn last, and is drawn anew when the hand rests, which here it does not. Printed are
 * frames per second, the longest pause between two, how long the first map took from the address on, and what the map
 * said meanwhile. The graphics are Chromium's own software renderer: a graphics card is many times faster.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { grownTerritory } from '../../bench/territory.ts'
import { start } from '../../server/main.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { launchChromium } from './chromium.ts'
import { drawnOn } from './maillage.ts'

const times = 11
const draggedMs = 5_000
const betweenMovesMs = 16
const viewport = { width: 1366, height: 768 }
const asked = process.argv.slice(2).map((size) => size.split('/').map(Number) as [number, number])
const sizes =
  asked.length > 0
    ? asked
    : ([
        [2_000, 10_000],
        [20_000, 100_000],
      ] as const)

const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
const file = join(folder, 'maillage.sqlite')
const config = { host: '127.0.0.1', port: 0, store: { kind: 'sqlite', file } } as const
try {
  // The first start brings the examples.
  await (await start(config, { logger: false })).close()
  const store = await openEmbeddedStore(file)
  const made = { author: null, at: new Date().toISOString(), origin: 'import' } as const
  for (const [actors, ties] of sizes) {
    const id = `grown-${actors}-${ties}`
    await store.create(id, { ...made, key: id, changes: grownTerritory(actors, ties) })
  }
  await store.close()

  const server = await start(config, { logger: false })
  const browser = await launchChromium()
  try {
    console.log(
      `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, Chromium ${browser.version()}, load ${loadavg()[0]?.toFixed(1)}`,
    )
    await interactions(browser, server.url)
    for (const [actors, ties] of sizes) await movement(browser, server.url, actors, ties)
  } finally {
    await browser.close()
    await server.close()
  }
} finally {
  await rm(folder, { recursive: true })
}

async function interactions(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport })
  await page.goto(new URL('/territories/val-de-brume/map', url).href)
  await drawnOn(page)
  await settled(page)
  const labels = await waves(page)
  console.log(`\nVal-de-Brume${''.padEnd(22)}${'middle'.padStart(10)}${'slowest'.padStart(10)}`)

  const toWave = (label: string) => async () => {
    await page.getByRole('button', { name: /Vague$/ }).click()
    return page.getByRole('option', { name: label })
  }
  await alternate(page, 'another wave', labels.slice(0, 2).map(toWave))
  const tab = (name: string) => async () => page.getByRole('link', { name, exact: true })
  await alternate(page, 'table → map', [tab('Tableau'), tab('Carte')], 1)
  await alternate(page, 'map → table', [tab('Carte'), tab('Tableau')], 1)
  await page.getByRole('link', { name: 'Carte', exact: true }).click()
  await settled(page)
  const sphere = async () => page.locator('.panel .legend-row').first()
  await alternate(page, 'a line of the legend', [sphere, sphere])
  await page.close()
}

type Target = () => Promise<ReturnType<Page['locator']>>

/**
 * Goes back and forth between two states and times each arrival, once both have been seen.
 *
 * @param only the one of the two that is timed; left out: both
 */
async function alternate(page: Page, name: string, targets: readonly Target[], only?: number): Promise<void> {
  const seen: string[] = []
  for (const target of targets) {
    await (await target()).click()
    seen.push(await settled(page))
  }
  const taken: number[] = []
  while (taken.length < times) {
    for (const [i, target] of targets.entries()) {
      const element = await target()
      await page.evaluate(watchArrival, seen[i] ?? '')
      await element.click()
      const ms = await page.evaluate(() => window.arrived)
      if (ms === undefined) throw new Error(`${name}: nothing was pressed`)
      if (only === undefined || only === i) taken.push(ms)
      await settled(page)
    }
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const shown = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((ms) => `${ms?.toFixed(0)} ms`.padStart(10))
  console.log(name.padEnd(34) + shown.join(''))
}

declare global {
  interface Window {
    /** Milliseconds from the next press of the pointer to what was waited for. */
    arrived?: Promise<number>
    state?: () => string
  }
}

/** In the page: from the next press on, looks at every frame whether the page shows a state. */
function watchArrival(wanted: string): void {
  window.arrived = new Promise((resolve) => {
    window.addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        const look = (now: number) => {
          if (window.state?.() === wanted)
            requestAnimationFrame(() => requestAnimationFrame((at) => resolve(at - timeStamp)))
          else if (now - timeStamp < 30_000) requestAnimationFrame(look)
          else resolve(Number.NaN)
        }
        requestAnimationFrame(look)
      },
      { capture: true, once: true },
    )
  })
}

/** What the page shows once it has been the same for half a second and nothing is on its way. */
async function settled(page: Page): Promise<string> {
  return await page.evaluate(async () => {
    window.state ??= () => {
      const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
      const busy = document.querySelector('[aria-busy=true]') !== null
      const { positions, ...counts } = document.querySelector<HTMLElement>('.map-canvas')?.drawn?.() ?? {}
      const rows = document.querySelectorAll('.table tbody tr').length
      const where = positions ? Object.values(positions).slice(0, 20) : []
      return busy ? '' : JSON.stringify([location.pathname, text('.status-line'), counts, where, rows])
    }
    const same = { state: '', since: performance.now() }
    while (same.state === '' || performance.now() - same.since < 500) {
      await new Promise(requestAnimationFrame)
      const state = window.state()
      if (state !== same.state) Object.assign(same, { state, since: performance.now() })
    }
    return same.state
  })
}

async function waves(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: /Vague$/ }).click()
  const labels = await page.getByRole('option').allTextContents()
  await page.keyboard.press('Escape')
  return labels
}

async function movement(browser: Browser, url: string, actors: number, ties: number): Promise<void> {
  const page = await browser.newPage({ viewport })
  page.setDefaultTimeout(300_000)
  const began = performance.now()
  await page.goto(new URL(`/territories/grown-${actors}-${ties}/map`, url).href)
  const drawn = await drawnOn(page)
  await page.locator('.map[aria-busy=false]').waitFor()
  const firstMs = performance.now() - began
  const box = await page.locator('.map-canvas').boundingBox()
  if (!box) throw new Error('there is no map')
  // Upon nothing but the map: a node under the pointer would be dragged instead.
  const [x, y] = [box.x + box.width - 12, box.y + box.height - 12]
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counted = page.evaluate(countFrames, draggedMs)
  const until = performance.now() + draggedMs
  for (let step = 0; performance.now() < until; step++) {
    await page.mouse.move(x - 150 + 150 * Math.cos(step / 20), y - 150 + 150 * Math.sin(step / 20))
    await new Promise((resolve) => setTimeout(resolve, betweenMovesMs))
  }
  const { frames, longestMs, said } = await counted
  await page.mouse.up()
  console.log(
    `\n${drawn.actors} actors, ${drawn.ties} ties: first map ${(firstMs / 1_000).toFixed(1)} s, ${((1_000 * frames) / draggedMs).toFixed(0)} frames a second, longest pause ${longestMs.toFixed(0)} ms, meanwhile: ${said || 'nothing said'}`,
  )
  await page.close()
}

/** In the page: frames made in so many milliseconds, and what the map said meanwhile. */
async function countFrames(ms: number): Promise<{ frames: number; longestMs: number; said: string }> {
  const began = performance.now()
  let [frames, longestMs, before, said] = [0, 0, began, '']
  while (performance.now() - began < ms) {
    const at = await new Promise<number>(requestAnimationFrame)
    frames++
    longestMs = Math.max(longestMs, at - before)
    before = at
    said = document.querySelector('.map-moving')?.textContent || said
  }
  return { frames, longestMs, said }
}
