import { folded, foldedWords } from '../domain/folding.ts'
import type { AlikeReason } from './sheet-preview.ts'

/**
 * Names that may be those of one organisation. Whoever compares is told why, never that it is so: « CCI » may be the chamber of another
 * department.
 */
export interface Likeness {
  readonly reason: AlikeReason
  /** 1: hardly anything else; towards 0: hardly. */
  readonly weight: number
}

/** A name prepared to be compared with many. */
export interface ComparedName {
  readonly folded: string
  /** Words that tell, as they are written. */
  readonly bare: readonly string[]
  /** The same without legal forms, short forms spelled out, former names renewed. */
  readonly words: readonly string[]
  /** Letters and digits of a name that is one short word in capitals; else ''. */
  readonly initials: string
  readonly replaced: ReadonlySet<AlikeReason>
  readonly digits: string
}

export function comparedName(name: string): ComparedName {
  const all = foldedWords(name)
  const replaced = new Set<AlikeReason>()
  let spelled = ` ${all} `
  for (const { from, to, reason } of replacements) {
    const next = spelled.replaceAll(from, to)
    if (next !== spelled && reason !== 'spelling') replaced.add(reason)
    spelled = next
  }
  const telling = words(spelled).filter((word) => !connectors.has(word))
  const core = telling.filter((word) => !legalForms.has(word))
  if (core.length < telling.length) replaced.add('legal_form')
  const short = /^[\p{Lu}\p{N}][\p{Lu}\p{N}.&-]{1,11}$/u.test(name.trim()) ? folded(name) : ''
  return {
    folded: folded(name),
    bare: words(all).filter((word) => !connectors.has(word)),
    words: core.length > 0 ? core : telling,
    initials: short,
    replaced,
    digits: (all.match(/\d+/g) ?? []).join(' '),
  }
}

/** Why two names may mean one organisation; null: nothing says so. */
export function likeness(a: ComparedName, b: ComparedName): Likeness | null {
  if (a.folded === '' || b.folded === '') return null
  if (a.folded === b.folded) return { reason: 'spelling', weight: 1 }
  const [one, other] = [a.words.join(''), b.words.join('')]
  if (one !== '' && sameWords(a.words, b.words)) return { reason: reasonOf(a, b), weight: 0.95 }
  if (areShortened(a.words, b.words)) return { reason: 'acronym', weight: 0.8 }
  if (areInitials(a, b) || areInitials(b, a)) return { reason: 'acronym', weight: 0.85 }
  const [less, more] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (isContained(less, more)) {
    const changed = (['former_name', 'acronym'] as const).find(
      (why) => less.replaced.has(why) || more.replaced.has(why),
    )
    return { reason: changed ?? 'contained', weight: 0.6 }
  }
  if (a.digits === b.digits && isMistyped(one, other)) return { reason: 'typing', weight: 0.7 }
  return null
}

/** Whether one name is what the bearer of the other was called before: « Pôle emploi », now « France Travail ». */
export function isFormerName(former: string, present: string): boolean {
  const [before, now] = [comparedName(former), comparedName(present)]
  if (!before.replaced.has('former_name') || now.replaced.has('former_name')) return false
  return likeness(before, now)?.reason === 'former_name'
}

/** Words under which a name that is alike can be found: names that share none are alike in no way but `isMistyped`. */
export function blocksOf(name: ComparedName): string[] {
  const starts = name.words.map((word) => word.charAt(0)).join('')
  const joined = name.words.join('')
  return [
    ...name.words,
    ...(name.initials === '' ? [] : [`=${name.initials.slice(0, 2)}`]),
    ...(name.words.length > 1 ? [`=${starts.slice(0, 2)}`] : []),
    `<${joined.slice(0, 5)}`,
    `>${joined.slice(-5)}`,
  ]
}

