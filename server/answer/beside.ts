import { ownChanges, standingAmong, type TerritoryChange } from '../waves/beside.ts'
import { pairOf } from '../waves/ground.ts'
import type { Opened } from './snapshot.ts'
import { seedNamed } from './subject.ts'
import { type AskedWaves, groundAsked, wavesAsked } from './waves.ts'

const millisecondsOfYear = 365.25 * 24 * 3_600_000

/** How far a territory moved between two waves, by its own measure. Refuses as `wavesAsked`. */
export function territoryChange(
  { territory }: Opened,
  { seed = seedNamed(territory), ...asked }: AskedWaves & { readonly seed?: string | undefined },
): LabelledChange {
  const [from, to] = wavesAsked(territory, asked)
  const dateOf = (wave: string) => Date.parse(territory.waves.get(wave)?.date ?? '')
  const labelOf = (wave: string) => territory.waves.get(wave)?.label ?? wave
  return {
    territory: territory.id,
    name: String(territory.settings.get('name')?.value ?? territory.id),
    from,
    to,
    labels: [labelOf(from), labelOf(to)],
    years: (dateOf(to) - dateOf(from)) / millisecondsOfYear,
    changes: ownChanges(pairOf(groundAsked(territory, [from, to], asked.tieKinds), 0, 1), seed),
  }
}

/** A territory's change beside those of others: whose they are, and its place, figure by figure. */
export interface Beside {
  readonly own: Span
  readonly others: readonly Span[]
  readonly figures: ReturnType<typeof standingAmong>
}

/** A change whose two waves have names for people, the earlier one first. */
export interface LabelledChange extends TerritoryChange {
  readonly labels: readonly [string, string]
}

type Span = Omit<LabelledChange, 'changes'>

export function besideOf(own: LabelledChange, others: readonly LabelledChange[]): Beside {
  const span = ({ changes: _, ...told }: LabelledChange): Span => told
  const surveyed = others.filter(({ changes }) => Object.values(changes).some(({ reason }) => reason !== 'basis'))
  return { own: span(own), others: surveyed.map(span), figures: standingAmong(own, surveyed) }
}
