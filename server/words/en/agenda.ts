import type { AgendaItemWire } from '../../wire/agenda.ts'
import {
  type Act,
  type AgendaWords,
  type Basis,
  type CauseOf,
  type Change,
  firstAct,
  type StepAsked,
} from '../agenda.ts'
import type { Names } from '../findings.ts'
import { english } from '../formats.ts'

const { number, count, percent, list } = english

/** What is to be done about a diagnosis, in English. */
export const agenda: AgendaWords = {
  callings: { risk: 'To deal with', chance: 'To seize', gap: 'To verify', fact: 'To know' },
  headline: (item, names, basis) => (item.named ? headline(item, names, basis) : unnamed(item)),
  found: (item, names, basis) => (item.named ? found(item, names, basis) : null),
  act,
  within: (days) => (days <= 30 ? 'Within a month' : 'Within two months'),
  change,
  sure: ({ solidity, stake: { solidity: value } }, basis) => {
    switch (solidity) {
      case 'survival':
        return `Would hold ${tenths(value)} if other answers were missing.`
      case 'probability':
        return value >= 0.95 ? 'Almost certain, going by the answers.' : `True ${tenths(value)}, going by the answers.`
      case 'unknown_ties':
        return `Would hold ${tenths(value)} if a third of the ties were yet to be found.`
      case 'answers':
        return `How well it holds is being worked out: ${percent(value)} of the actors asked answered.`
      case 'unread':
        return 'The source does not tell: one is as likely as the other.'
      case 'source':
        return sources[basis]
    }
  },
  disproof,
  step,
  outcome,
  stake: ({ stake: { actors, share, solidity, total }, cause }) =>
    `${count(actors, 'actor', 'actors')} × ${percent(share)} ${units[cause.kind] ?? 'of their partners'} × ${percent(solidity)} solidity = ${number(total, 1)}`,
  caution: ({ basis, actors, toSurvey }) =>
    basis === 'survey'
      ? null
      : `${accordingTo(basis)}: nobody was asked, and a tie that is not known may exist. A survey of ${count(toSurvey.length, 'actor', 'actors')} out of ${number(actors)} would tell who links, who depends and who keeps to themselves.`,
  others: (others) =>
    others === 0
      ? null
      : `${count(others, 'other matter, with less at stake, is', 'other matters, with less at stake, are')} among the findings.`,
  calendar: (territory) => `Agenda – ${territory}`,
  columns: {
    sheet: 'Agenda',
    item: 'Kind',
    acts: 'Who does what',
    changes: 'What it would change',
    sure: 'How sure is it?',
  },
  nothing: 'These data call for no decision: see the findings, and what could not be examined.',
}

const sources: Readonly<Record<Basis, string>> = {
  survey: 'This is what the data say: nothing is assumed.',
  documents: 'This is what the documents say, to be confirmed by those concerned.',
  informants: 'This is what the team knows, to be confirmed by those concerned.',
}

function accordingTo(basis: Basis): string {
  return basis === 'informants' ? 'From what the team knows' : 'From the documents'
}

/** What the share of the stake is a share of. */
const units: Partial<Record<AgendaItemWire['cause']['kind'], string>> = {
  go_between: 'of those they reach',
  islet: 'of those they could reach',
  isolated: 'of those they could reach',
  pilot: 'of the programme',
  without_pilot: 'of the programme',
  unread: 'of the programme',
  absent: 'of new partners',
  shared_piloting: 'of the programme',
  outward_projects: 'of the programme',
  silent: 'of their ties yet unknown',
  thin: 'of their ties yet unknown',
  most_between: 'of the shortest paths',
}

