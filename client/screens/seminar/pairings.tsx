import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Invitation } from '#domain/territory.ts'
import { pairingRules } from '#domain/vocabulary.ts'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { nameOf, type PartProps } from './part.ts'

/** Who must, and who must not, share a table: all the people of two actors. */
export function Pairings({ record, seminar, keep, guests }: PartProps & { readonly guests: readonly Invitation[] }) {
  const t = useText()
  const words = t.seminar.tables
  const [first, setFirst] = useState<string | null>(null)
  const [second, setSecond] = useState<string | null>(null)
  const [rule, setRule] = useState<(typeof pairingRules)[number]>('never')
  const pairings = [...record.pairings.values()].filter((pairing) => pairing.seminar === seminar.id)
  const actors = [...new Set(guests.map(({ actor }) => actor))].map((id) => ({ id, name: nameOf(record, id) }))
  return (
    <details className="pairings" open={pairings.length > 0}>
      <summary>{words.rules}</summary>
      <ul>
        {pairings.map(({ actor, other, rule: kept }) => {
          const [a, b] = [nameOf(record, actor), nameOf(record, other)]
          return (
            <li key={`${actor} ${other}`}>
              {a} – {b}, {words.rule[kept]}
              <Button
                className="chip-remove"
                aria-label={words.ruleRemove(a, b)}
                onPress={() => keep([{ remove: 'pairing', identity: { seminar: seminar.id, actor, other } }])}
              >
                ×
              </Button>
            </li>
          )
        })}
      </ul>
      <div key={pairings.length} className="tables-asked">
        <ActorChoice label={words.ruleFirst} actors={actors} value={first} onChange={setFirst} />
        <ActorChoice label={words.ruleSecond} actors={actors} value={second} onChange={setSecond} />
        <Choice
          label={words.ruleKind}
          value={rule}
          groups={[{ name: '', options: pairingRules.map((id) => ({ id, name: words.rule[id] })) }]}
          onChange={(id) => setRule(pairingRules.find((one) => one === id) ?? 'never')}
        />
        <Button
          className="button"
          isDisabled={first === null || second === null || first === second}
          onPress={() => {
            if (first === null || second === null) return
            const [actor, other] = first < second ? [first, second] : [second, first]
            keep([{ put: 'pairing', value: { seminar: seminar.id, actor, other, rule } }])
            setFirst(null)
            setSecond(null)
          }}
        >
          {words.ruleAdd}
        </Button>
      </div>
    </details>
  )
}
