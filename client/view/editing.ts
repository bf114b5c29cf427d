import { createContext, use } from 'react'
import type { Change, RefusedChange } from '#domain/change.ts'
import type { Noun, Nouns, SavedView } from '#domain/territory.ts'

/** What a person can do to the territory on screen, wherever they see a fact of it. */
export interface Editing {
  /** Opens the form of a fact. */
  edit<N extends Noun>(noun: N, fact: Nouns[N]): void
  /** Opens the form of a new fact, of which so much is known. */
  add<N extends Noun>(noun: N, started: Partial<Nouns[N]>): void
  /** Opens the form of a new view, of which so much is known. */
  keepView(started: Partial<SavedView>): void
  editView(view: SavedView): void
  /** Says what goes with a fact, and takes it away. */
  remove<N extends Noun>(noun: N, fact: Nouns[N]): void
  /** Says what goes with several, and takes them away. */
  removeAll<N extends Noun>(noun: N, facts: readonly Nouns[N][]): void
  /** Adds an actor of which only the name has to be typed. */
  addActor(): void
  /** Adds a tie of an actor; null: of one still to be chosen. */
  addTie(from: string | null): void
  undo(): void
  redo(): void
  /** What the keyboard does. */
  help(): void
  /** Says something in passing. */
  say(words: string): void
  /** Shows changes and sends them, or says why they cannot be. */
  commit(changes: readonly Change[]): readonly RefusedChange[]
}

export const EditingContext = createContext<Editing | null>(null)

/** Null where what is seen cannot be changed. */
export function useEditing(): Editing | null {
  return use(EditingContext)
}