function headline(item: AgendaItemWire, names: Names, basis: Basis): string {
  const { cause, acts, change: changed, calling } = item
  switch (cause.kind) {
    case 'go_between': {
      const broker = names.actor(cause.broker)
      const hold = `${count(cause.cutOff.length, 'actor reaches', 'actors reach')} the others through ${broker} alone`
      if (calling === 'gap') return `${accordingTo(basis)}, ${hold}${toCheck(item, names)}.`
      const first = firstAct(acts, 'introduce')
      if (!first || changed?.kind !== 'freed') return `Look for a second link: ${hold}.`
      const freed = `${count(changed.count, 'actor', 'actors')} would no longer depend on a single link`
      if (first.by !== cause.broker) return `Introduce ${pair(first.between, names)}: ${freed}, ${broker}.`
      return acts.length > 1
        ? `${broker} makes ${number(acts.length)} introductions: ${freed}.`
        : `${broker} introduces ${pair(first.between, names)}: ${freed}.`
    }
    case 'closed_group': {
      const group = theGroup(cause, names)
      if (calling === 'gap') return `${accordingTo(basis)}, ${group} sees little of the others${toCheck(item, names)}.`
      const does = introduction(acts, names)
      if (!does || changed?.kind !== 'ties')
        return `Open ${group}, which has only ${count(cause.leaving, 'tie', 'ties')} to the others.`
      return `${does}: ${group} would have ${count(changed.after, 'tie', 'ties')} to the others instead of ${number(changed.before)}.`
    }
    case 'closed_actor': {
      const does = introduction(acts, names)
      const who = names.actor(cause.actor)
      if (!does || changed?.kind !== 'ties')
        return `Make ${who} known outside its sphere: nearly all of its partners are of it.`
      return `${does}: ${who} would have ${count(changed.after, 'partner', 'partners')} outside its sphere instead of ${number(changed.before)}.`
    }
    case 'sphere_apart': {
      const spheres = sides(cause, names)
      const does = introduction(acts, names)
      if (!does) return `Bring ${spheres} together: they have hardly any ties.`
      return changed?.kind === 'reached'
        ? `${does}: ${spheres} would come closer, for ${count(changed.count, 'actor', 'actors')} still far from the other sphere.`
        : `${does}: ${spheres} seldom meet.`
    }
    case 'islet':
      return `${introduction(acts, names) ?? 'Reach out'}: ${count(cause.members.length, 'actor', 'actors')} tied among themselves alone would join the others.`
    case 'isolated': {
      const first = firstAct(acts, 'introduce')
      const others = cause.actors.length - 1
      if (!first) return `Reach out to ${count(cause.actors.length, 'actor', 'actors')} without any known tie.`
      return others === 0
        ? `Introduce ${pair(first.between, names)}: it would be its first known tie.`
        : `Introduce ${pair(first.between, names)}, and likewise ${count(others, 'other actor', 'other actors')} without any known tie.`
    }
    case 'fading': {
      const others = acts.length - 1
      const more = others > 0 ? ` and ${count(others, 'other', 'others')}` : ''
      const asleep = count(cause.partners.length, 'tie has', 'ties have')
      return `${names.actor(cause.actor)} gets back in touch with ${names.actor(cause.partners[0] ?? '')}${more}: ${asleep} long been silent.`
    }
    case 'outward_ties':
      return `${names.actor(cause.carrier)} brings others into its outside contacts: ${number(Math.round(cause.share * cause.ties))} of the ${count(cause.ties, 'tie', 'ties')} that leave depend on it.`
    case 'withdrawal':
      return 'Invite actors from outside to the next meetings: the territory looks outward less than it did.'
    case 'pilot': {
      const carried = new Set([...cause.piloted, ...cause.alone]).size
      const among =
        cause.unpiloted === 0
          ? `${count(carried, 'project', 'projects')} out of ${number(cause.of)}`
          : `${number(carried)} of the ${count(cause.of, 'project', 'projects')} whose pilot is known`
      const pilots = `${names.actor(cause.pilot)} pilots ${among}`
      const first = firstAct(acts, 'copilot')
      if (!first) return `${pilots}: look for who could pilot some of them.`
      const others = acts.length - 1
      const more = others > 0 ? ` and ${count(others, 'other', 'others')}` : ''
      return `${pilots}: with ${names.actor(first.actor)}${more}, ${acts.length === 1 ? 'one would' : `${number(acts.length)} would`} have a second pilot.`
    }
    case 'without_pilot': {
      const [project] = cause.projects
      const others = cause.projects.length - 1
      const more = others > 0 ? ` (${count(others, 'other project', 'other projects')} likewise)` : ''
      const called = quoted(names.space(project ?? ''))
      const first = firstAct(acts, 'pilot')
      return first
        ? `Ask ${names.actor(first.actor)} to pilot ${called}, which has no pilot${more}.`
        : `Look for a pilot for ${called}, which nobody carries${more}.`
    }
    case 'absent':
      return absent(cause, acts, names)
    case 'single_sphere': {
      const few = `${count(cause.projects.length, 'project brings', 'projects bring')} together a single sphere, out of ${number(cause.of)}`
      const first = firstAct(acts, 'invite')
      if (!first) return `Invite other spheres: ${few}.`
      const who = first.by === null ? 'Invite' : `${names.actor(first.by)} invites`
      return `${who} ${names.actor(first.actor)} into ${quoted(names.space(first.project ?? ''))}: ${few}.`
    }
    case 'first_meetings': {
      const met = new Set(cause.pairs.flat()).size
      return `${introduction(acts, names) ?? 'Make introductions'} within ${quoted(names.space(cause.project))}: ${count(met, 'participant', 'participants')} would meet there for the first time.`
    }
    case 'silent': {
      const others = cause.actors.length - acts.length
      return `${visits(acts, names)}: the survey lacks their answers${others > 0 ? `, and those of ${count(others, 'other actor', 'other actors')}` : ''}.`
    }
    case 'thin': {
      const { untied, single } = cause
      const [none, some] =
        basis === 'documents'
          ? ['the documents name no tie', 'the documents name one tie alone']
          : ['the team knows no tie', 'the team knows one tie alone']
      const untold = untied.length > 0 ? `${none} of ${count(untied.length, 'actor', 'actors')}` : ''
      const one =
        single.length === 0
          ? ''
          : untied.length > 0
            ? `, and a single one of ${count(single.length, 'other', 'others')}`
            : `${some} of ${count(single.length, 'actor', 'actors')}`
      return `${visits(acts, names)}: ${untold}${one}.`
    }
    case 'most_between': {
      const [first = '', ...rest] = cause.actors.map(names.actor)
      const who = rest.length > 1 ? `${first} and ${count(rest.length, 'other', 'others')}` : list([first, ...rest])
      const [seem, whom] = rest.length === 0 ? ['seems', 'it'] : ['seem', 'them']
      return `${accordingTo(basis)}, ${who} ${seem} to stand between others most often: have ${whom} confirm it.`
    }
    case 'unread': {
      const first = firstAct(acts, 'verify')
      const others = cause.projects.length - 1
      const more = others > 0 ? ` and ${count(others, 'other project', 'other projects')}` : ''
      const whom = first?.with ? ` with ${names.actor(first.with)}` : ''
      return `Verify${whom} who carries ${quoted(names.space(cause.projects[0] ?? ''))}${more}: the source is not sure.`
    }
    case 'shared_piloting':
      return `A strength: ${number(cause.several)} projects out of ${number(cause.of)} have several pilots, and no actor pilots more than ${number(cause.most)}.`
    case 'outward_projects':
      return `${count(cause.projects.length, 'project', 'projects')} out of ${number(cause.of)} ${cause.projects.length === 1 ? 'has' : 'have'} a participant from outside the territory: doors already open.`
  }
}

