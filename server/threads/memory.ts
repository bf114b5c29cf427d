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

/**
 * Plain data whose arrays of numbers stand in shared memory: other threads are given them, not copies. One object in two
 * places stays one object.
 */
export function inSharedMemory<T>(value: T): T {
  return shared(value, new Map()) as T
}

function shared(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value
  const before = known.get(value)
  if (before !== undefined) return before
  const moved = movedOf(value, known)
  known.set(value, moved)
  return moved
}

function movedOf(value: object, known: Map<object, unknown>): unknown {
  if (ArrayBuffer.isView(value)) return movedArray(value)
  if (Array.isArray(value)) return value.map((item) => shared(item, known))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shared(item, known)]))
}

function movedArray(view: ArrayBufferView): ArrayBufferView {
  if (view.buffer instanceof SharedArrayBuffer) return view
  const memory = new SharedArrayBuffer(view.byteLength)
  new Uint8Array(memory).set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  if (view instanceof Int32Array) return new Int32Array(memory)
  if (view instanceof Float64Array) return new Float64Array(memory)
  if (view instanceof Uint8Array) return new Uint8Array(memory)
  if (view instanceof Int8Array) return new Int8Array(memory)
  throw new TypeError(`no place in shared memory for a ${view.constructor.name}`)
}
