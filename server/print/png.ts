import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { typeface } from './typeface.ts'

let started: Promise<void> | undefined

/** An SVG as PNG, `width` pixels wide, with our typeface and no other. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  await started
  const { regular, semibold } = typeface()
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { fontBuffers: [regular, semibold], defaultFontFamily: 'Source Sans 3', sansSerifFamily: 'Source Sans 3' },
  })
  const image = drawing.render()
  const bytes = image.asPng()
  image.free()
  drawing.free()
  return bytes
}
