import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ComparisonWire } from '#wire/comparison.ts'
import { followComparison, type WavePair } from '../../data/api.ts'
import { comparisonQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'

/**
 * What is known of two waves, and how far the work is; both grow until the findings of both waves are refined. Whoever
 * shows it is keyed by revision and waves. Throws what the comparison is refused for.
 */
export function useComparison(territory: string, { from, to }: WavePair) {
  const client = useQueryClient()
  const [heard, setHeard] = useState<number | 'stopped'>(0)
  const query = comparisonQuery(territory, { from, to })
  // Followed from the beginning, so that a large one tells how far it is; asked for where it cannot be followed.
  const { data = null } = useQuery({ ...query, enabled: heard === 'stopped', throwOnError: true })
  const isFollowed = data?.stage !== 'refined' && heard !== 'stopped'
  useEffect(() => {
    if (!isFollowed) return
    return followComparison(
      territory,
      { from, to },
      {
        comparison: (known) => client.setQueryData(comparisonQuery(territory, { from, to }).queryKey, known),
        progress: setHeard,
        stopped: () => setHeard('stopped'),
      },
    )
  }, [client, territory, from, to, isFollowed])
  return { comparison: data, progress: heard === 'stopped' ? null : heard }
}

export const positionIds = ['degree', 'harmonic', 'betweenness'] as const

export interface ComparedProps {
  readonly record: TerritoryRecord
  readonly comparison: ComparisonWire
}