/** Where names wait: how many, and that is all. */
function unnamed({ cause }: AgendaItemWire): string {
  switch (cause.kind) {
    case 'go_between':
      return `One actor alone joins ${count(cause.cutOff.length, 'actor', 'actors')} to the others; its name waits to be sure.`
    case 'closed_group':
      return `A group of ${count(cause.members.length, 'member', 'members')} sees little of the others; its name waits to be sure.`
    case 'closed_actor':
      return 'An actor sees little outside its sphere; its name waits to be sure.'
    case 'fading':
      return `An actor has let ${count(cause.partners.length, 'tie', 'ties')} sleep; its name waits to be sure.`
    case 'outward_ties':
      return `One actor alone carries ${percent(cause.share)} of the ties that leave the territory; its name waits to be sure.`
    default:
      return 'There is a finding; the names wait to be sure.'
  }
}

function absent(
  { spheres, categories, types, absent: who, of }: CauseOf<'absent'>,
  acts: readonly Act[],
  names: Names,
): string {
  const first = firstAct(acts, 'invite')
  const missing = [...spheres.map((sphere) => quoted(names.sphere(sphere))), ...categories.map(categoryOf)]
  if (missing.length === 0) {
    const invited = acts.flatMap((one) => (one.do === 'invite' ? [names.actor(one.actor)] : []))
    const some = count(who.length, 'named actor', 'named actors')
    const none = `${some} of type ${quoted(names.actorType(types[0] ?? ''))} ${who.length === 1 ? 'is' : 'are'} in none of the ${number(of)} projects`
    return invited.length === 0 ? `Invite to the programme: ${none}.` : `Invite ${list(invited)}: ${none}.`
  }
  const few =
    missing.length === 1
      ? `${missing[0]} has nobody there`
      : missing.length <= 3
        ? `${list(missing)} have nobody there`
        : `${list([
            ...(spheres.length > 0 ? [count(spheres.length, 'sphere', 'spheres')] : []),
            ...(categories.length > 0 ? [count(categories.length, 'kind of actors', 'kinds of actors')] : []),
          ])} have nobody there`
  if (first && first.sphere !== null) {
    return `Invite ${names.actor(first.actor)} into the programme: the sphere ${quoted(names.sphere(first.sphere))} has nobody there.`
  }
  return first
    ? `Invite ${names.actor(first.actor)} into the programme: ${few}.`
    : `Find whom to invite into the programme: ${few}.`
}

