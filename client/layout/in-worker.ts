import type { Arranged, Arrangement, Layout } from '#layout/arrangement.ts'
import type { Drawing, Points } from '#layout/drawing.ts'
import type { Asked } from './layout.worker.ts'

/** Where the nodes of a drawing stand, worked out beside the page. */
export function layOutInWorker(drawing: Drawing): Promise<Points> {
  return asked<Points>({ what: 'map', drawing })
}

/** An arrangement of a map, worked out beside the page. */
export function arrangeInWorker(layout: Layout, given: Arranged): Promise<Arrangement> {
  return asked<Arrangement>({ what: 'arrangement', layout, given })
}

/** What the worker answers: the type of what was asked. */
function asked<Answer>(question: Asked): Promise<Answer> {
  const worker = new Worker(new URL('../../client/layout/layout.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data))
    worker.addEventListener('error', (event) => reject(new Error(`The layout failed: ${event.message}`)))
  })
  worker.postMessage(question)
  return answer.finally(() => worker.terminate())
}
