import { english } from '../formats.ts'
import type { CandidateFacts, ObstacleFacts, QualityFacts, SeminarWords, UnseenFacts } from '../seminar.ts'

const { number, count, percent, list } = english

/** What prepares a seminar, in English. */
export const seminar: SeminarWords = {
  chairs: {
    'action_publique.epci': 'intermunicipal authorities',
    'action_publique.commune': 'communes',
    'action_publique.departement': 'Département',
    'action_publique.region': 'Région',
    'action_publique.etat': 'State services',
    'action_publique.autre': 'groupings of local authorities',
    'economie.entreprise': 'companies',
    'economie.agence_developpement': 'economic development agencies',
    'economie.chambre_consulaire': 'chambers of commerce and of trades',
    'economie.cluster': 'clusters and competitiveness hubs',
    'economie.association_entreprises': 'business associations and clubs',
    'economie.tiers_lieu': 'third places and fab labs',
    'formation_recherche.formation': 'schools and training bodies',
    'formation_recherche.enseignement_recherche': 'higher education and research',
    'emploi.emploi_insertion': 'employment and integration services',
    'energie_environnement.operateur_reseau': 'network operators',
    'transport_mobilite.port': 'port authorities',
    'transport_mobilite.transport': 'transport, logistics and mobility',
    'amenagement_logement.logement_amenagement': 'planning agencies and social landlords',
    'tourisme.tourisme': 'tourist offices',
    'culture.culture': 'theatres and places of culture',
    'societe_civile.ess': 'associations and cooperatives',
    'societe_civile.autre': 'inhabitants',
  },
  coverings: {
    covered: 'covered',
    thin: 'thinly covered',
    unanswering: 'held by those who never answered',
    absent: 'empty',
  },
  statuses: { invited: 'invited', coming: 'coming', came: 'came', excused: 'excused' },
  roles: { host: 'host', pilot: 'pilot', speaker: 'speaker', participant: 'participant' },
  objectives: {
    mix: 'mix spheres',
    link: 'link those far apart',
    deepen: 'deepen shared subjects',
    meet: 'let as many meet as can',
  },
  bases: {
    survey: 'from a survey',
    documents: 'from documents, where an absent tie proves nothing',
    informants: 'from what the team knows, where an absent tie proves nothing',
    none: 'no tie is known: types of actors alone speak',
  },
  chair: ({ name, sphere, critical, min, covering, seated, candidates }) => {
    const title = `${capital(name)} (${sphere}${critical ? ', essential' : ''})`
    const free = candidates === 0 ? 'no known actor' : count(candidates, 'actor', 'actors')
    if (covering === null) return `${title}: ${free}${min > 1 ? `, ${number(min)} wanted` : ''}.`
    const held = seated.length > 0 ? ` by ${list(seated)}` : ''
    switch (covering) {
      case 'covered':
        return `${title}: covered${held}.`
      case 'thin':
        return `${title}: thinly covered, ${number(seated.length)} of ${number(min)}${held}.`
      case 'unanswering':
        return `${title}: held only${held}, without an answer to the survey.`
      case 'absent':
        return candidates === 0 ? `${title}: empty, and no known actor can take it.` : `${title}: empty.`
    }
  },
  sphere: ({ name, covering, seated, covered, chairs }) =>
    `${capital(name)}: ${seminar.coverings[covering]}, ${count(seated, 'actor', 'actors')} on the list, ${count(covered, 'chair', 'chairs')} of ${number(chairs)} covered.`,
  candidate: (candidate) => [reasonsOf(candidate), invitersOf(candidate)].join(' '),
  reach: ({ actors, within1, within2 }) =>
    `The list reaches ${percent(within1)} of ${count(actors, 'actor', 'actors')} in one step, and ${percent(within2)} in two.`,
  groupReach: ({ name, actors, invited, within1, within2 }) =>
    `${capital(name)}: ${number(invited)} invited of ${count(actors, 'actor', 'actors')}, ${number(within1)} reached in one step, ${number(within2)} in two.`,
  elsewhere: (names, wave) =>
    names.length === 1
      ? `“${wave}” says nothing of ${list(names)}: none of its ties is known. It may have left the territory, have come since, or not have been asked.`
      : `“${wave}” says nothing of ${list(names)}: none of their ties is known. They may have left the territory, have come since, or not have been asked.`,
  unreachedCommunities: (unreached, communities) =>
    unreached === 0
      ? `The list has somebody within a step of each of the ${count(communities, 'community', 'communities')}.`
      : `${number(unreached)} of ${count(communities, 'community', 'communities')} ${unreached === 1 ? 'is' : 'are'} reached by nobody in one step.`,
  next: ({ chosen, gain, certainty }) => {
    if (chosen.length === 0) return 'Nobody would add anything: all who can be are within a step of the list.'
    const names = chosen.map(({ name, gain: own }) => `${name} (+${number(own)})`)
    const most = `${count(gain, 'more actor', 'more actors')} in one step with ${list(names)}.`
    if (certainty.proof === 'guarantee') {
      return `${most} Not all choices could be tried: this one is worth at least ${percent(certainty.share)} of the best.`
    }
    return certainty.optima > 1
      ? `${most} All choices were tried: none does better, and ${number(certainty.optima - 1)} ${certainty.optima === 2 ? 'other does' : 'others do'} as well.`
      : `${most} All choices were tried: no other does as well.`
  },
  unlisted: ({ nominators, critical, effectiveSpheres, bridging }) =>
    `${[
      `${count(nominators, 'actor names', 'actors name')} it`,
      ...(effectiveSpheres > 1.05 ? [`as if from ${number(effectiveSpheres, 1)} spheres`] : []),
      ...(bridging > 0 ? [`it brings ${count(bridging, 'pair', 'pairs')} of them closer`] : []),
      ...(critical ? ['it would take an essential chair still empty'] : []),
    ].join(', ')}.`,
  unseen: (unseen) => unseenIn(unseen),
  pair: ({ official, industrial, reach2, nonRedundancy, spheresReached, legitimacy, tied }) =>
    [
      `${official} and ${industrial}: `,
      [
        ...(reach2 === null ? [] : [`within two steps of ${percent(reach2)} of the other actors`]),
        `${percent(nonRedundancy)} of their partners are partners of one alone`,
        `${count(spheresReached, 'sphere', 'spheres')} touched`,
        ...(legitimacy === null
          ? []
          : [`the one trusted less is trusted more than ${percent(legitimacy)} of its sphere`]),
        tied ? 'tied already' : 'not tied yet',
      ].join('; '),
      '.',
    ].join(''),
  introduction: ({ between: [a, b], introducer }) =>
    `Introduce ${a} to ${b}${introducer === null ? ' (nobody knows both)' : `, through ${introducer}`}`,
  introductionReasons: ({ repairs, crosses, themes }) =>
    [
      ...(repairs > 0 ? [`answers ${count(repairs, 'finding', 'findings')}`] : []),
      ...(crosses ? ['joins two spheres'] : []),
      ...(themes.length > 0 ? [`shared subject: ${list(themes)}`] : []),
    ].join('; ') || 'brings them closer to each other',
  scenario: {
    efficiency: ({ before, after }) => {
      if (before === null || after === null) return 'Not even two actors stay: there is nothing left to tie.'
      if (before === 0)
        return after === 0
          ? 'No tie joins those who stay, neither today nor then.'
          : 'Those who stay, whom nothing joins today, would be joined then.'
      const change = after / before - 1
      const digits = number(before, 2) === number(after, 2) ? 3 : 2
      if (Math.abs(change) < 0.005) return 'Those who stay are as close to one another as today.'
      return `Those who stay are ${percent(Math.abs(change))} ${change < 0 ? 'less' : 'more'} close to one another than today (mean of 1 / distance: ${number(before, digits)}, then ${number(after, digits)}).`
    },
    cutOff: (names) =>
      names.length === 0 ? 'Nobody is cut off from the rest.' : `Cut off from the rest: ${list(names)}.`,
    indispensable: ({ name, before, after }) =>
      `${name} becomes indispensable: without it, ${count(after, 'other', 'others')} would be cut off from the rest${before === 0 ? '' : `, instead of ${number(before)} today`}.`,
    noneIndispensable: 'Nobody becomes indispensable.',
    absorbing: ({ between: [a, b], broughtBack }) =>
      `A tie between ${a} and ${b} would have kept ${count(broughtBack, 'actor', 'actors')} with the rest.`,
    idle: (supposed, [a, b]) =>
      supposed === 'weakened'
        ? `No tie is known between ${a} and ${b}: nothing is lost there.`
        : `A tie is known between ${a} and ${b} already: adding one changes nothing.`,
  },
  plan: ({ people, tables, rounds, objective, seed }) =>
    `${count(people, 'person', 'people')}, ${count(tables, 'table', 'tables')}, ${count(rounds, 'round', 'rounds')}; aim: ${seminar.objectives[objective]} (seed “${seed}”).`,
  round: (round) => `Round ${number(round + 1)}`,
  table: (table, host, others) =>
    `Table ${table}: ${[...(host === null ? [] : [`${host} (host)`]), ...others].join('; ') || 'nobody'}`,
  quality: (quality) => qualityIn(quality),
  comparison: ({ figure, plan, random, blind }) =>
    `${capital(figures[figure])}: ${number(plan)}; at random ${number(random, 1)}; without regard to the network ${number(blind)}.`,
  obstacle: (obstacle) => obstacleIn(obstacle),
  broken: (rule, people) =>
    ({
      never: `${list(people)} share a table, against the rule.`,
      once: `${list(people)} do not meet, against the rule.`,
      always: `${list(people)} are not always together, against the rule.`,
    })[rule],
}

