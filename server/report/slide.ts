import type { Picture } from '../drawing/mark.ts'
import type { SlideRoom } from '../drawing/slide.ts'
import type { Language } from '../words/language.ts'

/** One view of a story as it is told. */
export interface Slide {
  readonly title: string
  /** Empty: nothing is said. */
  readonly text: string
  /** Wave, date and basis of what is shown. */
  readonly foot: string
  /** What the speaker says, and what does not follow from the map; never projected. */
  readonly notes: string
  /** Of its wave, `YYYY-MM-DD`. */
  readonly day: string
  /** The map with its legend, in the room that what is said leaves. */
  readonly picture: Picture
  readonly room: SlideRoom
}

export interface Story {
  readonly title: string
  readonly language: Language
  readonly slides: readonly Slide[]
}
