import { folded } from '../../domain/folding.ts'
import { plainLine, plainName } from '../../domain/plain-text.ts'
import type { Actor, Territory } from '../../domain/territory.ts'
import { AlikeIndex } from '../alike.ts'
import { readId } from '../cells.ts'
import type { Announced, NameIndex } from '../names.ts'
import type { NameChoice, SheetPlace } from '../plan.ts'
import type { EarlierFacts } from '../reading.ts'
import type { AlikeReason, NameCandidate, NamePreview } from '../sheet-preview.ts'
import type { Row } from '../tables.ts'
import { namesIn } from './several-names.ts'
import type { Understood } from './understanding.ts'
import { passesLuhn } from './value-meaning.ts'

/** Who is meant by a name in a cell. */
export type Meant =
  | { readonly is: 'known'; readonly id: string }
  /** An actor that this import makes because of the name. */
  | { readonly is: 'new'; readonly id: string }
  | { readonly is: 'ambiguous' }
  /** Somebody has to say. */
  | { readonly is: 'open'; readonly candidates: readonly NameCandidate[] }

interface Mention {
  readonly name: string
  times: number
  readonly first: NamePreview['first']
  readonly described: boolean
  /** In a table of ours, where an unknown name is a mistake. */
  strict: boolean
}

/** Searching for likenesses among more names than these would take too long to wait for. */
const mostCompared = 20_000
const mostCandidates = 5

/**
 * Whom the names of an import mean. What the territory and the rows about actors say goes first, then what a person decided; what is left is
 * a new actor, unless it is like one that is described.
 */
export class ActorsMeant {
  readonly #names: NameIndex
  readonly #territory: Territory
  readonly #choices: ReadonlyMap<string, NameChoice>
  readonly #mentions = new Map<string, Mention>()
  readonly #candidates = new Map<string, readonly NameCandidate[]>()
  readonly #rowIds = new Map<Row, string | null>()
  /** Names that a person, or an identifier, gave to an actor. */
  readonly #given = new Map<string, { readonly id: string; readonly name: string }>()
  readonly #made = new Map<string, string>()
  readonly #bySiren = new Map<string, string | null>()
  readonly #rowsBySiren = new Map<string, number>()
  readonly #described: readonly Described[]
  readonly #earlier: EarlierFacts | undefined

