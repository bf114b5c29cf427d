import { useQuery } from '@tanstack/react-query'
import { besideFigures } from '#wire/beside.ts'
import { unsaidOf } from '#words/beside.ts'
import { besideQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import type { ComparedProps } from './comparison.ts'
import { DataTable } from './data-table.tsx'

/** How far this territory moved beside the others that are held, each by its own measure. */
export function BesideOthers({ record, comparison }: ComparedProps) {
  const t = useText()
  const words = t.besideWords
  const pair = { from: comparison.before.wave, to: comparison.after.wave }
  const { data, isError } = useQuery(besideQuery(record.id, pair))
  if (isError) return null
  if (!data) {
    return (
      <section className="changes-group">
        <h2>{words.heading}</h2>
        <p className="note" role="status">
          {t.page.loading}
        </p>
      </section>
    )
  }
  const { others, figures } = data
  const nameOf = new Map(others.map(({ territory, name }) => [territory, name]))
  const said = besideFigures.flatMap((figure) => {
    const { value } = figures[figure]
    return value ? [{ figure, ...value }] : []
  })
  // Of none beside it, that is said already.
  const unsaid = others.length === 0 ? [] : unsaidOf(figures)
  return (
    <section className="changes-group beside-others">
      <h2>{words.heading}</h2>
      <p className="prose">{bound(words.lead(others.length))}</p>
      {said.length > 0 && (
        <>
          <DataTable
            caption={words.scale}
            heads={[words.figure, words.here, words.range, words.others, words.where]}
            endsInWords
            rows={said.map(({ figure, own, others: theirs, ...standing }) => ({
              key: figure,
              cells: [
                words.figures[figure],
                words.errors(own.z),
                <Strip key="strip" own={own.z} others={theirs.map(({ z }) => z)} />,
                t.number(theirs.length),
                bound(words.place(standing)),
              ],
            }))}
          />
          <details className="folded-table">
            <summary>{words.others}</summary>
            <DataTable
              caption={words.others}
              heads={[words.territory, words.waves, ...said.map(({ figure }) => words.figures[figure])]}
              wordsFirst={2}
              rows={others.map(({ territory, labels: [from, to], years }) => ({
                key: territory,
                cells: [
                  nameOf.get(territory) ?? territory,
                  words.span(from, to, years),
                  ...said.map(({ others: theirs }) => {
                    const own = theirs.find((other) => other.territory === territory)
                    return own ? words.errors(own.z) : t.undefined
                  }),
                ],
              }))}
            />
          </details>
          <p className="note">{bound(words.caution)}</p>
        </>
      )}
      {unsaid.length > 0 && (
        <ul className="note">
          {unsaid.map(({ figures: own, reason }) => (
            <li key={reason}>
              {bound(
                words.unsaid(
                  own.map((figure) => words.figures[figure]),
                  t.changeWords.reasons[reason],
                ),
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Standard errors at the ends of the scale; what lies beyond stands there. */
const widest = 5

/** The others as rings and this one as a dot, over what chance alone makes; the numbers stand beside it. */
function Strip({ own, others }: { readonly own: number; readonly others: readonly number[] }) {
  const at = (z: number) => `${50 + (50 * Math.max(-widest, Math.min(widest, z))) / widest}%`
  return (
    <svg className="beside-strip" aria-hidden="true">
      <rect className="chance" x={at(-2)} width="40%" height="100%" />
      <line x1="50%" x2="50%" y1="0" y2="100%" />
      {others.map((z, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rings of one line, in their order
        <circle key={i} className="other" cx={at(z)} cy="50%" r="4" />
      ))}
      <circle className="own" cx={at(own)} cy="50%" r="5" />
    </svg>
  )
}
