import type { ColumnMeaning, SheetKind } from '../plan.ts'

/**
 * What people call columns besides what `columns.ts` takes for certain, as patterns on folded words. The first that fits tells; what a
 * column holds is looked at too (column-meaning.ts).
 */
export interface HabitualHeader {
  readonly pattern: RegExp
  readonly meaning: ColumnMeaning
}

const field = (target: string, ...patterns: RegExp[]): HabitualHeader[] =>
  patterns.map((pattern) => ({ pattern, meaning: { holds: 'field', target } }))
const role = (target: string, ...patterns: RegExp[]): HabitualHeader[] =>
  patterns.map((pattern) => ({ pattern, meaning: { holds: 'role', target } }))

const organisation =
  '(structures?|organismes?|organisations?|entreprises?|etablissements?|partenaires?|acteurs?|societes?|institutions?|associations?|entites?|adherents?|employeurs?|raison sociale|denomination( sociale)?|organizations?|company|companies|stakeholders?)'
const naming =
  '(nom|noms|intitule|denomination|libelle|name|liste)( complet| usuel| officiel)?( de| du| des| d)?( la| l| le| les| votre)? '
const ofWhom = '( repondante?s?| presente?s?| participante?s?| concernee?s?| locale?s?)?'
const organisationName = [
  new RegExp(`^(${naming})?${organisation}${ofWhom}( nom)?$`),
  /^(votre|quelle est votre) (structure|organisation|organisme|entreprise)/,
  /^(au nom de |pour |dans |de )?quel(le)? (structure|organisation|organisme|entreprise|etablissement|association) (representez|repondez|travaillez) vous$/,
  // Of Sirene, and of pivot tables.
  /^denomination(unitelegale|usuelleetablissement)$/,
  /^(etiquettes de lignes|row labels)$/,
]

const provenance: HabitualHeader[] = [
  ...field('note', /^(remarques?|commentaires?|observations?|notes?|precisions?)( .*)?$/),
  ...field('source', /^source( .*)?$/),
]

const actor: HabitualHeader[] = [
  ...field('siret', /(^| )siret( |$)/),
  ...field('siren', /(^| )siren( |$)/),
  ...field(
    'aliases',
    /(^| )(sigle|acronyme|alias|abreviation|nom (court|usuel|d usage)|autres? (noms?|appellations?))( |$)/,
  ),
  ...field(
    'type',
    /^(type|categorie|famille|nature|college|forme|statut)( (de|d|des|du|de l))?( l)?( (structure|acteur|organisme|organisation|partenaire|etablissement)s?)?$/,
    /^(vous|votre (structure|organisation|organisme)) (etes|est)( une?)?$/,
  ),
  ...field('name', ...organisationName),
  ...field(
    'commune',
    /^(dans |de )?quelle (commune|ville)( .*)?$/,
    /^(commune|ville|localite|siege|implantation)( .*)?$/,
    /^libellecommuneetablissement$/,
  ),
  ...field('groups', /^(reseaux?|adhesions?|membre de|appartenances?)( (?!(depuis|date|annee|le|en)( |$)|\d).*)?$/),
  ...field('sphere', /^(spheres?|domaines?)( .*)?$/),
  ...field('scope', /^(echelle|portee|niveau|echelon)( .*)?$/),
  ...field('inside', /(^| )(interne|dans le territoire|sur le territoire|du territoire|hors territoire)( |$)/),
  ...provenance,
]

