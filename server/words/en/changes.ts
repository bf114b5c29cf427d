import type { Reason } from '../../waves/comparability.ts'
import type { FigureId } from '../../waves/figures.ts'
import type { FindingFate } from '../../waves/finding-fates.ts'
import type { PlaneMove } from '../../waves/plane.ts'
import type { PositionId } from '../../waves/positions.ts'
import type { Evidence, Statement } from '../../waves/summary.ts'
import type { TieReason } from '../../waves/ties.ts'
import { type ChangeNames, type ChangeWords, firstOf, movedProjects } from '../changes.ts'
import { english } from '../formats.ts'
import { doubtSaid, doubtShown } from './doubts.ts'

const { number, count, percent, list } = english

const figures: Readonly<Record<FigureId, string>> = {
  density: 'density',
  meanDegree: 'the mean number of partners',
  confirmed: 'the share of ties that both ends tell',
  transitivity: 'the closure of triangles (transitivity)',
  ei: 'the share of ties between spheres (E-I index)',
  efficiency: 'how near all are to all (global efficiency)',
  centralization: 'the centralization of ties',
  opening: 'opening out of the territory',
}

/** After one actor and after several, up and down. */
const moves: Readonly<Record<PositionId, { readonly up: Verbs; readonly down: Verbs }>> = {
  degree: {
    up: ['may have more partners', 'may have more partners'],
    down: ['may have fewer partners', 'may have fewer partners'],
  },
  harmonic: {
    up: ['may have come nearer to the others', 'may have come nearer to the others'],
    down: ['may have gone further from the others', 'may have gone further from the others'],
  },
  betweenness: {
    up: ['may link the others more', 'may link the others more'],
    down: ['may link the others less', 'may link the others less'],
  },
}
type Verbs = readonly [one: string, many: string]

const classes: Readonly<Record<string, string>> = {
  embedded: 'ties between actors with a partner in common',
  bare: 'ties between actors without a partner in common',
  'callois bonding': 'ties close by (bonding, Callois)',
  'callois bridging': 'ties out of the territory (bridging, Callois)',
  'woolcock bonding': 'ties among alike (bonding, Woolcock)',
  'woolcock bridging': 'ties among unlike (bridging, Woolcock)',
}

const reasons: Readonly<Record<Reason, string>> = {
  basis: 'one of the waves is no survey, and what it does not name is not known to be absent',
  other_kinds: 'the waves tell of no kind of tie in common',
  nobody_answered: 'in one of the waves nobody answered',
  response_rate: 'in a wave at least, too few answered',
  often_named_silent: 'in a wave at least, one of the five actors most often named did not answer',
  too_few_witnesses: 'fewer than twelve actors answered both times',
  too_small: 'too few actors',
  too_large: 'too many actors',
  no_ties: 'no ties',
  too_few_ties: 'too few ties',
  same_relation: 'both waves ask the same question',
  no_reporters: 'the data do not say who tells of each tie',
  too_few_differences: 'too few differences',
  no_spheres: 'actors have no sphere',
  no_outside_actors: 'no actor outside',
  no_strengths: 'no strength is recorded',
  no_regularities: 'no regularity is recorded',
  no_programme: 'no project',
  no_dates: 'no date',
  undefined_figure: 'no value in one of the waves',
  told_otherwise:
    'ties were told more or less readily in one wave than in the other, which moves this figure by an unknown amount',
  too_few_territories: 'it takes at least three territories whose surveys say it',
  no_draws: 'no draws',
}

const tieReasons: Readonly<Record<TieReason, string>> = {
  basis: 'a wave is no survey',
  joined: 'an end has come since',
  left: 'an end has left',
  off_roster: 'an end was on no roster',
  both_outside: 'both ends are outside',
  not_heard: 'neither end answered, once at least',
  contradicted: 'an end is noted as not having answered, and yet tells of ties',
  told_once: 'the other wave tells of no tie of that kind',
  speaker_not_heard: 'who tells of it answered once only',
}

const barred = {
  ties: 'No tie can be said to be kept, ended or new',
  levels: 'Figures of the whole cannot be compared',
  positions: 'The places of actors and the communities cannot be compared',
} as const

