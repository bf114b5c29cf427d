import { randomStream } from '../../analysis/random.ts'
import { Curveball } from './curveball.ts'

/**
 * The largest number of projects one actor pilots when every project draws as many pilots as it has, without replacement, uniformly among all who
 * pilot at least one. One value per draw.
 */
export function drawFirstPilot(
  seats: readonly number[],
  pilotCount: number,
  draws: number,
  stream: string,
): Int32Array {
  const random = randomStream(stream)
  const largest = new Int32Array(draws)
  const pool = Int32Array.from({ length: pilotCount }, (_, pilot) => pilot)
  const held = new Int32Array(pilotCount)
  for (let draw = 0; draw < draws; draw++) {
    held.fill(0)
    for (const count of seats) {
      // The start of a shuffle; the order the last project left does not matter to it.
      for (let i = 0; i < count; i++) {
        const j = i + Math.floor(random() * (pilotCount - i))
        const pilot = pool[j]!
        pool[j] = pool[i]!
        pool[i] = pilot
        held[pilot]!++
      }
    }
    largest[draw] = held.reduce((most, count) => Math.max(most, count), 0)
  }
  return largest
}

/** Projects of two participants or more that all share a sphere, with both degree sequences kept. One value per draw. */
export function drawSingleSphere(
  projects: readonly ArrayLike<number>[],
  sphereOf: ArrayLike<number>,
  draws: number,
  stream: string,
): Int32Array {
  const chain = new Curveball(projects, sphereOf.length, stream)
  const single = new Int32Array(draws)
  chain.advance(30 * projects.length)
  for (let draw = 0; draw < draws; draw++) {
    chain.advance(5 * projects.length)
    single[draw] = countSingleSphere(chain.spaces, sphereOf)
  }
  return single
}

export function countSingleSphere(projects: readonly ArrayLike<number>[], sphereOf: ArrayLike<number>): number {
  let count = 0
  for (const actors of projects) {
    let shared = 1
    while (shared < actors.length && sphereOf[actors[shared]!] === sphereOf[actors[0]!]) shared++
    if (actors.length >= 2 && shared === actors.length) count++
  }
  return count
}