const end = `${organisation}|organisme|nom|node|noeud`
const tie: HabitualHeader[] = [
  ...field(
    'from',
    new RegExp(`^(${naming})?(${end}) (a|1|i|source|emettrice|emetteur|origine|de depart)$`),
    /^(de|depuis qui|qui|emetteur|repondant|declarant|signataire|financeur|donneur d ordres?)$/,
  ),
  ...field(
    'to',
    new RegExp(`^(${naming})?(${end}) (b|2|ii|cible|destinataire|citee?|nommee?)$`),
    /^(avec|avec qui|vers|vers qui|cible|destinataire|beneficiaire|prestataire|partenaires?( citee?s?)?|structure citee)$/,
  ),
  ...field(
    'kind',
    /^(nature|type|objet|forme|categorie)s? (du|de|de la|des|d)( la| l)? ?(liens?|relations?|partenariats?|collaborations?|cooperations?|echanges?)$/,
    /^(liens?|relations?|nature|type)$/,
  ),
  ...field('strength', /^(intensite|force|poids|importance|qualite|solidite|note)( .*)?$/),
  ...field('regularity', /^(frequence|periodicite|rythme|regularite)( .*)?$/),
  ...field('lastContact', /(^| )dernier(e|s|es)? (contact|echange|rencontre|reunion)s?( |$)/),
  ...field('since', /^(depuis|date (de |du )?(debut|premier contact)|debut|date 1er contact|annee)( .*)?$/),
  ...field('directed', /^(oriente|dirige|sens|reciproque)$/),
  ...provenance,
]

const projects: HabitualHeader[] = [
  ...role(
    'pilot',
    /(^| )(porteurs?|porteuses?|pilotes?|pilotage|chefs? de file|maitr(e|ise) d ouvrage|coordinat(eur|rice)s?|coordination|animat(eur|rice)|lead)( |$)/,
  ),
  ...role('funder', /(^| )(co ?financeurs?|financeurs?|bailleurs? de fonds|finance par)( |$)/),
  ...role('member', /^(membres?)( .*)?$/),
  ...role(
    'partner',
    /(^| )(partenaires?|acteurs? (associe|implique|mobilise|concerne)e?s?|structures? (associe|implique|mobilise|concerne)e?s?|associes|partners?)( |$)/,
  ),
  ...role('participant', /^(participants?|beneficiaires?)( .*)?$/),
  ...field('start', /(^| )(debut|demarrage|lancement|date de depart|start)( |$)/),
  ...field('end', /(^| )(fin|echeance|cloture|achevement|end)( |$)/),
  ...field('objective', /^(objectifs?|finalites?|description|contenu|resume|descriptif)( .*)?$/),
  ...field(
    'name',
    /^(nom |intitule |titre |libelle )?(du |de l |de la |des |d )?(projets?|actions?|operations?|fiches?( action)?|initiatives?|demarches?|dispositifs?|evenements?)$/,
    /^(intitule|titre|nom)$/,
  ),
  ...field('kind', /^(type|nature|categorie)( .*)?$/),
  ...provenance,
]

const participation: HabitualHeader[] = [
  ...field('actor', ...organisationName),
  ...field(
    'space',
    /^(nom |intitule |titre )?(du |de l |de la )?(projet|action|operation|initiative|dispositif|reunion|evenement|atelier|seminaire|groupe de travail|espace)s?$/,
  ),
  ...field('role', /^(role|fonction|qualite|implication)( .*)?$/),
  ...provenance,
]

const roster: HabitualHeader[] = [
  ...field('actor', ...organisationName),
  ...field('status', /^(statut|reponse|etat|suivi|retour)( .*)?$/),
  ...provenance,
]

/** People, how to reach them, what they do: a territory knows organisations alone. */
const person =
  /(^| )(contacts?|interlocut(eur|rice)s?|referente?s?|prenoms?|nom de famille|nom et prenom|e ?mails?|mails?|courriels?|telephones?|tel|portable|mobile|phone|adresse electronique|civilite|signature|emargement|represente(e)? par|representante?s?)( |$)/

const habitual: { readonly [K in SheetKind]?: readonly HabitualHeader[] } = {
  actor,
  tie,
  projects,
  space: projects.filter(({ meaning }) => meaning.holds === 'field'),
  participation,
  roster,
  answers: actor,
  attendance: actor,
}

/** @param words the folded words of the header */
export function habitualMeaning(kind: SheetKind, words: string): ColumnMeaning | null {
  return habitual[kind]?.find(({ pattern }) => pattern.test(words))?.meaning ?? null
}

