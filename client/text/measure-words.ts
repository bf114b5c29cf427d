import type { Text } from './fr.ts'
import type { MeasureText } from './measure-ids.ts'

/** What a measure is called and says; one that has no words yet goes by its id. */
export function measureWords(text: Text, id: string): MeasureText {
  const measures: Readonly<Record<string, MeasureText>> = text.measures
  const known = Object.hasOwn(measures, id) ? measures[id] : undefined
  return known ?? { name: id, term: id, sentence: '' }
}
