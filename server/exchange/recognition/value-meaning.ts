import type { Kind } from '../../domain/description.ts'
import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import type { Vocabulary } from '../../domain/vocabulary.ts'
import type { CellKind } from '../cells.ts'
import { slug } from '../names.ts'
import { writtenNumber } from '../numbers.ts'
import type { Guess, NewWord } from '../plan.ts'
import { type OptionList, optionMeant, type WordsMeant } from '../words.ts'

export interface ValueMeaning extends Guess {
  /** The cell that is read in its place; null: nobody knows. */
  readonly means: string | null
  /** The word that it makes of the vocabulary of the territory. */
  readonly word: NewWord | null
  /** Each row goes by the name of its actor, where that says more. */
  readonly byName?: true
  /** What else it may mean, where that is a list of its own. */
  readonly choices?: readonly string[]
}

/** Whether the values of such cells are words of a list, few and repeated. */
export function isWorded(kind: CellKind): boolean {
  return typeof kind === 'object' && ('word' in kind || 'option' in kind)
}

/**
 * What a value of a column means.
 * @param holds the field of the column
 * @param numbers the least and the greatest of the column, where it has numbers
 */
export function valueMeaning(
  text: string,
  kind: CellKind,
  holds: Kind,
  words: WordsMeant,
  numbers: { readonly least: number; readonly greatest: number } | null,
): ValueMeaning {
  const value = plainLine(text).trim()
  if (typeof kind === 'object' && 'word' in kind) return wordMeaning(value, kind.word, words)
  if (typeof kind === 'object' && 'option' in kind) return optionMeaning(value, kind.option)
  if (typeof holds === 'object' && 'whole' in holds) return gradeMeaning(value, holds.whole, numbers)
  if (kind === 'digits' && typeof holds === 'object' && 'digits' in holds) return digitsMeaning(value, holds.digits)
  return { means: value, word: null, by: 'content', sure: true }
}

function wordMeaning(value: string, vocabulary: Vocabulary, words: WordsMeant): ValueMeaning {
  const known = words(vocabulary, value)
  if (known !== null) return { means: known, word: null, by: 'word', sure: true }
  const habit = habits[vocabulary]?.find(([pattern]) => pattern.test(foldedWords(value)))
  if (habit) {
    const [, means, how] = habit
    if (how === 'byName') return { means, word: null, by: 'name', sure: false, byName: true }
    return { means, word: null, by: 'similar', sure: how === 'sure' }
  }
  const bare = value.replace(article, '')
  if (bare !== value && bare !== '') {
    const meaning = wordMeaning(bare, vocabulary, words)
    return meaning.word === null ? { ...meaning, by: 'similar' } : meaning
  }
  const close = singular(value) === value ? null : words(vocabulary, singular(value))
  if (close !== null) return { means: close, word: null, by: 'similar', sure: true }
  const id = slug(value).replaceAll('-', '_')
  // A sentence, a number or a date is no word.
  if (id === '' || value.length > 60 || writtenNumber(value) !== null || /^\d/.test(value)) {
    return { means: null, word: null, by: 'unknown', sure: false }
  }
  return { means: id, word: { vocabulary, id, fr: wordLabel(value) }, by: 'unknown', sure: false }
}

