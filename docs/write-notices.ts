import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { installed, type Package, shipped } from './dependencies.ts'

// Vite has written the notices of what it bundled, but for the worker that lays maps out; the server's follow.
const file = new URL('../dist/client/licences.txt', import.meta.url)
const told = readFileSync(file, 'utf8')
const untold = shipped(installed()).filter(({ name, version }) => !told.includes(`\n## ${name} - ${version} `))
appendFileSync(
  file,
  `\n# With the server, and in the layout of the map\n${untold.map(notice).join('')}\n# Data\n${['geography/outline', 'exchange/communes/communes'].map(sources).join('')}`,
)

/** Where data come from and under what licence, which their own first lines tell. */
function sources(table: string): string {
  const lines = readFileSync(new URL(`../server/${table}.tsv`, import.meta.url), 'utf8').split('\n')
  const head = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith('#')),
  )
  return `\n${head.map((line) => line.slice(2)).join('\n')}\n`
}

function notice({ name, version, licence, path }: Package): string {
  const folder = new URL(`../${path}/`, import.meta.url)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((each) => /^(?:licen[cs]e|copying|notice)/i.test(each))
    : []
  const texts = files.map((each) => `\n${readFileSync(new URL(each, folder), 'utf8').trim()}\n`)
  return `\n## ${name} - ${version} (${licence})\n${texts.join('')}`
}
