import type { FindingWire } from '../wire/diagnosis.ts'
import {
  type FindingWords,
  type Names,
  type Numbers,
  needed,
  numbersOf,
  pairsOf,
  spheresOf,
  tiesAs,
} from './findings.ts'
import { french } from './formats.ts'
import { de, Le, le, à } from './fr/names.ts'

const { number, count, percent, list } = french

/** What a diagnosis says, in French. */
export const findings: FindingWords = {
  codes: {
    lock_in: 'Entre-soi',
    I0: 'Isolement',
    I1: 'Lien unique',
    I2: 'Îlot',
    I3: 'Périphérie',
    I4: 'Dépendance à un intermédiaire',
    I5: 'Sphères qui se rencontrent peu',
    I6: 'Liens à réactiver',
    I7: 'Intermédiaire critique',
    I8: 'Sphère tenue à l’écart',
    P0: 'Projet sans pilote',
    P1: 'Pilotage concentré',
    P2: 'Projets d’une seule sphère',
    P3: 'Projets suspendus à un pilote',
    P4: 'Absents du programme',
    P5: 'Premières rencontres',
    P6: 'Absents nommés',
    P7: 'Ouverture du programme',
  },
  grades: {
    structurel: 'structurel',
    confirme: 'confirmé : les liens ne se renouvellent pas',
    en_ouverture: 'en ouverture : les liens nouveaux mènent au-dehors',
  },
  reasons: {
    documents: 'cette vague vient de documents : personne n’a été interrogé.',
    response_rate: 'trop peu de réponses pour en juger.',
    group_response: 'trop peu de membres du groupe ont répondu.',
    did_not_answer: 'cet acteur n’a pas répondu. On ne peut pas en juger : à interroger.',
    too_small: 'trop peu d’acteurs pour en juger.',
    too_few_ties: 'trop peu de liens pour en juger.',
    draws: 'les tirages ne tranchent pas encore.',
    no_groups: 'aucun groupe n’est déclaré.',
    no_spheres: 'les acteurs n’ont pas de sphère, ou n’en ont qu’une.',
    two_spheres: 'avec deux sphères, se tenir entre soi et éviter l’autre ne se distinguent pas.',
    places_unknown:
      'les communes ne sont pas renseignées, et quelque chose que les données ne disent pas rapproche les acteurs : ce pourrait être la distance.',
    alone_in_place: 'trop peu d’acteurs d’autres sphères sont dans les mêmes lieux pour comparer.',
    no_earlier_wave: 'il n’y a pas de vague précédente, ni de territoires comparables.',
    no_outside_actors: 'aucun acteur extérieur au territoire n’est dans les données.',
    no_dates: 'trop peu de liens ont une date de dernier contact.',
    no_projects: 'aucun projet n’est dans les données.',
    too_few_projects: 'trop peu de projets pour en juger.',
    unreadable: 'la source n’est pas lisible à cet endroit.',
    doubtful: 'cela dépend de lignes tenues pour incertaines.',
    too_large: 'le réseau est trop grand pour ce calcul.',
  },
  references: {
    A: 'Comparé à nombre de liens égal : chaque acteur garde le sien. La distance et les affinités ne sont pas tenues égales.',
    B: 'Comparé à nombre de liens et homophilie égaux : chaque acteur garde son nombre de liens, et chaque paire de sphères le sien. La distance n’est pas tenue égale.',
    C: 'Comparé à nombre de liens, homophilie et fermeture générale égaux : ce que tout le réseau a de refermé n’est pas compté ici. À moins de 26 acteurs, on n’en juge pas.',
    D: 'Comparé à nombre de liens, proximité et homophilie égaux : ni le nombre de liens de chacun, ni l’entre-soi des sphères, ni les lieux n’expliquent l’écart. Une affinité que les données ne disent pas le pourrait encore.',
    E: 'Comparé à nombre de liens et homophilie égaux. Les lieux ne sont pas renseignés : si la distance compte, on ne peut pas le voir ici.',
    labels:
      'Comparé à lieux égaux : les sphères sont redistribuées entre les acteurs de chaque lieu. Le nombre de liens n’est pas tenu égal : en avoir peu est justement ce qui tient à l’écart.',
    labels_anywhere:
      'Les sphères sont redistribuées entre tous les acteurs : les lieux ne sont pas renseignés, et si la distance compte, on ne peut pas le voir ici. Le nombre de liens n’est pas tenu égal : en avoir peu est justement ce qui tient à l’écart.',
    hypergeometric: 'Comparé à nombre de liens nouveaux égal, répartis au hasard.',
    curveball: 'Comparé à nombre de projets égal pour chaque acteur, et taille égale de chaque projet.',
    seats: 'Comparé à nombre de pilotes égal pour chaque projet, tirés parmi ceux qui pilotent.',
  },
  statement: statementOf,
  suggestion: (finding, names) => (finding.status === 'signal' ? suggestionOn(finding, names) : null),
  toAsk: ({ asked, namedBy }) =>
    `${namedBy === 0 ? 'aucun répondant ne le cite' : `${count(namedBy, 'répondant le cite', 'répondants le citent')}`}${asked ? '' : ' ; personne ne l’a interrogé'}.`,
  cross: ({ at, basis, territories }) => {
    if (basis === 'median')
      return `${number(at)}, la médiane des ${number(territories ?? 0)} territoires comparables tenus ici`
    return basis === 'adopted' ? `${number(at)}, que le territoire s’est donné` : `${number(at)}, fixé par convention`
  },
  probability:
    'Ces probabilités tiennent à qui a répondu et à la fréquence à laquelle deux réponses se confirment. Elles sont trop sûres, de 5 à 10 points, quand trois acteurs sur dix n’ont pas répondu ou que certains liens sont plus volontiers cités que d’autres, et jusqu’à une vingtaine de points quand en plus chacun oublie un lien sur trois ; ces données ne peuvent pas le montrer.',
  prudence: ({ survival, named, doubtful }) => {
    if (doubtful > 0) {
      return doubtful === 1
        ? 'Ce constat tient sans la ligne tenue pour incertaine.'
        : `Ce constat tient sans les ${number(doubtful)} lignes tenues pour incertaines.`
    }
    if (survival === null) return null
    if (survival === 1) return 'Ce constat tiendrait même si d’autres réponses manquaient.'
    const held = `Si d’autres réponses manquaient dans la même proportion, ce constat tiendrait ${percent(survival)} du temps.`
    return named ? held : `${held} C’est trop peu pour dire de qui il s’agit.`
  },
}

