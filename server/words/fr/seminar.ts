import { french } from '../formats.ts'
import type { CandidateFacts, ObstacleFacts, QualityFacts, SeminarWords, UnseenFacts } from '../seminar.ts'
import { de, Le, le, à } from './names.ts'

const { number, count, percent, list } = french

/** What prepares a seminar, in French. */
export const seminar: SeminarWords = {
  chairs: {
    'action_publique.epci': 'intercommunalités',
    'action_publique.commune': 'communes',
    'action_publique.departement': 'Département',
    'action_publique.region': 'Région',
    'action_publique.etat': 'services de l’État',
    'action_publique.autre': 'groupements de collectivités et syndicats mixtes',
    'economie.entreprise': 'entreprises',
    'economie.agence_developpement': 'agences de développement économique',
    'economie.chambre_consulaire': 'CCI et autres chambres consulaires',
    'economie.cluster': 'clusters et pôles de compétitivité',
    'economie.association_entreprises': 'associations et clubs d’entreprises',
    'economie.tiers_lieu': 'tiers-lieux et fablabs',
    'formation_recherche.formation': 'lycées et organismes de formation',
    'formation_recherche.enseignement_recherche': 'enseignement supérieur et recherche',
    'emploi.emploi_insertion': 'acteurs de l’emploi et de l’insertion',
    'energie_environnement.operateur_reseau': 'opérateurs de réseaux',
    'transport_mobilite.port': 'autorités portuaires',
    'transport_mobilite.transport': 'transport, logistique et mobilité',
    'amenagement_logement.logement_amenagement': 'agences d’urbanisme et bailleurs',
    'tourisme.tourisme': 'offices de tourisme',
    'culture.culture': 'scènes et lieux de culture',
    'societe_civile.ess': 'associations et coopératives',
    'societe_civile.autre': 'habitants',
  },
  coverings: {
    covered: 'couverte',
    thin: 'peu couverte',
    unanswering: 'tenue par qui n’a jamais répondu',
    absent: 'vide',
  },
  statuses: { invited: 'invité', coming: 'vient', came: 'venu', excused: 'excusé' },
  roles: { host: 'hôte', pilot: 'pilote', speaker: 'intervenant', participant: 'participant' },
  objectives: {
    mix: 'mélanger les sphères',
    link: 'relier ceux qui sont loin',
    deepen: 'approfondir les sujets partagés',
    meet: 'faire se rencontrer le plus de monde',
  },
  bases: {
    survey: 'd’après une enquête',
    documents: 'd’après des documents, où un lien absent ne prouve rien',
    informants: 'd’après ce que l’équipe sait, où un lien absent ne prouve rien',
    none: 'sans aucun lien connu : seuls les types d’acteurs parlent',
  },
  chair: ({ name, sphere, critical, min, covering, seated, candidates }) => {
    const title = `${capital(name)} (${sphere}${critical ? ', indispensable' : ''})`
    const free = candidates === 0 ? 'aucun acteur connu' : count(candidates, 'acteur', 'acteurs')
    if (covering === null) return `${title} : ${free}${min > 1 ? `, ${number(min)} souhaités` : ''}.`
    const held = seated.length > 0 ? ` par ${list(seated.map(le))}` : ''
    switch (covering) {
      case 'covered':
        return `${title} : couverte${held}.`
      case 'thin':
        return `${title} : peu couverte, ${number(seated.length)} sur ${number(min)}${held}.`
      case 'unanswering':
        return `${title} : tenue seulement${held}, sans réponse à l’enquête.`
      case 'absent':
        return candidates === 0 ? `${title} : vide, et aucun acteur connu ne peut la tenir.` : `${title} : vide.`
    }
  },
  sphere: ({ name, covering, seated, covered, chairs }) =>
    `${capital(name)} : ${seminar.coverings[covering]}, ${count(seated, 'acteur', 'acteurs')} sur la liste, ${count(covered, 'chaise couverte', 'chaises couvertes')} sur ${number(chairs)}.`,
  candidate: (candidate) => [reasonsOf(candidate), invitersOf(candidate)].join(' '),
  reach: ({ actors, within1, within2 }) =>
    `La liste atteint en un pas ${percent(within1)} des ${count(actors, 'acteur', 'acteurs')}, et ${percent(within2)} en deux pas.`,
  groupReach: ({ name, actors, invited, within1, within2 }) =>
    `${capital(name)} : ${count(invited, 'invité', 'invités')} sur ${count(actors, 'acteur', 'acteurs')}, ${count(within1, 'atteint', 'atteints')} en un pas, ${number(within2)} en deux.`,
  elsewhere: (names, wave) =>
    names.length === 1
      ? `« ${wave} » ne dit rien ${list(names.map(de))}\u00a0: on ne connaît aucun de ses liens. Il a pu quitter le territoire, arriver depuis, ou n’avoir pas été interrogé.`
      : `« ${wave} » ne dit rien ${list(names.map(de))}\u00a0: on ne connaît aucun de leurs liens. Ils ont pu quitter le territoire, arriver depuis, ou n’avoir pas été interrogés.`,
  unreachedCommunities: (unreached, communities) =>
    unreached === 0
      ? `La liste a quelqu’un à un pas au plus de chacune des ${count(communities, 'communauté', 'communautés')}.`
      : `${count(unreached, 'communauté', 'communautés')} sur ${number(communities)} ${unreached < 2 ? 'n’est atteinte' : 'ne sont atteintes'} par personne en un pas.`,
  next: ({ chosen, gain, certainty }) => {
    if (chosen.length === 0)
      return 'Personne n’ajouterait rien : tous ceux qui peuvent l’être sont déjà à un pas de la liste.'
    const names = chosen.map(({ name, gain: own }) => `${name} (+${number(own)})`)
    const most = `${count(gain, 'acteur', 'acteurs')} de plus en un pas avec ${list(names)}.`
    if (certainty.proof === 'guarantee') {
      return `${most} Tous les choix n’ont pas pu être essayés : celui-ci vaut au moins ${percent(certainty.share)} du meilleur.`
    }
    return certainty.optima > 1
      ? `${most} Tous les choix ont été essayés : aucun ne fait mieux, et ${number(certainty.optima - 1)} ${certainty.optima === 2 ? 'autre fait' : 'autres font'} aussi bien.`
      : `${most} Tous les choix ont été essayés : aucun autre ne fait aussi bien.`
  },
  unlisted: ({ nominators, critical, effectiveSpheres, bridging }) =>
    `${[
      count(nominators, 'acteur le cite', 'acteurs le citent'),
      ...(effectiveSpheres > 1.05 ? [`soit l’équivalent de ${number(effectiveSpheres, 1)} sphères`] : []),
      ...(bridging > 0 ? [`il rapproche ${count(bridging, 'paire', 'paires')} d’entre eux`] : []),
      ...(critical ? ['il tiendrait une chaise indispensable encore vide'] : []),
    ].join(', ')}.`,
  unseen: (unseen) => unseenIn(unseen),
  pair: ({ official, industrial, reach2, nonRedundancy, spheresReached, legitimacy, tied }) =>
    [
      `${Le(official)} et ${le(industrial)} : `,
      [
        ...(reach2 === null ? [] : [`à deux pas de ${percent(reach2)} des autres acteurs`]),
        `${percent(nonRedundancy)} de leurs partenaires sont propres à l’un des deux`,
        `${count(spheresReached, 'sphère touchée', 'sphères touchées')}`,
        ...(legitimacy === null
          ? []
          : [`le moins reconnu des deux reçoit plus de confiance que ${percent(legitimacy)} des acteurs de sa sphère`]),
        tied ? 'déjà liés' : 'pas encore liés',
      ].join(' ; '),
      '.',
    ].join(''),
  introduction: ({ between: [a, b], introducer }) =>
    `Présenter ${le(a)} ${à(b)}${introducer === null ? ' (personne ne les connaît tous les deux)' : `, par ${le(introducer)}`}`,
  introductionReasons: ({ repairs, crosses, themes }) =>
    [
      ...(repairs > 0 ? [`répond à ${count(repairs, 'constat', 'constats')}`] : []),
      ...(crosses ? ['relie deux sphères'] : []),
      ...(themes.length > 0 ? [`sujet partagé : ${list(themes)}`] : []),
    ].join(' ; ') || 'les rapproche l’un de l’autre',
  scenario: {
    efficiency: ({ before, after }) => {
      if (before === null || after === null) return 'Il ne reste pas deux acteurs : il n’y a plus rien à relier.'
      if (before === 0)
        return after === 0
          ? 'Aucun lien ne relie ceux qui restent, ni aujourd’hui ni alors.'
          : 'Ceux qui restent, que rien ne relie aujourd’hui, le seraient alors.'
      const change = after / before - 1
      const digits = number(before, 2) === number(after, 2) ? 3 : 2
      if (Math.abs(change) < 0.005) return 'Ceux qui restent sont aussi proches les uns des autres qu’aujourd’hui.'
      return `Ceux qui restent sont ${percent(Math.abs(change))} ${change < 0 ? 'moins' : 'plus'} proches les uns des autres qu’aujourd’hui (moyenne de 1 / distance : ${number(before, digits)} puis ${number(after, digits)}).`
    },
    cutOff: (names) =>
      names.length === 0
        ? 'Personne n’est coupé du reste.'
        : `${names.length === 1 ? 'Coupé' : 'Coupés'} du reste : ${list(names.map(le))}.`,
    indispensable: ({ name, before, after }) =>
      `${Le(name)} devient indispensable : sans cet acteur, ${count(after, 'autre serait coupé', 'autres seraient coupés')} du reste${before === 0 ? '' : `, au lieu de ${number(before)} aujourd’hui`}.`,
    noneIndispensable: 'Personne ne devient indispensable.',
    absorbing: ({ between: [a, b], broughtBack }) =>
      `Un lien entre ${le(a)} et ${le(b)} aurait gardé ${count(broughtBack, 'acteur', 'acteurs')} avec le reste.`,
    idle: (supposed, [a, b]) =>
      supposed === 'weakened'
        ? `Aucun lien connu entre ${le(a)} et ${le(b)} : rien ne s’y perd.`
        : `Un lien est déjà connu entre ${le(a)} et ${le(b)} : l’ajouter ne change rien.`,
  },
  plan: ({ people, tables, rounds, objective, seed }) =>
    `${count(people, 'personne', 'personnes')}, ${count(tables, 'table', 'tables')}, ${count(rounds, 'tour', 'tours')} ; objectif : ${seminar.objectives[objective]} (graine « ${seed} »).`,
  round: (round) => `Tour ${number(round + 1)}`,
  table: (table, host, others) =>
    `Table ${table} : ${[...(host === null ? [] : [`${host} (hôte)`]), ...others].join(' ; ') || 'personne'}`,
  quality: (quality) => qualityIn(quality),
  comparison: ({ figure, plan, random, blind }) =>
    `${capital(figures[figure])} : ${number(plan)} ; au hasard ${number(random, 1)} ; sans regarder le réseau ${number(blind)}.`,
  obstacle: (obstacle) => obstacleIn(obstacle),
  broken: (rule, people) =>
    ({
      never: `${list(people)} se retrouvent à une même table, contre la règle.`,
      once: `${list(people)} ne se rencontrent pas, contre la règle.`,
      always: `${list(people)} ne sont pas toujours ensemble, contre la règle.`,
    })[rule],
}

