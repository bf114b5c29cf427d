import type { Wave } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { usualPerimeter } from '../../view/place.ts'

/** Which wave is diagnosed; nothing where there is one only. What is open stays open: findings keep their names over waves. */
export function WaveChoice({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const adjust = useAdjust()
  const waves = record.latestFirst
  if (waves.length < 2) return null
  return (
    <div className="wave-choice">
      <Choice
        label={t.perimeter.wave}
        value={wave.id}
        groups={[{ name: '', options: waves.map(({ id, label, date }) => ({ id, name: label, note: t.date(date) })) }]}
        onChange={(id) => adjust({ ...usualPerimeter, wave: id === waves[0]?.id ? undefined : id }, 'push')}
      />
    </div>
  )
}