function statementOf(finding: FindingWire, names: Names): string {
  if (finding.status === 'insufficient') return insufficient(finding, names)
  if (finding.status === 'none') return nothing(finding, names)
  const text = signal(finding, names)
  // A name keeps its first letter as it is.
  return finding.named ? text : capital(text)
}

function signal(finding: FindingWire, names: Names): string {
  const who = actorOf(finding, names)
  switch (finding.code) {
    case 'lock_in':
      if (finding.level === 'group') return closedGroup(finding, names)
      return finding.level === 'actor' ? closedActor(finding, who) : territory(finding, names)
    case 'I0':
      return `${Le(who)} n’a aucun lien connu dans cette vague.${probable(finding)}`
    case 'I1':
      return finding.named
        ? `${Le(who)} n’a qu’un partenaire connu : ${le(partnerOf(finding, names))}.${probable(finding)}`
        : `${Le(who)} n’a qu’un partenaire connu.${probable(finding)}`
    case 'I2':
      return finding.named
        ? `${listed(finding.members.map(names.actor))} ne sont liés qu’entre eux.${probable(finding)}`
        : `${count(finding.members.length, 'acteur n’est lié', 'acteurs ne sont liés')} qu’entre eux.${probable(finding)}`
    case 'I3':
      return `${Le(who)} est à la périphérie : ${count(finding.members.length - 2, 'intermédiaire le sépare', 'intermédiaires le séparent')} ${de(partnerOf(finding, names))}, au centre du réseau.${probable(finding)}`
    case 'I4':
      return dependence(finding, names, who)
    case 'I5': {
      const [first, second] = spheresOf(finding).map(names.sphere)
      const { observed, expected, q } = needed(finding, 'between')
      return `Entre « ${first} » et « ${second} » : ${count(observed, 'lien', 'liens')}, quand on en attendrait environ ${rounded(expected)} ${alike(finding)} (${qOf(q)}).`
    }
    case 'I6':
      return `${percent(needed(finding, 'fading').observed)} de ce que pèsent les liens ${de(who)} est à réactiver : ${count(tiesAs(finding, 'fading'), 'lien est silencieux', 'liens sont silencieux')} depuis bien plus longtemps que leur rythme ne le laisse attendre.`
    case 'I7':
      return critical(finding, who)
    case 'I8':
      return apart(finding, names)
    case 'P0':
      return `Le projet « ${names.space(finding.subject)} » n’a pas de pilote.`
    case 'P1':
      return pilots(finding, names)
    case 'P2':
      return singleSphere(finding, names)
    case 'P3':
      return `Si ${le(who)} se retirait, ${count(needed(finding, 'left_without_pilot').observed, 'projet n’aurait', 'projets n’auraient')} plus de pilote.`
    case 'P4':
      return `« ${finding.members.length > 0 ? categoryOf(finding.subject) : names.sphere(finding.subject)} » n’a aucun acteur dans les projets${readable(finding)}${named(finding)}.`
    case 'P5':
      return `Dans « ${names.space(finding.subject)} », ${count(needed(finding, 'first_meetings').observed, 'paire de participants n’est reliée', 'paires de participants ne sont reliées')} par aucun lien déclaré ni aucun autre espace${named(finding)}.`
    case 'P6':
      return namedNowhere(finding, names)
    case 'P7': {
      const { observed, of } = needed(finding, 'reaching_outside')
      const surely = numbersOf(finding, 'reaching_surely')
      return `${count(observed, 'projet', 'projets')} sur ${number(of ?? 0)} ${observed < 2 ? 'compte' : 'comptent'} un acteur extérieur au territoire${readable(finding)}${named(finding)}${surely ? ` ; sans les lignes tenues pour incertaines, ${number(surely.observed)}` : ''}.`
    }
  }
}

