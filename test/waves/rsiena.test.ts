import { describe, expect, test } from 'vitest'
import { pairToRsiena } from '../../server/answer/rsiena.ts'
import expected from '../oracles/waves_coleman.json' with { type: 'json' }
import { drawnPair, drawnWave, oracleWave } from './draw.ts'

function matrixIn(text = ''): string[][] {
  return text
    .trimEnd()
    .split('\n')
    .map((row) => row.split(' '))
}

/** What RSiena counts of a period: transitions between cells that are 0 or 1 in both waves. */
function transitions(files: ReadonlyMap<string, string>) {
  const [then, now] = [matrixIn(files.get('wave1.txt')), matrixIn(files.get('wave2.txt'))]
  const counts = new Map<string, number>()
  then.forEach((row, u) => {
    row.forEach((cell, v) => {
      const step = `${cell}${now[u]?.[v]}`
      if (u !== v) counts.set(step, (counts.get(step) ?? 0) + 1)
    })
  })
  return { kept: counts.get('11'), ended: counts.get('10'), new: counts.get('01'), never: counts.get('00') }
}

describe('Coleman, fall to spring, as RSiena counts it', () => {
  const quiet = ['b69', 'b70', 'b71', 'b72', 'b73']

  test('all transitions of the oracle', () => {
    const { persist, dissolved, created, stayAbsent } = expected.directed
    const pair = drawnPair(oracleWave('coleman_fall'), oracleWave('coleman_spring'))
    const counted = { kept: persist, ended: dissolved, new: created, never: stayAbsent }
    expect(transitions(pairToRsiena(pair))).toEqual(counted)
  })

  test('five who are silent are missing, and change none of what is known', () => {
    const { persist, dissolved, created } = expected.masked_rows_b69_b73_nonrespondents
    const both = ['coleman_fall', 'coleman_spring'] as const
    const [then, now] = both.map((id) => oracleWave(id, { silent: quiet }))
    if (!then || !now) throw new Error('no waves')
    const found = transitions(pairToRsiena(drawnPair(then, now)))
    expect(found).toMatchObject({ kept: persist, ended: dissolved, new: created })
  })
})

test('who came and who left: tens, and half a period; a silent row is missing, and what is told of it is not', () => {
  const pair = drawnPair(drawnWave('a>b b>c c', { silent: 'c' }), drawnWave('a>b b d>a'))
  const files = pairToRsiena(pair)
  // Rows and columns: a, b, c, d.
  expect(files.get('wave1.txt')).toBe('0 1 0 10\n0 0 1 10\nNA NA 0 10\n10 10 10 0\n')
  expect(files.get('wave2.txt')).toBe('0 1 10 0\n0 0 10 0\n10 10 0 10\n1 0 10 0\n')
  expect(files.get('composition.txt')).toBe('1 2\n1 2\n1 1.5\n1.5 2\n')
  expect(files.get('actors.csv')?.split('\r\n')[3]).toBe('c,,0,silent,absent')
})

test('what documents leave out is missing, not absent', () => {
  const files = pairToRsiena(drawnPair(drawnWave('a-b c', { basis: 'documents' }), drawnWave('a>b b c')))
  expect(files.get('wave1.txt')).toBe('0 1 NA\n1 0 NA\nNA NA 0\n')
})
