import { Analysis } from '../analysis/measure.ts'
import { measuresOf } from '../analysis/measures.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { latestWave, type Perimeter } from '../domain/perimeter.ts'
import { emptyTerritory, type Space, type Territory } from '../domain/territory.ts'
import type { Drawing, Mark } from '../exchange/formats/facts.ts'
import { measuresSheet } from '../exchange/formats/measures-sheet.ts'
import { templateFiles, templateOf, templates } from '../exchange/formats/template.ts'
import { written } from '../exchange/formats/writing.ts'
import type { WrittenFormat } from '../exchange/formats/written-formats.ts'
import type { SheetToWrite } from '../exchange/formats/xlsx-writer.ts'
import type { People } from '../exchange/tables.ts'
import { Problem } from '../problem.ts'
import type { Positions } from '../store/store.ts'
import type { Bytes } from './bytes.ts'
import { findingsSheet } from './findings-sheet.ts'
import { type AskedPerimeter, perimeterWithin } from './perimeter.ts'
import type { Placed } from './picture.ts'
import { type AskedPicture, drawnAsked, freeLayout } from './picture.ts'
import type { Opened, Snapshot } from './snapshot.ts'

export interface AskedExport {
  readonly format: WrittenFormat
  readonly people: People
  /** What is on screen; null: everything. */
  readonly perimeter: AskedPerimeter | null
  /** By what actors are coloured and sized on the map, for formats that hold it. */
  readonly looks: Pick<AskedPicture, 'color' | 'size'>
  /** Of the wave, for the workbook; null: not asked for. */
  readonly diagnosis: Diagnosis | null
}

/** A territory in a format, whole or what a perimeter holds of it. Refuses what `perimeterWithin` does, `network_too_large`. */
export async function exportOf(
  snapshot: Snapshot,
  { format, people, perimeter: asked, looks, diagnosis, positions }: AskedExport & Placed,
): Promise<Bytes> {
  const { territory } = snapshot
  const perimeter = asked && perimeterWithin(territory, asked)
  const readings = format === 'xlsx' ? measuresRead(snapshot, perimeter) : []
  if (diagnosis && format === 'xlsx') readings.push(findingsSheet(territory, diagnosis))
  const drawing = format === 'gexf' || format === 'pajek' ? await drawingOf(snapshot, asked, looks, positions) : null
  const whole = perimeter
    ? withinPerimeter(territory, perimeter, new Set(snapshot.network(perimeter).actors))
    : territory
  return await written(whole, format, { people, drawing, readings })
}

/** Where actors and spaces are drawn, how large and in which colour, as on screen: what the perimeter does not hold has but its place. */
async function drawingOf(
  snapshot: Snapshot,
  perimeter: AskedPerimeter | null,
  looks: AskedExport['looks'],
  positions: Positions,
): Promise<Drawing> {
  const places = (stored: Positions['actors']) =>
    new Map<string, Mark>(Object.entries(stored).map(([id, [x, y]]) => [id, { x, y }]))
  const drawing = { actors: places(positions.actors), spaces: places(positions.spaces) }
  if (latestWave(snapshot.territory) === undefined) return drawing
  const look = { language: 'fr', paper: 'A4', spaces: true, hidden: [], ...freeLayout, ...looks } as const
  const { depicted } = await drawnAsked(snapshot, { ...look, perimeter: perimeter ?? {} }, positions)
  for (const { noun, id, x, y, size, color } of depicted.scene.nodes) {
    drawing[noun === 'actor' ? 'actors' : 'spaces'].set(id, { x, y, size, color })
  }
  return drawing
}

/** A workbook to be filled in. Refuses `unknown_file`. */
export async function templateAsked({ territory }: Opened, { file }: { readonly file: string }): Promise<Bytes> {
  const template = templates.find((template) => templateFiles[template] === file)
  if (!template) throw new Problem('unknown_file', { file, known: Object.values(templateFiles) })
  return await templateOf(territory, template)
}

/** The facts that a network rests on: one wave, the kinds of tie and of space it counts, its actors and those that these name. */
export function withinPerimeter(territory: Territory, perimeter: Perimeter, among: ReadonlySet<string>): Territory {
  const { wave } = perimeter
  const [tieKinds, spaceKinds] = [new Set(perimeter.tieKinds), new Set(perimeter.spaceKinds)]
  const ties = kept(territory.ties, (tie) => {
    return tie.wave === wave && tieKinds.has(tie.kind) && among.has(tie.from) && among.has(tie.to)
  })
  const spaces = withAncestors(territory, (space) => spaceKinds.has(space.kind))
  const participations = kept(territory.participations, (taken) => {
    return (
      taken.wave === wave && spaceKinds.has(territory.spaces.get(taken.space)?.kind ?? '') && among.has(taken.actor)
    )
  })
  const roster = kept(territory.roster, (entry) => entry.wave === wave && among.has(entry.actor))
  const named = new Set([
    ...among,
    ...[...ties.values()].flatMap(({ reporter }) => (reporter === null ? [] : [reporter])),
    ...[...spaces.values()].flatMap(({ host }) => (host === undefined ? [] : [host])),
  ])
  const { id, revision, settings, vocabulary } = territory
  const actors = kept(territory.actors, (actor) => named.has(actor.id))
  const waves = kept(territory.waves, (known) => known.id === wave)
  return { ...emptyTerritory(id), revision, settings, vocabulary, actors, spaces, waves, ties, participations, roster }
}

function withAncestors({ spaces }: Territory, isKept: (space: Space) => boolean): ReadonlyMap<string, Space> {
  const ids = new Set([...spaces.values()].filter(isKept).map(({ id }) => id))
  // A Set goes on through what is added while it is read.
  for (const id of ids) {
    const parent = spaces.get(id)?.parent
    if (parent !== undefined) ids.add(parent)
  }
  return kept(spaces, ({ id }) => ids.has(id))
}

function kept<T>(facts: ReadonlyMap<string, T>, isKept: (fact: T) => boolean): ReadonlyMap<string, T> {
  return new Map([...facts].filter(([, fact]) => isKept(fact)))
}

/** Figures of the actors that take no time, of the perimeter or of the latest wave; none where there is no wave. */
function measuresRead(snapshot: Snapshot, asked: Perimeter | null): SheetToWrite[] {
  const { territory } = snapshot
  const wave = territory.waves.get(asked?.wave ?? latestWave(territory) ?? '')
  if (!wave) return []
  const perimeter = asked ?? perimeterWithin(territory, { wave: wave.id })
  const subject = snapshot.subject(perimeter, 'sphere')
  const analysis = new Analysis(subject)
  const figures = new Map<string, Float64Array>()
  for (const { id, cost, scope, compute } of measuresOf(subject)) {
    if (cost !== 'instant' || scope !== 'node') continue
    const result = compute(analysis)
    if (result.scope === 'node' && result.values instanceof Float64Array && !result.nodes)
      figures.set(id, result.values)
  }
  const actors = snapshot.network(perimeter).actors.map((id) => ({ id, name: territory.actors.get(id)?.name ?? id }))
  return [measuresSheet(wave, actors, figures)]
}