function closedGroup(finding: FindingWire, names: Names): string {
  const closure = needed(finding, 'closure')
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  const triangles =
    rounded(closure.expected) === '0'
      ? 'presque aucun triangle interne'
      : `environ ${count(Math.round(closure.expected ?? 0), 'triangle interne', 'triangles internes')}`
  return [
    `Les ${number(finding.members.length)} membres ${de(theGroup(finding, names))} entretiennent ${count(tiesAs(finding, 'internal'), 'lien', 'liens')} entre eux et ${number(opening.observed)} vers les autres.`,
    `Avec le même nombre de liens par acteur, répartis sans préférence, on en attendrait environ ${rounded(opening.expected)} vers les autres (q ${equal(opening.q)}) et ${triangles} (${number(closure.observed)} ${closure.observed < 2 ? 'observé' : 'observés'}).`,
    ...(finding.explainedBy === 'places'
      ? ['Cela tient à la géographie : à proximité égale, le hasard ferait presque aussi bien.']
      : []),
    ...(renewal ? [`Depuis la vague précédente : ${renewed(renewal)}.`] : []),
    ...inFamilies(finding),
  ].join(' ')
}

const families: Readonly<Record<FindingWire['families'][number]['family'], string>> = {
  exchange: 'échanger',
  cooperate: 'coopérer',
  decide: 'décider et financer',
}

function inFamilies({ families: found }: FindingWire): string[] {
  const judged = found.filter(({ holds }) => holds !== null)
  const held = judged.filter(({ holds }) => holds)
  if (found.length === 0) return []
  if (judged.length === 0) return ['Famille de liens par famille, les liens sont trop peu nombreux pour en juger.']
  if (held.length === 0) return ['Aucune famille de liens, prise à part, ne montre le même repli.']
  const names = list(held.map(({ family }) => `« ${families[family]} »`))
  return [
    `Le même repli se voit dans ${number(held.length)} famille${held.length > 1 ? 's' : ''} de liens sur ${number(judged.length)} qui ${judged.length > 1 ? 'peuvent' : 'peut'} être ${judged.length > 1 ? 'jugées' : 'jugée'} à part : ${names}.`,
  ]
}

