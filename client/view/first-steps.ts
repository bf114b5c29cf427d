import type { Territory } from '#domain/territory.ts'

/** What a territory needs before it can be read, then what one does with it; in the order in which one comes to it. */
export const steps = ['actors', 'wave', 'ties', 'view', 'seminar'] as const
export type Step = (typeof steps)[number]

type Begun = Pick<Territory, 'actors' | 'waves' | 'ties' | 'participations' | 'views' | 'seminars'>

/** Which steps are done, as its facts tell. */
export function stepsDone(territory: Begun): ReadonlySet<Step> {
  const { actors, waves, ties, participations, views, seminars } = territory
  const counts: Readonly<Record<Step, number>> = {
    actors: actors.size,
    wave: waves.size,
    ties: ties.size + participations.size,
    view: views.size,
    seminar: seminars.size,
  }
  return new Set(steps.filter((step) => counts[step] > 0))
}

/** Whether there is enough to draw a map that says something. */
export function canBeRead(territory: Begun): boolean {
  const done = stepsDone(territory)
  return done.has('actors') && done.has('wave') && done.has('ties')
}
