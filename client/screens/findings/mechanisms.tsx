import { useText } from '../../text/language.tsx'
import type { FindingsOf } from '../../text/mechanisms.fr.ts'
import { kinds } from './findings.ts'

/** The mechanisms that make ties worth something, each with the findings that bear on it. */
export function Mechanisms() {
  const { mechanisms } = useText()
  return (
    <section>
      <h2>{mechanisms.heading}</h2>
      {mechanisms.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {Object.values(mechanisms.parts).map(({ heading, lead, findings }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <p>{lead}</p>
          <FindingsOnMechanism findings={findings} />
        </section>
      ))}
    </section>
  )
}

function FindingsOnMechanism({ findings }: { findings: FindingsOf }) {
  const t = useText()
  return (
    <dl className="about">
      {kinds
        .filter((kind) => findings[kind] !== undefined)
        .map((kind) => (
          <div key={kind}>
            <dt>{t.diagnosis.kinds[kind]}</dt>
            <dd>{findings[kind]}</dd>
          </div>
        ))}
    </dl>
  )
}
