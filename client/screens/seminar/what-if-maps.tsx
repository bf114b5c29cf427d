import { useCallback, useState } from 'react'
import type { Supposed } from '#domain/scenario.ts'
import { faded } from '#drawing/appearance.ts'
import type { Scene } from '#drawing/scene.ts'
import type { ScenarioWire } from '#wire/seminar.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Cameras } from '../../map/cameras.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { useText } from '../../text/language.tsx'
import type { Selected } from '../../view/place.ts'
import { freeLayout, useView } from '../../view/view.ts'
import { marks, strokes, supposedScene } from './what-if-scene.ts'

const look = { spaces: false, color: 'sphere', size: 'degree', hidden: [], ...freeLayout } as const

/** Today and then, everything in one place on both; the two move together. */
export function WhatIfMaps({ record, supposed, effect }: WhatIfMapsProps) {
  const t = useText()
  const words = t.whatIf
  const [cameras] = useState(() => new Cameras())
  const [selected, setSelected] = useState<Selected | null>(null)
  const view = useView(record.id, effect.wave === null ? {} : { wave: effect.wave }, look)
  const altered = useCallback((scene: Scene) => supposedScene(scene, supposed, effect), [supposed, effect])
  const map = { view, selected, onSelect: setSelected, cameras }
  return (
    <>
      <div className="what-if-maps">
        <figure>
          <figcaption>{words.today}</figcaption>
          <TerritoryMap {...map} />
        </figure>
        <figure>
          <figcaption>{words.supposedMap}</figcaption>
          <TerritoryMap {...map} altered={altered} />
        </figure>
      </div>
      <ul className="what-if-legend">
        {(['leaving', 'cutOff', 'indispensable'] as const).map((mark) => (
          <li key={mark}>
            <strong aria-hidden="true">{marks[mark]}</strong> {words.marks[mark]}
          </li>
        ))}
        {(['weakened', 'added', 'absorbing'] as const).map((stroke) => (
          <li key={stroke}>
            <Stroke of={stroke} /> {words.strokes[stroke]}
          </li>
        ))}
      </ul>
    </>
  )
}

interface WhatIfMapsProps {
  readonly record: TerritoryRecord
  readonly supposed: Supposed
  readonly effect: ScenarioWire
}

function Stroke({ of }: { of: keyof typeof strokes }) {
  const stroke = strokes[of]
  const dash = 'dotted' in stroke ? '1.5 3.5' : stroke.dashed ? '5 4' : undefined
  return (
    <svg width="36" height="8" viewBox="0 0 36 8" aria-hidden="true">
      <line
        x1="1"
        y1="4"
        x2="35"
        y2="4"
        stroke={faded(stroke.hue, stroke.strength)}
        strokeWidth={stroke.size}
        strokeDasharray={dash}
      />
    </svg>
  )
}
