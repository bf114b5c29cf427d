import { type Change, targetOf } from '#domain/change.ts'
import { fieldsOf, type Noun, type Nouns, type Territory } from '#domain/territory.ts'
import { labelOf } from '#words/fields.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { Text } from '../text/fr.ts'

/** What facts are named by: those of now, and those that a commit took away. */
export type Known = Pick<Territory, 'actors' | 'spaces' | 'waves' | 'seminars' | 'challenges' | 'vocabulary'>

/** A fact in a sentence: « lien CCI – Lycée Curie, partenariat ». */
export function factInWords<N extends Noun>(t: Text, known: Known, noun: N, fact: Nouns[N]): string {
  const actor = (id: string) => known.actors.get(id)?.name ?? id
  const space = (id: string) => known.spaces.get(id)?.name ?? id
  const seminar = (id: string) => known.seminars.get(id)?.name ?? id
  const challenge = (id: string) => known.challenges.get(id)?.text ?? id
  const wave = (id: string) => known.waves.get(id)?.label ?? id
  const telling: { readonly [M in Noun]: (fact: Nouns[M]) => string } = {
    setting: ({ key }) =>
      t.edit.facts.setting(Object.hasOwn(t.edit.settings, key) ? (t.edit.settings[key] ?? key) : key),
    vocabulary: (entry) =>
      t.edit.facts.vocabulary(
        (t.language === 'en' && entry.en) || entry.fr || entry.id,
        t.edit.fields.options.vocabulary[entry.vocabulary],
      ),
    actor: ({ id, name }) => t.edit.facts.actor(name ?? actor(id)),
    space: ({ id, name }) => t.edit.facts.space(name ?? space(id)),
    wave: ({ id, label }) => t.edit.facts.wave(label ?? wave(id)),
    tie: ({ from, to, kind, directed }) =>
      t.edit.facts.tie(actor(from), actor(to), wordOf(t, known, 'tieKind', kind), directed === true),
    participation: (taken) =>
      t.edit.facts.participation(actor(taken.actor), wordOf(t, known, 'role', taken.role), space(taken.space)),
    roster: (entry) =>
      t.edit.facts.roster(actor(entry.actor), entry.status ? t.rosterStatuses[entry.status] : '', wave(entry.wave)),
    note: () => t.edit.facts.note,
    chair: ({ id }) => t.edit.facts.chair(id),
    seminar: ({ id, name }) => t.edit.facts.seminar(name ?? seminar(id)),
    invitation: (invited) => t.edit.facts.invitation(actor(invited.actor), seminar(invited.seminar)),
    pairing: ({ actor: one, other, rule }) =>
      t.edit.facts.pairing(actor(one), actor(other), rule ? t.edit.fields.options.pairing[rule] : ''),
    decision: ({ state }) => t.edit.facts.decision(state ? t.edit.fields.options.decisionState[state] : ''),
    step: ({ actor: one, other, kind }) =>
      t.edit.facts.step(kind ? t.edit.fields.options.stepKind[kind] : '', [one, ...(other ? [other] : [])].map(actor)),
    attachment: (named) => t.edit.facts.attachment(actor(named.actor), named.emblem),
    challenge: ({ id, text, kind }) => t.edit.facts.challenge(text ?? challenge(id), kind === 'asset'),
    backing: (given) =>
      t.edit.facts.backing(actor(given.actor), challenge(given.challenge), given.dots ?? 0, given.carries === true),
    pin: ({ noun, id }) => t.edit.facts.pin(noun === 'space' ? space(id) : actor(id)),
    view: ({ id, name, story }) => t.edit.facts.view(name ?? id, story),
    supposition: ({ scenario, actor: one, other, kind }) =>
      t.edit.facts.supposition(
        scenario,
        [...new Set([one, other])].map(actor),
        kind ? t.edit.fields.options.supposition[kind] : '',
      ),
  }
  return telling[noun](fact)
}

/** What a commit says, and what leads back from it: the first changes of each. */
export interface ToldCommit {
  readonly changes: readonly Change[]
  readonly inverse: readonly Change[]
  /** How many changes there are. */
  readonly total: number
}

/** Told of a commit, most changes first said in full. */
const mostTold = 2

/** « Ajout : lien CCI – Lycée Curie, partenariat ; et 3 autres ». */
export function commitInWords(t: Text, territory: Known, { changes, inverse, total }: ToldCommit): string {
  const known = withThose(territory, [...changes, ...inverse])
  const before = new Map(inverse.map((change) => [placeOf(change), change]))
  const [first = []] = [leadFirst(changes).slice(0, mostTold)]
  const told = first.map((change) => changeInWords(t, known, change, before.get(placeOf(change))))
  const left = total - told.length
  return [...told, ...(left > 0 ? [t.edit.andOthers(left)] : [])].join(t.data.and)
}

function changeInWords(t: Text, known: Known, change: Change, back: Change | undefined): string {
  if (!('put' in change)) {
    const was = back && 'put' in back ? back.value : change.identity
    return t.edit.removed(factInWords(t, known, change.remove, was as never))
  }
  const words = factInWords(t, known, change.put, change.value as never)
  if (!back || !('put' in back)) return t.edit.added(words)
  const [now, was] = [change.value, back.value] as unknown as Readonly<Record<string, unknown>>[]
  const fields = fieldsOf[change.put].filter(([name]) => JSON.stringify(now?.[name]) !== JSON.stringify(was?.[name]))
  return t.edit.changed(
    words,
    fields.map(([name]) => labelOf(t.edit.fields, change.put, name)),
  )
}

/** What a removal is about comes before what goes with it: what others name, before those that name it. */
function leadFirst(changes: readonly Change[]): readonly Change[] {
  const isRemoval = changes.some(
    (change) => 'remove' in change && (change.remove === 'actor' || change.remove === 'space'),
  )
  if (!isRemoval) return changes
  const rank = (change: Change) =>
    'remove' in change && (change.remove === 'actor' || change.remove === 'space') ? 0 : 1
  return [...changes].sort((a, b) => rank(a) - rank(b))
}

/** What a territory knows, and what changes tell of facts that it has no more. */
export function withThose(territory: Known, changes: readonly Change[]): Known {
  const gone = changes.flatMap((change) => ('put' in change ? [change] : []))
  const named = <N extends Noun>(noun: N) =>
    gone.flatMap((change) => (change.put === noun ? [[targetOf(change).key, change.value as Nouns[N]] as const] : []))
  return {
    actors: new Map([...named('actor'), ...territory.actors]),
    spaces: new Map([...named('space'), ...territory.spaces]),
    waves: new Map([...named('wave'), ...territory.waves]),
    seminars: new Map([...named('seminar'), ...territory.seminars]),
    challenges: new Map([...named('challenge'), ...territory.challenges]),
    vocabulary: territory.vocabulary,
  }
}

function placeOf(change: Change): string {
  const { noun, key } = targetOf(change)
  return `${noun} ${key}`
}
