import { centreOf } from '#drawing/arranging.ts'
import type { Paper } from '#drawing/paper.ts'
import { listOf } from '#wire/list.ts'
import { perimeterQuery } from '../data/perimeter.ts'
import type { View } from './view.ts'

/** What asks for a file of the map that is on screen. */
export function pictureQuery({ perimeter, appearance, network, backbone }: View, paper: Paper, lang: string) {
  const { color, size, spaces, hidden, layout } = appearance
  const around = layout === 'distance' ? centreOf({ network, around: appearance.around }) : null
  return {
    ...perimeterQuery({ ...perimeter, wave: network.perimeter.wave }),
    color,
    size: size ?? 'none',
    ...(spaces && { show: 'spaces' }),
    layout,
    ...(around !== null && { around }),
    ...(backbone && { links: 'backbone' }),
    ...(hidden.length > 0 && { hide: listOf(hidden) }),
    paper,
    lang,
  }
}
