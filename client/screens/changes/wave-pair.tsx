import type { Wave } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { type Place, usualPerimeter } from '../../view/place.ts'

/** Two waves, the earlier one first. */
export interface ComparedPair {
  readonly before: Wave
  readonly after: Wave
}

/** The two waves that an address names, or else the two latest surveys, or the two latest waves of a territory without; null of one wave. */
export function pairIn({ latestFirst }: TerritoryRecord, { wave, since }: Place): ComparedPair | null {
  const surveysFirst = latestFirst.toSorted((a, b) => Number(b.basis === 'survey') - Number(a.basis === 'survey'))
  const place = (each: Wave) => latestFirst.indexOf(each)
  const usual = surveysFirst.slice(0, 2).sort((a, b) => place(a) - place(b))
  const after = latestFirst.find(({ id }) => id === wave) ?? usual[0]
  if (!after || latestFirst.length < 2) return null
  const named = latestFirst.find(({ id }) => id === since)
  if (named && place(named) > place(after)) return { before: named, after }
  const before = surveysFirst.find((each) => place(each) > place(after))
  if (before) return { before, after }
  // The first wave has none before it: it is the earlier one.
  const next = latestFirst[place(after) - 1]
  return next ? { before: after, after: next } : null
}

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
