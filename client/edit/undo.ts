import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { isOwnKey, loadCommit, loadHistory } from '../data/api.ts'
import { outboxOf, territoryQuery } from '../data/queries.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'
import { commitInWords } from './telling.ts'
import { undoSteps } from './undo-steps.ts'

/** Changes of a commit that are asked for to tell what was undone. */
const mostAsked = 20

export type Step = 'undo' | 'redo'

/** Takes back what this tab changed last, or takes that back; one after the other, however fast they are asked for. `say`: what was done, or why not. */
export function useUndo(territory: string, say: (words: string) => void): (step: Step) => void {
  const t = useText()
  const client = useQueryClient()
  const before = useRef(Promise.resolve())
  return useCallback(
    (step) => {
      const outbox = outboxOf(client, territory)
      const undo = async () => {
        await outbox.sent()
        const next = undoSteps(await loadHistory(territory), isOwnKey)[step]
        if (next === null) return say(step === 'undo' ? t.edit.state.nothingToUndo : t.edit.state.nothingToRedo)
        const words = await wordsOf(t, client.getQueryData(territoryQuery(territory).queryKey), territory, next, step)
        await outbox.undo(next)
        say(step === 'undo' ? t.edit.state.undone(words) : t.edit.state.redone(words))
      }
      before.current = before.current.then(undo).catch((error: unknown) => say(problemSentence(t, error)))
    },
    [client, territory, say, t],
  )
}

/** What is undone, in words; redoing says what comes back. */
async function wordsOf(
  t: Text,
  record: Parameters<typeof commitInWords>[1] | undefined,
  territory: string,
  revision: number,
  step: Step,
): Promise<string> {
  if (!record) return ''
  const { changes, inverse, total } = await loadCommit(territory, revision, mostAsked)
  const told = step === 'undo' ? { changes, inverse } : { changes: inverse, inverse: changes }
  return commitInWords(t, record, { ...told, total })
}
