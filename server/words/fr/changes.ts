import type { Reason } from '../../waves/comparability.ts'
import type { FigureId } from '../../waves/figures.ts'
import type { FindingFate } from '../../waves/finding-fates.ts'
import type { PlaneMove } from '../../waves/plane.ts'
import type { PositionId } from '../../waves/positions.ts'
import type { Evidence, Statement } from '../../waves/summary.ts'
import type { TieReason } from '../../waves/ties.ts'
import { type ChangeNames, type ChangeWords, firstOf, movedProjects } from '../changes.ts'
import { french } from '../formats.ts'
import { doubtSaid, doubtShown } from './doubts.ts'
import { Le, le } from './names.ts'

const { number, count, percent, list } = french

const figures: Readonly<Record<FigureId, string>> = {
  density: 'la densité',
  meanDegree: 'le nombre moyen de partenaires',
  confirmed: 'la part des liens que les deux bouts citent',
  transitivity: 'la fermeture des triangles (transitivité)',
  ei: 'la part des liens entre sphères (indice E-I)',
  efficiency: 'la proximité de tous avec tous (efficacité globale)',
  centralization: 'la centralisation des liens',
  opening: 'l’ouverture hors du territoire',
}

/** After one actor and after several, up and down. */
const moves: Readonly<Record<PositionId, { readonly up: Verbs; readonly down: Verbs }>> = {
  degree: {
    up: ['a peut-être plus de partenaires', 'ont peut-être plus de partenaires'],
    down: ['en a peut-être moins', 'en ont peut-être moins'],
  },
  harmonic: {
    up: ['s’est peut-être rapproché des autres', 'se sont peut-être rapprochés des autres'],
    down: ['s’en est peut-être éloigné', 's’en sont peut-être éloignés'],
  },
  betweenness: {
    up: ['relie peut-être davantage les autres', 'relient peut-être davantage les autres'],
    down: ['les relie peut-être moins', 'les relient peut-être moins'],
  },
}
/** The same where nobody moved the other way, so that nothing stands in front of a pronoun. */
const downAlone: Readonly<Record<PositionId, Verbs>> = {
  degree: ['a peut-être moins de partenaires', 'ont peut-être moins de partenaires'],
  harmonic: ['s’est peut-être éloigné des autres', 'se sont peut-être éloignés des autres'],
  betweenness: ['relie peut-être moins les autres', 'relient peut-être moins les autres'],
}
type Verbs = readonly [one: string, many: string]

const classes: Readonly<Record<string, string>> = {
  embedded: 'les liens entre acteurs qui ont un partenaire commun',
  bare: 'les liens entre acteurs sans partenaire commun',
  'callois bonding': 'les liens de proximité (bonding, Callois)',
  'callois bridging': 'les liens hors du territoire (bridging, Callois)',
  'woolcock bonding': 'les liens entre semblables (bonding, Woolcock)',
  'woolcock bridging': 'les liens entre différents (bridging, Woolcock)',
}

const reasons: Readonly<Record<Reason, string>> = {
  basis: 'une des vagues n’est pas une enquête, et ce qu’elle ne nomme pas n’est pas forcément absent',
  nobody_answered: 'dans une des vagues, personne n’a répondu',
  other_kinds: 'les deux vagues ne citent aucune même nature de lien',
  response_rate: 'dans une vague au moins, trop peu ont répondu',
  often_named_silent: 'dans une vague au moins, l’un des cinq acteurs les plus cités n’a pas répondu',
  too_few_witnesses: 'moins de douze acteurs ont répondu les deux fois',
  too_small: 'trop peu d’acteurs',
  too_large: 'trop d’acteurs',
  no_ties: 'aucun lien',
  too_few_ties: 'trop peu de liens',
  same_relation: 'les deux vagues posent la même question',
  no_reporters: 'les données ne disent pas qui cite chaque lien',
  too_few_differences: 'trop peu de différences',
  no_spheres: 'les acteurs n’ont pas de sphère',
  no_outside_actors: 'aucun acteur extérieur',
  no_strengths: 'aucune force renseignée',
  no_regularities: 'aucune fréquence renseignée',
  no_programme: 'aucun projet',
  no_dates: 'aucune date',
  undefined_figure: 'pas de valeur dans une des vagues',
  told_otherwise:
    'les liens ont été cités plus ou moins volontiers d’une vague à l’autre, ce qui déplace ce chiffre d’on ne sait combien',
  too_few_territories: 'il faut au moins trois territoires dont deux enquêtes le disent',
  no_draws: 'aucun tirage',
}

