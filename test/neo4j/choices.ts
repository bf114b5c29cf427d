import type { Neo4jChoice } from '../../server/store/neo4j/bolt.ts'

/** The servers to test on, from MAILLAGE_TEST_NEO4J: URLs with user and password, separated by commas. Their data are thrown away. */
export const servers: readonly Neo4jChoice[] = (process.env.MAILLAGE_TEST_NEO4J ?? '')
  .split(',')
  .filter((text) => text !== '')
  .map(choiceOf)

export function choiceOf(text: string): Neo4jChoice {
  const url = new URL(text)
  return { url: `${url.protocol}//${url.host}`, user: url.username, password: url.password, database: 'neo4j' }
}
