import { afterAll, describe } from 'vitest'
import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { driverOf, empty, servers } from '../neo4j/servers.ts'
import { storeContract } from './contract.ts'

for (const server of servers) {
  describe(server.url, () => {
    const driver = driverOf(server)
    afterAll(() => driver.close())

    storeContract('Neo4j', async () => {
      await empty(driver)
      let store = await openNeo4jStore(server)
      return {
        store,
        async reopen() {
          await store.close()
          store = await openNeo4jStore(server)
          return store
        },
        async [Symbol.asyncDispose]() {
          await store.close()
        },
      }
    })
  })
}