function closedActor(finding: FindingWire, who: string): string {
  const closure = needed(finding, 'closure')
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  return [
    `${Le(who)} a ${count(opening.of ?? 0, 'partenaire', 'partenaires')}, dont ${number(opening.observed)} hors de sa sphère ; d’un acteur de sa sphère aussi lié on en attendrait environ ${tenth(opening.expected)}.`,
    `${count(closure.observed, 'paire de ses partenaires est liée', 'paires de ses partenaires sont liées')}, au lieu d’environ ${tenth(closure.expected)} (q\u00a0${equal(closure.q)}).`,
    ...(renewal ? [`Depuis la vague précédente : ${renewed({ ...renewal, p: null })}.`] : []),
  ].join(' ')
}

function territory(finding: FindingWire, names: Names): string {
  if (finding.aspect === 'fragile_opening') {
    const { observed, of } = needed(finding, 'first_share')
    const who = finding.named && finding.partner ? names.actor(finding.partner) : 'Un seul acteur'
    return `${Le(who)} porte ${percent(observed)} des ${number(of ?? 0)} liens qui sortent du territoire.`
  }
  return `${openness(finding)} Le territoire semble se replier.`
}

function openness(finding: FindingWire): string {
  const { observed } = needed(finding, 'territory_opening')
  const change = numbersOf(finding, 'opening_change')
  const moved =
    change?.interval &&
    ` Chez ceux qui ont répondu aux deux vagues, elle a varié de ${signed(change.observed)} (intervalle de ${signed(change.interval.low)} à ${signed(change.interval.high)}).`
  return `L’ouverture du territoire est de ${number(observed)} sur 1.${moved ?? ''}`
}

function dependence(finding: FindingWire, names: Names, who: string): string {
  const broker = partnerOf(finding, names)
  const cut = needed(finding, 'cut_off').observed
  const [only] = finding.ties
  const through = `${Le(who)} ne tient aux autres que par ${le(broker)}`
  const held = !only
    ? `${through}.`
    : only.to === finding.partner
      ? `${through}, son seul partenaire connu.`
      : `${through}, et n’a qu’un partenaire connu, ${le(names.actor(only.to))}.`
  const others =
    cut > 1
      ? ` Si ce relais se retirait, ${count(cut, 'acteur serait coupé', 'acteurs seraient coupés')} des autres.`
      : ''
  return `${held}${others}${probable(finding)}`
}

/** Of the absence of ties: how likely it is, in words that leave the last one to the actor. */
function probable({ probability }: FindingWire): string {
  if (probability === null) return ''
  const sure =
    probability >= 0.975 ? 'plus de 95 sur 100' : `environ ${number(Math.round(probability * 20) * 5)} sur 100`
  return ` C’est probable, ${sure} : à confirmer avec l’acteur.`
}

function critical(finding: FindingWire, who: string): string {
  const { observed, expected, p } = needed(finding, 'cut_off')
  const pairs = needed(finding, 'pairs_cut').observed
  const found = `Sans ${le(who)}, ${count(observed, 'acteur serait coupé', 'acteurs seraient coupés')} du reste, soit ${percent(pairs)} des paires d’acteurs.`
  const chance = `À nombre de liens égal, le hasard en couperait au plus ${tenth(expected)} en moyenne (${pOf(p)})`
  if (finding.status === 'none') return `${found} ${chance} : rien ici ne le dépasse nettement.`
  const geography =
    finding.explainedBy === 'places'
      ? ' Cela tient à la géographie : la plupart de ceux qui seraient coupés sont dans des lieux à part.'
      : ''
  return `${found} ${chance}.${geography}`
}

function apart(finding: FindingWire, names: Names): string {
  const { observed, expected, q } = needed(finding, 'elsewhere')
  const others =
    finding.reference === 'labels'
      ? 'un acteur des mêmes lieux, quelle que soit sa sphère,'
      : 'un acteur des autres sphères'
  return `Un acteur de « ${names.sphere(finding.subject)} » est lié en moyenne à ${percent(observed)} des acteurs des sphères autres que la sienne ; ${others} l’est à ${percent(expected ?? 0)} (${qOf(q)}).`
}

/** What the expectation keeps equal. */
function alike({ reference }: FindingWire): string {
  return reference === 'D'
    ? 'à nombre de liens, proximité et homophilie égaux'
    : 'à nombre de liens et homophilie égaux'
}