function reasonOf(a: ComparedName, b: ComparedName): AlikeReason {
  if (sameWords(a.bare, b.bare)) return 'spelling'
  // What one of the two had to be changed in to become the other.
  for (const reason of ['former_name', 'acronym', 'legal_form'] as const) {
    if (a.replaced.has(reason) !== b.replaced.has(reason)) return reason
  }
  return [...a.replaced, ...b.replaced][0] ?? 'spelling'
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.join('') === b.join('')) return true
  return a.length === b.length && a.length > 1 && [...a].sort().join(' ') === [...b].sort().join(' ')
}

/** « Lycée M. Genevoix » of « Lycée Maurice-Genevoix »: the same words, but that some stand as their first letter. */
function areShortened(a: readonly string[], b: readonly string[]): boolean {
  const isShort = (one: string, other: string) => one.length === 1 && /^[a-z]$/.test(one) && other.startsWith(one)
  return (
    a.length === b.length &&
    a.every((word, at) => word === b[at] || isShort(word, b[at] ?? '') || isShort(b[at] ?? '', word)) &&
    a.some((word, at) => word === b[at] && word.length > 2 && !common.has(word))
  )
}

/** « CARENE » of « Communauté d’agglomération de la région nazairienne et de l’estuaire »: each word that tells gives one to three of its first letters. */
function areInitials(short: ComparedName, long: ComparedName): boolean {
  const { initials } = short
  if (initials.length < 2 || long.bare.length < 2 || long.initials !== '') return false
  return isSpelledBy(initials, long.bare) || isSpelledBy(initials, long.words)
}

function isSpelledBy(initials: string, words: readonly string[]): boolean {
  // Places in `initials` that the words so far may have led to.
  let reached = new Set([0])
  for (const word of words) {
    const next = new Set<number>()
    for (const at of reached) {
      for (let taken = 1; taken <= 3 && initials.slice(at, at + taken) === word.slice(0, taken); taken++) {
        if (at + taken <= initials.length) next.add(at + taken)
      }
    }
    reached = next
  }
  return reached.has(initials.length)
}

/** One word that many organisations are called by says nothing of which one. */
function isContained(less: ComparedName, more: ComparedName): boolean {
  if (less.words.length === 0 || less.words.length === more.words.length) return false
  const all = new Set(more.words)
  if (!less.words.every((word) => all.has(word))) return false
  const telling = less.words.filter((word) => !common.has(word))
  if (less.words.length >= 2) return telling.length > 0
  return telling.length > 0 && (less.initials !== '' || (less.words[0]?.length ?? 0) >= 6)
}

function isMistyped(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 12 ? 2 : 1
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > most) return false
  return within(a, b, most)
}

/** Whether so many letters put in, left out, changed or swapped with their neighbour lead from one to the other. */
function within(a: string, b: string, most: number): boolean {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return false
    before = last
    last = row
  }
  return (last[b.length] ?? Infinity) <= most
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

const connectors = new Set('a au aux d de des du en et l la le les par pour s sur un une the of and'.split(' '))

const legalForms = new Set(
  (
    'sa sas sasu sarl eurl eirl ei snc sci scp scm selarl scop scic gie gaec earl epic epa gip spl sem semop ' +
    'association asso ets etablissement etablissements societe ste cie compagnie groupe holding ltd gmbh'
  ).split(' '),
)

/** Words that many names have, so that a name of nothing else is no name. */
const common = new Set(
  (
    'agence agglomeration association banque bureau cabinet centre cercle chambre club college commune communaute communes ' +
    'conseil departement direction ecole entreprise entreprises espace federation fondation france groupement industrie ' +
    'institut jeunes lycee maison mission nationale office pays pole prefecture regional regionale region reseau saint ' +
    'sainte service services syndicat territoire territoires union universite ville'
  ).split(' '),
)

