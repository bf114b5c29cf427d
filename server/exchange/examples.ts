import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Change } from '../domain/change.ts'
import { emptyTerritory } from '../domain/territory.ts'
import { readCsv } from './csv.ts'

export interface Example {
  /** The name of its folder. */
  readonly id: string
  /** What makes it from an empty territory. */
  readonly changes: readonly Change[]
}

/** The territories that come with Maillage, in the order of ids. Throws on a file that does not read whole: they ship with us. */
export async function exampleTerritories(folder = examplesFolder()): Promise<Example[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory() && existsSync(`${folder}/${entry.name}/territory.csv`))
  return Promise.all(
    ids
      .map((entry) => entry.name)
      .sort()
      .map(async (id) => ({ id, changes: await readExample(folder, id) })),
  )
}

/** What an example is called, as its own settings say. */
export function exampleName({ id, changes }: Example): string {
  for (const change of changes) {
    if ('put' in change && change.put === 'setting' && change.value.key === 'name') return String(change.value.value)
  }
  return id
}

async function readExample(folder: string, id: string): Promise<readonly Change[]> {
  const names = (await readdir(`${folder}/${id}`)).filter((name) => name.endsWith('.csv'))
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(`${folder}/${id}/${name}`) })),
  )
  const { changes, refusals } = readCsv(files, emptyTerritory(id))
  if (refusals.length > 0) throw new Error(`example ${id}: ${JSON.stringify(refusals[0])}`)
  return changes
}

/** Beside server/ in a clone; in the package the JavaScript is a folder deeper, in dist/server/. */
function examplesFolder(): string {
  const [clone, packed] = ['../../examples', '../../../examples'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string]
  return existsSync(clone) ? clone : packed
}
