import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useRef } from 'react'
import { useText } from '../text/language.tsx'
import { usePrinting } from '../view/printing.ts'

/** Tables of more lines than this have in the document those in sight alone. */
const mostInDocument = 400

/** Lines that go on paper; a file has all. */
const mostPrinted = 1_000

/** Whether so many lines are too many to be in the document together. */
export function isLongTable(count: number): boolean {
  return count > mostInDocument
}

/** What the row of a long table bears: who reads it aloud is told its place among all. */
export interface LineProps {
  readonly ref?: Ref<HTMLTableRowElement>
  readonly 'data-index'?: number
  readonly 'aria-rowindex'?: number
}

/** The body of a table that scrolls in a `.table-scroll`; `current`: a line that stays in the document, for it has the focus. */
export function Lines({ count, columns, current, line }: LinesProps) {
  const t = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const isPrinting = usePrinting()
  const isLong = isLongTable(count)
  const virtualizer = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    enabled: isLong,
    estimateSize: () => 35,
    getScrollElement: () => body.current?.closest<HTMLElement>('.table-scroll') ?? null,
    overscan: 12,
    rangeExtractor: (range) => withCurrent(range, current),
  })
  if (!isLong) return <tbody>{Array.from({ length: count }, (_, at) => line(at, {}))}</tbody>
  if (isPrinting) {
    return (
      <tbody>
        {Array.from({ length: Math.min(count, mostPrinted) }, (_, at) => line(at, {}))}
        {count > mostPrinted && (
          <tr>
            <td colSpan={columns} className="note">
              {t.table.printed(mostPrinted, count)}
            </td>
          </tr>
        )}
      </tbody>
    )
  }
  const rows: ReactNode[] = []
  let end = 0
  for (const { index, start, end: next } of virtualizer.getVirtualItems()) {
    if (start > end) rows.push(<Gap key={`before ${index}`} height={start - end} columns={columns} />)
    rows.push(line(index, { ref: virtualizer.measureElement, 'data-index': index, 'aria-rowindex': index + 2 }))
    end = next
  }
  const rest = virtualizer.getTotalSize() - end
  return (
    <tbody ref={body}>
      {rows}
      {rest > 0 && <Gap height={rest} columns={columns} />}
    </tbody>
  )
}

interface LinesProps {
  readonly count: number
  /** How many columns the table has. */
  readonly columns: number
  readonly current: number | null
  /** The row at a place, with what it must bear. */
  readonly line: (at: number, props: LineProps) => ReactNode
}

/** The room of lines that are not in sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus, and it says nothing.
    <tr aria-hidden="true" className="table-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function withCurrent(range: Range, current: number | null): number[] {
  const inSight = defaultRangeExtractor(range)
  if (current === null || current >= range.count || inSight.includes(current)) return inSight
  return [...inSight, current].sort((a, b) => a - b)
}
