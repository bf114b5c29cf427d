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
import { french } from '../formats.ts'
import { de, Le, le, à } from './names.ts'

const { number, count, percent, list } = french

/** What is to be done about a diagnosis, in French. */
export const agenda: AgendaWords = {
  callings: { risk: 'À traiter', chance: 'À saisir', gap: 'À vérifier', fact: 'À savoir' },
  headline: (item, names, basis) => (item.named ? headline(item, names, basis) : unnamed(item)),
  found: (item, names, basis) => (item.named ? found(item, names, basis) : null),
  act,
  within: (days) => (days <= 30 ? 'D’ici un mois' : 'D’ici deux mois'),
  change,
  sure: ({ solidity, stake: { solidity: value } }, basis) => {
    switch (solidity) {
      case 'survival':
        return value >= 0.95
          ? 'Tiendrait presque toujours si d’autres réponses manquaient.'
          : `Tiendrait ${tenths(value)} si d’autres réponses manquaient.`
      case 'probability':
        return value >= 0.95 ? 'Presque sûr, d’après les réponses.' : `Vrai ${tenths(value)}, d’après les réponses.`
      case 'unknown_ties':
        return `Tiendrait ${value >= 0.95 ? 'presque toujours' : tenths(value)} si un tiers des liens restait à découvrir.`
      case 'answers':
        return `Solidité en cours d’établissement : ${percent(value)} des acteurs interrogés ont répondu.`
      case 'unread':
        return 'La source ne tranche pas : l’un est aussi possible que l’autre.'
      case 'source':
        return sources[basis]
    }
  },
  disproof,
  step,
  outcome,
  stake: ({ stake: { actors, share, solidity, total }, cause }) =>
    `${count(actors, 'acteur', 'acteurs')} × ${percent(share)} ${units[cause.kind] ?? 'de leurs partenaires'} × ${percent(solidity)} de solidité = ${number(total, 1)}`,
  caution: ({ basis, actors, toSurvey }) => {
    if (basis === 'survey') return null
    return `${capital(accordingTo(basis))} : personne n’a été interrogé, et un lien inconnu peut exister. Une enquête auprès de ${count(toSurvey.length, 'acteur', 'acteurs')} sur ${number(actors)} dirait qui relie, qui dépend et qui se tient entre soi.`
  },
  others: (others) =>
    others === 0
      ? null
      : `${count(others, 'autre sujet, dont l’enjeu est moindre, est', 'autres sujets, dont l’enjeu est moindre, sont')} dans les constats.`,
  calendar: (territory) => `Ordre du jour – ${territory}`,
  columns: {
    sheet: 'Ordre du jour',
    item: 'Nature',
    acts: 'Qui fait quoi',
    changes: 'Ce que cela changerait',
    sure: 'Est-ce sûr ?',
  },
  nothing: 'Ces données ne portent aucune décision à prendre : voir les constats, et ce qui n’a pas pu être examiné.',
}

const sources: Readonly<Record<Basis, string>> = {
  survey: 'C’est ce que disent les données : rien n’est supposé.',
  documents: 'C’est ce que disent les documents, à confirmer auprès des intéressés.',
  informants: 'C’est ce que l’équipe sait, à confirmer auprès des intéressés.',
}

function accordingTo(basis: Basis): string {
  return basis === 'informants' ? 'd’après ce que l’équipe sait' : 'd’après les documents'
}

/** What the share of the stake is a share of. */
const units: Partial<Record<AgendaItemWire['cause']['kind'], string>> = {
  go_between: 'de ceux qu’ils atteignent',
  islet: 'de ceux qu’ils pourraient atteindre',
  isolated: 'de ceux qu’ils pourraient atteindre',
  pilot: 'du programme',
  without_pilot: 'du programme',
  unread: 'du programme',
  absent: 'de partenaires nouveaux',
  shared_piloting: 'du programme',
  outward_projects: 'du programme',
  silent: 'de leurs liens encore inconnus',
  thin: 'de leurs liens encore inconnus',
  most_between: 'des plus courts chemins',
}

