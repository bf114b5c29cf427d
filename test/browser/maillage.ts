import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import type { Drawn } from '../../client/map/stage.ts'
import { start } from '../../server/main.ts'
import { launchChromium } from './chromium.ts'

/** The real server on a new store with the examples, the client as it is now, and a browser in front of them. */
export interface Maillage extends AsyncDisposable {
  readonly url: string
  readonly browser: Browser
  open(path: string, options?: BrowserContextOptions): Promise<Opened>
}

export interface Opened extends AsyncDisposable {
  readonly page: Page
  /** Everything the page complained about: uncaught errors, errors on the console, breaches of its policy. */
  readonly complaints: string[]
}

export async function openMaillage(): Promise<Maillage> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'maillage-browser-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const pages = join(folder, 'client')
  await build({ logLevel: 'error', build: { outDir: pages, emptyOutDir: true } })
  const server = await start(
    { host: '127.0.0.1', port: 0, store: { kind: 'sqlite', file: join(folder, 'maillage.sqlite') } },
    { logger: false, pages },
  )
  opened.defer(() => server.close())
  const browser = await launchChromium()
  opened.defer(() => browser.close())
  const everything = opened.move()
  return {
    url: server.url,
    browser,
    open: (path, options) => openPage(browser, new URL(path, server.url).href, options),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

/** Waits until the map has drawn something, and says what. */
export async function drawnOn(page: Page): Promise<Drawn> {
  const map = page.locator('.map-canvas')
  await page.waitForFunction(() => {
    const element = document.querySelector<HTMLElement>('.map-canvas')
    return (element?.drawn?.().actors ?? 0) > 0
  })
  return await map.evaluate((element: HTMLElement) => {
    if (!element.drawn) throw new Error('The map does not say what it has drawn.')
    return element.drawn()
  })
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`policy: ${violatedDirective} forbids ${blockedURI}`),
    )
  })
  await page.goto(url)
  await page.locator('#content:not(.waiting)').waitFor()
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() }
}
