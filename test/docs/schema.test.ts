import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, schemaDocument } from '../../docs/write-schema.ts'
import { collectionOf, nouns } from '../../server/domain/territory.ts'

test('docs/territory.schema.json is what a territory is in JSON: npx node docs/write-schema.ts', () => {
  const document = JSON.parse(readFileSync(file, 'utf8'))
  expect(document).toEqual(JSON.parse(schemaDocument()))
  expect(Object.keys(document.properties)).toEqual(
    expect.arrayContaining(['format', 'version', 'id', ...nouns.map((noun) => collectionOf[noun])]),
  )
})
