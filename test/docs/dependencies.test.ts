import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dependenciesDocument, installed, shipped } from '../../docs/dependencies.ts'

test('docs/dependencies.md holds every dependency with its licence and reason: npx node docs/write-dependencies.ts', () => {
  expect(readFileSync(new URL('../../docs/dependencies.md', import.meta.url), 'utf8')).toBe(dependenciesDocument())
})

test('whatever is shipped may be given on under the AGPL', () => {
  const compatible = new Set([
    'MIT',
    'ISC',
    'Apache-2.0',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    '0BSD',
    'MPL-2.0',
    'OFL-1.1',
    'Unlicense',
    'MIT AND OFL-1.1',
    '(MIT AND Zlib)',
    '(MIT OR GPL-3.0-or-later)',
  ])
  expect(shipped(installed()).filter(({ licence }) => !compatible.has(licence))).toEqual([])
})

test('what the layout of the map needs is shipped with the page, what only tests need is not', () => {
  const names = new Set(shipped(installed()).map(({ name }) => name))
  for (const name of [
    'graphology-layout-forceatlas2',
    'graphology-layout-noverlap',
    'react-dom',
    'scheduler',
    'fastify',
    'zod',
  ]) {
    expect(names).toContain(name)
  }
  for (const name of ['vitest', 'playwright-core', 'typescript']) expect(names).not.toContain(name)
})

test('the container has the licence', () => {
  const container = readFileSync(new URL('../../Dockerfile', import.meta.url), 'utf8')
  expect(container).toMatch(/^COPY --from=built .*\bLICENSE\b/m)
})

const notices = new URL('../../dist/client/licences.txt', import.meta.url)
test.runIf(existsSync(notices))('the built page stands beside the notices of all that is shipped', () => {
  const told = readFileSync(notices, 'utf8')
  const untold = shipped(installed()).filter(({ name, version }) => !told.includes(`\n## ${name} - ${version} `))
  expect(untold).toEqual([])
  expect(told).toContain('GSHHG 2.3.7')
  expect(told).toContain('GeoNames (CC BY 4.0)')
})
