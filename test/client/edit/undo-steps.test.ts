import { expect, test } from 'vitest'
import { undoSteps } from '../../../client/edit/undo-steps.ts'

const mine = (key: string) => key.startsWith('me')
const commit = (revision: number, key: string, undoes?: number) => ({
  ...{ revision, key, undoable: true },
  ...(undoes !== undefined && { undoes }),
})

test('undo takes back the last that is one’s own; others’ are left alone', () => {
  const commits = [commit(1, 'me'), commit(2, 'me'), commit(3, 'me'), commit(4, 'they')]
  expect(undoSteps(commits, mine)).toEqual({ undo: 3, redo: null })
})

test('undone twice, redone once, in whatever order they are told', () => {
  const log = [commit(2, 'me'), commit(3, 'me'), commit(4, 'me', 3), commit(5, 'me', 2), commit(6, 'me', 5)].reverse()
  expect(undoSteps(log.slice(1), mine)).toEqual({ undo: null, redo: 5 })
  expect(undoSteps(log, mine)).toEqual({ undo: 6, redo: 4 })
})

test('a new change leaves nothing to redo', () => {
  expect(undoSteps([commit(2, 'me'), commit(3, 'me', 2), commit(4, 'me')], mine)).toEqual({ undo: 4, redo: null })
})

test('what somebody else undid is not undone again; what one undid of theirs can be redone', () => {
  expect(undoSteps([commit(2, 'me'), commit(3, 'they', 2)], mine)).toEqual({ undo: null, redo: null })
  expect(undoSteps([commit(2, 'they'), commit(3, 'me', 2)], mine)).toEqual({ undo: 3, redo: null })
})

test('what cannot be undone is passed over', () => {
  expect(undoSteps([commit(2, 'me'), { ...commit(3, 'me'), undoable: false }], mine)).toEqual({ undo: 2, redo: null })
})
