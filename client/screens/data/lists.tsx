import { thresholdPrefix } from '#domain/note.ts'
import { collectionOf, keyOf, type Nouns } from '#domain/territory.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { factInWords } from '../../edit/telling.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import { FactActions } from '../../view/facts.tsx'
import { type Listed, starts } from '../../view/starts.ts'
import { capital } from '../../view/words.ts'

/** Waves, roster lines, spaces, words and settings, each with its form. */
export function Lists({ record }: { record: TerritoryRecord }) {
  return (
    <div className="lists">
      {(Object.keys(starts) as Listed[]).map((noun) => (
        <FactList key={noun} record={record} noun={noun} />
      ))}
    </div>
  )
}

function FactList<N extends Listed>({ record, noun }: { record: TerritoryRecord; noun: N }) {
  const t = useText()
  const editing = useEditing()
  const facts = factsOf(record, noun)
  const told = facts
    .map((fact) => ({ fact, words: capital(toldOf(t, record, noun, fact)) }))
    .sort((a, b) => a.words.localeCompare(b.words, t.locale))
  return (
    <details className="fact-list">
      <summary>
        {capital(t.nouns[noun].table)} <span className="count">{t.number(facts.length)}</span>
      </summary>
      {told.length === 0 && <p className="note">{t.edit.lists.empty}</p>}
      {told.length > 0 && (
        <ul>
          {told.map(({ fact, words }) => (
            <li key={keyOf(noun, fact)}>
              {words} <FactActions noun={noun} fact={fact} what={words} />
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <button
          type="button"
          className="button"
          onClick={() => editing.add(noun, starts[noun](record) as Partial<Nouns[N]>)}
        >
          {t.edit.lists.add[noun]}
        </button>
      )}
    </details>
  )
}

/** Thresholds have a page of their own. */
function factsOf<N extends Listed>(record: TerritoryRecord, noun: N): Nouns[N][] {
  const facts = [...record[collectionOf[noun]].values()] as Nouns[N][]
  return facts.filter((fact) => !('key' in fact && fact.key.startsWith(thresholdPrefix)))
}

function toldOf<N extends Listed>(t: Text, record: TerritoryRecord, noun: N, fact: Nouns[N]): string {
  const words = factInWords(t, record, noun, fact)
  if ('date' in fact) return `${words}, ${t.date(fact.date)}, ${t.edit.fields.options.basis[fact.basis]}`
  return 'value' in fact ? t.edit.lists.setting(words, String(fact.value)) : words
}
