import type { CommitWire } from '#wire/record.ts'

/** The commits that undoing and redoing would each undo next; null: there is none. */
export interface UndoSteps {
  readonly undo: number | null
  readonly redo: number | null
}

/**
 * What undo and redo mean to whoever made some of the commits: undo takes back the last of theirs that still holds, redo the
 * last taking back, as long as nothing of theirs came after. `commits`: any order.
 */
export function undoSteps(
  commits: readonly Pick<CommitWire, 'revision' | 'key' | 'undoes' | 'undoable'>[],
  isMine: (key: string) => boolean,
): UndoSteps {
  const undo: number[] = []
  let redo: number[] = []
  for (const { revision, key, undoes, undoable } of [...commits].sort((a, b) => a.revision - b.revision)) {
    if (undoes === undefined) {
      if (!isMine(key) || !undoable || revision === 1) continue
      undo.push(revision)
      redo = []
    } else if (undo.includes(undoes)) {
      undo.splice(undo.indexOf(undoes), 1)
      if (isMine(key)) redo.push(revision)
    } else if (redo.includes(undoes)) {
      redo.splice(redo.indexOf(undoes), 1)
      if (isMine(key)) undo.push(revision)
    } else if (isMine(key)) undo.push(revision)
  }
  return { undo: undo.at(-1) ?? null, redo: redo.at(-1) ?? null }
}
