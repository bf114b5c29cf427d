import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ComparisonWire } from '#wire/comparison.ts'
import { wordOf } from '#words/vocabulary.ts'
import { rsienaAddress } from '../../data/api.ts'
import { seriesQuery } from '../../data/queries.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { NameLink } from '../../view/facts.tsx'
import { ActorChanges } from './actor-changes.tsx'
import { BesideOthers } from './beside-others.tsx'
import { type ComparedProps, positionIds } from './comparison.ts'
import { DataTable } from './data-table.tsx'
import type { MapsProps } from './maps-page.tsx'
import { actorIn } from './pair.ts'
import { PlaneMove } from './plane-move.tsx'

type Row = ComparisonWire['turnover']['all']
type Estimate = Row['survival']

/** All that two waves tell, in tables. */
export function TablesPage({ record, comparison, place }: MapsProps) {
  const t = useText()
  const words = t.changes.tables
  const actor = actorIn(record, place)
  return (
    <div className={actor === null ? 'changes-tables' : 'changes-tables with-actor'}>
      <article className="changes-page changes-wide">
        <header className="changes-head">
          <h1>{t.changes.parts.tables}</h1>
          <p className="note">{bound(words.lead)}</p>
          <p>
            <a
              className="button"
              href={rsienaAddress(record.id, { from: comparison.before.wave, to: comparison.after.wave })}
              download
            >
              {words.rsiena}
            </a>
          </p>
        </header>
        <Turnover record={record} comparison={comparison} />
        <Unknown record={record} comparison={comparison} />
        <Transitions record={record} comparison={comparison} />
        <Figures record={record} comparison={comparison} />
        <SpherePairs record={record} comparison={comparison} />
        <PlaneMove record={record} comparison={comparison} />
        <BesideOthers record={record} comparison={comparison} />
        <Positions record={record} comparison={comparison} />
        <Series record={record} />
      </article>
      {actor !== null && <ActorChanges record={record} comparison={comparison} actor={actor} />}
    </div>
  )
}

function Turnover({ record, comparison: { turnover, comparability } }: ComparedProps) {
  const t = useText()
  const words = t.changes.tables
  const { ties: barrier } = comparability.barrier
  if (barrier) {
    return (
      <section className="changes-group">
        <h2>{words.turnover}</h2>
        <p className="prose">{bound(words.unsaid(words.allTies, t.changeWords.reasons[barrier]))}</p>
      </section>
    )
  }
  if (turnover.all.kept + turnover.all.ended + turnover.all.new === 0) {
    return (
      <section className="changes-group">
        <h2>{words.turnover}</h2>
        <p className="prose">{words.noneComparable}</p>
      </section>
    )
  }
  const spheres = (name: readonly string[]) =>
    name[0] === name[1]
      ? wordOf(t, record, 'sphere', name[0] ?? '')
      : name.map((id) => wordOf(t, record, 'sphere', id)).join(' – ')
  const table = (caption: string, rows: readonly Row[], nameOf: (name: readonly string[]) => string, note?: string) => (
    <DataTable
      caption={caption}
      {...(note && { note })}
      inColumns
      inCards
      heads={[words.ties, words.kept, words.ended, words.survival, words.new, words.novelty]}
      rows={rows.map((row) => ({
        key: row.name.join(' '),
        cells: [
          nameOf(row.name),
          t.number(row.kept),
          t.number(row.ended),
          <Share key="survival" estimate={row.survival} />,
          t.number(row.new),
          <Share key="novelty" estimate={row.novelty} />,
        ],
      }))}
    />
  )
  return (
    <section className="changes-group">
      <h2>{words.turnover}</h2>
      {table(words.all, [turnover.all], () => words.allTies, words.allNote)}
      {table(words.byKind, turnover.byKind, ([kind = '']) => wordOf(t, record, 'tieKind', kind), words.byKindNote)}
      {table(
        words.byClass,
        turnover.byClass,
        (name) => words.classes[name.join(' ') as keyof typeof words.classes] ?? name.join(' '),
        words.byClassNote,
      )}
      {table(words.byEmbedding, turnover.byEmbedding, ([name = '']) => words.embedding[name as 'embedded'] ?? name)}
      <details className="folded-table">
        <summary>{words.bySpheres}</summary>
        {table(words.bySpheres, turnover.bySpheres, spheres)}
      </details>
    </section>
  )
}