function found({ cause, calling, acts }: AgendaItemWire, names: Names, basis: Basis): string | null {
  switch (cause.kind) {
    case 'go_between':
      return calling === 'gap'
        ? `This would be so of: ${list(cause.cutOff.map(names.actor))}.`
        : `Without ${names.actor(cause.broker)}, these would be cut off from the others: ${list(cause.cutOff.map(names.actor))}.`
    case 'closed_group':
    case 'closed_actor':
      return `${count(cause.leaving, 'tie', 'ties')} to the others; ${number(cause.expected, 0)} would be expected if the same ties went without preference.`
    case 'sphere_apart':
      return `${count(cause.between, 'tie', 'ties')} between ${sides(cause, names)}; ${number(cause.expected, 0)} would be expected if spheres did not matter.`
    case 'islet':
      return `${list(cause.members.map(names.actor))}.`
    case 'pilot':
      return cause.alone.length === 0
        ? null
        : `Without another pilot: ${list(cause.alone.map((id) => quoted(names.space(id))))}.`
    case 'without_pilot':
    case 'unread':
      return cause.projects.length === 1 ? null : `${list(cause.projects.map((id) => quoted(names.space(id))))}.`
    case 'single_sphere':
    case 'outward_projects':
      return `${list(cause.projects.map((id) => quoted(names.space(id))))}.`
    case 'absent': {
      const missing = [
        ...cause.spheres.map((sphere) => quoted(names.sphere(sphere))),
        ...cause.categories.map(categoryOf),
      ]
      const where = missing.length > 0 ? `Absent from the ${number(cause.of)} projects: ${list(missing)}.` : ''
      const who =
        cause.absent.length > 0 ? `Known actors that are not in them: ${list(cause.absent.map(names.actor))}.` : ''
      return [where, who].filter((part) => part !== '').join(' ')
    }
    case 'thin': {
      const called = (spheres: readonly string[]) => list(spheres.map((sphere) => quoted(names.sphere(sphere))))
      const visited = new Set(acts.flatMap((one) => (one.do === 'visit' ? [one.actor] : [])))
      const next = [...cause.untied, ...cause.single].filter((id) => !visited.has(id))
      const parts = [
        cause.spheres.length > 0 ? `No tie is known in these spheres: ${called(cause.spheres)}.` : '',
        cause.unpeopled.length > 0 ? `No actor is known in these spheres: ${called(cause.unpeopled)}.` : '',
        cause.communes.length > 0 ? `No tie is known in these communes: ${list(cause.communes)}.` : '',
        basis === 'informants' && cause.undated > 0
          ? `When they last met is not known for ${count(cause.undated, 'tie', 'ties')} out of ${number(cause.ties)}.`
          : '',
        basis === 'informants' && cause.oneSource.length > 0
          ? `Known from a single source: ${firstOf(cause.oneSource, names)}.`
          : '',
        next.length > 0 ? `To be seen next, in this order: ${firstOf(next, names)}.` : '',
      ]
      const said = parts.filter((part) => part !== '').join(' ')
      return said === '' ? null : said
    }
    case 'most_between': {
      const shares = cause.actors.map((id, i) => {
        const paths = number(Math.round(100 * (cause.shares[i] ?? 0)))
        return `${paths}${i === 0 ? ' lead' : ''} through ${names.actor(id)}`
      })
      return `Of 100 shortest paths between two other actors, ${list(shares)}.`
    }
    case 'shared_piloting':
      return `${count(cause.pilots, 'organisation pilots', 'organisations pilot')} the ${number(cause.of)} projects${basis === 'documents' ? ', according to the documents' : ''}.`
    default:
      return null
  }
}

