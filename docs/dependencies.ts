import { readFileSync } from 'node:fs'

/** Where a package runs: with whoever serves, in the page, or only with whoever changes Maillage. */
type Place = 'server' | 'page' | 'tools'

/** Every direct dependency, where it runs and why it is there rather than code of ours. */
const reasons: Readonly<Record<string, readonly [Place, string]>> = {
  '@fastify/helmet': ['server', 'headers that keep a page from running what is not ours'],
  '@fastify/static': ['server', 'the built page, with ranges, types and safe paths'],
  '@fastify/swagger': ['server', 'the description of the API, from the schemas that check it'],
  '@fastify/swagger-ui': ['server', 'that description to read and try'],
  '@fastify/under-pressure': ['server', 'refuses early when the event loop lags'],
  'close-with-grace': ['server', 'ends on signals and faults once what is under way is answered'],
  '@expo-google-fonts/source-sans-3': [
    'server',
    'the typeface of the page as whole TrueType files, which PDF and PNG take in',
  ],
  '@resvg/resvg-wasm': ['server', 'makes PNG of SVG, on any machine: no compiled part'],
  commander: ['server', 'reads command lines and writes their help'],
  'csv-parse': ['server', 'reads CSV as spreadsheets write it'],
  'csv-stringify': ['server', 'writes CSV that spreadsheets read'],
  docx: ['server', 'writes documents that Word and LibreOffice open: styles, lists, language, pictures with words'],
  pptxgenjs: [
    'server',
    'writes presentations that PowerPoint and LibreOffice open: titles, pictures with words, speaker notes',
  ],
  fastify: ['server', 'HTTP: routes, hooks, limits'],
  'fastify-type-provider-zod': ['server', 'one schema for types, checks and description'],
  fflate: ['server', 'the zip archive of an export'],
  graphology: [
    'server',
    'the graph that sigma draws and that the layout works on; in tests a second opinion on measures',
  ],
  'graphology-layout-forceatlas2': ['server', 'places actors on the map, on screen and on paper'],
  'graphology-layout-noverlap': ['server', 'keeps them from covering each other'],
  hucre: ['server', 'writes workbooks with lists and frozen headers; reads those of Excel 97–2003'],
  'ical-generator': ['server', 'calendar files (RFC 5545) that every calendar reads'],
  lineclip: ['server', 'cuts shores and limits to what a map shows, on screen and on paper'],
  'lru-cache': ['server', 'keeps what was asked for last, up to so many bytes or so long'],
  'neo4j-driver': ['server', 'the Bolt protocol'],
  node: ['server', 'the pinned runtime, whatever Node the machine has'],
  'p-limit': ['server', 'so many at once, in the order asked'],
  pdfkit: ['server', 'writes PDF: shapes, texts, fonts within, and the tags that screen readers follow'],
  saxes: ['server', 'reads XML as it comes, and expands no entity'],
  zod: ['server', 'parses all that crosses a border; in the page too'],
  '@fontsource-variable/source-sans-3': ['page', 'a typeface with every French sign, served by us alone'],
  '@tanstack/react-query': ['page', 'keeps what was fetched, and asks again'],
  '@tanstack/react-router': ['page', 'addresses as typed places, whose parameters zod parses'],
  '@tanstack/react-virtual': ['page', 'the lines of a long table that are in sight, whatever the height of each'],
  'd3-scale': ['page', 'scales and ticks of the charts'],
  react: ['page', 'the components of the page'],
  'react-aria-components': ['page', 'lists, choices and dialogs that keyboards and screen readers can use'],
  'react-dom': ['page', 'the same in a browser'],
  'react-data-grid': ['page', 'a table of many rows to be mended as in a spreadsheet, by keyboard too'],
  sigma: ['page', 'draws the map with WebGL'],
  '@biomejs/biome': ['tools', 'format and lint'],
  '@types/d3-scale': ['tools', 'types'],
  '@types/lineclip': ['tools', 'types'],
  '@types/node': ['tools', 'types'],
  '@types/pdfkit': ['tools', 'types'],
  '@types/react': ['tools', 'types'],
  '@types/react-dom': ['tools', 'types'],
  '@vitejs/plugin-react': ['tools', 'JSX and hot reload in development'],
  assemblyscript: ['tools', 'compiles the kernel'],
  'axe-core': ['tools', 'finds what keeps people from reading a page'],
  'fast-check': ['tools', 'laws, tried on arbitrary territories'],
  'graphology-communities-louvain': ['tools', 'a second opinion in tests and measurements'],
  'graphology-cores': ['tools', 'a second opinion in tests'],
  'graphology-metrics': ['tools', 'a second opinion in tests and measurements'],
  'graphology-types': ['tools', 'types'],
  'pdfjs-dist': ['tools', 'reads in tests what PDF of ours say'],
  knip: ['tools', 'dead code and unused dependencies'],
  'playwright-core': ['tools', 'drives a browser in tests'],
  typescript: ['tools', 'types'],
  vite: ['tools', 'builds the page'],
  vitest: ['tools', 'tests'],
}

export interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Where it is installed, such as node_modules/zod. */
  readonly path: string
  /** Names of what it needs in turn. */
  readonly needs: readonly string[]
  /** Only for who changes Maillage, unless the page bundles it. */
  readonly isForTools: boolean
}

/** Licences that a package has in its LICENSE file and leaves out of its manifest. */
const unsaid: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** What package-lock.json installs. */
export function installed(): readonly Package[] {
  const { packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')) as Lock
  return Object.entries(packages).flatMap(
    ([path, { version = '', license = '?', dependencies = {}, dev, devOptional }]) => {
      const name = path.split('node_modules/').at(-1)
      if (!name) return []
      const needs = Object.keys(dependencies)
      const licence = license === '?' ? (unsaid[name] ?? '?') : license
      return [{ name, version, licence, path, needs, isForTools: Boolean(dev || devOptional) }]
    },
  )
}

/** What reaches those who run Maillage or open its page: the server's packages, the page's, and all that these need. */
export function shipped(packages: readonly Package[]): readonly Package[] {
  const byName = Map.groupBy(packages, ({ name }) => name)
  const waiting = direct(packages).flatMap(([{ name }, place]) => (place === 'page' ? [name] : []))
  const ofPage = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (ofPage.has(name)) continue
    ofPage.add(name)
    for (const { needs } of byName.get(name) ?? []) waiting.push(...needs)
  }
  return packages.filter(({ name, isForTools }) => !isForTools || ofPage.has(name))
}

/** Direct dependencies with place and reason; throws when one lacks them. */
function direct(packages: readonly Package[]): (readonly [Package, Place, string])[] {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const stray = Object.keys(reasons).filter((name) => !names.includes(name))
  if (stray.length > 0)
    throw new Error(`docs/dependencies.ts gives a reason for what is no dependency: ${stray.join(', ')}`)
  return names.map((name) => {
    const found = packages.find(({ path }) => path === `node_modules/${name}`)
    const reason = reasons[name]
    if (!found || !reason) throw new Error(`docs/dependencies.ts must say why ${name} is a dependency`)
    return [found, ...reason] as const
  })
}

/** docs/dependencies.md as it now is. */
export function dependenciesDocument(): string {
  const packages = installed()
  const all = direct(packages)
  const table = (place: Place) => [
    '| package | version | licence | why |',
    '|---|---|---|---|',
    ...all
      .filter(([, where]) => where === place)
      .sort(([a], [b]) => (a.name < b.name ? -1 : 1))
      .map(([{ name, version, licence }, , reason]) => `| ${name} | ${version} | ${licence} | ${reason} |`),
  ]
  const licences = Map.groupBy(shipped(packages), ({ licence }) => licence)
  return [
    '# Dependencies',
    '',
    'Written by `npx node docs/write-dependencies.ts` from `package.json` and `package-lock.json`; a test keeps it in step.',
    '',
    '## With the server',
    '',
    ...table('server'),
    '',
    '## In the page',
    '',
    ...table('page'),
    '',
    '## For those who change Maillage',
    '',
    ...table('tools'),
    '',
    '## Licences of all that is shipped',
    '',
    'What these need in turn is counted too. Their notices are `licences.txt`, beside the page.',
    '',
    '| licence | packages |',
    '|---|---|',
    ...[...licences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([licence, { length }]) => `| ${licence} | ${length} |`),
    '',
  ].join('\n')
}

interface Lock {
  readonly packages: Readonly<Record<string, Locked>>
}

interface Locked {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly dev?: true
  readonly devOptional?: true
}

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
