import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldedWords } from '../../domain/folding.ts'

/** A French commune of 1 January 2026; communes.tsv says where it all comes from. */
export interface Commune {
  /** INSEE. */
  readonly code: string
  readonly name: string
  readonly postcodes: readonly string[]
  /** SIREN of its EPCI; '': it is in none. */
  readonly epci: string
  /** WGS 84, degrees; null: not known. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null
}

export interface CommuneTable {
  readonly communes: readonly Commune[]
  /** Names of EPCI by SIREN. */
  readonly epcis: ReadonlyMap<string, string>
  /** By `communeKey`. */
  readonly byName: ReadonlyMap<string, readonly Commune[]>
  /** What communes that became part of others were called. */
  readonly byFormerName: ReadonlyMap<string, readonly Commune[]>
  readonly byPostcode: ReadonlyMap<string, readonly Commune[]>
  readonly byCode: ReadonlyMap<string, Commune>
}

/** The table that comes with Maillage, read once. */
export function communeTable(): CommuneTable {
  loaded ??= tableOf(readFileSync(tableFile(), 'utf8'))
  return loaded
}

let loaded: CommuneTable | null = null

/**
 * The communes that a text may mean, as addresses write them: « DIEPPE CEDEX », « 76200 Dieppe », « St Nazaire (44) », « Paris 12e »; a postcode
 * or an INSEE code alone. Of homonyms, those that the postcode or the department leaves. In the order of INSEE codes.
 */
export function communesCalled(text: string, table: CommuneTable = communeTable()): readonly Commune[] {
  const words = foldedWords(text)
    .replace(/ cedex( \d+)?( |$)/, ' ')
    .trim()
  const [number = ''] = /(?<!\d)(?:\d{5}|2[ab]\d{3})(?!\d)/.exec(words) ?? []
  const bare = words.replace(number, ' ').replaceAll(/ +/g, ' ').trim()
  const [, name = bare, department = ''] = /^(.*\D) (\d{2,3}|2[ab])$/.exec(bare) ?? []
  if (name === '') {
    const coded = table.byCode.get(number.toUpperCase())
    const posted = table.byPostcode.get(number) ?? []
    return posted.length === 0 && coded ? [coded] : posted
  }
  const city = /^(paris|lyon|marseille)( \d{1,2}(er?|e|eme)?( arrondissement)?)$/.exec(bare)?.[1]
  const called = named(city ?? name, text, table)
  const near = city ? '' : department
  const kept = called.filter((commune) => isAt(commune, number) && (near === '' || departmentOf(commune) === near))
  // A number that no homonym has is a mistake in the number.
  return kept.length > 0 || called.length !== 1 ? kept : called
}

/** Departments are told by codes: `76`, `2a`, `974`. */
export function departmentOf({ code }: Commune): string {
  return code.slice(0, code.startsWith('97') || code.startsWith('98') ? 3 : 2).toLowerCase()
}

/** The name, and the department where others have the same: it means this commune alone. */
export function communeName(commune: Commune, table: CommuneTable = communeTable()): string {
  const same = table.byName.get(communeKey(commune.name)) ?? []
  return same.length > 1 ? `${commune.name} (${departmentOf(commune).toUpperCase()})` : commune.name
}

/** What may be meant by what is typed so far: those called so, then those whose name begins so, then those of which another word does. */
export function communesBeginning(
  text: string,
  most: number,
  table: CommuneTable = communeTable(),
): readonly Commune[] {
  const key = communeKey(text)
  if (key === '') return []
  const found = new Set(communesCalled(text, table))
  const names = [...table.byName.keys()]
  const first = names.filter((name) => name.startsWith(key)).sort((a, b) => a.length - b.length)
  const further = names.filter((name) => name.includes(` ${key}`))
  for (const name of [...first, ...further]) {
    if (found.size >= most) break
    for (const commune of table.byName.get(name) ?? []) found.add(commune)
  }
  return [...found].slice(0, most)
}

/**
 * Which commune each text means. A homonym is the one that shares an EPCI, else a department, with most of those that need no telling apart.
 * @param near communes of the same territory
 */
