import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Beside } from '../../server/answer/beside.ts'
import type { comparisonDocument } from '../../server/answer/comparison-document.ts'
import expected from '../oracles/waves_coleman.json' with { type: 'json' }
import { maillage } from './maillage.ts'

type Document = ReturnType<typeof comparisonDocument> & { readonly beside?: Beside }

let folder = ''
let env: Record<string, string> = {}
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-compare-'))
  env = { MAILLAGE_STORE: `sqlite:${at('store.sqlite')}` }
  for (const id of ['coleman_fall', 'coleman_spring']) {
    const { graph } = JSON.parse(await readFile(new URL(`../oracles/${id}.json`, import.meta.url), 'utf8')) as {
      graph: { nodes: { id: string }[]; edges: [string, string, number][] }
    }
    const arcs = graph.edges.map(([from, to]) => [from, to] as const)
    const ids = graph.nodes.map((node) => node.id)
    await write(`${id}.csv`, 'source,target', arcs)
    await write(`${id}.nodes.csv`, 'id', ids)
    const quiet = ['b69', 'b70', 'b71', 'b72', 'b73']
    const answers = ids.map((boy) => [boy, quiet.includes(boy) ? 'non' : 'oui'])
    await write(
      `${id}.heard.csv`,
      'source,target',
      arcs.filter(([from]) => !quiet.includes(from)),
    )
    await write(`${id}.heard.nodes.csv`, 'id,answered', answers)
  }
  await write('nothing.csv', 'source,target', [])
  await write('keys.csv', 'source,target', ['constructor,__proto__', 'toString,constructor'])
  await write('keys2.csv', 'source,target', ['__proto__,constructor', 'hasOwnProperty,toString'])
  const everyKey = ['constructor,oui', 'toString,non', 'hasOwnProperty,oui', '__proto__,peut-être']
  await write('keys.nodes.csv', 'id,answered', everyKey)
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, header: string, rows: readonly (string | readonly string[])[]) {
  await writeFile(at(name), `${[header, ...rows.map(String)].join('\n')}\n`)
}

async function compared(args: readonly string[]): Promise<Document> {
  const ended = await maillage(['compare', ...args, '--json'], { env })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  return JSON.parse(ended.stdout)
}

describe('Coleman, fall to spring', () => {
  const lists = (name = '') => ['coleman_fall', 'coleman_spring'].map((id) => at(`${id}${name}.csv`))

  test('who names whom: 140 kept, 103 ended, 123 new', async () => {
    const { arcs, transitions, agreement } = await compared([...lists(), '--directed', '--nodes', '{}.nodes.csv'])
    const { persist, dissolved, created, stayAbsent } = expected.directed
    expect([persist, dissolved, created]).toEqual([140, 103, 123])
    expect(arcs.value).toMatchObject({ kept: persist, ended: dissolved, new: created, never: stayAbsent })
    expect(arcs.value?.jaccard).toBeCloseTo(expected.directed.jaccard, 9)
    expect(transitions.value).toEqual(expected.directed.dyadTransitions_null_asym_mutual)
    expect(agreement.kept).toBe(expected.undirectedSupport.persist)
  })

  test('five who did not answer are not taken to have ended their ties', async () => {
    const options = ['--directed', '--nodes', '{}.nodes.csv', '--answered', 'answered']
    const { arcs, before } = await compared([...lists('.heard'), ...options])
    const { persist, dissolved, created } = expected.masked_rows_b69_b73_nonrespondents
    expect(arcs.value).toMatchObject({ kept: persist, ended: dissolved, new: created })
    expect(before.standings.silent).toEqual(['b69', 'b70', 'b71', 'b72', 'b73'])
  })

  test('without direction nobody is known to have told: what rests on it is null, with the reason', async () => {
    const { arcs, confirmation, toldTwice, agreement } = await compared([...lists(), '--nodes', '{}.nodes.csv'])
    const untold = { value: null, reason: 'no_reporters' }
    expect([arcs, confirmation, toldTwice]).toEqual([untold, untold, untold])
    expect(agreement.kept).toBe(expected.undirectedSupport.persist)
  })

  test('without rosters, whoever one list alone names neither came nor left', async () => {
    const { code, stdout, stderr } = await maillage(['compare', ...lists(), '--directed', '--json'])
    expect(code).toBe(0)
    expect(stderr).toContain('sans --nodes')
    const { roster }: Document = JSON.parse(stdout)
    expect([roster.joiners, roster.leavers]).toEqual([[], []])
    expect(roster.named.length).toBeGreaterThan(0)
  })

  test('in words, in either language', async () => {
    const options = [...lists(), '--directed', '--nodes', '{}.nodes.csv']
    const french = await maillage(['compare', ...options])
    expect(french.stdout).toMatch(/73 acteurs ont répondu les deux fois\.\n\nCe qui a changé\n– /)
    expect(french.stdout).toContain('– 109 liens tiennent sur les 181 d’avant.\n')
    const english = await maillage(['compare', ...options, '--lang', 'en'])
    expect(english.stdout).toMatch(/73 actors answered both times\.\n\nWhat changed\n– /)
    expect(english.stdout.split('\n').length).toBe(french.stdout.split('\n').length)
  })
})

