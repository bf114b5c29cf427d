import { type ReactNode, useMemo, useRef } from 'react'
import {
  type CellKeyboardEvent,
  type CellKeyDownArgs,
  type Column,
  DataGrid,
  type DataGridHandle,
  type RenderCellProps,
  type RenderEditCellProps,
} from 'react-data-grid'
import 'react-data-grid/lib/styles.css'
import { rowsOfText } from './clipboard.ts'
import './grid.css'

export interface GridColumn {
  readonly name: string
  /** What the column is taken for, under its name. */
  readonly note: string
}

export interface GridLine {
  /** As a spreadsheet numbers it. */
  readonly row: number
  readonly cells: readonly string[]
  /** What cells are read as, by column, where that is something else. */
  readonly readings: ReadonlyMap<number, string>
  /** Columns whose cells, or what they are read as, nobody said. */
  readonly proposed: ReadonlySet<number>
  readonly state: ReactNode
  /** Why cells cannot stand, by column. */
  readonly faults: ReadonlyMap<number, string>
  readonly isLeftOut: boolean
}

export interface CellEdit {
  readonly row: number
  readonly column: number
  readonly value: string
}

/**
 * A table to be mended as in a spreadsheet: arrows and Tab go about, typing, F2, Enter or a double click write into a
 * cell, Delete empties it, Ctrl+D takes the cell above, what was copied elsewhere is pasted over as many cells as it has,
 * the corner of a cell is drawn down over others.
 */
export function Grid({ label, words, columns, lines, onEdit, onUndo, onLeaveOut, onActive }: GridProps) {
  const grid = useRef<DataGridHandle>(null)
  const placeOf = useMemo(() => new Map(lines.map(({ row }, place) => [row, place])), [lines])
  const gridColumns = useMemo(() => columnsOf(columns, words, onLeaveOut), [columns, words, onLeaveOut])

  const keyDown = (args: CellKeyDownArgs<GridLine>, event: CellKeyboardEvent) => {
    if (args.mode === 'EDIT') {
      // The last line has none beneath to go to: there the grid closes the cell itself.
      if (event.key !== 'Enter' || args.rowIdx + 1 >= lines.length) return
      event.preventGridDefault()
      grid.current?.setActivePosition({ idx: args.column.idx, rowIdx: args.rowIdx + 1 }, { shouldFocus: true })
      return
    }
    const { row: line, column, rowIdx } = args
    const isWithCtrl = event.ctrlKey || event.metaKey
    if (isWithCtrl && event.key.toLowerCase() === 'z') {
      event.preventGridDefault()
      event.preventDefault()
      onUndo()
      return
    }
    if (!line || !column) return
    const take = () => {
      event.preventGridDefault()
      event.preventDefault()
    }
    if (column.key === keptKey) {
      if (event.key !== ' ' && event.key !== 'Enter') return
      take()
      onLeaveOut(line.row, !line.isLeftOut)
      return
    }
    const at = columnAt(column.key)
    if (at === null) return
    if (event.key === 'Delete' || event.key === 'Backspace') {
      take()
      onEdit([{ row: line.row, column: at, value: '' }])
    } else if (event.key.toLowerCase() === 'd' && isWithCtrl) {
      take()
      const above = lines[rowIdx - 1]
      if (above) onEdit([{ row: line.row, column: at, value: above.cells[at] ?? '' }])
    }
  }

  const paste = (line: GridLine, key: string, text: string) => {
    const [at, place] = [columnAt(key), placeOf.get(line.row)]
    if (at === null || place === undefined) return
    const edits = rowsOfText(text).flatMap((cells, down): CellEdit[] => {
      const row = lines[place + down]?.row
      if (row === undefined) return []
      return cells.slice(0, columns.length - at).map((value, right) => ({ row, column: at + right, value }))
    })
    onEdit(edits)
  }

  return (
    <DataGrid
      ref={grid}
      className="grid rdg-light"
      aria-label={label}
      columns={gridColumns}
      rows={lines}
      rowKeyGetter={({ row }) => row}
      rowHeight={34}
      headerRowHeight={48}
      rowClass={({ isLeftOut }) => (isLeftOut ? 'grid-left-out' : null)}
      onCellKeyDown={keyDown}
      onRowsChange={(changed, { indexes, column }) => {
        const at = columnAt(column.key)
        if (at === null) return
        onEdit(
          indexes.flatMap((place): CellEdit[] => {
            const [before, after] = [lines[place], changed[place]]
            if (!before || !after || before.cells[at] === after.cells[at]) return []
            return [{ row: before.row, column: at, value: after.cells[at] ?? '' }]
          }),
        )
      }}
      onCellCopy={({ row, column }, event) => {
        const at = columnAt(column.key)
        if (at === null) return
        event.clipboardData.setData('text/plain', row.cells[at] ?? '')
        event.preventDefault()
      }}
      onCellPaste={({ row, column }, event) => {
        event.preventDefault()
        event.stopPropagation()
        paste(row, column.key, event.clipboardData.getData('text/plain'))
        return row
      }}
      onFill={({ columnKey, sourceRow, targetRow }) => {
        const at = columnAt(columnKey)
        return at === null ? targetRow : withCell(targetRow, at, sourceRow.cells[at] ?? '')
      }}
      onActivePositionChange={({ row, column }) => {
        onActive(row && column ? { line: row, column: columnAt(column.key) } : null)
      }}
    />
  )
}