function reasonsOf({ elsewhere, outside, unanswering, ...ties }: CandidateFacts): string {
  const { nominators, newlyReached, bridging, tiesToAbsent } = ties
  const reasons = [
    ...(elsewhere ? ['this wave says nothing of it: it may have left, or not have been asked'] : []),
    ...(nominators > 0 ? [`${count(nominators, 'actor names', 'actors name')} it`] : []),
    ...(newlyReached > 0 ? [`it would bring ${count(newlyReached, 'other actor', 'other actors')} within reach`] : []),
    ...(bridging > 0 ? [`it brings ${count(bridging, 'pair', 'pairs')} of those who name it closer`] : []),
    ...(tiesToAbsent.length > 0 ? [`it knows ${list(tiesToAbsent)}, who could take another empty chair`] : []),
    ...(outside ? ['it is outside the territory'] : []),
    ...(unanswering ? ['it was asked and did not answer'] : []),
  ]
  return reasons.length === 0 ? 'it is of the type looked for.' : `${reasons.join('; ')}.`
}

function invitersOf({ inviters, furtherInviters }: CandidateFacts): string {
  if (inviters.length === 0) return 'No known actor can invite it: to be contacted directly.'
  const names = inviters.map(({ name, invited }) => `${name}${invited ? ' (on the list)' : ''}`)
  const others = furtherInviters > 0 ? [count(furtherInviters, 'other', 'others')] : []
  return `Can be invited by ${list([...names, ...others])}.`
}

