/**
 * Serves a store on the disk whose folder is given while that disk fills, as often as asked, and prints what happened as
 * JSON. The disk must be small and of its own: all of it is filled.
 */
import { readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { newKey, serving } from '../http/serving.ts'
import { draft, manyActors, putActor } from '../store/samples.ts'

const [, , disk = '', rounds = '1'] = argv
const found = { refused: 0, committed: 0, 'erased later': 0 }
const faults: string[] = []

for (let round = 0; round < Number(rounds); round++) {
  // From nothing left to as much as a few commits and their checkpoint take.
  await filled(round, 4_096 * ((round * 7) % 100))
  for (const name of readdirSync(disk)) rmSync(join(disk, name), { recursive: true })
}
console.log(JSON.stringify({ found, faults }))

async function filled(round: number, free: number): Promise<void> {
  const fault = (what: string) => faults.push(`round ${round}, ${free} bytes free: ${what}`)
  const file = join(disk, 'a.sqlite')
  const ballast = join(disk, 'ballast')
  const store = await openEmbeddedStore(file)
  await store.create('t', draft('k1', [...manyActors(300), putActor('aciéries', 'Aciéries Untel')]))
  await store.create('gone', draft('k1', manyActors(50)))
  {
    await using server = await serving({}, { store: () => store })
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - free), 1))
    let revision = 1
    let names = new Map<string, string>()
    /** Whether it was done; what is refused must be refused for want of room and leave all as it was. */
    const ask = async (method: 'POST' | 'DELETE', url: string, body?: object): Promise<boolean> => {
      const answer = await server.ask(method, url, body)
      if (answer.statusCode < 300) {
        found.committed += 1
        return true
      }
      const problem = answer.json()
      if (problem.code !== 'store_unavailable' || problem.details.reason !== 'disk_full')
        fault(`${url}: ${answer.body}`)
      found.refused += 1
      return false
    }
    const commit = async (changes: ReturnType<typeof putActor>[]) => {
      const isDone = await ask('POST', '/api/territories/t/changes', { base: revision, key: newKey(), changes })
      if (isDone) revision += 1
      return isDone
    }
    for (let turn = 0; turn < 6; turn++) {
      const changes = Array.from({ length: 1 + 40 * (turn % 3) }, (_, i) => putActor(`n${turn}-${i}`, `n° ${round}`))
      if (await commit(changes))
        names = new Map([...names, ...changes.map((_, i) => [`n${turn}-${i}`, `n° ${round}`] as const)])
    }
    const isForgotten = await ask('POST', '/api/territories/t/forget', { actor: 'aciéries', key: newKey() })
    if (isForgotten) revision += 1
    const isRemoved = await ask('DELETE', '/api/territories/gone')
    const isClean = () => !readFileSync(file).includes('Untel') && !readFileSync(`${file}-wal`).includes('Untel')
    const health = (await server.ask('GET', '/api/health')).json()
    if (health.status !== 'ok') fault('health says that the store does not answer')
    if (health.stillToErase) found['erased later'] += 1
    if (isForgotten && !health.stillToErase && !isClean()) fault('erased bytes are there and health does not say so')
    const listed = (await server.ask('GET', '/api/territories')).json()
    if (listed.some(({ id }: { id: string }) => id === 'gone') === isRemoved)
      fault('the list tells otherwise of a removal')
    if (listed.find(({ id }: { id: string }) => id === 't').revision !== revision)
      fault('the list tells another revision')

    rmSync(ballast)
    if (!(await commit([putActor('after')]))) fault('it refuses with room enough')
    if (store.stillToErase()) fault('it still has to erase with room enough')
    if (isForgotten && !isClean()) fault('erased bytes are still there')
    await expectState({ revision, names, isForgotten, isRemoved })
  }

  async function expectState(of: {
    revision: number
    names: ReadonlyMap<string, string>
    isForgotten: boolean
    isRemoved: boolean
  }): Promise<void> {
    await store.close()
    await using again = await openEmbeddedStore(file)
    const { revision, actors } = await again.load('t')
    if (revision !== of.revision) fault(`revision ${revision} of ${of.revision}`)
    for (const [id, name] of of.names) if (actors.get(id)?.name !== name) fault(`${id} is lost`)
    if (actors.size !== 300 + 1 + of.names.size + (of.isForgotten ? 0 : 1))
      fault('actors that nobody put, or that were forgotten')
    const ids = (await again.list()).map(({ id }) => id)
    if (ids.includes('gone') === of.isRemoved) fault('the removal is told otherwise after opening')
  }
}
