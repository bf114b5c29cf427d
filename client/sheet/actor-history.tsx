import { useSuspenseQuery } from '@tanstack/react-query'
import { actorHistoryQuery } from '../data/queries.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { bound } from '../text/lines.ts'
import { NameLink } from '../view/facts.tsx'

const fates = ['new', 'ended', 'kept', 'notComparable'] as const

/** Wave after wave, how an actor was there and what became of its ties; nothing of a territory with one wave. */
export function ActorHistory(props: HistoryProps) {
  const { record, actor } = props
  return record.actors.has(actor) && record.waves.size > 1 ? <History {...props} /> : null
}

interface HistoryProps {
  readonly record: TerritoryRecord
  readonly actor: string
}

function History({ record, actor }: HistoryProps) {
  const t = useText()
  const { data: history } = useSuspenseQuery(actorHistoryQuery(record.id, actor))
  const labelOf = (wave: string) => record.waves.get(wave)?.label ?? wave
  if (!history) return null
  return (
    <section className="actor-history">
      <h3>{t.changes.history.heading}</h3>
      <ol>
        {history.waves.map(({ wave, standing, partners }, i) => {
          const step = history.steps[i - 1]
          return (
            <li key={wave}>
              <p>
                <strong>{labelOf(wave)}</strong>{' '}
                {bound(t.changes.history.standing(t.changes.history.standings[standing], partners?.length ?? null))}
              </p>
              {step && (
                <dl>
                  {fates
                    .filter((fate) => step[fate].length > 0)
                    .map((fate) => (
                      <div key={fate}>
                        <dt>
                          {t.changes.history.fates[fate]} <span className="count">{t.number(step[fate].length)}</span>
                        </dt>
                        <dd>
                          {step[fate].map((id, place) => (
                            <span key={id}>
                              {place > 0 && ', '}
                              <NameLink selected={{ noun: 'actor', id }} name={record.actors.get(id)?.name ?? id} />
                            </span>
                          ))}
                        </dd>
                      </div>
                    ))}
                </dl>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
