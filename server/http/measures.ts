import type { Measure, Subject } from '../analysis/measure.ts'
import { measures as catalogue, measuresOf } from '../analysis/measures.ts'
import { perimeterWithin } from '../compute/perimeter.ts'
import type { Snapshot } from '../compute/snapshot.ts'
import type { Grouping } from '../compute/subject.ts'
import { measuredOf } from '../compute/values.ts'
import type { Perimeter } from '../network/perimeter.ts'
import { Problem } from '../problem.ts'
import { catalogueSchema, type MeasureWire, measuresQuerySchema, measuresSchema } from '../wire/measures.ts'
import { whileListening } from './listening.ts'
import { askedIn } from './networks.ts'
import { type App, type Rooms, territoryParams } from './rooms.ts'
import { isFresh } from './tag.ts'

const tags = ['measures']
const known = new Set(catalogue.map(({ id }) => id))

/** The catalogue, and its figures on the network of a perimeter. */
export function answerMeasures(app: App, { snapshots, compute }: Rooms): void {
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
      if (isFresh(request, reply, await snapshots.stamp(request.params.id), request.query)) return reply
      const snapshot = await snapshots.at(request.params.id)
      const perimeter = perimeterWithin(snapshot.territory, askedIn(asked))
      const network = named(snapshot, perimeter, groups, twoMode === 'true')
      const wanted = measures === undefined ? null : idsIn(measures)
      const present = measuresOf(network.subject).filter(({ id, cost }) => wanted?.includes(id) ?? cost === 'instant')
      const results = await compute.measure(network.subject, present, whileListening(reply))
      return {
        territory: snapshot.territory.id,
        revision: snapshot.territory.revision,
        perimeter,
        groups,
        nodes: network.nodes,
        edges: edgesOf(network.subject, network.nodes),
        measures: Object.fromEntries([...results].map(([id, result]) => [id, measuredOf(result, network)])),
        absent: wanted?.filter((id) => !results.has(id)) ?? [],
      }
    },
  )
}

interface NamedSubject {
  readonly subject: Subject
  readonly nodes: readonly string[]
  readonly twoMode: boolean
}

function named(snapshot: Snapshot, perimeter: Perimeter, grouping: Grouping, twoMode: boolean): NamedSubject {
  if (!twoMode) {
    return { subject: snapshot.subject(perimeter, grouping), nodes: snapshot.network(perimeter).actors, twoMode }
  }
  const { actors, spaces } = snapshot.twoMode(perimeter)
  return { subject: snapshot.twoModeSubject(perimeter), nodes: [...actors, ...spaces], twoMode }
}

/** A comma-separated list, each measure once. */
function idsIn(list: string): string[] {
  const ids = [...new Set(list.split(',').filter((id) => id !== ''))]
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new Problem('unknown_measure', { measures: unknown })
  return ids
}

function edgesOf({ graph }: Subject, nodes: readonly string[]): [string, string][] {
  return Array.from(graph.sources, (u, e) => [nodes[u] ?? '', nodes[graph.targets[e] ?? -1] ?? ''])
}

function measureToWire({ compute: _, ...entry }: Measure): MeasureWire {
  return entry
}