/** What is written short, and what was called otherwise, as folded words. The longer ones go first. */
const replacements = (
  [
    ['spelling', 'st', 'saint'],
    ['spelling', 'ste', 'sainte'],
    ['legal_form', 'mairie|municipalite|ville', 'commune'],
    ['former_name', 'anpe|pole emploi|pe', 'france travail'],
    ['former_name', 'direccte', 'dreets'],
    ['former_name', 'conseil general', 'departement'],
    ['acronym', 'conseil departemental|cd', 'departement'],
    ['acronym', 'conseil regional|cr', 'region'],
    ['former_name', 'caisse des depots et consignations|caisse des depots|cdc', 'banque des territoires'],
    ['former_name', 'oseo', 'bpifrance'],
    ['spelling', 'bpi france|bpi', 'bpifrance'],
    ['former_name', 'erdf', 'enedis'],
    ['former_name', 'gdf suez', 'engie'],
    ['former_name', 'reseau ferre de france|rff', 'sncf reseau'],
    ['former_name', 'pact arim', 'soliha'],
    ['former_name', 'ddte|ddea', 'ddt'],
    ['acronym', 'cci|ccit|ccir', 'chambre de commerce et d industrie'],
    [
      'spelling',
      'chambre de commerce et industrie|chambre de commerce et de l industrie',
      'chambre de commerce et d industrie',
    ],
    ['acronym', 'cma', 'chambre de metiers et de l artisanat'],
    ['spelling', 'chambre des metiers et de l artisanat|chambre des metiers', 'chambre de metiers et de l artisanat'],
    ['acronym', 'ch agri|chambagri', 'chambre d agriculture'],
    ['acronym', 'cc|comcom|com com', 'communaute de communes'],
    ['acronym', 'ca|agglo|cda', 'communaute d agglomeration'],
    ['acronym', 'cu', 'communaute urbaine'],
    ['acronym', 'ccas', 'centre communal d action sociale'],
    ['acronym', 'cias', 'centre intercommunal d action sociale'],
    ['acronym', 'ch', 'centre hospitalier'],
    ['acronym', 'chu', 'centre hospitalier universitaire'],
    ['acronym', 'ot', 'office de tourisme'],
    ['acronym', 'oti', 'office de tourisme intercommunal'],
    ['spelling', 'office du tourisme', 'office de tourisme'],
    ['acronym', 'ml', 'mission locale'],
    ['acronym', 'cfa', 'centre de formation d apprentis'],
    ['acronym', 'iut', 'institut universitaire de technologie'],
    ['acronym', 'univ', 'universite'],
    ['acronym', 'lp|lycee pro', 'lycee professionnel'],
    ['acronym', 'lgt', 'lycee general et technologique'],
    ['acronym', 'fdsea', 'federation departementale des syndicats d exploitants agricoles'],
  ] as const
).flatMap(([reason, from, to]) =>
  from.split('|').map((short) => ({ reason: reason as AlikeReason, from: ` ${short} `, to: ` ${to} ` })),
)

/** Names among which those that are alike are looked for. */
export class AlikeIndex<T> {
  readonly #entries: { readonly name: ComparedName; readonly item: T }[] = []
  readonly #blocks = new Map<string, number[]>()

  add(name: string, item: T): void {
    const compared = comparedName(name)
    const place = this.#entries.push({ name: compared, item }) - 1
    for (const block of new Set(blocksOf(compared))) {
      const places = this.#blocks.get(block)
      if (places) places.push(place)
      else this.#blocks.set(block, [place])
    }
  }

  /** The likeliest first. */
  search(name: string): { readonly item: T; readonly likeness: Likeness }[] {
    const compared = comparedName(name)
    const places = new Set<number>()
    for (const block of new Set(blocksOf(compared))) {
      const found = this.#blocks.get(block) ?? []
      // A word that hundreds bear tells nothing, and would make the search quadratic.
      if (found.length <= mostInBlock) for (const place of found) places.add(place)
    }
    return [...places]
      .sort((a, b) => a - b)
      .flatMap((place) => {
        const entry = this.#entries[place]
        const found = entry && likeness(compared, entry.name)
        return entry && found ? [{ item: entry.item, likeness: found }] : []
      })
      .sort((a, b) => b.likeness.weight - a.likeness.weight)
  }
}

const mostInBlock = 300
