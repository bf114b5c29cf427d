import type { FindingWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { NameLink } from '../../view/facts.tsx'
import { capital, word } from '../../view/words.ts'
import { kindOf } from './findings.ts'

type Role = FindingWire['ties'][number]['role']

/** Whom a finding is about and its very ties; nobody where names are hidden. */
export function Concerned({ record, finding }: { record: TerritoryRecord; finding: FindingWire }) {
  const t = useText()
  const words = t.diagnosis.evidence
  if (!finding.named) return null
  const { partner, members, ties, memberOf, code } = finding
  const isListed = code !== 'I5' && code !== 'P5' && code !== 'P4' && members.length > 0
  const partners: Readonly<Record<string, string>> = words.partner
  const isActor = partner !== null && record.actors.has(partner)
  if (!isListed && !isActor && ties.length === 0 && memberOf.length === 0) return null
  const roles = [...new Set(ties.map(({ role }) => role))]
  return (
    <section>
      <h3>{words.whom}</h3>
      {isActor && (
        <p>
          {partners[code] ?? words.partner.other} <Name record={record} id={partner} />
        </p>
      )}
      {memberOf.length > 0 && <p>{words.memberOf(t.list(memberOf.map((id) => groupName(t, record, id))))}</p>}
      {isListed && (
        <Folded summary={capital(membersHeading(t, finding))} open={members.length <= 8}>
          {members.map((id) => (
            <li key={id}>
              <Name record={record} id={id} />
            </li>
          ))}
        </Folded>
      )}
      {roles.map((role) => (
        <TiesAs key={role} record={record} role={role} ties={ties.filter((tie) => tie.role === role)} />
      ))}
    </section>
  )
}

function TiesAs({ record, role, ties }: { record: TerritoryRecord; role: Role; ties: FindingWire['ties'] }) {
  const t = useText()
  const words = t.diagnosis.evidence
  return (
    <Folded summary={`${words.roles[role]} – ${words.ties(ties.length)}`} open={ties.length <= 3}>
      {ties.map(({ from, to, lastContact }) => (
        <li key={`${from} ${to}`}>
          <Name record={record} id={from} /> – <Name record={record} id={to} />
          {lastContact && <span className="fact-source"> {words.lastContact(lastContact)}</span>}
        </li>
      ))}
    </Folded>
  )
}

function Folded({ summary, open, children }: { summary: string; open: boolean; children: React.ReactNode }) {
  return (
    <details open={open} className="folded">
      <summary>{summary}</summary>
      <ul className="facts">{children}</ul>
    </details>
  )
}

function Name({ record, id }: { record: TerritoryRecord; id: string }) {
  const actor = record.actors.get(id)
  if (actor) return <NameLink selected={{ noun: 'actor', id }} name={actor.name} />
  return <>{record.spaces.get(id)?.name ?? id}</>
}

function membersHeading(t: Text, finding: FindingWire): string {
  const words = t.diagnosis.evidence
  const kind = kindOf(finding)
  const n = finding.members.length
  if (kind === 'I4' || kind === 'I7') return words.cutOff(n)
  if (kind === 'I3') return words.path
  if (kind === 'P1' || kind === 'P3' || kind === 'P7' || (kind === 'P2' && finding.subject === ''))
    return words.projects(n)
  return kind === 'P0' || kind === 'P2' ? words.participants(n) : words.members(n)
}

function groupName(t: Text, record: TerritoryRecord, id: string): string {
  return record.spaces.get(id)?.name ?? word(t, record, 'sphere', id)
}
