import { useEffect, useMemo, useRef, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type othersLook, spaceLook } from '#drawing/appearance.ts'
import { useText } from '../../text/language.tsx'
import { matchRank, type Searchable, searchable } from '../../text/search.ts'
import { Glyph } from '../../view/glyph.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { selecting } from '../../view/place.ts'
import type { View } from '../../view/view.ts'

const mostResults = 12

/** Finds actors and spaces by name or alias, without accents or capitals; Ctrl or ⌘ K comes here from anywhere. */
export function Search({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const entries = useMemo(() => entriesOf(view), [view])
  const found = useMemo(() => matches(entries, typed), [entries, typed])
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <ComboBox
      className="search"
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(key) => {
        const entry = entries.find(({ id }) => id === key)
        if (!entry) return
        setTyped('')
        const selected = selecting({ noun: entry.noun, id: entry.ref })
        adjust(entry.noun === 'space' ? { ...selected, show: 'spaces' } : selected, 'push')
      }}
      menuTrigger="input"
    >
      <Label className="visually-hidden">{t.search.label}</Label>
      <Input ref={input} className="search-input" placeholder={t.search.placeholder} />
      <span className="search-key" aria-hidden="true">
        {shortcut()}
      </span>
      <p className="search-none" role="status">
        {typed !== '' && found.length === 0 && t.search.none}
      </p>
      <Popover className="popover search-popover">
        <ListBox className="options">
          {(entry: Entry) => (
            <ListBoxItem id={entry.id} textValue={entry.name} className="option search-option">
              <Glyph look={entry.look} hollow={entry.noun === 'space'} />
              <span>{entry.name}</span>
              {!entry.inView && <span className="option-note">{t.search.notShown}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface Entry {
  readonly id: string
  readonly noun: 'actor' | 'space'
  readonly ref: string
  readonly name: string
  readonly names: Searchable
  readonly look: { readonly color: string; readonly shape: typeof othersLook.shape }
  readonly inView: boolean
}

function entriesOf({ record, network, twoMode, categories, hidden }: View): Entry[] {
  const actors = new Set(network.actors)
  const spaces = new Set(twoMode.spaces)
  return [
    ...[...record.actors.values()].map(({ id, name, aliases }) => {
      const category = categories.categoryOf(id)
      return {
        id: `actor:${id}`,
        noun: 'actor' as const,
        ref: id,
        name,
        names: searchable([name, ...(aliases ?? [])]),
        look: category.look,
        inView: actors.has(id) && !hidden.has(category.id),
      }
    }),
    ...[...record.spaces.values()].map(({ id, name }) => ({
      id: `space:${id}`,
      noun: 'space' as const,
      ref: id,
      name,
      names: searchable([name]),
      look: spaceLook,
      inView: spaces.has(id),
    })),
  ]
}

/** The best matches first, in the order of the territory. */
function matches(entries: readonly Entry[], typed: string): Entry[] {
  return entries
    .flatMap((entry) => {
      const rank = matchRank(entry.names, typed)
      return rank === null ? [] : [{ entry, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostResults)
    .map(({ entry }) => entry)
}

function shortcut(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
}
