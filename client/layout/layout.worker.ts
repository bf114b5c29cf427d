import { type Arranged, arranged, type Layout } from '#layout/arrangement.ts'
import type { Drawing } from '#layout/drawing.ts'
import { drawMap } from '#layout/layout.ts'

/** What is asked of the worker: a map nobody has drawn yet, or an arrangement of one. */
export type Asked =
  | { readonly what: 'map'; readonly drawing: Drawing }
  | { readonly what: 'arrangement'; readonly layout: Layout; readonly given: Arranged }

// One question in, its answer out. The page's policy forbids workers made from blobs, such as the library's own.
self.addEventListener('message', ({ data }: MessageEvent<Asked>) =>
  self.postMessage(data.what === 'map' ? drawMap(data.drawing) : arranged(data.layout, data.given)),
)
