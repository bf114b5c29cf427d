import type { Territory } from '../domain/territory.ts'
import { Problem } from '../problem.ts'
import type { Positions } from '../store/store.ts'
import { positionsSchema } from '../wire/record.ts'
import { parsed } from './bodies.ts'
import type { Bytes } from './bytes.ts'

/** Ids that a refusal tells. */
const mostTold = 20

/** The positions that a body spells. Refuses `invalid_json`, `invalid_request`, `unknown_places`. */
export function placesIn({ id, actors, spaces }: Territory, bytes: Bytes): Positions {
  const positions = parsed(positionsSchema, bytes)
  const nobody = Object.keys(positions.actors).filter((actor) => !actors.has(actor))
  const nowhere = Object.keys(positions.spaces).filter((space) => !spaces.has(space))
  const total = nobody.length + nowhere.length
  if (total === 0) return positions
  const told = { actors: nobody.slice(0, mostTold), spaces: nowhere.slice(0, mostTold) }
  throw new Problem('unknown_places', { territory: id, ...told, total })
}
