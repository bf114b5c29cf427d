import { useDeferredValue, useState } from 'react'
import { useText } from '../../text/language.tsx'
import { WaveMap } from './beside-maps.tsx'
import type { MapsProps } from './maps-page.tsx'

/** Every wave in its turn on the same positions: moving the slider shows what comes and goes. */
export function SliderMap({ record, comparison, place }: MapsProps) {
  const t = useText()
  const waves = record.latestFirst.toReversed()
  const [at, setAt] = useState(waves.findIndex(({ id }) => id === comparison.before.wave))
  const shown = useDeferredValue(at)
  const wave = waves[at] ?? waves[0]
  const drawn = waves[shown] ?? waves[0]
  if (!wave || !drawn) return null
  return (
    <div className="wave-slider">
      <label className="wave-slider-choice">
        <span className="section-title">{t.changes.maps.slider}</span>
        <input
          type="range"
          min={0}
          max={waves.length - 1}
          step={1}
          value={at}
          aria-valuetext={wave.label}
          onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}
        />
        <output>
          <strong>{wave.label}</strong> <span className="note">{t.date(wave.date)}</span>
        </output>
      </label>
      <WaveMap record={record} wave={drawn.id} place={place} />
    </div>
  )
}
