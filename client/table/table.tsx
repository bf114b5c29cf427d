import { useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { useAdjust } from '../view/navigation.tsx'
import { tableRows } from '../view/place.ts'
import { ActorGrid } from './actor-grid.tsx'
import { ActorTable } from './actor-table.tsx'
import { ParticipationTable } from './participation-table.tsx'
import type { TableProps } from './sortable.tsx'
import { TableFiles } from './table-files.tsx'
import { TieTable } from './tie-table.tsx'
import './table.css'

const tables = { actors: ActorTable, ties: TieTable, participations: ParticipationTable }

/** The same as the map, in lines and columns. */
export function Table({ view, place }: TableProps) {
  const t = useText()
  const adjust = useAdjust()
  const Lines = tables[place.rows]
  const canWrite = useEditing() !== null && place.rows === 'actors'
  const [isWriting, setWriting] = useState(false)
  return (
    <div className="table-screen">
      <ToggleButtonGroup
        className="segments"
        aria-label={t.table.lines}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[place.rows]}
        onSelectionChange={(keys) => {
          const rows = tableRows.find((each) => keys.has(each))
          if (rows) adjust({ rows, sort: undefined }, 'push')
        }}
      >
        {tableRows.map((rows) => (
          <ToggleButton key={rows} id={rows} className="segment">
            {t.table.rows[rows]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {canWrite && (
        <ToggleButton className="button table-write" isSelected={isWriting} onChange={setWriting}>
          {isWriting ? t.edit.table.read : t.edit.table.edit}
        </ToggleButton>
      )}
      {/* A region that scrolls must be reachable by keyboard. */}
      {canWrite && isWriting ? (
        <ActorGrid view={view} />
      ) : (
        <>
          <TableFiles view={view} place={place} />
          <section className="table-scroll" aria-label={t.table.rows[place.rows]}>
            <Lines view={view} place={place} />
          </section>
        </>
      )}
    </div>
  )
}