function pilots(finding: FindingWire, names: Names): string {
  const first = needed(finding, 'first_pilot')
  const share = needed(finding, 'first_share')
  return [
    `${Le(partnerOf(finding, names))} pilote ${number(first.observed)} des ${number(first.of ?? 0)} projets qui ont un pilote (${percent(share.observed)}).`,
    `Répartis au hasard entre ceux qui pilotent, le premier en aurait environ ${tenth(first.expected)} (${pOf(first.p)}).`,
    `C’est comme si le pilotage se partageait à parts égales entre ${count(toDigits(needed(finding, 'effective_pilots').observed, 1), 'acteur', 'acteurs')}.`,
  ].join(' ')
}

function singleSphere(finding: FindingWire, names: Names): string {
  if (finding.subject !== '') {
    return `Tous les participants du projet « ${names.space(finding.subject)} » sont de la sphère « ${names.sphere(finding.partner ?? '')} »${named(finding)}.`
  }
  const { observed, of, expected, p } = needed(finding, 'single_sphere')
  const several = `${number(of ?? 0)} projets à plusieurs participants`
  const shared =
    observed === 0
      ? `Aucun des ${several} n’est`
      : `${number(observed)} des ${several} ${observed === 1 ? 'est' : 'sont'}`
  return `${shared} d’une seule sphère ; mêlés au hasard, on en attendrait environ ${tenth(expected)} (${pOf(p)})${named(finding)}.`
}

function namedNowhere(finding: FindingWire, names: Names): string {
  const { observed, expected, q } = needed(finding, 'in_no_project')
  return [
    `Catégorie « ${names.actorType(finding.subject)} » : aucun des ${number(observed)} acteurs nommés n’est dans un projet${readable(finding)}${named(finding)} : ${list(finding.members.map(names.actor))}.`,
    `Si les projets les prenaient au hasard, il en manquerait environ ${tenth(expected)} (q ${equal(q)}).`,
  ].join(' ')
}

/** Of projects some cells of which cannot be read, an absence is said of the others. */
function readable(finding: FindingWire): string {
  const { observed, of } = needed(finding, 'projects_read')
  return of === null || observed === of
    ? ''
    : ` (${count(observed, 'projet lisible', 'projets lisibles')} en entier sur ${number(of)})`
}

function nothing(finding: FindingWire, names: Names): string {
  if (finding.code === 'lock_in') return notClosed(finding, names)
  if (finding.code === 'I5') {
    const [first, second] = spheresOf(finding).map(names.sphere)
    const { observed, expected } = needed(finding, 'between')
    return `Entre « ${first} » et « ${second} » : ${count(observed, 'lien', 'liens')}, pour environ ${rounded(expected)} attendus ${alike(finding)}.`
  }
  if (finding.code === 'I7' && finding.subject !== '') return critical(finding, names.actor(finding.subject))
  if (finding.code === 'I8') return apart(finding, names)
  if (finding.code === 'P1') return `${pilots(finding, names)} Le pilotage est partagé.`
  if (finding.code === 'P2') return singleSphere(finding, names)
  return nobody[finding.code]
}

const nobody: Readonly<Record<Exclude<FindingWire['code'], 'lock_in' | 'I5' | 'I8' | 'P1' | 'P2'>, string>> = {
  I0: 'Parmi ceux qui ont répondu, aucun n’est probablement isolé.',
  I1: 'Parmi ceux qui ont répondu, aucun autre n’a probablement un seul lien.',
  I2: 'Parmi ceux qui ont répondu, aucun ensemble n’est probablement à part.',
  I3: 'Parmi ceux qui ont répondu, aucun n’est probablement à la périphérie faible.',
  I4: 'Parmi ceux qui ont répondu, aucun ne dépend probablement d’un seul intermédiaire.',
  I7: 'Aucun intermédiaire dont le départ couperait assez d’acteurs du reste.',
  I6: 'Aucun acteur n’a la moitié de ses liens à réactiver.',
  P0: 'Tous les projets ont un pilote.',
  P3: 'Aucun pilote ne porte seul plusieurs projets.',
  P4: 'Toutes les sphères sont présentes dans le programme.',
  P5: 'Entre ceux qu’on a pu interroger, tous les participants des projets sont déjà liés ou ont un autre espace en commun.',
  P6: 'Aucune catégorie d’acteurs nommés n’est tout entière hors des projets.',
  P7: 'Aucun projet n’a d’acteur extérieur.',
}

