import { type Job, type Jobs, perform } from '../diagnosis/work.ts'

/** What a worker thread is asked: one piece of a diagnosis. */
export type Piece = { [J in Job]: { readonly job: J; readonly work: Jobs[J]['work'] } }[Job]

export default function run({ job, work }: Piece): Jobs[Job]['result'] {
  return perform(job, work)
}
