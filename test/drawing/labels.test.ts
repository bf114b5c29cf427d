import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Box,
  clearPlace,
  type LabelWish,
  linesOf,
  type PlacedLabel,
  placeLabels,
} from '../../server/drawing/labels.ts'

const screen = { width: 600, height: 400 }

const wishes: fc.Arbitrary<LabelWish[]> = fc
  .array(
    fc.record({
      x: fc.double({ min: 0, max: 600, noNaN: true }),
      y: fc.double({ min: 0, max: 400, noNaN: true }),
      radius: fc.double({ min: 4, max: 25, noNaN: true }),
      width: fc.double({ min: 20, max: 140, noNaN: true }),
      height: fc.constantFrom(15, 30),
      weight: fc.nat(100),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.map((wish, i) => ({ ...wish, key: `actor:${i}`, lines: ['…'] })))

test('no name stands on another, nor beyond the screen', () =>
  fc.assert(
    fc.property(wishes, fc.nat(5), (given, insist) => {
      const boxes = placeLabels(given, { ...screen, insist }).map((label) => boxOf(label, given))
      for (const [i, a] of boxes.entries()) {
        expect(a.left >= 0 && a.top >= 0 && a.right <= screen.width && a.bottom <= screen.height).toBe(true)
        for (const b of boxes.slice(i + 1)) expect(meet(a, b)).toBe(false)
      }
    }),
  ))

test('a name that is not insisted on stands on no node but its own, led away or not', () =>
  fc.assert(
    fc.property(wishes, fc.nat(40), (given, led) => {
      for (const label of placeLabels(given, { ...screen, insist: 0, led })) {
        const box = boxOf(label, given)
        for (const { key, x, y, radius } of given) {
          const node = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }
          if (key !== label.key) expect(meet(box, node)).toBe(false)
        }
      }
    }),
  ))

test('in the thick of it the heaviest nodes have their names, a line leading to those that stand away', () => {
  const crowd = Array.from(
    { length: 100 },
    (_, i): LabelWish => ({
      key: `actor:${i}`,
      x: 200 + (i % 10) * 20,
      y: 110 + Math.floor(i / 10) * 18,
      radius: 8,
      lines: ['…'],
      width: 90,
      height: 15,
      weight: i % 37,
    }),
  )
  const placed = placeLabels(crowd, { ...screen, insist: 0, led: 12 })
  const named = new Set(placed.map(({ key }) => key))
  const heaviest = [...crowd].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).slice(0, 12)
  expect(heaviest.filter(({ key }) => !named.has(key))).toEqual([])
  expect(placed.filter(({ leader }) => leader).length).toBeGreaterThan(0)
  expect(placeLabels(crowd, { ...screen, insist: 0 }).filter(({ leader }) => leader)).toEqual([])
})

test('no name stands where something else does', () => {
  const wish = { key: 'a', x: 300, y: 200, radius: 5, lines: ['…'], width: 60, height: 15, weight: 1 }
  const [free] = placeLabels([wish], { ...screen, insist: 0 })
  expect(free?.align).toBe('left')
  const taken = [{ left: 310, top: 190, right: 400, bottom: 210 }]
  expect(placeLabels([wish], { ...screen, insist: 0, taken })[0]?.align).toBe('right')
})

test('of two names that want one place the weightier has it', () => {
  const wish = { y: 200, radius: 5, lines: ['…'], width: 590, height: 15 }
  const placed = placeLabels(
    [
      { ...wish, key: 'light', x: 1, weight: 1 },
      { ...wish, key: 'heavy', x: 0, weight: 2 },
    ],
    { width: 600, height: 216, insist: 1 },
  )
  expect(placed.map(({ key }) => key)).toEqual(['heavy'])
})

test('a long name breaks between words, near its middle', () => {
  expect(linesOf('CARENE', 22)).toEqual(['CARENE'])
  expect(linesOf('Chantiers de l’Atlantique', 22)).toEqual(['Chantiers', 'de l’Atlantique'])
  expect(linesOf('Campus universitaire «\u00a0Campus Sud Ardenne\u00a0»', 22)).toEqual([
    'Campus universitaire',
    '«\u00a0Campus Sud Ardenne\u00a0»',
  ])
})

function boxOf({ key, x, y, align }: PlacedLabel, given: readonly LabelWish[]) {
  const { width, height } = given.find((wish) => wish.key === key)!
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 }
}

function meet(a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean {
  const hair = 1e-9
  return a.left < b.right - hair && b.left < a.right - hair && a.top < b.bottom - hair && b.top < a.bottom - hair
}

test('the name of a line slides along it, or a little off it, until it covers nothing; at worst it stays', () => {
  const line = [0, 50, 100, 150, 200].map((x) => [x, 0] as const)
  const boxAt = ([x, y]: readonly [number, number]): Box => ({ left: x - 20, right: x + 20, top: y - 10, bottom: y })
  const over = (left: number, right: number, height: number): Box => ({ left, right, top: -height, bottom: height })
  expect(clearPlace([100, 0], line, boxAt, [])).toEqual([100, 0])
  expect(clearPlace([100, 0], line, boxAt, [over(-30, 125, 40)])).toEqual([150, 0])
  expect(clearPlace([100, 0], line, boxAt, [over(-30, 230, 4)])).toEqual([100, -5])
  expect(clearPlace([100, 0], line, boxAt, [over(-30, 230, 40)])).toEqual([100, 0])
})
