/**
 * The one source of chance: sfc32 (C. Doty-Humphrey, PractRand), seeded from text by the rounds of cyrb128; the first 20 numbers are dropped, which
 * mixes the seed.
 *
 * A stream is named by what it is for, so results depend on neither the machine nor the number of workers.
 */
export type Random = () => number

/** Uniform on [0, 1), 32 bits of resolution. */
export function randomStream(name: string): Random {
  const fill = randomWords(name)
  const block = new Uint32Array(64)
  let next = block.length
  return () => {
    if (next === block.length) {
      fill(block)
      next = 0
    }
    return block[next++]! / 4294967296
  }
}

/** The same stream in blocks of whole numbers, 32 bits each: for kernels that draw millions. */
export function randomWords(name: string): (block: Uint32Array) => void {
  // Kept in an array between blocks and in locals within one: numbers that a closure keeps are boxed at every step.
  const state = seed(name)
  const fill = (block: Uint32Array) => {
    let a = state[0]!
    let b = state[1]!
    let c = state[2]!
    let d = state[3]!
    for (let i = 0; i < block.length; i++) {
      const t = (((a + b) | 0) + d) | 0
      d = (d + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (c << 21) | (c >>> 11)
      c = (c + t) | 0
      block[i] = t
    }
    state[0] = a
    state[1] = b
    state[2] = c
    state[3] = d
  }
  fill(new Uint32Array(20))
  return fill
}

function seed(text: string): Int32Array {
  let h1 = 1779033703
  let h2 = 3144134277
  let h3 = 1013904242
  let h4 = 2773480762
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i)
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067)
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233)
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213)
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179)
  }
  return Int32Array.of(h1, h2, h3, h4)
}
