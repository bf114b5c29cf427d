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
  /** Folder of the page that is served. */
  readonly pages: string
  open(path: string, options?: BrowserContextOptions): Promise<Opened>
  /** Imports files, which make the territory where it is not there yet. */
  import(id: string, files: Readonly<Record<string, string>>): Promise<void>
}

export interface Opened extends AsyncDisposable {
  readonly page: Page
  /** Everything the page complained about: uncaught errors, errors on the console, breaches of its policy. */
  readonly complaints: string[]
}

/** `root`: the folder whose page is served, when not the client's own. */
export async function openMaillage({ root }: { readonly root?: string } = {}): Promise<Maillage> {
  await using opened = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'maillage-browser-'))
  opened.defer(() => rm(folder, { recursive: true, force: true }))
  const pages = await built(root)
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
    pages,
    open: (path, options) => openPage(browser, new URL(path, server.url).href, options),
    import: (id, files) => importFiles(server.url, id, files),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

const builds = new Map<string, Promise<string>>()

/** Folder of the page of `root`, built once for all tests of this process. */
function built(root = ''): Promise<string> {
  const begun = builds.get(root) ?? buildFrom(root)
  builds.set(root, begun)
  return begun
}

async function buildFrom(root: string): Promise<string> {
  const pages = await mkdtemp(join(tmpdir(), 'maillage-pages-'))
  await build({ logLevel: 'error', ...(root && { root }), build: { outDir: pages, emptyOutDir: true } })
  return pages
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

async function importFiles(url: string, id: string, files: Readonly<Record<string, string>>): Promise<void> {
  const ask = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await fetch(new URL(path, url), {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok && response.status !== 404) throw new Error(await response.text())
    return response
  }
  const path = `/api/territories/${id}`
  if ((await ask('GET', path)).status === 404) await ask('POST', '/api/territories', { id, key: crypto.randomUUID() })
  const { revision } = await (await ask('GET', path)).json()
  await ask('POST', `${path}/import`, {
    files: Object.entries(files).map(([name, content]) => ({ name, content, encoding: 'utf8' })),
    commit: { base: revision, key: crypto.randomUUID() },
  })
}

/** Another browser, with flags beside the usual ones. */
export async function openChromium(flags: readonly string[]) {
  const browser = await launchChromium(flags)
  return {
    openAt: (url: string) => openPage(browser, url),
    [Symbol.asyncDispose]: () => browser.close(),
  }
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
