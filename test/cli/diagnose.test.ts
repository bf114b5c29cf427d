import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DiagnosisDocument } from '../../server/cli/findings-document.ts'
import oracle from '../oracles/territory_demo.json' with { type: 'json' }
import { maillage } from './maillage.ts'

/** A made-up territory of two waves, with a closed club of seven, two isolates and a pendant. */
const { nodes, wave1, wave2 } = oracle.graph
let folder = ''
let documents: DiagnosisDocument[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-diagnose-'))
  const ties = (rows: readonly (readonly (string | number)[])[]) =>
    csv([['source', 'target'], ...rows.map((row) => row.slice(0, 2))])
  await writeFile(join(folder, 'demo.csv'), ties(wave2))
  await writeFile(join(folder, 'demo.before.csv'), ties(wave1))
  await writeFile(
    join(folder, 'demo.nodes.csv'),
    csv([
      ['id', 'group', 'territory', 'answered', 'mistaken'],
      ...nodes.map(({ id, sphere, planted, territory }, i) => [
        id,
        planted === 'locked_club' ? 'club' : sphere,
        territory,
        // The first three of the club, and half of the others.
        i < 3 || i % 2 === 0 ? 'oui' : 'non',
        'peut-être',
      ]),
    ]),
  )
  await writeFile(
    join(folder, 'pair.csv'),
    csv([
      ['source', 'target'],
      ['a', 'b'],
    ]),
  )
  await writeFile(
    join(folder, 'pair.nodes.csv'),
    csv([
      ['id', 'group', 'territory'],
      ['a', 'x', 'in'],
      ['b', 'x', 'in'],
    ]),
  )
  await writeFile(join(folder, 'pair.before.csv'), csv([['source', 'target']]))
  const ended = await diagnose([join(folder, 'demo.csv'), join(folder, 'pair.csv')], '--previous', '{}.before.csv')
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  documents = ended.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
})
afterAll(() => rm(folder, { recursive: true }))

test('one document per file, in the order of the files', () => {
  expect(documents.map(({ dataQuality }) => dataQuality.actors)).toEqual([nodes.length, 2])
})

test('places and kinds of ties come from columns', async () => {
  const file = join(folder, 'kinds.csv')
  await writeFile(
    file,
    csv([
      ['source', 'target', 'kind'],
      ...wave2.map(([from = '', to = ''], i) => [from, to, i % 2 === 0 ? 'coop' : 'info']),
    ]),
  )
  await writeFile(
    join(folder, 'placed.nodes.csv'),
    csv([
      ['id', 'group', 'territory', 'commune'],
      ...nodes.map(({ id, sphere, territory }, i) => [id, sphere, territory, `c${i % 3}`]),
    ]),
  )
  const placed = ['--nodes', join(folder, 'placed.nodes.csv'), '--group', 'group', '--place', 'commune']
  const ended = await maillage(['diagnose', file, ...placed, '--tie-kinds', 'coop'])
  const document: DiagnosisDocument = JSON.parse(ended.stdout)
  expect(document.dataQuality).toMatchObject({ ties: Math.ceil(wave2.length / 2), relation: ['coop'] })
  const apart = document.findings.filter(({ code, reference }) => code === 'I8' && reference !== undefined)
  expect(new Set(apart.map(({ reference }) => reference))).toEqual(new Set(['labels']))
  const unkinded = await maillage(['diagnose', join(folder, 'demo.csv'), '--tie-kinds', 'coop'])
  expect(unkinded.code).not.toBe(0)
  expect(unkinded.stderr).toContain('kind')
})

test('a document has its findings, its profile and the quality of its data', () => {
  for (const document of documents)
    expect(Object.keys(document)).toEqual(['findings', 'toAsk', 'profile', 'dataQuality', 'rule', 'seed'])
  for (const finding of documents.flatMap(({ findings }) => findings)) {
    expect(finding).toMatchObject({ code: expect.stringMatching(/^(lock_in|I[0-8]|P[0-7])$/), dims: expect.any(Array) })
    expect(['territory', 'group', 'actor', 'programme']).toContain(finding.level)
    expect(['signal', 'fact', 'none', 'insufficient']).toContain(finding.status)
    // Where the data cannot tell it says why, and only there.
    expect(finding.reason !== undefined).toBe(finding.status === 'insufficient')
    for (const absent of Object.values(finding)) expect(absent).not.toBeNull()
  }
})

