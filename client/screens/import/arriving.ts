import { useEffect, useEffectEvent, useState } from 'react'
import { tableOf } from '../../grid/clipboard.ts'

/** What was brought to the page. */
export type Brought = { readonly kind: 'files'; readonly files: readonly File[] } | PastedCells

export interface PastedCells {
  readonly kind: 'cells'
  readonly rows: string[][]
}

/**
 * Hears of files that are dropped anywhere on the page, and of files or cells pasted outside a field.
 * @returns whether files are held over the page
 */
export function useArriving(onBrought: (brought: Brought) => void): boolean {
  const [isOver, setIsOver] = useState(false)
  const bring = useEffectEvent(onBrought)
  useEffect(() => {
    const listening = new AbortController()
    const hear = <E extends keyof WindowEventMap>(event: E, heard: (event: WindowEventMap[E]) => void) =>
      window.addEventListener(event, heard, { signal: listening.signal })

    hear('dragover', (event) => {
      if (!holdsFiles(event)) return
      // Else the browser would leave the page for the file.
      event.preventDefault()
      setIsOver(true)
    })
    hear('dragleave', (event) => {
      if (event.relatedTarget === null) setIsOver(false)
    })
    hear('drop', (event) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) bring({ kind: 'files', files })
    })
    hear('paste', (event) => {
      const brought = event.clipboardData && !isField(event.target) && pasted(event.clipboardData)
      if (!brought) return
      event.preventDefault()
      bring(brought)
    })
    return () => listening.abort()
  }, [])
  return isOver
}

/** What a clipboard brings; null: neither a table nor files. A copied range comes as an image too, which nobody means. */
export function pasted(clipboard: DataTransfer): Brought | null {
  const rows = tableOf(clipboard)
  if (rows) return { kind: 'cells', rows }
  const files = [...clipboard.files]
  return files.length > 0 ? { kind: 'files', files } : null
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role=grid]') !== null
}

/** What the clipboard holds, where the browser lets a page read it without keys being pressed. */
export async function broughtByClipboard(): Promise<Brought | 'nothing' | 'refused'> {
  const items = await readClipboard()
  if (!items) return 'refused'
  const textOf = async (type: string) => {
    const item = items.find(({ types }) => types.includes(type))
    return item ? await (await item.getType(type)).text() : ''
  }
  const texts = new Map(
    await Promise.all(['text/html', 'text/plain'].map(async (type) => [type, await textOf(type)] as const)),
  )
  const rows = tableOf({ getData: (type) => texts.get(type) ?? '' })
  return rows ? { kind: 'cells', rows } : 'nothing'
}

async function readClipboard(): Promise<readonly ClipboardItem[] | null> {
  try {
    return await navigator.clipboard.read()
  } catch {
    // Not asked over plain HTTP, or the person said no.
    return null
  }
}
