import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components'
import type { DiagnosisWire } from '#wire/diagnosis.ts'
import { followDiagnosis } from '../../data/api.ts'
import { diagnosisQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'

/**
 * Follows the diagnosis of a wave until it is refined, and says how far that is; nothing once it is. To be keyed by
 * revision and wave: of other data another diagnosis is made.
 */
export function Refining({ territory, diagnosis }: RefiningProps) {
  const t = useText()
  const { heard, again } = useRefining(territory, diagnosis)
  // What was read in documents is as solid as they are: there is nothing to wait for.
  if (diagnosis.stage === 'refined' || diagnosis.dataQuality.basis !== 'survey') return null
  const words = t.diagnosis.refining
  if (heard === 'stopped')
    return (
      <p className="note">
        {words.stopped}{' '}
        <Button className="link-button" onPress={again}>
          {t.page.retry}
        </Button>
      </p>
    )
  return (
    <div className="refining">
      <p className="note" role="status">
        {words.underWay}
      </p>
      <progress aria-label={words.progress} value={heard} />
    </div>
  )
}

/** Follows it and says nothing: for waves that are shown beside the one looked at. */
export function QuietlyRefining(props: RefiningProps) {
  useRefining(props.territory, props.diagnosis)
  return null
}

interface RefiningProps {
  readonly territory: string
  readonly diagnosis: DiagnosisWire
}

function useRefining(territory: string, { wave, stage }: DiagnosisWire) {
  const client = useQueryClient()
  const [heard, setHeard] = useState<number | 'stopped'>(0)
  const isFollowed = stage === 'first' && heard !== 'stopped'
  useEffect(() => {
    if (!isFollowed) return
    return followDiagnosis(territory, wave, {
      diagnosis: (known) => client.setQueryData(diagnosisQuery(territory, wave).queryKey, known),
      progress: setHeard,
      stopped: () => setHeard('stopped'),
    })
  }, [client, territory, wave, isFollowed])
  return { heard, again: () => setHeard(0) }
}
