import { useDeferredValue, useMemo } from 'react'
import type { Wave } from '#domain/territory.ts'
import type { FindingWire } from '#wire/diagnosis.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { adjust } from '../../state/navigation.tsx'
import type { TerritoryPlace } from '../../state/place.ts'
import { useView } from '../../view/view.ts'
import { spotlightOf, spotlightOnTrial } from './spotlight.ts'

/** The map that findings are shown on: everybody in the wave, with the spaces where a finding is about projects. */
export function EvidenceMap({ place, wave, finding }: EvidenceMapProps) {
  const spaces = finding?.level === 'programme'
  const whole = useMemo(
    () => ({ wave: wave.id, appearance: { spaces, color: 'sphere' as const, size: place.size, hidden: [] } }),
    [wave.id, spaces, place.size],
  )
  const settled = useDeferredValue(whole)
  const view = useView(place.territory, { wave: settled.wave }, settled.appearance)
  const { pair } = place.findings
  const spotlight = useMemo(() => {
    if (finding) return spotlightOf(finding, view, pair)
    return pair && spotlightOnTrial(pair, view)
  }, [finding, view, pair])
  return (
    <TerritoryMap
      view={view}
      selected={place.selected}
      onSelect={(selected) => adjust({ selected }, 'push')}
      spotlight={spotlight}
      legend
    />
  )
}

interface EvidenceMapProps {
  readonly place: TerritoryPlace
  readonly wave: Wave
  readonly finding: FindingWire | null
}
