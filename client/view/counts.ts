import { type Territory, wasAsked } from '#domain/territory.ts'
import type { NetworkWire, TwoModeWire } from '#wire/network.ts'
import type { ActorCounts, SpaceCounts } from '../text/fr.ts'
import type { View } from './view.ts'

export function actorCounts({ network, shown }: Pick<View, 'network' | 'shown'>): ActorCounts {
  const outsideWave = outsideWaveOf(network)
  const { actorsOfWave } = network.counts
  return {
    all: actorsOfWave + outsideWave,
    shown: shown.length,
    hiddenByLegend: network.actors.length - shown.length,
    outsidePerimeter: actorsOfWave - network.actors.length,
    outsideWave,
  }
}

/** How many actors of the territory the wave does not speak of. */
export function outsideWaveOf({ absent }: NetworkWire): number {
  return absent.otherWaves.length + absent.noWave.length
}

export function spaceCounts(
  { spaces }: { readonly spaces: ReadonlyMap<string, { readonly kind: string }> },
  twoMode: TwoModeWire,
): SpaceCounts {
  const kinds = new Set(twoMode.perimeter.spaceKinds)
  const outsidePerimeter = [...spaces.values()].filter(({ kind }) => !kinds.has(kind)).length
  return {
    all: spaces.size,
    shown: twoMode.spaces.length,
    outsidePerimeter,
    outsideWave: spaces.size - outsidePerimeter - twoMode.spaces.length,
    asActors: twoMode.hosts.filter((host) => host !== null).length,
  }
}

/** How many were asked in a wave, and how many of them answered. */
export function responsesOf({ roster }: Pick<Territory, 'roster'>, wave: string) {
  const asked = [...roster.values()].filter((entry) => entry.wave === wave && wasAsked(entry))
  return { asked: asked.length, answered: asked.filter(({ status }) => status === 'answered').length }
}

/** Why nobody is shown: the wave speaks of nobody, the perimeter keeps nobody, the legend hides them all. Null: somebody is. */
export function emptyBecause({
  network,
  shown,
}: Pick<View, 'network' | 'shown'>): 'wave' | 'perimeter' | 'legend' | null {
  if (shown.length > 0) return null
  if (network.counts.actorsOfWave === 0) return 'wave'
  return network.actors.length === 0 ? 'perimeter' : 'legend'
}
