import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import type { CommitWire } from '#wire/record.ts'
import { undoCommit } from '../../data/api.ts'
import { forgetTerritory, historyQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'

/** What was changed, by whom and when, the latest first; each can be undone while nothing later touched the same facts. */
export function History({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const client = useQueryClient()
  const { data: commits } = useSuspenseQuery(historyQuery(record.id))
  const undo = useMutation({
    mutationFn: (revision: number) => undoCommit(record.id, revision, record.revision),
    onSettled: () => forgetTerritory(client, record.id),
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
          const changes = changesInWords(t, commit)
          return (
            <li key={commit.revision}>
              <div>
                <p>
                  <strong>{changes === '' && commit.revision === 1 ? t.data.created : t.origins[commit.origin]}</strong>
                  {commit.undoes !== undefined && ` ${t.data.undoes(commit.undoes)}`}
                  {changes !== '' && ` · ${changes}`}
                </p>
                <p className="note">
                  {t.data.revision(commit.revision)} · <time dateTime={commit.at}>{t.dateTime(commit.at)}</time>
                  {commit.author && ` · ${commit.author}`}
                </p>
              </div>
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
            </li>
          )
        })}
      </ol>
    </>
  )
}

/** « Ajout ou modification de 33 acteurs et 7 liens ; retrait de 1 acteur ». */
function changesInWords(t: Text, { put, removed }: CommitWire): string {
  const putWords = countsInWords(t, put)
  const removedWords = countsInWords(t, removed)
  return [
    ...(putWords === '' ? [] : [t.data.putWords(putWords)]),
    ...(removedWords === '' ? [] : [t.data.removedWords(removedWords)]),
  ].join(t.data.and)
}

function countsInWords(t: Text, counts: CommitWire['put']): string {
  const counted = Object.entries(t.nouns).map(
    ([noun, { one, more }]) => [counts[noun as Counted] ?? 0, one, more] as const,
  )
  return t.list(counted.filter(([n]) => n > 0).map((each) => t.count(...each)))
}

type Counted = keyof CommitWire['put']
