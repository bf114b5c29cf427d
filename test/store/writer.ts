/** Commits to the store in the file given, without end, and says of each commit when it was acknowledged. Meant to be killed. */
import { writeSync } from 'node:fs'
import { argv } from 'node:process'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { draft } from './samples.ts'
import { changesOf } from './writing.ts'

const [, , file = ':memory:', run = '0'] = argv
const store = await openEmbeddedStore(file)

for (let i = 0; ; i++) {
  const { revision } = await store.load('t')
  const key = `${run}.${i}`
  await store.commit('t', revision, draft(key, changesOf(key)))
  writeSync(1, `acknowledged ${key}\n`)
  // Erasing ends with a checkpoint of the write-ahead log.
  if (i % 3 === 2) await store.forget('scratch', 'nobody', { ...draft(key), origin: 'forget' })
}
