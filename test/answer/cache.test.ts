import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteCache } from '../../server/answer/cache.ts'

test('what was used last stays, what nobody asked for longest goes', () => {
  const cache = new ByteCache<Float64Array>(3_000)
  for (const key of ['a', 'b']) cache.set(key, new Float64Array(150))
  cache.get('a')
  cache.set('c', new Float64Array(150))
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true])
})

test('what is larger than the whole cache is not kept, and costs nobody its place', () => {
  const cache = new ByteCache<Float64Array>(3_000)
  cache.set('a', new Float64Array(150))
  cache.set('b', new Float64Array(1_000))
  expect([cache.get('a') !== undefined, cache.get('b')]).toEqual([true, undefined])
})

test('whatever comes and goes, the cache never holds more than its bytes, and nothing that was not put last', () => {
  const entry = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.nat({ max: 200 }))
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const cache = new ByteCache<Float64Array>(2_500)
      const last = new Map<string, Float64Array>()
      for (const [key, length] of entries) {
        const value = new Float64Array(length)
        cache.set(key, value)
        last.set(key, value)
        expect(cache.bytes).toBeLessThanOrEqual(2_500)
        for (const [known, put] of last) expect([put, undefined]).toContain(cache.get(known))
      }
    }),
  )
})
