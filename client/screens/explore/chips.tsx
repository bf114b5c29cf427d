import { Button, Group } from 'react-aria-components'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { type Place, usualPerimeter } from '../../view/place.ts'
import type { View } from '../../view/view.ts'
import { categoryName } from '../../view/words.ts'
import './chips.css'

interface Chip {
  readonly key: string
  readonly words: string
  /** What brings back what it hides. */
  readonly without: Partial<Place>
}

/** Everything that keeps something off the map and the table, one by one, each to be taken away; nothing where all is shown. */
export function Chips({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const chips = chipsOf(t, view)
  if (chips.length === 0) return null
  return (
    <Group className="chips" aria-label={t.explore.filters}>
      {chips.map(({ key, words, without }) => (
        <Button
          key={key}
          className="chip"
          aria-label={t.explore.removeFilter(words)}
          onPress={() => adjust(without, 'push')}
        >
          {words} <span aria-hidden="true">×</span>
        </Button>
      ))}
      <Button
        className="link-button"
        onPress={() => adjust({ ...usualPerimeter, hide: [], links: view.isDense ? 'all' : undefined }, 'push')}
      >
        {t.explore.showAll}
      </Button>
    </Group>
  )
}

function chipsOf(
  t: ReturnType<typeof useText>,
  { record, network, usual, perimeter, hidden, categories, appearance, backbone, isDense }: View,
): Chip[] {
  const kinds = (of: 'tieKind' | 'spaceKind', list: readonly string[]) =>
    list.map((kind) => wordOf(t, record, of, kind)).join(', ')
  const changed = (of: 'tieKinds' | 'spaceKinds') => {
    const [now, before] = [network.perimeter[of], usual[of]]
    return {
      missing: before.filter((kind) => !now.includes(kind)),
      added: now.filter((kind) => !before.includes(kind)),
    }
  }
  const [ties, spaces] = [changed('tieKinds'), changed('spaceKinds')]
  const usedTies = new Set([...record.ties.values()].map(({ kind }) => kind))
  const usedSpaces = new Set([...record.spaces.values()].map(({ kind }) => kind))
  const missingTies = ties.missing.filter((kind) => usedTies.has(kind))
  const missingSpaces = spaces.missing.filter((kind) => usedSpaces.has(kind))
  const chips: (Chip | false)[] = [
    perimeter.tieKinds !== undefined && {
      key: 'tieKinds',
      words:
        missingTies.length > 0
          ? t.explore.withoutTies(kinds('tieKind', missingTies))
          : t.explore.withTies(kinds('tieKind', ties.added)),
      without: { tieKinds: undefined },
    },
    perimeter.spaceKinds !== undefined && {
      key: 'spaceKinds',
      words:
        missingSpaces.length > 0
          ? t.explore.withoutSpaces(kinds('spaceKind', missingSpaces))
          : t.explore.withSpaces(kinds('spaceKind', spaces.added)),
      without: { spaceKinds: undefined },
    },
    perimeter.direction !== undefined && {
      key: 'direction',
      words: t.perimeter.directions[network.perimeter.direction],
      without: { direction: undefined },
    },
    perimeter.actors === 'inside' && { key: 'inside', words: t.perimeter.inside, without: { actors: undefined } },
    perimeter.collective === false && {
      key: 'collective',
      words: t.explore.withoutCollective,
      without: { collective: undefined },
    },
    backbone !== null && {
      key: 'backbone',
      words: t.explore.backboneOnly,
      without: { links: isDense ? ('all' as const) : undefined },
    },
    ...categories.list
      .filter(({ id }) => hidden.has(id))
      .map((category) => ({
        key: `hide ${category.id}`,
        words: t.explore.without(categoryName(t, record, category)),
        without: { hide: appearance.hidden.filter((id) => id !== category.id) },
      })),
  ]
  return chips.filter((chip) => chip !== false)
}
