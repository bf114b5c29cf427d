import type { Change } from '../domain/change.ts'
import { folded } from '../domain/folding.ts'
import { fieldsNaming, referencesOf } from '../domain/reference.ts'
import {
  type Actor,
  collectionOf,
  identityOf,
  keyOf,
  type Noun,
  type Nouns,
  nouns,
  type Territory,
} from '../domain/territory.ts'
import { AlikeIndex, isFormerName } from './alike.ts'
import { pairsApart } from './apart.ts'
import type { AlikeReason } from './sheet-preview.ts'

/** Two actors that may be one, and why. */
export interface Duplicates {
  readonly actors: readonly [id: string, other: string]
  readonly reasons: readonly AlikeReason[]
}

/**
 * Pairs of actors that may be one, the likeliest first: the same SIRET; names, one of which may stand for the other. Actors of the same SIREN
 * may be two establishments: they are told after those of the same SIRET. Pairs that somebody said are two are not told again.
 */
export function duplicatesOf(territory: Territory): Duplicates[] {
  const pairs = new Map<string, { actors: [string, string]; reasons: AlikeReason[]; weight: number }>()
  const note = (one: string, other: string, reason: AlikeReason, weight: number) => {
    if (one === other) return
    const actors: [string, string] = one < other ? [one, other] : [other, one]
    const key = JSON.stringify(actors)
    const pair = pairs.get(key)
    if (!pair) pairs.set(key, { actors, reasons: [reason], weight })
    else {
      if (!pair.reasons.includes(reason)) pair.reasons.push(reason)
      pair.weight = Math.max(pair.weight, weight)
    }
  }
  const index = new AlikeIndex<string>()
  const byNumber = new Map<string, string>()
  for (const actor of territory.actors.values()) {
    for (const called of [actor.name, ...(actor.aliases ?? [])]) {
      for (const { item, likeness } of index.search(called)) note(item, actor.id, likeness.reason, likeness.weight)
    }
    for (const called of [actor.name, ...(actor.aliases ?? [])]) index.add(called, actor.id)
    for (const reason of ['siret', 'siren'] as const) {
      const number = actor[reason]
      if (number === undefined) continue
      const other = byNumber.get(number)
      if (other === undefined) byNumber.set(number, actor.id)
      else note(other, actor.id, reason, reason === 'siret' ? 2 : 0.9)
    }
  }
  const isSaidApart = pairsApart(territory)
  return [...pairs.values()]
    .filter(({ actors }) => !areTwo(territory, actors) && !isSaidApart(...actors))
    .sort((a, b) => b.weight - a.weight || (a.actors.join(' ') < b.actors.join(' ') ? -1 : 1))
    .map(({ actors, reasons }) => ({ actors, reasons }))
}

/** Two SIRET are two establishments. */
function areTwo({ actors }: Territory, [one, other]: readonly [string, string]): boolean {
  const [a, b] = [actors.get(one)?.siret, actors.get(other)?.siret]
  return a !== undefined && b !== undefined && a !== b
}

/**
 * The changes that make actors one: `keep` takes the names of those that go as its own other names (or goes by one of them, where its own is a former one), what it does not say itself, and whatever
 * named them (ties, participations, rosters, hosts, seminars…). Of two facts that become the same, what the first leaves open the
 * second fills; a tie between the two is none any more. Ordinary changes: undone like any.
 *
 * Throws RangeError when one of the actors is not of the territory, or is to be kept and to go.
 */
export function mergeActors(territory: Territory, keep: string, gone: readonly string[]): Change[] {
  const kept = territory.actors.get(keep)
  const going = new Map(gone.map((id) => [id, territory.actors.get(id)]))
  if (!kept || going.has(keep) || [...going.values()].includes(undefined))
    throw new RangeError(`no actors to make one of: ${keep}`)
  const changes: Change[] = [
    {
      put: 'actor',
      value: [...going.values()].reduce<Actor>((one, other) => (other ? joined(one, other) : one), kept),
    },
  ]
  for (const noun of nouns) changes.push(...renamed(territory, noun, keep, going))
  for (const id of going.keys()) changes.push({ remove: 'actor', identity: { id } })
  return changes
}

/** What the actor that two become is called: as the one that is kept, unless that is a former name of the other. */
export function nameOfMerged(kept: Actor, gone: Actor): string {
  return isFormerName(kept.name, gone.name) ? gone.name : kept.name
}

function joined(kept: Actor, gone: Actor): Actor {
  const name = nameOfMerged(kept, gone)
  const names = [kept.name, ...(kept.aliases ?? []), gone.name, ...(gone.aliases ?? [])]
  const seen = new Set([folded(name)])
  const aliases = names.filter((name) => !seen.has(folded(name)) && seen.add(folded(name)))
  const groups = [...new Set([...(kept.groups ?? []), ...(gone.groups ?? [])])]
  return {
    ...completed(kept, gone),
    name,
    ...(aliases.length > 0 && { aliases }),
    ...(groups.length > 0 && { groups }),
  }
}

/** What a fact says, and of what it leaves open what another says. */
function completed<T extends object>(fact: T, other: T): T {
  const attributes = {
    ...('attributes' in other && (other.attributes as object)),
    ...('attributes' in fact && (fact.attributes as object)),
  }
  return { ...other, ...fact, ...(Object.keys(attributes).length > 0 && { attributes }) }
}

/** The facts of a noun that name one who goes, as they are once they name who stays. */
function renamed<N extends Noun>(
  territory: Territory,
  noun: N,
  keep: string,
  going: ReadonlyMap<string, unknown>,
): Change[] {
  const fields = fieldsNaming(noun, 'actor')
  if (fields.length === 0) return []
  const facts = territory[collectionOf[noun]] as unknown as ReadonlyMap<string, Nouns[N]>
  const names = (fact: Nouns[N]) => referencesOf(noun, fact).some(({ to, id }) => to === 'actor' && going.has(id))
  const changed = [...facts].filter(([, fact]) => names(fact))
  const leaving = new Set(changed.map(([key]) => key))
  const becoming = new Map<string, Nouns[N]>()
  for (const [, fact] of changed) {
    const said = fact as unknown as Record<string, unknown>
    const now: Record<string, unknown> = { ...said }
    for (const field of fields) {
      const value = said[field]
      if (typeof value === 'string' && going.has(value)) now[field] = keep
      if (Array.isArray(value)) now[field] = [...new Set(value.map((id: string) => (going.has(id) ? keep : id)))]
    }
    if (
      (noun === 'tie' && now.from === now.to) ||
      ((noun === 'pairing' || noun === 'step') && now.actor === now.other) ||
      (noun === 'supposition' && now.kind !== 'leaving' && now.actor === now.other)
    )
      continue
    const value = now as unknown as Nouns[N]
    const key = keyOf(noun, value)
    const there = becoming.get(key) ?? (leaving.has(key) ? undefined : facts.get(key))
    becoming.set(key, there ? (completed(there as object, value as object) as Nouns[N]) : value)
  }
  const removed = changed.filter(([key]) => !becoming.has(key))
  return [
    ...removed.map(([, fact]) => ({ remove: noun, identity: identityOf(noun, fact) }) as Change),
    ...[...becoming.values()].map((value) => ({ put: noun, value }) as unknown as Change),
  ]
}
