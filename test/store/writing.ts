import type { Change } from '../../server/domain/change.ts'
import { manyTies } from './samples.ts'

/** What the writer commits under a key: one setting, or every other time two thousand ties too. */
export function changesOf(key: string): Change[] {
  const turn = Number(key.split('.')[1])
  const setting: Change = { put: 'setting', value: { key, value: turn } }
  if (turn % 2 === 0) return [setting]
  const ties = manyTies(2_000, 200).map((change): Change => {
    return 'put' in change && change.put === 'tie' ? { put: 'tie', value: { ...change.value, note: key } } : change
  })
  return [setting, ...ties]
}
