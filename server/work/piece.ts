import { type PieceKind, type PieceWork, perform } from '../diagnosis/work.ts'
import { workInPool } from '../threads/thread.ts'

/** What a thread is asked: one piece of a diagnosis. */
export type Piece = { [J in PieceKind]: { readonly kind: J; readonly work: PieceWork[J]['work'] } }[PieceKind]

workInPool<Piece>(({ kind, work }) => perform(kind, work))
