import { paper } from './appearance.ts'
import type { Mark, Picture } from './mark.ts'

/** Faces that a reader may have instead of ours; widths were measured on the first. */
const family = "'Source Sans 3', 'Source Sans Pro', 'Open Sans', Arial, sans-serif"

/** A picture as SVG 1.1: shapes and texts, nothing rastered; the same picture, the same text. */
export function svgOf({ width, height, language, title, description, marks }: Picture): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" xml:lang="${language}" role="img" font-family="${family}">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(description)}</desc>`,
    ...marks.map(written),
    '</svg>',
    '',
  ].join('\n')
}

function written(mark: Mark): string {
  switch (mark.kind) {
    case 'path': {
      const { d, fill, stroke, width, dash } = mark
      const line = stroke === null ? '' : ` stroke="${stroke}" stroke-width="${width}"`
      return `<path d="${d}" fill="${fill ?? 'none'}"${line}${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}/>`
    }
    case 'text': {
      const { text, x, y, anchor, size, bold, color, halo } = mark
      const weight = bold ? ' font-weight="600"' : ''
      const under = halo
        ? ` stroke="${paper}" stroke-width="${Math.round(size * 30) / 100}" stroke-linejoin="round" paint-order="stroke"`
        : ''
      return `<text x="${x}" y="${y}" text-anchor="${anchor}" font-size="${size}"${weight} fill="${color}"${under}>${escaped(text)}</text>`
    }
    case 'group': {
      const { of, data, title, at, marks } = mark
      const moved = at[0] === 0 && at[1] === 0 ? '' : ` transform="translate(${at.join(' ')})"`
      const facts = data.map(([name, value]) => ` data-${name}="${escaped(value)}"`).join('')
      const said = title === null ? '' : `<title>${escaped(title)}</title>`
      return `<g class="${of}"${facts}${moved}>${said}${marks.map(written).join('')}</g>`
    }
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
