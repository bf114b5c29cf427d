import { deserialize, serialize } from 'node:v8'
import type { Packed } from './store/store.ts'

/** @param value plain data, Maps and typed arrays */
export function pack<T>(value: T): Packed<T> {
  const bytes = serialize(value)
  const packed = new SharedArrayBuffer(bytes.length)
  new Uint8Array(packed).set(bytes)
  return packed
}

export function unpack<T>(packed: Packed<T>): T {
  return deserialize(new Uint8Array(packed))
}
