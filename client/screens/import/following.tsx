import { Button } from 'react-aria-components'
import type { ImportProgressWire } from '#wire/exchange.ts'
import { useText } from '../../text/language.tsx'

/** How far the server is with long files, and the way to have it stop; nothing where nobody waits. */
export function HowFar({ progress, onCancel }: HowFarProps) {
  const { importing } = useText()
  if (!progress) return null
  if (progress.stage === 'writing') return <p className="note">{importing.writing}</p>
  const { file, rows, bytes, of } = progress
  const percent = Math.floor((100 * bytes) / Math.max(1, of))
  return (
    <div className="row">
      <progress max={100} value={percent} aria-label={importing.reading} />
      <p className="note">{importing.readingLong(file, percent, rows)}</p>
      <Button className="button" onPress={onCancel}>
        {importing.cancel}
      </Button>
    </div>
  )
}

interface HowFarProps {
  readonly progress: ImportProgressWire | null
  readonly onCancel: () => void
}
