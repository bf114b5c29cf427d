import { useEffect } from 'react'
import { useText } from '../text/language.tsx'

/** The title of the page in the browser's tab and history, most particular part first. */
export function useTitle(parts: readonly string[]): void {
  const title = useText().page.title(parts)
  useEffect(() => {
    document.title = title
  }, [title])
}
