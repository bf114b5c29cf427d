import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPaths } from '../../server/cli/import.ts'
import { longFrom } from '../../server/exchange/long-table.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { draft, manyActors } from '../store/samples.ts'
import { temporary } from '../store/temporary.ts'
import { launcher } from './maillage.ts'

test('a long import that is stopped, or killed as it commits, leaves the store as it was; the next one is whole', async () => {
  await using folder = await temporary()
  const [store, ties] = [join(folder.path, 'm.sqlite'), join(folder.path, 'ties.csv')]
  const count = await writeTies(ties)
  {
    await using opened = await openEmbeddedStore(store)
    await opened.create('t', draft('k', manyActors(110)))
  }
  const stop = new AbortController()
  const stages: string[] = []
  const stopped = importPaths(
    [ties],
    { territory: 't' },
    { kind: 'sqlite', file: store },
    {
      notify: () => {},
      progress: ({ stage }) => {
        stages.push(stage)
        // As late as it can be: what is read is on its way to the store.
        if (stage === 'writing') stop.abort(new Error('stopped'))
      },
      signal: stop.signal,
    },
  )
  await expect(stopped).rejects.toThrow('stopped')
  expect(stages.at(-1)).toBe('writing')
  expect(await standing(store)).toEqual({ revision: 1, ties: 0 })
  expect(await killedImport(store, ties)).toBe('SIGKILL')
  expect(await standing(store)).toEqual({ revision: 1, ties: 0 })
  const follower = { notify: () => {}, progress: () => {}, signal: new AbortController().signal }
  const imported = await importPaths([ties], { territory: 't' }, { kind: 'sqlite', file: store }, follower)
  expect(imported.revision).toBe(2)
  expect(await standing(store)).toEqual({ revision: 2, ties: count })
}, 120_000)

/** Ties with notes so long that few rows make a long table. */
async function writeTies(file: string): Promise<number> {
  const note = 'x'.repeat(900)
  const rows = Array.from({ length: Math.ceil(longFrom / 900) }, (_, at) => {
    const from = at % 110
    return `a${from},a${(from + 1 + Math.floor(at / 110)) % 110},trust,w,${note}`
  })
  await writeFile(file, ['from,to,kind,wave,note', ...rows].join('\n'))
  return rows.length
}

async function standing(file: string) {
  await using store = await openEmbeddedStore(file)
  const [territory] = await store.list()
  return territory && { revision: territory.revision, ties: territory.ties }
}

/** The signal that ended an import at its one commit. */
async function killedImport(store: string, ties: string): Promise<string | null> {
  const dying = new URL('../store/dying.ts', import.meta.url)
  const child = spawn(process.execPath, ['--import', `${dying}`, launcher, 'import', ties, '--territory', 't'], {
    env: { ...process.env, MAILLAGE_STORE: `sqlite:${store}`, DIES_AT: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
  return child.signalCode
}