const tieReasons: Readonly<Record<TieReason, string>> = {
  basis: 'une vague n’est pas une enquête',
  joined: 'un bout est arrivé depuis',
  left: 'un bout est parti',
  off_roster: 'un bout n’était sur aucune liste',
  both_outside: 'les deux bouts sont extérieurs',
  not_heard: 'aucun bout n’a répondu, une fois au moins',
  contradicted: 'un bout est noté sans réponse, et cite pourtant des liens',
  told_once: 'l’autre vague ne cite aucun lien de cette nature',
  speaker_not_heard: 'qui le cite n’a répondu qu’une fois',
}

const barred = {
  ties: 'Aucun lien ne peut être dit gardé, fini ou nouveau',
  levels: 'Les chiffres d’ensemble ne peuvent pas être comparés',
  positions: 'La place de chaque acteur et les communautés ne peuvent pas être comparées',
} as const

const comparable = {
  ties: ['qui est là', 'ce que les deux vagues nomment'],
  levels: ['qui est là', 'les liens observés les deux fois'],
  positions: ['les liens', 'les chiffres d’ensemble'],
} as const

/** What two waves tell, in French. */
export const changes: ChangeWords = {
  sections: { changed: 'Ce qui a changé', holds: 'Ce qui tient', not_known: 'Ce qu’on ne sait pas' },
  reasons,
  tieReasons,
  figures,
  statement: statementOf,
  evidence: ({ evidence }, names) => evidenceOf(evidence, names),
  fates: { appeared: 'Apparus', vanished: 'Disparus', persisted: 'Maintenus', unknown: 'Sans réponse' },
  fateReasons: {
    thresholds: 'les seuils ne sont pas les mêmes',
    data: 'on n’a pas entendu les mêmes acteurs les deux fois',
    roster: 'des acteurs sont arrivés ou partis',
    threshold: 'tout près du seuil : les chiffres n’ont guère bougé',
    real: 'autour d’eux, des liens ont fini ou commencé',
    unexplained: 'sans raison visible',
  },
  plane: {
    heading: 'Cohésion et ouverture, mêmes acteurs',
    lead: (actors) =>
      `Les deux points sont ceux des mêmes ${number(actors)} acteurs du territoire, qui ont répondu les deux fois : les arrivées et les départs n’y jouent pas.`,
    moves: planeMoves,
  },
}

const undefinedValue = 'n. d.'

function planeMoves({ before, after, cohesion, opening, isReal }: PlaneMove): readonly [string, string] {
  const value = (share: number | null) => (share === null ? undefinedValue : number(share, 2))
  const how = (move: PlaneMove['cohesion'], real: boolean) => {
    if (move === null) return 'sans intervalle calculable'
    const [low, high] = [number(move.interval.low, 2), number(move.interval.high, 2)]
    return real ? `évolution réelle (à 95 %, de ${low} à ${high})` : `dans le bruit (à 95 %, de ${low} à ${high})`
  }
  const sentence = (axis: string, [then = null, now = null]: readonly (number | null)[], moved: string) =>
    then === null && now === null
      ? `${axis}\u00a0: ne se calcule dans aucune des deux vagues.`
      : `${axis} : ${value(then)} puis ${value(now)}, ${moved}.`
  return [
    sentence('Cohésion', [before.cohesion, after.cohesion], how(cohesion, isReal.cohesion)),
    sentence('Ouverture', [before.opening, after.opening], how(opening, isReal.opening)),
  ]
}

