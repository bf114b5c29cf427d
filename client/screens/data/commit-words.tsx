import { useQuery } from '@tanstack/react-query'
import type { CommitWire } from '#wire/record.ts'
import { commitQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { commitInWords } from '../../edit/telling.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'

/** Of a commit that changes more facts, their number says more than the first of them. */
const mostTold = 12

/** What a commit was, and what it changed: which facts, where they are few; else how many. */
export function CommitWords({ record, commit }: { record: TerritoryRecord; commit: CommitWire }) {
  const t = useText()
  const total = [...Object.values(commit.put), ...Object.values(commit.removed)].reduce((sum, n) => sum + n, 0)
  const { data } = useQuery({ ...commitQuery(record.id, commit.revision), enabled: total > 0 && total <= mostTold })
  if (data && commit.origin === 'edit') return <strong>{commitInWords(t, record, data)}</strong>
  const words = data ? commitInWords(t, record, data) : changesInWords(t, commit)
  const isEmpty = commit.revision === 1 && words === ''
  return (
    <>
      <strong>{isEmpty ? t.data.created : t.origins[commit.origin]}</strong>
      {commit.undoes !== undefined && ` ${t.data.undoes(commit.undoes)}`}
      {words !== '' && ` · ${words}`}
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