/** A share with its interval beneath. */
function Share({ estimate }: { estimate: Estimate }) {
  const t = useText()
  if (!estimate) return t.undefined
  const { value, interval } = estimate
  return (
    <>
      {t.percent(value)}{' '}
      <span className="interval">{t.changes.tables.between(t.percent(interval.low), t.percent(interval.high))}</span>
    </>
  )
}

/** Ties that cannot be compared, by reason. */
function Unknown({ comparison: { pairs } }: ComparedProps) {
  const t = useText()
  const words = t.changes.tables
  const counts = new Map<NonNullable<(typeof pairs)[number]['reason']>, number>()
  for (const { reason } of pairs) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return (
    <DataTable
      caption={words.unknown}
      note={words.unknownNote}
      heads={[words.why, words.ties]}
      rows={[...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([reason, ties]) => ({ key: reason, cells: [t.changeWords.tieReasons[reason], t.number(ties)] }))}
    />
  )
}

/** Pairs named by none, one or both of their ends, then and now. */
function Transitions({ comparison: { transitions } }: ComparedProps) {
  const t = useText()
  const words = t.changes.tables
  if (!transitions.value) return <Unsaid what={words.transitions} reason={transitions.reason} />
  if (transitions.value.flat().every((pairs) => pairs === 0)) {
    return <Unsaid what={words.transitions} reason="too_few_witnesses" />
  }
  return (
    <DataTable
      caption={words.transitions}
      note={words.transitionsNote}
      heads={[words.thenNow, ...words.dyads]}
      rows={transitions.value.map((row, i) => ({
        key: words.dyads[i] ?? '',
        cells: [words.dyads[i], ...row.map((count) => t.number(count))],
      }))}
    />
  )
}

/** From here on a change that stood alone would be one, as the statements have it. */
const claimLevel = 0.05

function Figures({ comparison: { density, figures, verdict } }: ComparedProps) {
  const t = useText()
  const words = t.changes.tables
  const signed = (value: number) => t.signed(value, 3)
  const claims = new Map(verdict.claims.map((claim) => [claim.about, claim]))
  const verdictOn = (claim: (typeof verdict.claims)[number] | undefined) => {
    if (!claim) return words.untested
    if (claim.isReal) return words.real
    return claim.p <= claimLevel && !verdict.isToldOtherwise ? t.changes.certainties.possible : words.noise
  }
  const rowOf = (
    id: keyof typeof t.changeWords.figures,
    value: { before: number; after: number; change: number; interval: { low: number; high: number } } | null,
    reason: keyof typeof t.changeWords.reasons | null,
  ) => {
    const claim = claims.get(id)
    return {
      key: id,
      cells: value
        ? [
            t.changeWords.figures[id],
            t.fixed(value.before, 3),
            t.fixed(value.after, 3),
            <>
              {signed(value.change)}{' '}
              <span className="interval">{words.between(signed(value.interval.low), signed(value.interval.high))}</span>
            </>,
            claim ? t.fixed(claim.adjusted, 3) : t.undefined,
            verdictOn(claim),
          ]
        : [t.changeWords.figures[id], t.undefined, t.undefined, reason ? t.changeWords.reasons[reason] : '', '', ''],
    }
  }
  if (!density.value && Object.values(figures).every((figure) => !figure?.value)) {
    return <Unsaid what={words.figures} reason={density.reason} />
  }
  const known = density.value && { ...density.value, interval: density.value.dyadic.interval }
  const others = Object.entries(figures) as [keyof typeof t.changeWords.figures, (typeof figures)['ei']][]
  return (
    <DataTable
      caption={words.figures}
      inCards
      note={words.figuresNote}
      heads={[words.figure, words.before, words.after, words.change, words.p, words.verdict]}
      rows={[
        rowOf('density', known, density.reason),
        ...others.map(([id, figure]) => rowOf(id, figure?.value ?? null, figure?.reason ?? null)),
      ]}
    />
  )
}

function SpherePairs({ record, comparison: { spherePairs } }: ComparedProps) {
  const t = useText()
  const words = t.changes.tables
  if (!spherePairs.value) return <Unsaid what={words.spherePairs} reason={spherePairs.reason} />
  const rows = spherePairs.value.toSorted((a, b) => a.q - b.q)
  return (
    <details className="folded-table">
      <summary>{words.spherePairs}</summary>
      <DataTable
        caption={words.spherePairs}
        inCards
        note={words.spherePairsNote}
        heads={[words.spheres, words.before, words.after, words.ended, words.new, words.q]}
        rows={rows.map(({ spheres, before, after, ended, new: begun, q }) => ({
          key: spheres.join(' '),
          cells: [
            [...new Set(spheres)].map((id) => wordOf(t, record, 'sphere', id)).join(' – '),
            t.number(before),
            t.number(after),
            t.number(ended),
            t.number(begun),
            t.fixed(q, 3),
          ],
        }))}
      />
    </details>
  )
}

