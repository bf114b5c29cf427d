/** What a file of another tool says that a territory has no place for, so many times. */
export interface UnplacedWords {
  readonly tie_ids: (count: number) => string
  readonly node_numbers: (count: number) => string
  readonly positions: (count: number) => string
  readonly looks: (count: number) => string
  readonly periods: (count: number) => string
  readonly nested: (count: number) => string
  readonly hyperedges: (count: number) => string
  readonly unknown_ends: (count: number) => string
  readonly missing_ties: (count: number) => string
  readonly impossible_ties: (count: number) => string
  readonly structures: (count: number) => string
  readonly network_data: (count: number) => string
}
