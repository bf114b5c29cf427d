import type { Rows } from '../network/graph.ts'
import { kernelCode } from './kernel-code.ts'

/**
 * The shortest paths of one graph from many sources at once, in WebAssembly: kernel/paths.ts, where a node's values for
 * eight sources (512 in a search, a bit each) lie side by side and are worked on together.
 */
export class PathKernel {
  readonly #exports: Exports
  readonly #views: Readonly<Record<Sum, Float64Array>>
  readonly #mass: Float64Array
  readonly #sources: Int32Array

  constructor(module: object, out: Rows, incoming: Rows) {
    const n = out.offsets.length - 1
    const kernel = new WebAssembly.Instance(module).exports
    kernel.reserve(n, out.neighbors.length, incoming === out ? 0 : 1)
    // Views come after the room is made: memory that grows moves.
    const { buffer } = kernel.memory
    const integers = (place: { readonly value: number }, length: number) => new Int32Array(buffer, place.value, length)
    const doubles = (sum: { readonly value: number }, length = n) => new Float64Array(buffer, sum.value, length)
    integers(kernel.outOffsets, n + 1).set(out.offsets)
    integers(kernel.outNeighbors, out.neighbors.length).set(out.neighbors)
    integers(kernel.inOffsets, n + 1).set(incoming.offsets)
    integers(kernel.inNeighbors, incoming.neighbors.length).set(incoming.neighbors)
    this.#exports = kernel
    this.#mass = doubles(kernel.mass)
    this.#sources = integers(kernel.sources, sourcesPerSearch)
    this.#views = {
      through: doubles(kernel.through),
      reached: doubles(kernel.reached),
      far: doubles(kernel.far),
      harmonic: doubles(kernel.harmonic),
      within2: doubles(kernel.within2),
      pairsAt: doubles(kernel.pairsAt, n + 1),
    }
  }

  /** Slots looked at since it was made. */
  get scanned(): number {
    return this.#exports.scanned.value
  }

  /**
   * What passes through each node on the shortest paths from some sources to all nodes: the sum over sources s of
   * mass_s δ_s(v), where δ counts the mass of the targets beyond v, each divided among its shortest paths.
   *
   * @param reachable how many nodes each node can reach, itself included, or more
   */
  flow(sources: Int32Array, mass: Float64Array, reachable: Int32Array): Float64Array {
    this.#mass.set(mass)
    this.#views.through.fill(0)
    for (let i = 0; i < sources.length; i += lanes) {
      const batch = sources.subarray(i, i + lanes)
      this.#sources.set(batch)
      this.#exports.flow(
        batch.length,
        batch.reduce((sum, source) => sum + reachable[source]!, 0),
      )
    }
    return this.#views.through.slice()
  }

  /** What the distances from some sources add up to at each node, and how many pairs there are at each: DistanceSums. */
  distances(sources: Int32Array) {
    for (const view of Object.values(this.#views)) view.fill(0)
    for (let i = 0; i < sources.length; i += sourcesPerSearch) {
      const group = sources.subarray(i, i + sourcesPerSearch)
      this.#sources.set(group)
      this.#exports.search(group.length)
    }
    const { reached, far, harmonic, within2, pairsAt } = this.#views
    const farthest = pairsAt.findLastIndex((pairs) => pairs > 0)
    return {
      reached: reached.slice(),
      far: far.slice(),
      harmonic: harmonic.slice(),
      within2: within2.slice(),
      pairsAt: Array.from(pairsAt.subarray(0, Math.max(0, farthest) + 1)),
    }
  }
}

const lanes = 8
const sourcesPerSearch = 512

/** Smaller graphs are searched before a kernel has started: its memory made, the graph copied, its code made fast. */
const leastNodes = 300

/**
 * The kernel that holds these rows, made when first asked on this thread; null where there is no WebAssembly, and for
 * graphs of fewer than `least` nodes.
 */
export function kernelOf(out: Rows, incoming: Rows, least = leastNodes): PathKernel | null {
  if (out.offsets.length - 1 < least) return null
  compiled ??= compile()
  if (!compiled) return null
  const kernel = kernels.get(out) ?? new PathKernel(compiled, out, incoming)
  kernels.set(out, kernel)
  return kernel
}

let compiled: object | null | undefined
const kernels = new WeakMap<Rows, PathKernel>()

/** Null without WebAssembly, or without its instructions on 128 bits. */
function compile(): object | null {
  if (typeof WebAssembly === 'undefined') return null
  const code = Uint8Array.from(atob(kernelCode), (byte) => byte.charCodeAt(0))
  return WebAssembly.validate(code) ? new WebAssembly.Module(code) : null
}

type Sum = 'through' | 'reached' | 'far' | 'harmonic' | 'within2' | 'pairsAt'
type Place = Sum | 'outOffsets' | 'outNeighbors' | 'inOffsets' | 'inNeighbors' | 'sources' | 'mass' | 'scanned'

interface Exports extends Readonly<Record<Place, { readonly value: number }>> {
  readonly memory: { readonly buffer: ArrayBuffer }
  reserve(nodes: number, arcs: number, directed: number): void
  flow(count: number, reachable: number): void
  search(count: number): void
}

/** What is used of it; the types of Node leave it out. */
declare const WebAssembly: {
  validate(code: Uint8Array): boolean
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: Exports }
}
