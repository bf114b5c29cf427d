import { surest } from '#domain/confidence.ts'
import { type Actor, keyOf, type Tie } from '#domain/territory.ts'
import { namingIn } from '#words/nouns.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { ConfidenceMark, FactActions } from '../view/facts.tsx'
import type { View } from '../view/view.ts'

/** What is declared between an actor and a partner: a line per kind of tie and who says so, the declarations behind it. */
export function TieFacts({ view, actor, ties }: { view: View; actor: Actor; ties: readonly Tie[] }) {
  const t = useText()
  return groupsOf(ties).map((group) => {
    const [first] = group
    if (!first) return null
    const outgoing = first.from === actor.id
    return (
      <div key={keyOf('tie', first)} className="fact">
        <p>
          {first.directed && (
            <>
              <span className="visually-hidden">{outgoing ? t.sheet.outgoing : t.sheet.incoming}</span>
              <span aria-hidden="true">{outgoing ? '→ ' : '← '}</span>
            </>
          )}
          <strong>{wordOf(t, view.record, 'tieKind', first.kind)}</strong>, {whoSays(t, view, group)}{' '}
          <ConfidenceMark confidence={surest(group.map(({ confidence }) => confidence))} />
          {group.length === 1 && <FactActions noun="tie" fact={first} what={whatOf(t, view, first)} />}
        </p>
        <Declarations view={view} ties={group} />
      </div>
    )
  })
}

function Declarations({ view, ties }: { view: View; ties: readonly Tie[] }) {
  const t = useText()
  const told = ties.map((tie) => ({ tie, words: detailsOf(t, tie) }))
  const isOne = ties.length === 1
  if (isOne && told.every(({ tie, words }) => words === '' && !tie.note && !tie.source)) return null
  return (
    <details className="fact-source">
      <summary>{!isOne || told.some(({ words }) => words !== '') ? t.sheet.details : t.sheet.source}</summary>
      {told.map(({ tie, words }) => (
        <div key={keyOf('tie', tie)}>
          {isOne && words && <p>{tie.reporter === null ? words : t.sheet.says(nameOf(view, tie.reporter), words)}</p>}
          {/* Of several each is changed where it is told whose it is. */}
          {!isOne && (
            <p>
              {sayingOf(t, view, tie, words)} <FactActions noun="tie" fact={tie} what={whatOf(t, view, tie)} />
            </p>
          )}
          {tie.note && <p>{tie.note}</p>}
          {tie.source && <p>{tie.source}</p>}
        </div>
      ))}
    </details>
  )
}

/** Declarations of one kind and direction together. */
function groupsOf(ties: readonly Tie[]): Tie[][] {
  const groups = new Map<string, Tie[]>()
  for (const tie of ties) {
    const key = `${tie.kind} ${tie.directed ? tie.from : ''}`
    groups.set(key, [...(groups.get(key) ?? []), tie])
  }
  return [...groups.values()]
}

function whoSays(t: Text, view: View, group: readonly Tie[]): string {
  const reporters = [...new Set(group.map(({ reporter }) => reporter))]
  const [tie] = group
  if (reporters.includes(null)) {
    const { basis } = view.record.waves.get(tie?.wave ?? '') ?? {}
    return basis === 'informants' ? t.sheet.fromInformants : t.sheet.fromDocuments
  }
  const both = tie && reporters.includes(tie.from) && reporters.includes(tie.to)
  return both ? t.sheet.reportedByBoth : t.sheet.reportedBy(t.list(reporters.map((id) => nameOf(view, id ?? ''))))
}

/** Who says it, and what more. */
function sayingOf(t: Text, view: View, tie: Tie, words: string): string {
  if (tie.reporter === null) return [whoSays(t, view, [tie]), words].filter(Boolean).join(', ')
  const name = nameOf(view, tie.reporter)
  return words ? t.sheet.says(name, words) : t.sheet.reportedBy(name)
}

/** Which declaration it is. */
export function whatOf(t: Text, view: View, tie: Tie): string {
  const said = t.nouns.tie.fact(tie, namingIn(t, view.record))
  return tie.reporter === null ? said : `${said}, ${t.sheet.reportedBy(nameOf(view, tie.reporter))}`
}

/** Strength, pace and last contact of a declaration, in words. */
export function detailsOf(t: Text, tie: Tie): string {
  return [
    ...(tie.strength === undefined ? [] : [t.sheet.strength(tie.strength)]),
    ...(tie.regularity === undefined ? [] : [t.regularities[tie.regularity]]),
    ...(tie.lastContact === undefined ? [] : [t.sheet.lastContact(tie.lastContact)]),
  ].join(', ')
}

function nameOf(view: View, actor: string): string {
  return view.record.actors.get(actor)?.name ?? actor
}