function headline(item: AgendaItemWire, names: Names, basis: Basis): string {
  const { cause, acts, change: changed, calling } = item
  switch (cause.kind) {
    case 'go_between': {
      const many = count(cause.cutOff.length, 'acteur', 'acteurs')
      const hold = `${many} ne ${cause.cutOff.length < 2 ? 'tient' : 'tiennent'} aux autres que par ${le(names.actor(cause.broker))}`
      if (calling === 'gap') return `${capital(accordingTo(basis))}, ${hold}${toCheck(item, names)}.`
      const first = firstAct(acts, 'introduce')
      if (!first || changed?.kind !== 'freed') return `Chercher un second relais : ${hold}.`
      const freed = `${count(changed.count, 'acteur ne dépendrait', 'acteurs ne dépendraient')} plus d’un seul relais`
      if (first.by === cause.broker) {
        const does =
          acts.length > 1 ? `fait ${number(acts.length)} présentations` : `présente ${pair(first.between, names)}`
        return `${Le(names.actor(cause.broker))} ${does} : ${freed}.`
      }
      return `Présenter ${pair(first.between, names)} : ${freed}, ${le(names.actor(cause.broker))}.`
    }
    case 'closed_group': {
      const group = theGroup(cause, names)
      if (calling === 'gap')
        return `${capital(accordingTo(basis))}, ${group} voit peu les autres${toCheck(item, names)}.`
      const does = introduction(acts, names)
      if (!does || changed?.kind !== 'ties')
        return `Ouvrir ${group}, qui n’a que ${count(cause.leaving, 'lien', 'liens')} vers les autres.`
      return `${does} : ${group} aurait ${count(changed.after, 'lien', 'liens')} vers les autres au lieu de ${number(changed.before)}.`
    }
    case 'closed_actor': {
      const does = introduction(acts, names)
      const who = le(names.actor(cause.actor))
      if (!does || changed?.kind !== 'ties')
        return `Faire connaître ${who} hors de sa sphère : ses partenaires en sont presque tous.`
      return `${does} : ${who} aurait ${count(changed.after, 'partenaire', 'partenaires')} hors de sa sphère au lieu de ${number(changed.before)}.`
    }
    case 'sphere_apart': {
      const spheres = sides(cause, names)
      const does = introduction(acts, names)
      if (!does) return `Faire se rencontrer ${spheres}, qui n’ont presque pas de liens.`
      if (changed?.kind === 'reached')
        return `${does} : ${spheres} se rapprocheraient, pour ${count(changed.count, 'acteur', 'acteurs')} encore loin de l’autre sphère.`
      return `${does} : ${spheres} se rencontrent peu.`
    }
    case 'islet':
      return `${introduction(acts, names) ?? 'Tendre la main'} : ${count(cause.members.length, 'acteur', 'acteurs')} liés seulement entre eux rejoindraient les autres.`
    case 'isolated': {
      const first = firstAct(acts, 'introduce')
      const others = cause.actors.length - 1
      if (!first) return `Aller vers ${count(cause.actors.length, 'acteur', 'acteurs')} sans lien connu.`
      return others === 0
        ? `Présenter ${pair(first.between, names)} : ce serait son premier lien connu.`
        : `Présenter ${pair(first.between, names)}, et de même ${count(others, 'autre acteur', 'autres acteurs')} sans lien connu.`
    }
    case 'fading': {
      const [first] = cause.partners
      const others = acts.length - 1
      const more = others > 0 ? ` et ${number(others)} ${others === 1 ? 'autre' : 'autres'}` : ''
      const asleep = count(cause.partners.length, 'lien est silencieux', 'liens sont silencieux')
      return `${Le(names.actor(cause.actor))} reprend contact avec ${le(names.actor(first ?? ''))}${more} : ${asleep} depuis longtemps.`
    }
    case 'outward_ties':
      return `${Le(names.actor(cause.carrier))} associe d’autres acteurs à ses contacts extérieurs : ${number(Math.round(cause.share * cause.ties))} des ${count(cause.ties, 'lien', 'liens')} qui sortent en dépendent.`
    case 'withdrawal':
      return 'Inviter des acteurs extérieurs aux prochaines rencontres : le territoire se tourne moins vers le dehors.'
    case 'pilot': {
      const carried = new Set([...cause.piloted, ...cause.alone]).size
      const among =
        cause.unpiloted === 0
          ? `${count(carried, 'projet', 'projets')} sur ${number(cause.of)}`
          : `${number(carried)} des ${count(cause.of, 'projet', 'projets')} dont on connaît le pilote`
      const pilots = `${Le(names.actor(cause.pilot))} pilote ${among}`
      const first = firstAct(acts, 'copilot')
      if (!first) return `${pilots} : chercher qui en piloterait une partie.`
      return `${pilots} : associer ${le(names.actor(first.actor))}${andOthers(acts.length - 1)} donnerait un second pilote à ${acts.length === 1 ? 'l’un d’eux' : `${number(acts.length)} d’entre eux`}.`
    }
    case 'without_pilot': {
      const [project] = cause.projects
      const others = cause.projects.length - 1
      const more = others > 0 ? ` (${count(others, 'autre projet', 'autres projets')} de même)` : ''
      const called = quoted(names.space(project ?? ''))
      const first = firstAct(acts, 'pilot')
      return first
        ? `Proposer ${à(names.actor(first.actor))} de piloter ${called}, qui n’a pas de pilote${more}.`
        : `Chercher un pilote pour ${called}, que personne ne porte${more}.`
    }
    case 'absent':
      return absent(cause, acts, names)
    case 'single_sphere': {
      const few = `${count(cause.projects.length, 'projet', 'projets')} sur ${number(cause.of)} ne ${cause.projects.length < 2 ? 'réunit' : 'réunissent'} qu’une sphère`
      const first = firstAct(acts, 'invite')
      if (!first) return `Inviter d’autres sphères : ${few}.`
      const who = first.by === null ? 'Inviter' : `${Le(names.actor(first.by))} invite`
      return `${who} ${le(names.actor(first.actor))} dans ${quoted(names.space(first.project ?? ''))} : ${few}.`
    }
    case 'first_meetings': {
      const project = quoted(names.space(cause.project))
      const met = new Set(cause.pairs.flat()).size
      return `${introduction(acts, names) ?? 'Faire les présentations'}, au sein de ${project} : ${count(met, 'participant s’y rencontrerait', 'participants s’y rencontreraient')} pour la première fois.`
    }
    case 'silent':
      return `${visits(acts, names)} : l’enquête n’a pas leur réponse${cause.actors.length > acts.length ? `, ni celle de ${count(cause.actors.length - acts.length, 'autre acteur', 'autres acteurs')}` : ''}.`
    case 'thin': {
      const { untied, single } = cause
      const [none, some] =
        basis === 'documents'
          ? ['les documents ne citent aucun lien', 'les documents ne citent qu’un lien']
          : ['l’équipe ne connaît aucun lien', 'l’équipe ne connaît qu’un lien']
      const untold = untied.length > 0 ? `${none} de ${count(untied.length, 'acteur', 'acteurs')}` : ''
      const one =
        single.length === 0
          ? ''
          : untied.length > 0
            ? `, et un seul de ${count(single.length, 'autre', 'autres')}`
            : `${some} de ${count(single.length, 'acteur', 'acteurs')}`
      return `${visits(acts, names)} : ${untold}${one}.`
    }
    case 'most_between': {
      const who = few(cause.actors.map((id) => le(names.actor(id))))
      const [seem, whom] = cause.actors.length === 1 ? ['semble', 'lui'] : ['semblent', 'leur']
      return `${capital(accordingTo(basis))}, ${who} ${seem} faire le plus souvent le lien entre d’autres : à ${whom} faire confirmer.`
    }
    case 'unread': {
      const first = firstAct(acts, 'verify')
      const others = cause.projects.length - 1
      const more = others > 0 ? ` et ${count(others, 'autre projet', 'autres projets')}` : ''
      const whom = first?.with ? ` auprès ${de(names.actor(first.with))}` : ''
      return `Vérifier${whom} qui porte ${quoted(names.space(cause.projects[0] ?? ''))}${more} : la source ne le dit pas sûrement.`
    }
    case 'shared_piloting':
      return `Une force : ${number(cause.several)} projets sur ${number(cause.of)} ont plusieurs pilotes, et aucun acteur n’en pilote plus de ${number(cause.most)}.`
    case 'outward_projects':
      return `${count(cause.projects.length, 'projet', 'projets')} sur ${number(cause.of)} ${cause.projects.length < 2 ? 'associe' : 'associent'} un acteur extérieur au territoire : des portes déjà ouvertes.`
  }
}

