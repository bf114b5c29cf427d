import type { Change } from '#domain/change.ts'
import { defaultComposition } from '#domain/composition.ts'
import { folded, foldedWords } from '#domain/folding.ts'
import {
  type Actor,
  type Chair,
  type Decision,
  type Invitation,
  keyOf,
  type Seminar,
  type Territory,
} from '#domain/territory.ts'

// What somebody does on the screen of seminars, as changes of facts.

export type Guests = readonly Invitation[]

/** By the name of the actor, then of its people. */
export function guestsOf({ invitations, actors }: Territory, seminar: string): Invitation[] {
  const nameOf = ({ actor }: Invitation) => foldedWords(actors.get(actor)?.name ?? actor)
  return [...invitations.values()]
    .filter((invitation) => invitation.seminar === seminar)
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : a.rank - b.rank))
}

export function idOfGuest(invitation: Invitation): string {
  return keyOf('invitation', invitation)
}

/** One more person of an actor. */
export function inviting(guests: Guests, seminar: string, actor: string, more: Partial<Invitation> = {}): Change {
  return { put: 'invitation', value: { seminar, actor, rank: nextRank(guests, actor), status: 'invited', ...more } }
}

/** The rank of the next person of an actor. */
export function nextRank(guests: Guests, actor: string): number {
  return 1 + Math.max(0, ...guests.filter((guest) => guest.actor === actor).map((guest) => guest.rank))
}

/** An invitation with some of its fields said anew; undefined takes a field away. */
export function saying(
  invitation: Invitation,
  fields: { readonly [F in keyof Invitation]?: Invitation[F] | undefined },
): Change {
  const said = Object.entries({ ...invitation, ...fields }).filter(([, value]) => value !== undefined)
  return { put: 'invitation', value: Object.fromEntries(said) as unknown as Invitation }
}

export function uninviting({ seminar, actor, rank }: Invitation): Change {
  return { remove: 'invitation', identity: { seminar, actor, rank } }
}

export function describing(
  seminar: Seminar,
  fields: { readonly [F in keyof Seminar]?: Seminar[F] | undefined },
): Change {
  const said = Object.entries({ ...seminar, ...fields }).filter(([, value]) => value !== undefined && value !== '')
  return { put: 'seminar', value: Object.fromEntries(said) as unknown as Seminar }
}

/** An id for a seminar of this name that no other has. */
export function freshId({ seminars }: Territory, name: string): string {
  return freeId(name, 'seminaire', (id) => seminars.has(id))
}

function freeId(name: string, nameless: string, isTaken: (id: string) => boolean): string {
  const base =
    foldedWords(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || nameless
  for (let rank = 1; ; rank++) {
    const id = rank === 1 ? base : `${base}-${rank}`
    if (!isTaken(id)) return id
  }
}

/** The decision that two be introduced; null: nobody has taken it. */
export function introductionOf(
  { decisions, steps }: Pick<Territory, 'decisions' | 'steps'>,
  [a, b]: readonly [string, string],
): Decision | null {
  const step = [...steps.values()].find(
    ({ kind, actor, other }) => kind === 'introduce' && ((actor === a && other === b) || (actor === b && other === a)),
  )
  return (step && decisions.get(step.decision)) ?? null
}

/** Two to be introduced, put on the agenda of a wave: the waves after it tell whether they met. */
export function introducing(
  territory: Territory,
  wave: string,
  [actor, other]: readonly [string, string],
  text: string,
): Change[] {
  const id = freeId(`introduction ${actor} ${other}`.slice(0, 150), 'introduction', (one) =>
    territory.decisions.has(one),
  )
  return [
    { put: 'decision', value: { id, wave, state: 'to_do', text } },
    { put: 'step', value: { decision: id, actor, rank: 1, kind: 'introduce', other } },
  ]
}

/** A plan, as the invitations keep it: for each person the number of its table in each round. */
export function seating(
  guests: Guests,
  routes: readonly { readonly person: string; readonly tables: readonly (string | null)[] }[],
): Change[] {
  const tables = new Map(routes.map((route) => [route.person, route.tables.map((table) => Number(table ?? 0))]))
  return guests.flatMap((guest) => {
    const route = tables.get(idOfGuest(guest))
    const isSame = route && guest.route?.length === route.length && guest.route.every((table, i) => table === route[i])
    return route && !isSame ? [saying(guest, { route })] : []
  })
}

/** Whoever is pasted, a line each: the actor, and perhaps a person after a tab or a semicolon. */
export function readPasted(
  { actors }: Territory,
  text: string,
): { readonly found: readonly { readonly actor: string; readonly person?: string }[]; readonly unknown: string[] } {
  const named = new Map<string, string>()
  for (const actor of actors.values()) for (const name of namesOf(actor)) named.set(folded(name), actor.id)
  const unknown: string[] = []
  const found = text.split(/\r?\n/).flatMap((line) => {
    const [name = '', person = ''] = line.split(/[\t;]/).map((cell) => cell.trim())
    if (name === '') return []
    const actor = actors.has(name) ? name : named.get(folded(name))
    if (actor === undefined) unknown.push(name)
    return actor === undefined ? [] : [person === '' ? { actor } : { actor, person }]
  })
  return { found, unknown }
}

/** One more chair, beside those of the method where the territory has none of its own; what it is called is its first example. */
export function addingChair(
  { chairs }: Pick<Territory, 'chairs'>,
  {
    name,
    type,
    sphere,
    min,
  }: { readonly name: string; readonly type: string; readonly sphere: string; readonly min: number },
): Change[] {
  const taken = new Set([...chairs.keys(), ...defaultComposition.categories.map(({ id }) => id)])
  const value: Chair = {
    id: freeId(name.slice(0, 150), 'chaise', (id) => taken.has(id)),
    sphere,
    types: [type],
    min,
    critical: false,
    standing: 'mobilised',
    examples: [name],
  }
  return [...(chairs.size === 0 ? ownChairs() : []), { put: 'chair', value }]
}

/** The chairs of the method as the territory's own. */
export function ownChairs(): Change[] {
  return defaultComposition.categories.map((value) => ({ put: 'chair', value }))
}

export function withoutOwnChairs({ chairs }: Pick<Territory, 'chairs'>): Change[] {
  return [...chairs.keys()].map((id) => ({ remove: 'chair', identity: { id } }))
}

function namesOf({ name, aliases = [] }: Actor): readonly string[] {
  return [name, ...aliases]
}
