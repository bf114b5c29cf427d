import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import type { CommitWire } from '#wire/record.ts'
import { undoCommit } from '../api.ts'
import { notedIn } from '../diagnosis/notes.ts'
import { forgetTerritory, historyQuery } from '../queries.ts'
import type { TerritoryRecord } from '../record.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'

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
        {commits.map((commit) => (
          <li key={commit.revision}>
            <div>
              <p>
                <strong>{t.origins[commit.origin]}</strong>
                {commit.undoes !== undefined && ` ${t.data.undoes(commit.undoes)}`}
                {' · '}
                {changesInWords(t, commit)}
              </p>
              <p className="note">
                {t.data.revision(commit.revision)} · <time dateTime={commit.at}>{t.dateTime(commit.at)}</time>
                {commit.author && ` · ${commit.author}`}
              </p>
            </div>
            {commit.revision > 1 && commit.inverse.length > 0 && !undone.has(commit.revision) && (
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
        ))}
      </ol>
    </>
  )
}

/** « Ajout ou modification de 33 acteurs et 7 liens ; retrait de 1 acteur ». */
function changesInWords(t: Text, { changes }: CommitWire): string {
  const put = new Map<keyof Text['nounCounts'], number>()
  const removed = new Map<keyof Text['nounCounts'], number>()
  const notes = new Set<string>()
  for (const change of changes) {
    const [counts, noun] = 'put' in change ? [put, change.put] : [removed, change.remove]
    const note = noteIn(change)
    // A note is kept in several settings.
    if (note !== null && notes.has(note)) continue
    if (note !== null) notes.add(note)
    const counted = note === null ? noun : 'note'
    counts.set(counted, (counts.get(counted) ?? 0) + 1)
  }
  const words = (counts: typeof put) => t.list([...counts].map(([noun, n]) => t.nounCounts[noun](n)))
  return [
    ...(put.size > 0 ? [t.data.putWords(words(put))] : []),
    ...(removed.size > 0 ? [t.data.removedWords(words(removed))] : []),
  ].join(t.data.and)
}

function noteIn(change: CommitWire['changes'][number]): string | null {
  if ('put' in change) return change.put === 'setting' ? notedIn(change.value.key) : null
  return change.remove === 'setting' ? notedIn(change.identity.key) : null
}
