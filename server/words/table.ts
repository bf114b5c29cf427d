/** What the table of a map calls its kinds of lines and its columns. */
export interface TableWords {
  readonly rows: Readonly<Record<'actors' | 'ties' | 'participations', string>>
  readonly name: string
  readonly sphere: string
  readonly type: string
  readonly place: string
  readonly community: string
  /** What became of the question put to an actor. */
  readonly answer: string
  /** Of an actor, in the layouts of rings: its core number; how many steps it is from another. */
  readonly core: string
  readonly stepsFrom: (name: string) => string
  readonly unreached: string
  readonly partners: string
  readonly spaces: string
  readonly space: string
  readonly kind: string
  readonly role: string
  readonly nobody: string
  readonly kinds: string
  /** What a tie rests on. */
  readonly standing: string
  readonly sharedSpaces: string
  /** Ends of ties that have a direction, then of those that have none. */
  readonly from: string
  readonly to: string
  readonly between: string
  readonly and: string
  readonly confidence: string
  readonly source: string
  /** Of a measure that is not defined there. */
  readonly undefined: string
}
