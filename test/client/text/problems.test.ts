import { expect, test } from 'vitest'
import { RequestError } from '../../../client/data/api.ts'
import { en } from '../../../client/text/en.ts'
import { fr } from '../../../client/text/fr.ts'
import { problemSentence } from '../../../client/text/problems.ts'

test.each([
  [fr, 'La modification a peut-être été enregistrée', 'sans risque'],
  [en, 'The change may have been saved', 'it is safe'],
] as const)('$language says when nobody knows whether a change was saved', (text, unsure, safe) => {
  const details = { reason: 'no_answer', store: 'bolt://127.0.0.1' }
  const said = (more: object) =>
    problemSentence(text, new RequestError('store_unavailable', 503, { ...details, ...more }))
  expect(said({})).not.toContain(unsure)
  expect(said({ outcome: 'unknown' })).toContain(unsure)
  expect(said({ outcome: 'unknown' })).toContain(safe)
})
