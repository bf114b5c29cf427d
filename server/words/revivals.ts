/** A language's words on ties to be revived, for calendars, the page and the command line. */
export interface RevivalWords {
  /** What a calendar is called. */
  readonly calendar: (territory: string) => string
  /** One line: who should see whom again. */
  readonly summary: (one: string, other: string) => string
  /** Why, and through whom; null: nobody stands between them. */
  readonly description: (told: RevivalTold) => string
  /** How many ties a year keep the network as it is; null: it is not known. Waves by their labels. */
  readonly need: (need: NeedTold | null) => string
  /** No tie of the wave is dated, or there are too many actors. */
  readonly noDates: string
  /** No dated tie fades. */
  readonly none: string
}

export interface NeedTold {
  readonly ties: number
  readonly interval: { readonly low: number; readonly high: number }
  readonly from: string
  readonly to: string
}

export interface RevivalTold {
  /** YYYY-MM-DD; null: unknown. */
  readonly lastContact: string | null
  /** 0..1. */
  readonly vitality: number
  /** Share of pairs whose shortest paths go through it. */
  readonly held: number
  readonly isBridge: boolean
  /** A name. */
  readonly goBetween: string | null
  /** YYYY-MM-DD of the next seminar; null: none is planned. */
  readonly seminar: string | null
}
