import { type ReactNode, useMemo } from 'react'
import { surest } from '#domain/confidence.ts'
import type { Tie } from '#domain/territory.ts'
import type { NetworkWire } from '#wire/network.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { ConfidenceMark, NameLink } from '../view/facts.tsx'
import { Glyph } from '../view/glyph.tsx'
import {
  declaredAs,
  entrySelected,
  type LegendEntry,
  responsesAmong,
  standFor,
  tiesOfCategory,
} from '../view/legend-entry.ts'
import { PlaceLink, useAdjust } from '../view/navigation.tsx'
import { tieSelected } from '../view/place.ts'
import { TieLine } from '../view/tie-line.tsx'
import type { View } from '../view/view.ts'
import { categoryName, entryName } from '../view/words.ts'

/** As many are listed; the rest is counted, and in the table. */
const mostListed = 100

/** Whom or what a line of the legend stands for. */
export function LegendSheet({ view, entry }: { view: View; entry: LegendEntry }) {
  switch (entry.of) {
    case 'category':
      return <CategorySheet view={view} id={entry.id} />
    case 'silent':
      return <SilentSheet view={view} />
    default:
      return <TiesSheet view={view} entry={entry} />
  }
}

function CategorySheet({ view, id }: { view: View; id: string }) {
  const t = useText()
  const adjust = useAdjust()
  const category = view.categories.list.find((each) => each.id === id)
  const { nodes } = useMemo(() => standFor(view, { of: 'category', id }), [view, id])
  const { within, towards } = useMemo(() => tiesOfCategory(view, id), [view, id])
  if (!category) return <p className="note">{t.legendSheet.unknown}</p>
  const outwards = towards.reduce((sum, { ties }) => sum + ties, 0)
  const { asked, answered } = responsesAmong(view, nodes)
  return (
    <>
      <header className="sheet-head">
        <h2>
          <Glyph look={category.look} size={22} />
          {categoryName(t, view.record, category)}
        </h2>
        {view.hidden.has(id) && (
          <>
            <p className="note">{t.legendSheet.hidden}</p>
            <p className="sheet-actions">
              <button
                type="button"
                className="button"
                onClick={() => adjust({ hide: view.appearance.hidden.filter((each) => each !== id) }, 'push')}
              >
                {t.explore.show}
              </button>
            </p>
          </>
        )}
        <p className="lead">{t.legendSheet.ofCategory(nodes.length, within, outwards)}</p>
        {asked > 0 && <p>{t.legendSheet.responses(asked, answered)}</p>}
      </header>
      {towards.length > 0 && (
        <section>
          <h3>
            {t.legendSheet.outwards} <span className="count">{t.number(outwards)}</span>
          </h3>
          <ul className="facts">
            {towards.map(({ category: other, ties }) => (
              <li key={other.id} className="with-glyph">
                <Glyph look={other.look} />
                <NameLink
                  selected={entrySelected({ of: 'category', id: other.id })}
                  name={categoryName(t, view.record, other)}
                />
                <span className="count">{t.number(ties)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Actors view={view} nodes={nodes} heading={t.legendSheet.actors} />
    </>
  )
}

/** Those who were asked in vain, and those whom others name and nobody asked. */
function SilentSheet({ view }: { view: View }) {
  const t = useText()
  const { nodes } = useMemo(() => standFor(view, { of: 'silent' }), [view])
  const asked = nodes.filter((node) => responsesAmong(view, [node]).asked > 0)
  const named = nodes.filter((node) => !asked.includes(node))
  return (
    <>
      <header className="sheet-head">
        <h2>{t.explore.silent}</h2>
        <p className="lead">{t.legendSheet.silentLead(asked.length, named.length)}</p>
        <p className="note">{t.legendSheet.silentNote}</p>
      </header>
      {asked.length > 0 && <Actors view={view} nodes={asked} heading={t.legendSheet.askedInVain} />}
      {named.length > 0 && <Actors view={view} nodes={named} heading={t.legendSheet.neverAsked} />}
    </>
  )
}

function TiesSheet({ view, entry }: { view: View; entry: Extract<LegendEntry, { of: 'standing' | 'tieKind' }> }) {
  const t = useText()
  const { record } = view
  const { edges } = useMemo(() => standFor(view, entry), [view, entry])
  const behind = useMemo(
    () =>
      edges.flatMap((edge) =>
        entry.of === 'tieKind'
          ? declaredAs(view, edge, entry.kind)
          : edge.ties.flatMap((key) => record.ties.get(key) ?? []),
      ),
    [view, entry, edges, record],
  )
  return (
    <>
      <header className="sheet-head">
        <h2>
          {entry.of === 'standing' && <TieLine standing={entry.standing} />}
          {entryName(t, view, entry)}
        </h2>
        <p className="lead">{t.legendSheet.ofTies(edges.length, behind.length)}</p>
        {entry.of === 'standing' && <p className="note">{t.legendSheet.standings[entry.standing]}</p>}
      </header>
      {behind.length > 0 && <Origins view={view} ties={behind} />}
      <EdgeList view={view} edges={edges} />
    </>
  )
}

/** Who declares, when and from what sources. */
function Origins({ view, ties }: { view: View; ties: readonly Tie[] }) {
  const t = useText()
  const { record, network } = view
  const reporters = tally(ties.map(({ reporter }) => reporter ?? ''))
  const sources = tally(ties.flatMap(({ source }) => source ?? []))
  const days = ties.flatMap(({ lastContact }) => lastContact ?? []).sort()
  const since = ties.flatMap((tie) => tie.since ?? []).sort()
  const [first, last, oldest] = [days[0], days.at(-1), since[0]]
  const basis = record.waves.get(network.perimeter.wave)?.basis
  return (
    <section>
      <h3>{t.legendSheet.origins}</h3>
      <dl className="about">
        <dt>{t.legendSheet.reporters}</dt>
        <dd>
          <Few
            items={reporters.map(([id, count]) => (
              <span key={id}>
                {id === '' ? (
                  basis === 'informants' ? (
                    t.sheet.fromInformants
                  ) : (
                    t.sheet.fromDocuments
                  )
                ) : (
                  <NameLink selected={{ noun: 'actor', id }} name={record.actors.get(id)?.name ?? id} />
                )}{' '}
                <span className="count">{t.number(count)}</span>
              </span>
            ))}
          />
        </dd>
        {first && last && (
          <>
            <dt>{t.legendSheet.contacts(days.length)}</dt>
            <dd>{first === last ? t.date(first) : t.sheet.dates(t.date(first), t.date(last))}</dd>
          </>
        )}
        {oldest && (
          <>
            <dt>{t.legendSheet.oldest}</dt>
            <dd>{t.sheet.dates(t.date(oldest), undefined)}</dd>
          </>
        )}
        <dt>{t.sheet.sources}</dt>
        <dd>
          {sources.length === 0 ? (
            t.sheet.noSource
          ) : (
            <Few
              items={sources.map(([source, count]) => (
                <span key={source}>
                  {source} <span className="count">{t.number(count)}</span>
                </span>
              ))}
            />
          )}
        </dd>
      </dl>
    </section>
  )
}

/** The first five, and the others when one asks. */
function Few({ items }: { items: readonly ReactNode[] }) {
  const t = useText()
  const line = (item: ReactNode, i: number) => <li key={i}>{item}</li>
  return (
    <>
      <ul>{items.slice(0, 5).map(line)}</ul>
      {items.length > 5 && (
        <details>
          <summary>{t.legendSheet.others(items.length - 5)}</summary>
          <ul>{items.slice(5).map(line)}</ul>
        </details>
      )}
    </>
  )
}

function Actors({ view, nodes, heading }: { view: View; nodes: readonly number[]; heading: string }) {
  const t = useText()
  const { record, network, degrees, categories } = view
  const byTies = [...nodes].sort((a, b) => (degrees[b] ?? 0) - (degrees[a] ?? 0))
  return (
    <section>
      <h3>
        {heading} <span className="count">{t.number(nodes.length)}</span>
      </h3>
      <p className="note">{t.legendSheet.byPartners}</p>
      <ul className="facts">
        {byTies.slice(0, mostListed).map((node) => {
          const id = network.actors[node] ?? ''
          return (
            <li key={id} className="with-glyph">
              <Glyph look={categories.categoryOf(id).look} />
              <NameLink selected={{ noun: 'actor', id }} name={record.actors.get(id)?.name ?? id} />
              <span className="count">{t.number(degrees[node] ?? 0)}</span>
            </li>
          )
        })}
      </ul>
      <Rest left={byTies.length - mostListed} rows="actors" />
    </section>
  )
}

function EdgeList({ view, edges }: { view: View; edges: readonly NetworkWire['edges'][number][] }) {
  const t = useText()
  const { record, network } = view
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  return (
    <section>
      <h3>
        {t.explore.ties} <span className="count">{t.number(edges.length)}</span>
      </h3>
      <ul className="facts">
        {edges.slice(0, mostListed).map((edge) => {
          const [from, to] = [network.actors[edge.from] ?? '', network.actors[edge.to] ?? '']
          const ties = edge.ties.flatMap((key) => record.ties.get(key) ?? [])
          const kinds = [...new Set(ties.map(({ kind }) => wordOf(t, record, 'tieKind', kind)))]
          return (
            <li key={`${from} ${to}`}>
              <NameLink selected={tieSelected(from, to)} name={t.explore.tieBetween(nameOf(from), nameOf(to))} />
              <p className="fact">
                {[
                  ...kinds,
                  ...edge.spaces.map((space) => t.sheet.sharedThrough(record.spaces.get(space)?.name ?? space)),
                ].join(', ')}{' '}
                <ConfidenceMark confidence={surest(ties.map(({ confidence }) => confidence))} />
              </p>
            </li>
          )
        })}
      </ul>
      <Rest left={edges.length - mostListed} rows="ties" />
    </section>
  )
}

function Rest({ left, rows }: { left: number; rows: 'actors' | 'ties' }) {
  const t = useText()
  if (left <= 0) return null
  return (
    <p className="note">
      {t.diagnosis.more(left)}{' '}
      <PlaceLink screen="table" change={{ rows, sort: undefined }}>
        {t.legendSheet.inTable}
      </PlaceLink>
    </p>
  )
}

/** How often each is there, the most frequent first. */
function tally(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])
}
