import type { FindingWire } from '#wire/diagnosis.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { DrawsChart } from './draws-chart.tsx'

type Dim = FindingWire['dims'][number]

/** One number of a finding: in plain words, as a picture of the draws, then in figures with its definition. */
export function FindingNumber({ dim }: { dim: Dim }) {
  const t = useText()
  const words = t.diagnosis.evidence
  const { name, sentence } = t.diagnosis.dims[dim.key]
  return (
    <div className="number">
      <h4>{name}</h4>
      <p>{inWords(t, dim)}</p>
      {dim.distribution && <DrawsChart dim={dim} format={(number) => spoken(t, dim, number, 1)} />}
      <details>
        <summary>{words.figures}</summary>
        <dl className="about">
          <dt>{words.definition}</dt>
          <dd>{sentence}</dd>
          {figuresOf(t, dim).map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}

/** A value of a number as a reader meets it: a share in per cent, whatever counts as it is. */
function spoken(t: Text, { key }: Pick<Dim, 'key'>, value: number, digits = 2): string {
  return t.diagnosis.dims[key].share ? t.percent(value) : t.number(value, digits)
}

function inWords(t: Text, dim: Dim): string {
  const words = t.diagnosis.evidence
  const { observed, of, expected, p, q, draws } = dim
  const value = spoken(t, dim, observed)
  const found = of === null || t.diagnosis.dims[dim.key].share ? value : words.ofWhole(value, t.number(of))
  const sentences = [
    expected === null ? words.observedOnly(found) : words.observedExpected(found, about(t, dim, expected)),
    ...(p === null ? [] : [draws > 0 ? words.drawsAsExtreme(Math.round(p * (draws + 1)) - 1, draws) : words.chance(p)]),
    ...(q === null || q === p ? [] : [words.corrected(q)]),
  ]
  return bound(sentences.join(' '))
}

function about(t: Text, dim: Dim, expected: number): string {
  const words = t.diagnosis.evidence
  return expected < 0.05 && !t.diagnosis.dims[dim.key].share
    ? words.nearlyNone
    : words.about(spoken(t, dim, expected, expected < 10 ? 1 : 0))
}

function figuresOf(t: Text, dim: Dim): [string, string][] {
  const words = t.diagnosis.evidence
  const { observed, of, expected, ratio, p, q, interval, draws, seed } = dim
  const value = (number: number) => spoken(t, dim, number, 3)
  const probability = (number: number) => (number < 0.001 ? `< ${t.number(0.001, 3)}` : t.number(number, 3))
  return [
    [words.observed, of === null ? value(observed) : words.ofWhole(value(observed), t.number(of))],
    ...(expected === null ? [] : [[words.expected, value(expected)] as [string, string]]),
    ...(ratio === null ? [] : [[words.ratio, t.number(ratio, 2)] as [string, string]]),
    ...(p === null ? [] : [[words.p, probability(p)] as [string, string]]),
    ...(q === null ? [] : [[words.q, probability(q)] as [string, string]]),
    ...(interval === null
      ? []
      : [[words.interval, `${value(interval.low)} – ${value(interval.high)}`] as [string, string]]),
    ...(dim.null === null ? [] : [[words.null, t.diagnosis.nulls[dim.null]] as [string, string]]),
    ...(draws === 0 ? [] : [[words.draws, t.number(draws)] as [string, string]]),
    ...(seed === '' ? [] : [[words.seed, seed] as [string, string]]),
  ]
}
