import { expect, test } from 'vitest'
import { jsonSent } from '../../server/answer/bytes.ts'

const read = (text: string) => jsonSent(new TextEncoder().encode(text))
const invalid = (reason: RegExp) =>
  expect.objectContaining({ code: 'invalid_json', details: { reason: expect.stringMatching(reason) } })

test('brackets within each other are counted before anything is read', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
  expect(() => read(nested(32))).not.toThrow()
  expect(() => read(nested(33))).toThrow(invalid(/nested/))
  // Never closed: whoever reads it whole would tell of its end.
  expect(() => read('{"a":'.repeat(1_000_000))).toThrow(invalid(/nested/))
})

test('brackets side by side or within a text do not count', () => {
  expect(read(`[${'[],'.repeat(100)}{}]`)).toHaveLength(101)
  const text = `\\"${'['.repeat(100)}\\\\`
  expect(read(`{"${text}":"${text}"}`)).toEqual({ [`"${'['.repeat(100)}\\`]: `"${'['.repeat(100)}\\` })
})

test('the key that copies of an object lose is refused, however it is written; others stand', () => {
  for (const key of ['__proto__', '\\u005f_proto__', '__prot\\u006f__', '__\\u0070roto__']) {
    expect(() => read(`{"a":[{"${key}":[1,2]}]}`)).toThrow(invalid(/__proto__/))
  }
  expect(read('{"constructor":1,"toString":"__proto__"}')).toEqual({ constructor: 1, toString: '__proto__' })
})
