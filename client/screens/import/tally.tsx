import type { ReactNode } from 'react'
import type { ImportedWire } from '#wire/exchange.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import type { Sheet } from './plan.ts'

type Counts = Sheet['counts']

/** What becomes of every line that was read, in one sum; `children`: what one may do with it. */
export function Tally({ preview, isStale, children }: TallyProps) {
  const t = useText()
  const { counts } = t.importing
  const all = countsOf(preview)
  const facts = factsInWords(t, preview)
  return (
    <section className="import-tally" aria-label={counts.label}>
      <div aria-live="polite" aria-busy={isStale}>
        <p className="import-sum">
          <strong>{counts.read(all.read)}</strong>
          {' = '}
          {counts.parts(all).join(' + ')}
        </p>
        {facts !== '' && <p className="note">{counts.facts(facts)}</p>}
      </div>
      <div className="row">{children}</div>
    </section>
  )
}

interface TallyProps {
  readonly preview: ImportedWire
  /** Something was decided since. */
  readonly isStale: boolean
  readonly children: ReactNode
}

export function countsOf({ sheets }: ImportedWire): Counts {
  const sum = (of: keyof Counts) => sheets.reduce((total, { counts }) => total + counts[of], 0)
  return {
    read: sum('read'),
    new: sum('new'),
    changed: sum('changed'),
    matched: sum('matched'),
    repeated: sum('repeated'),
    refused: sum('refused'),
    leftOut: sum('leftOut'),
  }
}

/** « 61 acteurs, 65 liens »: what is new or changed, by noun. */
export function factsInWords(t: Text, { sheets }: ImportedWire): string {
  const put = new Map<keyof Text['nouns'], number>()
  for (const { facts } of sheets) {
    for (const { noun, created, changed } of facts) if (noun) put.set(noun, (put.get(noun) ?? 0) + created + changed)
  }
  const said = Array.from(put, ([noun, n]) => (n > 0 ? [t.count(n, t.nouns[noun].one, t.nouns[noun].more)] : []))
  return t.list(said.flat())
}