/** Where names wait: how many, and that is all. */
function unnamed({ cause }: AgendaItemWire): string {
  switch (cause.kind) {
    case 'go_between':
      return `Un acteur relie seul ${count(cause.cutOff.length, 'acteur', 'acteurs')} aux autres ; son nom attend d’être assuré.`
    case 'closed_group':
      return `Un groupe de ${count(cause.members.length, 'membre', 'membres')} voit peu les autres ; son nom attend d’être assuré.`
    case 'closed_actor':
      return 'Un acteur voit peu hors de sa sphère ; son nom attend d’être assuré.'
    case 'fading':
      return `Un acteur a laissé dormir ${count(cause.partners.length, 'lien', 'liens')} ; son nom attend d’être assuré.`
    case 'outward_ties':
      return `Un seul acteur porte ${percent(cause.share)} des liens qui sortent du territoire ; son nom attend d’être assuré.`
    default:
      return 'Un constat est là ; les noms attendent d’être assurés.'
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
    const invited = acts.flatMap((one) => (one.do === 'invite' ? [le(names.actor(one.actor))] : []))
    const type = quoted(names.actorType(types[0] ?? ''))
    const some = count(who.length, 'acteur nommé', 'acteurs nommés')
    const none = `${some} de type ${type} ${who.length < 2 ? 'n’est' : 'ne sont'} dans aucun des ${number(of)} projets`
    return invited.length === 0 ? `Inviter au programme : ${none}.` : `Inviter ${list(invited)} : ${none}.`
  }
  const few =
    missing.length === 1
      ? `${missing[0]} n’y a personne`
      : missing.length <= 3
        ? `${list(missing)} n’y ont personne`
        : `${list([
            ...(spheres.length > 0 ? [count(spheres.length, 'sphère', 'sphères')] : []),
            ...(categories.length > 0 ? [count(categories.length, 'type d’acteurs', 'types d’acteurs')] : []),
          ])} n’y ont personne`
  if (first && first.sphere !== null) {
    return `Inviter ${le(names.actor(first.actor))} au programme : la sphère ${quoted(names.sphere(first.sphere))} n’y a personne.`
  }
  return first
    ? `Inviter ${le(names.actor(first.actor))} au programme : ${few}.`
    : `Trouver qui inviter au programme : ${few}.`
}