const comparable = {
  ties: ['who is there', 'what both waves name'],
  levels: ['who is there', 'ties observed both times'],
  positions: ['ties', 'figures of the whole'],
} as const

/** What two waves tell, in English. */
export const changes: ChangeWords = {
  sections: { changed: 'What changed', holds: 'What holds', not_known: 'What is not known' },
  reasons,
  tieReasons,
  figures,
  statement: statementOf,
  evidence: ({ evidence }, names) => evidenceOf(evidence, names),
  fates: { appeared: 'Appeared', vanished: 'Vanished', persisted: 'Persisted', unknown: 'No answer' },
  fateReasons: {
    thresholds: 'thresholds are not the same',
    data: 'not the same actors were heard',
    roster: 'actors joined or left',
    threshold: 'close to the threshold: figures hardly moved',
    real: 'ties around them ended or began',
    unexplained: 'for no visible reason',
  },
  plane: {
    heading: 'Cohesion and opening, same actors',
    lead: (actors) =>
      `Both points are those of the same ${number(actors)} actors of the territory, which answered both times: arrivals and departures do not matter.`,
    moves: planeMoves,
  },
}

const undefinedValue = 'n/a'

function planeMoves({ before, after, cohesion, opening, isReal }: PlaneMove): readonly [string, string] {
  const value = (share: number | null) => (share === null ? undefinedValue : number(share, 2))
  const how = (move: PlaneMove['cohesion'], real: boolean) => {
    if (move === null) return 'with no interval to be had'
    const [low, high] = [number(move.interval.low, 2), number(move.interval.high, 2)]
    return real ? `a real change (95%, ${low} to ${high})` : `within noise (95%, ${low} to ${high})`
  }
  const sentence = (axis: string, [then = null, now = null]: readonly (number | null)[], moved: string) =>
    then === null && now === null
      ? `${axis}: has no value in either wave.`
      : `${axis}: ${value(then)}, then ${value(now)}, ${moved}.`
  return [
    sentence('Cohesion', [before.cohesion, after.cohesion], how(cohesion, isReal.cohesion)),
    sentence('Opening', [before.opening, after.opening], how(opening, isReal.opening)),
  ]
}

