import type { Measure } from '../analysis/measure.ts'
import { measures as catalogue } from '../analysis/measures.ts'
import { withMeasures } from '../answer/measures.ts'
import { Problem } from '../problem.ts'
import {
  catalogueSchema,
  type MeasureWire,
  measuresQuerySchema,
  measuresSchema,
  whatIfSchema,
} from '../wire/measures.ts'
import { sendJson } from './bytes.ts'
import { whileListening } from './listening.ts'
import { askedIn } from './networks.ts'
import { type App, type Rooms, territoryParams, versionAt } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['measures']

/** The catalogue, and its figures on the network of a perimeter. */
export function answerMeasures(app: App, rooms: Rooms): void {
  const { compute } = rooms
  app.get(
    '/api/measures',
    { schema: { tags, summary: 'What can be measured, and how it is defined', response: { 200: catalogueSchema } } },
    async (request, reply) => {
      const entries = catalogue.map(measureToWire)
      return isFresh(request, reply, entries) ? reply : entries
    },
  )

  app.get(
    '/api/territories/:id/measures',
    {
      schema: {
        tags,
        summary: 'Measures of the network of a perimeter',
        params: territoryParams,
        querystring: measuresQuerySchema,
        response: { 200: measuresSchema },
      },
    },
    async (request, reply) => {
      const { measures, groups = 'sphere', twoMode, ...asked } = request.query
      const of = await versionAt(rooms, request.params.id)
      if (isFresh(request, reply, of.stamp, request.query)) return reply
      const signal = whileListening(reply)
      const wanted = {
        of,
        perimeter: askedIn(asked),
        groups,
        twoMode: twoMode === 'true',
        measures: measures === undefined ? ({ upTo: 'instant' } as const) : known(measures.split(',')),
        exact: false,
      }
      const { measurable, present, frame } = await compute.answer('measurable', wanted, signal)
      return sendJson(reply, withMeasures(frame, await compute.measure(measurable, present, { signal })))
    },
  )

  app.post(
    '/api/territories/:id/measures/what-if',
    {
      schema: {
        tags,
        summary: 'Measures as they would be with one tie or one actor more or less',
        params: territoryParams,
        body: whatIfSchema,
        response: { 200: measuresSchema },
      },
    },
    async ({ params, body }, reply) => {
      const of = await versionAt(rooms, params.id)
      const signal = whileListening(reply)
      const asked = { of, ...body, measures: known(body.measures), twoMode: false, exact: false }
      const { measurable, present, frame } = await compute.answer('measurable', asked, signal)
      return sendJson(reply, withMeasures(frame, await compute.measure(measurable, present, { signal })))
    },
  )
}

/** Ids of the catalogue, each once. Refuses `unknown_measure`. */
export function known(ids: readonly string[]): string[] {
  const wanted = [...new Set(ids.filter((id) => id !== ''))]
  const unknown = wanted.filter((id) => !catalogue.some((measure) => measure.id === id))
  if (unknown.length > 0) throw new Problem('unknown_measure', { measures: unknown })
  return wanted
}

function measureToWire({ compute: _, ...entry }: Measure): MeasureWire {
  return entry
}
