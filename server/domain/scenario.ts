import type { Supposition, Territory } from './territory.ts'

/** What one name supposes: actors that leave, and ties by their two ends. */
export interface Supposed {
  readonly leaving: readonly string[]
  readonly weakened: readonly (readonly [string, string])[]
  readonly added: readonly (readonly [string, string])[]
}

/** Scenarios by their names, in the order of these. */
export function scenariosOf({ suppositions }: Pick<Territory, 'suppositions'>): ReadonlyMap<string, Supposed> {
  const byName = Map.groupBy(suppositions.values(), ({ scenario }) => scenario)
  return new Map([...byName].map(([name, of]) => [name, supposedBy(of)]))
}

function supposedBy(suppositions: readonly Supposition[]): Supposed {
  const ties = (wanted: Supposition['kind']) =>
    suppositions.filter(({ kind }) => kind === wanted).map(({ actor, other }) => [actor, other] as const)
  return {
    leaving: suppositions.filter(({ kind }) => kind === 'leaving').map(({ actor }) => actor),
    weakened: ties('weakened'),
    added: ties('added'),
  }
}
