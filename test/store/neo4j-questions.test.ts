import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { exampleTerritories } from '../../server/exchange/examples.ts'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { empty, inDatabase, onEveryServer, waysOf } from '../neo4j/servers.ts'
import { draft } from './samples.ts'

const page = readFileSync(new URL('../../docs/neo4j.md', import.meta.url), 'utf8')

interface Question {
  readonly title: string
  readonly cypher: string
  /** Rows of cells, the names of the columns first. */
  readonly answer: readonly (readonly string[])[]
}

/** A heading with a number, then a block of Cypher, then a table. */
const questions: readonly Question[] = page.split(/^### /m).flatMap((section) => {
  const [, title = '', cypher = '', table = ''] =
    /^(\d+\. .*)\n[\s\S]*?^```cypher\n([\s\S]*?)^```\n\n((?:^\|.*\n)+)/m.exec(section) ?? []
  if (title === '') return []
  const rows = table
    .trim()
    .split('\n')
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
  return [{ title, cypher, answer: rows.filter((_, index) => index !== 1) }]
})

test('there are thirteen questions', () => {
  expect(questions.map(({ title }) => Number.parseInt(title, 10))).toEqual(Array.from({ length: 13 }, (_, i) => i + 1))
})

onEveryServer((server, driver) => {
  beforeAll(async () => {
    await empty(driver)
    await using store = await openNeo4jStore(server)
    for (const { id, changes } of await exampleTerritories()) await store.create(id, draft('example', changes))
  })

  describe('the page answers', () => {
    test.each(questions.map((question) => [question.title, question] as const))('%s', async (_, { cypher, answer }) => {
      const rows = await inDatabase(driver, cypher)
      const told = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row).map(cell))]
      expect(told).toEqual(answer)
      expect(rows.length).toBeGreaterThan(0)
    })
  })

  describe('an index answers', () => {
    // A database counts what its indexes hold now and then; here at once.
    beforeAll(() => inDatabase(driver, 'CALL db.prepareForReplanning(60)'))

    test.each(questions.map((question) => [question.title, question] as const))('%s', async (_, { cypher }) => {
      const ways = await waysOf(driver, cypher)
      expect(ways).toContainEqual(expect.stringContaining('IndexSeek'))
      expect(ways).not.toContainEqual(expect.stringContaining('Scan'))
    })
  })

  test('the page names every kind of node and relationship', async () => {
    const labels = await inDatabase(driver, 'MATCH (n) UNWIND labels(n) AS name RETURN DISTINCT name')
    const types = await inDatabase(driver, 'MATCH ()-[r]->() RETURN DISTINCT type(r) AS name')
    const unnamed = [...labels, ...types].filter(({ name }) => !page.includes(`| \`${name}\` |`))
    expect(unnamed).toEqual([])
    expect(types.length).toBe(6)
  })
})

function cell(value: unknown): string {
  return Array.isArray(value) ? value.join(' → ') : String(value)
}
