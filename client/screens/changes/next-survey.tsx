import { useSuspenseQuery } from '@tanstack/react-query'
import type { Wave } from '#domain/territory.ts'
import { powerQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { DataTable } from './data-table.tsx'

/** How large a change a survey after a wave would show, and how many more answers would be worth it. */
export function NextSurvey({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const words = t.powerWords
  const { value, reason } = useSuspenseQuery(powerQuery(record.id, wave.id)).data
  if (!value) {
    return (
      <p className="note">
        {bound(t.changes.tables.unsaid(words.heading, reason === null ? '' : t.changeWords.reasons[reason]))}
      </p>
    )
  }
  const { expected, more, target } = value
  const [first] = more
  const kinds = (first ?? expected).changes.map(({ kind }) => kind)
  return (
    <>
      <p className="lead">{bound(words.lead(value))}</p>
      <ul className="next-seen">
        {expected.changes.map((change) => (
          <li key={change.kind}>{bound(words.seen(change, target))}</li>
        ))}
      </ul>
      <p className="prose">{bound(words.enough(value))}</p>
      {first && (
        <DataTable
          caption={words.table.caption}
          heads={[words.table.answers, ...kinds.map((kind) => words.table.kinds[kind])]}
          rows={[expected, ...more].map(({ answers, response, changes }) => ({
            key: String(answers),
            cells: [
              `${t.number(answers)} (${t.percent(response)})`,
              ...kinds.map((kind) => {
                const change = changes.find((own) => own.kind === kind)
                const size = change?.size ?? null
                return size === null ? words.table.never(change?.curve.at(-1)?.size ?? 0) : t.percent(size)
              }),
            ],
          }))}
        />
      )}
      <p className="note">{bound(words.caution(value))}</p>
    </>
  )
}
