import { useMemo } from 'react'
import { categoriesOf } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import type { ComparisonWire } from '#wire/comparison.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { categoryName, namesIn } from '../../view/words.ts'
import { AlluvialChart } from './alluvial.tsx'
import type { ComparedProps } from './comparison.ts'
import { DataTable } from './data-table.tsx'
import { type Alluvial, apart, communityFlows, sphereFlows } from './flows.ts'

type Communities = NonNullable<ComparisonWire['communities']['value']>

/** What became of communities, and who came and left in each sphere. */
export function GroupsPage({ record, comparison }: ComparedProps) {
  const t = useText()
  const words = t.changes.groups
  const { value, reason } = comparison.communities
  return (
    <article className="changes-page changes-wide">
      <header className="changes-head">
        <h1>{t.changes.parts.groups}</h1>
      </header>
      <section className="flows">
        <h2>{words.communities}</h2>
        {value ? (
          <CommunityChart record={record} comparison={comparison} communities={value} />
        ) : (
          <p className="lead">{bound(words.notCompared(t.changeWords.reasons[reason]))}</p>
        )}
      </section>
      <section className="flows">
        <h2>{words.spheres}</h2>
        <p className="prose">{bound(words.spheresLead)}</p>
        <SphereChart record={record} comparison={comparison} />
      </section>
    </article>
  )
}

function CommunityChart({ record, comparison, communities }: ComparedProps & { readonly communities: Communities }) {
  const t = useText()
  const words = t.changes.groups
  const alluvial = useMemo(() => communityFlows(communities), [communities])
  const around = useMemo(() => centresOf(comparison, communities), [comparison, communities])
  const nameOf = (side: 'before' | 'after', id: string) => {
    if (id === apart) return words.alone
    const centre = around[side].get(id) ?? ''
    return t.legend.around(shortName(record.actors.get(centre)?.name ?? centre, 24))
  }
  const briefOf = (side: 'before' | 'after', id: string) => {
    const centre = around[side].get(id)
    return id === apart || centre === undefined
      ? nameOf(side, id)
      : shortName(record.actors.get(centre)?.name ?? centre, 20)
  }
  const { agreement, noise, isBeyondNoise } = communities
  return (
    <>
      <p className="prose">
        {bound(
          words.alike(
            agreement.adjustedRand === null ? t.undefined : t.number(agreement.adjustedRand, 2),
            t.number(noise, 2),
            isBeyondNoise,
          ),
        )}{' '}
        {words.named}
      </p>
      <Chart
        record={record}
        comparison={comparison}
        alluvial={alluvial}
        label={words.communities}
        nameOf={nameOf}
        briefOf={briefOf}
      />
      <DataTable
        caption={words.events}
        endsInWords
        inCards
        heads={[words.set, words.actors, words.event]}
        rows={(['before', 'after'] as const).flatMap((side) =>
          communities[side]
            .filter(({ actors }) => actors.length > 1)
            .map(({ label, actors, event, others }) => ({
              key: `${side} ${label}`,
              cells: [
                `${nameOf(side, String(label))} (${record.waves.get(comparison[side].wave)?.label ?? ''})`,
                t.number(actors.length),
                bound(
                  words.eventWith(
                    words.setEvents[side][event],
                    others.map((other) => nameOf(side === 'before' ? 'after' : 'before', String(other))),
                  ),
                ),
              ],
            })),
        )}
      />
    </>
  )
}

function SphereChart({ record, comparison }: ComparedProps) {
  const t = useText()
  const words = t.changes.groups
  const categories = useMemo(() => categoriesOf(record, 'sphere'), [record])
  const alluvial = useMemo(() => sphereFlows(comparison, categories), [comparison, categories])
  const nameOf = (side: 'before' | 'after', id: string) => {
    const category = categories.list.find((each) => each.id === id)
    return category ? categoryName(t, record, category) : words.notThere[side]
  }
  const drawn = new Set(alluvial.flows.flatMap(({ from, to }) => [from, to]))
  const others = categories.list.flatMap(({ id, kind }) => (kind.of === 'others' && drawn.has(id) ? kind.words : []))
  return (
    <>
      <Chart record={record} comparison={comparison} alluvial={alluvial} label={words.spheres} nameOf={nameOf} />
      {others.length > 0 && (
        <p className="note">{bound(words.others(others.map((word) => wordOf(t, record, 'sphere', word))))}</p>
      )}
    </>
  )
}

/** The drawing, and the same as a table. */
function Chart({ record, comparison, alluvial, label, nameOf, briefOf = nameOf }: ChartProps) {
  const t = useText()
  const words = t.changes.groups
  const labelOf = (wave: string) => record.waves.get(wave)?.label ?? wave
  const waves = [labelOf(comparison.before.wave), labelOf(comparison.after.wave)] as const
  const names = namesIn(t, record)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must scroll by the keyboard */}
      <section className="alluvial-scroll" aria-label={label} tabIndex={0}>
        <AlluvialChart
          alluvial={alluvial}
          label={words.chart(label, ...waves)}
          nameOf={nameOf}
          briefOf={briefOf}
          waves={waves}
        />
      </section>
      <details className="alluvial-twin">
        <summary>{words.asTable}</summary>
        <DataTable
          caption={words.chart(label, ...waves)}
          wordsFirst={2}
          endsInWords
          inCards
          heads={[waves[0], waves[1], words.actors, words.who]}
          rows={alluvial.flows.map(({ from, to, actors }) => ({
            key: JSON.stringify([from, to]),
            cells: [
              nameOf('before', from),
              nameOf('after', to),
              t.number(actors.length),
              t.list(actors.map(names.actor)),
            ],
          }))}
        />
      </details>
    </>
  )
}

interface ChartProps extends ComparedProps {
  readonly alluvial: Alluvial
  readonly label: string
  readonly nameOf: NameOf
  /** Shorter names, where there is little room; left out: the same. */
  readonly briefOf?: NameOf
}

type NameOf = (side: 'before' | 'after', id: string) => string

/** Of each community of either wave the actor with most ties there, which names it. */
function centresOf({ pairs }: ComparisonWire, communities: Communities) {
  const degrees = { before: new Map<string, number>(), after: new Map<string, number>() }
  for (const pair of pairs) {
    for (const side of ['before', 'after'] as const) {
      if (pair[side].length === 0) continue
      for (const end of pair.ends) degrees[side].set(end, (degrees[side].get(end) ?? 0) + 1)
    }
  }
  const of = (side: 'before' | 'after') =>
    new Map(
      communities[side].map(({ label, actors }) => {
        const most = actors.reduce((best, id) =>
          (degrees[side].get(id) ?? 0) > (degrees[side].get(best) ?? 0) ? id : best,
        )
        return [String(label), most]
      }),
    )
  return { before: of('before'), after: of('after') }
}
