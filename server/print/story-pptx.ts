import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import pptxgen from 'pptxgenjs'
import { ink, paper, secondInk } from '../drawing/appearance.ts'
import { slideSize, slideType } from '../drawing/slide.ts'
import { svgOf } from '../drawing/svg.ts'
import type { Slide, Story } from '../report/slide.ts'
import { pngOf } from './png.ts'

const pointsPerInch = 72
/** Sharp on a projector of 4K, at a few hundred kB a slide. */
const pixelsWide = 2_664
const face = 'Calibri'

// To Node's resolution of types the class is within a module, to bundlers' it is the default export: it is that one.
type Library = typeof pptxgen extends { readonly default: infer Class } ? Class : typeof pptxgen
const Presentation = pptxgen as unknown as Library

/** A presentation to be reworded in PowerPoint or LibreOffice: a slide a view, with title, text and notes as text, and the map as a picture with words. */
export async function storyPptx({ title, language, slides }: Story): Promise<Uint8Array> {
  const presentation = new Presentation()
  presentation.layout = 'LAYOUT_WIDE'
  presentation.title = title
  presentation.author = 'Maillage'
  presentation.company = ''
  presentation.theme = { headFontFace: face, bodyFontFace: face }
  const language3 = language === 'fr' ? 'fr-FR' : 'en-GB'
  for (const [i, slide] of slides.entries()) {
    const { room } = slide
    const master = `VIEW ${i + 1}`
    // A title that is one, for who listens to the slides or reads their outline.
    presentation.defineSlideMaster({
      title: master,
      background: { color: hex(paper) },
      objects: [
        {
          placeholder: {
            options: { name: 'title', type: 'title', ...inches(room.title), ...heading, lang: language3 },
            text: '',
          },
        },
      ],
    })
    const shown = presentation.addSlide({ masterName: master })
    shown.addText(slide.title, { placeholder: 'title', lang: language3 })
    if (room.text) shown.addText(slide.text, { ...inches(room.text), ...body, color: hex(ink), lang: language3 })
    shown.addImage({
      data: `image/png;base64,${Buffer.from(await pngOf(svgOf(slide.picture), pixelsWide)).toString('base64')}`,
      altText: slide.picture.description,
      ...inches(room.picture),
    })
    shown.addText(slide.foot, {
      ...inches(room.foot),
      ...body,
      fontSize: slideType.least,
      color: hex(secondInk),
      lang: language3,
    })
    shown.addNotes(slide.notes)
  }
  const bytes = await presentation.write({ outputType: 'uint8array' })
  return sameAlways(new Uint8Array(bytes as ArrayBuffer), slides)
}

const heading = {
  fontSize: slideType.title,
  bold: true,
  color: hex(ink),
  align: 'left',
  valign: 'top',
  margin: 0,
} as const
const body = { fontSize: slideType.text, align: 'left', valign: 'top', margin: 0, fit: 'shrink' } as const

function inches({ x, y, width, height }: Slide['room']['title']) {
  const [w, h] = [width / pointsPerInch, height / pointsPerInch]
  return { x: x / pointsPerInch, y: y / pointsPerInch, w: Math.min(w, slideSize.width / pointsPerInch), h }
}

function hex(color: string): string {
  return color.slice(1).toUpperCase()
}

/** The same file for the same story: what the library dates by the clock is dated by the first wave. */
function sameAlways(bytes: Uint8Array, slides: readonly Slide[]): Uint8Array {
  const parts = unzipSync(bytes)
  const core = parts['docProps/core.xml']
  if (core) {
    const text = strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${slides[0]?.day ?? '1970-01-01'}T00:00:00Z`)
    parts['docProps/core.xml'] = strToU8(text)
  }
  return new Uint8Array(zipSync(parts, { mtime: new Date(1980, 0, 1) }))
}
