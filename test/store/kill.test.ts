import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import type { Territory } from '../../server/territory/territory.ts'
import { applied, spelled } from '../territory/arbitrary.ts'
import { draft, manyActors } from './samples.ts'
import { changesOf } from './writing.ts'

/** Where a kill is aimed: at the first announcement after so many commits, and so many milliseconds later. */
interface Aim {
  readonly at: 'writing' | 'committing' | 'checkpointing' | 'acknowledged'
  readonly after: number
  readonly late: number
}

const kills = 30
const places = ['writing', 'committing', 'writing', 'committing', 'checkpointing', 'acknowledged'] as const
const aims: readonly Aim[] = Array.from({ length: kills }, (_, i) => {
  const at = places[i % places.length] ?? 'writing'
  // An odd number of commits before: the next one is large.
  return { at, after: 1 + 2 * (i % 3), late: Math.floor(i / places.length) * (at === 'acknowledged' ? 30 : 2) }
})

test('thirty kills lose no acknowledged commit and leave no half of one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maillage-'))
  try {
    const file = join(folder, 'killed.sqlite')
    let expected = await begin(file)
    let acknowledged = 0
    const struck = { writing: 0, committing: 0, checkpointing: 0, resting: 0 }
    for (const [run, aim] of aims.entries()) {
      const told = await killedWriter(file, run, aim)
      struck[told.doing] += 1
      acknowledged += told.acknowledged.length
      expected = await verified(file, expected, told.acknowledged)
    }
    const inside = kills - struck.resting
    console.log(`${kills} kills, ${inside} inside a transaction or checkpoint:`, struck, `${acknowledged} commits kept`)
    expect(inside).toBeGreaterThanOrEqual(10)
    expect(acknowledged).toBeGreaterThanOrEqual(kills)
  } finally {
    await rm(folder, { recursive: true })
  }
}, 120_000)

async function begin(file: string): Promise<Territory> {
  await using store = await openEmbeddedStore(file)
  await store.create('scratch', draft('k'))
  await store.create('t', draft('k', manyActors(200)))
  return store.load('t')
}

/** What a writer said before it was killed: the commits acknowledged, and what SQLite was doing at the end. */
async function killedWriter(file: string, run: number, aim: Aim) {
  const announce = new URL('./announce.ts', import.meta.url)
  const writer = new URL('./writer.ts', import.meta.url)
  const program = ['--import', `${announce}`, fileURLToPath(writer), file, String(run)]
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  const acknowledged: string[] = []
  let doing: 'writing' | 'committing' | 'checkpointing' | 'resting' = 'resting'
  let aimed = false
  for await (const line of createInterface(child.stdout)) {
    const [word = '', key = ''] = line.split(' ')
    if (word === 'acknowledged') acknowledged.push(key)
    else if (word === 'writing' || word === 'committing' || word === 'checkpointing' || word === 'resting') doing = word
    if (!aimed && acknowledged.length >= aim.after && word === aim.at) {
      aimed = true
      void pause(aim.late).then(() => child.kill('SIGKILL'))
    }
  }
  await closed
  expect(child.signalCode).toBe('SIGKILL')
  return { acknowledged, doing }
}

/** The state that the file holds after a kill; fails unless it is that of whole commits, all the acknowledged ones among them. */
async function verified(file: string, before: Territory, acknowledged: readonly string[]): Promise<Territory> {
  await using store = await openEmbeddedStore(file)
  const found = await store.load('t')
  const commits = (await store.history('t', { limit: found.revision - before.revision })).reverse()
  const keys = commits.map((commit) => commit.key)
  expect(keys.slice(0, acknowledged.length)).toEqual(acknowledged)
  // One more may have reached the disk before its acknowledgement was said.
  expect(keys.length - acknowledged.length).toBeLessThanOrEqual(1)

  const expected = commits.reduce((state, { key, revision, changes }) => {
    expect(isDeepStrictEqual(changes, changesOf(key))).toBe(true)
    expect(revision).toBe(state.revision + 1)
    return { ...applied(state, changes), revision }
  }, before)
  expect(isDeepStrictEqual(spelled(found), spelled(expected))).toBe(true)
  expect(isDeepStrictEqual(spelled(await store.load('t', before.revision)), spelled(before))).toBe(true)
  return expected
}
