import type { MeasureWire } from '#wire/measures.ts'
import { measureWords } from '#words/measures.ts'
import { perimeterSentence } from '#words/perimeter.ts'
import { useText } from '../text/language.tsx'
import type { View } from './view.ts'
import { capital } from './words.ts'

/** What a measure says, on what, and how exactly it is counted. */
export function MeasureAbout({ view, measure }: { view: View; measure: MeasureWire }) {
  const t = useText()
  const { term, sentence, convention } = measureWords(t.measures, measure.id)
  return (
    <dl className="about">
      <dt>{t.measure.definition}</dt>
      <dd>{sentence}</dd>
      <dt>{t.measure.term}</dt>
      <dd>{capital(term)}</dd>
      <dt>{t.measure.perimeter}</dt>
      <dd>{capital(perimeterSentence(t, view.record, view.network.perimeter, view.usual))}.</dd>
      <dt>{t.measure.range}</dt>
      <dd>{t.measure.rangeWords(measure.range)}</dd>
      <dt>{t.measure.convention}</dt>
      <dd lang={convention ? undefined : 'en'}>{convention ?? measure.convention}</dd>
      <dt>{t.measure.source}</dt>
      <dd lang="en">{measure.source}</dd>
    </dl>
  )
}
