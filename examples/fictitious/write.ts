import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { territoryToCsv } from '../../server/exchange/csv.ts'
import { valDeBrume } from './val-de-brume.ts'
import { worldOf } from './world.ts'

// npx node examples/fictitious/write.ts: writes the fictitious example anew after its generator changed.
// npx node examples/fictitious/write.ts FOLDER SEED: writes another such territory, and prints what is hidden there.
const [given, seed] = process.argv.slice(2)
const { territory, planted } = seed === undefined ? valDeBrume() : worldOf(seed)
const folder = given ?? fileURLToPath(new URL(`../${territory.id}/`, import.meta.url))
await mkdir(folder, { recursive: true })
for (const [file, text] of territoryToCsv(territory)) await writeFile(join(folder, file), text)
if (seed !== undefined) {
  const { club, excluded, broker, fading, projectWithoutPilot } = planted
  console.log(JSON.stringify({ club, excluded, broker, fading, projectWithoutPilot }))
}
