import { expect, test } from 'vitest'
import { servers } from '../neo4j/choices.ts'
import { OwnServer } from '../neo4j/own-server.ts'
import { freeze } from './freezing.ts'

test.skipIf(servers.length === 0)(
  'a server that stands still: calls are refused, what was acknowledged is there, what was refused is not',
  async () => {
    await using server = await OwnServer.start()
    const rounds = 3
    const frozen = await freeze(server, rounds, 4_000)
    expect(frozen).toMatchObject({ rounds, readsRefused: 3 * rounds, lost: [], ghosts: [], twice: [] })
    expect(frozen.refused + frozen.unknown).toBe(3 * rounds)
    expect(frozen.acknowledged).toBeGreaterThan(0)
  },
  120_000,
)
