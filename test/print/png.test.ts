import { expect, test } from 'vitest'
import { pngOf } from '../../server/print/png.ts'

const svg = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" font-family="'Source Sans 3'"><text x="2" y="30" font-size="20">${text}</text></svg>`

test('a PNG is as wide as asked, shows our typeface with French accents, and is the same twice', async () => {
  const bytes = await pngOf(svg('Évêché'), 200)
  expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([200, 80])
  expect(await pngOf(svg('Évêché'), 200)).toEqual(bytes)
  // Letters that are not drawn would all look alike.
  expect(await pngOf(svg('Eveche'), 200)).not.toEqual(bytes)
})
