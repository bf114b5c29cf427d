import type { MessagePort } from 'node:worker_threads'
import { answer, type PackedSnapshot, type Question } from '../answer/answers.ts'
import type { Body } from '../answer/bodies.ts'
import { type Bytes, jsonBytes } from '../answer/bytes.ts'
import { unpack } from '../packed.ts'
import type { Packed } from '../store/store.ts'
import { help, type SharedWork } from '../threads/chunks.ts'
import { workAs } from '../threads/thread.ts'
import { type Measuring, measure } from './measuring.ts'

/** What a thread is asked to do. */
export type Task =
  | { readonly kind: 'answer'; readonly snapshot: PackedSnapshot; readonly question: Question }
  | { readonly kind: 'body'; readonly body: Body; readonly bytes: Bytes }
  | { readonly kind: 'json'; readonly value: Packed<unknown> }
  | { readonly kind: 'measure'; readonly measuring: Measuring }
  | { readonly kind: 'help'; readonly shared: SharedWork; readonly port: MessagePort }

workAs<Task>(async (task, duty) => {
  switch (task.kind) {
    case 'answer':
      return answer(task.snapshot, task.question)
    case 'body': {
      // Schemas are known to few threads: they take a tenth of a second to load.
      const { readBody } = await import('../answer/bodies.ts')
      return readBody(task.body, task.bytes)
    }
    case 'json':
      return jsonBytes(unpack(task.value))
    case 'measure':
      return measure(task.measuring, duty)
    case 'help':
      return help(task.shared, task.port, duty.isLeft)
  }
})
