import type { Measure } from '../analysis/measure.ts'
import { measures as catalogue } from '../analysis/measures.ts'
import type { Version } from '../answer/answers.ts'
import type { Bytes } from '../answer/bytes.ts'
import { type AskedMeasures, withMeasures } from '../answer/measures.ts'
import { Problem } from '../problem.ts'
import {
  catalogueSchema,
  type MeasureWire,
  measuresQuerySchema,
  measuresSchema,
  whatIfSchema,
} from '../wire/measures.ts'
import { perimeterAsked } from './networks.ts'
import type { Rooms } from './rooms.ts'
import { type AddRoute, territoryParams } from './route.ts'

const part = 'measures'

/** The catalogue, and its figures on the network of a perimeter. */
export function answerMeasures(add: AddRoute, { compute }: Rooms): void {
  add({
    method: 'GET',
    url: '/api/measures',
    part,
    summary: 'What can be measured, and how it is defined',
    access: 'open',
    freshness: 'answer',
    answers: { 200: catalogueSchema },
    handle: async () => catalogue.map(measureToWire),
  })

  const figures = async (asked: AskedMeasures & { readonly of: Version }, signal: AbortSignal): Promise<Bytes> => {
    const { measurable, present, frame } = await compute.answer('measurable', asked, signal)
    return withMeasures(frame, await compute.measure(measurable, present, { signal }))
  }

  add({
    method: 'GET',
    url: '/api/territories/:id/measures',
    part,
    summary: 'Measures of the network of a perimeter',
    access: 'read',
    params: territoryParams,
    query: measuresQuerySchema,
    freshness: 'territory',
    answers: { 200: measuresSchema },
    async handle({ query: { measures, groups = 'sphere', twoMode, ...asked }, version, signal }) {
      const wanted = {
        of: await version(),
        perimeter: perimeterAsked(asked),
        groups,
        twoMode: twoMode === 'true',
        measures: measures === undefined ? ({ upTo: 'instant' } as const) : known(measures.split(',')),
        exact: false,
      }
      return await figures(wanted, signal)
    },
  })

  add({
    method: 'POST',
    url: '/api/territories/:id/measures/what-if',
    part,
    summary: 'Measures as they would be with one tie or one actor more or less',
    access: 'read',
    params: territoryParams,
    body: whatIfSchema,
    answers: { 200: measuresSchema },
    async handle({ body, version, signal }) {
      const measures = known(body.measures)
      return await figures({ of: await version(), ...body, measures, twoMode: false, exact: false }, signal)
    },
  })
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
