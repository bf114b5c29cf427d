import type { Change } from '#domain/change.ts'
import type { Decision, Step, Territory } from '#domain/territory.ts'
import type { AgendaItemWire } from '#wire/agenda.ts'

// What somebody decides about the agenda, as changes of facts.

interface Item extends Pick<AgendaItemWire, 'id'> {
  readonly steps: readonly Omit<Step, 'decision'>[]
}
type Fields = { readonly [F in keyof Decision]?: Decision[F] | undefined }

/** The decision on an item with some of its fields said anew; undefined takes a field away. The first one keeps the steps it asks for. */
export function deciding({ decisions }: Territory, wave: string, { id, steps }: Item, fields: Fields): Change[] {
  const kept = decisions.get(id)
  const said = Object.entries({ id, wave, state: 'to_do', ...kept, ...fields }).filter(
    ([, value]) => value !== undefined,
  )
  const value = Object.fromEntries(said) as unknown as Decision
  const asked = kept ? [] : steps.map((step): Change => ({ put: 'step', value: { decision: id, ...step } }))
  return [{ put: 'decision', value }, ...asked]
}

export function lettingGo({ steps }: Territory, id: string): Change[] {
  const own = [...steps.values()].filter(({ decision }) => decision === id)
  return [
    ...own.map(({ decision, actor, rank }): Change => ({ remove: 'step', identity: { decision, actor, rank } })),
    { remove: 'decision', identity: { id } },
  ]
}

/** One item goes to another place, counted from 0; those that were put between the two make room. */
export function moving(territory: Territory, wave: string, items: readonly Item[], from: number, to: number): Change[] {
  const item = items[from]
  if (!item || to < 0 || to >= items.length || from === to) return []
  const [first, last] = from < to ? [from + 1, to] : [to, from - 1]
  const displaced = items.slice(first, last + 1).flatMap((other): Change[] => {
    const kept = territory.decisions.get(other.id)
    if (kept?.rank === undefined) return []
    return deciding(territory, wave, other, { rank: kept.rank + (from < to ? -1 : 1) })
  })
  return [...displaced, ...deciding(territory, wave, item, { rank: to + 1 })]
}

/** Whoever an item concerns is invited to a seminar, and those who are to meet sit at one table once. What is there stays. */
export function takingTo(territory: Territory, seminar: string, steps: readonly Omit<Step, 'decision'>[]): Change[] {
  const meeting = steps.filter(({ kind }) => kind === 'introduce' || kind === 'reactivate')
  const actors = new Set(
    steps
      .filter(({ kind }) => kind !== 'verify')
      .flatMap(({ kind, actor, other }) => {
        return kind !== 'double' && other !== undefined ? [actor, other] : [actor]
      }),
  )
  const there = new Set(
    [...territory.invitations.values()].flatMap((one) => (one.seminar === seminar ? [one.actor] : [])),
  )
  const paired = new Set(
    [...territory.pairings.values()].flatMap((one) => (one.seminar === seminar ? [`${one.actor} ${one.other}`] : [])),
  )
  const invitations = [...actors]
    .filter((actor) => !there.has(actor))
    .map((actor): Change => ({ put: 'invitation', value: { seminar, actor, rank: 1, status: 'invited' } }))
  const pairings = meeting.flatMap(({ actor, other }): Change[] => {
    if (other === undefined) return []
    const [a, b] = actor < other ? [actor, other] : [other, actor]
    if (paired.has(`${a} ${b}`)) return []
    return [{ put: 'pairing', value: { seminar, actor: a, other: b, rule: 'once' } }]
  })
  return [...invitations, ...pairings]
}
