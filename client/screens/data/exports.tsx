import { exportAddress } from '../../data/api.ts'
import { useText } from '../../text/language.tsx'

const ours = ['territory.xlsx', 'territory-excel.zip', 'territory.zip', 'territory.json'] as const
const others = [
  ...(['territory.gexf', 'territory.graphml', 'territory.net', 'territory.dl'] as const),
  ...(['territory-rsiena.zip', 'territory-kumu.xlsx'] as const),
]

/** Every format a territory is written in, each with what it is for. */
export function Exports({ territory }: { territory: string }) {
  const { exports } = useText()
  return (
    <div className="exports">
      {(
        [
          [exports.ours, ours],
          [exports.others, others],
        ] as const
      ).map(([heading, files]) => (
        <div key={heading}>
          <h3>{heading}</h3>
          <ul>
            {files.map((file) => (
              <li key={file}>
                <a href={exportAddress(territory, file)} download>
                  {exports.files[file].name}
                </a>{' '}
                <span className="note">{exports.files[file].note}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
