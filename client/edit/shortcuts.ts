import { useEffect, useEffectEvent, useState } from 'react'

export interface Shortcuts {
  readonly undo: () => void
  readonly redo: () => void
  /** By the letter, as `event.key` has it in lower case. */
  readonly letters: Readonly<Record<string, () => void>>
}

/** Hears the keys of the whole page, except where somebody types or an open list takes letters for itself. `letters`: whether single ones do anything. */
export function useShortcuts({ undo, redo, letters }: Shortcuts, isOn: boolean, hasLetters: boolean): void {
  const answer = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isOn || isTyping(event.target)) return
    const key = event.key.toLowerCase()
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (key === 'z') (event.shiftKey ? redo : undo)()
      else if (key === 'y') redo()
      else return
    } else if (hasLetters && !event.altKey && !takesLetters(event.target) && Object.hasOwn(letters, key))
      letters[key]?.()
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => answer(event)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

const place = 'maillage.letters'

/** Whether single letters are shortcuts: somebody may turn them off for good. */
export function useLetters(): [boolean, (on: boolean) => void] {
  const [isOn, setOn] = useState(() => read() !== 'off')
  return [
    isOn,
    (on) => {
      setOn(on)
      write(on ? 'on' : 'off')
    },
  ]
}

function read(): string | null {
  try {
    return window.localStorage.getItem(place)
  } catch {
    return null
  }
}

function write(value: string): void {
  try {
    window.localStorage.setItem(place, value)
  } catch {
    // Forbidden by the settings of the browser: it holds for this page.
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]') !== null
  )
}

function takesLetters(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role=listbox], [role=menu], [role=grid], [role=dialog], [role=alertdialog]') !== null
  )
}