function statementOf({ section, certainty, evidence }: Statement, names: ChangeNames): string {
  const isSure = certainty !== 'possible'
  switch (evidence.kind) {
    case 'growth': {
      const many = evidence.change > 0 ? 'more' : 'fewer'
      return isSure
        ? `There are ${many} ties than before, among the same actors.`
        : `There may be ${many} ties than before, among the same actors.`
    }
    case 'turnover':
      return isSure
        ? 'Ties truly ended or began: forgetting alone does not explain it.'
        : 'Ties may have ended or begun, more than forgetting explains.'
    case 'figure': {
      const isUp = evidence.change.change > 0
      const moved = isSure ? (isUp ? 'rose' : 'fell') : `may have ${isUp ? 'risen' : 'fallen'}`
      return `${capital(figures[evidence.change.figure])} ${moved}.`
    }
    case 'spherePair': {
      const [a, b] = evidence.change.spheres.map((id) => quoted(names.sphere(id)))
      const where = a === b ? `Within sphere ${a}` : `Between spheres ${a} and ${b}`
      const isMore = evidence.change.new > evidence.change.ended
      const moved = isMore ? 'more ties began than ended' : 'more ties ended than began'
      return `${where}, ${moved}${isSure ? '' : ', which remains to be confirmed'}.`
    }
    case 'actors': {
      const { up, down } = moves[evidence.position]
      const parts = [
        ...(evidence.up.length > 0 ? [moved(evidence.up, up, names)] : []),
        ...(evidence.down.length > 0 ? [moved(evidence.down, down, names)] : []),
      ]
      return `${parts.join('; ')}.`
    }
    case 'communities':
      if (section === 'holds') return 'Communities are the same, but for what chance moves.'
      return section === 'not_known'
        ? 'Did communities change? Chance alone moves them too much to tell.'
        : 'Communities may have formed anew.'
    case 'roster': {
      const { joiners, leavers } = evidence
      const parts = [
        ...(joiners.length > 0 ? [count(joiners.length, 'actor came', 'actors came')] : []),
        ...(leavers.length > 0
          ? [joiners.length > 0 ? `${number(leavers.length)} left` : count(leavers.length, 'actor left', 'actors left')]
          : []),
      ]
      return `${parts.join(' and ')}.`
    }
    case 'composition': {
      const { figure, change } = evidence.parts
      return `${capital(figures[figure])} ${change > 0 ? 'rises' : 'falls'} because other actors are there or answered: ties do not go that way.`
    }
    case 'findings': {
      const [came, gone] = [evidence.appeared.length, evidence.vanished.length]
      const appeared = came === 0 ? 'no finding appeared' : count(came, 'finding appeared', 'findings appeared')
      const vanished = gone === 0 ? 'none vanished' : `${number(gone)} vanished`
      return `Where ties ended or began, ${appeared} and ${vanished}, perhaps because of it.`
    }
    case 'findingsPersist':
      return `${count(evidence.persisted.length, 'finding holds', 'findings hold')} from one wave to the other.`
    case 'findingsUnknown':
      return `Of ${count(evidence.unknown.length, 'finding', 'findings')} the other wave cannot tell.`
    case 'programme':
      return programme(evidence.change)
    case 'introductions': {
      const { happened, open } = evidence.outcome
      if (happened === 0) {
        return open === 1
          ? 'The suggested introduction did not happen.'
          : `None of the ${number(open)} suggested introductions happened.`
      }
      return `${count(happened, 'suggested introduction', 'suggested introductions')} of ${number(open)} happened.`
    }
    case 'survivalGap': {
      const [longer, shorter] = inOrder(evidence.gap)
      return `${capital(className(longer))} may last better than ${className(shorter)}.`
    }
    case 'unchanged':
      return 'Nothing that was tested changed more than chance would make it.'
    case 'core':
      if (evidence.kept === 0) {
        return evidence.ofBefore === 1
          ? 'The only tie of before is told of no more.'
          : `None of the ${number(evidence.ofBefore)} ties of before is still told of.`
      }
      if (evidence.kept === evidence.ofBefore) {
        return evidence.kept === 1
          ? 'The only tie of before holds.'
          : `All ${number(evidence.kept)} ties of before hold.`
      }
      return `${number(evidence.kept)} of the ${count(evidence.ofBefore, 'tie', 'ties')} of before ${evidence.kept === 1 ? 'holds' : 'hold'}.`
    case 'notComparable':
      return evidence.of === 1
        ? 'The only tie told of cannot be compared.'
        : evidence.ties === evidence.of
          ? `None of the ${number(evidence.of)} ties told of can be compared.`
          : `${number(evidence.ties)} of ${number(evidence.of)} ties told of cannot be compared.`
    case 'otherWitness':
      return evidence.of === 1
        ? 'The only tie that ended or began was not told by the same end.'
        : `Of ${number(evidence.of)} ties that ended or began, ${count(evidence.ties, 'was', 'were')} not told by the same end.`
    case 'toldOtherwise':
      return 'The two waves were not answered alike: figures differ for that reason too.'
    case 'bothName':
      return `${count(evidence.ties, 'tie is', 'ties are')} named by both waves.`
    case 'doubt':
      return doubtSaid(evidence.doubt, names)
    case 'barrier':
      return `${barred[evidence.matter]}: ${reasons[evidence.reason]}.`
  }
}