function statementOf({ section, certainty, evidence }: Statement, names: ChangeNames): string {
  const isSure = certainty !== 'possible'
  switch (evidence.kind) {
    case 'growth': {
      const many = evidence.change > 0 ? 'plus' : 'moins'
      return isSure
        ? `Il y a ${many} de liens qu’avant, entre les mêmes acteurs.`
        : `Il y a peut-être ${many} de liens qu’avant, entre les mêmes acteurs.`
    }
    case 'turnover':
      return isSure
        ? 'Des liens ont vraiment fini ou commencé : les oublis ne suffisent pas à l’expliquer.'
        : 'Des liens ont peut-être fini ou commencé, plus que les oublis ne l’expliquent.'
    case 'figure': {
      const moved = evidence.change.change > 0 ? 'augmenté' : 'baissé'
      return `${capital(figures[evidence.change.figure])} a ${isSure ? '' : 'peut-être '}${moved}.`
    }
    case 'spherePair': {
      const [a, b] = evidence.change.spheres.map((id) => quoted(names.sphere(id)))
      const where = a === b ? `Dans la sphère ${a}` : `Entre les sphères ${a} et ${b}`
      const isMore = evidence.change.new > evidence.change.ended
      const moved = isMore ? 'plus de liens ont commencé que fini' : 'plus de liens ont fini que commencé'
      return `${where}, ${moved}${isSure ? '' : ', ce qui reste à confirmer'}.`
    }
    case 'actors': {
      const up = evidence.up.length > 0 ? [moved(evidence.up, moves[evidence.position].up, names, Le)] : []
      const words = up.length > 0 ? moves[evidence.position].down : downAlone[evidence.position]
      const down = evidence.down.length > 0 ? [moved(evidence.down, words, names, up.length > 0 ? le : Le)] : []
      return `${[...up, ...down].join(' ; ')}.`
    }
    case 'communities':
      if (section === 'holds') return 'Les communautés sont les mêmes, à ce que le hasard déplace près.'
      return section === 'not_known'
        ? 'Les communautés ont-elles changé ? Le hasard seul les déplace trop pour le dire.'
        : 'Les communautés se sont peut-être recomposées.'
    case 'roster': {
      const { joiners, leavers } = evidence
      const came = count(joiners.length, 'acteur est arrivé', 'acteurs sont arrivés')
      const left =
        joiners.length > 0
          ? count(leavers.length, 'est parti', 'sont partis')
          : count(leavers.length, 'acteur est parti', 'acteurs sont partis')
      return `${[...(joiners.length > 0 ? [came] : []), ...(leavers.length > 0 ? [left] : [])].join(' et ')}.`
    }
    case 'composition': {
      const { figure, change } = evidence.parts
      return `${capital(figures[figure])} ${change > 0 ? 'augmente' : 'baisse'} parce que d’autres acteurs sont là ou ont répondu : les liens, eux, ne vont pas dans ce sens.`
    }
    case 'findings': {
      const [came, gone] = [evidence.appeared.length, evidence.vanished.length]
      const appeared =
        came === 0 ? 'aucun constat n’est apparu' : count(came, 'constat est apparu', 'constats sont apparus')
      const vanished = gone === 0 ? 'aucun n’a disparu' : count(gone, 'a disparu', 'ont disparu')
      return `Là où des liens ont fini ou commencé, ${appeared} et ${vanished}, peut-être pour cela.`
    }
    case 'findingsPersist':
      return `${count(evidence.persisted.length, 'constat tient', 'constats tiennent')} d’une vague à l’autre.`
    case 'findingsUnknown':
      return `De ${count(evidence.unknown.length, 'constat', 'constats')}, l’autre vague ne permet pas de juger.`
    case 'programme':
      return programme(evidence.change)
    case 'introductions': {
      const { happened, open } = evidence.outcome
      if (happened === 0) {
        return open === 1
          ? 'La mise en relation suggérée ne s’est pas faite.'
          : `Aucune des ${number(open)} mises en relation suggérées ne s’est faite.`
      }
      return `${count(happened, 'mise en relation suggérée s’est faite', 'mises en relation suggérées se sont faites')} sur ${number(open)}.`
    }
    case 'survivalGap': {
      const [longer, shorter] = inOrder(evidence.gap)
      return `${capital(className(longer))} durent peut-être plus que ${className(shorter)}.`
    }
    case 'unchanged':
      return 'Rien de ce qui a été testé n’a changé plus que le hasard ne le ferait.'
    case 'core':
      if (evidence.kept === 0) {
        return evidence.ofBefore === 1
          ? 'Le seul lien d’avant n’est plus cité.'
          : `Aucun des ${number(evidence.ofBefore)} liens d’avant n’est encore cité.`
      }
      if (evidence.kept === evidence.ofBefore) {
        return evidence.kept === 1
          ? 'Le seul lien d’avant tient.'
          : `Les ${number(evidence.kept)} liens d’avant tiennent tous.`
      }
      return `${count(evidence.kept, 'lien tient', 'liens tiennent')} sur les ${number(evidence.ofBefore)} d’avant.`
    case 'notComparable':
      return evidence.of === 1
        ? 'Le seul lien cité ne peut pas être comparé.'
        : evidence.ties === evidence.of
          ? `Aucun des ${number(evidence.of)} liens cités ne peut être comparé.`
          : `${count(evidence.ties, 'lien ne peut', 'liens ne peuvent')} pas être ${evidence.ties < 2 ? 'comparé' : 'comparés'}, sur ${number(evidence.of)} cités.`
    case 'otherWitness':
      return evidence.of === 1
        ? 'Le seul lien fini ou nouveau n’a pas été raconté par le même bout.'
        : `Des ${number(evidence.of)} liens finis ou nouveaux, ${count(evidence.ties, 'n’a pas été raconté', 'n’ont pas été racontés')} par le même bout.`
    case 'toldOtherwise':
      return 'On n’a pas répondu de la même façon les deux fois : les chiffres diffèrent aussi pour cette raison.'
    case 'bothName':
      return `${count(evidence.ties, 'lien est nommé', 'liens sont nommés')} par les deux vagues.`
    case 'doubt':
      return doubtSaid(evidence.doubt, names)
    case 'barrier':
      return `${barred[evidence.matter]} : ${reasons[evidence.reason]}.`
  }
}

