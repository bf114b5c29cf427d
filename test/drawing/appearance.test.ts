import { expect, test } from 'vitest'
import { faded, hues, ink, lookOf, othersLook, outlineOf, paper, shapes } from '../../server/drawing/appearance.ts'

// WCAG 2.2, 1.4.11: graphics that carry meaning stand out 3:1 from what they are drawn on; 1.4.3: text 4.5:1.
test.each([...hues, othersLook.color])('%s stands out at least 3:1 on paper', (hue) => {
  expect(contrast(hue, paper)).toBeGreaterThanOrEqual(3)
})

test('text reads at least 4.5:1 on paper', () => {
  expect(contrast(ink, paper)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(othersLook.color, paper)).toBeGreaterThanOrEqual(4.5)
})

test('no two categories share a hue or a shape, nor one with « others »', () => {
  const looks = [...hues.map((_, slot) => lookOf(slot)), lookOf(hues.length)]
  expect(new Set(looks.map(({ color }) => color)).size).toBe(9)
  expect(new Set(looks.map(({ shape }) => shape)).size).toBe(9)
})

test.each(shapes)('the %s covers as much paper as the circle', (shape) => {
  const corners = outlineOf(shape)
  if (!corners) return
  const doubled = corners.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % corners.length]!
    return sum + x * nextY - nextX * y
  }, 0)
  expect(Math.abs(doubled) / 2).toBeCloseTo(Math.PI, 9)
})

test('fading leads from paper to the colour itself', () => {
  expect(faded(ink, 0)).toBe(paper.toLowerCase())
  expect(faded(ink, 1)).toBe(ink.toLowerCase())
})

/** Contrast ratio of two sRGB colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter! + 0.05) / (darker! + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
