import { deserialize, serialize } from 'node:v8'

declare const content: unique symbol

/** A value in shared memory: a thread can hand it on, to as many others as it likes, without reading or copying it. */
export type Packed<T> = SharedArrayBuffer & { readonly [content]?: T }

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
