import type { Lost } from '../domain/view.ts'

/** What is said of a story where it is told. */
export interface StoryWords {
  /** What a view showed and its territory has no more. */
  readonly lost: (lost: readonly { readonly noun: Lost['noun']; readonly id: string }[]) => string
  /** What stands for a map that cannot be drawn. */
  readonly undrawn: (reason: string) => string
}
