import { folded, foldedWords } from '../../domain/folding.ts'
import type { ColumnContent } from './column-content.ts'
import { asksOfOthers } from './column-names.ts'
import { optionMeaning } from './value-meaning.ts'

/**
 * The columns into which a questionnaire spreads a question about others, a column for each of them, with whom it asks about: as LimeSurvey and
 * Google Forms (« Question [Nom] »), KoboToolbox (« question/Nom ») and Framaforms (« Question ? : Nom ») write them. People ticked, graded or said
 * how often.
 */
export function choiceColumns(
  columns: readonly ColumnContent[],
  isActor: (folded: string) => boolean,
): ReadonlyMap<ColumnContent, string> {
  const choices = columns.flatMap((column) => {
    const parted = patterns.map((pattern) => pattern.exec(column.header)).find((match) => match !== null)
    const [, question = '', name = ''] = parted ?? []
    return question === '' || !areTicked(column) ? [] : [{ column, question, name }]
  })
  const byQuestion = Map.groupBy(choices, ({ question }) => question)
  const asked = [...byQuestion].filter(
    ([question, list]) =>
      list.length >= 2 &&
      list.some(({ column }) => column.filled > 0) &&
      (asksOfOthers(foldedWords(question)) || list.some(({ name }) => isActor(folded(name)))),
  )
  return new Map(asked.flatMap(([, list]) => list.map(({ column, name }) => [column, name])))
}

const patterns = [/^(.*\S)\s*\[([^\]]+)\]\s*$/, /^(.*\?)\s*[:–-]\s*(\S.*)$/, /^([^/]{3,}?)\s*\/\s*([^/]+)$/]

function areTicked({ values, filled, marks, numbers }: ColumnContent): boolean {
  if (filled === 0 || marks + numbers >= 0.8) return true
  let told = 0
  for (const { text, count } of values.values()) {
    if (isNothing(text) || optionMeaning(text, 'regularity').means !== null) told += count
  }
  return told >= 0.8 * filled
}

/** Whether a cell says that there is no tie. */
export function isNothing(text: string): boolean {
  return /^(-+|non|n|no|faux|false|\.|\/|ø|jamais|aucune?|pas du tout|never|none)$/i.test(text)
}
