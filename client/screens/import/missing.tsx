import { Checkbox } from 'react-aria-components'
import { useText } from '../../text/language.tsx'
import type { Deciding } from './deciding.ts'
import { Fold } from './fold.tsx'

/** What an edited export holds no more: kept, unless somebody looks at the list and says otherwise. */
export function MissingFacts({ preview, plan, decide }: Deciding) {
  const t = useText()
  const { missing } = t.importing
  const { facts, total, used } = preview.missing
  if (total === 0) return null
  return (
    <section aria-labelledby="import-missing">
      <h2 id="import-missing">{missing.heading(total)}</h2>
      <p className="prose">{missing.lead}</p>
      <Fold summary={missing.list(total)}>
        <ul className="import-aside">
          {facts.map(({ noun, key, names }) => (
            <li key={`${noun} ${key}`}>
              {names.join(' – ')} <span className="note">({t.nouns[noun].one})</span>
            </li>
          ))}
        </ul>
        {total > facts.length && <p className="note">{missing.others(total - facts.length)}</p>}
      </Fold>
      {used > 0 && <p className="note">{missing.used(used)}</p>}
      <Checkbox
        className="tick-row"
        isSelected={plan.missing === 'removed'}
        onChange={(isRemoved) => decide((now) => ({ ...now, missing: isRemoved ? 'removed' : 'kept' }))}
      >
        <span className="tick" aria-hidden="true" />
        {missing.remove(total)}
      </Checkbox>
    </section>
  )
}