/** Actors that moved beyond their own noise. */
function Positions({ record, comparison: { positions } }: ComparedProps) {
  const t = useText()
  const words = t.changes.positions
  const [position, setPosition] = useState<(typeof positionIds)[number]>('degree')
  const { value, reason } = positions[position]
  const moved = (value?.actors ?? [])
    .filter(({ isNotable }) => isNotable)
    .toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || Math.abs(b.change) - Math.abs(a.change))
  // Partners are counted, the rest are shares.
  const level = (place: number) => (position === 'degree' ? t.number(place, 1) : t.fixed(place, 3))
  return (
    <section className="changes-group">
      <h2>{words.heading}</h2>
      <p className="prose">{bound(words.lead)}</p>
      <Choice
        label={words.choose}
        value={position}
        groups={[{ name: '', options: positionIds.map((id) => ({ id, name: words.names[id] })) }]}
        onChange={(id) => setPosition(positionIds.find((each) => each === id) ?? 'degree')}
      />
      {value ? (
        <DataTable
          caption={words.caption(words.names[position])}
          heads={[
            words.actor,
            t.changes.tables.before,
            t.changes.tables.after,
            t.changes.tables.change,
            words.noise,
            t.changes.tables.verdict,
          ]}
          rows={moved.map(({ id, before, after, change, noise, isSure }) => ({
            key: id,
            cells: [
              <NameLink key="name" selected={{ noun: 'actor', id }} name={record.actors.get(id)?.name ?? id} />,
              level(before),
              level(after),
              `${change > 0 ? '+' : ''}${level(change)}`,
              level(noise),
              isSure ? words.sure : words.notable,
            ],
          }))}
        />
      ) : (
        <Unsaid what={words.names[position]} reason={reason} />
      )}
    </section>
  )
}

/** All waves one after the other, where there are three or more. */
function Series({ record }: Pick<ComparedProps, 'record'>) {
  const t = useText()
  const words = t.changes.tables
  const isLong = record.latestFirst.length >= 3
  const { data: series } = useQuery({ ...seriesQuery(record.id), enabled: isLong, throwOnError: true })
  if (!series || !isLong) return null
  const labelOf = (wave: string) => record.waves.get(wave)?.label ?? wave
  const value = (level: number | null): ReactNode => (level === null ? t.undefined : t.fixed(level, 3))
  return (
    <section className="changes-group">
      <h2>{words.series}</h2>
      <DataTable
        caption={words.steps}
        note={words.stepsNote}
        heads={[words.step, words.survival, words.halfLife]}
        rows={series.steps.map(({ from, to, survival, halfLife }) => ({
          key: `${from} ${to}`,
          cells: [
            `${labelOf(from)} – ${labelOf(to)}`,
            <Share key="survival" estimate={survival} />,
            halfLife === null ? t.undefined : bound(words.years(halfLife)),
          ],
        }))}
      />
      {series.witnesses.length === 0 ? (
        <p className="note">{words.noneCommon}</p>
      ) : (
        <DataTable
          caption={words.common(series.witnesses.length)}
          note={words.commonNote}
          heads={[words.figure, ...series.waves.map(labelOf)]}
          rows={series.levels.map(({ figure, common }) => ({
            key: figure,
            cells: [t.changeWords.figures[figure], ...common.map(value)],
          }))}
        />
      )}
      <DataTable
        caption={words.courses}
        heads={[words.course, words.ties]}
        rows={(['steady', 'lost', 'gained', 'returned', 'passing', 'changing', 'unknown'] as const).map((course) => ({
          key: course,
          cells: [words.courseNames[course], t.number(series.courses[course])],
        }))}
      />
    </section>
  )
}

function Unsaid({
  what,
  reason,
}: {
  what: string
  reason: keyof ReturnType<typeof useText>['changeWords']['reasons'] | null
}) {
  const t = useText()
  return <p className="note">{bound(t.changes.tables.unsaid(what, reason ? t.changeWords.reasons[reason] : ''))}</p>
}
