/**
 * The assignment of rows to columns of greatest total value, as the column of each row; -1 for rows left over when there are more rows than columns. Of equal
 * assignments the one found first, which the order of rows and columns alone decides.
 *
 * H. Kuhn (1955), The Hungarian method for the assignment problem, Naval Research Logistics 2:83-97; by shortest augmenting paths with potentials, O(n³):
 * R. Jonker, A. Volgenant (1987), Computing 38:325-340.
 */
export function bestAssignment(values: readonly (readonly number[])[]): Int32Array {
  const rows = values.length
  const columns = values.reduce((most, row) => Math.max(most, row.length), 0)
  const size = Math.max(rows, columns)
  const costOf = (row: number, column: number) => -(values[row]?.[column] ?? 0)
  // Rows and columns count from 1; 0 is where an augmenting path starts.
  const rowPotential = new Float64Array(size + 1)
  const columnPotential = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const cameFrom = new Int32Array(size + 1)
    const isDone = new Uint8Array(size + 1)
    rowOf[0] = row
    let column = 0
    while (rowOf[column] !== 0) {
      isDone[column] = 1
      const current = rowOf[column]!
      let shortest = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (isDone[j]) continue
        const reduced = costOf(current - 1, j - 1) - rowPotential[current]! - columnPotential[j]!
        if (reduced < least[j]!) {
          least[j] = reduced
          cameFrom[j] = column
        }
        if (least[j]! < shortest) {
          shortest = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (isDone[j]) {
          rowPotential[rowOf[j]!]! += shortest
          columnPotential[j]! -= shortest
        } else {
          least[j]! -= shortest
        }
      }
      column = next
    }
    for (; column !== 0; column = cameFrom[column]!) rowOf[column] = rowOf[cameFrom[column]!]!
  }
  const columnOf = new Int32Array(rows).fill(-1)
  for (let j = 1; j <= columns; j++) if (rowOf[j]! <= rows) columnOf[rowOf[j]! - 1] = j - 1
  return columnOf
}
