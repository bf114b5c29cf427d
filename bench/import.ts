import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { emptyTerritory } from '../server/domain/territory.ts'
import { readImport } from '../server/exchange/recognition/import.ts'
import { sourceSheets } from '../server/exchange/recognition/source-sheet.ts'
import { openEmbeddedStore } from '../server/store/embedded.ts'

/**
 * An import of so many actors and ties as the command line does it, beside a plain parse of the same bytes, in one run:
 * `npm run bench:import -- 20000 200000`. Tells seconds and the greatest memory of the process, in MiB.
 */
const [actors = 20_000, ties = 200_000] = process.argv.slice(2).map(Number)
const name = (id: number) => `Entreprise ${id.toString(36)}`
const actorRows = Array.from({ length: actors }, (_, id) => `a${id},${name(id)},entreprise,economie,local,true`)
const tieRows = Array.from({ length: ties }, (_, at) => {
  const from = at % actors
  // Steps that no two rows of one actor share, so that no tie is told twice.
  return `a${from},a${(from + 1 + Math.floor(at / actors)) % actors},cooperation,2025`
})
const texts = {
  'actors.csv': ['id,name,type,sphere,scope,inside', ...actorRows].join('\n'),
  'ties.csv': ['from,to,kind,wave', ...tieRows].join('\n'),
  'waves.csv': 'id,label,date,basis\n2025,2025,2025-01-01,documents',
}
const files = Object.entries(texts).map(([file, text]) => ({ name: file, bytes: new TextEncoder().encode(text) }))
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1)
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)

const parsing = performance.now()
let cells = 0
for (const { bytes } of files) for (const row of parse(Buffer.from(bytes)) as string[][]) cells += row.length
const parsed = { seconds: seconds(parsing), peak: peak() }

const reading = performance.now()
const { sheets } = await sourceSheets(files)
const { changes, refusals } = readImport(sheets, emptyTerritory('bench'))
const read = { seconds: seconds(reading), peak: peak() }

const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
const writing = performance.now()
try {
  await using store = await openEmbeddedStore(join(folder, 'bench.sqlite'))
  await store.create('bench', { key: 'bench', author: null, at: '2025-01-01T00:00:00.000Z', origin: 'import', changes })
  const written = { seconds: seconds(writing), peak: peak() }
  console.table({ 'plain parse': parsed, 'read and preview': read, 'one commit': written })
  console.log({ cells, changes: changes.length, refusals: refusals.slice(0, 3) })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
