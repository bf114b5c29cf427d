import { keyOf, type Tie } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { ConfidenceMark, FactActions, NameLink, Provenance } from '../view/facts.tsx'
import { drawnStanding, standingsIn } from '../view/tie-standing.ts'
import type { View } from '../view/view.ts'
import { detailsOf, whatOf } from './tie-facts.tsx'

/** Everything that is known between two actors: each declaration with who made it, the spaces they share, other waves. */
export function TieSheet({ view, ends }: { view: View; ends: readonly [string, string] }) {
  const t = useText()
  const editing = useEditing()
  const { record, network } = view
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  const edges = network.edges.filter(({ from, to }) => {
    const pair = [network.actors[from], network.actors[to]]
    return ends.every((end) => pair.includes(end))
  })
  const wave = network.perimeter.wave
  const between = (record.tiesOfActor.get(ends[0]) ?? []).filter(({ from, to }) => from === ends[1] || to === ends[1])
  const counted = new Set(edges.flatMap(({ ties }) => ties))
  const declared = between.filter((tie) => tie.wave === wave && counted.has(keyOf('tie', tie)))
  const leftOut = between.filter((tie) => tie.wave === wave && !counted.has(keyOf('tie', tie)))
  const others = between.filter((tie) => tie.wave !== wave)
  const spaces = [...new Set(edges.flatMap((edge) => edge.spaces))]
  const standingOf = standingsIn(view)
  const standings = new Set(edges.flatMap((edge) => drawnStanding(view, standingOf, edge) ?? []))
  return (
    <>
      <header className="sheet-head">
        <h2>{t.explore.tieBetween(nameOf(ends[0]), nameOf(ends[1]))}</h2>
        <p>
          {ends.map((id, i) => (
            <span key={id}>
              {i > 0 && ' · '}
              <NameLink selected={{ noun: 'actor', id }} name={nameOf(id)} />
            </span>
          ))}
        </p>
        {edges.length === 0 && <p className="note">{t.explore.noTieHere}</p>}
        {edges.length > 0 && (
          <p className="lead">
            {t.explore.tieLead(
              [...standings].map((standing) => t.explore.standings[standing]),
              new Set(declared.map(({ kind }) => kind)).size,
              spaces.length,
            )}
          </p>
        )}
        {editing && (
          <p className="sheet-actions">
            <button
              type="button"
              className="button"
              onClick={() => editing.add('tie', { wave, from: ends[0], to: ends[1], reporter: null, directed: false })}
            >
              {t.explore.addDeclaration}
            </button>
          </p>
        )}
      </header>
      <section>
        <h3>
          {t.explore.declarations} <span className="count">{declared.length}</span>
        </h3>
        {declared.length === 0 && <p className="note">{t.explore.noDeclaration}</p>}
        <Declarations view={view} ties={declared} />
      </section>
      {leftOut.length > 0 && (
        <section>
          <h3>
            {t.explore.outsidePerimeter} <span className="count">{leftOut.length}</span>
          </h3>
          <Declarations view={view} ties={leftOut} />
        </section>
      )}
      {spaces.length > 0 && (
        <section>
          <h3>
            {t.table.sharedSpaces} <span className="count">{spaces.length}</span>
          </h3>
          <ul className="facts">
            {spaces.map((id) => (
              <li key={id}>
                <NameLink selected={{ noun: 'space', id }} name={record.spaces.get(id)?.name ?? id} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <details>
            <summary>{t.sheet.otherWaves(others.length)}</summary>
            <Declarations view={view} ties={others} />
          </details>
        </section>
      )}
    </>
  )
}

function Declarations({ view, ties }: { view: View; ties: readonly Tie[] }) {
  const t = useText()
  const { record, network } = view
  const nameOf = (id: string) => record.actors.get(id)?.name ?? id
  return (
    <ul className="facts">
      {ties.map((tie) => {
        const wave = record.waves.get(tie.wave)
        const details = detailsOf(t, tie)
        return (
          <li key={keyOf('tie', tie)}>
            <p>
              <strong>{wordOf(t, record, 'tieKind', tie.kind)}</strong>
              {tie.directed && ` ${t.explore.towards(nameOf(tie.to))}`} <ConfidenceMark confidence={tie.confidence} />
              <FactActions noun="tie" fact={tie} what={whatOf(t, view, tie)} />
            </p>
            <p>
              {tie.reporter !== null
                ? t.sheet.reportedBy(nameOf(tie.reporter))
                : wave?.basis === 'informants'
                  ? t.sheet.fromInformants
                  : t.sheet.fromDocuments}
              {tie.wave !== network.perimeter.wave && ` · ${wave?.label ?? tie.wave}`}
            </p>
            {details && <p className="note">{details}</p>}
            {tie.since && <p className="note">{t.sheet.dates(t.date(tie.since), undefined)}</p>}
            <Provenance source={tie.source} note={tie.note} />
          </li>
        )
      })}
    </ul>
  )
}
