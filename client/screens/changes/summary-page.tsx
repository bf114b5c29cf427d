import { Button } from 'react-aria-components'
import type { ComparisonWire } from '#wire/comparison.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { namesIn } from '../../view/words.ts'
import type { ComparedProps } from './comparison.ts'
import { FindingFates } from './finding-fates.tsx'

const sections = ['changed', 'holds', 'not_known'] as const
const matters = ['presence', 'ties', 'levels', 'positions', 'programme'] as const

/** On one page, at most ten sentences: what changed, what holds, what is not known, each with what shows it. */
export function SummaryPage({ record, comparison }: ComparedProps) {
  const t = useText()
  const labelOf = (wave: string) => record.waves.get(wave)?.label ?? wave
  return (
    <article className="changes-page">
      <header className="changes-head">
        <h1>{t.changes.heading}</h1>
        <p className="lead">
          {t.changes.of(record.name, labelOf(comparison.before.wave), labelOf(comparison.after.wave))}
        </p>
        <p className="note">{bound(t.changes.witnesses(comparison.comparability.witnesses))}</p>
        <Button className="button changes-print" onPress={() => window.print()}>
          {t.changes.print}
        </Button>
      </header>
      {sections.map((section) => (
        <Section key={section} section={section} record={record} comparison={comparison} />
      ))}
      <p className="note changes-certainties">{bound(t.changes.certaintyNote)}</p>
      <Comparable record={record} comparison={comparison} />
      <FindingFates record={record} comparison={comparison} />
    </article>
  )
}

function Section({ section, record, comparison }: ComparedProps & { readonly section: (typeof sections)[number] }) {
  const t = useText()
  const names = namesIn(t, record)
  const statements = comparison.summary.filter((statement) => statement.section === section)
  return (
    <section className={`changes-section changes-section-${section}`}>
      <h2>{t.changeWords.sections[section]}</h2>
      {statements.length === 0 && <p className="note">{t.changes.nothingChanged}</p>}
      <ul className="statements">
        {statements.map((statement) => (
          <li key={JSON.stringify(statement)} className={`statement statement-${statement.certainty}`}>
            <p className="statement-said">{bound(t.changeWords.statement(statement, names))}</p>
            <p className="statement-shown">
              <span className="statement-certainty">{t.changes.certainties[statement.certainty]}</span>{' '}
              {bound(t.changeWords.evidence(statement, names))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What these two waves allow to compare, and why not the rest. */
function Comparable({ record, comparison }: ComparedProps) {
  const t = useText()
  const { comparability } = comparison
  const said = (side: ComparisonWire['before'], response: number | null) => {
    const wave = record.waves.get(side.wave)
    return t.changes.side(
      wave?.label ?? side.wave,
      wave?.date ?? side.date ?? '',
      t.changes.bases[side.basis],
      response,
    )
  }
  return (
    <section className="changes-comparable">
      <h2>{t.changes.comparable}</h2>
      <ul className="note">
        <li>{bound(said(comparison.before, comparability.response[0]))}</li>
        <li>{bound(said(comparison.after, comparability.response[1]))}</li>
      </ul>
      <dl>
        {matters.map((matter) => {
          const reason = comparability.barrier[matter]
          return (
            <div key={matter}>
              <dt>{t.changes.matters[matter]}</dt>
              <dd>{reason ? bound(t.changes.no(t.changeWords.reasons[reason])) : t.changes.yes}</dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
