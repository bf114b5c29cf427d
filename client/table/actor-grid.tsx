import { type ClipboardEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { type Actor, wordsOf } from '#domain/territory.ts'
import { closedLists, type Vocabulary } from '#domain/vocabulary.ts'
import { labelOf } from '#words/nouns.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { type Editing, useEditing } from '../view/editing.ts'
import type { View } from '../view/view.ts'
import { capital, emptyTable } from '../view/words.ts'
import {
  type CellColumn,
  type CellField,
  type CellPlace,
  cellText,
  clipboardCells,
  clipboardText,
  type Filled,
  filled,
  rangeOf,
  settingAll,
} from './cells.ts'
import { isLongTable, Lines } from './lines.tsx'

/** Actors as a spreadsheet holds them: written in place, several at once, pasted from elsewhere. */
export function ActorGrid({ view }: { view: View }) {
  const t = useText()
  const editing = useEditing()
  const { record, network } = view
  const columns = useMemo(() => columnsOf(t, view), [t, view])
  const shown = useMemo(() => {
    const { compare } = new Intl.Collator(t.locale, { numeric: true })
    return view.shown
      .flatMap((node) => record.actors.get(network.actors[node] ?? '') ?? [])
      .sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id))
  }, [t, view.shown, record, network])
  // A line stays where it is while one writes in it, whatever its name becomes.
  const [order] = useState(() => new Map(shown.map(({ id }, row) => [id, row])))
  const actors = useMemo(
    () => [...shown].sort((a, b) => (order.get(a.id) ?? order.size) - (order.get(b.id) ?? order.size)),
    [shown, order],
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState<CellPlace>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<CellPlace>(at)
  /** What is typed in the cell; null: nothing is. */
  const [typed, setTyped] = useState<string | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const range = rangeOf(at, anchor)
  const picked = actors.filter(({ id }) => chosen.has(id))
  const isLong = isLongTable(actors.length)

  // The cell follows the keys; while one types, its field has the focus.
  const isHere = useRef(false)
  useEffect(() => {
    if (!isHere.current || typed !== null) return
    grid.current?.querySelector<HTMLElement>(`[data-cell="${at.row} ${at.column}"]`)?.focus()
  }, [at, typed])
  if (!editing) return null

  const go = (rows: number, across: number, extend = false) => {
    const next = {
      row: Math.max(0, Math.min(actors.length - 1, at.row + rows)),
      column: Math.max(0, Math.min(columns.length - 1, at.column + across)),
    }
    setAt(next)
    if (!extend) setAnchor(next)
  }
  const write = (block: readonly (readonly string[])[], over = range) => {
    const result = filled(actors, columns, over, block)
    tell(t, editing, result)
  }
  const finish = (text: string, over = rangeOf(at, at)) => {
    setTyped(null)
    if (text !== cellText(actors[at.row] as Actor, columns[at.column] as CellColumn) || over !== range)
      write([[text]], over)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (typed !== null || event.nativeEvent.isComposing) return
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event
    const step = steps[key]
    if (step && !ctrlKey && !metaKey && !altKey) go(step[0], step[1], shiftKey)
    else if (key === 'Tab') {
      const isEdge = shiftKey ? at.column === 0 : at.column === columns.length - 1
      // At the edge Tab leaves the table.
      if (isEdge) return
      go(0, shiftKey ? -1 : 1)
    } else if (key === 'Home') go(ctrlKey ? -actors.length : 0, -columns.length, shiftKey)
    else if (key === 'End') go(ctrlKey ? actors.length : 0, columns.length, shiftKey)
    else if (key === 'PageDown' || key === 'PageUp') go(key === 'PageDown' ? 10 : -10, 0, shiftKey)
    else if (key === 'Enter' || key === 'F2') setTyped(textAt(actors, columns, at))
    else if (key === 'Delete' || key === 'Backspace') write([['']])
    else if (key === ' ' && shiftKey) toggle(actors.slice(range.top, range.bottom + 1).map(({ id }) => id))
    else if ((ctrlKey || metaKey) && key === 'd')
      write([[textAt(actors, columns, { row: range.top, column: at.column })]])
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey && !columns[at.column]?.options) setTyped(key)
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey) setTyped(textAt(actors, columns, at))
    else return
    event.preventDefault()
  }
  const toggle = (ids: readonly string[]) => {
    const next = new Set(chosen)
    const isOn = ids.every((id) => next.has(id))
    for (const id of ids)
      if (isOn) next.delete(id)
      else next.add(id)
    setChosen(next)
  }
  return (
    <>
      <p className="note grid-hint">{t.edit.table.hint}</p>
      <Bulk t={t} columns={columns} picked={picked} editing={editing} onClear={() => setChosen(new Set())} />
      <div className="table-scroll">
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that one writes in is a grid.
          role="grid"
          aria-label={t.edit.table.grid(record.name)}
          aria-multiselectable
          className={isLong ? 'table grid is-long' : 'table grid'}
          {...(isLong && { 'aria-rowcount': actors.length + 1 })}
          onKeyDown={onKeyDown}
          onFocus={() => {
            isHere.current = true
          }}
          onBlur={({ relatedTarget, currentTarget }) => {
            isHere.current = currentTarget.contains(relatedTarget) || typed !== null
          }}
          onCopy={(event: ClipboardEvent) => {
            if (typed !== null) return
            event.clipboardData.setData('text/plain', clipboardText(actors, columns, range))
            event.preventDefault()
          }}
          onPaste={(event: ClipboardEvent) => {
            if (typed !== null) return
            event.preventDefault()
            write(clipboardCells(event.clipboardData.getData('text/plain')))
          }}
        >
          <thead>
            <tr {...(isLong && { 'aria-rowindex': 1 })}>
              <th scope="col">
                <input
                  type="checkbox"
                  aria-label={t.edit.table.selectAll}
                  checked={picked.length > 0 && picked.length === actors.length}
                  onChange={() => toggle(actors.map(({ id }) => id))}
                />
              </th>
              {columns.map((column) => (
                <th key={column.field} scope="col">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <Lines
            count={actors.length}
            columns={columns.length + 1}
            current={at.row}
            line={(row, props) => {
              const actor = actors[row]
              if (!actor) return null
              return (
                <tr key={actor.id} {...props} className={chosen.has(actor.id) ? 'selected' : undefined}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t.edit.table.select(actor.name)}
                      checked={chosen.has(actor.id)}
                      onChange={() => toggle([actor.id])}
                    />
                  </td>
                  {columns.map((column, c) => {
                    const isAt = at.row === row && at.column === c
                    const isIn = row >= range.top && row <= range.bottom && c >= range.left && c <= range.right
                    return (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of its cells.
                      <td
                        key={column.field}
                        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid.
                        role="gridcell"
                        aria-selected={isIn}
                        data-cell={`${row} ${c}`}
                        className={isIn ? 'cell is-in' : 'cell'}
                        tabIndex={isAt ? 0 : -1}
                        onClick={({ shiftKey }) => {
                          if (isAt && typed !== null) return
                          setTyped(null)
                          setAt({ row, column: c })
                          if (!shiftKey) setAnchor({ row, column: c })
                        }}
                        onDoubleClick={() => setTyped(cellText(actor, column))}
                      >
                        {isAt && typed !== null ? (
                          <CellEditor
                            column={column}
                            text={typed}
                            onText={setTyped}
                            onDone={(text, way) => {
                              finish(text, way === 'all' ? range : undefined)
                              if (way === 'down') go(1, 0)
                              if (way === 'right') go(0, 1)
                            }}
                            onCancel={() => setTyped(null)}
                          />
                        ) : (
                          cellText(actor, column)
                        )}
                      </td>
                    )
                  })}
                </tr>
              )
            }}
          />
          {actors.length === 0 && (
            <tbody>
              <tr>
                <td colSpan={columns.length + 1} className="note">
                  {emptyTable(t, view)}
                </td>
              </tr>
            </tbody>
          )}
        </table>
      </div>
    </>
  )
}

const steps: Readonly<Record<string, readonly [rows: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** How a cell was left: towards the next one, in place, or for all cells that are selected. */
type Way = 'down' | 'right' | 'here' | 'all'

function CellEditor({ column, text, onText, onDone, onCancel }: CellEditorProps) {
  const first = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const isOver = useRef(false)
  useEffect(() => first.current?.focus(), [])
  const done = (way: Way, said = text) => {
    if (isOver.current) return
    isOver.current = true
    onDone(said, way)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event
    if (key === 'Enter') done(ctrlKey || metaKey ? 'all' : 'down')
    else if (key === 'Tab') done('right')
    else if (key === 'Escape') {
      isOver.current = true
      onCancel()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    ref: first,
    className: 'cell-input',
    'aria-label': column.label,
    onKeyDown,
    onBlur: () => done('here'),
  }
  if (!column.options) return <input {...shared} value={text} onChange={({ target }) => onText(target.value)} />
  return (
    <select {...shared} value={text} onChange={({ target }) => onText(target.value)}>
      {column.options.map(({ id, name }) => (
        <option key={id} value={name}>
          {name}
        </option>
      ))}
    </select>
  )
}

interface CellEditorProps {
  readonly column: CellColumn
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDone: (text: string, way: Way) => void
  readonly onCancel: () => void
}

/** One value for all lines that are ticked. */
function Bulk({ t, columns, picked, editing, onClear }: BulkProps) {
  return (
    <div className="grid-bulk" role="status">
      {picked.length > 0 && (
        <>
          <strong>{t.edit.table.selected(picked.length)}</strong>
          {columns.map(
            ({ field, label, options }) =>
              options && (
                <label key={field}>
                  <span>{t.edit.table.set(label)}</span>
                  <select
                    className="form-input"
                    aria-label={t.edit.table.setFor(label, picked.length)}
                    value=""
                    onChange={({ target }) => set(t, editing, picked, field, target.value)}
                  >
                    <option value="">{t.edit.table.choose}</option>
                    {options.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
              ),
          )}
          <button type="button" className="button" onClick={onClear}>
            {t.edit.table.clear}
          </button>
        </>
      )}
    </div>
  )
}

interface BulkProps {
  readonly t: Text
  readonly columns: readonly CellColumn[]
  readonly picked: readonly Actor[]
  readonly editing: Editing
  readonly onClear: () => void
}

function set(t: Text, editing: Editing, picked: readonly Actor[], field: CellField, value: string): void {
  const changes = settingAll(picked, field, value)
  tell(t, editing, { changes, cells: changes.length, unread: [] })
}

/** Saves what was written, or says what could not be read: then nothing is. */
function tell(t: Text, editing: Editing, { changes, cells, unread }: Filled): void {
  if (unread.length > 0) editing.say(t.edit.table.notRead(unread.slice(0, 5)))
  if (unread.length > 0 || changes.length === 0) return
  const [refused] = editing.commit(changes)
  if (refused) editing.say(capital(t.refused(refused.code, refused.got ?? '', refused.expected ?? null)))
  else if (cells > 1) editing.say(t.edit.table.pasted(cells))
}

function textAt(actors: readonly Actor[], columns: readonly CellColumn[], { row, column }: CellPlace): string {
  const [actor, of] = [actors[row], columns[column]]
  return actor && of ? cellText(actor, of) : ''
}

function columnsOf(t: Text, { record }: View): CellColumn[] {
  const label = (field: CellField) => labelOf(t.edit.fields, 'actor', field)
  const words = (vocabulary: Vocabulary) =>
    wordsOf(record, vocabulary).map((id) => ({ id, name: capital(wordOf(t, record, vocabulary, id)) }))
  const closed = { isOptional: false } as const
  return [
    { field: 'name', label: label('name'), options: null, isOptional: false },
    { field: 'type', label: label('type'), options: words('actorType'), ...closed },
    { field: 'sphere', label: label('sphere'), options: words('sphere'), ...closed },
    {
      field: 'scope',
      label: label('scope'),
      options: closedLists.scope.map((id) => ({ id, name: capital(t.edit.fields.options.scope[id]) })),
      ...closed,
    },
    {
      field: 'inside',
      label: label('inside'),
      options: [
        { id: 'true', name: capital(t.edit.table.yes), also: ['oui', 'yes', 'x', '1', 'vrai'] },
        { id: 'false', name: capital(t.edit.table.no), also: ['non', 'no', '0', 'faux'] },
      ],
      ...closed,
    },
    { field: 'commune', label: label('commune'), options: null, isOptional: true },
  ]
}