export function isPersonHeader(words: string): boolean {
  return person.test(words) && !/^dernier|(^| )(date|premier|1er|dernier) /.test(words)
}

/** Whether some kind of sheet calls a column so. */
export function isHabitualHeader(words: string): boolean {
  return (
    words.length <= 80 &&
    (isPersonHeader(words) || Object.values(habitual).some((list) => list.some(({ pattern }) => pattern.test(words))))
  )
}

/** A question to the respondent, rather than a name of a column. */
export function isQuestion(header: string, words: string): boolean {
  return (
    /\?\s*$/.test(header) ||
    /^q\d+[a-z]?\b/i.test(header) ||
    /(^| )(avec (qui|quel|quels|quelles|quelle)|quel(le)?s? (structures?|acteurs?|partenaires?|organismes?|entreprises?)|citez|nommez|listez|indiquez|from whom|with whom|who do you)( |$)/.test(
      words,
    ) ||
    (words.length > 45 && words.split(' ').length > 7)
  )
}

/** A column of a list of organisations that names those each has to do with: « Partenaires », « Relations avec ». */
export function isPartnersHeader(words: string): boolean {
  return /^((principaux|ses|leurs|autres) )?(partenaires?|partners)( (du territoire|locaux|principaux|actuels|reguliers))?$|^(en )?(relations?|liens?|partenariats?|cooperations?|collaborations?|travaille|coopere|echange)( \S+)? avec$|^(partenariats?|financements?|finance par|financeurs?|cooperations?|collaborations?|clients?|fournisseurs?|confiance)$/.test(
    words,
  )
}

/** A question of whom one has to do with; not how often, who is missing, with whom one would like to: these name no tie. */
export function asksOfOthers(words: string): boolean {
  return (
    /(^| )(qui|quels?|quelles?|citez|nommez|listez|whom|who|partenaires?|partners?)( |$)/.test(words) &&
    !asksOtherwise(words)
  )
}

export function asksOtherwise(words: string): boolean {
  return otherwise.test(words)
}

const otherwise =
  /(^| )(frequences?|combien|how often|manqu\w*|absente?s?|invit(er|eriez|ons|ez)|souhait\w*|aimeriez|voudriez|devrai\w*|pourrai\w*|missing|wish|should|would|could)( |$)/

/** Columns that only answers to a questionnaire have. */
export function isSurveyHeader(words: string): boolean {
  return /^((submitdate|lastpage|startlanguage|seed|startdate|datestamp|ipaddr)( .*)?|(id )?id de la reponse|numero de serie|sid|uid|adresse ip|ip address|brouillon|horodateur|timestamp|submitdate|submission date|date de soumission|id de la reponse|response id|heure de (debut|fin)|start time|completion time|date de reponse)$/.test(
    words,
  )
}

/** When a respondent sent the answers: empty, they were begun and left. */
export function isSubmissionHeader(words: string): boolean {
  return /^(submitdate( .*)?|submission date|date de soumission|completion time|heure de fin)$/.test(words)
}

/** What somebody does in an organisation. */
export function isPositionHeader(words: string): boolean {
  return /^(votre |sa |son )?(fonction|poste|titre|qualite|service|job title|position)( .*)?$/.test(words)
}

/** Marks of presence. */
export function isPresenceHeader(words: string): boolean {
  return /(^| )(presente?s?|presence|emargement|signature|inscrite?s?|excusee?s?|participation)( |$)/.test(words)
}

/** One of a row of meetings: a day, « Atelier 2 ». */
export function isSessionHeader(header: string, words: string): boolean {
  return (
    /\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?/.test(header) ||
    /^\d{4}-\d{2}-\d{2}$/.test(header.trim()) ||
    /^(seance|atelier|reunion|seminaire|session|copil|cotech|comite|rencontre|jour|journee|workshop|meeting) ?\w*/.test(
      words,
    )
  )
}
