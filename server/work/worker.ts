import type { MessagePort } from 'node:worker_threads'
import { chunkedWork } from '../analysis/chunked-work.ts'
import { type AnswerTask, answer } from '../answer/answers.ts'
import { storeBehind } from '../store/distant.ts'
import { help, type SharedWork } from '../threads/chunks.ts'
import { portGiven, workInPool } from '../threads/thread.ts'
import { comparingWork } from '../waves/chunked-work.ts'
import { type Comparing, compare } from './comparing.ts'
import { type Measuring, measure } from './measuring.ts'

/** What a thread is asked to do. */
export type Task =
  | { readonly kind: 'answer'; readonly asked: AnswerTask }
  | { readonly kind: 'measure'; readonly measuring: Measuring }
  | { readonly kind: 'compare'; readonly comparing: Comparing }
  | { readonly kind: 'help'; readonly shared: SharedWork; readonly port: MessagePort }

const port = portGiven()
const storeFor = port && storeBehind(port)
const shareable = new Map([...chunkedWork, ...comparingWork.map((work) => [work.name, work] as const)])

workInPool<Task>(async (task, duty) => {
  switch (task.kind) {
    case 'answer':
      if (!storeFor) throw new Error('there is no store to ask')
      return answer(task.asked, storeFor(duty), duty)
    case 'measure':
      return measure(task.measuring, duty)
    case 'compare':
      return compare(task.comparing, duty)
    case 'help':
      return help(shareable, task.shared, task.port, duty.isLeft)
  }
})
