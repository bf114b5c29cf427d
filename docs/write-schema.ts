import { writeFileSync } from 'node:fs'
import { z } from 'zod'
import { territoryFormat } from '../server/exchange/formats/territory-json.ts'
import { territorySchema } from '../server/wire/territory.ts'

export const file = new URL('territory.schema.json', import.meta.url)

/** What a territory is in JSON, as a JSON Schema (2020-12) made from the schema of what crosses HTTP. Every list may be missing. */
export function schemaDocument(): string {
  const { revision: _, id, ...collections } = territorySchema.shape
  const { format, version } = territoryFormat
  const document = z
    .looseObject({ format: z.literal(format), version: z.literal(version), id, ...collections })
    .partial()
    .required({ format: true, version: true })
    .meta({ title: 'A territory of Maillage', description: 'docs/formats.md says how it is written and read.' })
  return `${JSON.stringify(z.toJSONSchema(document, { io: 'input' }), null, 1)}\n`
}

if (import.meta.main) writeFileSync(file, schemaDocument())
