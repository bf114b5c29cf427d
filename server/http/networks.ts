import type { AskedPerimeter } from '../answer/perimeter.ts'
import { networkSchema, type PerimeterQuery, perimeterQuerySchema, twoModeSchema } from '../wire/network.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

/** What a perimeter makes of a territory. */
export function answerNetworks(add: AddRoute, { compute }: Rooms): void {
  const shared = {
    method: 'GET',
    part: 'networks',
    access: 'read',
    params: territoryParams,
    query: perimeterQuerySchema,
    freshness: 'territory',
  } as const
  add({
    ...shared,
    url: '/api/territories/:id/network',
    summary: 'Actors and the ties between them',
    answers: { 200: networkSchema },
    handle: async ({ query, version, signal }) =>
      await compute.answer('network', { of: await version(), perimeter: perimeterAsked(query) }, signal),
  })

  add({
    ...shared,
    url: '/api/territories/:id/two-mode',
    summary: 'Actors and the spaces they take part in',
    answers: { 200: twoModeSchema },
    handle: async ({ query, version, signal }) =>
      await compute.answer('twoMode', { of: await version(), perimeter: perimeterAsked(query) }, signal),
  })
}

export function perimeterAsked({ collective, ...query }: PerimeterQuery): AskedPerimeter {
  return collective === undefined ? query : { ...query, collective: collective === 'true' }
}