interface GridProps {
  readonly label: string
  readonly words: GridWords
  readonly columns: readonly GridColumn[]
  readonly lines: readonly GridLine[]
  readonly onEdit: (edits: readonly CellEdit[]) => void
  /** Ctrl+Z. */
  readonly onUndo: () => void
  readonly onLeaveOut: (row: number, isLeftOut: boolean) => void
  /** Which cell one is in; column null: one that is not of the file. */
  readonly onActive: (at: { readonly line: GridLine; readonly column: number | null } | null) => void
}

export interface GridWords {
  readonly row: string
  readonly kept: string
  readonly keep: (row: number) => string
  readonly state: string
  readonly mend: (fault: string) => string
  readonly proposed: string
}

const rowKey = 'row'
const keptKey = 'kept'
const stateKey = 'state'

function columnsOf(
  columns: readonly GridColumn[],
  words: GridWords,
  onLeaveOut: GridProps['onLeaveOut'],
): Column<GridLine>[] {
  return [
    {
      key: keptKey,
      name: words.kept,
      width: 62,
      frozen: true,
      headerCellClass: 'grid-head-short',
      renderCell: ({ row: line, tabIndex }) => (
        <input
          type="checkbox"
          className="grid-tick"
          aria-label={words.keep(line.row)}
          tabIndex={tabIndex}
          checked={!line.isLeftOut}
          onChange={({ currentTarget }) => onLeaveOut(line.row, !currentTarget.checked)}
        />
      ),
    },
    {
      key: rowKey,
      name: words.row,
      width: 56,
      frozen: true,
      cellClass: 'grid-number',
      renderCell: ({ row }) => row.row,
    },
    { key: stateKey, name: words.state, width: 104, renderCell: ({ row }) => row.state },
    ...columns.map(
      ({ name, note }, at): Column<GridLine> => ({
        key: `${cellPrefix}${at}`,
        name: (
          <>
            <span className="grid-head-name">{name}</span>
            <span className="grid-head-note">{note}</span>
          </>
        ),
        minWidth: 110,
        width: 'max-content',
        maxWidth: 320,
        resizable: true,
        cellClass: ({ faults }) => (faults.has(at) ? 'grid-fault' : null),
        renderCell: (props) => <Cell {...props} at={at} words={words} />,
        renderEditCell: (props) => <Editor {...props} at={at} />,
      }),
    ),
  ]
}

const cellPrefix = 'cell-'

/** Null: a column that is not of the file. */
function columnAt(key: string): number | null {
  return key.startsWith(cellPrefix) ? Number(key.slice(cellPrefix.length)) : null
}

function withCell(line: GridLine, at: number, value: string): GridLine {
  return { ...line, cells: line.cells.with(at, value) }
}

function Cell({ row: line, at, words }: RenderCellProps<GridLine> & { at: number; words: GridWords }) {
  const [text, reading, fault] = [line.cells[at], line.readings.get(at), line.faults.get(at)]
  const isProposed = line.proposed.has(at)
  return (
    <>
      {text && <span className={isProposed && !reading ? 'grid-proposed' : undefined}>{text}</span>}
      {reading && (
        <span className={isProposed ? 'grid-reading grid-proposed' : 'grid-reading'}>
          {text ? ` → ${reading}` : reading}
        </span>
      )}
      {isProposed && <span className="visually-hidden">{words.proposed}</span>}
      {fault && <span className="visually-hidden">{words.mend(fault)}</span>}
    </>
  )
}

/** `at`: the column of the file that is written in. */
function Editor({ row: line, at, onRowChange, onClose }: RenderEditCellProps<GridLine> & { at: number }) {
  return (
    <input
      className="grid-editor"
      ref={focusAndSelect}
      value={line.cells[at] ?? ''}
      onChange={({ currentTarget }) => onRowChange(withCell(line, at, currentTarget.value))}
      onBlur={() => onClose(true, false)}
    />
  )
}

function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}