function found({ cause, calling, acts }: AgendaItemWire, names: Names, basis: Basis): string | null {
  switch (cause.kind) {
    case 'go_between':
      return calling === 'gap'
        ? `Seraient concernés : ${list(cause.cutOff.map((id) => le(names.actor(id))))}.`
        : `Sans ${le(names.actor(cause.broker))}, seraient coupés des autres : ${list(cause.cutOff.map((id) => le(names.actor(id))))}.`
    case 'closed_group':
    case 'closed_actor': {
      const had = `${some(cause.leaving)} vers les autres`
      const to = `${number(cause.expected, 0)}, si les mêmes liens allaient sans préférence`
      return `${capital(had)} ; on en attendrait ${to}.`
    }
    case 'sphere_apart':
      return `${some(cause.between)} entre ${sides(cause, names)} ; on en attendrait ${number(cause.expected, 0)} si les sphères ne comptaient pas.`
    case 'islet':
      return `${list([Le(names.actor(cause.members[0] ?? '')), ...cause.members.slice(1).map((id) => le(names.actor(id)))])}.`
    case 'pilot':
      return cause.alone.length === 0
        ? null
        : `Sans autre pilote : ${list(cause.alone.map((id) => quoted(names.space(id))))}.`
    case 'without_pilot':
    case 'unread':
      return cause.projects.length === 1
        ? null
        : `${capital(list(cause.projects.map((id) => quoted(names.space(id)))))}.`
    case 'single_sphere':
    case 'outward_projects':
      return `${capital(list(cause.projects.map((id) => quoted(names.space(id)))))}.`
    case 'absent': {
      const missing = [
        ...cause.spheres.map((sphere) => quoted(names.sphere(sphere))),
        ...cause.categories.map(categoryOf),
      ]
      const who =
        cause.absent.length > 0
          ? `Acteurs connus qui n’y sont pas : ${list(cause.absent.map((id) => le(names.actor(id))))}.`
          : ''
      const where = missing.length > 0 ? `Absents des ${number(cause.of)} projets : ${list(missing)}.` : ''
      return [where, who].filter((part) => part !== '').join(' ')
    }
    case 'thin': {
      const called = (spheres: readonly string[]) => list(spheres.map((sphere) => quoted(names.sphere(sphere))))
      const visited = new Set(acts.flatMap((one) => (one.do === 'visit' ? [one.actor] : [])))
      const next = [...cause.untied, ...cause.single].filter((id) => !visited.has(id))
      const parts = [
        cause.spheres.length > 0 ? `Aucun lien connu dans ces sphères : ${called(cause.spheres)}.` : '',
        cause.unpeopled.length > 0 ? `Aucun acteur connu dans ces sphères : ${called(cause.unpeopled)}.` : '',
        cause.communes.length > 0 ? `Aucun lien connu dans ces communes : ${list(cause.communes)}.` : '',
        basis === 'informants' && cause.undated > 0
          ? `On ignore la date du dernier contact pour ${count(cause.undated, 'lien', 'liens')} sur ${number(cause.ties)}.`
          : '',
        basis === 'informants' && cause.oneSource.length > 0
          ? `Connus par une seule source : ${firstOf(cause.oneSource, names)}.`
          : '',
        next.length > 0 ? `À voir ensuite, dans cet ordre : ${firstOf(next, names)}.` : '',
      ]
      const said = parts.filter((part) => part !== '').join(' ')
      return said === '' ? null : said
    }
    case 'most_between': {
      const shares = cause.actors.map((id, i) => {
        const paths = number(Math.round(100 * (cause.shares[i] ?? 0)))
        return `${paths}${i === 0 ? ' passent' : ''} par ${le(names.actor(id))}`
      })
      return `Sur 100 plus courts chemins entre deux autres acteurs, ${list(shares)}.`
    }
    case 'shared_piloting':
      return `${count(cause.pilots, 'organisation pilote', 'organisations pilotent')} les ${number(cause.of)} projets${basis === 'documents' ? ', d’après les documents' : ''}.`
    default:
      return null
  }
}

