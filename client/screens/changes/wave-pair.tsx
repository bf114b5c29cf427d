import type { Wave } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { usualPerimeter } from '../../view/place.ts'
import type { ComparedPair } from './pair.ts'

/** Which two waves are compared. What would turn time round moves the other one. */
export function WavePairChoice({ record, pair: { before, after } }: WavePairChoiceProps) {
  const t = useText()
  const adjust = useAdjust()
  const { latestFirst } = record
  const optionsOf = (waves: readonly Wave[]) => [
    {
      name: '',
      options: waves.map(({ id, label, date, basis }) => ({
        id,
        name: label,
        note: `${t.date(date)}, ${t.changes.bases[basis]}`,
      })),
    },
  ]
  const choose = (since: string, wave: string) => adjust({ ...usualPerimeter, since, wave }, 'push')
  return (
    <div className="wave-pair">
      <Choice
        label={t.changes.from}
        value={before.id}
        groups={optionsOf(latestFirst.slice(1))}
        onChange={(id) => {
          const at = latestFirst.findIndex((wave) => wave.id === id)
          choose(id, latestFirst.indexOf(after) < at ? after.id : (latestFirst[at - 1]?.id ?? after.id))
        }}
      />
      <Choice
        label={t.changes.to}
        value={after.id}
        groups={optionsOf(latestFirst.slice(0, -1))}
        onChange={(id) => {
          const at = latestFirst.findIndex((wave) => wave.id === id)
          choose(latestFirst.indexOf(before) > at ? before.id : (latestFirst[at + 1]?.id ?? before.id), id)
        }}
      />
    </div>
  )
}

interface WavePairChoiceProps {
  readonly record: TerritoryRecord
  readonly pair: ComparedPair
}
