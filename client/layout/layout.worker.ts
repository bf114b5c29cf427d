import type { Drawing } from '#layout/drawing.ts'
import { drawMap } from '#layout/layout.ts'

// One drawing in, its points out. The page's policy forbids workers made from blobs, such as the library's own.
self.addEventListener('message', ({ data }: MessageEvent<Drawing>) => self.postMessage(drawMap(data)))
