import { exampleName, exampleTerritories } from '../exchange/examples.ts'
import { Problem } from '../problem.ts'
import type { DistantStore } from '../store/distant.ts'
import { type Bytes, jsonBytes } from './bytes.ts'

/** JSON of what the examples are called. */
export async function examplesTold(): Promise<Bytes> {
  const examples = await exampleTerritories()
  return jsonBytes(examples.map((example) => ({ id: example.id, name: exampleName(example) })))
}

/** JSON of the commit that makes an example anew. Refuses `unknown_territory` where none is called so, and like the store where it is there. */
export async function exampleBroughtBack(
  { example: id, at }: { readonly example: string; readonly at: string },
  store: DistantStore,
): Promise<Bytes> {
  const example = (await exampleTerritories()).find((each) => each.id === id)
  if (!example) throw new Problem('unknown_territory', { territory: id })
  const { changes } = example
  return jsonBytes(await store.create(id, { key: `example-${id}`, author: null, at, origin: 'import', changes }))
}
