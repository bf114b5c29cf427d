import type { MessagePort } from 'node:worker_threads'
import type { AnswerTask } from '../answer/answers.ts'
import type { Question } from '../answer/question.ts'
import { storeBehind } from '../store/distant.ts'
import { help, type SharedWork } from '../threads/chunks.ts'
import type { Packed } from '../threads/memory.ts'
import { portGiven, workInPool } from '../threads/thread.ts'
import type { Comparing } from './comparing.ts'
import type { Measuring } from './measuring.ts'

/** What a thread is asked to do. */
export type Task =
  | { readonly kind: 'answer'; readonly asked: AnswerTask }
  | { readonly kind: 'measure'; readonly measuring: Measuring }
  | { readonly kind: 'compare'; readonly comparing: Comparing }
  | { readonly kind: 'diagnose'; readonly question: Packed<Question> | null }
  | { readonly kind: 'piece'; readonly port: MessagePort }
  | { readonly kind: 'help'; readonly shared: SharedWork; readonly port: MessagePort }

const port = portGiven()
const storeFor = port && storeBehind(port)
// Each thread loads what it is asked to do; who may ask the store will be asked to answer.
const answers = async () => await import('../answer/answers.ts')
if (storeFor) await answers()

workInPool<Task>(async (task, duty) => {
  switch (task.kind) {
    case 'answer':
      if (!storeFor) throw new Error('there is no store to ask')
      return (await answers()).answer(task.asked, storeFor(duty), duty)
    case 'measure':
      return (await import('./measuring.ts')).measure(task.measuring, duty)
    case 'compare':
      return (await import('./comparing.ts')).compare(task.comparing, duty)
    case 'diagnose':
      return await (await import('./diagnosing.ts')).diagnose(task.question, duty)
    case 'piece':
      return (await import('./diagnosing.ts')).performAt(task.port)
    case 'help':
      return help(await shareable(), task.shared, task.port, duty.isLeft)
  }
})

async function shareable() {
  const [{ chunkedWork }, { comparingWork }] = await Promise.all([
    import('../analysis/chunked-work.ts'),
    import('../waves/chunked-work.ts'),
  ])
  return new Map([...chunkedWork, ...comparingWork.map((work) => [work.name, work] as const)])
}
