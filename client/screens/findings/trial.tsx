import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { ConnectionWire, DiagnosisWire } from '#wire/diagnosis.ts'
import { connectionQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { problemSentence } from '../../text/problems.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { type Place, pairOf } from '../../view/place.ts'
import { namesIn } from '../../view/words.ts'
import { subjectName } from './names.ts'

type Pair = readonly [string, string]

/** « Et si on reliait ces deux-là ? »: nothing is written; the pair is in the address, dashed on the map. */
export function Trial({ record, place, diagnosis }: TrialProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const adjust = useAdjust()
  const pair = pairOf(place)
  const [first, second] = pair ?? ['', '']
  const actors = [...record.actors.values()].filter(({ collective }) => !collective)
  const result = useRef<HTMLDivElement>(null)
  const isComplete = first !== '' && second !== ''
  // A trial may be asked for further up, or the choice may cover what it comes to.
  useEffect(() => {
    if (isComplete) result.current?.scrollIntoView({ block: 'nearest' })
  }, [isComplete])
  const imagine = (chosen: Pair | null) => adjust({ from: chosen?.[0], to: chosen?.[1] })
  return (
    <section>
      <h3>{words.trial}</h3>
      <p className="note">{words.lead}</p>
      <ActorChoice
        label={words.first}
        actors={actors}
        value={first || null}
        onChange={(actor) => imagine([actor ?? '', second])}
      />
      <ActorChoice
        label={words.second}
        actors={actors}
        value={second || null}
        onChange={(actor) => imagine([first, actor ?? ''])}
      />
      <div aria-live="polite" ref={result}>
        {first !== '' && first === second && <p className="note">{words.same}</p>}
        {isComplete && first !== second && <Connected record={record} diagnosis={diagnosis} pair={[first, second]} />}
      </div>
      {pair && (
        <Button className="link-button" onPress={() => imagine(null)}>
          {words.clear}
        </Button>
      )}
    </section>
  )
}

export interface TrialProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly diagnosis: DiagnosisWire
}

function Connected({ record, diagnosis, pair }: ConnectedProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const trial = useQuery(connectionQuery(record.id, diagnosis, pair))
  if (trial.isError) return <p className="problem">{problemSentence(t, trial.error)}</p>
  if (!trial.data) return <p>{words.computing}</p>
  const { tied, distance, gain, groups } = trial.data
  if (tied) return <p className="imagined">{words.tied}</p>
  return (
    <ul className="imagined">
      <li>{distance === null ? words.apart : words.distance(distance)}</li>
      {gain !== null && <li>{gain < leastToSay ? words.hardlyNearer : words.nearer(t.percent(gain))}</li>}
      {groups.length === 0 && <li>{words.noGroup}</li>}
      {groups.map((group) => (
        <GroupLine key={group.finding} record={record} diagnosis={diagnosis} group={group} />
      ))}
    </ul>
  )
}

/** Below, a gain rounds to nothing. */
const leastToSay = 0.0005

interface ConnectedProps {
  readonly record: TerritoryRecord
  readonly diagnosis: DiagnosisWire
  readonly pair: Pair
}

function GroupLine({ record, diagnosis, group }: GroupLineProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const finding = diagnosis.findings.find(({ id }) => id === group.finding)
  if (!finding?.named) return null
  const name = subjectName(finding, namesIn(t, record))
  const { before, after } = group
  return (
    <li>
      {bound(words.group(name, [before.observed, after.observed], [t.percent(before.ratio), t.percent(after.ratio)]))}
      {finding.status === 'signal' && <strong> {group.lifted ? words.isLifted : words.isKept}</strong>}
    </li>
  )
}

interface GroupLineProps {
  readonly record: TerritoryRecord
  readonly diagnosis: DiagnosisWire
  readonly group: ConnectionWire['groups'][number]
}
