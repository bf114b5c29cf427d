import { rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { areLong, readLongFiles } from '../server/answer/long-import.ts'
import { emptyTerritory } from '../server/domain/territory.ts'
import { readImport } from '../server/exchange/recognition/import.ts'
import { sourceSheets } from '../server/exchange/recognition/source-sheet.ts'
import { openEmbeddedStore } from '../server/store/embedded.ts'

/**
 * An import of so many actors and ties as the command line does it, beside a plain parse of the same bytes, in one run:
 * `npm run bench:import -- 100000 1000000`. Tells seconds of the processor, the greatest memory of the process up to then in MiB, and how many times as long as the
 * plain parse reading and writing take. Long files are read in parts, as they are by everybody.
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
/** Of the processor, on all threads: what else the machine does does not count. */
const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const seconds = (since: number) => ((processorMs() - since) / 1000).toFixed(1)
const peak = () => Math.round(process.resourceUsage().maxRSS / 1024)

const parsing = processorMs()
let cells = 0
for (const { bytes } of files) for (const row of parse(Buffer.from(bytes)) as string[][]) cells += row.length
const parsed = { seconds: seconds(parsing), peak: peak() }

const isInParts = areLong(files)
const reading = processorMs()
const territory = emptyTerritory('bench')
const read = isInParts ? await readLongFiles(territory, files, {}, () => {}) : await readWhole()
const known = { seconds: seconds(reading), peak: peak() }

const folder = await mkdtemp(join(tmpdir(), 'maillage-bench-'))
const file = join(folder, 'bench.sqlite')
const draft = { key: 'bench', author: null, at: '2025-01-01T00:00:00.000Z', origin: 'import' as const }
try {
  const writing = processorMs()
  {
    await using store = await openEmbeddedStore(file)
    if ('packed' in read) await store.commitLong('bench', 0, { ...draft, packed: read.packed })
    else await store.create('bench', { ...draft, changes: read.changes })
  }
  const written = { seconds: seconds(writing), peak: peak() }
  const loading = processorMs()
  {
    await using store = await openEmbeddedStore(file)
    await store.load('bench')
  }
  const loaded = { seconds: seconds(loading), peak: peak() }
  console.table({ 'plain parse': parsed, 'read and preview': known, 'one commit': written, 'open and load': loaded })
  const ratio = ((Number(known.seconds) + Number(written.seconds)) / Number(parsed.seconds)).toFixed(1)
  const fileMiB = Math.round(statSync(file).size / 1024 ** 2)
  const changes = typeof read.changes === 'number' ? read.changes : read.changes.length
  console.log({ cells, changes, isInParts, ratio, fileMiB })
  console.log({ refusals: read.refusals.slice(0, 3) })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function readWhole() {
  const { sheets } = await sourceSheets(files)
  return readImport(sheets, territory)
}
