import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { valDeBrume } from '../../examples/fictitious/val-de-brume.ts'
import type { DiagnosisDocument } from '../../server/cli/findings-document.ts'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-diagnose-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'store.sqlite')}` }
  // The first command fills a new store with the examples.
  await maillage(['export', 'ardenne', join(folder, 'ardenne')], { env })
})
afterAll(() => rm(folder, { recursive: true }))

test('Decazeville in French: a project without a pilot, piloting concentrated, and what documents cannot tell', async () => {
  const { code, stdout, stderr } = await maillage(['diagnose', 'decazeville'], { env })
  expect([code, stderr]).toEqual([0, ''])
  const [signals = '', untold = '', nothing = ''] = stdout.split(/\n\n(?:Ce que|Cherché)/)
  expect(signals).toMatch(
    /^Decazeville communauté, .*d’après des documents, personne n’a été interrogé\.\nLiens pris en compte.*\n\nConstats\n/,
  )
  expect(signals).toContain('Le projet «\u00a0Halles de l’économie créative\u00a0» n’a pas de pilote.')
  expect(signals).toContain('Decazeville communauté pilote 8 des 12 projets qui ont un pilote')
  expect(untold).toContain('personne n’a été interrogé')
  expect(untold).toContain('Aucun lien dans les documents pour ')
  expect(untold).toMatch(/«\u00a0Redynamisation du commerce de proximité\u00a0»\u00a0: la source n’est pas lisible/)
  expect(nothing).toContain('1 des 7 projets à plusieurs participants est d’une seule sphère')
})

test('CARENE in English', async () => {
  const { stdout } = await maillage(['diagnose', 'carene', '--lang', 'en'], { env })
  expect(stdout).toMatch(/CARENE.* pilots 15 of the 30 projects/)
})

test.each([
  ['enquete-2023', null, 'structurel'],
  // One tie renewed, for 4.1 and 3.2 expected: p = .057 and .137 confirm nothing.
  ['enquete-2025', 'enquete-2024', 'structurel'],
])(
  'what is hidden in the fictitious territory is found in %s',
  async (wave, previousWave, grade) => {
    const ended = await maillage(['diagnose', 'val-de-brume', '--wave', wave, '--json'], { env })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    const { findings, dataQuality }: DiagnosisDocument = JSON.parse(ended.stdout)
    expect(dataQuality).toMatchObject({ wave, previousWave, basis: 'survey', gate: 'composition' })
    const signals = findings.filter(({ status }) => status === 'signal')
    const closed = signals.filter(({ code }) => code === 'lock_in')
    expect(closed).toMatchObject([{ subject: 'cercle-des-ateliers-du-val-de-brume', level: 'group', grade }])
    const of = (code: string) => signals.filter((finding) => finding.code === code).map(({ subject }) => subject)
    expect(of('I5')).toEqual(['economie / formation_recherche'])
    expect(of('I7')).toEqual(['office-de-l-habitat-de-chassegrain'])
    expect(of('P0')).toEqual(['halle-des-savoir-faire'])
    if (wave === 'enquete-2025') expect(of('I6')).toEqual(expect.arrayContaining([...valDeBrume().planted.fading]))
  },
  180_000,
)

test('an unknown wave, or an option of edge lists, is refused', async () => {
  const unknown = await maillage(['diagnose', 'ardenne', '--wave', '1789'], { env })
  expect(unknown).toMatchObject({ code: 1, stdout: '' })
  expect(unknown.stderr).toMatch(/«\u00a0ardenne\u00a0» n’a pas de vague «\u00a01789\u00a0»/)
  const stray = await maillage(['diagnose', 'ardenne', '--answered', 'x'], { env })
  expect(stray).toMatchObject({ code: 2, stdout: '' })
  expect(stray.stderr).toMatch(/--answered ne s’applique pas à un territoire/)
})
