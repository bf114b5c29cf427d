import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { file, withCatalogue } from '../../docs/write-measures.ts'

test('docs/measures.md holds the catalogue as it is: npx node docs/write-measures.ts', () => {
  const document = readFileSync(file, 'utf8')
  expect(document).toBe(withCatalogue(document))
})
