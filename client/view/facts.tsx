import type { Noun, Nouns } from '#domain/territory.ts'
import type { Confidence } from '#domain/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from './editing.ts'
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

/** Changes a fact or takes it away, where that can be done; `what` says which one it is. */
export function FactActions<N extends Noun>({ noun, fact, what }: FactActionsProps<N>) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  return (
    <span className="fact-actions">
      <button
        type="button"
        className="fact-action"
        aria-label={t.edit.changeNamed(what)}
        title={t.edit.change}
        onClick={() => editing.edit(noun, fact)}
      >
        ✎
      </button>
      <button
        type="button"
        className="fact-action"
        aria-label={t.edit.removeNamed(what)}
        title={t.edit.remove}
        onClick={() => editing.remove(noun, fact)}
      >
        ×
      </button>
    </span>
  )
}

interface FactActionsProps<N extends Noun> {
  readonly noun: N
  readonly fact: Nouns[N]
  readonly what: string
}
