/** A finite field of q elements, written 0..q-1; 0 and 1 are its zero and one. */
export interface Field {
  readonly add: (a: number, b: number) => number
  readonly multiply: (a: number, b: number) => number
}

/**
 * The field of q elements, null unless q is the power of a prime, 2 to 64.
 *
 * An element is a polynomial over the integers modulo p, its digits in base p; products are taken modulo the first monic polynomial of
 * the degree that gives no two of them zero as product.
 */
export function finiteField(q: number): Field | null {
  const factors = q >= 2 && q <= 64 ? primePower(q) : null
  if (!factors) return null
  const [p, degree] = factors
  const digits = (a: number) => Array.from({ length: degree }, (_, i) => Math.floor(a / p ** i) % p)
  const number = (of: readonly number[]) => of.reduce((sum, digit, i) => sum + digit * p ** i, 0)
  const add = (a: number, b: number) => {
    const second = digits(b)
    return number(digits(a).map((digit, i) => (digit + second[i]!) % p))
  }
  for (let low = 0; low < q; low++) {
    const products = productsModulo(digits(low), p, q, digits, number)
    if (products.every((product, i) => product !== 0 || i < q || i % q === 0)) {
      return { add, multiply: (a, b) => products[a * q + b]! }
    }
  }
  return null
}

/** Products of all pairs, modulo x^degree + Σ low[i] x^i. */
function productsModulo(
  low: readonly number[],
  p: number,
  q: number,
  digits: (a: number) => number[],
  number: (of: readonly number[]) => number,
): number[] {
  const degree = low.length
  const products: number[] = []
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      const product = Array<number>(2 * degree - 1).fill(0)
      const second = digits(b)
      digits(a).forEach((digit, i) => {
        second.forEach((other, j) => {
          product[i + j] = (product[i + j]! + digit * other) % p
        })
      })
      for (let i = product.length - 1; i >= degree; i--) {
        const lead = product[i]!
        low.forEach((digit, j) => {
          product[i - degree + j] = (product[i - degree + j]! + (p - digit) * lead) % p
        })
      }
      products.push(number(product.slice(0, degree)))
    }
  }
  return products
}

/** q = p^degree with p a prime. */
function primePower(q: number): readonly [p: number, degree: number] | null {
  let p = 2
  while (q % p !== 0) p++
  let rest = q
  let degree = 0
  for (; rest % p === 0; degree++) rest /= p
  return rest === 1 ? [p, degree] : null
}

/**
 * Where class b of a hosted seating goes in each round: person (a, b) sits at table a + b r, over the field. Class 0 are the hosts, who stay; anyone else
 * sits once at each table, two of different classes meet exactly once in `tables` rounds and two of one class never. Null unless `tables` is the
 * power of a prime.
 */
export function affineSeat(tables: number): ((a: number, b: number, round: number) => number) | null {
  const field = finiteField(tables)
  return field && ((a, b, round) => field.add(a, field.multiply(b, round)))
}