function notClosed(finding: FindingWire, names: Names): string {
  if (finding.level === 'territory') {
    if (finding.aspect === 'withdrawal') return `${openness(finding)} Rien ne dit que le territoire se replie.`
    const { observed, of } = needed(finding, 'first_share')
    return `Les ${number(of ?? 0)} liens qui sortent du territoire sont portés par plusieurs acteurs, dont le premier porte ${percent(observed)}.`
  }
  const opening = needed(finding, 'opening')
  const closure = needed(finding, 'closure')
  const found = `${number(opening.observed)} pour environ ${awaited(opening.expected, 1)}`
  const around = `${number(closure.observed)} pour environ ${tenth(closure.expected)}`
  return finding.level === 'group'
    ? `${capital(theGroup(finding, names))} ne se replie pas nettement : liens vers les autres, ${found} ; triangles internes, ${around}.`
    : `${Le(names.actor(finding.subject))} ne se replie pas plus que d’autres de sa sphère : partenaires au-dehors, ${found} ; paires de partenaires liées, ${around}.`
}

function insufficient(finding: FindingWire, names: Names): string {
  const reason = finding.reason ? findings.reasons[finding.reason] : ''
  if (finding.code === 'I0' && finding.reason === 'documents' && finding.subject !== '') {
    return `Aucun lien dans les documents pour ${le(names.actor(finding.subject))}.`
  }
  if (finding.subject === '') return `${findings.codes[finding.code]} : données insuffisantes, ${reason}`
  return `${subjectOf(finding, names)} : données insuffisantes, ${reason}`
}

function suggestionOn(finding: FindingWire, names: Names): string | null {
  switch (finding.code) {
    case 'lock_in':
      if (finding.level === 'group') return introductions(finding, names)
      if (finding.level === 'actor')
        return 'Qu’est-ce qui le retient auprès de ses partenaires habituels ? À vérifier avec lui.'
      return finding.aspect === 'fragile_opening'
        ? 'Qui d’autre pourrait porter des liens au-dehors ?'
        : 'Quels liens vers l’extérieur se sont perdus, et lesquels raviver ?'
    case 'I0':
      return 'Vérifier d’abord : manque-t-il un lien, ou une réponse ?'
    case 'I2':
      return finding.partner && finding.named
        ? `Vérifier d’abord. ${Le(names.actor(finding.partner))}, proche par la commune ou la sphère, pourrait-il les rejoindre ?`
        : 'Vérifier d’abord : manque-t-il un lien, ou une réponse ?'
    case 'I5':
      return 'Qu’est-ce qui les sépare, et quel projet pourrait les réunir ?'
    case 'I8':
      return 'Qu’est-ce qui la tient à l’écart, et qui pourrait l’inviter ?'
    case 'I6':
      return 'Lesquels de ces liens valent d’être ravivés ?'
    case 'I7':
      return 'C’est un risque du territoire, non un défaut de l’acteur : qui pourrait doubler ce rôle ?'
    case 'P0':
      return 'Qui pourrait le piloter ?'
    case 'P1':
      return 'Qui pourrait co-piloter ?'
    case 'P2':
      return 'Qui d’une autre sphère gagnerait à y prendre part ?'
    case 'P3':
      return 'Qui pourrait être le second pilote de ces projets ?'
    case 'P4':
    case 'P6':
      return 'Qui inviter ?'
    case 'P5': {
      const [first] = pairsOf(finding)
      return first
        ? `Présenter par exemple ${le(names.actor(first[0]))} ${à(names.actor(first[1]))}.`
        : 'Qui présenter à qui ?'
    }
    default:
      return null
  }
}

