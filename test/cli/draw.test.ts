import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-draw-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'store.sqlite')}` }
})
afterAll(() => rm(folder, { recursive: true }))

test('draw writes the map in the layout asked for, around whom one says, and overwrites no file', async () => {
  const file = join(folder, 'carte.svg')
  const around = ['draw', 'dieppe', '--layout', 'distance', '--around', 'acse-paca', '-o', file]
  const asked = ['draw', 'dieppe', '--layout', 'groups', '--backbone', '-o', file]
  expect(await maillage(asked, { env })).toMatchObject({ code: 0, stderr: '' })
  const svg = await readFile(file, 'utf8')
  expect(svg).toContain('class="area"')
  expect(svg.replace(/\s+/g, ' ')).toMatch(
    /Disposition « Groupes écartés » : .*Ossature seule : \d+ liens dessinés sur \d+/,
  )
  expect(await maillage(asked, { env })).toMatchObject({ code: 1, stdout: '' })
  expect(await readFile(file, 'utf8')).toBe(svg)
  const stranger = await maillage([...around, '--force'], { env })
  expect(stranger).toMatchObject({ code: 1, stdout: '' })
  expect(stranger.stderr).toContain('acse-paca')
})

test('draw refuses a layout there is not, saying which there are, and a middle without rings', async () => {
  const file = join(folder, 'ronde.svg')
  const round = await maillage(['draw', 'dieppe', '--layout', 'ronde', '-o', file], { env })
  expect(round).toMatchObject({ code: 2, stdout: '' })
  expect(round.stderr.replace(/\s+/g, ' ').trim()).toBe(
    '--layout : « ronde » ne convient pas, attendu : free, groups, sectors, core, distance, spaces, geographic.',
  )
  const lone = await maillage(['draw', 'dieppe', '--around', 'x', '-o', file], { env })
  expect(lone).toMatchObject({ code: 2, stdout: '' })
  expect(lone.stderr).toContain('--layout distance')
  await expect(readFile(file)).rejects.toThrow('ENOENT')
})

test('report writes a note of two pages, and refuses a name that says no format', async () => {
  const file = join(folder, 'note.pdf')
  expect(await maillage(['report', 'dieppe', '-o', file], { env })).toMatchObject({ code: 0 })
  const bytes = await readFile(file, 'latin1')
  expect(bytes.slice(0, 5)).toBe('%PDF-')
  expect(bytes.match(/\/Type \/Page\b/g)).toHaveLength(2)
  const odd = await maillage(['report', 'dieppe', '-o', join(folder, 'note.odt')], { env })
  expect(odd.code).not.toBe(0)
  expect(odd.stderr).toContain('.docx')
})