export function communesMeant(
  texts: Iterable<string>,
  near: readonly Commune[] = [],
  table: CommuneTable = communeTable(),
): ReadonlyMap<string, CommuneMeant> {
  const candidates = new Map([...texts].map((text) => [text, communesCalled(text, table)] as const))
  const sure = [...near, ...[...candidates.values()].flatMap((some) => (some.length === 1 ? some : []))]
  const shares = [(one: Commune) => one.epci || one.code, departmentOf]
  const counts = shares.map((share) => {
    const count = new Map<string, number>()
    for (const commune of sure) count.set(share(commune), (count.get(share(commune)) ?? 0) + 1)
    return count
  })
  const chosen = (some: readonly Commune[]): Commune | null => {
    for (const [place, share] of shares.entries()) {
      const of = (commune: Commune) => counts[place]?.get(share(commune)) ?? 0
      const most = Math.max(...some.map(of))
      const best = some.filter((commune) => of(commune) === most)
      if (most > 0) return best.length === 1 ? (best[0] ?? null) : null
    }
    return null
  }
  return new Map(
    [...candidates].flatMap(([text, some]): [string, CommuneMeant][] => {
      if (some.length === 0) return []
      const [only = null] = some.length === 1 ? some : []
      return [[text, { commune: only ?? chosen(some), among: some, isSure: only !== null }]]
    }),
  )
}

export interface CommuneMeant {
  /** Null: a homonym that nothing tells apart. */
  readonly commune: Commune | null
  readonly among: readonly Commune[]
  /** It is the only one. */
  readonly isSure: boolean
}

/** A name of a commune as it is compared: « Saint » and « sur » spelled out. */
function communeKey(name: string): string {
  const words = foldedWords(name)
    .replaceAll(/(^| )st(?= )/g, '$1saint')
    .replaceAll(/(^| )ste(?= )/g, '$1sainte')
    .replaceAll(/ s(?= )/g, ' sur')
  // « Havre (Le) »
  const [, rest, article] = /^(.+) (le|la|les|l)$/.exec(words) ?? []
  return article === undefined ? words : `${article} ${rest}`
}

/** « Vire » is no other writing of « Viré », where a commune was called so: in lower case people write accents. */
function named(name: string, text: string, { byName, byFormerName }: CommuneTable): readonly Commune[] {
  const key = communeKey(name)
  const now = byName.get(key) ?? byName.get(foldedWords(name)) ?? []
  const before = byFormerName.get(key) ?? []
  const marks = (spelled: string) => spelled.normalize('NFD').match(/\p{M}/gu)?.length ?? 0
  const isSpelled = now.some((commune) => marks(commune.name) <= marks(text)) || text === text.toUpperCase()
  if (now.length > 0 && (isSpelled || before.length === 0)) return now
  return [...new Set([...now, ...before])]
}

/** Codes of « cedex » are no commune's, yet of its department. */
function isAt(commune: Commune, number: string): boolean {
  if (number === '' || commune.code === number.toUpperCase() || commune.postcodes.includes(number)) return true
  const [first = ''] = commune.postcodes
  return number.slice(0, 2) === first.slice(0, 2)
}

function tableOf(text: string): CommuneTable {
  const communes: Commune[] = []
  const epcis = new Map<string, string>()
  const byName = new Map<string, Commune[]>()
  const byFormerName = new Map<string, Commune[]>()
  const byPostcode = new Map<string, Commune[]>()
  const byCode = new Map<string, Commune>()
  const add = (map: Map<string, Commune[]>, key: string, commune: Commune) => {
    const some = map.get(key)
    if (!some) map.set(key, [commune])
    else if (!some.includes(commune)) some.push(commune)
  }
  for (const line of text.split('\n')) {
    const [what, code = '', name = '', postcodes = '', epci = '', latitude = '', longitude = ''] = line.split('\t')
    if (what === 'epci') epcis.set(code, name)
    if (what === 'commune') {
      const position = latitude === '' ? null : { latitude: Number(latitude), longitude: Number(longitude) }
      const commune = { code, name, postcodes: postcodes.split(' ').filter((one) => one !== ''), epci, position }
      communes.push(commune)
      byCode.set(code, commune)
      add(byName, communeKey(name), commune)
      for (const postcode of commune.postcodes) add(byPostcode, postcode, commune)
    }
    const now = what === 'ancienne' ? byCode.get(code) : undefined
    if (now) add(byFormerName, communeKey(name), now)
  }
  return { communes, epcis, byName, byFormerName, byPostcode, byCode }
}

/** Beside this file in a clone; in the package the JavaScript stands in dist/server/. */
function tableFile(): string {
  const [clone, packed] = ['communes.tsv', '../../../../server/exchange/communes/communes.tsv'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  ) as [string, string]
  return existsSync(clone) ? clone : packed
}
