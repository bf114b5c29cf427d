import type { ReactNode } from 'react'
import { useText } from '../../text/language.tsx'

/** A table of figures under its title; the first cell of a line names it. */
export function DataTable({
  caption,
  note,
  heads,
  rows,
  wordsFirst = 1,
  endsInWords = false,
  inColumns = false,
  inCards = false,
}: DataTableProps) {
  const alignedAs = (i: number) => (i < wordsFirst || (endsInWords && i === heads.length - 1) ? undefined : 'numeric')
  const t = useText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must scroll by the keyboard
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className={`table${inColumns ? ' in-columns' : ''}${inCards ? ' in-cards' : ''}`}>
        <caption>
          {caption}
          {note && <span className="class-definition">{note}</span>}
        </caption>
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} scope="col" className={alignedAs(i)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, i) => (
                <td key={heads[i + 1]} className={alignedAs(i + 1)} data-head={inCards ? heads[i + 1] : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={heads.length} className="note">
                {t.changes.tables.none}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  )
}

interface DataTableProps {
  readonly caption: string
  readonly note?: string
  readonly heads: readonly string[]
  /** So many columns are words, which read from the left; default: the one that names the line. */
  readonly wordsFirst?: number
  /** The last column is words, which read from the left. */
  readonly endsInWords?: boolean
  /** Columns as wide as those of the other tables that are so. */
  readonly inColumns?: boolean
  /** On a phone each line is a card of its own: long words would leave no room for the rest. */
  readonly inCards?: boolean
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}
