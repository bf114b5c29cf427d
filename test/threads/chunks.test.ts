import { expect, test } from 'vitest'
import type { Chunks } from '../../server/analysis/measure.ts'
import { withHelpers } from '../../server/threads/chunks.ts'
import { NobodyWaits } from '../../server/threads/rpc.ts'

/** Squares of the first numbers, one a chunk. */
const squares: Chunks<{ readonly first: number }, number> = {
  name: 'squares',
  count: ({ first }) => first,
  chunk: (_, index) => index * index,
}

test('without helpers the thread does every chunk, in order, and tells how far it is', () => {
  const shares: number[] = []
  const workers = withHelpers({
    most: 0,
    call: () => expect.unreachable(),
    progress: (share) => shares.push(share),
    isLeft: () => false,
  })
  expect(workers(squares, { first: 4 })).toEqual([0, 1, 4, 9])
  expect(shares).toEqual([0.25, 0.5, 0.75, 1])
})

test.each([0, 3])('work that is left ends after the chunk under way, with %i helpers called', (most) => {
  let done = 0
  let called = 0
  const workers = withHelpers({
    most,
    // Nobody comes.
    call: ({ ports }) => {
      called = ports.length
      for (const port of ports) port.close()
    },
    progress: () => done++,
    isLeft: () => done === 5,
  })
  expect(() => workers(squares, { first: 100 })).toThrow(NobodyWaits)
  expect([done, called]).toEqual([5, most])
})

test('who waits for a chunk of a helper that never comes back gives up once it is left', () => {
  let asked = 0
  const workers = withHelpers({
    most: 1,
    call: ({ shared, ports }) => {
      // A helper takes the first chunk and is lost.
      Atomics.add(shared.board, 0, 1)
      for (const port of ports) port.close()
    },
    progress: () => {},
    isLeft: () => ++asked > 10,
  })
  expect(() => workers(squares, { first: 3 })).toThrow(NobodyWaits)
})
