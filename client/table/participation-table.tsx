import { useMemo } from 'react'
import type { Participation } from '#domain/territory.ts'
import type { Column } from '#drawing/table-columns.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { ConfidenceMark, NameLink } from '../view/facts.tsx'
import { capital, emptyTable } from '../view/words.ts'
import { SortableTable, type TableProps } from './sortable.tsx'

interface Row {
  readonly space: string
  /** Null: nobody is known in the space. */
  readonly taken: Participation | null
}

/** Who takes part in which space, as the map of actors and spaces draws it; spaces nobody is known in come too. */
export function ParticipationTable({ view, place }: TableProps) {
  const t = useText()
  const { record, network, twoMode } = view
  const rows = useMemo(() => {
    const actors = new Set(view.shown.map((node) => network.actors[node]))
    return twoMode.spaces.flatMap((space): Row[] => {
      const taken = (record.participationsOfSpace.get(space) ?? []).filter(
        ({ wave, actor }) => wave === network.perimeter.wave && actors.has(actor),
      )
      if (taken.length === 0) return [{ space, taken: null }]
      return taken.map((participation) => ({ space, taken: participation }))
    })
  }, [view.shown, record, network, twoMode])
  const spaceName = (id: string) => record.spaces.get(id)?.name ?? id
  const actorName = (taken: Participation) => record.actors.get(taken.actor)?.name ?? taken.actor
  const kindOf = (id: string) => capital(wordOf(t, record, 'spaceKind', record.spaces.get(id)?.kind ?? ''))
  // biome-ignore lint/correctness/useExhaustiveDependencies: what names things reads the record and the language alone.
  const columns = useMemo(
    (): Column<Row>[] => [
      { id: 'space', name: t.table.space, key: ({ space }) => spaceName(space) },
      { id: 'kind', name: t.table.kind, key: ({ space }) => kindOf(space) },
      { id: 'actor', name: t.table.name, key: ({ taken }) => taken && actorName(taken) },
      { id: 'role', name: t.table.role, key: ({ taken }) => taken && wordOf(t, record, 'role', taken.role) },
      { id: 'confidence', name: t.table.confidence, key: ({ taken }) => taken?.confidence ?? null },
      { id: 'source', name: t.sheet.source, key: ({ taken }) => taken?.source ?? null },
    ],
    [t, record],
  )
  return (
    <SortableTable
      caption={t.table.participationsCaption(record.name)}
      columns={columns}
      rows={rows}
      sort={place.sort ?? 'space'}
      empty={emptyTable(t, view)}
      rowKey={({ space, taken }) => `${space} ${taken?.actor} ${taken?.role}`}
      isSelected={({ space, taken }) =>
        place.actor === undefined ? place.space === space : place.actor === taken?.actor
      }
      cell={({ space, taken }, column) => {
        if (column === 'space') return <NameLink selected={{ noun: 'space', id: space }} name={spaceName(space)} />
        if (column === 'kind') return kindOf(space)
        if (!taken) return column === 'actor' ? <span className="note">{t.table.nobody}</span> : null
        if (column === 'actor')
          return <NameLink selected={{ noun: 'actor', id: taken.actor }} name={actorName(taken)} />
        if (column === 'role') return capital(wordOf(t, record, 'role', taken.role))
        if (column === 'confidence') return <ConfidenceMark confidence={taken.confidence} />
        return taken.source
      }}
    />
  )
}