function reasonsOf({ elsewhere, outside, unanswering, ...ties }: CandidateFacts): string {
  const { nominators, newlyReached, bridging, tiesToAbsent } = ties
  const reasons = [
    ...(elsewhere ? ['cette vague ne dit rien de lui\u00a0: il a pu partir, ou n’avoir pas été interrogé'] : []),
    ...(nominators > 0 ? [count(nominators, 'acteur le cite', 'acteurs le citent')] : []),
    ...(newlyReached > 0 ? [`il ferait atteindre ${count(newlyReached, 'autre acteur', 'autres acteurs')}`] : []),
    ...(bridging > 0 ? [`il rapproche ${count(bridging, 'paire', 'paires')} de ceux qui le citent`] : []),
    ...(tiesToAbsent.length > 0
      ? [
          `il connaît ${list(tiesToAbsent.map(le))}, qui ${tiesToAbsent.length > 1 ? 'tiendraient' : 'tiendrait'} une autre chaise vide`,
        ]
      : []),
    ...(outside ? ['il est hors du territoire'] : []),
    ...(unanswering ? ['il a été interrogé et n’a pas répondu'] : []),
  ]
  return reasons.length === 0 ? 'il est du type cherché.' : `${reasons.join(' ; ')}.`
}

function invitersOf({ inviters, furtherInviters }: CandidateFacts): string {
  if (inviters.length === 0) return 'Aucun acteur connu ne peut l’inviter : à contacter directement.'
  const names = inviters.map(({ name, invited }) => `${le(name)}${invited ? ' (sur la liste)' : ''}`)
  const others = furtherInviters > 0 ? [count(furtherInviters, 'autre', 'autres')] : []
  return `Peut être invité par ${list([...names, ...others])}.`
}