function act(one: Act, names: Names): string {
  switch (one.do) {
    case 'introduce': {
      const who = one.by === null ? 'Introduce' : `${names.actor(one.by)} introduces`
      return `${who} ${pair(one.between, names)}${reason(one.because)}.`
    }
    case 'pilot':
      return `Ask ${names.actor(one.actor)} to pilot ${quoted(names.space(one.project))}${reason(one.because)}.`
    case 'copilot':
      return `Ask ${names.actor(one.actor)} to co-pilot ${quoted(names.space(one.project))}${reason(one.because)}.`
    case 'invite': {
      const who = one.by === null ? 'Invite' : `${names.actor(one.by)} invites`
      const where = one.project === null ? 'into the programme' : `into ${quoted(names.space(one.project))}`
      return `${who} ${names.actor(one.actor)} ${where}${reason(one.because)}.`
    }
    case 'find':
      return one.sphere === null
        ? `Look for an actor of the kind ${categoryOf(one.category ?? '')}: no known actor of the territory is one.`
        : `Look for an actor of the sphere ${quoted(names.sphere(one.sphere))}: no known actor of the territory is put in it.`
    case 'reactivate':
      return `${names.actor(one.actor)} gets back in touch with ${names.actor(one.partner)}${reason(one.because)}.`
    case 'visit':
      return `Go and see ${names.actor(one.actor)}${one.by === null ? '' : `, through ${names.actor(one.by)}`}${reason(one.because)}.`
    case 'verify':
      return `Verify${one.with === null ? '' : ` with ${names.actor(one.with)}`} who carries ${quoted(names.space(one.project))}.`
  }
}

function reason(because: Extract<Act, { readonly do: 'introduce' }>['because']): string {
  return because === null ? '' : ` (${reasons[because]})`
}

const reasons: Readonly<Record<NonNullable<Extract<Act, { readonly do: 'introduce' }>['because']>, string>> = {
  common_partner: 'a partner of both',
  same_commune: 'same commune',
  same_sphere: 'same sphere',
  same_project: 'already in this project',
  same_axis: 'already in a project of the same axis',
  partner_in_project: 'partner of a participant',
  most_ties: 'among the best linked',
  last_contact: 'the oldest contact',
  least_told: 'among the least known',
}

