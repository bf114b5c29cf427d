import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { historyQuery, outboxOf } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { CommitWords } from './commit-words.tsx'
import { Restore } from './restore.tsx'

/** What was changed, by whom and when, the latest first; each can be undone while nothing later touched the same facts, and any state come back. */
export function History({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const client = useQueryClient()
  const { data: commits } = useSuspenseQuery(historyQuery(record.id))
  const undo = useMutation({
    mutationFn: (revision: number) => outboxOf(client, record.id).undo(revision),
  })
  const undone = new Set(commits.map(({ undoes }) => undoes))
  return (
    <>
      <div aria-live="polite">
        {undo.isError && <p className="problem">{problemSentence(t, undo.error)}</p>}
        {undo.isSuccess && <p className="success">{t.data.undone}</p>}
      </div>
      <ol className="history">
        {commits.map((commit) => {
          return (
            <li key={commit.revision}>
              <div>
                <p>
                  <CommitWords record={record} commit={commit} />
                </p>
                <p className="note">
                  {t.data.revision(commit.revision)} · <time dateTime={commit.at}>{t.dateTime(commit.at)}</time>
                  {commit.author && ` · ${commit.author}`}
                </p>
              </div>
              <div className="history-actions">
                {commit.revision < record.revision && <Restore record={record} revision={commit.revision} />}
                {commit.revision > 1 && commit.undoable && !undone.has(commit.revision) && (
                  <Button
                    className="button"
                    aria-label={t.data.undoRevision(commit.revision)}
                    isPending={undo.isPending && undo.variables === commit.revision}
                    onPress={() => undo.mutate(commit.revision)}
                  >
                    {t.data.undo}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ol>
    </>
  )
}
