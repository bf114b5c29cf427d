import type { MessagePort } from 'node:worker_threads'
import { unpack } from '../packed.ts'
import type { Packed } from '../store/store.ts'
import { answer, type PackedSnapshot, type Question } from './answers.ts'
import type { Body } from './bodies.ts'
import { type Bytes, jsonBytes } from './bytes.ts'
import { type Measuring, measure } from './measuring.ts'
import { help, type SharedWork } from './sharing.ts'
import { workAs } from './thread.ts'

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
      const { readBody } = await import('./bodies.ts')
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
