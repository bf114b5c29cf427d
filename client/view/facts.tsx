import type { Confidence } from '#domain/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { useAdjust } from './navigation.tsx'
import { type Selected, selecting } from './place.ts'

/** The name of an actor or space, which goes to its sheet. */
export function NameLink({ selected, name }: { selected: Selected; name: string }) {
  const adjust = useAdjust()
  return (
    <button type="button" className="name-link" onClick={() => adjust(selecting(selected), 'push')}>
      {name}
    </button>
  )
}

/** How sure a fact is: said only when it is less than certain. */
export function ConfidenceMark({ confidence }: { confidence: Confidence | undefined }) {
  const t = useText()
  if (confidence === undefined || confidence === 'certain') return null
  return <span className={`confidence confidence-${confidence}`}>{t.confidences[confidence]}</span>
}

/** Where a fact was read and what was noted about it, folded away. */
export function Provenance({ source, note }: { source: string | undefined; note?: string | undefined }) {
  const t = useText()
  if (!source && !note) return <p className="fact-source">{t.sheet.noSource}</p>
  return (
    <details className="fact-source">
      <summary>{t.sheet.source}</summary>
      {note && <p>{note}</p>}
      {source && <p>{source}</p>}
    </details>
  )
}
