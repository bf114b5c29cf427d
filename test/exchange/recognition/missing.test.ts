import { expect, test } from 'vitest'
import type { Territory } from '../../../server/domain/territory.ts'
import { territoryToCsv } from '../../../server/exchange/csv.ts'
import { territoryOf, ties } from '../../network/draw.ts'
import { after } from '../fixture.ts'
import { importOf } from './imported.ts'

const territory = territoryOf(ties('a-b b-c c-d'))

/** An export from which somebody took rows. */
function edited(isKept: (file: string, line: string) => boolean): Record<string, string> {
  const files = [...territoryToCsv(territory)].filter(([file]) => file === 'actors.csv' || file === 'ties.csv')
  return Object.fromEntries(
    files.map(([file, text]) => [
      file,
      text
        .split('\r\n')
        .filter((line) => isKept(file, line))
        .join('\r\n'),
    ]),
  )
}

const idsOf = ({ actors }: Territory) => [...actors.keys()].sort()

test('what an edited export holds no more is told, and removed only when somebody says so', () => {
  const files = edited((_, line) => !line.startsWith('d,') && !/,d,|d,c|c,d/.test(line))
  const told = importOf(files, {}, territory)
  expect(told.missing.facts.map(({ noun, names }) => [noun, names])).toEqual([
    ['actor', ['d']],
    ['tie', ['c', 'd']],
  ])
  expect(told.changes).toEqual([])
  const removed = after(territory, importOf(files, { plan: { missing: 'removed' } }, territory).changes)
  expect(idsOf(removed)).toEqual(['a', 'b', 'c'])
  expect(removed.ties.size).toBe(2)
})

test('whoever is still named stays, and that is told', () => {
  const files = edited((file, line) => file !== 'actors.csv' || !line.startsWith('d,'))
  const read = importOf({ 'actors.csv': files['actors.csv'] ?? '' }, { plan: { missing: 'removed' } }, territory)
  expect(read.missing).toEqual({ facts: [], used: 1 })
  expect(read.changes).toEqual([])
})

test('a table of which a row is refused removes nothing: that row may be the one', () => {
  const files = edited((_, line) => !line.startsWith('d,') && !/c,d/.test(line))
  const actors = `${files['actors.csv']?.trimEnd()}\r\n${'é'.repeat(300)},,,,,,\r\n`
  const read = importOf({ ...files, 'actors.csv': actors }, { plan: { missing: 'removed' } }, territory)
  expect(read.missing.facts.filter(({ noun }) => noun === 'actor')).toEqual([])
})

test('files that were never ours remove nothing', () => {
  const read = importOf({ 'liste.csv': 'Structure;Type\nCCI;entreprise' }, { plan: { missing: 'removed' } }, territory)
  expect(read.missing).toEqual({ facts: [], used: 0 })
})
