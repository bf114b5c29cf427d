import type { CommitWire } from '#wire/record.ts'
import type { Known } from '#words/nouns.ts'
import { commitInWords, type ToldCommit } from '../../edit/telling.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'

/** Of a commit that changes more facts, their number says more than the first of them. */
const mostTold = 12

/** What a commit was, and what it changed: which facts, where they are few; else how many. */
export function CommitWords({ known, commit, told }: CommitWordsProps) {
  const t = useText()
  if (told && commit.origin === 'edit') return <strong>{commitInWords(t, known, told)}</strong>
  const words = told ? commitInWords(t, known, told) : changesInWords(t, commit)
  const isEmpty = commit.revision === 1 && words === ''
  return (
    <>
      <strong>{isEmpty ? t.data.created : t.origins[commit.origin]}</strong>
      {commit.undoes !== undefined && ` ${t.data.undoes(commit.undoes)}`}
      {words !== '' && ` · ${words}`}
    </>
  )
}

interface CommitWordsProps {
  readonly known: Known
  readonly commit: CommitWire
  /** Absent: not known yet, or too much to be told. */
  readonly told: ToldCommit | undefined
}

/** Whether a commit changes so few facts that each can be told. */
export function isTold({ put, removed }: CommitWire): boolean {
  const total = [...Object.values(put), ...Object.values(removed)].reduce((sum, n) => sum + n, 0)
  return total > 0 && total <= mostTold
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
