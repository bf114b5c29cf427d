import type { FindingWire } from '../../wire/diagnosis.ts'
import {
  type FindingWords,
  type Names,
  type Numbers,
  needed,
  numbersOf,
  type Of,
  spheresOf,
  tiesAs,
} from '../findings.ts'
import { french } from '../formats.ts'
import { de, Le, le, à } from './names.ts'

const { number, count, percent, list } = french

/** What a diagnosis says, in French. */
export const findings: FindingWords = {
  titles: {
    closed_group: 'Entre-soi',
    closed_actor: 'Entre-soi',
    withdrawal: 'Entre-soi',
    fragile_opening: 'Entre-soi',
    isolated_actor: 'Isolement',
    single_tie: 'Lien unique',
    islet: 'Îlot',
    peripheral_actor: 'Périphérie',
    dependent_actor: 'Dépendance à un intermédiaire',
    excluded_spheres: 'Sphères qui se rencontrent peu',
    fading_ties: 'Liens à réactiver',
    critical_broker: 'Intermédiaire critique',
    sphere_kept_apart: 'Sphère tenue à l’écart',
    project_without_pilot: 'Projet sans pilote',
    pilot_concentration: 'Pilotage concentré',
    programme_homophily: 'Projets d’une seule sphère',
    single_sphere_project: 'Projets d’une seule sphère',
    sole_pilot: 'Projets suspendus à un pilote',
    absent_from_programme: 'Absents du programme',
    first_meetings: 'Premières rencontres',
    named_and_absent: 'Absents nommés',
    programme_reach: 'Ouverture du programme',
  },
  grades: {
    structural: 'structurel',
    confirmed: 'confirmé : les liens ne se renouvellent pas',
    opening: 'en ouverture : les liens nouveaux mènent au-dehors',
  },
  reasons: {
    documents: 'cette vague vient de documents : personne n’a été interrogé.',
    informants: 'd’après ce que l’équipe sait : les acteurs n’ont rien déclaré eux-mêmes.',
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
  floor: 'Les participants sont ceux que la source nomme : il peut y en avoir d’autres.',
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
  const called = (id: string | null) => actorOf(finding, id, names)
  switch (finding.kind) {
    case 'closed_group':
      return closedGroup(finding, names)
    case 'closed_actor':
      return closedActor(finding, called(finding.actor))
    case 'withdrawal':
      return withdrawn(finding)
    case 'fragile_opening':
      return carried(finding, names)
    case 'isolated_actor':
      return `${Le(called(finding.actor))} n’a aucun lien connu dans cette vague.${probable(finding)}`
    case 'single_tie':
      return finding.named
        ? `${Le(called(finding.actor))} n’a qu’un partenaire connu : ${le(partnerOf(finding, finding.partner, names))}.${probable(finding)}`
        : `${Le(called(finding.actor))} n’a qu’un partenaire connu.${probable(finding)}`
    case 'islet':
      return finding.named
        ? `${listed(finding.members.map(names.actor))} ne sont liés qu’entre eux.${probable(finding)}`
        : `${count(finding.members.length, 'acteur n’est lié', 'acteurs ne sont liés')} qu’entre eux.${probable(finding)}`
    case 'peripheral_actor':
      return `${Le(called(finding.actor))} est à la périphérie : ${count(finding.path.length - 2, 'intermédiaire le sépare', 'intermédiaires le séparent')} ${de(partnerOf(finding, finding.center, names))}, au centre du réseau.${probable(finding)}`
    case 'dependent_actor':
      return dependence(finding, names, called(finding.actor))
    case 'excluded_spheres': {
      const [first, second] = spheresOf(finding, names)
      const { observed, expected } = needed(finding, 'between')
      return `Les sphères « ${first} » et « ${second} » ont ${count(observed, 'lien', 'liens')} entre elles ; on en attendrait environ ${rounded(expected)}.`
    }
    case 'fading_ties':
      return `${Le(called(finding.actor))} a ${count(tiesAs(finding, 'fading'), 'lien silencieux', 'liens silencieux')} depuis bien plus longtemps que d’habitude, soit ${percent(needed(finding, 'fading').observed)} du poids de ses liens.`
    case 'critical_broker':
      return critical(finding, called(finding.broker))
    case 'sphere_kept_apart':
      return apart(finding, names)
    case 'project_without_pilot':
      return `Le projet « ${names.space(finding.project ?? '')} » n’a pas de pilote.`
    case 'pilot_concentration':
      return pilots(finding, names)
    case 'programme_homophily':
      return homophily(finding)
    case 'single_sphere_project':
      return singleSphere(finding, names)
    case 'sole_pilot':
      return `Si ${le(called(finding.pilot))} se retirait, ${count(needed(finding, 'left_without_pilot').observed, 'projet n’aurait', 'projets n’auraient')} plus de pilote.`
    case 'absent_from_programme':
      return `« ${absentee(finding, names)} » n’a aucun acteur dans les projets${readable(finding)}.`
    case 'first_meetings':
      return `Dans « ${names.space(finding.project ?? '')} », ${count(needed(finding, 'first_meetings').observed, 'paire de participants se rencontre', 'paires de participants se rencontrent')} pour la première fois.`
    case 'named_and_absent':
      return namedNowhere(finding, names)
    case 'programme_reach': {
      const { observed, of } = needed(finding, 'reaching_outside')
      const surely = numbersOf(finding, 'reaching_surely')
      return `${observed === 0 ? 'Aucun projet' : count(observed, 'projet', 'projets')} sur ${number(of ?? 0)} ${observed === 0 ? 'ne compte d’' : observed < 2 ? 'compte un ' : 'comptent un '}acteur extérieur au territoire${readable(finding)}.${surely ? ` Sans les lignes tenues pour incertaines, ${number(surely.observed)}.` : ''}`
    }
  }
}

function closedGroup(finding: Of<'closed_group'>, names: Names): string {
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  return [
    `Les ${number(finding.members.length)} membres ${de(theGroup(finding, names))} entretiennent ${count(tiesAs(finding, 'internal'), 'lien', 'liens')} entre eux et ${number(opening.observed)} vers les autres.`,
    `On en attendrait environ ${rounded(opening.expected)} vers les autres.`,
    ...(finding.explainedBy === 'places' ? ['La géographie l’explique presque entièrement.'] : []),
    ...(renewal ? [`Depuis la vague précédente : ${renewed(renewal)}.`] : []),
    ...inFamilies(finding),
  ].join(' ')
}

const families: Readonly<Record<Of<'closed_group'>['families'][number]['family'], string>> = {
  exchange: 'échanger',
  cooperate: 'coopérer',
  decide: 'décider et financer',
}

function inFamilies({ families: found }: Of<'closed_group'>): string[] {
  const judged = found.filter(({ holds }) => holds !== null)
  const held = judged.filter(({ holds }) => holds)
  if (found.length === 0) return []
  if (judged.length === 0) return ['Famille de liens par famille, les liens sont trop peu nombreux pour en juger.']
  if (held.length === 0) return ['Aucune famille de liens, prise à part, ne montre le même repli.']
  const names = list(held.map(({ family }) => `« ${families[family]} »`))
  return [
    `Le même repli se voit dans ${count(held.length, 'famille', 'familles')} de liens sur ${number(judged.length)} : ${names}.`,
  ]
}

function closedActor(finding: Of<'closed_actor'>, who: string): string {
  const closure = needed(finding, 'closure')
  const opening = needed(finding, 'opening')
  const renewal = numbersOf(finding, 'renewal')
  return [
    `${Le(who)} a ${count(opening.of ?? 0, 'partenaire', 'partenaires')}, dont ${number(opening.observed)} hors de sa sphère ; on en attendrait environ ${tenth(opening.expected)}.`,
    `${count(closure.observed, 'paire de ses partenaires est liée', 'paires de ses partenaires sont liées')}, au lieu d’environ ${tenth(closure.expected)}.`,
    ...(renewal ? [`Depuis la vague précédente : ${renewed(renewal)}.`] : []),
  ].join(' ')
}

function carried(finding: Of<'fragile_opening'>, names: Names): string {
  const { observed, of } = needed(finding, 'first_share')
  const who = finding.named && finding.carrier ? names.actor(finding.carrier) : 'Un seul acteur'
  return `${Le(who)} porte ${percent(observed)} des ${number(of ?? 0)} liens qui sortent du territoire.`
}

function withdrawn(finding: Of<'withdrawal'>): string {
  return `${openness(finding)} Le territoire semble se replier.`
}

function openness(finding: Of<'withdrawal'>): string {
  const { observed } = needed(finding, 'territory_opening')
  const change = numbersOf(finding, 'opening_change')
  const moved =
    change?.interval && ` Chez ceux qui ont répondu aux deux vagues, elle a varié de ${signed(change.observed)}.`
  return `L’ouverture du territoire est de ${number(observed)} sur 1.${moved ?? ''}`
}

function dependence(finding: Of<'dependent_actor'>, names: Names, who: string): string {
  const broker = partnerOf(finding, finding.broker, names)
  const cut = needed(finding, 'cut_off').observed
  const [only] = finding.ties
  const through = `${Le(who)} ne tient aux autres que par ${le(broker)}`
  const held = !only
    ? `${through}.`
    : only.to === finding.broker
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
  return ` C’est probable (${sure}).`
}

function critical(finding: Of<'critical_broker'>, who: string): string {
  const { observed } = needed(finding, 'cut_off')
  const found = `Sans ${le(who)}, ${count(observed, 'acteur serait coupé', 'acteurs seraient coupés')} du reste`
  if (finding.status === 'none') return `${found} : c’est ce qu’on attendrait avec autant de liens.`
  const geography =
    finding.explainedBy === 'places' ? ' Cela tient à la géographie : la plupart sont dans des lieux à part.' : ''
  return `${found}.${geography}`
}

function apart(finding: Of<'sphere_kept_apart'>, names: Names): string {
  const { observed, expected } = needed(finding, 'elsewhere')
  const sphere = `« ${names.sphere(finding.sphere ?? '')} »`
  const others =
    finding.reference === 'labels'
      ? `Un acteur des mêmes lieux l’est à ${percent(expected ?? 0)}, sans compter ses liens avec elle`
      : `Ceux-ci, d’une sphère à l’autre, le sont à ${percent(expected ?? 0)} les uns aux autres`
  return `Un acteur de ${sphere} est lié à ${percent(observed)} des acteurs des autres sphères. ${others}.`
}

function pilots(finding: Of<'pilot_concentration'>, names: Names): string {
  const first = needed(finding, 'first_pilot')
  return [
    `${Le(partnerOf(finding, finding.pilot, names))} pilote ${number(first.observed)} des ${number(first.of ?? 0)} projets qui ont un pilote.`,
    `Partagés entre ceux qui pilotent, le premier en aurait environ ${tenth(first.expected)}.`,
    `C’est comme si le pilotage se partageait à parts égales entre ${count(toDigits(needed(finding, 'effective_pilots').observed, 1), 'acteur', 'acteurs')}.`,
  ].join(' ')
}

function singleSphere(finding: Of<'single_sphere_project'>, names: Names): string {
  return `Tous les participants du projet « ${names.space(finding.project ?? '')} » sont de la sphère « ${names.sphere(finding.sphere ?? '')} ».`
}

function homophily(finding: Of<'programme_homophily'>): string {
  const { observed, of, expected } = needed(finding, 'single_sphere')
  const several = `${number(of ?? 0)} projets à plusieurs participants`
  const shared =
    observed === 0
      ? `Aucun des ${several} n’est`
      : `${number(observed)} des ${several} ${observed === 1 ? 'est' : 'sont'}`
  return `${shared} d’une seule sphère ; on en attendrait environ ${tenth(expected)}.`
}

function namedNowhere(finding: Of<'named_and_absent'>, names: Names): string {
  const { observed, expected } = needed(finding, 'in_no_project')
  return [
    `${count(observed, 'acteur nommé', 'acteurs nommés')} de type « ${names.actorType(finding.type ?? '')} » ${observed < 2 ? 'n’est' : 'ne sont'} dans aucun projet${readable(finding)}.`,
    `Il s’agit ${listOf(finding.absent.map(names.actor))}.`,
    `On attendrait qu’il en manque environ ${tenth(expected)}.`,
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
  switch (finding.kind) {
    case 'closed_group':
    case 'closed_actor':
      return notClosed(finding, names)
    case 'withdrawal':
      return `${openness(finding)} Rien ne dit que le territoire se replie.`
    case 'fragile_opening':
      return shared(finding)
    case 'excluded_spheres': {
      const [first, second] = spheresOf(finding, names)
      const { observed, expected } = needed(finding, 'between')
      return `Entre « ${first} » et « ${second} » : ${count(observed, 'lien', 'liens')}, pour environ ${rounded(expected)} attendus.`
    }
    case 'critical_broker':
      return finding.broker === null ? nobody.critical_broker : critical(finding, names.actor(finding.broker))
    case 'sphere_kept_apart':
      return apart(finding, names)
    case 'pilot_concentration':
      return `${pilots(finding, names)} Le pilotage est partagé.`
    case 'programme_homophily':
      return homophily(finding)
    case 'single_sphere_project':
      return singleSphere(finding, names)
    default:
      return nobody[finding.kind]
  }
}

const nobody = {
  isolated_actor: 'Parmi ceux qui ont répondu, aucun n’est probablement isolé.',
  single_tie: 'Parmi ceux qui ont répondu, aucun autre n’a probablement un seul lien.',
  islet: 'Parmi ceux qui ont répondu, aucun ensemble n’est probablement à part.',
  peripheral_actor: 'Parmi ceux qui ont répondu, aucun n’est probablement à la périphérie faible.',
  dependent_actor: 'Parmi ceux qui ont répondu, aucun ne dépend probablement d’un seul intermédiaire.',
  critical_broker: 'Aucun intermédiaire dont le départ couperait assez d’acteurs du reste.',
  fading_ties: 'Aucun acteur n’a la moitié de ses liens à réactiver.',
  project_without_pilot: 'Tous les projets ont un pilote.',
  sole_pilot: 'Aucun pilote ne porte seul plusieurs projets.',
  absent_from_programme: 'Toutes les sphères sont présentes dans le programme.',
  first_meetings:
    'Entre ceux qu’on a pu interroger, tous les participants des projets sont déjà liés ou ont un autre espace en commun.',
  named_and_absent: 'Aucune catégorie d’acteurs nommés n’est tout entière hors des projets.',
  programme_reach: 'Aucun projet n’a d’acteur extérieur.',
} as const satisfies Partial<Readonly<Record<FindingWire['kind'], string>>>

function notClosed(finding: Of<'closed_group' | 'closed_actor'>, names: Names): string {
  const opening = needed(finding, 'opening')
  const expected = `pour environ ${awaited(opening.expected, 1)}`
  return finding.kind === 'closed_group'
    ? `${capital(theGroup(finding, names))} ne se replie pas nettement : ${count(opening.observed, 'lien', 'liens')} vers les autres, ${expected}.`
    : `${Le(names.actor(finding.actor ?? ''))} ne se replie pas plus que d’autres de sa sphère : ${count(opening.observed, 'partenaire', 'partenaires')} au-dehors, ${expected}.`
}

function shared(finding: Of<'fragile_opening'>): string {
  const { observed, of } = needed(finding, 'first_share')
  return `Les ${number(of ?? 0)} liens qui sortent du territoire sont portés par plusieurs acteurs, dont le premier porte ${percent(observed)}.`
}

function insufficient(finding: FindingWire, names: Names): string {
  const reason = finding.reason ? findings.reasons[finding.reason] : ''
  if (finding.kind === 'isolated_actor' && finding.actor !== null) {
    const whom = le(names.actor(finding.actor))
    if (finding.reason === 'documents') return `Aucun lien dans les documents pour ${whom}.`
    if (finding.reason === 'informants') return `L’équipe ne connaît aucun lien pour ${whom}.`
  }
  const about = subjectOf(finding, names)
  if (about === null) return `${findings.titles[finding.kind]} : données insuffisantes, ${reason}`
  return `${about} : données insuffisantes, ${reason}`
}

function suggestionOn(finding: FindingWire, names: Names): string | null {
  switch (finding.kind) {
    case 'closed_group':
      return introductions(finding, names)
    case 'closed_actor':
      return 'Qu’est-ce qui le retient auprès de ses partenaires habituels ? À vérifier avec lui.'
    case 'fragile_opening':
      return 'Qui d’autre pourrait porter des liens au-dehors ?'
    case 'withdrawal':
      return 'Quels liens vers l’extérieur se sont perdus, et lesquels raviver ?'
    case 'isolated_actor':
      return 'Vérifier d’abord : manque-t-il un lien, ou une réponse ?'
    case 'islet':
      return finding.nearest && finding.named
        ? `Vérifier d’abord. ${Le(names.actor(finding.nearest))}, proche par la commune ou la sphère, pourrait-il les rejoindre ?`
        : 'Vérifier d’abord : manque-t-il un lien, ou une réponse ?'
    case 'excluded_spheres':
      return 'Qu’est-ce qui les sépare, et quel projet pourrait les réunir ?'
    case 'sphere_kept_apart':
      return 'Qu’est-ce qui la tient à l’écart, et qui pourrait l’inviter ?'
    case 'fading_ties':
      return 'Lesquels de ces liens valent d’être ravivés ?'
    case 'critical_broker':
      return 'C’est un risque du territoire, non un défaut de l’acteur : qui pourrait doubler ce rôle ?'
    case 'project_without_pilot':
      return 'Qui pourrait le piloter ?'
    case 'pilot_concentration':
      return 'Qui pourrait co-piloter ?'
    case 'programme_homophily':
    case 'single_sphere_project':
      return 'Qui d’une autre sphère gagnerait à y prendre part ?'
    case 'sole_pilot':
      return 'Qui pourrait être le second pilote de ces projets ?'
    case 'absent_from_programme':
    case 'named_and_absent':
      return 'Qui inviter ?'
    case 'first_meetings': {
      const [first] = finding.pairs
      return first
        ? `Présenter par exemple ${le(names.actor(first[0]))} ${à(names.actor(first[1]))}.`
        : 'Qui présenter à qui ?'
    }
    default:
      return null
  }
}

/** Introductions that one sentence bears. */
const mostTold = 3

function introductions({ whatIf, named: isNamed }: Of<'closed_group'>, names: Names): string {
  const ask = 'Qu’est-ce qui retient ces acteurs entre eux ?'
  const last = whatIf?.ties.at(-1)
  if (!whatIf || !last) return ask
  const many = count(whatIf.ties.length, 'mise en relation', 'mises en relation')
  const pairs = whatIf.ties.map(({ from, to, introducer }) => {
    const by = introducer === null ? '' : ` (par ${le(names.actor(introducer))})`
    return `${le(names.actor(from))} et ${le(names.actor(to))}${by}`
  })
  const which = isNamed ? ` À présenter : ${pairs.slice(0, mostTold).join(' ; ')}.` : ''
  return whatIf.lifted
    ? `${ask} ${many} ${whatIf.ties.length === 1 ? 'suffirait' : 'suffiraient'} pour que les liens vers les autres atteignent ${percent(last.ratio)} de l’attendu.${which}`
    : `${ask} ${many} les porteraient à ${percent(last.ratio)} de l’attendu, sans suffire encore.${which}`
}

/** As a sentence begins with it: names of actors keep their first letter. */
function subjectOf(finding: FindingWire, names: Names): string | null {
  const actor = (id: string | null) => id && names.actor(id)
  switch (finding.kind) {
    case 'closed_group':
      return finding.group && capital(theGroup(finding, names))
    case 'closed_actor':
    case 'isolated_actor':
    case 'dependent_actor':
    case 'single_tie':
    case 'fading_ties':
    case 'peripheral_actor':
      return actor(finding.actor)
    case 'critical_broker':
      return actor(finding.broker)
    case 'islet':
      return actor(finding.members[0] ?? null)
    case 'sphere_kept_apart':
      return finding.sphere && `La sphère « ${names.sphere(finding.sphere)} »`
    case 'excluded_spheres':
      return finding.spheres && capital(finding.spheres.map(names.sphere).join(' et '))
    case 'project_without_pilot':
    case 'single_sphere_project':
    case 'first_meetings':
      return finding.project && `Projet « ${names.space(finding.project)} »`
    case 'sole_pilot':
      return actor(finding.pilot)
    case 'absent_from_programme':
      return finding.sphere === null && finding.category === null ? null : `« ${absentee(finding, names)} »`
    case 'named_and_absent':
      return finding.type && `« ${names.actorType(finding.type)} »`
    case 'withdrawal':
    case 'fragile_opening':
    case 'pilot_concentration':
    case 'programme_homophily':
    case 'programme_reach':
      return null
  }
}

function absentee({ sphere, category }: Of<'absent_from_programme'>, names: Names): string {
  return sphere === null ? categoryOf(category ?? '') : names.sphere(sphere)
}

function actorOf({ named: isNamed }: FindingWire, id: string | null, names: Names): string {
  return isNamed && id !== null ? names.actor(id) : 'un acteur'
}

function partnerOf({ named: isNamed }: FindingWire, id: string | null, names: Names): string {
  return isNamed && id !== null ? names.actor(id) : 'un autre'
}

function theGroup({ group, named: isNamed }: Of<'closed_group'>, names: Names): string {
  if (!isNamed || !group) return 'un groupe'
  const name = `« ${group.kind === 'sphere' ? names.sphere(group.id) : group.kind === 'space' ? names.space(group.id) : names.group(group.id)} »`
  if (group.kind === 'sphere') return `la sphère ${name}`
  return group.kind === 'commune' ? `la commune ${name}` : `le groupe ${name}`
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

function renewed({ observed, of, expected }: Numbers): string {
  const found = observed === 0 ? 'aucun lien nouveau' : count(observed, 'lien nouveau', 'liens nouveaux')
  return `${found} sur ${number(of ?? 0)}, pour environ ${awaited(expected, 1)}`
}

const toDigits = (value: number, digits: number) => Number(value.toFixed(digits))
const awaited = (value: number | null, digits: number) => count(toDigits(value ?? 0, digits), 'attendu', 'attendus')
const rounded = (value: number | null) => number(value ?? 0, 0)
const tenth = (value: number | null) => number(value ?? 0, 1)
const signed = (value: number) => `${value < 0 ? '−' : '+'}${number(Math.abs(value))}`
/** « de la CCI, d’Airbus et du lycée » */
const listOf = (names: readonly string[]) => list(names.map(de))
/** At the beginning of a sentence. */
function listed([first = '', ...others]: readonly string[]): string {
  return list([Le(first), ...others.map(le)])
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
