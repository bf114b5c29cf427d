import { statSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../../server/domain/territory.ts'
import { outline } from '../../server/geography/outline.ts'
import { clipped, surroundingsOf } from '../../server/geography/surroundings.ts'
import type { Point, Points } from '../../server/layout/drawing.ts'

const around = (...actors: readonly Partial<Actor>[]) =>
  surroundingsOf({ actors: new Map(actors.map((actor, i) => [`a${i}`, { id: `a${i}`, ...actor } as Actor])) })

const metropole = outline().regions.find(({ name }) => name === 'metropole')!

describe('the outline of France', () => {
  test('is small enough to come with the package', () => {
    expect(statSync(new URL('../../server/geography/outline.tsv', import.meta.url)).size).toBeLessThan(400_000)
  })

  // Places of which everybody there knows whether they are under water.
  test.each<readonly [string, Point, boolean]>([
    ['the town hall of Saint-Nazaire', [-2.2137, 47.2736], true],
    ['the Loire under the bridge of Saint-Nazaire', [-2.175, 47.282], false],
    ['the estuary off Paimbœuf', [-2.05, 47.297], false],
    ['Donges', [-2.075, 47.323], true],
    ['the castle of Dieppe', [1.0705, 49.924], true],
    ['the Channel off Dieppe', [1.07, 49.95], false],
    ['Decazeville', [2.2509, 44.5605], true],
    ['Charleville-Mézières', [4.7249, 49.7685], true],
    ['Ajaccio', [8.74, 41.93], true],
    ['the Étang de Berre’s mouth at sea', [4.98, 43.36], false],
  ])('%s: on land or in water', (_, point, isLand) => {
    expect(isOnLand(point, metropole.shores)).toBe(isLand)
  })

  test('has the five departments overseas, with land under their prefectures', () => {
    const prefectures: readonly (readonly [string, Point])[] = [
      ['antilles', [-61.727, 16.003]],
      ['antilles', [-61.058, 14.615]],
      ['guyane', [-52.33, 4.93]],
      ['reunion', [55.45, -20.89]],
      ['mayotte', [45.2279, -12.7806]],
    ]
    for (const [name, point] of prefectures) {
      const region = outline().regions.find((each) => each.name === name)
      expect([point, isOnLand(point, region?.shores ?? [])]).toEqual([point, true])
    }
    expect(outline().departments.size).toBe(101)
  })

  test('whatever the window, what was land in it is land, and nothing is told outside of it', () => {
    const degree = (low: number, high: number) => fc.integer({ min: low * 1000, max: high * 1000 }).map((n) => n / 1000)
    fc.assert(
      fc.property(degree(-5, 8), degree(42, 51), degree(0, 2), degree(0, 2), (west, south, dx, dy) => {
        const window = { west, south, east: west + 0.05 + dx, north: south + 0.05 + dy }
        const { shores, borders } = clipped(metropole, window)
        for (const line of [...shores, ...borders.map(({ line }) => line)]) {
          for (const [x, y] of line) {
            expect(x >= window.west - 1e-4 && x <= window.east + 1e-4).toBe(true)
            expect(y >= window.south - 1e-4 && y <= window.north + 1e-4).toBe(true)
          }
        }
        // Off every corner of the outline, whose places are told to four decimals.
        const point: Point = [west + (dx + 0.05) * 0.371_234_5, south + (dy + 0.05) * 0.618_765_4]
        if (isNearShore(point, metropole.shores)) return
        expect(isOnLand(point, shores)).toBe(isOnLand(point, metropole.shores))
      }),
      { numRuns: 25 },
    )
  })
})

describe('what lies around actors', () => {
  test('an actor stands where it has coordinates, else in its commune', () => {
    const { places, map } = around(
      { commune: 'DIEPPE CEDEX' },
      { commune: 'Dieppe', longitude: 1.1, latitude: 49.9 },
      { commune: 'Offranville' },
      {},
    )
    expect(places.map(({ name, actors }) => [name, actors])).toEqual([
      ['Dieppe', ['a0']],
      ['Dieppe', ['a1']],
      ['Offranville', ['a2']],
    ])
    expect(places[1]?.at).toEqual([1.1, 49.9])
    expect(map?.departments.map(({ name }) => name)).toContain('Seine-Maritime')
    expect(map?.shores.length).toBeGreaterThan(0)
  })

  test('towns are named but those where actors are, the most peopled first', () => {
    const { map } = around({ commune: 'Dieppe' }, { commune: 'Offranville' })
    const names = map?.towns.map(({ name }) => name) ?? []
    expect(names).toContain('Eu')
    expect(names).not.toContain('Dieppe')
    const people = map?.towns.map((town) => town.people) ?? []
    expect(people).toEqual([...people].sort((a, b) => b - a))
  })

  test('who is far from nearly all does not widen the window', () => {
    const local = [
      { commune: 'Saint-Nazaire' },
      { commune: 'Donges' },
      { commune: 'Trignac' },
      { commune: 'Pornichet' },
    ]
    const { map, places } = around(...local, { commune: 'Paris' })
    expect(places).toHaveLength(5)
    expect(map?.window).toEqual(around(...local).map?.window)
  })

  test('without places there is no map, and it is said why', () => {
    expect(around({}, {})).toEqual({ places: [], nowhere: 2, unknown: [], map: null, withoutMap: 'no_places' })
    expect(around({ commune: 'Montreleau' }, {})).toMatchObject({
      unknown: ['Montreleau'],
      withoutMap: 'unknown_communes',
    })
  })

  test('nothing of France is drawn under a made-up territory, even one with coordinates', () => {
    const made = { commune: 'Montreleau', longitude: 2.3, latitude: 46.5 }
    expect(around(made)).toMatchObject({ map: null, withoutMap: 'unknown_communes' })
    expect(around(made).places).toHaveLength(1)
  })

  test('nor under actors where nothing is known', () => {
    expect(around({ longitude: 12.5, latitude: 55.7 })).toMatchObject({ map: null, withoutMap: 'abroad' })
  })
})

/** Whether lines around land go round a point an odd number of times. */
function isOnLand([x, y]: Point, rings: readonly Points[]): boolean {
  return rings.reduce((inside, ring) => {
    return ring.reduce((now, [ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!
      return ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay) ? !now : now
    }, inside)
  }, false)
}

function isNearShore([x, y]: Point, rings: readonly Points[]): boolean {
  return rings.some((ring) => ring.some(([px, py]) => Math.hypot(px - x, py - y) < 2e-3))
}
