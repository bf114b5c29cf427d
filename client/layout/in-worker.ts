import type { Drawing, Points } from '#layout/drawing.ts'

/** Where the nodes of a drawing stand, worked out beside the page. */
export function layOutInWorker(drawing: Drawing): Promise<Points> {
  const worker = new Worker(new URL('../../client/layout/layout.worker.ts', import.meta.url), { type: 'module' })
  const points = new Promise<Points>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Points>) => resolve(data))
    worker.addEventListener('error', (event) => reject(new Error(`The layout failed: ${event.message}`)))
  })
  worker.postMessage(drawing)
  return points.finally(() => worker.terminate())
}