function evidenceOf(evidence: Evidence, names: ChangeNames): string {
  switch (evidence.kind) {
    case 'growth': {
      const { change, interval, recall, claim } = evidence
      const without = recall
        ? `; forgetting taken off, ${signedPercent(recall.growth)} ties (${range(recall.growthInterval, signedPercent)})`
        : ''
      return `Density ${signed(change, 4)} (${range(interval, (value) => signed(value, 4))})${without}; ${adjusted(claim.adjusted)}.`
    }
    case 'turnover': {
      const { told, claim } = evidence
      const shares = [
        ...(told.endedShare
          ? [`${percent(told.endedShare.value)} of ties ended (${range(told.endedShare.interval, percent)})`]
          : []),
        ...(told.newShare
          ? [`${percent(told.newShare.value)} are new (${range(told.newShare.interval, percent)})`]
          : []),
      ]
      const seen = `${count(told.ended + told.new, 'tie', 'ties')} told by both ends once and by neither the other time, against ${number(told.crossed)} by one end alone then by the other: forgetting alone would make as many of both`
      return `${[seen, ...(shares.length > 0 ? [`forgetting taken off, ${shares.join(' and ')}`] : []), adjusted(claim.adjusted)].join('; ')}.`
    }
    case 'figure': {
      const { before, after, change, interval } = evidence.change
      return `From ${number(before, 3)} to ${number(after, 3)}, that is ${signed(change, 3)} (${range(interval, (value) => signed(value, 3))}); ${adjusted(evidence.claim.adjusted)}.`
    }
    case 'spherePair': {
      const { before, after, ended, new: begun, q } = evidence.change
      return `From ${number(before)} to ${count(after, 'tie', 'ties')}: ${number(begun)} new, ${number(ended)} ended; q\u00a0${equal(q)}.`
    }
    case 'actors': {
      const moved = evidence.up.length + evidence.down.length
      return `${count(moved, 'actor', 'actors')} moved more than any actor of an unchanged network would, 19 times in 20.`
    }
    case 'communities': {
      const { split, merged, born, died, adjustedRand, noise } = evidence
      const events = [
        ...(split > 0 ? [`${number(split)} split`] : []),
        ...(merged > 0 ? [`${number(merged)} made of several`] : []),
        ...(born > 0 ? [`${number(born)} new`] : []),
        ...(died > 0 ? [`${number(died)} gone`] : []),
      ]
      const alike = `alike by ${number(adjustedRand ?? Number.NaN)} (adjusted Rand), at least ${number(noise)} 19 times in 20 had nothing changed`
      return `${capital([...events, alike].join(', '))}.`
    }
    case 'roster': {
      const { joiners, leavers } = evidence
      const parts = [
        ...(joiners.length > 0 ? [`came: ${named(joiners, names.actor)}`] : []),
        ...(leavers.length > 0 ? [`left: ${named(leavers, names.actor)}`] : []),
      ]
      return `${capital(parts.join('; '))}.`
    }
    case 'composition': {
      const { before, after, leavers, answers, ties, joiners } = evidence.parts
      const part = (value: number) => signed(value, 3)
      return `From ${number(before, 3)} to ${number(after, 3)}: ${part(leavers)} by those who left, ${part(joiners)} by those who came, ${part(answers)} by the answers, ${part(ties)} by ties.`
    }
    case 'findings':
      return `Among the actors they are about, ${around([...evidence.appeared, ...evidence.vanished])}. Those due to a threshold, to who answered, came or left are not counted here.`
    case 'findingsPersist':
      return `Among the actors they are about, ${around(evidence.persisted)}.`
    case 'findingsUnknown': {
      const unheard = new Set(evidence.unknown.flatMap((fate) => fate.unheard))
      return unheard.size === 0
        ? 'The rule could not be applied in the other wave.'
        : `${count(unheard.size, 'actor they are about', 'actors they are about')} answered once only.`
    }
    case 'programme': {
      const { begun, ended } = movedProjects(evidence.change)
      const parts = [
        ...(begun.length > 0 ? [`begun: ${named(begun, names.space, quoted)}`] : []),
        ...(ended.length > 0 ? [`ended: ${named(ended, names.space, quoted)}`] : []),
        `${count(evidence.change.met.length, 'group or meeting brings', 'groups or meetings bring')} at least two actors together`,
      ]
      return `${capital(parts.join('; '))}.`
    }
    case 'introductions': {
      const { share, expectedShare, difference, interval, others, p } = evidence.outcome
      return `${percent(share)}, for ${percent(expectedShare)} among ${count(others, 'like pair', 'like pairs')} that nobody suggested: a gap of ${points(difference)} (${pointRange(interval)}); p\u00a0${equal(p)}.`
    }
    case 'survivalGap': {
      const { value, interval } = evidence.gap.gap
      const turned = value < 0 ? { low: -interval.high, high: -interval.low } : interval
      return `Survival greater by ${points(Math.abs(value))} (${pointRange(turned)}), among other gaps looked at.`
    }
    case 'unchanged': {
      const [first] = evidence.claims
      const least = first ? `; the clearest, p\u00a0${equal(first.adjusted)}` : ''
      return `${count(evidence.claims.length, 'test', 'tests')} taken together (Holm)${least}.`
    }
    case 'core': {
      const kept = percent(evidence.kept / evidence.ofBefore)
      const both =
        evidence.confirmedBoth === null
          ? ''
          : `; ${evidence.confirmedBoth === 0 ? 'none is' : count(evidence.confirmedBoth, 'is', 'are')} told by both ends both times`
      return `${kept} of the ties observed both times${both}.`
    }
    case 'notComparable':
      return `${capital(evidence.why.map(({ reason, ties }) => `${tieReasons[reason]} (${number(ties)})`).join(', '))}.`
    case 'otherWitness':
      return 'The end that told of the tie did not answer the other time: the other end alone was heard.'
    case 'toldOtherwise': {
      const { before, after, p } = evidence.recall
      return `An end told of its tie ${percent(before)} of the time, then ${percent(after)}; p\u00a0${equal(p)}.`
    }
    case 'bothName':
      return `Of ${number(evidence.of)} that either names; the others did not end or begin for that.`
    case 'doubt':
      return doubtShown(evidence.doubt, names)
    case 'barrier':
      return `Left to compare: ${list([...comparable[evidence.matter], ...(evidence.hasProgramme ? ['the programme'] : [])])}.`
  }
}

