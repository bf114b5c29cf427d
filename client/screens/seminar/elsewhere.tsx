import { useText } from '../../text/language.tsx'
import { type NamingFacts, nameOf } from './part.ts'

/** That some are counted of whom the wave says nothing, in a sentence; nothing where there are none. */
export function Elsewhere({ record, wave, actors }: ElsewhereProps) {
  const t = useText()
  if (wave === null || actors.length === 0) return null
  const called = record.waves.get(wave)?.label ?? wave
  return (
    <p className="note elsewhere">
      {t.seminar.words.elsewhere(
        actors.map((id) => nameOf(record, id)),
        called,
      )}
    </p>
  )
}

interface ElsewhereProps {
  readonly record: Pick<NamingFacts, 'actors' | 'waves'>
  readonly wave: string | null
  readonly actors: readonly string[]
}
