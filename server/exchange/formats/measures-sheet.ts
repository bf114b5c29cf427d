import type { Actor, Wave } from '../../domain/territory.ts'
import { measures as french } from '../../words/fr/measures.ts'
import type { MeasureText } from '../../words/measures.ts'
import type { FrenchCell } from './french.ts'
import type { SheetToWrite } from './xlsx-writer.ts'

/** Figures of actors as a sheet to be read, by how the page calls them. @param figures by id of the catalogue, one value per actor; NaN: undefined */
export function measuresSheet(
  wave: Wave,
  actors: readonly Pick<Actor, 'id' | 'name'>[],
  figures: ReadonlyMap<string, Float64Array>,
): SheetToWrite {
  const texts = new Map<string, MeasureText>(Object.entries(french))
  const columns = [...figures.keys()].map((id) => {
    const text = texts.get(id)
    return { header: text?.name ?? id, ...(text && { help: text.sentence }) }
  })
  const rows = actors.map(({ id, name }, node): FrenchCell[] => {
    return [name, id, ...[...figures.values()].map((values) => figure(values[node]))]
  })
  return {
    name: 'Mesures',
    notice: `Mesures des acteurs, vague « ${wave.label} » (${wave.date.split('-').reverse().join('/')}).`,
    columns: [{ header: 'Acteur' }, { header: 'Identifiant' }, ...columns],
    rows,
    emptyRows: 0,
  }
}

function figure(value: number | undefined): FrenchCell {
  return value === undefined || Number.isNaN(value) ? 'n.\u00a0d.' : value
}