function change(changed: Change): string {
  switch (changed.kind) {
    case 'freed':
      return `${count(changed.count, 'actor', 'actors')} out of ${number(changed.of)} would have a second way to the others.`
    case 'ties':
      return `Ties to the others would go from ${number(changed.before)} to ${number(changed.after)}${changed.expected === null ? '' : `, where ${number(changed.expected, 0)} are expected`}.`
    case 'reached':
      return `${count(changed.count, 'actor', 'actors')} would share a contact with the other sphere.`
    case 'piloted':
      return `${count(changed.count, 'project', 'projects')} out of ${number(changed.of)} would have one more pilot.`
    case 'joined':
      return `${count(changed.count, 'actor', 'actors')} would join the others.`
    case 'invited':
      return `${count(changed.count, 'more actor', 'more actors')} would be in the programme.`
    case 'revived':
      return `${count(changed.count, 'silent tie', 'silent ties')} out of ${number(changed.of)} would serve again.`
    case 'met':
      return `${count(changed.count, 'pair', 'pairs')} of actors out of ${number(changed.of)} would be introduced.`
    case 'mixed':
      return `${count(changed.count, 'project', 'projects')} out of ${number(changed.of)} would bring in one more sphere.`
    case 'verified':
      return changed.count === changed.of
        ? `One would know who carries ${changed.of === 1 ? 'this project' : `these ${number(changed.of)} projects`}.`
        : `One would know who carries ${count(changed.count, 'project', 'projects')} out of ${number(changed.of)}.`
    case 'known':
      return `It would be known of ${count(changed.pairs, 'pair of actors', 'pairs of actors')} whether they are tied.`
  }
}

function step({ kind, actor, other, space }: StepAsked, names: Names): string {
  const project = space === undefined ? '' : `“${names.space(space)}”`
  switch (kind) {
    case 'introduce':
      return other === undefined
        ? `Make ${names.actor(actor)} known`
        : `Introduce ${names.actor(actor)} to ${names.actor(other)}`
    case 'double':
      return `Find a second way round ${names.actor(actor)}`
    case 'pilot':
      return `Ask ${names.actor(actor)} to pilot ${project}`
    case 'invite':
      return `Invite ${names.actor(actor)}${project === '' ? '' : ` into ${project}`}`
    case 'reactivate':
      return `Have ${names.actor(actor)} get back in touch with ${names.actor(other ?? '')}`
    case 'visit':
      return `Go and see ${names.actor(actor)}`
    case 'verify':
      return `Ask ${names.actor(actor)} who leads ${project}`
  }
}

function outcome(asked: StepAsked, told: 'yes' | 'no' | 'unknown', names: Names): string {
  if (told === 'unknown') return `${step(asked, names)}: this wave does not tell.`
  const came = told === 'yes'
  const { kind, actor, other, space } = asked
  const who = names.actor(actor)
  const project = space === undefined ? 'the programme' : `“${names.space(space)}”`
  switch (kind) {
    case 'introduce': {
      const both = `${who} and ${names.actor(other ?? '')}`
      return came
        ? `The suggested tie is there, between ${both}.`
        : `The suggested tie is still to be made, between ${both}.`
    }
    case 'double':
      return came ? `There is a second way round: ${who} is no longer the only one.` : `${who} is still the only way.`
    case 'pilot':
      return came ? `${who} now pilots ${project}.` : `${who} does not pilot ${project} yet.`
    case 'invite':
      return came ? `The guest came: ${who}.` : `${who} is not in ${project} yet.`
    case 'reactivate':
      return came
        ? `${who} and ${names.actor(other ?? '')} are in touch again.`
        : `${who} and ${names.actor(other ?? '')} are not in touch again yet.`
    case 'visit':
      return came ? `${who} has been heard.` : `${who} is still to be heard.`
    case 'verify':
      return came ? `Who leads ${project} is known now.` : `Who leads ${project} is not known yet.`
  }
}

