/** What a territory is written as; docs/formats.md says what each holds. */
export const writtenFormats = [
  'csv',
  'excel-csv',
  'xlsx',
  'json',
  'graphml',
  'gexf',
  'pajek',
  'dl',
  'rsiena',
  'kumu',
] as const
export type WrittenFormat = (typeof writtenFormats)[number]

/** What a file in the format is called at its end, and of which type its bytes are. */
export const fileTypes: { readonly [F in WrittenFormat]: { readonly ending: string; readonly type: string } } = {
  csv: { ending: '.zip', type: 'application/zip' },
  'excel-csv': { ending: '-excel.zip', type: 'application/zip' },
  xlsx: { ending: '.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  json: { ending: '.json', type: 'application/json' },
  graphml: { ending: '.graphml', type: 'application/graphml+xml' },
  gexf: { ending: '.gexf', type: 'application/gexf+xml' },
  pajek: { ending: '.net', type: 'text/plain; charset=utf-8' },
  dl: { ending: '.dl', type: 'text/plain; charset=utf-8' },
  rsiena: { ending: '-rsiena.zip', type: 'application/zip' },
  kumu: { ending: '-kumu.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
}

/** What a territory is called as a file of the format: `territory.xlsx`. */
export function fileOfFormat(format: WrittenFormat): string {
  return `territory${fileTypes[format].ending}`
}

/** Null: no format has such a file. */
export function formatOfFile(file: string): WrittenFormat | null {
  return writtenFormats.find((format) => file === fileOfFormat(format)) ?? null
}
