import { useMemo } from 'react'
import { type Actor, answerOf } from '#domain/territory.ts'
import { centreOf, stepsFrom } from '#drawing/arranging.ts'
import type { Column } from '#drawing/table-columns.ts'
import { measureNumber, measureWords } from '#words/measures.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { NameLink } from '../view/facts.tsx'
import { Glyph } from '../view/glyph.tsx'
import { useAdjust } from '../view/navigation.tsx'
import { ranksOf } from '../view/ranks.ts'
import { capital, categoryName, emptyTable } from '../view/words.ts'
import { SortableTable, type TableProps } from './sortable.tsx'

interface ActorRow {
  readonly actor: Actor
  readonly category: string
  readonly sphere: string
  readonly type: string
  readonly place: string
  readonly answer: string
  /** Of a layout of rings: its core, or its steps from the middle. */
  readonly ring: number | null
  readonly partners: number
  readonly spaces: number
  readonly size: number | null
}

export function ActorTable({ view, place }: TableProps) {
  const t = useText()
  const adjust = useAdjust()
  const { record, network, twoMode, categories, degrees, sizes, cores, appearance } = view
  const { layout, around } = appearance
  const centre = layout === 'distance' ? centreOf({ network, around }) : null
  const rings = useMemo(() => {
    if (cores) return new Map(network.actors.map((id, node) => [id, cores[node] || null]))
    return centre === null ? null : stepsFrom(network, centre)
  }, [network, cores, centre])
  const rows = useMemo(() => {
    const spacesOf = new Map<string, number>()
    for (const { from } of twoMode.edges) {
      const actor = twoMode.actors[from] ?? ''
      spacesOf.set(actor, (spacesOf.get(actor) ?? 0) + 1)
    }
    return view.shown.flatMap((node): ActorRow[] => {
      const actor = record.actors.get(network.actors[node] ?? '')
      if (!actor) return []
      return [
        {
          actor,
          category: categoryName(t, record, categories.categoryOf(actor.id)),
          sphere: capital(wordOf(t, record, 'sphere', actor.sphere)),
          type: capital(wordOf(t, record, 'actorType', actor.type)),
          place: t.sidesInShort[actor.inside ? 'inside' : 'outside'],
          answer: t.rosterStatuses[answerOf(record, network.perimeter.wave, actor.id)],
          ring: rings ? (rings.get(actor.id) ?? null) : null,
          partners: degrees[node] ?? 0,
          spaces: spacesOf.get(actor.id) ?? 0,
          size: Array.isArray(sizes) ? (sizes[node] ?? null) : null,
        },
      ]
    })
  }, [t, view.shown, record, network, twoMode, categories, degrees, sizes, rings])
  const measure = sizeColumn(view)
  const ranks = useMemo(() => ranksOf(Array.isArray(sizes) ? sizes : []), [sizes])
  const chosen = useMemo(() => new Set(place.chosen), [place.chosen])
  const columns = useMemo(
    (): Column<ActorRow>[] => [
      { id: 'name', name: t.table.name, key: ({ actor }) => actor.name },
      { id: 'sphere', name: t.table.sphere, key: ({ sphere }) => sphere },
      { id: 'type', name: t.table.type, key: ({ type }) => type },
      ...(appearance.color === 'community'
        ? [{ id: 'community', name: t.table.community, key: ({ category }: ActorRow) => category }]
        : []),
      { id: 'place', name: t.table.place, key: (row) => row.place },
      ...(network.basis === 'survey'
        ? [{ id: 'answer', name: t.table.answer, key: ({ answer }: ActorRow) => answer }]
        : []),
      ...(rings
        ? [
            {
              id: 'ring',
              name: centre === null ? t.table.core : t.table.stepsFrom(record.actors.get(centre)?.name ?? centre),
              key: ({ ring }: ActorRow) => ring,
              numeric: true as const,
            },
          ]
        : []),
      { id: 'partners', name: t.table.partners, key: ({ partners }) => partners, numeric: true },
      { id: 'spaces', name: t.table.spaces, key: ({ spaces }) => spaces, numeric: true },
      ...(measure
        ? [
            {
              id: 'size',
              name: measureWords(t.measures, measure).name,
              key: ({ size }: ActorRow) => size,
              numeric: true as const,
            },
          ]
        : []),
      { id: 'chosen', name: t.choosing.column, key: ({ actor }) => Number(chosen.has(actor.id)), numeric: true },
    ],
    [t, record, network.basis, appearance.color, measure, chosen, rings, centre],
  )
  return (
    <SortableTable
      caption={t.table.caption(record.name)}
      columns={columns}
      rows={rows}
      sort={place.sort ?? 'name'}
      empty={emptyTable(t, view)}
      rowKey={({ actor }) => actor.id}
      isSelected={({ actor }) => place.actor === actor.id}
      cell={(row, column) => {
        switch (column) {
          case 'name':
            return (
              <span className="with-glyph">
                <Glyph look={categories.categoryOf(row.actor.id).look} />
                <NameLink selected={{ noun: 'actor', id: row.actor.id }} name={row.actor.name} />
              </span>
            )
          case 'chosen':
            return (
              <input
                type="checkbox"
                aria-label={t.choosing.choose(row.actor.name)}
                checked={chosen.has(row.actor.id)}
                onChange={({ target }) =>
                  adjust({
                    chosen: target.checked
                      ? [...place.chosen, row.actor.id]
                      : place.chosen.filter((id) => id !== row.actor.id),
                  })
                }
              />
            )
          case 'sphere':
            return row.sphere
          case 'type':
            return row.type
          case 'community':
            return row.category
          case 'place':
            return row.place
          case 'answer':
            return row.answer
          case 'ring':
            return row.ring === null ? (centre === null ? t.undefined : t.table.unreached) : t.number(row.ring)
          case 'partners':
            return t.number(row.partners)
          case 'spaces':
            return t.number(row.spaces)
          default:
            return row.size === null || measure === null ? (
              t.undefined
            ) : (
              <>
                {measureNumber(t, measure, row.size)}{' '}
                <span className="note">{t.measure.place(ranks.get(row.size)?.rank ?? 1)}</span>
              </>
            )
        }
      }}
    />
  )
}

/** The measure that sizes actors, where the table has not its figures already; null: it has. */
export function sizeColumn({ sizes, sizeMeasure }: TableProps['view']): string | null {
  return Array.isArray(sizes) && sizeMeasure !== null && !sizeMeasure.startsWith('degree') ? sizeMeasure : null
}
