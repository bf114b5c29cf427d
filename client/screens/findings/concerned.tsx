import type { FindingWire } from '#wire/diagnosis.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { NameLink } from '../../view/facts.tsx'
import { capital } from '../../view/words.ts'

type Role = FindingWire['ties'][number]['role']

/** Whom a finding is about and its very ties; nobody where names are hidden. */
export function Concerned({ record, finding }: { record: TerritoryRecord; finding: FindingWire }) {
  const t = useText()
  const words = t.diagnosis.evidence
  if (!finding.named) return null
  const { ties } = finding
  const { partner, listed } = partsOf(t, finding)
  const closedGroups = finding.kind === 'closed_actor' ? finding.closedGroups : []
  const members = listed?.ids ?? []
  if (members.length === 0 && !partner?.id && ties.length === 0 && closedGroups.length === 0) return null
  const roles = [...new Set(ties.map(({ role }) => role))]
  return (
    <section>
      <h3>{words.whom}</h3>
      {partner?.id && (
        <p>
          {partner.label} <Name record={record} id={partner.id} />
        </p>
      )}
      {closedGroups.length > 0 && (
        <p>{words.memberOf(t.list(closedGroups.map((group) => groupName(t, record, group))))}</p>
      )}
      {listed && members.length > 0 && (
        <Folded summary={capital(listed.label)} open={members.length <= 8}>
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

interface Parts {
  /** The other one, with the part it plays. */
  readonly partner?: { readonly label: string; readonly id: string | null }
  /** All those it concerns. */
  readonly listed?: { readonly label: string; readonly ids: readonly string[] }
}

function partsOf(t: Text, finding: FindingWire): Parts {
  const { partner: labels, members, cutOff, path, projects, participants } = t.diagnosis.evidence
  const listing = (label: (n: number) => string, ids: readonly string[]) => ({ label: label(ids.length), ids })
  switch (finding.kind) {
    case 'closed_group':
      return { listed: listing(members, finding.members) }
    case 'islet':
      return { partner: { label: labels.islet, id: finding.nearest }, listed: listing(members, finding.members) }
    case 'single_tie':
      return { partner: { label: labels.single_tie, id: finding.partner } }
    case 'dependent_actor':
      return { partner: { label: labels.dependent_actor, id: finding.broker }, listed: listing(cutOff, finding.cutOff) }
    case 'critical_broker':
      return { listed: listing(cutOff, finding.cutOff) }
    case 'peripheral_actor':
      return {
        partner: { label: labels.peripheral_actor, id: finding.center },
        listed: listing(() => path, finding.path),
      }
    case 'fragile_opening':
      return { partner: { label: labels.fragile_opening, id: finding.carrier } }
    case 'project_without_pilot':
    case 'single_sphere_project':
      return { listed: listing(participants, finding.participants) }
    case 'pilot_concentration':
      return {
        partner: { label: labels.pilot_concentration, id: finding.pilot },
        listed: listing(projects, finding.projects),
      }
    case 'sole_pilot':
    case 'programme_homophily':
    case 'programme_reach':
      return { listed: listing(projects, finding.projects) }
    case 'named_and_absent':
      return { listed: listing(members, finding.absent) }
    case 'isolated_actor':
    case 'closed_actor':
    case 'fading_ties':
    case 'withdrawal':
    case 'sphere_kept_apart':
    case 'excluded_spheres':
    case 'absent_from_programme':
    case 'first_meetings':
      return {}
  }
}

function groupName(t: Text, record: TerritoryRecord, { kind, id }: ClosedGroups[number]): string {
  if (kind === 'space') return record.spaces.get(id)?.name ?? id
  return kind === 'sphere' ? wordOf(t, record, 'sphere', id) : id
}

type ClosedGroups = Extract<FindingWire, { kind: 'closed_actor' }>['closedGroups']