function act(one: Act, names: Names): string {
  switch (one.do) {
    case 'introduce': {
      const who = one.by === null ? 'Présenter' : `${Le(names.actor(one.by))} présente`
      return `${who} ${pair(one.between, names)}${reason(one.because)}.`
    }
    case 'pilot':
      return `Proposer ${à(names.actor(one.actor))} de piloter ${quoted(names.space(one.project))}${reason(one.because)}.`
    case 'copilot':
      return `Proposer ${à(names.actor(one.actor))} de co-piloter ${quoted(names.space(one.project))}${reason(one.because)}.`
    case 'invite': {
      const who = one.by === null ? 'Inviter' : `${Le(names.actor(one.by))} invite`
      const where = one.project === null ? 'au programme' : `dans ${quoted(names.space(one.project))}`
      return `${who} ${le(names.actor(one.actor))} ${where}${reason(one.because)}.`
    }
    case 'find':
      return one.sphere === null
        ? `Chercher un acteur du type ${categoryOf(one.category ?? '')} : aucun acteur connu du territoire n’en est.`
        : `Chercher un acteur de la sphère ${quoted(names.sphere(one.sphere))} : aucun acteur connu du territoire n’y est classé.`
    case 'reactivate':
      return `${Le(names.actor(one.actor))} reprend contact avec ${le(names.actor(one.partner))}${reason(one.because)}.`
    case 'visit':
      return `Aller voir ${le(names.actor(one.actor))}${one.by === null ? '' : `, par ${le(names.actor(one.by))}`}${reason(one.because)}.`
    case 'verify':
      return one.with === null
        ? `Vérifier qui porte ${quoted(names.space(one.project))}.`
        : `Vérifier auprès ${de(names.actor(one.with))} qui porte ${quoted(names.space(one.project))}.`
  }
}