function evidenceOf(evidence: Evidence, names: ChangeNames): string {
  switch (evidence.kind) {
    case 'growth': {
      const { change, interval, recall, claim } = evidence
      const without = recall
        ? ` ; oublis déduits, ${signedPercent(recall.growth)} de liens (${range(recall.growthInterval, signedPercent)})`
        : ''
      return `Densité ${signed(change, 4)} (${range(interval, (value) => signed(value, 4))})${without} ; ${adjusted(claim.adjusted)}.`
    }
    case 'turnover': {
      const { told, claim } = evidence
      const shares = [
        ...(told.endedShare
          ? [`${percent(told.endedShare.value)} des liens ont fini (${range(told.endedShare.interval, percent)})`]
          : []),
        ...(told.newShare
          ? [`${percent(told.newShare.value)} sont nouveaux (${range(told.newShare.interval, percent)})`]
          : []),
      ]
      const seen = `${count(told.ended + told.new, 'lien cité', 'liens cités')} par les deux bouts une fois et par aucun l’autre fois, contre ${number(told.crossed)} par un seul bout puis par l’autre : des oublis seuls donneraient autant des uns que des autres`
      return `${[seen, ...(shares.length > 0 ? [`oublis déduits, ${shares.join(' et ')}`] : []), adjusted(claim.adjusted)].join(' ; ')}.`
    }
    case 'figure': {
      const { before, after, change, interval } = evidence.change
      return `De ${number(before, 3)} à ${number(after, 3)}, soit ${signed(change, 3)} (${range(interval, (value) => signed(value, 3))}) ; ${adjusted(evidence.claim.adjusted)}.`
    }
    case 'spherePair': {
      const { before, after, ended, new: begun, q } = evidence.change
      return `De ${number(before)} à ${count(after, 'lien', 'liens')} : ${number(begun)} ${begun < 2 ? 'nouveau' : 'nouveaux'}, ${number(ended)} ${ended < 2 ? 'fini' : 'finis'} ; q\u00a0${equal(q)}.`
    }
    case 'actors': {
      const moved = evidence.up.length + evidence.down.length
      return `${count(moved, 'acteur a bougé', 'acteurs ont bougé')} plus que ne le ferait aucun acteur d’un réseau inchangé, 19 fois sur 20.`
    }
    case 'communities': {
      const { split, merged, born, died, adjustedRand, noise } = evidence
      const events = [
        ...(split > 0 ? [count(split, 'communauté scindée', 'communautés scindées')] : []),
        ...(merged > 0 ? [count(merged, 'communauté faite de plusieurs', 'communautés faites de plusieurs')] : []),
        ...(born > 0 ? [count(born, 'communauté nouvelle', 'communautés nouvelles')] : []),
        ...(died > 0 ? [count(died, 'communauté disparue', 'communautés disparues')] : []),
      ]
      const alike = `ressemblance de ${number(adjustedRand ?? Number.NaN)} (Rand ajusté), ${number(noise)} au moins 19 fois sur 20 si rien n’avait changé`
      return `${capital([...events, alike].join(', '))}.`
    }
    case 'roster': {
      const { joiners, leavers } = evidence
      const came =
        joiners.length > 0 ? [`${joiners.length < 2 ? 'Arrivé' : 'Arrivés'} : ${named(joiners, names.actor)}`] : []
      const gone = `${leavers.length < 2 ? 'parti' : 'partis'} : ${named(leavers, names.actor)}`
      const left = leavers.length > 0 ? [came.length > 0 ? gone : capital(gone)] : []
      return `${[...came, ...left].join(' ; ')}.`
    }
    case 'composition': {
      const { before, after, leavers, answers, ties, joiners } = evidence.parts
      const part = (value: number) => signed(value, 3)
      return `De ${number(before, 3)} à ${number(after, 3)} : ${part(leavers)} par les départs, ${part(joiners)} par les arrivées, ${part(answers)} par les réponses, ${part(ties)} par les liens.`
    }
    case 'findings': {
      return `Parmi les acteurs concernés, ${around([...evidence.appeared, ...evidence.vanished])}. Ceux qui tiennent à un seuil, aux réponses, aux arrivées ou aux départs ne sont pas comptés ici.`
    }
    case 'findingsPersist':
      return `Parmi les acteurs concernés, ${around(evidence.persisted)}.`
    case 'findingsUnknown': {
      const unheard = new Set(evidence.unknown.flatMap((fate) => fate.unheard))
      return unheard.size === 0
        ? 'La règle n’a pas pu s’appliquer dans l’autre vague.'
        : `${count(unheard.size, 'acteur concerné n’a répondu', 'acteurs concernés n’ont répondu')} qu’une fois.`
    }
    case 'programme': {
      const { begun, ended } = movedProjects(evidence.change)
      const parts = [
        ...(begun.length > 0 ? [`commencés : ${named(begun, names.space, quoted)}`] : []),
        ...(ended.length > 0 ? [`terminés : ${named(ended, names.space, quoted)}`] : []),
        `${count(evidence.change.met.length, 'groupe ou rencontre réunit', 'groupes ou rencontres réunissent')} au moins deux acteurs`,
      ]
      return `${capital(parts.join(' ; '))}.`
    }
    case 'introductions': {
      const { share, expectedShare, difference, interval, others, p } = evidence.outcome
      return `${percent(share)}, pour ${percent(expectedShare)} parmi ${count(others, 'paire comparable', 'paires comparables')} que personne n’a suggérées : écart de ${points(difference)} (${pointRange(interval)}) ; p\u00a0${equal(p)}.`
    }
    case 'survivalGap': {
      const { value, interval } = evidence.gap.gap
      const turned = value < 0 ? { low: -interval.high, high: -interval.low } : interval
      return `Survie supérieure de ${points(Math.abs(value))} (${pointRange(turned)}), parmi d’autres écarts examinés.`
    }
    case 'unchanged': {
      const [first] = evidence.claims
      const least = first ? ` ; le plus net, p\u00a0${equal(first.adjusted)}` : ''
      return `${count(evidence.claims.length, 'test', 'tests')} pris ensemble (Holm)${least}.`
    }
    case 'core': {
      const kept = percent(evidence.kept / evidence.ofBefore)
      const both =
        evidence.confirmedBoth === null
          ? ''
          : ` ; ${evidence.confirmedBoth === 0 ? 'aucun n’est cité' : count(evidence.confirmedBoth, 'est cité', 'sont cités')} par les deux bouts les deux fois`
      return `${kept} des liens observés les deux fois${both}.`
    }
    case 'notComparable':
      return `${capital(evidence.why.map(({ reason, ties }) => `${tieReasons[reason]} (${number(ties)})`).join(', '))}.`
    case 'otherWitness':
      return 'Le bout qui citait le lien n’a pas répondu l’autre fois : seul l’autre bout a été entendu.'
    case 'toldOtherwise': {
      const { before, after, p } = evidence.recall
      return `Un bout citait son lien ${percent(before)} du temps, puis ${percent(after)} ; p\u00a0${equal(p)}.`
    }
    case 'bothName':
      return `Sur ${number(evidence.of)} que l’une ou l’autre nomme ; les autres n’ont pas forcément fini ni commencé.`
    case 'doubt':
      return doubtShown(evidence.doubt, names)
    case 'barrier':
      return `Restent comparables : ${list([...comparable[evidence.matter], ...(evidence.hasProgramme ? ['le programme'] : [])])}.`
  }
}

