import { type Change, targetOf } from '#domain/change.ts'
import { collectionOf, fieldsOf, isCalled, type Noun, type Nouns, nouns } from '#domain/territory.ts'
import { type Known, labelOf, namingIn } from '#words/nouns.ts'
import type { Text } from '../text/fr.ts'

/** A fact in a sentence: « lien CCI – Lycée Curie, partenariat ». */
export function factInWords<N extends Noun>(t: Text, known: Known, noun: N, fact: Nouns[N]): string {
  return t.nouns[noun].fact(fact, namingIn(t, known))
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
  const collections = nouns.filter(isCalled).map((noun) => {
    const gone = changes.flatMap((change) =>
      'put' in change && change.put === noun ? [[targetOf(change).key, change.value] as const] : [],
    )
    return [collectionOf[noun], new Map([...gone, ...territory[collectionOf[noun]]])]
  })
  return { vocabulary: territory.vocabulary, ...Object.fromEntries(collections) }
}

function placeOf(change: Change): string {
  const { noun, key } = targetOf(change)
  return `${noun} ${key}`
}