function reason(because: Extract<Act, { readonly do: 'introduce' }>['because']): string {
  return because === null ? '' : ` (${reasons[because]})`
}

const reasons: Readonly<Record<NonNullable<Extract<Act, { readonly do: 'introduce' }>['because']>, string>> = {
  common_partner: 'partenaire des deux',
  same_commune: 'même commune',
  same_sphere: 'même sphère',
  same_project: 'déjà dans ce projet',
  same_axis: 'déjà dans un projet du même axe',
  partner_in_project: 'partenaire d’un participant',
  most_ties: 'parmi les mieux reliés',
  last_contact: 'contact le plus ancien',
  least_told: 'parmi les moins connus',
}

function change(changed: Change): string {
  switch (changed.kind) {
    case 'freed':
      return `${count(changed.count, 'acteur', 'acteurs')} sur ${number(changed.of)} ${changed.count < 2 ? 'aurait' : 'auraient'} un second chemin vers les autres.`
    case 'ties':
      return `Les liens vers les autres passeraient de ${number(changed.before)} à ${number(changed.after)}${changed.expected === null ? '' : `, pour ${number(changed.expected, 0)} attendus`}.`
    case 'reached':
      return `${count(changed.count, 'acteur aurait', 'acteurs auraient')} un contact commun avec l’autre sphère.`
    case 'piloted':
      return `${count(changed.count, 'projet', 'projets')} sur ${number(changed.of)} ${changed.count < 2 ? 'aurait' : 'auraient'} un pilote de plus.`
    case 'joined':
      return `${count(changed.count, 'acteur rejoindrait', 'acteurs rejoindraient')} les autres.`
    case 'invited':
      return `${count(changed.count, 'acteur de plus serait', 'acteurs de plus seraient')} dans le programme.`
    case 'revived':
      return `${count(changed.count, 'lien silencieux', 'liens silencieux')} sur ${number(changed.of)} ${changed.count < 2 ? 'servirait' : 'serviraient'} de nouveau.`
    case 'met':
      return `${count(changed.count, 'paire', 'paires')} d’acteurs sur ${number(changed.of)} ${changed.count < 2 ? 'serait présentée' : 'seraient présentées'}.`
    case 'mixed':
      return `${count(changed.count, 'projet', 'projets')} sur ${number(changed.of)} ${changed.count < 2 ? 'réunirait' : 'réuniraient'} une sphère de plus.`
    case 'verified':
      return changed.count === changed.of
        ? `On saurait qui porte ${changed.of === 1 ? 'ce projet' : `ces ${number(changed.of)} projets`}.`
        : `On saurait qui porte ${count(changed.count, 'projet', 'projets')} sur ${number(changed.of)}.`
    case 'known':
      return `On saurait si ${count(changed.pairs, 'paire d’acteurs est liée', 'paires d’acteurs sont liées')} ou non.`
  }
}