function programme({ begun, ended, pilotsChanged }: Extract<Evidence, { kind: 'programme' }>['change']): string {
  if (begun + ended + pilotsChanged === 0) return 'No project began, ended or changed its pilots.'
  const parts = [
    ...(begun > 0 ? [count(begun, 'project began', 'projects began')] : []),
    ...(ended > 0 ? [count(ended, 'project ended', 'projects ended')] : []),
    ...(pilotsChanged > 0 ? [count(pilotsChanged, 'project changed its pilots', 'projects changed their pilots')] : []),
  ]
  return `${list(parts)}.`
}

function around(fates: readonly FindingFate[]): string {
  const sum = (of: 'ended' | 'begun') => fates.reduce((total, fate) => total + fate[of], 0)
  const [begun, ended] = [sum('begun'), sum('ended')]
  if (begun + ended === 0) return 'no tie ended or began'
  const came = begun === 0 ? 'no tie began' : count(begun, 'tie began', 'ties began')
  return `${came} and ${ended === 0 ? 'none' : number(ended)} ended`
}

function inOrder({ longer, shorter, gap }: Extract<Evidence, { kind: 'survivalGap' }>['gap']) {
  return gap.value < 0 ? ([shorter, longer] as const) : ([longer, shorter] as const)
}

const className = (name: readonly string[]) => classes[name.join(' ')] ?? name.join(' ')

function moved(ids: readonly string[], [one, many]: Verbs, names: ChangeNames): string {
  return `${named(ids, names.actor)} ${ids.length === 1 ? one : many}`
}

function named(ids: readonly string[], nameOf: (id: string) => string, as: (name: string) => string = (name) => name) {
  const { shown, left } = firstOf(ids)
  const names = shown.map((id) => as(nameOf(id)))
  return list(left > 0 ? [...names, `${number(left)} others`] : names)
}

type Bounds = { readonly low: number; readonly high: number }
const range = ({ low, high }: Bounds, as: (value: number) => string) => `95%: ${as(low)} to ${as(high)}`
const signed = (value: number, digits: number) => `${value > 0 ? '+' : ''}${number(value, digits)}`
const signedPercent = (share: number) => `${share > 0 ? '+' : ''}${percent(share)}`
const points = (share: number) => count(Number((100 * share).toFixed(0)), 'point', 'points')
const pointRange = ({ low, high }: Bounds) => `95%: ${number(100 * low, 0)} to ${points(high)}`
const equal = (p: number) => (p < 0.001 ? '<\u00a00.001' : `=\u00a0${number(p, 3)}`)
const adjusted = (p: number) => `p\u00a0${equal(p)}, all tests taken together`
const quoted = (name: string) => `“${name}”`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
