import { describe, expect, test } from 'vitest'
import type { Case } from '../../server/diagnosis/case.ts'
import { drawPlane, profileOf } from '../../server/diagnosis/profile.ts'
import { defaultThresholds } from '../../server/diagnosis/thresholds.ts'
import { stayersIn, trajectoryOf } from '../../server/diagnosis/trajectory.ts'
import { drawnCase } from './draw.ts'

const names = Array.from({ length: 16 }, (_, i) => `n${i}`)
const ring = names.map((name, i) => `${name}-${names[(i + 1) % names.length]}`).join(' ')
const marks = { outside: 'x y', spheres: { firms: 'x', state: 'y' } }
const before = drawnCase(`${ring} n0-x n1-y`, marks)

function since(now: Case, then = before): Case {
  return {
    ...now,
    previous: { case: then, nodeOf: Int32Array.from(now.actors, (name) => then.actors.indexOf(name)) },
  }
}

const ofTwo = { before: 0.1, now: 0.1 }

describe('the arrow of the plane', () => {
  test('does not move because somebody came who knows everybody', () => {
    const joined = since(drawnCase(`${ring} ${names.map((name) => `new-${name}`).join(' ')} n0-x n1-y new-x`, marks))
    const plane = drawPlane(joined, stayersIn(joined), 40, 'arrow')
    const { trajectory, cohesion } = profileOf(joined, null, plane, null, null, defaultThresholds)
    expect(trajectory?.stayers).toBe(16)
    expect(trajectory?.before).toEqual(trajectory?.now)
    // A ring closes nothing, where chance would close some.
    expect(trajectory?.now.cohesion).toBeLessThan(0)
    expect(trajectory?.now.opening).toBeCloseTo(2 / 16, 12)
    expect(cohesion?.value).toBeGreaterThan(trajectory?.now.cohesion ?? 1)
  })

  test('moves with the ties of those who stayed', () => {
    const opened = trajectoryOf(since(drawnCase(`${ring} n0-n2 n0-x n1-y n2-x n3-y`, marks)), ofTwo)
    // Three of the 20 paths of two ties are closed now.
    expect(opened?.before.cohesion).toBeCloseTo(-0.1 / 0.9, 12)
    expect(opened?.now.cohesion).toBeCloseTo((3 / 20 - 0.1) / 0.9, 12)
    expect(opened?.now.opening).toBeCloseTo(2 * (opened?.before.opening ?? 0), 12)
  })

  test('counts whoever was silent once in neither wave', () => {
    const silent = since(drawnCase(`${ring} n0-x n1-y`, { ...marks, silent: 'n0 n5' }))
    expect(trajectoryOf(silent, ofTwo)?.stayers).toBe(14)
    expect(trajectoryOf(silent, ofTwo)?.before).toEqual(trajectoryOf(silent, ofTwo)?.now)
  })

  test('is not drawn without an earlier wave, nor for fewer than twelve', () => {
    expect(trajectoryOf(before, ofTwo)).toBeNull()
    expect(trajectoryOf(since(drawnCase(ring, { silent: 'n0 n2 n4 n6 n8' })), ofTwo)).toBeNull()
  })
})
