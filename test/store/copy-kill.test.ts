import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copyTerritory } from '../../server/store/copy.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { launcher } from '../cli/maillage.ts'
import { expectSame, fillRecord } from './copying.ts'
import { draft, triangle } from './samples.ts'
import { temporary } from './temporary.ts'

test('killed at any of its commits, a copy is absent or whole, and the next try succeeds', async () => {
  await using folder = await temporary()
  const [source, target] = [join(folder.path, 'source.sqlite'), join(folder.path, 'target.sqlite')]
  await using memory = await openEmbeddedStore(':memory:')
  await fillRecord(memory)
  {
    await using from = await openEmbeddedStore(source)
    await copyTerritory('record', memory, from)
    await using to = await openEmbeddedStore(target)
    await to.create('beside', draft('k', triangle))
  }
  // Once something is staged: the commit that removes it, five of the copy, its positions, its renaming.
  for (const at of [3, 1, 8]) {
    expect(await killedCopy(source, target, { DIES_AT: `${at}` })).toBe('SIGKILL')
    expect(await shown(target)).toEqual(['beside'])
  }
  expect(await killedCopy(source, target, { DIES_AT: '8', DIES_AFTER: 'yes' })).toBe('SIGKILL')
  expect(await shown(target)).toEqual(['beside', 'record'])
  await using to = await openEmbeddedStore(target)
  await expectSame(memory, to, ['record'])
  expect(await copyTerritory('record', memory, to)).toBe(5)
}, 180_000)

/** The territories that whoever opens the file sees. */
async function shown(file: string): Promise<string[]> {
  await using store = await openEmbeddedStore(file)
  return (await store.list()).map(({ id }) => id)
}

/** The signal that ended a copy by the command line. */
async function killedCopy(source: string, target: string, fate: Record<string, string>) {
  const dying = new URL('./dying.ts', import.meta.url)
  const copy = ['copy', 'record', '--from', `sqlite:${source}`, '--to', `sqlite:${target}`]
  const child = spawn(process.execPath, ['--import', `${dying}`, launcher, ...copy], {
    env: { ...process.env, ...fate },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
  return child.signalCode
}