describe('a territory', () => {
  const quickly = ['val-de-brume', '--no-findings']

  test('the two latest surveys unless others are named, in at most ten statements with their evidence', async () => {
    const { stdout, stderr } = await maillage(['compare', 'val-de-brume'], { env })
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      /^Val-de-Brume.*, de «\u00a0Enquête 2024\u00a0» à «\u00a0Enquête 2025\u00a0»\u00a0: \d+ acteurs/,
    )
    const [summary = '', plane = ''] = stdout.split('\nCohésion et ouverture, mêmes acteurs\n')
    const titles = summary.split('\n').filter((line) => line.startsWith('Ce qu'))
    expect(titles).toEqual(['Ce qui a changé', 'Ce qui tient', 'Ce qu’on ne sait pas'])
    const statements = summary.match(/^– .*\.\n {2}\S.*\.$/gm) ?? []
    expect(statements.length).toBeGreaterThan(2)
    expect(statements.length).toBeLessThanOrEqual(10)
    expect(summary.match(/^– /gm)).toHaveLength(statements.length)
    // Then the move between cohesion and opening of the same actors, and each finding of either wave with why it is no longer, or not yet, said.
    expect(plane).toMatch(
      /^Les deux points sont ceux des mêmes \d+ acteurs.*\n– Cohésion\u00a0: .*\n– Ouverture\u00a0: /,
    )
    const [, fates = ''] = plane.split('\nQue sont devenus les constats\n')
    const counted = [...fates.matchAll(/^(Apparus|Disparus|Maintenus|Sans réponse) \((\d+)\)$/gm)].map(
      ([, fate]) => fate,
    )
    expect(counted.slice(0, 3)).toEqual(['Apparus', 'Disparus', 'Maintenus'])
    expect(fates).toContain(' – autour d’eux, des liens ont fini ou commencé\n')
    expect(summary).toMatch(
      /^– Aucune des 3 mises en relation suggérées ne s’est faite\.\n {2}0\s%, pour 1,7\s% parmi 633 paires/m,
    )
  })

  test('over two years ties truly changed, and projects began', async () => {
    const args = [...quickly, '--from', 'enquete-2023', '--beside']
    const { before, after, summary, verdict, programme, plane, findings, beside, seed } = await compared(args)
    // The one that is not named is the latest.
    expect([before.wave, after.wave]).toEqual(['enquete-2023', 'enquete-2025'])
    // The page draws from the same: both tell the same figures.
    expect(seed).toBe('val-de-brume')
    expect(beside).toMatchObject({ own: { territory: 'val-de-brume', years: expect.closeTo(2, 1) } })
    expect(beside?.figures.growth).toEqual({ value: null, reason: 'too_few_territories' })
    expect(verdict.outcome).toBe('changed')
    expect(summary[0]).toMatchObject({ section: 'changed', certainty: 'real' })
    expect(programme?.begun).toBeGreaterThan(0)
    expect(plane.value?.actors).toBeGreaterThan(12)
    expect(findings).toBeNull()
  })

  test('of an earlier wave that is not named, the survey before', async () => {
    const upTo = await compared([...quickly, '--to', 'enquete-2024', '--rsiena', at('pair.zip')])
    expect([upTo.before.wave, upTo.after.wave]).toEqual(['enquete-2023', 'enquete-2024'])
    const files = unzipSync(await readFile(at('pair.zip')))
    expect(Object.keys(files)).toEqual(['wave1.txt', 'wave2.txt', 'composition.txt', 'actors.csv'])
  })

  test('documents beside a survey: who is there and the programme, no tie that began or ended', async () => {
    const copy = at('mixte')
    await maillage(['export', 'val-de-brume', copy], { env })
    const waves = await readFile(join(copy, 'waves.csv'), 'utf8')
    const made = waves.replace(/^(enquete-2024.*),survey/m, '$1,documents')
    expect(made).not.toBe(waves)
    await writeFile(join(copy, 'waves.csv'), made)
    expect(await maillage(['import', copy, '--territory', 'mixte'], { env })).toMatchObject({ code: 0, stderr: '' })
    const mixed = await compared(['mixte', '--no-findings', '--from', 'enquete-2024', '--to', 'enquete-2025'])
    expect(mixed.comparability.barrier).toMatchObject({ ties: 'basis', levels: 'basis', programme: null })
    expect(mixed.agreement).toMatchObject({ kept: 0, ended: 0, new: 0 })
    expect(mixed.density).toEqual({ value: null, reason: 'basis' })
    expect(mixed.verdict.outcome).toBe('unknown')
    expect(mixed.comparability.witnesses).toBe(0)
    const both = mixed.pairs.filter(({ before, after }) => before.length > 0 && after.length > 0).length
    expect(mixed.summary.map(({ evidence }) => evidence)).toContainEqual({
      kind: 'bothName',
      ties: both,
      of: mixed.pairs.length,
    })
    const { stdout } = await maillage(
      ['compare', 'mixte', '--no-findings', '--from', 'enquete-2024', '--to', 'enquete-2025'],
      { env },
    )
    expect(stdout).toContain(
      'Aucun lien ne peut être dit gardé, fini ou nouveau\u00a0: une des vagues n’est pas une enquête',
    )
    // The two surveys are what is compared unless one asks for the documents.
    const usual = await compared(['mixte', '--no-findings'])
    expect([usual.before.wave, usual.after.wave]).toEqual(['enquete-2023', 'enquete-2025'])
  })
})