  /** @param earlier what earlier parts of a long table state */
  constructor(
    territory: Territory,
    names: NameIndex,
    sheets: readonly Understood[],
    choices: readonly NameChoice[],
    earlier: EarlierFacts | undefined,
  ) {
    this.#territory = territory
    this.#names = names
    this.#earlier = earlier
    this.#choices = new Map(choices.map((choice) => [folded(choice.name), choice]))
    for (const actor of territory.actors.values()) this.#noteNumbers(actor)
    const described = sheets.flatMap((sheet) => describedIn(sheet))
    this.#described = described
    for (const { company } of described) {
      this.#rowsBySiren.set(company, (this.#rowsBySiren.get(company) ?? 0) + 1)
    }
    this.#announce(described)
    this.#choose()
    for (const one of described) this.#rowIds.set(one.row, this.#idOfRow(one))
    for (const { sheet, row, name, key } of described) {
      if (name !== '' && (this.#choices.has(folded(name)) || !territory.actors.has(this.#rowIds.get(row) ?? ''))) {
        this.#mention(name, { ...placeOf(sheet), row: row.row, column: key }, true, false)
      }
    }
  }

  /** Whom a row about an actor is about; null: several bear its name, or it has none. */
  idOfRow(row: Row): string | null {
    return this.#rowIds.get(row) ?? null
  }

  /** Notes that a cell names somebody. */
  mention(name: string, first: NamePreview['first'], strict: boolean): void {
    const isOpen = this.#choices.has(folded(name)) || this.#names.bearer('actor', name) === undefined
    if (isOpen) this.#mention(name, first, false, strict)
  }

  /** Once everything is mentioned: what may be one. */
  compare(): void {
    this.#compareNames()
    this.#compareNumbers()
  }

  #compareNames(): void {
    const index = new AlikeIndex<NameCandidate & { readonly described: boolean }>()
    const open = [...this.#mentions.values()]
    if (open.length === 0 || open.length > mostCompared) return
    // A part of a long table comes again and again, each time among all actors.
    if (this.#earlier && this.#territory.actors.size + open.length > mostCompared) return
    for (const { id, name, aliases = [] } of this.#territory.actors.values()) {
      for (const called of [name, ...aliases]) index.add(called, { id, name, reasons: [], described: true })
    }
    // Who is described first, so that what is only named is compared with all of them.
    for (const mention of open.sort((a, b) => Number(b.described) - Number(a.described))) {
      const choice = this.#choices.get(folded(mention.name))
      this.#candidates.set(folded(mention.name), this.#alike(mention, index))
      if (!choice || choice.is === null) {
        index.add(mention.name, { id: null, name: mention.name, reasons: [], described: mention.described })
      }
    }
  }

  /** Rows of one SIRET, or of one SIREN and not of two SIRET, that go by different names. A table of ours means what it says. */
  #compareNumbers(): void {
    const seen = new Map<string, Described>()
    const note = (number: string, one: Described) => seen.get(number) ?? seen.set(number, one).get(number)
    for (const one of this.#described) {
      const { sheet, name, siret, company } = one
      if (sheet.kind.own || name === '' || !passesLuhn(company)) continue
      const known = this.#bySiren.get(company)
      if (typeof known === 'string' && !this.#territory.actors.has(this.#rowIds.get(one.row) ?? '')) {
        const actor = this.#territory.actors.get(known)
        if (actor && (siret === '' || actor.siret === undefined || actor.siret === siret))
          this.#noteAlike(name, { id: known, name: actor.name, reasons: [actor.siret === siret ? 'siret' : 'siren'] })
      }
      const [place, bare, any] = [siret, `${company} bare`, `${company} any`]
      const others = siret === '' ? [seen.get(bare), seen.get(any)] : [note(place, one), seen.get(bare)]
      const other = others.find((other) => other !== undefined && folded(other.name) !== folded(name))
      if (other) {
        const reason = siret !== '' && other.siret === siret ? 'siret' : 'siren'
        this.#noteAlike(name, { id: null, name: other.name, reasons: [reason] })
      }
      if (siret === '') note(bare, one)
      note(any, one)
    }
  }

  /** Goes before those whose names alone are alike. */
  #noteAlike(name: string, candidate: NameCandidate): void {
    const key = folded(name)
    if (!this.#mentions.has(key)) return
    const others = this.#candidates.get(key) ?? []
    const isSame = (other: NameCandidate) =>
      candidate.id === null ? folded(other.name) === folded(candidate.name) : other.id === candidate.id
    const reasons = [...candidate.reasons, ...(others.find(isSame)?.reasons ?? [])]
    this.#candidates.set(key, [{ ...candidate, reasons: [...new Set(reasons)] }, ...others.filter((o) => !isSame(o))])
  }

  meant(name: string): Meant {
    const id = this.#names.bearer('actor', name)
    if (id === null) return { is: 'ambiguous' }
    if (id !== undefined) return this.#made.has(id) ? { is: 'new', id } : { is: 'known', id }
    const key = folded(name)
    const mention = this.#mentions.get(key)
    const candidates = this.#candidates.get(key) ?? []
    const isOwn = this.#choices.get(key)?.is === null
    if (!isOwn && (mention?.strict || candidates.some((candidate) => this.#isDescribed(candidate)))) {
      return { is: 'open', candidates }
    }
    const made = this.#names.idOf('actor', name)
    if (made === null || made === '') return { is: 'ambiguous' }
    this.#names.add('actor', made, [name])
    this.#made.set(made, plainName(name))
    return { is: 'new', id: made }
  }

  /** Actors that are made because somebody names them, by id. */
  get made(): ReadonlyMap<string, string> {
    return this.#made
  }

  /** Names by which actors are to be known from now on. */
  get given(): readonly { readonly id: string; readonly name: string }[] {
    return [...this.#given]
      .filter(([key]) => !this.#choices.has(key) || this.#mentions.has(key))
      .map(([, given]) => given)
  }

  /** Pairs of actors that a person said are two, though their names are alike. */
  get apart(): readonly (readonly [id: string, other: string])[] {
    return [...this.#choices.values()].flatMap(({ name, is }) => {
      const id = this.#names.bearer('actor', name)
      if (is !== null || typeof id !== 'string') return []
      return (this.#candidates.get(folded(name)) ?? []).flatMap((candidate) => {
        const other = candidate.id ?? this.#names.bearer('actor', candidate.name)
        return typeof other === 'string' && other !== id ? [[id, other] as const] : []
      })
    })
  }

  /** Whether a person said that a name is that of another actor. */
  isGiven(name: string): boolean {
    return this.#given.has(folded(name))
  }

  choice(name: string): NameChoice | undefined {
    return this.#choices.get(folded(name))
  }

  /** What there is to look at, what is to be confirmed first. */
  previews(actorOf: (id: string) => NamePreview['actor']): NamePreview[] {
    // Who has a row of its own is to be looked at only if it may be another.
    const open = [...this.#mentions].filter(
      ([key, { described }]) => !described || this.#choices.has(key) || this.#candidates.get(key)?.length,
    )
    const previews = open.map(([key, { name, times, first, strict, described }]): NamePreview => {
      const choice = this.#choices.get(key)
      const candidates = this.#candidates.get(key) ?? []
      const state = choice ? 'chosen' : candidates.length > 0 || (strict && !described) ? 'to_confirm' : 'new'
      const id = this.#names.bearer('actor', name)
      const actor = !described && typeof id === 'string' && this.#made.has(id) ? actorOf(id) : null
      return { name, times, first, state, is: choice?.is ?? null, candidates, actor }
    })
    const rank = { to_confirm: 0, chosen: 1, new: 2 } as const
    return previews.sort((a, b) => rank[a.state] - rank[b.state])
  }

  #isDescribed({ id, name }: NameCandidate): boolean {
    return id !== null || (this.#mentions.get(folded(name))?.described ?? false)
  }

  #alike(
    { name, described }: Mention,
    index: AlikeIndex<NameCandidate & { readonly described: boolean }>,
  ): readonly NameCandidate[] {
    const found = new Map<string, { candidate: NameCandidate; reasons: AlikeReason[] }>()
    for (const { item, likeness } of index.search(name)) {
      const key = item.id ?? `name ${folded(item.name)}`
      const seen = found.get(key)
      if (seen && !seen.reasons.includes(likeness.reason)) seen.reasons.push(likeness.reason)
      if (!seen)
        found.set(key, { candidate: { id: item.id, name: item.name, reasons: [] }, reasons: [likeness.reason] })
    }
    // What only cells name is told beside what is described if that is all there is.
    const all = [...found.values()].map(({ candidate, reasons }) => ({ ...candidate, reasons }))
    return (described ? all : all.sort((a, b) => Number(this.#isDescribed(b)) - Number(this.#isDescribed(a)))).slice(
      0,
      mostCandidates,
    )
  }

  #mention(name: string, first: NamePreview['first'], described: boolean, strict: boolean): void {
    const key = folded(name)
    if (key === '') return
    const known = this.#mentions.get(key)
    if (known) {
      known.times++
      known.strict &&= strict
    } else this.#mentions.set(key, { name: plainName(name).slice(0, 1_000), times: 1, first, described, strict })
  }

  #announce(rows: readonly Described[]): void {
    const announced = rows
      .filter(({ name, ...row }) => name !== '' && !this.#isElsewhere(name) && this.#idByNumber(row) === null)
      .map(({ id, name, aliases }): Announced => ({ id: id === '' ? undefined : id, name, aliases }))
    this.#names.announce('actor', announced)
    for (const row of rows) {
      const id = row.id === '' && !this.#isElsewhere(row.name) ? this.#idByNumber(row) : null
      if (id === null || row.name === '') continue
      if (this.#names.bearer('actor', row.name) === undefined) this.#give(id, row.name)
    }
  }

  #isElsewhere(name: string): boolean {
    return (this.#choices.get(folded(name))?.is ?? null) !== null
  }

  /** One may have been said to be another that was said to be a third. */
  #choose(): void {
    let open = [...this.#choices.values()].filter(({ is }) => is !== null)
    for (;;) {
      const left = open.filter(({ name, is }) => {
        const id = this.#names.bearer('actor', is ?? '')
        if (typeof id !== 'string') return true
        this.#give(id, name)
        const rows = this.#described.filter((row) => row.id !== '' && folded(row.name) === folded(name))
        // It is that one under its id too.
        this.#names.add(
          'actor',
          id,
          rows.map((row) => row.id),
        )
        return false
      })
      if (left.length === open.length) return
      open = left
    }
  }

  #give(id: string, name: string): void {
    this.#names.add('actor', id, [name])
    this.#given.set(folded(name), { id, name: plainName(name) })
  }

  #idOfRow({ sheet, id, name, ...numbers }: Described): string | null {
    if (id !== '' && (sheet.kind.own || !this.#isElsewhere(name))) return this.#names.idMeant('actor', id)
    if (!this.#isElsewhere(name)) {
      const byNumber = this.#idByNumber(numbers)
      if (byNumber !== null) return byNumber
    }
    if (name === '') return null
    return this.#names.bearer('actor', name) ?? null
  }

  #noteNumbers({ id, siren, siret }: Actor): void {
    for (const number of [siren, siret, siret?.slice(0, 9)]) {
      if (number === undefined) continue
      const known = this.#bySiren.get(number)
      this.#bySiren.set(number, known === undefined || known === id ? id : null)
    }
  }

  /** The actor of the territory that has this SIRET, or its SIREN and, like the row, no other establishment beside it. */
  #idByNumber({ siret, company }: Pick<Described, 'siret' | 'company'>): string | null {
    const byPlace = passesLuhn(siret) ? this.#bySiren.get(siret) : undefined
    if (typeof byPlace === 'string' && !this.#isOfImport(byPlace)) return byPlace
    const id = passesLuhn(company) ? this.#bySiren.get(company) : undefined
    if (typeof id !== 'string' || this.#isOfImport(id) || (this.#rowsBySiren.get(company) ?? 0) > 1) return null
    const known = this.#territory.actors.get(id)?.siret
    return known === undefined || siret === '' ? id : null
  }

  /** Whether earlier rows of this import are about an actor: then a number alone makes no row about it. */
  #isOfImport(id: string): boolean {
    const actor = this.#territory.actors.get(id)
    return actor !== undefined && (this.#earlier?.says('actor', id, actor) ?? null) !== null
  }
}

/** A row about an actor. */
interface Described {
  readonly sheet: Understood
  readonly row: Row
  readonly key: string
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly siret: string
  /** Its SIREN, said or as a SIRET begins. */
  readonly company: string
}

function describedIn(sheet: Understood): Described[] {
  if (sheet.noun !== 'actor' || sheet.isRefused) return []
  const column = (target: string) =>
    sheet.columns.find(({ holds, target: held }) => holds === 'field' && held === target)
  const [id, name, aliases, siren, siret] = ['id', 'name', 'aliases', 'siren', 'siret'].map(column)
  if (!name) return []
  const text = (row: Row, at: typeof name | undefined) =>
    at?.index === null || at === undefined ? '' : plainLine(row.cells[at.index] ?? '').trim()
  return sheet.rows.map((row) => {
    const [ofCompany, ofPlace] = [siren, siret].map((at) => text(row, at).replace(/\D/g, '')) as [string, string]
    return {
      sheet,
      row,
      key: name.key,
      id: id === undefined ? '' : readId(text(row, id)),
      name: text(row, name),
      aliases: namesIn(text(row, aliases), aliases?.separators ?? [';'], () => false),
      siret: ofPlace,
      company: ofCompany === '' ? ofPlace.slice(0, 9) : ofCompany,
    }
  })
}

export function placeOf(sheet: Understood): SheetPlace {
  const { file, sheet: name, part } = sheet.sheet
  return { file, sheet: name, ...(part && { part }) }
}
