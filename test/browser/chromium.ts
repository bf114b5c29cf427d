import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Chromium is on this machine, null when it is not. */
export const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (path): path is string => path !== undefined && existsSync(path),
)

export const mustHaveChromium = process.env.CI === 'true'

if (!chromiumPath && !mustHaveChromium) {
  console.warn('Browser tests are skipped: no Chromium at /usr/bin/chromium nor at $CHROMIUM.')
}

/** Software WebGL, pinned so that two machines draw the same pixels; nothing goes out to the network. */
const flags = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** `more`: flags beside the usual ones. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  if (!chromiumPath) throw new Error('Chromium is missing: install it, or set CHROMIUM to its path.')
  return await chromium.launch({ executablePath: chromiumPath, args: [...flags, ...more] })
}
