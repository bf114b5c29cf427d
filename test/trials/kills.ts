import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import type { Territory } from '../../server/domain/territory.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { applied, spelled } from '../domain/arbitrary.ts'
import { draft, manyActors } from '../store/samples.ts'
import { temporary } from '../store/temporary.ts'
import { changesOf } from '../store/writing.ts'
import type { Trial } from './trial.ts'

/** Where a kill is aimed: at the first announcement after so many commits, and so many milliseconds later. */
interface Aim {
  readonly at: 'writing' | 'committing' | 'checkpointing' | 'acknowledged'
  readonly after: number
  readonly late: number
}

const places = ['writing', 'committing', 'writing', 'committing', 'checkpointing', 'acknowledged'] as const

/** A writer is killed again and again, most often inside a transaction or a checkpoint, always on the same file. */
export const kills = {
  name: 'kills',
  rounds: 200,
  async run(rounds) {
    await using folder = await temporary()
    const file = join(folder.path, 'killed.sqlite')
    const found = { writing: 0, committing: 0, checkpointing: 0, resting: 0, acknowledged: 0 }
    const faults: string[] = []
    let before = await begin(file)
    for (let round = 0; round < rounds; round++) {
      const { doing, acknowledged } = await killedWriter(file, round, aimOf(round))
      found[doing] += 1
      found.acknowledged += acknowledged.length
      const { after, wrong } = await looked(file, before, acknowledged)
      faults.push(...wrong.map((what) => `round ${round}, while ${doing}: ${what}`))
      before = after
    }
    return { found, faults }
  },
} satisfies Trial

function aimOf(round: number): Aim {
  const at = places[round % places.length] ?? 'writing'
  const late = Math.floor((round % 30) / places.length) * (at === 'acknowledged' ? 30 : 2)
  // An odd number of commits before: the next one is large.
  return { at, after: 1 + 2 * (round % 3), late }
}

async function begin(file: string): Promise<Territory> {
  await using store = await openEmbeddedStore(file)
  await store.create('scratch', draft('k'))
  await store.create('t', draft('k', manyActors(200)))
  return store.load('t')
}

/** What a writer said before it was killed: the commits acknowledged, and what SQLite was doing at the end. */
async function killedWriter(file: string, run: number, aim: Aim) {
  const announce = new URL('../store/announce.ts', import.meta.url)
  const writer = new URL('../store/writer.ts', import.meta.url)
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
  if (child.signalCode !== 'SIGKILL') throw new Error(`the writer ended by itself: ${child.exitCode}`)
  return { acknowledged, doing }
}

/** The state that the file holds after a kill, and what of it is not that of whole commits, all the acknowledged ones among them. */
async function looked(file: string, before: Territory, acknowledged: readonly string[]) {
  await using store = await openEmbeddedStore(file)
  const wrong: string[] = []
  const mustBe = (holds: boolean, otherwise: string) => {
    if (!holds) wrong.push(otherwise)
  }
  const after = await store.load('t')
  const commits = (await store.history('t', { limit: after.revision - before.revision })).reverse()
  const keys = commits.map((commit) => commit.key)
  mustBe(isDeepStrictEqual(keys.slice(0, acknowledged.length), acknowledged), 'an acknowledged commit is lost')
  mustBe(keys.length - acknowledged.length <= 1, 'more than the commit under way is there')
  const expected = commits.reduce((state, { key, revision, changes }) => {
    mustBe(isDeepStrictEqual(changes, changesOf(key)), `commit ${key} is another`)
    mustBe(revision === state.revision + 1, `commit ${key} has another revision`)
    return { ...applied(state, changes), revision }
  }, before)
  mustBe(isDeepStrictEqual(spelled(after), spelled(expected)), 'the state is not that of its commits')
  const past = await store.load('t', before.revision)
  mustBe(isDeepStrictEqual(spelled(past), spelled(before)), 'the past is another')
  return { after, wrong }
}