test('every group of the column that has members inside is listed, signal or not', () => {
  const inside = nodes.filter(({ territory }) => territory === 'in')
  const groups = new Set(inside.map(({ sphere, planted }) => (planted === 'locked_club' ? 'club' : sphere)))
  const tested = groupsOf(documents[0]).map(({ subject }) => subject)
  expect(tested.sort()).toEqual([...groups].sort())
})

test('the club is closed and does not renew; the spheres are not closed', () => {
  const signals = groupsOf(documents[0]).filter(({ status }) => status === 'signal')
  expect(signals).toMatchObject([{ subject: 'club', grade: 'confirme', survival: 1 }])
  expect(signals[0]?.members).toEqual(nodes.filter(({ planted }) => planted === 'locked_club').map(({ id }) => id))
  const dims = Object.fromEntries((signals[0]?.dims ?? []).map((dim) => [dim.key, dim]))
  expect(dims.opening).toMatchObject({ observed: 2, null: 'A' })
  expect(dims.renewal?.p).toBeCloseTo(0.017258571, 8)
})

test('of two actors who have only each other no group is judged', () => {
  const facts = documents[1]?.findings.filter(({ status }) => status === 'signal' || status === 'fact')
  expect(facts?.map(({ code, subject, partner }) => [code, subject, partner])).toEqual([
    ['I1', 'a', 'b'],
    ['I1', 'b', 'a'],
  ])
  expect(groupsOf(documents[1])).toMatchObject([{ subject: 'x', status: 'insufficient', reason: 'too_small' }])
})

test('where half answered, the one group where most did is judged, by chance of the seed given', async () => {
  const ended = await diagnose([join(folder, 'demo.csv')], '--answered', 'answered', '--seed', 'autre')
  const document: DiagnosisDocument = JSON.parse(ended.stdout)
  expect(document.dataQuality).toMatchObject({ basis: 'survey', gate: 'composition' })
  expect(document.seed).toMatch(/^autre:/)
  const judged = groupsOf(document).filter(({ status }) => status !== 'insufficient')
  expect(judged).toMatchObject([{ subject: 'club', status: 'signal', response: 5 / 7 }])
  // Nobody is told that it keeps to itself on so few answers.
  const actors = document.findings.filter(({ code, level }) => code === 'lock_in' && level === 'actor')
  expect(new Set(actors.map(({ reason }) => reason))).toEqual(new Set(['response_rate']))
})

describe('what cannot be is refused in a sentence', () => {
  test.each([
    [
      ['--answered', 'mistaken'],
      1,
      /demo\.nodes\.csv, ligne 2, colonne «\u00a0mistaken\u00a0»\u00a0: «\u00a0peut-être\u00a0» reçu, oui ou non attendu/,
    ],
    [['--answered', 'absente'], 1, /il manque la colonne «\u00a0absente\u00a0»/],
    [['--wave', '2025'], 2, /--wave ne s’applique pas à des fichiers de liens/],
    [['--previous', 'nulle-part.csv'], 1, /nulle-part\.csv ne peut pas être lu\u00a0: il n’y a rien de ce nom/],
  ])('%s', async (options, code, sentence) => {
    const ended = await diagnose([join(folder, 'demo.csv')], ...options)
    expect(ended).toMatchObject({ code, stdout: '' })
    expect(ended.stderr).toMatch(sentence)
  })
})

function groupsOf(document: DiagnosisDocument | undefined) {
  return (document?.findings ?? []).filter(({ code, level }) => code === 'lock_in' && level === 'group')
}

async function diagnose(files: readonly string[], ...options: readonly string[]) {
  const given = ['--nodes', '{}.nodes.csv', '--group', 'group', '--outside', 'territory=out']
  return await maillage(['diagnose', ...files, ...given, ...options])
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.join(',')).join('\n')
}
