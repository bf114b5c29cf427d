import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agendaSchema } from '../../server/wire/agenda.ts'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-agenda-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'store.sqlite')}` }
})
afterAll(() => rm(folder, { recursive: true }))

test('Decazeville in French: its pilot, and the firms that no project has', async () => {
  const { code, stdout, stderr } = await maillage(['agenda', 'decazeville'], { env })
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Decazeville communauté, .*: que faire, avec qui, pour quand\.\nD’après les documents/)
  expect(stdout).toContain('\n   État\u00a0: à faire.\n')
  expect(stdout).toMatch(
    /\d\. À traiter – Decazeville communauté pilote 8 des 12 projets dont on connaît le pilote\u00a0: associer /,
  )
  expect(stdout).toContain(
    'Inviter SNAM, Jinjiang SAM et Lagarrigue\u00a0: 4 acteurs nommés de type «\u00a0entreprise\u00a0» ne sont dans aucun',
  )
})

test('CARENE in English, and as a document', async () => {
  const { stdout } = await maillage(['agenda', 'carene', '--lang', 'en'], { env })
  expect(stdout).toMatch(/1\. To deal with – CARENE .*pilots 15 of the 30 projects whose pilot is known: with /)
  const { items } = agendaSchema.parse(JSON.parse((await maillage(['agenda', 'carene', '--json'], { env })).stdout))
  expect(items[0]).toMatchObject({ calling: 'risk', cause: { kind: 'pilot', pilot: 'carene' } })
})
