import { useDeferredValue, useMemo, useRef } from 'react'
import type { Wave } from '#domain/territory.ts'
import type { AgendaItemWire } from '#wire/agenda.ts'
import { type FindingWire, kinds } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { TerritoryMap } from '../../map/map.tsx'
import { nodeOf } from '../../map/selection.ts'
import { Sheet } from '../../sheet/sheet.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { appearanceOf, type Place, pairOf, selectedOf, selecting } from '../../view/place.ts'
import { freeLayout, useView } from '../../view/view.ts'
import { spotlightOf, spotlightOnTrial } from './spotlight.ts'

const nothingToDo: AgendaItemWire['acts'] = []

/**
 * The map that findings are shown on, with the sheet of who is selected beside it: everybody in the wave, with the
 * spaces where a finding is about projects. What it is about is framed, and introductions that are proposed are dashed.
 */
export function EvidenceMap({ record, place, wave, finding, acts = nothingToDo }: EvidenceMapProps) {
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
  const subject = useMemo(() => {
    const pair = pairOf({ from, to })
    const introductions = acts.flatMap((act) => (act.do === 'introduce' ? [act.between] : []))
    if (finding) return spotlightOf(finding, view, pair ? [...introductions, pair] : introductions)
    return pair && spotlightOnTrial(pair, view)
  }, [finding, acts, view, from, to])
  const { actor, space, tie } = place
  const selected = useMemo(() => selectedOf({ actor, space, tie }), [actor, space, tie])
  // Who belongs to it is ringed within it; of anybody else the partners are lit up instead.
  const isOfSubject = subject?.nodes.includes(nodeOf(selected, view) ?? '') ?? false
  const spotlight = useMemo(() => subject && { ...subject, holds: isOfSubject }, [subject, isOfSubject])
  const close = () => adjust(selecting(null))
  const sheet = useRef<HTMLElement>(null)
  return (
    <>
      <TerritoryMap
        view={view}
        selected={selected}
        onSelect={(chosen) => adjust(selecting(chosen), 'push')}
        spotlight={spotlight}
        legend
      />
      {selected && <Sheet ref={sheet} view={view} selected={selected} onClose={close} />}
    </>
  )
}

interface EvidenceMapProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly wave: Wave
  readonly finding: FindingWire | null
  /** What is to be done about it. */
  readonly acts?: AgendaItemWire['acts'] | undefined
}
