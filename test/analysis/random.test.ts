import { expect, test } from 'vitest'
import { randomStream, randomWords } from '../../server/analysis/random.ts'

test('the stream « maillage » begins as another program computed it', () => {
  const random = randomStream('maillage')
  const expected = [0.70017279102467, 0.6401553002651781, 0.13235151395201683, 0.15125913289375603, 0.5539971077814698]
  expect(Array.from({ length: 5 }, random)).toEqual(expected)
})

test('blocks of words are the same stream as fractions', () => {
  const random = randomStream('s')
  const fill = randomWords('s')
  for (const length of [3, 100, 1]) {
    const block = new Uint32Array(length)
    fill(block)
    expect([...block].map((word) => word / 4294967296)).toEqual(Array.from({ length }, random))
  }
})
