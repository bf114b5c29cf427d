import { apply } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { readCsv } from '../../server/exchange/csv.ts'
import type { Preview } from '../../server/exchange/preview.ts'
import type { ReadOptions } from '../../server/exchange/reading.ts'

/** The preview of files given as lines of text. */
export function previewOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  territory: Territory = emptyTerritory('test'),
  options: ReadOptions = {},
): Preview {
  const bytes = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  }))
  return readCsv(bytes, territory, options)
}

/** The territory after the files, which must hold whole. */
export function territoryOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  territory: Territory = emptyTerritory('test'),
  options: ReadOptions = {},
): Territory {
  const { changes, refusals } = previewOf(files, territory, options)
  if (refusals.length > 0) throw new Error(JSON.stringify(refusals))
  return after(territory, changes)
}

export function after(territory: Territory, changes: Preview['changes']): Territory {
  const applied = apply(territory, changes)
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  return applied.territory
}

/** Three actors, a club hosted by one of them, and the documents of a year. */
export const village = {
  'actors.csv': [
    'id,name,type,sphere,scope,inside,employees',
    'mairie,Mairie de Brumeval,commune,action_publique,local,true,',
    'forges,Forges de Brumeval,entreprise,economie,local,true,120',
    'lycee,Lycée des Essarts,formation,formation_recherche,local,true,',
  ].join('\n'),
  'spaces.csv': 'id,name,kind,host\nclub,Club des forges,club,forges',
  'waves.csv': 'id,label,date,basis\nw1,Documents 2024,2024-06-01,documents',
}