function disproof({ cause, named, witness }: AgendaItemWire, names: Names): string | null {
  if (!named) return null
  const ask = witness === null ? '' : `; ask ${names.actor(witness)}`
  switch (cause.kind) {
    case 'go_between':
      return `A tie between one of these actors and somebody else${ask}.`
    case 'closed_group':
      return `Ties to the others that nobody spoke of${ask}.`
    case 'closed_actor':
    case 'sphere_apart':
      return `Ties from one sphere to the other that nobody spoke of${ask}.`
    case 'islet':
    case 'isolated':
      return `A tie that nobody spoke of${ask}.`
    case 'fading':
      return `A recent contact that was not noted${ask}.`
    case 'outward_ties':
      return 'Other ties to the outside, carried by others.'
    case 'without_pilot':
      return `A pilot that the source does not name${ask}.`
    case 'pilot':
      return `A second pilot that the source does not name${ask}.`
    case 'absent':
      return `A participant that the source does not name${ask}.`
    case 'single_sphere':
      return 'A participant of another sphere that the source does not name.'
    case 'first_meetings':
      return `These participants know each other already${ask}.`
    default:
      return null
  }
}

/** “The Office introduces A to B”, with how many more where there are; null of no introduction. */
function introduction(acts: readonly Act[], names: Names): string | null {
  const first = firstAct(acts, 'introduce')
  if (!first) return null
  const who = first.by === null ? 'Introduce' : `${names.actor(first.by)} introduces`
  return `${who} ${pair(first.between, names)}${acts.length > 1 ? ` (first of ${number(acts.length)} introductions)` : ''}`
}

/** As many names as a sentence bears. */
const mostNext = 7

function firstOf(actors: readonly string[], names: Names): string {
  const named = actors.slice(0, mostNext).map(names.actor)
  const more = actors.length - named.length
  return list([...named, ...(more > 0 ? [count(more, 'other', 'others')] : [])])
}

function pair([a, b]: readonly [string, string], names: Names): string {
  return `${names.actor(a)} to ${names.actor(b)}`
}

function visits(acts: readonly Act[], names: Names): string {
  const whom = acts.flatMap((one) => (one.do === 'visit' ? [names.actor(one.actor)] : []))
  return whom.length === 0 ? 'Go and see the least known actors' : `Go and see ${list(whom)}`
}

function toCheck({ witness }: AgendaItemWire, names: Names): string {
  return witness === null ? ': to be verified' : `: to be verified with ${names.actor(witness)}`
}

function sides({ sphere, others }: CauseOf<'sphere_apart'>, names: Names): string {
  const own = quoted(names.sphere(sphere))
  return others.length === 0
    ? `${own} and the other spheres`
    : list([own, ...others.map((other) => quoted(names.sphere(other)))])
}

function theGroup({ group }: CauseOf<'closed_group'>, names: Names): string {
  if (!group) return 'this group'
  if (group.kind === 'sphere') return `the sphere ${quoted(names.sphere(group.id))}`
  const name = quoted(group.kind === 'space' ? names.space(group.id) : names.group(group.id))
  return group.kind === 'commune' ? `the commune ${name}` : `the group ${name}`
}

const categories: ReadonlyMap<string, string> = new Map([
  ['collectivites', 'local authorities'],
  ['etat', 'State services'],
  ['entreprises', 'firms'],
  ['interface', 'interface bodies'],
  ['formation', 'training and research'],
  ['emploi', 'employment and integration'],
])

function categoryOf(id: string): string {
  return quoted(categories.get(id) ?? id)
}

/** “8 times out of 10”: of a share that nobody takes for exact. */
function tenths(value: number): string {
  return value >= 0.95 ? 'almost always' : `${number(Math.round(value * 10))} times out of 10`
}

const quoted = (name: string) => `“${name}”`
