import { type DegreeDraws, type DegreeField, joinDegreeDraws } from './null/degree-draws.ts'
import { joinMixingDraws, type MixingCounts, type MixingDraws, type MixingField } from './null/mixing-draws.ts'
import { joinSphereDraws, type SphereDraws, type SphereField } from './null/sphere-draws.ts'
import type { RunPiece } from './work.ts'

/**
 * Draws come in chunks of this many, each from a chain of its own that its number names: however many workers share them, the sample is the same. A
 * sample is its first chunks.
 */
const chunkSize = 250

interface Chunk {
  readonly chunk: number
  readonly size: number
}

/**
 * Nodes of a network above which the next round begins, by one chunk, before the one under way has ended: of 2,000 actors
 * a chunk takes seconds, and a thread would have nothing else to do. What turns out not to be needed is not counted.
 */
const mostWaitedFor = 300

/** The chunks whose draws bring a sample to `draws`, in rounds that double: what the first few settle is not drawn for the rest. */
function* rounds(have: number, draws: number): Generator<Chunk[]> {
  if (have >= draws) return
  let next = Math.floor(have / chunkSize)
  const end = Math.ceil(draws / chunkSize)
  for (let length = Math.max(1, next); next < end; length *= 2) {
    const chunks = Array.from({ length: Math.min(length, end - next) }, (_, i) => next + i)
    yield chunks.map((chunk) => ({ chunk, size: Math.min(chunkSize, draws - chunk * chunkSize) }))
    next += chunks.length
  }
}

/** A sample of Null A that grows. */
export class DegreeSample {
  readonly stream: string
  readonly #field: DegreeField
  readonly #run: RunPiece
  #parts: DegreeDraws[] = []

  constructor(field: DegreeField, stream: string, run: RunPiece) {
    this.#field = field
    this.stream = stream
    this.#run = run
  }

  /** At least one draw must have been made. */
  get draws(): DegreeDraws {
    return joinDegreeDraws(this.#parts)
  }

  /** Draws up to `draws` in all, fewer once `settled` says so. */
  async growTo(draws: number, settled: (draws: DegreeDraws) => boolean): Promise<DegreeDraws> {
    const whole = this.#parts.filter((part) => part.draws === chunkSize)
    if (draws > this.#count(this.#parts)) this.#parts = whole
    for (const round of rounds(this.#count(this.#parts), draws)) {
      const drawn = round.map(({ chunk, size }) =>
        this.#run('degreeDraws', { field: this.#field, draws: size, stream: `${this.stream}:${chunk}` }),
      )
      this.#parts.push(...(await Promise.all(drawn)))
      if (settled(this.draws)) break
    }
    return this.draws
  }

  #count(parts: readonly DegreeDraws[]): number {
    return parts.reduce((sum, part) => sum + part.draws, 0)
  }
}

/** A sample of Null D that grows. */
export class SphereSample {
  readonly stream: string
  readonly #field: SphereField
  readonly #run: RunPiece
  #parts: SphereDraws[] = []

  constructor(field: SphereField, stream: string, run: RunPiece) {
    this.#field = field
    this.stream = stream
    this.#run = run
  }

  get drawn(): number {
    return this.#parts.reduce((sum, part) => sum + part.draws, 0)
  }

  async growTo(draws: number, settled: (draws: SphereDraws) => boolean): Promise<SphereDraws> {
    if (draws > this.drawn) this.#parts = this.#parts.filter((part) => part.draws === chunkSize)
    for (const round of rounds(this.drawn, draws)) {
      const drawn = round.map(({ chunk, size }) =>
        this.#run('sphereDraws', { field: this.#field, draws: size, stream: `${this.stream}:${chunk}` }),
      )
      this.#parts.push(...(await Promise.all(drawn)))
      if (settled(joinSphereDraws(this.#parts))) break
    }
    return joinSphereDraws(this.#parts)
  }
}

/** A sample of Null B or Null C that grows. */
export class MixingSample {
  readonly stream: string
  readonly #field: MixingField
  readonly #run: RunPiece
  readonly #degrees: readonly number[]
  readonly #drawing = new Map<string, Promise<MixingCounts>>()
  #parts: MixingCounts[] = []

  constructor(field: MixingField, stream: string, run: RunPiece) {
    const { offsets } = field.graph.out
    this.#field = field
    this.stream = stream
    this.#run = run
    this.#degrees = Array.from(field.tested, (node) => offsets[node + 1]! - offsets[node]!)
  }

  get draws(): MixingDraws {
    return joinMixingDraws(this.#parts, this.#degrees)
  }

  get drawn(): number {
    return this.#parts.reduce((sum, part) => sum + part.draws, 0)
  }

  async growTo(draws: number, settled: (draws: MixingDraws) => boolean): Promise<MixingDraws> {
    if (draws > this.drawn) this.#parts = this.#parts.filter((part) => part.draws === chunkSize)
    const all = [...rounds(this.drawn, draws)]
    for (const [i, round] of all.entries()) {
      const drawn = round.map((chunk) => this.#draw(chunk))
      const [ahead] = all[i + 1] ?? []
      if (ahead && this.#field.graph.nodeCount > mostWaitedFor) this.#draw(ahead).catch(() => {})
      this.#parts.push(...(await Promise.all(drawn)))
      if (settled(this.draws)) break
    }
    return this.draws
  }

  #draw({ chunk, size }: Chunk): Promise<MixingCounts> {
    const known = this.#drawing.get(`${chunk} ${size}`)
    if (known) return known
    const drawing = this.#run('mixingDraws', { field: this.#field, draws: size, stream: `${this.stream}:${chunk}` })
    this.#drawing.set(`${chunk} ${size}`, drawing)
    return drawing
  }
}
