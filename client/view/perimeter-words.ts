import type { Text } from '../text/fr.ts'
import type { View } from './view.ts'
import { word } from './words.ts'

/** What the figures on screen are computed on, as part of a sentence. */
export function perimeterSentence(t: Text, { record, network, usual }: View): string {
  const { perimeter } = network
  const tieKinds = new Set([...record.ties.values()].map(({ kind }) => kind))
  const spaceKinds = new Set([...record.spaces.values()].map(({ kind }) => kind))
  const ties = [...tieKinds].filter((kind) => perimeter.tieKinds.includes(kind))
  const spaces = [...spaceKinds].filter((kind) => perimeter.spaceKinds.includes(kind))
  const usualSpaces = [...spaceKinds].filter((kind) => usual.spaceKinds.includes(kind))
  return t.perimeter.sentence(perimeter, {
    ties:
      ties.length === tieKinds.size
        ? 'all'
        : ties.length === 0
          ? 'none'
          : t.list(ties.map((kind) => word(t, record, 'tieKind', kind))),
    spaces:
      spaces.length === usualSpaces.length && spaces.every((kind) => usualSpaces.includes(kind))
        ? 'usual'
        : spaces.length === 0
          ? 'none'
          : t.list(spaces.map((kind) => word(t, record, 'spaceKind', kind))),
  })
}