function unseenIn(unseen: UnseenFacts): string {
  switch (unseen.state) {
    case 'estimated': {
      const [low, high] = unseen.interval
      return `${count(unseen.seen, 'actor off the list was named', 'actors off the list were named')}; there would be at least ${number(unseen.estimate, 0)} in all (95% interval: ${number(low, 0)} to ${number(high, 0)}), of whom ${number(Math.max(0, unseen.estimate - unseen.seen), 0)} nobody has named yet.`
    }
    case 'saturated':
      return `${count(unseen.seen, 'actor off the list was named', 'actors off the list were named')}, nearly all several times: the list is about complete.`
    case 'silent':
      return `How many actors remain unseen cannot be told: ${
        {
          roster_question: 'respondents ticked a list, which nobody else can enter.',
          few_lists: `${count(unseen.lists, 'answer', 'answers')}, where it takes fifteen.`,
          few_named: `${count(unseen.seen, 'actor off the list named', 'actors off the list named')}, where it takes eight.`,
        }[unseen.reason]
      }`
    case 'no_survey':
      return 'How many actors remain unseen cannot be told: nobody was asked.'
  }
}

function qualityIn(quality: QualityFacts): string[] {
  const { pairsMet, pairs, share, bound, repeats, fewestMet, mostMet, returns, alone, far, spheresPerTable } = quality
  return [
    share === null
      ? 'It takes two to meet.'
      : `${percent(share)} of the pairs of participants will have met: ${number(pairsMet)} of ${number(pairs)}, and no plan of these tables passes ${number(bound)}.`,
    repeats === 0 ? 'Nobody meets the same person twice.' : `${count(repeats, 'meeting repeats', 'meetings repeat')}.`,
    fewestMet === mostMet
      ? `Everyone meets ${count(mostMet, 'person', 'people')}.`
      : `Everyone meets ${number(fewestMet)} to ${count(mostMet, 'person', 'people')}.`,
    quality.acrossSpheresPossible === 0
      ? 'Nobody is of another sphere than the others, or spheres are not known.'
      : `${count(quality.acrossSpheres, 'meeting', 'meetings')} across spheres, of ${number(quality.acrossSpheresPossible)} possible.`,
    ...(far === null
      ? []
      : [
          `${count(far.met, 'meeting', 'meetings')} of actors three steps or more apart, of ${number(far.possible)} possible.`,
        ]),
    ...(spheresPerTable === null || quality.acrossSpheresPossible === 0
      ? []
      : [`${count(Number(spheresPerTable.toFixed(1)), 'sphere', 'spheres')} a table on average.`]),
    ...(returns > 0 ? [`${count(returns, 'return', 'returns')} to a table already visited.`] : []),
    ...(alone > 0 ? [`${count(alone, 'seat', 'seats')} alone at a table.`] : []),
  ]
}

const figures = {
  pairsMet: 'pairs who meet',
  repeats: 'repeated meetings',
  acrossSpheres: 'meetings across spheres',
  farMet: 'meetings of actors far apart',
  sharingTheme: 'meetings on a shared subject',
} as const

function obstacleIn(obstacle: ObstacleFacts): string {
  switch (obstacle.kind) {
    case 'seats_short':
      return `Round ${number(obstacle.round + 1)}: ${count(obstacle.people, 'person', 'people')} for ${count(obstacle.seats, 'seat', 'seats')}.`
    case 'tables_empty':
      return `${count(obstacle.tables, 'table', 'tables')} for ${count(obstacle.people, 'person', 'people')}: some stay empty.`
    case 'returns_needed':
      return `${count(obstacle.rounds, 'round', 'rounds')} for ${count(obstacle.tables, 'table', 'tables')}: some must return to a table already visited.`
    case 'rules_contradict':
      return `The rules for ${list(obstacle.people)} contradict each other.`
    case 'hosts_never_meet':
      return `${list(obstacle.people)} each stay at their table and cannot meet.`
    case 'apart_too_many':
      return `${list(obstacle.people)} must all be kept apart: more than ${count(obstacle.tables, 'table', 'tables')}.`
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
