import { useQuery } from '@tanstack/react-query'
import { Button } from 'react-aria-components'
import type { ConnectionWire, DiagnosisWire } from '#wire/diagnosis.ts'
import { connectionQuery } from '../queries.ts'
import type { TerritoryRecord, Wave } from '../record.ts'
import { adjust } from '../state/navigation.tsx'
import type { TerritoryPlace } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'
import { ActorChoice } from './actor-choice.tsx'
import { namesIn, subjectName } from './names.ts'

type Pair = readonly [string, string]

/** « Et si on reliait ces deux-là ? »: nothing is written; the pair is in the address, dashed on the map. */
export function Trial({ record, place, wave, diagnosis }: TrialProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const { pair } = place.findings
  const [first, second] = pair ?? ['', '']
  const actors = [...record.actors.values()].filter(({ collective }) => !collective)
  const imagine = (chosen: Pair | null) => adjust({ findings: { ...place.findings, pair: chosen } })
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
      <div aria-live="polite">
        {first !== '' && first === second && <p className="note">{words.same}</p>}
        {first !== '' && second !== '' && first !== second && (
          <Connected record={record} wave={wave} diagnosis={diagnosis} pair={[first, second]} />
        )}
      </div>
      {pair && (
        <Button className="link-button" onPress={() => imagine(null)}>
          {words.clear}
        </Button>
      )}
    </section>
  )
}

interface TrialProps {
  readonly record: TerritoryRecord
  readonly place: TerritoryPlace
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
}

function Connected({ record, wave, diagnosis, pair }: ConnectedProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const trial = useQuery(connectionQuery(record.id, wave.id, pair))
  if (trial.isError) return <p className="problem">{problemSentence(t, trial.error)}</p>
  if (!trial.data) return <p>{words.computing}</p>
  const { tied, distance, gain, groups } = trial.data
  if (tied) return <p className="imagined">{words.tied}</p>
  return (
    <ul className="imagined">
      <li>{distance === null ? words.apart : words.distance(distance)}</li>
      {gain !== null && <li>{words.nearer(t.percent(gain))}</li>}
      {groups.length === 0 && <li>{words.noGroup}</li>}
      {groups.map((group) => (
        <GroupLine key={group.finding} record={record} diagnosis={diagnosis} group={group} />
      ))}
    </ul>
  )
}

interface ConnectedProps {
  readonly record: TerritoryRecord
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
  readonly pair: Pair
}

function GroupLine({ record, diagnosis, group }: GroupLineProps) {
  const t = useText()
  const words = t.diagnosis.whatIf
  const finding = diagnosis.findings.find(({ id }) => id === group.finding)
  if (!finding?.named) return null
  const name = subjectName(finding, namesIn(t, record))
  const opening = ({ observed, ratio }: typeof group.before) => words.opening(observed, t.percent(ratio))
  return (
    <li>
      {words.group(name, opening(group.before), opening(group.after))}
      {finding.status === 'signal' && <strong> {group.lifted ? words.isLifted : words.isKept}</strong>}
    </li>
  )
}

interface GroupLineProps {
  readonly record: TerritoryRecord
  readonly diagnosis: DiagnosisWire
  readonly group: ConnectionWire['groups'][number]
}