function programme({ begun, ended, pilotsChanged }: Extract<Evidence, { kind: 'programme' }>['change']): string {
  if (begun + ended + pilotsChanged === 0)
    return 'Aucun projet n’a commencé, ne s’est terminé ni n’a changé de pilotes.'
  const parts = [
    ...(begun > 0 ? [count(begun, 'projet a commencé', 'projets ont commencé')] : []),
    ...(ended > 0 ? [count(ended, 'projet s’est terminé', 'projets se sont terminés')] : []),
    ...(pilotsChanged > 0 ? [count(pilotsChanged, 'projet a changé de pilotes', 'projets ont changé de pilotes')] : []),
  ]
  return `${list(parts)}.`
}

function around(fates: readonly FindingFate[]): string {
  const sum = (of: 'ended' | 'begun') => fates.reduce((total, fate) => total + fate[of], 0)
  const [begun, ended] = [sum('begun'), sum('ended')]
  if (begun + ended === 0) return 'aucun lien n’a fini ni commencé'
  const came = begun === 0 ? 'aucun lien n’a commencé' : count(begun, 'lien a commencé', 'liens ont commencé')
  return `${came} et ${ended === 0 ? 'aucun n’a fini' : count(ended, 'a fini', 'ont fini')}`
}

function inOrder({ longer, shorter, gap }: Extract<Evidence, { kind: 'survivalGap' }>['gap']) {
  return gap.value < 0 ? ([shorter, longer] as const) : ([longer, shorter] as const)
}

