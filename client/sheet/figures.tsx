import { useSuspenseQuery } from '@tanstack/react-query'
import type { MeasureWire } from '#wire/measures.ts'
import { questionOf, recommendedMeasures } from '#words/measure-questions.ts'
import { measureNumber, measureWords } from '#words/measures.ts'
import { catalogueQuery, measuresQuery } from '../data/queries.ts'
import { useText } from '../text/language.tsx'
import { MeasureAbout } from '../view/measure-about.tsx'
import { ranksOf } from '../view/ranks.ts'
import { nodeValues, type View } from '../view/view.ts'

/** The figures of one actor: what each says, then the number, then where it comes from. */
export function Figures({ view, node }: { view: View; node: number }) {
  const t = useText()
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const directed = view.network.perimeter.direction === 'directed'
  const read = Object.keys(t.readings)
  const chosen = [...new Set([...recommendedMeasures.filter((id) => read.includes(id)), ...read])].flatMap(
    (id) =>
      catalogue.find(
        ({ needs, ...measure }) =>
          measure.id === id && needs.twoMode !== true && (needs.directed === undefined || needs.directed === directed),
      ) ?? [],
  )
  const { data: figures } = useSuspenseQuery(
    measuresQuery(
      view.record.id,
      view.perimeter,
      chosen.map(({ id }) => id),
    ),
  )
  if (!figures) return <p className="note">{t.measure.failed}</p>
  return (
    <ul className="figures">
      {chosen.map((measure) => {
        const values = nodeValues(figures.get(measure.id))
        return values && <Figure key={measure.id} view={view} measure={measure} values={values} node={node} />
      })}
    </ul>
  )
}

function Figure({ view, measure, values, node }: FigureProps) {
  const t = useText()
  const { name } = measureWords(t.measures, measure.id)
  const value = values[node] ?? null
  const readings: Readonly<Record<string, (value: number) => string>> = t.readings
  const rank = value === null ? undefined : ranksOf(values).get(value)
  const question = questionOf(measure.id)
  return (
    <li>
      {question && <p className="figure-question">{t.measureQuestions[question]}</p>}
      <p className="reading">{value === null ? t.measure.notDefined : readings[measure.id]?.(value)}</p>
      <details className="figure">
        <summary>
          <span>{name}</span>{' '}
          <span className="figure-value">{value === null ? t.undefined : measureNumber(t, measure.id, value)}</span>{' '}
          {rank && <span className="figure-rank">{t.measure.rank(rank.rank, rank.of, rank.shared)}</span>}
        </summary>
        <MeasureAbout view={view} measure={measure} />
      </details>
    </li>
  )
}

interface FigureProps {
  readonly view: View
  readonly measure: MeasureWire
  readonly values: readonly (number | null)[]
  readonly node: number
}
