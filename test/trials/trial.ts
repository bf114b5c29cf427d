/** One way to break a store, tried as often as is asked. One file each, listed in run.ts. */
export interface Trial {
  readonly name: string
  /** Rounds when nobody says. */
  readonly rounds: number
  /** `found`: what happened and how often; `faults`: each a round that broke the promise; null: cannot be tried on this machine. */
  run(rounds: number): Promise<{ found: Readonly<Record<string, number>>; faults: readonly string[] } | null>
}
