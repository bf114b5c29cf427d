import { type World, worldOf } from './world.ts'

/** The world that ships as an example. */
export function valDeBrume(): World {
  return worldOf('val-de-brume', { id: 'val-de-brume', river: 'Brume' })
}