function step({ kind, actor, other, space }: StepAsked, names: Names): string {
  const project = space === undefined ? '' : quoted(names.space(space))
  switch (kind) {
    case 'introduce':
      return other === undefined
        ? `Faire connaître ${le(names.actor(actor))}`
        : `Présenter ${pair([actor, other], names)}`
    case 'double':
      return `Doubler le relais que tient ${le(names.actor(actor))}`
    case 'pilot':
      return `Proposer ${à(names.actor(actor))} de piloter ${project}`
    case 'invite':
      return `Inviter ${le(names.actor(actor))}${project === '' ? '' : ` dans ${project}`}`
    case 'reactivate':
      return `Faire reprendre contact ${à(names.actor(actor))} avec ${le(names.actor(other ?? ''))}`
    case 'visit':
      return `Aller voir ${le(names.actor(actor))}`
    case 'verify':
      return `Vérifier auprès ${de(names.actor(actor))} qui porte ${project}`
  }
}

function outcome(asked: StepAsked, told: 'yes' | 'no' | 'unknown', names: Names): string {
  if (told === 'unknown') return `${step(asked, names)} : cette vague ne dit pas ce qu’il en est.`
  const came = told === 'yes'
  const { kind, actor, other, space } = asked
  const who = Le(names.actor(actor))
  const project = space === undefined ? 'le programme' : quoted(names.space(space))
  switch (kind) {
    case 'introduce': {
      const both = `${le(names.actor(actor))} et ${le(names.actor(other ?? ''))}`
      return came ? `Le lien suggéré existe, entre ${both}.` : `Le lien suggéré reste à faire, entre ${both}.`
    }
    case 'double':
      return came
        ? `Le relais a été doublé : ${le(names.actor(actor))} n’est plus le seul chemin.`
        : `${who} reste le seul chemin.`
    case 'pilot':
      return came ? `${who} pilote maintenant ${project}.` : `${who} ne pilote pas encore ${project}.`
    case 'invite':
      return came ? `L’invité est venu : ${le(names.actor(actor))}.` : `${who} n’est pas encore dans ${project}.`
    case 'reactivate': {
      const both = `${who} et ${le(names.actor(other ?? ''))}`
      return came ? `${both} ont repris contact.` : `${both} n’ont pas encore repris contact.`
    }
    case 'visit':
      return came ? `${who} a été entendu.` : `${who} reste à entendre.`
    case 'verify':
      return came ? `On sait maintenant qui porte ${project}.` : `On ne sait pas encore qui porte ${project}.`
  }
}

function disproof({ cause, named, witness }: AgendaItemWire, names: Names): string | null {
  if (!named) return null
  const ask = witness === null ? '' : ` ; à demander ${à(names.actor(witness))}`
  switch (cause.kind) {
    case 'go_between':
      return `Un lien entre l’un de ces acteurs et quelqu’un d’autre${ask}.`
    case 'closed_group':
      return `Des liens vers les autres dont personne n’a parlé${ask}.`
    case 'closed_actor':
    case 'sphere_apart':
      return `Des liens d’une sphère à l’autre dont personne n’a parlé${ask}.`
    case 'islet':
    case 'isolated':
      return `Un lien dont personne n’a parlé${ask}.`
    case 'fading':
      return `Un contact récent qui n’a pas été noté${ask}.`
    case 'most_between':
      return 'Des liens directs entre les autres, que l’équipe ne connaît pas.'
    case 'outward_ties':
      return 'D’autres liens vers l’extérieur, portés par d’autres.'
    case 'without_pilot':
      return `Un pilote que la source ne nomme pas${ask}.`
    case 'pilot':
      return `Un second pilote que la source ne nomme pas${ask}.`
    case 'absent':
      return `Un participant que la source ne nomme pas${ask}.`
    case 'single_sphere':
      return 'Un participant d’une autre sphère que la source ne nomme pas.'
    case 'first_meetings':
      return `Ces participants se connaissent déjà${ask}.`
    default:
      return null
  }
}