const className = (name: readonly string[]) => classes[name.join(' ')] ?? name.join(' ')

/** « La CCI, Airbus et 3 autres ont plus de partenaires »: the verb agrees. */
function moved(ids: readonly string[], [one, many]: Verbs, names: ChangeNames, begun: (name: string) => string) {
  const { shown, left } = firstOf(ids)
  const [first = '', ...others] = shown.map(names.actor)
  const all = [begun(first), ...others.map(le), ...(left > 0 ? [`${number(left)} autres`] : [])]
  return `${list(all)} ${ids.length === 1 ? one : many}`
}

function named(ids: readonly string[], nameOf: (id: string) => string, as: (name: string) => string = (name) => name) {
  const { shown, left } = firstOf(ids)
  const names = shown.map((id) => as(nameOf(id)))
  return list(left > 0 ? [...names, `${number(left)} autres`] : names)
}

type Bounds = { readonly low: number; readonly high: number }
const range = ({ low, high }: Bounds, as: (value: number) => string) => `à 95 %, de ${as(low)} à ${as(high)}`
const signed = (value: number, digits: number) => `${value > 0 ? '+' : ''}${number(value, digits)}`
const signedPercent = (share: number) => `${share > 0 ? '+' : ''}${percent(share)}`
const points = (share: number) => count(Number((100 * share).toFixed(0)), 'point', 'points')
const pointRange = ({ low, high }: Bounds) => `à 95 %, de ${number(100 * low, 0)} à ${points(high)}`
const equal = (p: number) => (p < 0.001 ? '<\u00a00,001' : `=\u00a0${number(p, 3)}`)
const adjusted = (p: number) => `p\u00a0${equal(p)}, tous les tests pris ensemble`
const quoted = (name: string) => `«\u00a0${name}\u00a0»`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
