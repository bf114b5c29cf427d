import { type Job, type Jobs, perform } from '../diagnosis/work.ts'
import { workInPool } from '../threads/thread.ts'

/** What a thread is asked: one piece of a diagnosis. */
export type Piece = { [J in Job]: { readonly job: J; readonly work: Jobs[J]['work'] } }[Job]

workInPool<Piece>(({ job, work }) => perform(job, work))
