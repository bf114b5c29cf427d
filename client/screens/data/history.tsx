import { useMutation, useQueries, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import { commitQuery, historyQuery, outboxOf } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { withThose } from '../../edit/telling.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { CommitWords, isTold } from './commit-words.tsx'
import { Restore } from './restore.tsx'

/** What was changed, by whom and when, the latest first; each can be undone while nothing later touched the same facts, and any state come back. */
export function History({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const client = useQueryClient()
  const { data: commits } = useSuspenseQuery(historyQuery(record.id))
  const undo = useMutation({
    mutationFn: (revision: number) => outboxOf(client, record.id).undo(revision),
  })
  const told = useQueries({
    queries: commits.filter(isTold).map(({ revision }) => commitQuery(record.id, revision)),
    combine: (answers) => new Map(answers.flatMap(({ data }) => (data ? [[data.revision, data] as const] : []))),
  })
  // Whoever is there no more is named as past changes name it.
  const known = withThose(
    record,
    [...told.values()].flatMap(({ changes, inverse }) => [...changes, ...inverse]),
  )
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
                  <CommitWords known={known} commit={commit} told={told.get(commit.revision)} />
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
