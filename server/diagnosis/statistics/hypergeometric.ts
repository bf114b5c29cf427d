/**
 * The chance of at most `found` marked among `drawn` taken without replacement from `total` of which `marked` are: the renewal test, where ties
 * are drawn and new ones are marked. 1 when nothing is drawn.
 *
 * Throws RangeError when the four numbers do not fit each other.
 */
export function hypergeometricAtMost(found: number, total: number, marked: number, drawn: number): number {
  if (
    ![found, total, marked, drawn].every(Number.isInteger) ||
    marked > total ||
    drawn > total ||
    marked < 0 ||
    drawn < 0
  ) {
    throw new RangeError(`${found} of ${drawn} drawn from ${total}, ${marked} of them marked`)
  }
  const least = Math.max(0, drawn - (total - marked))
  const most = Math.min(found, marked, drawn)
  const logFactorial = logFactorials(total)
  const logChoose = (n: number, k: number) => logFactorial[n]! - logFactorial[k]! - logFactorial[n - k]!
  let p = 0
  for (let z = least; z <= most; z++) {
    p += Math.exp(logChoose(marked, z) + logChoose(total - marked, drawn - z) - logChoose(total, drawn))
  }
  return Math.min(1, p)
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1)
  for (let i = 2; i <= n; i++) logs[i] = logs[i - 1]! + Math.log(i)
  return logs
}
