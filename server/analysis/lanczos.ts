/** An eigenvalue and its unit eigenvector. */
export interface Eigenpair {
  readonly value: number
  readonly vector: Float64Array
}

/** Writes A x into y, which is 0. */
export type Operator = (x: Float64Array, y: Float64Array) => void

/** Steps before a restart: all their vectors are kept. */
const stepsPerRound = 40
const stepsPerCheck = 5
const mostRounds = 250

/**
 * The largest eigenvalue of a symmetric operator: Lanczos, restarted from its best vector until ‖A x − λ x‖ is at most
 * tolerance × |λ|.
 *
 * Where power iteration needs log ε / log (λ₂/λ₁) applications, this takes about the square root of that, and graphs of
 * two near equal clusters or of two sides are no special case. A vector is made orthogonal to the two before it only: it
 * strays from the others as an eigenvector is found, which neither moves what is found nor hides that it is (Paige), and
 * making it orthogonal to all took half of the time.
 * C. Lanczos (1950), J. Res. Nat. Bur. Standards 45:255-282; C. C. Paige (1980), Accuracy and effectiveness of the Lanczos
 * algorithm for the symmetric eigenproblem, Linear Algebra Appl. 34:235-258.
 *
 * @param start not 0, and not orthogonal to the eigenvector sought
 */
export function largestEigenpair(apply: Operator, start: Float64Array, tolerance: number): Eigenpair {
  const n = start.length
  let vector = scaled(start, 1 / norm(start))
  let value = 0
  for (let round = 0; round < mostRounds; round++) {
    const basis = [vector]
    const diagonal: number[] = []
    const beside: number[] = []
    let top: TopPair = { value, weights: new Float64Array(1).fill(1), last: 0 }
    let isDone = false
    while (!isDone && basis.length <= stepsPerRound) {
      const y = new Float64Array(n)
      const q = basis[basis.length - 1]!
      apply(q, y)
      const along = dot(q, y)
      const image = norm(y)
      diagonal.push(along)
      addTimes(y, q, -along)
      if (basis.length > 1) addTimes(y, basis[basis.length - 2]!, -beside[basis.length - 2]!)
      // What little is left after losing most of its length is not orthogonal to what it lost: once more.
      addTimes(y, q, -dot(q, y))
      const rest = norm(y)
      // Nothing new but rounding: the vectors so far span all that the operator makes of the start.
      const isWhole = rest <= 1e-13 * Math.max(image, ...diagonal.map(Math.abs))
      if (isWhole || diagonal.length % stepsPerCheck === 0) {
        top = largestOfTridiagonal(diagonal, beside)
        isDone = isWhole || rest * top.last <= tolerance * Math.abs(top.value)
      }
      beside.push(rest)
      basis.push(scaled(y, 1 / rest))
    }
    value = top.value
    const next = new Float64Array(n)
    top.weights.forEach((weight, i) => {
      addTimes(next, basis[i]!, weight)
    })
    vector = scaled(next, 1 / norm(next))
    if (isDone) break
  }
  return { value, vector }
}

interface TopPair {
  readonly value: number
  /** Unit vector. */
  readonly weights: Float64Array
  /** Size of its last element: times what the next step would add, the residual. */
  readonly last: number
}

/**
 * The largest eigenvalue of a symmetric tridiagonal matrix by bisection, its unit eigenvector by a factorisation twisted
 * where it is largest, and the size of that vector's last element.
 * B. N. Parlett, I. S. Dhillon (1997), Fernando's solution to Wilkinson's problem, Linear Algebra Appl. 267:247-279.
 */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): TopPair {
  const k = diagonal.length
  const off = (i: number) => (i < 0 || i >= k - 1 ? 0 : beside[i]!)
  let low = Math.max(...diagonal)
  let high = Math.max(...diagonal.map((d, i) => d + off(i - 1) + off(i)))
  let middle = low + (high - low) / 2
  while (low < middle && middle < high) {
    if (pivotsDown(middle).every((pivot) => pivot < 0)) high = middle
    else low = middle
    middle = low + (high - low) / 2
  }
  const down = pivotsDown(high)
  const up = pivotsUp(high)
  const gap = diagonal.map((d, i) => Math.abs(down[i]! + up[i]! - (d - high)))
  const twist = gap.indexOf(Math.min(...gap))
  const weights = new Float64Array(k)
  weights[twist] = 1
  for (let i = twist - 1; i >= 0; i--) weights[i] = (-off(i) * weights[i + 1]!) / down[i]!
  for (let i = twist + 1; i < k; i++) weights[i] = (-off(i - 1) * weights[i - 1]!) / up[i]!
  const unit = scaled(weights, 1 / norm(weights))
  return { value: high, weights: unit, last: Math.abs(unit[k - 1]!) }

  function pivotsDown(x: number): number[] {
    const pivots: number[] = []
    for (let i = 0; i < k; i++)
      pivots.push(notZero(diagonal[i]! - x - (i === 0 ? 0 : off(i - 1) ** 2 / pivots[i - 1]!)))
    return pivots
  }

  function pivotsUp(x: number): number[] {
    const pivots = new Array<number>(k)
    for (let i = k - 1; i >= 0; i--)
      pivots[i] = notZero(diagonal[i]! - x - (i === k - 1 ? 0 : off(i) ** 2 / pivots[i + 1]!))
    return pivots
  }
}

function notZero(pivot: number): number {
  return pivot === 0 ? -Number.MIN_VALUE : pivot
}

/** Four sums side by side: one would wait for itself at every step. */
export function dot(x: Float64Array, y: Float64Array): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let i = 0
  for (; i < x.length - 3; i += 4) {
    a += x[i]! * y[i]!
    b += x[i + 1]! * y[i + 1]!
    c += x[i + 2]! * y[i + 2]!
    d += x[i + 3]! * y[i + 3]!
  }
  for (; i < x.length; i++) a += x[i]! * y[i]!
  return a + b + (c + d)
}

export function norm(x: Float64Array): number {
  return Math.sqrt(dot(x, x))
}

/** y += times × x */
export function addTimes(y: Float64Array, x: Float64Array, times: number): void {
  for (let i = 0; i < y.length; i++) y[i]! += times * x[i]!
}

export function scaled(x: Float64Array, factor: number): Float64Array {
  const y = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) y[i] = x[i]! * factor
  return y
}
