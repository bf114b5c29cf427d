import { openNeo4jStore } from '../../server/store/neo4j.ts'
import { empty, onEveryServer } from '../neo4j/servers.ts'
import { storeContract } from './contract.ts'

onEveryServer((server, driver) => {
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
      [Symbol.asyncDispose]: () => store.close(),
    }
  })
})
