import { useMemo } from 'react'
import { surest } from '#domain/confidence.ts'
import type { Confidence } from '#domain/vocabulary.ts'
import { edgeStanding } from '#drawing/standing.ts'
import type { Column } from '#drawing/table-columns.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { ConfidenceMark, NameLink } from '../view/facts.tsx'
import { type Place, tieEnds, tieSelected } from '../view/place.ts'
import { standingsIn } from '../view/tie-standing.ts'
import { emptyTable } from '../view/words.ts'
import { SortableTable, type TableProps } from './sortable.tsx'

interface TieRow {
  readonly key: string
  readonly from: { readonly id: string; readonly name: string }
  readonly to: { readonly id: string; readonly name: string }
  /** Kinds of the declarations, in words. */
  readonly kinds: string
  /** What it rests on, in words. */
  readonly standing: string
  /** Names of the spaces they share. */
  readonly spaces: string
  readonly confidence: Confidence | undefined
  readonly sources: string
}

/** Every tie that is on the map of actors, with what stands behind it. */
export function TieTable({ view, place }: TableProps) {
  const t = useText()
  const { record, network } = view
  // What is left out to spare the map is not left out here.
  const backbone = view.appearance.ties === 'backbone' ? view.backbone : null
  const standingOf = useMemo(() => standingsIn(view), [view])
  const rows = useMemo(() => {
    const shown = new Set(view.shown)
    const end = (node: number) => {
      const id = network.actors[node] ?? ''
      return { id, name: record.actors.get(id)?.name ?? id }
    }
    return network.edges
      .filter(({ from, to }, edge) => shown.has(from) && shown.has(to) && (backbone?.[edge] ?? true))
      .map((edge): TieRow => {
        const ties = edge.ties.map((key) => record.ties.get(key)).filter((tie) => tie !== undefined)
        return {
          key: `${edge.from} ${edge.to}`,
          from: end(edge.from),
          to: end(edge.to),
          kinds: [...new Set(ties.map(({ kind }) => wordOf(t, record, 'tieKind', kind)))].join(', '),
          standing: t.explore.standings[edgeStanding(record, network, standingOf, edge) ?? 'shared'],
          spaces: edge.spaces.map((space) => record.spaces.get(space)?.name ?? space).join(' ; '),
          confidence: surest(ties.map(({ confidence }) => confidence)),
          sources: [...new Set(ties.map(({ source }) => source).filter((source) => source !== undefined))].join(' ; '),
        }
      })
  }, [t, view.shown, record, network, standingOf, backbone])
  const directed = network.perimeter.direction === 'directed'
  const columns = useMemo(
    (): Column<TieRow>[] => [
      { id: 'from', name: directed ? t.table.from : t.table.between, key: ({ from }) => from.name },
      { id: 'to', name: directed ? t.table.to : t.table.and, key: ({ to }) => to.name },
      { id: 'kinds', name: t.table.kinds, key: ({ kinds }) => kinds || null },
      { id: 'standing', name: t.table.standing, key: ({ standing }) => standing },
      { id: 'spaces', name: t.table.sharedSpaces, key: ({ spaces }) => spaces || null },
      { id: 'confidence', name: t.table.confidence, key: ({ confidence }) => confidence ?? null },
      { id: 'sources', name: t.sheet.source, key: ({ sources }) => sources || null },
    ],
    [t, directed],
  )
  return (
    <SortableTable
      caption={t.table.tiesCaption(record.name)}
      columns={columns}
      rows={rows}
      sort={place.sort ?? 'from'}
      empty={emptyTable(t, view)}
      rowKey={({ key }) => key}
      isSelected={({ from, to }) => isOfRow(place, from.id, to.id)}
      cell={(row, column) => {
        switch (column) {
          case 'from':
            return <NameLink selected={{ noun: 'actor', id: row.from.id }} name={row.from.name} />
          case 'to':
            return <NameLink selected={{ noun: 'actor', id: row.to.id }} name={row.to.name} />
          case 'kinds':
            return <NameLink selected={tieSelected(row.from.id, row.to.id)} name={row.kinds || row.standing} />
          case 'standing':
            // Where no kind stands, that cell says it.
            return row.kinds ? row.standing : null
          case 'spaces':
            return row.spaces
          case 'confidence':
            return <ConfidenceMark confidence={row.confidence} />
          default:
            return row.sources
        }
      }}
    />
  )
}

function isOfRow({ actor, tie }: Place, from: string, to: string): boolean {
  if (actor !== undefined) return actor === from || actor === to
  const ends = tie === undefined ? null : tieEnds({ id: tie })
  return ends?.includes(from) === true && ends.includes(to)
}
