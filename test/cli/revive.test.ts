import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReviveDocument } from '../../server/cli/revive.ts'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-revive-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'store.sqlite')}` }
})
afterAll(() => rm(folder, { recursive: true }))

test('who should see whom again, through whom, and how many a year; as a document and a calendar, which is not overwritten', async () => {
  const calendar = join(folder, 'a.ics')
  const asked = ['revive', 'val-de-brume', '--ics', calendar, '--start', '2026-01-05']
  const document: ReviveDocument = JSON.parse((await maillage([...asked, '--json'], { env })).stdout)
  const [first, second] = document.revivals ?? []
  expect(document).toMatchObject({ wave: 'enquete-2025', need: { from: 'enquete-2024' }, seminar: null })
  expect(first?.worth).toBeGreaterThanOrEqual(second?.worth ?? 1)
  expect(first?.worth).toBeCloseTo((1 - (first?.vitality ?? 0)) * (first?.held ?? 0), 12)
  const entries = (await readFile(calendar, 'utf8')).match(/^DTSTART;VALUE=DATE:2026\d+/gm)
  expect(entries).toHaveLength(Math.min(52, document.revivals?.length ?? 0))
  expect(await maillage(asked, { env })).toMatchObject({ code: 1, stdout: '' })
  const { stdout } = await maillage([...asked, '--force', '--lang', 'en'], { env })
  expect(stdout).toMatch(
    /: ties to revive\.\nAt the pace seen from .* each year .*\n\n1\. Get in touch again: .*\n {3}Last contact on /,
  )
})

test('documents tell of no last contact; a day that is none is refused', async () => {
  const { stdout } = await maillage(['revive', 'decazeville'], { env })
  expect(stdout).toContain('Aucun lien de cette vague n’a de date de dernier contact')
  const { code, stderr } = await maillage(['revive', 'decazeville', '--start', 'demain'], { env })
  expect([code, stderr]).toEqual([
    2,
    '--start\u00a0: «\u00a0demain\u00a0» ne convient pas, attendu\u00a0: AAAA-MM-JJ.\n',
  ])
  const late = await maillage(['revive', 'decazeville', '--start', '9999-12-01'], { env })
  expect([late.code, late.stderr]).toEqual([
    2,
    '--start\u00a0: «\u00a09999-12-01\u00a0» ne convient pas, attendu\u00a0: AAAA-MM-JJ avant 9900.\n',
  ])
})
