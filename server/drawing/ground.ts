import { defaultPerimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import type { Arranged } from '../layout/arrangement.ts'
import { components } from '../layout/components.ts'
import type { Drawing, Edge } from '../layout/drawing.ts'

/** A territory as layouts see it, whatever the wave and the perimeter. */
export interface Ground {
  readonly drawing: Drawing
  /** Parts of at most `smallPart` actors that no wave ties to the rest. */
  readonly apart: readonly (readonly string[])[]
  readonly memberships: Arranged['memberships']
}

const smallPart = 3

/** Everything that ties count in by default, in any wave, so that neither a filter nor another wave moves what stays. */
export function groundOf(record: Territory): Ground {
  const nodes = [
    ...[...record.actors.keys()].map((id) => `actor:${id}`),
    ...[...record.spaces.values()].filter(({ host }) => host === undefined).map(({ id }) => `space:${id}`),
  ]
  const numberOf = new Map(nodes.map((key, node) => [key, node]))
  const edges = new Map<string, Edge>()
  const join = (a: string, b: string) => {
    const [u, v] = [numberOf.get(a), numberOf.get(b)]
    if (u !== undefined && v !== undefined && u !== v) edges.set(`${Math.min(u, v)} ${Math.max(u, v)}`, [u, v])
  }
  const usual = new Map([...record.waves.keys()].map((wave) => [wave, defaultPerimeter(record, wave)]))
  for (const { wave, kind, from, to } of record.ties.values()) {
    if (usual.get(wave)?.tieKinds.includes(kind)) join(`actor:${from}`, `actor:${to}`)
  }
  const memberships = new Map<string, readonly [string, string]>()
  for (const { wave, actor, space: id } of record.participations.values()) {
    const space = record.spaces.get(id)
    if (!space || !usual.get(wave)?.spaceKinds.includes(space.kind)) continue
    const place = space.host === undefined ? `space:${id}` : `actor:${space.host}`
    join(`actor:${actor}`, place)
    memberships.set(`${actor} ${place}`, [`actor:${actor}`, place])
  }
  const drawing = { nodes, edges: [...edges.values()] }
  const parts = components(drawing, [...nodes.keys()]).map((part) => part.map((node) => nodes[node] ?? ''))
  const actorsOf = (part: readonly string[]) => part.filter((key) => key.startsWith('actor:')).length
  const most = Math.max(0, ...parts.map(actorsOf))
  return {
    drawing,
    // Where no part is large none is aside.
    apart: most > smallPart ? parts.filter((part) => actorsOf(part) > 0 && actorsOf(part) <= smallPart) : [],
    memberships: [...memberships.values()],
  }
}
