import { type MeasureQuestion, measureQuestions, questionOf, recommendedMeasures } from '#words/measure-questions.ts'
import { measureWords } from '#words/measures.ts'
import type { listMeasures } from '../data/api.ts'
import type { PerimeterChoice } from '../data/perimeter.ts'
import type { Text } from '../text/fr.ts'

interface Sized {
  readonly id: string
  readonly name: string
  readonly note?: string
  /** What else it is found by. */
  readonly alsoFoundBy: readonly string[]
}

type Catalogue = Awaited<ReturnType<typeof listMeasures>>

/** The measures that can size actors in a perimeter. One looks for a measure by what it is called, in plain words or in the literature, and by what it says. */
export function sizeGroups(t: Text, catalogue: Catalogue, { direction }: Pick<PerimeterChoice, 'direction'>) {
  const directed = direction === 'directed'
  const offered = new Set(
    catalogue
      .filter(({ needs }) => !needs.weights && (needs.directed === undefined || needs.directed === directed))
      .map(({ id }) => id),
  )
  const option = (id: string): Sized => {
    const { name, term, sentence } = measureWords(t.measures, id)
    return { id, name, note: sentence, alsoFoundBy: [term, sentence, id] }
  }
  const first = recommendedMeasures.filter((id) => offered.has(id))
  const questions = Object.entries(measureQuestions).map(([question, ids]) => ({
    name: t.measureQuestions[question as MeasureQuestion],
    options: ids.filter((id) => offered.has(id) && !first.includes(id)).map(option),
  }))
  return [
    {
      name: t.panel.sizeUsual,
      options: [
        { id: 'none', name: t.panel.sizeNone, alsoFoundBy: [] },
        ...first.map((id) => {
          const question = questionOf(id)
          const words = option(id)
          const asked = question ? t.measureQuestions[question] : ''
          return { ...words, note: `${asked} ${words.note}`, alsoFoundBy: [asked, ...words.alsoFoundBy] }
        }),
      ],
    },
    ...questions.filter(({ options }) => options.length > 0),
  ]
}
