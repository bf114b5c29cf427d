import { useSuspenseQuery } from '@tanstack/react-query'
import type { MeasureWire } from '#wire/measures.ts'
import { measureWords } from '#words/measures.ts'
import { perimeterSentence } from '#words/perimeter.ts'
import { catalogueQuery, measuresQuery } from '../data/queries.ts'
import { useText } from '../text/language.tsx'
import { nodeValues, type View } from '../view/view.ts'
import { capital } from '../view/words.ts'

/** The figures of one actor: what each says, then the number, then where it comes from. */
export function Figures({ view, node }: { view: View; node: number }) {
  const t = useText()
  const { data: catalogue } = useSuspenseQuery(catalogueQuery)
  const directed = view.network.perimeter.direction === 'directed'
  const chosen = Object.keys(t.readings).flatMap(
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
  const words = measureWords(t.measures, measure.id)
  const value = values[node] ?? null
  const readings: Readonly<Record<string, (value: number) => string>> = t.readings
  const rank = value === null ? null : rankOf(values, value)
  return (
    <li>
      <p className="reading">{value === null ? t.measure.notDefined : readings[measure.id]?.(value)}</p>
      <details className="figure">
        <summary>
          <span>{words.name}</span>{' '}
          <span className="figure-value">{value === null ? t.undefined : t.number(value, 3)}</span>{' '}
          {rank && <span className="figure-rank">{t.measure.rank(rank.rank, rank.of, rank.shared)}</span>}
        </summary>
        <dl className="about">
          <dt>{t.measure.definition}</dt>
          <dd>{words.sentence}</dd>
          <dt>{t.measure.perimeter}</dt>
          <dd>{capital(perimeterSentence(t, view.record, view.network.perimeter, view.usual))}.</dd>
          <dt>{t.measure.range}</dt>
          <dd>{t.measure.rangeWords(measure.range)}</dd>
          <dt>{t.measure.convention}</dt>
          <dd lang={words.convention ? undefined : 'en'}>{words.convention ?? measure.convention}</dd>
          <dt>{t.measure.source}</dt>
          <dd lang="en">{measure.source}</dd>
        </dl>
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

/** From the largest on, among actors whose value is defined. */
function rankOf(values: readonly (number | null)[], value: number) {
  const defined = values.filter((other) => other !== null)
  return {
    rank: defined.filter((other) => other > value).length + 1,
    of: defined.length,
    shared: defined.filter((other) => other === value).length > 1,
  }
}