function introductions({ whatIf, named: isNamed }: FindingWire, names: Names): string {
  const ask = 'Qu’est-ce qui retient ces acteurs entre eux ?'
  const last = whatIf?.ties.at(-1)
  if (!whatIf || !last) return ask
  const many = count(whatIf.ties.length, 'mise en relation', 'mises en relation')
  const pairs = whatIf.ties.map(({ from, to, introducer }) => {
    const by = introducer === null ? '' : ` (par ${le(names.actor(introducer))})`
    return `${le(names.actor(from))} et ${le(names.actor(to))}${by}`
  })
  const which = isNamed ? ` : ${pairs.join(' ; ')}` : ''
  return whatIf.lifted
    ? `${ask} ${many} ${whatIf.ties.length === 1 ? 'suffirait' : 'suffiraient'} à porter les liens vers les autres à ${percent(last.ratio)} de l’attendu${which}.`
    : `${ask} ${many} les porteraient à ${percent(last.ratio)} de l’attendu, sans suffire encore${which}.`
}

/** As a sentence begins with it: names of actors keep their first letter. */
function subjectOf(finding: FindingWire, names: Names): string {
  if (finding.code === 'I5') return capital(spheresOf(finding).map(names.sphere).join(' et '))
  if (finding.code === 'I8') return `La sphère « ${names.sphere(finding.subject)} »`
  if (finding.level === 'programme') return subjectOfProgramme(finding, names)
  return finding.level === 'group' && finding.code === 'lock_in'
    ? capital(theGroup(finding, names))
    : names.actor(finding.subject)
}

function subjectOfProgramme({ code, subject, members }: FindingWire, names: Names): string {
  if (code === 'P3') return names.actor(subject)
  if (code === 'P4') return `« ${members.length > 0 ? categoryOf(subject) : names.sphere(subject)} »`
  return code === 'P6' ? `« ${names.actorType(subject)} »` : `Projet « ${names.space(subject)} »`
}

function actorOf({ named: isNamed, subject }: FindingWire, names: Names): string {
  return isNamed ? names.actor(subject) : 'un acteur'
}

function partnerOf({ named: isNamed, partner }: FindingWire, names: Names): string {
  return isNamed && partner ? names.actor(partner) : 'un autre'
}

function theGroup({ groupKind, subject, named: isNamed }: FindingWire, names: Names): string {
  if (!isNamed) return 'un groupe'
  const name = `« ${groupKind === 'sphere' ? names.sphere(subject) : groupKind === 'space' ? names.space(subject) : names.group(subject)} »`
  if (groupKind === 'sphere') return `la sphère ${name}`
  return groupKind === 'commune' ? `la commune ${name}` : `le groupe ${name}`
}

/** What a document says of participants is a floor. */
function named({ floor }: FindingWire): string {
  return floor ? ', d’après les seuls participants que la source nomme' : ''
}

const categories: ReadonlyMap<string, string> = new Map(
  Object.entries({
    collectivites: 'Collectivités',
    etat: 'Services de l’État',
    entreprises: 'Entreprises',
    interface: 'Structures d’interface (agence, chambre, grappe, club d’entreprises)',
    formation: 'Formation et recherche',
    emploi: 'Emploi et insertion',
  }),
)

function categoryOf(id: string): string {
  return categories.get(id) ?? id
}

function renewed({ observed, of, expected, p, q }: Numbers): string {
  const found = observed === 0 ? 'aucun lien nouveau' : count(observed, 'lien nouveau', 'liens nouveaux')
  const chance = q === null ? (p === null ? '' : ` ; ${pOf(p)}`) : ` ; q ${equal(q)}`
  return `${found} sur ${number(of ?? 0)} (attendu ${tenth(expected)}${chance})`
}

const toDigits = (value: number, digits: number) => Number(value.toFixed(digits))
const awaited = (value: number | null, digits: number) => count(toDigits(value ?? 0, digits), 'attendu', 'attendus')
const rounded = (value: number | null) => number(value ?? 0, 0)
const tenth = (value: number | null) => number(value ?? 0, 1)
const pOf = (p: number | null) => `p\u00a0${equal(p)}`
const qOf = (q: number | null) => `q\u00a0${equal(q)}`
const equal = (p: number | null) => ((p ?? 1) < 0.001 ? '<\u00a00,001' : `=\u00a0${number(p ?? 1, 3)}`)
const signed = (value: number) => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`
/** At the beginning of a sentence. */
function listed([first = '', ...others]: readonly string[]): string {
  return list([Le(first), ...others.map(le)])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
