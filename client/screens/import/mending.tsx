import { useMemo, useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { type CellEdit, Grid, type GridLine } from '../../grid/grid.tsx'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { columnName, type Deciding, isRead, sheetName } from './deciding.ts'
import { Fold } from './fold.tsx'
import { meaningInWords, valueInWords, valueOfWords, vocabularyOf } from './meanings.ts'
import { placeKey, type Sheet, type SheetPlace, sheetPlan, withCells, withRow } from './plan.ts'

export const filters = ['all', 'toMend', 'leftOut'] as const
export type Filter = (typeof filters)[number]

/** Which rows are looked at. */
export interface Looking {
  readonly place: SheetPlace
  readonly filter: Filter
  readonly from: number
}

/** The rows of one sheet, to be mended where they stand. */
export function Mending({ looking, onLook, onTakeBack, ...deciding }: MendingProps) {
  const t = useText()
  const { grid } = t.importing
  const { preview } = deciding
  const sheets = preview.sheets.filter(isRead)
  const sheet = sheets.find((each) => looking && placeKey(each) === placeKey(looking.place)) ?? sheets[0]
  if (!sheet) return null
  const filter = looking?.filter ?? 'all'
  const { counts, rows } = sheet
  const countOf: Record<Filter, number> = { all: counts.read, toMend: counts.refused, leftOut: counts.leftOut }
  const look = (change: Partial<Looking>) => onLook({ place: sheet, filter, from: 0, ...change })
  return (
    <section aria-labelledby="import-grid" className="import-mending" id="import-mending">
      <h2 id="import-grid">{grid.heading}</h2>
      <div className="row">
        {sheets.length > 1 && (
          <ToggleButtonGroup
            className="segments"
            aria-label={grid.sheetsLabel}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[placeKey(sheet)]}
            onSelectionChange={(keys) => {
              const chosen = sheets.find((each) => keys.has(placeKey(each)))
              if (chosen) look({ place: chosen })
            }}
          >
            {sheets.map((each) => (
              <ToggleButton key={placeKey(each)} id={placeKey(each)} className="segment">
                {sheetName(t, preview, each)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        )}
        <ToggleButtonGroup
          className="segments"
          aria-label={grid.filter}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[filter]}
          onSelectionChange={(keys) => {
            const chosen = filters.find((each) => keys.has(each))
            if (chosen) look({ filter: chosen })
          }}
        >
          {filters.map((each) => (
            <ToggleButton key={each} id={each} className="segment">
              {grid[each](countOf[each])}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {rows.total === 0 ? (
        <p className="note">{grid.none}</p>
      ) : (
        <SheetGrid key={placeKey(sheet)} {...deciding} sheet={sheet} onTakeBack={onTakeBack} />
      )}
      {filter === 'all' && countOf.all > rows.total && (
        <p className="note">{t.importing.partly(t.number(rows.total))}</p>
      )}
      {rows.total > rows.list.length && (
        <div className="row">
          <Button
            className="button"
            isDisabled={rows.from === 0}
            onPress={() => look({ from: Math.max(0, rows.from - pageRows) })}
          >
            {grid.previous}
          </Button>
          <span>{grid.page(rows.from + 1, rows.from + rows.list.length, rows.total)}</span>
          <Button
            className="button"
            isDisabled={rows.from + rows.list.length >= rows.total}
            onPress={() => look({ from: rows.from + rows.list.length })}
          >
            {grid.next}
          </Button>
        </div>
      )}
      <Fold summary={grid.keysHeading}>
        <p className="note">{grid.keys}</p>
      </Fold>
    </section>
  )
}

interface MendingProps extends Deciding {
  /** Null: the first sheet, all of it. */
  readonly looking: Looking | null
  readonly onLook: (looking: Looking) => void
  readonly onTakeBack: () => void
}

/** Rows that are asked for at once. */
export const pageRows = 500

function SheetGrid({ sheet, onTakeBack, ...deciding }: Deciding & { sheet: Sheet; onTakeBack: () => void }) {
  const t = useText()
  const { grid } = t.importing
  const { record, preview, plan, decide } = deciding
  const [active, setActive] = useState<{ readonly row: number; readonly column: number | null } | null>(null)
  const columns = useMemo(
    () =>
      sheet.columns.map((column) => ({
        name: columnName(t, column),
        note: meaningInWords(t, record, column, column.header),
      })),
    [sheet.columns, t, record],
  )
  const written = useMemo(
    () => new Map(sheetPlan(plan, sheet)?.cells?.map(({ row, column, value }) => [`${row} ${column}`, value])),
    [plan, sheet],
  )
  const leftOut = new Map(sheetPlan(plan, sheet)?.rows?.map(({ row, as }) => [row, as === 'left_out']))
  const lines = sheet.rows.list.map(({ row, state, cells, refusals }): GridLine => {
    const isLeftOut = leftOut.get(row) ?? state === 'left_out'
    return {
      row,
      isLeftOut,
      // What was just written stands there before it has been read.
      cells: sheet.columns.map((column, at) => {
        const text = written.get(`${row} ${column.key}`) ?? cells[at]?.text ?? ''
        return column.added ? valueInWords(t, record, sheet, column, preview.words, text) : text
      }),
      proposed: new Set(
        sheet.columns.flatMap(({ key }, at) => (cells[at]?.proposed && !written.has(`${row} ${key}`) ? [at] : [])),
      ),
      readings: new Map(
        sheet.columns.flatMap((column, at) => {
          const cell = cells[at]
          if (cell?.read === undefined || column.added || written.has(`${row} ${column.key}`)) return []
          if (vocabularyOf(sheet, column) === null && column.values.length === 0) return []
          const read = valueInWords(t, record, sheet, column, preview.words, cell.read)
          if (foldedWords(read) === foldedWords(cell.text)) return []
          return [[at, read] as const]
        }),
      ),
      state: (
        <span className={`import-state import-state-${state}`}>{grid.states[isLeftOut ? 'left_out' : state]}</span>
      ),
      faults: faultsOf(t, sheet, refusals),
    }
  })
  const line = active && sheet.rows.list.find(({ row }) => row === active.row)
  const edit = (edits: readonly CellEdit[]) =>
    decide((before) =>
      withCells(
        before,
        sheet,
        edits.flatMap(({ row, column: at, value }) => {
          const column = sheet.columns[at]
          return column ? [{ row, column: column.key, value: valueOfWords(t, record, sheet, column, value) }] : []
        }),
      ),
    )
  return (
    <>
      <Grid
        label={grid.label(sheetName(t, preview, sheet))}
        words={grid}
        columns={columns}
        lines={lines}
        onEdit={edit}
        onUndo={onTakeBack}
        onLeaveOut={(row, isLeftOut) => {
          const state = sheet.rows.list.find((each) => each.row === row)?.state
          const as = isLeftOut ? 'left_out' : state === 'left_out' && !leftOut.get(row) ? 'data' : 'read'
          decide((before) => withRow(before, sheet, row, as))
        }}
        onActive={(at) => setActive(at && { row: at.line.row, column: at.column })}
      />
      <p className="import-active" aria-live="polite">
        {line ? activeSaid(t, sheet, line, active.column) : grid.proposedKey}
      </p>
    </>
  )
}

/** Why cells cannot stand, by column; what is said of the whole row stands at the first. */
function faultsOf(t: Text, sheet: Sheet, refusals: Row['refusals']): Map<number, string> {
  const faults = new Map<number, string>()
  for (const { column, code, got, expected } of refusals) {
    const at = Math.max(
      0,
      sheet.columns.findIndex(({ key }) => key === column),
    )
    const said = t.refused(code, got, expected)
    faults.set(at, faults.has(at) ? `${faults.get(at)} ; ${said}` : said)
  }
  return faults
}

function activeSaid(t: Text, sheet: Sheet, { row, refusals }: Row, column: number | null): string {
  const { grid } = t.importing
  const key = column === null ? null : sheet.columns[column]?.key
  // Of the cell one is in, else of its row.
  const own = refusals.filter((refusal) => refusal.column === key)
  const [first] = own.length > 0 ? own : refusals
  return first ? grid.rowFault(row, t.refused(first.code, first.got, first.expected)) : grid.fine(row)
}

type Row = Sheet['rows']['list'][number]
