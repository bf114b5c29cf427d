import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { installed, type Package, shipped } from './dependencies.ts'

// Vite has written the notices of what it bundled, but for the worker that lays maps out; the server's follow.
const file = new URL('../dist/client/licences.txt', import.meta.url)
const told = readFileSync(file, 'utf8')
const untold = shipped(installed()).filter(({ name, version }) => !told.includes(`\n## ${name} - ${version} `))
appendFileSync(file, `\n# With the server, and in the layout of the map\n${untold.map(notice).join('')}`)

function notice({ name, version, licence, path }: Package): string {
  const folder = new URL(`../${path}/`, import.meta.url)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((each) => /^(?:licen[cs]e|copying|notice)/i.test(each))
    : []
  const texts = files.map((each) => `\n${readFileSync(new URL(each, folder), 'utf8').trim()}\n`)
  return `\n## ${name} - ${version} (${licence})\n${texts.join('')}`
}