function unseenIn(unseen: UnseenFacts): string {
  switch (unseen.state) {
    case 'estimated': {
      const [low, high] = unseen.interval
      return `${count(unseen.seen, 'acteur hors liste a été nommé', 'acteurs hors liste ont été nommés')} ; il y en aurait au moins ${number(unseen.estimate, 0)} en tout (intervalle à 95 % : de ${number(low, 0)} à ${number(high, 0)}), dont ${number(Math.max(0, unseen.estimate - unseen.seen), 0)} que personne n’a encore nommés.`
    }
    case 'saturated':
      return `${count(unseen.seen, 'acteur hors liste a été nommé', 'acteurs hors liste ont été nommés')}, presque tous plusieurs fois : la liste est à peu près complète.`
    case 'silent':
      return `On ne peut pas dire combien d’acteurs restent invisibles : ${
        {
          roster_question: 'les répondants ont coché une liste, où nul autre ne peut entrer.',
          few_lists: `${count(unseen.lists, 'réponse', 'réponses')}, quand il en faut quinze.`,
          few_named: `${count(unseen.seen, 'acteur hors liste nommé', 'acteurs hors liste nommés')}, quand il en faut huit.`,
        }[unseen.reason]
      }`
    case 'no_survey':
      return 'On ne peut pas dire combien d’acteurs restent invisibles : personne n’a été interrogé.'
  }
}