/** « Une entreprise », as a questionnaire offers it. */
const article = /^(une?|les?|la|des|l['’])\s+(?=\p{L})|^l['’](?=\p{L})/iu

/** The type of actors that a text names (« COLLECTIVITÉS »); null: none that is known. */
export function categoryMeant(text: string, words: WordsMeant): string | null {
  const meaning = text === '' ? null : wordMeaning(text, 'actorType', words)
  return meaning === null || meaning.word !== null ? null : meaning.means
}

export function optionMeaning(value: string, list: OptionList): ValueMeaning {
  const known = optionMeant(list, value)
  if (known !== null) return { means: known, word: null, by: 'word', sure: true }
  const habit = optionHabits[list]?.find(([pattern]) => pattern.test(foldedWords(value)))
  if (habit) return { means: habit[1], word: null, by: 'similar', sure: habit[2] === 'sure' }
  return { means: null, word: null, by: 'unknown', sure: false }
}

/** « fort » among 1, 2 and 3 is 3; alone with « faible » and « moyen » it is one of five. What lies between two grades is neither. */
function gradeMeaning(
  value: string,
  [least, most]: readonly [number, number],
  numbers: { readonly least: number; readonly greatest: number } | null,
): ValueMeaning {
  const number = writtenNumber(value)
  if (number !== null) {
    const isGrade = Number.isInteger(number.value) && number.value >= least && number.value <= most
    return { means: isGrade ? String(number.value) : null, word: null, by: 'content', sure: isGrade }
  }
  const grade = grades.find(([pattern]) => pattern.test(foldedWords(value)))?.[1]
  if (grade === undefined) {
    const marks = /^[+*★⭐xX]{1,5}$/u.exec(value)
    return marks
      ? { means: String([...value].length), word: null, by: 'scale', sure: false }
      : { means: null, word: null, by: 'unknown', sure: false }
  }
  const from = numbers ? Math.max(least, Math.ceil(numbers.least)) : least
  const to = numbers ? Math.min(most, Math.floor(numbers.greatest)) : most
  const onScale = numbers && to > from ? from + Math.round(((grade - 1) / 4) * (to - from)) : grade
  // « fort » is the highest that a scale in numbers has, « faible » the lowest.
  const means = numbers && to > from ? (grade >= 4 ? to : grade <= 2 ? from : onScale) : grade
  return { means: String(means), word: null, by: 'scale', sure: false }
}

const grades: readonly (readonly [RegExp, number])[] = [
  [/^(tres (faible|bas|basse|rare)|nulle?|minime)$/, 1],
  [/^(faibles?|bas|basse|leger|legere|ponctuel(le)?|low|weak)$/, 2],
  [/^(moyen(ne)?s?|modere(e)?|normale?|medium|moderate)$/, 3],
  [/^(forte?s?|elevee?s?|importante?s?|haut|haute|bonne?|high|strong)$/, 4],
  [/^(tres (forte?|elevee?|importante?|bonne?)|excellente?|maximale?|very strong)$/, 5],
]

/** SIREN and SIRET: those that a spreadsheet rounded are lost, those whose zeros in front it took away are not. */
function digitsMeaning(value: string, digits: number): ValueMeaning {
  const bare = value
    .replace(/^'/, '')
    .replace(/[.,]0+$/, '')
    .replace(/[\s\u00a0\u202f.-]/g, '')
  if (/^\d+$/.test(bare)) {
    if (bare.length === digits && passesLuhn(bare)) return { means: bare, word: null, by: 'content', sure: true }
    const padded = bare.padStart(digits, '0')
    if (bare.length < digits && bare.length >= digits - 3 && passesLuhn(padded)) {
      return { means: padded, word: null, by: 'similar', sure: false }
    }
    // A sum of check is wrong, or it has other digits: kept where it may stand, for whoever mends it.
    return { means: bare.length === digits ? bare : '', word: null, by: 'content', sure: false }
  }
  return { means: isRounded(value) ? '' : null, word: null, by: 'content', sure: false }
}

/** « 5,52E+08 »: a spreadsheet took the number for a quantity. */
export function isRounded(value: string): boolean {
  return /^\d([.,]\d+)?e\+?\d+$/i.test(value.trim())
}

/** The check digit of SIREN and SIRET (ISO/IEC 7812-1); those of La Poste add up otherwise. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  let plain = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
    plain += digit
  }
  if (digits.length === 14 && digits.startsWith('356000000') && plain % 5 === 0) return true
  return digits !== '' && sum % 10 === 0
}

function singular(value: string): string {
  return value.replace(/(\p{L}{3,})s(?=\s|$)/giu, '$1')
}

/** As a word of a list is written: small letters, but for initials. */
function wordLabel(value: string): string {
  return /^\p{Lu}\p{Ll}/u.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value
}

type Habit = readonly [pattern: RegExp, means: string, how?: 'sure' | 'byName']

/** What people write for words of ours, as folded words. Whatever is not `sure` is shown as proposed. */
const habits: { readonly [V in Vocabulary]?: readonly Habit[] } = {
  actorType: [
    [
      /^(collectivites?( territoriales?| locales?)?|collectivites? et .*|institution(nels?)?s?|secteur public|public|acteurs? publics?|organismes? publics?|administrations?|syndicats?|syndicats? mixtes?)$/,
      'autre',
      'byName',
    ],
    [/^(cc|ca|cu|communautes? (de communes|d agglomeration|urbaine)s?|intercommunalites?|interco)$/, 'epci', 'sure'],
    [/^(communes?|villes?|mairies?)$/, 'commune', 'sure'],
    [
      /^(pme|tpe|eti|pmi|grands? groupes?|grandes? entreprises?|industries?|industriels?|entreprises? .*|societes?|artisan(s|at)?|commerces?|commercants?|prives?|secteur prive|usines?|start ?ups?)$/,
      'entreprise',
    ],
    [
      /^(service public de l emploi|spe|acteurs? de l emploi|emploi .*|insertion .*|structures? d insertion|interim)$/,
      'emploi_insertion',
    ],
    [
      /^(syndicats? (patronal|patronaux|professionnels?)|organisations? (patronales?|professionnelles?)|patronat|federations?( professionnelles?)?|branches?( professionnelles?)?|clubs?|reseaux? d entreprises)$/,
      'association_entreprises',
    ],
    [/^(services? (deconcentres?|de l etat).*|etat .*|operateurs? de l etat)$/, 'etat'],
    [
      /^(enseignement( secondaire| technique)?|education|colleges?|ecoles?|lycees?.*|centres? de formation|apprentissage|organismes? de formation)$/,
      'formation',
    ],
    [
      /^(universites?.*|enseignement superieur.*|laboratoires?.*|recherche.*|grandes? ecoles?)$/,
      'enseignement_recherche',
    ],
    [/^(bailleurs? (social|sociaux)|logement .*|habitat|promoteurs?|amenageurs?.*)$/, 'logement_amenagement'],
    [/^(poles? .*|clusters?.*|technopoles?|filieres?)$/, 'cluster'],
    [
      /^(cooperatives?|scop|scic|fondations?|mutuelles?|associations?.*|iae|siae|ei|aci|monde associatif|tissu associatif)$/,
      'ess',
    ],
    [/^(tiers lieux?.*|coworking|fab ?labs?)$/, 'tiers_lieu'],
    [/^(agences? de developpement.*|agences? economiques?|incubateurs?|pepinieres?.*)$/, 'agence_developpement'],
    [/^(consulaires?|compagnies? consulaires?|chambres?.*)$/, 'chambre_consulaire'],
    [/^(tourisme .*|offices? (de|du) tourisme)$/, 'tourisme'],
    [/^(culture .*|equipements? culturels?)$/, 'culture'],
    [/^(divers|autres?.*|a preciser|inconnue?|nc|nsp|\?)$/, 'autre'],
  ],
  tieKind: [
    [
      /^(echanges? (d |de l )?(infos?|informations?)|infos?|informations?|communication|contacts?)$/,
      'information',
      'sure',
    ],
    [
      /^(clients?|fournisseurs?|clients? (et )?fournisseurs?|fournisseurs? (et )?clients?|sous traitan(ce|t)s?|achats?|commercial(e)?|relations? commerciales?|prestations?|prestataires?|marches?)$/,
      'supply',
      'sure',
    ],
    [/^(partenariats?.*|partners?(hip)?)$/, 'partnership', 'sure'],
    [/^(financ\w*|subventions?|financements? .*|aides?)$/, 'funding', 'sure'],
    [/^(adhesions?|adherents?|membres?|cotisations?)$/, 'membership', 'sure'],
    [/^(gouvernance|ca|conseil d administration|siege au ca|administrateurs?|copil|comite de pilotage)$/, 'governance'],
    [
      /^(projets? (communs?|partages?)|cooperation.*|collabor\w*|travail (en )?commun|actions? communes?|mutualisation)$/,
      'cooperation',
    ],
    [/^(confiance|connaissance|amitie)$/, 'trust'],
    [/^(tutelle|hierarchi\w*|filiales?|maison mere)$/, 'hierarchy', 'sure'],
  ],
  role: [
    [
      /^(porteu(r|se)s?.*|pilotes?.*|chefs? de file|coordin\w*|responsables?|maitr(e|ise) d ouvrage|moa|animat\w*)$/,
      'pilot',
      'sure',
    ],
    [/^(co ?pilotes?|co ?porteu(r|se)s?)$/, 'pilot'],
    [/^(partenaires?.*|associe(e)?s?)$/, 'partner', 'sure'],
    [/^(financ\w*|co ?financ\w*)$/, 'funder', 'sure'],
    [/^(membres?.*|adherents?)$/, 'member', 'sure'],
    [/^(participe|participant\w*|present(e)?s?|beneficiaires?)$/, 'participant', 'sure'],
  ],
}

const optionHabits: { readonly [L in OptionList]?: readonly Habit[] } = {
  regularity: [
    [/^(hebdos?|hebdomadaires?|(1|une) fois (par )?semaine|toutes les semaines|par semaine|weekly)$/, 'weekly', 'sure'],
    [
      /^(quotidien(ne)?s?|journalie(r|re)s?|tous les jours|permanent(e)?s?|(2|deux|plusieurs) fois par semaine|bi ?hebdo(madaire)?|tres frequent(e)?s?)$/,
      'weekly',
    ],
    [/^(mensuel(le)?s?|(1|une) fois (par )?mois|tous les mois|par mois|monthly)$/, 'monthly', 'sure'],
    [/^(bi ?mensuel(le)?s?|(2|deux|plusieurs) fois par mois|regulie(r|re)s?|frequent(e)?s?|quinzaine)$/, 'monthly'],
    [
      /^(trimestriel(le)?s?|trim|(1|une) fois (par )?trimestre|tous les (3|trois) mois|quarterly)$/,
      'quarterly',
      'sure',
    ],
    [/^(bimestriel(le)?s?|semestriel(le)?s?|(2|deux|plusieurs) fois par an)$/, 'quarterly'],
    [/^(annuel(le)?s?|(1|une) fois (par )?an|tous les ans|par an|yearly|annual)$/, 'yearly', 'sure'],
    [
      /^(ponctuel(le)?s?|occasionnel(le)?s?|rares?|rarement|exceptionnel(le)?s?|de temps en temps|moins d une fois par an)$/,
      'rarely',
      'sure',
    ],
  ],
  boolean: [
    [/^(directed|oriente)$/, 'true', 'sure'],
    [/^(undirected|non oriente|mutuel(le)?|reciproque)$/, 'false', 'sure'],
    [/^(interne|dedans|territoire|du territoire|vrai|ok|o)$/, 'true'],
    [/^(externe|hors territoire|dehors|exterieur(e)?|n)$/, 'false'],
  ],
  scope: [
    [/^(commun(e|al|ale)s?|intercommunal(e)?s?|territoires?|agglomeration|epci|locale?s?|bassin.*)$/, 'local'],
    [/^(departementale?s?|dep)$/, 'departmental', 'sure'],
    [/^(regionale?s?)$/, 'regional', 'sure'],
    [/^(nationale?s?|france entiere)$/, 'national', 'sure'],
    [/^(europeen(ne)?s?|internationale?s?|monde)$/, 'foreign', 'sure'],
  ],
  status: [
    [/^(repondu|ok|fait|oui|recu|complet|complete|termine(e)?|rempli(e)?)$/, 'answered'],
    [/^(relance(e)?s?|en attente|envoye(e)?|contacte(e)?|a relancer|sans reponse|non|pas de reponse)$/, 'asked'],
    [/^(refus.*|decline.*|ne souhaite pas.*)$/, 'declined', 'sure'],
    [/^(a contacter|non contacte(e)?|pas contacte(e)?)$/, 'not_asked'],
  ],
}

/** Whether two values of a plan and of a file are the same. */
export function valueKey(value: string): string {
  return folded(value) || plainLine(value).trim()
}
