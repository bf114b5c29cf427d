import type { DiagnosisWire } from '#wire/diagnosis.ts'
import { useText } from '../../text/language.tsx'

type Classes = DiagnosisWire['profile']['classes']

const classes = ['bonding', 'linking', 'bridging'] as const

/** How many ties are of each class in one reading, and how that compares with ties without preference. */
export function ClassTable({ reading, figures }: { reading: keyof Classes; figures: Classes[keyof Classes] }) {
  const t = useText()
  const words = t.diagnosis.profile
  const { classColumns } = words
  const number = (value: number | null, digits: number) => (value === null ? t.undefined : t.number(value, digits))
  const share = (value: number | null) => (value === null ? t.undefined : t.percent(value))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must scroll by the keyboard
    <section className="table-scroll" aria-label={words.readings[reading]} tabIndex={0}>
      <table className="table">
        <caption>{words.readings[reading]}</caption>
        <thead>
          <tr>
            {Object.entries(classColumns).map(([id, name]) => (
              <th key={id} scope="col" className={id === 'class' ? undefined : 'numeric'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((each) => {
            const { ties, expected, ratio, strengthShare, renewalShare, meanVitality } = figures[each]
            const { name, sentence } = words.classes[reading][each]
            return (
              <tr key={each}>
                <th scope="row">
                  {name}
                  <span className="class-definition">{sentence}</span>
                </th>
                <td className="numeric">{t.number(ties)}</td>
                <td className="numeric">{number(expected, 1)}</td>
                <td className="numeric">{number(ratio, 2)}</td>
                <td className="numeric">{share(strengthShare)}</td>
                <td className="numeric">{share(renewalShare)}</td>
                <td className="numeric">{number(meanVitality, 2)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