/** « L’Office présente A à B », with how many more where there are; null of no introduction. */
function introduction(acts: readonly Act[], names: Names): string | null {
  const first = firstAct(acts, 'introduce')
  if (!first) return null
  const who = first.by === null ? 'Présenter' : `${Le(names.actor(first.by))} présente`
  const more = acts.length > 1 ? ` (première de ${number(acts.length)} présentations)` : ''
  return `${who} ${pair(first.between, names)}${more}`
}

function pair([a, b]: readonly [string, string], names: Names): string {
  return `${le(names.actor(a))} ${à(names.actor(b))}`
}

function visits(acts: readonly Act[], names: Names): string {
  const whom = acts.flatMap((one) => (one.do === 'visit' ? [le(names.actor(one.actor))] : []))
  return whom.length === 0 ? 'Aller voir les acteurs les moins connus' : `Aller voir ${list(whom)}`
}

function toCheck({ witness }: AgendaItemWire, names: Names): string {
  return witness === null ? ' : à vérifier' : ` : à vérifier auprès ${de(names.actor(witness))}`
}

/** As many names as a sentence bears. */
const mostNext = 7

function firstOf(actors: readonly string[], names: Names): string {
  const named = actors.slice(0, mostNext).map((id) => le(names.actor(id)))
  const more = actors.length - named.length
  return list([...named, ...(more > 0 ? [`${number(more)} ${more === 1 ? 'autre' : 'autres'}`] : [])])
}

/** All of two, the first of more. */
function few([first = '', ...rest]: readonly string[]): string {
  return rest.length === 1 ? list([first, ...rest]) : `${first}${andOthers(rest.length)}`
}

function andOthers(others: number): string {
  return others <= 0 ? '' : others === 1 ? ' et un autre' : ` et ${number(others)} autres`
}

function sides({ sphere, others }: CauseOf<'sphere_apart'>, names: Names): string {
  const own = quoted(names.sphere(sphere))
  return others.length === 0
    ? `${own} et les autres sphères`
    : list([own, ...others.map((other) => quoted(names.sphere(other)))])
}

function theGroup({ group }: CauseOf<'closed_group'>, names: Names): string {
  if (!group) return 'ce groupe'
  if (group.kind === 'sphere') return `la sphère ${quoted(names.sphere(group.id))}`
  const name = quoted(group.kind === 'space' ? names.space(group.id) : names.group(group.id))
  return group.kind === 'commune' ? `la commune ${name}` : `le groupe ${name}`
}

const categories: ReadonlyMap<string, string> = new Map([
  ['collectivites', 'collectivités'],
  ['etat', 'services de l’État'],
  ['entreprises', 'entreprises'],
  ['interface', 'structures d’interface'],
  ['formation', 'formation et recherche'],
  ['emploi', 'emploi et insertion'],
])

function categoryOf(id: string): string {
  return quoted(categories.get(id) ?? id)
}

/** « 8 fois sur 10 »: of a share that nobody takes for exact. */
function tenths(value: number): string {
  return `${number(Math.round(value * 10))} fois sur 10`
}

/** Quotes inside a name are of the second kind. */
const quoted = (name: string) => `«\u00a0${name.replace(/«\s*/g, '“').replace(/\s*»/g, '”')}\u00a0»`
const some = (ties: number) => (ties === 0 ? 'Aucun lien' : count(ties, 'lien', 'liens'))
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
