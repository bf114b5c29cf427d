import { describe, expect, test } from 'vitest'
import type { Case } from '../../server/diagnosis/case.ts'
import { profileOf } from '../../server/diagnosis/profile.ts'
import { trajectoryOf } from '../../server/diagnosis/trajectory.ts'
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

/** Global efficiency of a ring of sixteen: distances 1 to 7 twice and 8 once from everybody. */
const ofRing = (2 * (1 + 1 / 2 + 1 / 3 + 1 / 4 + 1 / 5 + 1 / 6 + 1 / 7) + 1 / 8) / 15

describe('the arrow of the plane', () => {
  test('does not move because somebody came who knows everybody', () => {
    const joined = since(drawnCase(`${ring} ${names.map((name) => `new-${name}`).join(' ')} n0-x n1-y new-x`, marks))
    const { trajectory, cohesion } = profileOf(joined, null, null, null, null)
    expect(trajectory?.stayers).toBe(16)
    expect(trajectory?.before).toEqual(trajectory?.now)
    expect(trajectory?.now.cohesion).toBeCloseTo(ofRing, 12)
    expect(trajectory?.now.opening).toBeCloseTo(2 / 16, 12)
    expect(cohesion?.value).toBeGreaterThan(ofRing)
  })

  test('moves with the ties of those who stayed', () => {
    const opened = trajectoryOf(since(drawnCase(`${ring} n0-n8 n0-x n1-y n2-x n3-y`, marks)))
    expect(opened?.now.cohesion).toBeGreaterThan(opened?.before.cohesion ?? 1)
    expect(opened?.now.opening).toBeCloseTo(2 * (opened?.before.opening ?? 0), 12)
  })

  test('counts whoever was silent once in neither wave', () => {
    const silent = since(drawnCase(`${ring} n0-x n1-y`, { ...marks, silent: 'n0 n5' }))
    expect(trajectoryOf(silent)?.stayers).toBe(14)
    expect(trajectoryOf(silent)?.before).toEqual(trajectoryOf(silent)?.now)
  })

  test('is not drawn without an earlier wave, nor for fewer than twelve', () => {
    expect(trajectoryOf(before)).toBeNull()
    expect(trajectoryOf(since(drawnCase(ring, { silent: 'n0 n2 n4 n6 n8' })))).toBeNull()
  })
})
