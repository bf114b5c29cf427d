import { expect, test } from 'vitest'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import type { Store } from '../../server/store/store.ts'
import { empty, onEveryServer } from '../neo4j/servers.ts'
import { draft, manyActors, manyTies } from './samples.ts'

const commits = 40
const tiesPerCommit = 200
const ties = manyTies(commits * tiesPerCommit, 300)

onEveryServer((server, driver) => {
  test('who reads while another commits sees each commit whole or not at all', async () => {
    await empty(driver)
    await using writer = await openNeo4jStore(server)
    await writer.create('t', draft('k1', manyActors(300)))
    const told: { asked: string; revision: number; ties: number }[] = []
    let writing = true

    const listen = async () => {
      await using reader = await openNeo4jStore(server)
      while (writing) {
        const { revision, ties } = await reader.load('t')
        told.push({ asked: 'load', revision, ties: ties.size })
        for (const summary of await reader.list()) told.push({ ...summary, asked: 'list' })
        const [newest, ...earlier] = await reader.history('t', { limit: 5 })
        expect(earlier.map((commit) => commit.revision)).toEqual(earlier.map((_, i) => (newest?.revision ?? 0) - 1 - i))
      }
    }
    /** Knows nothing yet each time, so it reads the whole graph. */
    const listenAnew = async () => {
      while (writing) {
        await using reader = await openNeo4jStore(server)
        const { revision, ties } = await reader.load('t')
        told.push({ asked: 'load anew', revision, ties: ties.size })
      }
    }
    await Promise.all([write(writer).finally(() => (writing = false)), listen(), listen(), listenAnew()])

    expect(told.filter(({ revision, ties }) => ties !== (revision - 1) * tiesPerCommit)).toEqual([])
    expect(new Set(told.map(({ asked }) => asked))).toEqual(new Set(['load', 'list', 'load anew']))
  }, 60_000)
})

async function write(store: Store): Promise<void> {
  for (let turn = 0; turn < commits; turn++) {
    const changes = ties.slice(turn * tiesPerCommit, (turn + 1) * tiesPerCommit)
    await store.commit('t', turn + 1, draft(`turn-${turn}`, changes))
  }
}