function qualityIn(quality: QualityFacts): string[] {
  const { pairsMet, pairs, share, bound, repeats, fewestMet, mostMet, returns, alone, far, spheresPerTable } = quality
  return [
    share === null
      ? 'Il faut être deux pour se rencontrer.'
      : `${percent(share)} des paires de participants se seront rencontrées : ${number(pairsMet)} sur ${number(pairs)}, et aucun plan de ces tables ne dépasse ${number(bound)}.`,
    repeats === 0
      ? 'Personne ne rencontre deux fois la même personne.'
      : `${count(repeats, 'rencontre se répète', 'rencontres se répètent')}.`,
    fewestMet === mostMet
      ? `Chacun rencontre ${count(mostMet, 'personne', 'personnes')}.`
      : `Chacun rencontre de ${number(fewestMet)} à ${count(mostMet, 'personne', 'personnes')}.`,
    quality.acrossSpheresPossible === 0
      ? 'Personne n’est d’une autre sphère que les autres, ou les sphères ne sont pas connues.'
      : `${count(quality.acrossSpheres, 'rencontre', 'rencontres')} entre sphères, sur ${number(quality.acrossSpheresPossible)} possibles.`,
    ...(far === null
      ? []
      : [
          `${count(far.met, 'rencontre', 'rencontres')} entre acteurs à trois pas ou plus, sur ${number(far.possible)} possibles.`,
        ]),
    ...(spheresPerTable === null || quality.acrossSpheresPossible === 0
      ? []
      : [`${capital(count(Number(spheresPerTable.toFixed(1)), 'sphère', 'sphères'))} par table en moyenne.`]),
    ...(returns > 0 ? [`${count(returns, 'retour', 'retours')} à une table déjà visitée.`] : []),
    ...(alone > 0 ? [`${count(alone, 'place où l’on est seul', 'places où l’on est seul')} à table.`] : []),
  ]
}

const figures = {
  pairsMet: 'paires qui se rencontrent',
  repeats: 'rencontres répétées',
  acrossSpheres: 'rencontres entre sphères',
  farMet: 'rencontres entre acteurs éloignés',
  sharingTheme: 'rencontres autour d’un sujet partagé',
} as const

function obstacleIn(obstacle: ObstacleFacts): string {
  switch (obstacle.kind) {
    case 'seats_short':
      return `Tour ${number(obstacle.round + 1)} : ${count(obstacle.people, 'personne', 'personnes')} pour ${count(obstacle.seats, 'place', 'places')}.`
    case 'tables_empty':
      return `${count(obstacle.tables, 'table', 'tables')} pour ${count(obstacle.people, 'personne', 'personnes')} : certaines restent vides.`
    case 'returns_needed':
      return `${count(obstacle.rounds, 'tour', 'tours')} pour ${count(obstacle.tables, 'table', 'tables')} : il faut revenir à une table déjà visitée.`
    case 'rules_contradict':
      return `Les règles se contredisent pour ${list(obstacle.people)}.`
    case 'hosts_never_meet':
      return `${list(obstacle.people)} restent chacun à sa table et ne peuvent pas se rencontrer.`
    case 'apart_too_many':
      return `${list(obstacle.people)} doivent tous être séparés : c’est plus que ${count(obstacle.tables, 'table', 'tables')}.`
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
