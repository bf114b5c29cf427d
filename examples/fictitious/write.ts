import { mkdir, writeFile } from 'node:fs/promises'
import { territoryToCsv } from '../../server/exchange/csv.ts'
import { valDeBrume } from './val-de-brume.ts'

// npx node examples/fictitious/write.ts: writes the fictitious example anew after its generator changed.
const { territory } = valDeBrume()
const folder = new URL(`../${territory.id}/`, import.meta.url)
await mkdir(folder, { recursive: true })
for (const [file, text] of territoryToCsv(territory)) await writeFile(new URL(file, folder), text)
