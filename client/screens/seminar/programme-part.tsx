import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Participation, Space, Wave } from '#domain/territory.ts'
import { categoriesOf } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import type { FindingWire } from '#wire/diagnosis.ts'
import type { ProgrammeWire } from '#wire/programme.ts'
import type { Names } from '#words/findings.ts'
import { wordOf } from '#words/vocabulary.ts'
import { programmeQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import type { Text } from '../../text/fr.ts'
import { useText } from '../../text/language.tsx'
import { bound } from '../../text/lines.ts'
import { problemSentence } from '../../text/problems.ts'
import { useEditing } from '../../view/editing.ts'
import { Glyph } from '../../view/glyph.tsx'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { namesIn } from '../../view/words.ts'
import { nameOf } from './part.ts'
import './workshop.css'

/** Axes, projects, pilots and groups of a wave, edited where they are read, with what the diagnosis says of them. */
export function ProgrammePart({ record, place }: { record: TerritoryRecord; place: Place }) {
  const t = useText()
  const words = t.workshop.programme
  const [latest] = record.latestFirst
  const wave = record.waves.get(place.wave ?? '') ?? latest
  if (!wave) return <p>{words.noWave}</p>
  return <ProgrammeOf record={record} wave={wave} />
}

function ProgrammeOf({ record, wave }: { record: TerritoryRecord; wave: Wave }) {
  const t = useText()
  const words = t.workshop.programme
  const adjust = useAdjust()
  const editing = useEditing()
  const { data, error } = useQuery(programmeQuery(record.id, wave.id))
  const shown = data?.wave === wave.id ? data : undefined
  return (
    <div className="programme-part">
      <header className="wall-head">
        <div>
          <h2>{words.heading}</h2>
          <p className="note">{words.lead}</p>
        </div>
        <div className="wall-tools no-print">
          {record.latestFirst.length > 1 && (
            <Choice
              label={words.wave}
              value={wave.id}
              groups={[{ name: '', options: record.latestFirst.map(({ id, label }) => ({ id, name: label })) }]}
              onChange={(id) => adjust({ wave: id }, 'push')}
            />
          )}
          <Button className="button" onPress={() => editing?.add('space', { kind: 'programme_axis' })}>
            {words.addAxis}
          </Button>
          <Button className="button" onPress={() => editing?.add('space', { kind: 'project' })}>
            {words.addProject}
          </Button>
          <Button className="button" onPress={() => window.print()}>
            {words.print}
          </Button>
        </div>
      </header>
      {error && <p className="problem">{problemSentence(t, error)}</p>}
      {shown && <Programme record={record} wave={wave} programme={shown} />}
    </div>
  )
}

/** What a programme is looked over for, and the kinds of findings that tell it. */
const flags: readonly {
  readonly flag: 'orphans' | 'overloaded' | 'single' | 'strangers'
  readonly kinds: readonly FindingWire['kind'][]
}[] = [
  { flag: 'orphans', kinds: ['project_without_pilot'] },
  { flag: 'overloaded', kinds: ['pilot_concentration', 'sole_pilot'] },
  { flag: 'single', kinds: ['single_sphere_project', 'programme_homophily'] },
  { flag: 'strangers', kinds: ['first_meetings'] },
]

/** Kinds that are told at the project they are about. */
const atProject: readonly FindingWire['kind'][] = ['project_without_pilot', 'single_sphere_project', 'first_meetings']

function Programme({ record, wave, programme }: ProgrammeProps) {
  const t = useText()
  const words = t.workshop.programme
  const names = namesIn(t, record)
  const { projects, findings } = programme
  const told = findings.filter(({ status }) => status === 'signal' || status === 'fact')
  const whole = told.filter(({ kind }) => !atProject.includes(kind))
  const pilots = new Map<string, number>()
  for (const { pilots: held } of projects) for (const actor of held) pilots.set(actor, (pilots.get(actor) ?? 0) + 1)
  const actors = new Set(projects.flatMap(({ participants }) => participants))
  const byAxis = Map.groupBy(projects, ({ id }) => record.spaces.get(id)?.parent ?? '')
  const { compare } = new Intl.Collator(t.locale, { numeric: true })
  const axisName = (id: string) => (id === '' ? words.withoutAxis : (record.spaces.get(id)?.name ?? id))
  const axes = [...byAxis.keys()].sort((a, b) =>
    a === '' || b === '' ? (a === '' ? 1 : -1) : compare(axisName(a), axisName(b)),
  )
  return (
    <>
      <div className="programme-sums">
        <p className="programme-count">{words.counted(projects.length, pilots.size, actors.size)}</p>
        <p className="note">
          {words.basis[programme.basis]} {programme.doubtful > 0 && words.doubtful(programme.doubtful)}
        </p>
        <dl className="programme-flags">
          {flags.map(({ flag, kinds }) => (
            <div key={flag}>
              <dt>{words.flags[flag]}</dt>
              <dd>
                {flagSum(
                  t,
                  findings.filter(({ kind }) => kinds.includes(kind)),
                )}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {projects.length === 0 && <p>{words.none}</p>}
      {whole.length > 0 && (
        <section className="programme-whole">
          <h3>{words.whole}</h3>
          <ul>
            {whole.map((finding) => (
              <li key={finding.id}>
                <FlagSentence finding={finding} names={names} wave={wave.id} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {axes.map((axis) => (
        <section key={axis} className="programme-axis" aria-label={axisName(axis)}>
          <header>
            <h3>{axisName(axis)}</h3>
            {axis !== '' && <AxisTools record={record} axis={axis} />}
          </header>
          <ul className="programme-projects">
            {(byAxis.get(axis) ?? [])
              .toSorted((a, b) => compare(nameOfSpace(record, a.id), nameOfSpace(record, b.id)))
              .map((project) => (
                <ProjectRow
                  key={project.id}
                  record={record}
                  wave={wave}
                  project={project}
                  complete={programme.complete}
                  told={told.filter((finding) => 'project' in finding && finding.project === project.id)}
                  loaded={pilotsTold(told)}
                  held={pilots}
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface ProgrammeProps {
  readonly record: TerritoryRecord
  readonly wave: Wave
  readonly programme: ProgrammeWire
}

/** How many projects or pilots are flagged; else that none is, or why none can be. */
function flagSum(t: Text, findings: readonly FindingWire[]): ReactNode {
  const flagged = new Set(findings.flatMap((finding) => (finding.status === 'signal' ? subjectsOf(finding) : [])))
  if (flagged.size > 0) return <strong>{t.number(flagged.size)}</strong>
  const open = findings.find(({ status }) => status === 'insufficient')
  if (!open) return t.workshop.programme.nothing
  return open.reason ? t.findings.reasons[open.reason] : t.workshop.programme.unknown
}

/** The project or the pilot that a finding is about; none where it is about the programme. */
function subjectsOf(finding: FindingWire): string[] {
  const subject = 'project' in finding ? finding.project : 'pilot' in finding ? finding.pilot : null
  return subject === null ? [] : [subject]
}

function pilotsTold(told: readonly FindingWire[]): ReadonlySet<string> {
  return new Set(
    told.flatMap((finding) =>
      (finding.kind === 'sole_pilot' || finding.kind === 'pilot_concentration') && finding.pilot !== null
        ? [finding.pilot]
        : [],
    ),
  )
}

function FlagSentence({ finding, names, wave }: { finding: FindingWire; names: Names; wave: string }) {
  const t = useText()
  return (
    <>
      {bound(t.findings.statement(finding, names))}{' '}
      <PlaceLink screen="findings" change={{ page: 'list', finding: finding.id, wave }}>
        {t.workshop.programme.evidence}
      </PlaceLink>
    </>
  )
}

function AxisTools({ record, axis }: { record: TerritoryRecord; axis: string }) {
  const t = useText()
  const words = t.workshop.programme
  const editing = useEditing()
  const space = record.spaces.get(axis)
  return (
    <span className="programme-tools no-print">
      <Button
        className="link-button"
        aria-label={words.addProjectTo(nameOfSpace(record, axis))}
        onPress={() => editing?.add('space', { kind: 'project', parent: axis })}
      >
        {words.addProject}
      </Button>
      {space && (
        <Button
          className="link-button"
          aria-label={words.editProjectNamed(space.name)}
          onPress={() => editing?.edit('space', space)}
        >
          {words.editProject}
        </Button>
      )}
    </span>
  )
}

function ProjectRow({ record, wave, project, complete, told, loaded, held }: ProjectProps) {
  const t = useText()
  const words = t.workshop.programme
  const editing = useEditing()
  const names = namesIn(t, record)
  const space: Space | undefined = record.spaces.get(project.id)
  const name = nameOfSpace(record, project.id)
  const parts = (record.participationsOfSpace.get(project.id) ?? []).filter((part) => part.wave === wave.id)
  const pilots = parts.filter(({ role }) => role === 'pilot')
  const others = parts.filter(({ role }) => role !== 'pilot')
  const chips = (list: readonly Participation[]) => (
    <ul className="chips">
      {list.map((part) => (
        <PartChip
          key={`${part.actor} ${part.role}`}
          record={record}
          part={part}
          project={name}
          load={part.role === 'pilot' && loaded.has(part.actor) ? (held.get(part.actor) ?? 0) : 0}
        />
      ))}
    </ul>
  )
  return (
    <li className="programme-project" data-flagged={told.length > 0 || undefined}>
      <header>
        <h4>{name}</h4>
        {space && (
          <Button
            className="link-button no-print"
            aria-label={words.editProjectNamed(name)}
            onPress={() => editing?.edit('space', space)}
          >
            {words.editProject}
          </Button>
        )}
      </header>
      <div className="programme-role">
        <h5>{words.pilots}</h5>
        {pilots.length > 0 ? chips(pilots) : <p>{project.unreadPilot ? words.unreadPilot : words.noPilot}</p>}
        <Button
          className="link-button no-print"
          aria-label={words.addPilotTo(name)}
          onPress={() => editing?.add('participation', { space: project.id, role: 'pilot', wave: wave.id })}
        >
          {words.addPilot}
        </Button>
      </div>
      <div className="programme-role">
        <h5>{words.group}</h5>
        {others.length > 0 ? chips(others) : <p className="note">{complete ? words.noMember : words.noMemberNamed}</p>}
        <Button
          className="link-button no-print"
          aria-label={words.addMemberTo(name)}
          onPress={() => editing?.add('participation', { space: project.id, role: 'member', wave: wave.id })}
        >
          {words.addMember}
        </Button>
      </div>
      <div className="programme-flags-of">
        {told.map((finding) => (
          <p key={finding.id} className="programme-flag">
            <FlagSentence finding={finding} names={names} wave={wave.id} />
          </p>
        ))}
        {project.unreadRole && !project.unreadPilot && <p className="note">{words.unreadRole}</p>}
      </div>
    </li>
  )
}

interface ProjectProps {
  readonly record: TerritoryRecord
  readonly wave: Wave
  readonly project: ProgrammeWire['projects'][number]
  /** Whether the source names every participant. */
  readonly complete: boolean
  readonly told: readonly FindingWire[]
  /** Pilots that a finding names, and how many projects each pilots. */
  readonly loaded: ReadonlySet<string>
  readonly held: ReadonlyMap<string, number>
}

function PartChip({ record, part, project, load }: PartChipProps) {
  const t = useText()
  const words = t.workshop.programme
  const editing = useEditing()
  const name = nameOf(record, part.actor)
  const role = wordOf(t, record, 'role', part.role)
  const { look } = categoriesOf(record, 'sphere').categoryOf(part.actor)
  return (
    <li className="chip">
      <Button className="chip-name" onPress={() => editing?.edit('participation', part)}>
        <Glyph look={look} size={14} />
        <span title={name}>{shortName(name, 80)}</span>
        {part.role !== 'pilot' && part.role !== 'member' && <span className="chip-mark">{role}</span>}
        {load > 1 && <span className="chip-mark">{words.pilotsMany(load)}</span>}
        <span className="visually-hidden">{words.editPart(role, project)}</span>
      </Button>
      <Button
        className="chip-remove no-print"
        aria-label={words.removePart(name, project)}
        onPress={() => editing?.remove('participation', part)}
      >
        ×
      </Button>
    </li>
  )
}

interface PartChipProps {
  readonly record: TerritoryRecord
  readonly part: Participation
  readonly project: string
  readonly load: number
}

function nameOfSpace(record: TerritoryRecord, id: string): string {
  return record.spaces.get(id)?.name ?? id
}