describe('refused in one sentence', () => {
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    ['an unknown wave', ['val-de-brume', '--from', '1789'], 1, /n’a pas de vague «\u00a01789\u00a0»/],
    ['an unknown territory', ['nulle-part'], 1, /«\u00a0nulle-part\u00a0» n’existe pas/],
    ['a wave and itself', ['val-de-brume', '--from', 'enquete-2024', '--to', 'enquete-2024'], 2, /avec elle-même/],
    [
      'time backwards',
      ['val-de-brume', '--from', 'enquete-2025', '--to', 'enquete-2023'],
      2,
      /--from vient avant --to/,
    ],
    ['nothing before the first', ['val-de-brume', '--to', 'enquete-2023'], 1, /il faut deux vagues du territoire/],
    ['a territory of one wave', ['ardenne'], 1, /il faut deux vagues du territoire/],
    ['options of lists', ['val-de-brume', '--answered', 'x'], 2, /--answered ne s’applique pas à un territoire/],
    ['options of territories', ['keys.csv', 'keys2.csv', '--to', 'x'], 2, /--to ne s’applique pas à des fichiers/],
    [
      'findings of lists',
      ['keys.csv', 'keys2.csv', '--no-findings'],
      2,
      /--no-findings ne s’applique pas à des fichiers/,
    ],
    ['one list', ['keys.csv'], 2, /Il manque fichier/],
    ['three lists', ['keys.csv', 'keys2.csv', 'nothing.csv'], 2, /Trop d’arguments pour «\u00a0compare\u00a0»/],
    ['a list and itself', ['keys.csv', 'keys.csv'], 2, /avec elle-même/],
    ['answers without a roster', ['keys.csv', 'keys2.csv', '--answered', 'x'], 2, /--answered demande aussi --nodes/],
    [
      'a maybe',
      ['keys.csv', 'keys2.csv', '--nodes', 'keys.nodes.csv', '--answered', 'answered'],
      1,
      /«\u00a0peut-être\u00a0» reçu/,
    ],
    ['no such file', ['keys.csv', 'none.csv'], 1, /none\.csv ne peut pas être lu/],
  ]

  test.each(cases)('%s', async (_, args, code, sentence) => {
    const ended = await maillage(['compare', ...args.map((arg) => (arg.endsWith('.csv') ? at(arg) : arg))], { env })
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toMatch(sentence)
    expect(ended.stderr.trimEnd()).not.toContain('\n')
  })
})

test.each([
  ['nobody', 'nothing.csv', 'nothing.csv'],
  ['names that every object has', 'keys.csv', 'keys2.csv'],
  ['a network that is gone', 'keys.csv', 'nothing.csv'],
])('of %s nothing is claimed', async (_, earlier, later) => {
  const copy = at(`later-${later}`)
  await writeFile(copy, await readFile(at(later)))
  const { code, stdout } = await maillage(['compare', at(earlier), copy, '--json'])
  expect(code).toBe(0)
  const document: Document = JSON.parse(stdout)
  expect(document.verdict.outcome).toBe('unknown')
  expect(document.summary.filter(({ certainty }) => certainty === 'real')).toEqual([])
})
