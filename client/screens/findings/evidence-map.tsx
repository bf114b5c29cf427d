import { useDeferredValue, useMemo } from 'react'
import type { Wave } from '#domain/territory.ts'
import { type FindingWire, kinds } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { appearanceOf, type Place, pairOf, selectedOf, selecting } from '../../view/place.ts'
import { freeLayout, useView } from '../../view/view.ts'
import { spotlightOf, spotlightOnTrial } from './spotlight.ts'

/** The map that findings are shown on: everybody in the wave, with the spaces where a finding is about projects. */
export function EvidenceMap({ record, place, wave, finding }: EvidenceMapProps) {
  const adjust = useAdjust()
  const { from, to } = place
  const { size } = appearanceOf(place)
  const spaces = finding !== null && kinds[finding.kind].restsOn === 'programme'
  const whole = useMemo(
    () => ({ wave: wave.id, appearance: { spaces, color: 'sphere' as const, size, hidden: [], ...freeLayout } }),
    [wave.id, spaces, size],
  )
  const settled = useDeferredValue(whole)
  const view = useView(record.id, { wave: settled.wave }, settled.appearance)
  const spotlight = useMemo(() => {
    const pair = pairOf({ from, to })
    if (finding) return spotlightOf(finding, view, pair)
    return pair && spotlightOnTrial(pair, view)
  }, [finding, view, from, to])
  return (
    <TerritoryMap
      view={view}
      selected={selectedOf(place)}
      onSelect={(selected) => adjust(selecting(selected), 'push')}
      spotlight={spotlight}
      legend
    />
  )
}

interface EvidenceMapProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly wave: Wave
  readonly finding: FindingWire | null
}
