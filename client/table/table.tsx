import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { adjust } from '../state/navigation.tsx'
import { tableRows } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import type { View } from '../view/view.ts'
import { ActorTable } from './actor-table.tsx'
import { ParticipationTable } from './participation-table.tsx'
import { TieTable } from './tie-table.tsx'
import './table.css'

const tables = { actors: ActorTable, ties: TieTable, participations: ParticipationTable }

/** The same as the map, in lines and columns. */
export function Table({ view }: { view: View }) {
  const t = useText()
  const Lines = tables[view.place.rows]
  return (
    <div className="table-screen">
      <ToggleButtonGroup
        className="segments"
        aria-label={t.table.lines}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view.place.rows]}
        onSelectionChange={(keys) => {
          const rows = tableRows.find((each) => keys.has(each))
          if (rows) adjust({ rows, sort: null }, 'push')
        }}
      >
        {tableRows.map((rows) => (
          <ToggleButton key={rows} id={rows} className="segment">
            {t.table.rows[rows]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {/* A region that scrolls must be reachable by keyboard. */}
      <section className="table-scroll" aria-label={t.table.rows[view.place.rows]}>
        <Lines view={view} />
      </section>
    </div>
  )
}
