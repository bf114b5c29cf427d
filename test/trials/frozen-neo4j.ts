import { OwnServer } from '../neo4j/own-server.ts'
import { freeze } from '../store/freezing.ts'

/** Forty freezes of a Neo4j under writers, with the patience that Maillage has by default. Fails on anything lost, made twice or made after all. */
await using server = await OwnServer.start()
const frozen = await freeze(server, 40, 10_000)
console.log(JSON.stringify(frozen))
if (frozen.lost.length + frozen.ghosts.length + frozen.twice.length > 0) process.exitCode = 1
