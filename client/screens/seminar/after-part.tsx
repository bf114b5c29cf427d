import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Checkbox } from 'react-aria-components'
import { metKind } from '#domain/perimeter.ts'
import { tablesQuery } from '../../data/queries.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { guestsOf, idOfGuest, saying } from './facts.ts'
import { recording } from './meetings.ts'
import { type PartProps, personOf } from './part.ts'

/** Who came, and the meetings that the tables made of it. */
export function AfterPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.seminar.after
  const guests = guestsOf(record, seminar.id)
  const came = guests.filter(({ status }) => status === 'came')
  const [wave, setWave] = useState(record.latestFirst[0]?.id ?? '')
  const [said, setSaid] = useState<string | null>(null)
  const { data } = useQuery(tablesQuery(record.id, seminar.id))
  // What was ticked a moment ago is not counted yet.
  const isCounted = data?.came.length === came.length && came.every((guest) => data.came.includes(idOfGuest(guest)))
  const meetings = isCounted ? data.meetings : []
  const { date } = seminar
  const source = (rounds: readonly number[]) => words.source(seminar.name, t.seminar.day(date ?? ''), rounds)
  const kept = [...record.ties.values()].filter(({ kind, lastContact }) => kind === metKind && lastContact === date)
  return (
    <div className="after-part">
      <section aria-labelledby="came-heading">
        <h2 id="came-heading">
          {words.heading} <span className="chairs-count">{words.counted(came.length, guests.length)}</span>
        </h2>
        <p className="note">{guests.length === 0 ? t.seminar.tables.nobody : words.note}</p>
        <Button
          className="button"
          isDisabled={guests.length === 0}
          onPress={() =>
            keep(guests.filter(({ status }) => status !== 'excused').map((guest) => saying(guest, { status: 'came' })))
          }
        >
          {words.all}
        </Button>
        <ul className="attendance">
          {guests.map((guest) => (
            <li key={idOfGuest(guest)}>
              <Checkbox
                className="tick-row"
                isSelected={guest.status === 'came'}
                onChange={(isHere) => keep([saying(guest, { status: isHere ? 'came' : 'excused' })])}
              >
                <span className="tick" aria-hidden="true" />
                {personOf(record, guest)}
              </Checkbox>
            </li>
          ))}
        </ul>
      </section>
      <section className="recording no-print">
        {date === undefined && <p className="problem">{words.noDate}</p>}
        {wave === '' && <p className="problem">{words.noWave}</p>}
        <p>{came.length === 0 ? words.nobodyCame : words.preview(meetings.length)}</p>
        {wave !== '' && (
          <Choice
            label={words.wave}
            value={wave}
            groups={[{ name: '', options: record.latestFirst.map(({ id, label }) => ({ id, name: label })) }]}
            onChange={setWave}
          />
        )}
        <Button
          className="button primary"
          isDisabled={date === undefined || wave === '' || meetings.length === 0}
          onPress={() => {
            if (date === undefined) return
            keep(recording(record, { ...seminar, date }, meetings, wave, { met: words.met, source }))
            setSaid(words.recorded(meetings.length))
          }}
        >
          {words.record}
        </Button>
        <p role="status">{said ?? (kept.length > 0 ? words.kept(kept.length) : '')}</p>
        <p className="note">{words.excluded}</p>
      </section>
    </div>
  )
}
