import type { ImportedWire } from '#wire/exchange.ts'
import { useText } from '../../text/language.tsx'

/** At most this many refusals are listed; the count says how many there are. */
const mostListed = 100

/** What files would change, before anything is done: the counts of each add up to its rows. */
export function ImportPreview({ preview }: { preview: ImportedWire }) {
  const t = useText()
  const { files, refusals, refused } = preview
  const counts = ['rows', 'created', 'changed', 'matched', 'repeated', 'refused'] as const
  return (
    <div className="import-preview">
      <div className="table-scroll">
        <table className="table">
          <caption>{t.data.previewCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.data.file}</th>
              <th scope="col">{t.data.content}</th>
              {counts.map((count) => (
                <th key={count} scope="col" className="numeric">
                  {t.data.counts[count]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.file}>
                <th scope="row">{file.file}</th>
                <td>
                  {file.noun ? t.nouns[file.noun].table : t.data.unknownContent}
                  {file.ignoredColumns.length > 0 && (
                    <span className="note"> {t.data.ignoredColumns(t.list(file.ignoredColumns))}</span>
                  )}
                </td>
                {counts.map((count) => (
                  <td key={count} className="numeric">
                    {t.number(file[count])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {refusals.length > 0 && (
        <>
          <h3>{t.data.refusals(refused)}</h3>
          <ul className="refusals">
            {refusals.slice(0, mostListed).map((refusal) => {
              const { file, row, column, code, got, expected } = refusal
              return (
                <li key={`${file} ${row} ${column} ${code} ${got}`}>
                  <span className="refusal-place">{t.data.place(refusal)}</span> {t.refused(code, got, expected)}.
                </li>
              )
            })}
          </ul>
          {refused > mostListed && <p className="note">{t.data.moreRefusals(refused - mostListed)}</p>}
        </>
      )}
    </div>
  )
}
