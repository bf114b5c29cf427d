import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { exportAddress, exportFiles } from '../../data/api.ts'
import { perimeterQuery } from '../../data/perimeter.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { type Place, perimeterOf } from '../../view/place.ts'

/** Every format a territory is written in, each with what it is for: the whole of it, or what the map shows. */
export function Exports({ record, place }: { record: TerritoryRecord; place: Place }) {
  const { exports } = useText()
  const [isShown, setShown] = useState(false)
  const wave = record.waves.get(place.wave ?? '') ?? record.latestFirst[0]
  const query = {
    // Its wave names a perimeter that nobody has touched.
    ...(isShown && wave && { ...perimeterQuery(perimeterOf(place)), wave: wave.id }),
    color: place.color,
    size: place.size,
  }
  const queryFor = (file: string) => {
    if (file === 'territory.xlsx') return { ...query, findings: 'true' }
    return isShown || file === 'territory.gexf' ? query : {}
  }
  return (
    <>
      {wave && (
        <RadioGroup
          aria-label={exports.extent}
          className="exports-extent"
          value={isShown ? 'shown' : 'all'}
          onChange={(value) => setShown(value === 'shown')}
        >
          <Radio value="all" className="tick-row">
            <span className="dot" aria-hidden="true" />
            {exports.all}
          </Radio>
          <Radio value="shown" className="tick-row">
            <span className="dot" aria-hidden="true" />
            <span>
              {exports.shown} <span className="note">{exports.shownNote(wave.label)}</span>
            </span>
          </Radio>
        </RadioGroup>
      )}
      <div className="exports">
        {(
          [
            [exports.ours, exportFiles.ours],
            [exports.others, exportFiles.others],
          ] as const
        ).map(([heading, files]) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <ul>
              {files.map((file) => (
                <li key={file}>
                  <a href={exportAddress(record.id, file, queryFor(file))} download>
                    {exports.files[file].name}
                  </a>{' '}
                  <span className="note">{exports.files[file].note}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </>
  )
}
