import type { Version } from '../answer/answers.ts'
import type { Bytes } from '../answer/bytes.ts'
import type { ComparedDiagnoses, PackedPair } from '../answer/waves.ts'
import type { Diagnosis } from '../diagnosis/diagnosis.ts'
import { keysUnder } from '../store/finding-keys.ts'
import { published } from './published.ts'
import type { Rooms } from './rooms.ts'

/** JSON of a comparison, with what the diagnoses say as far as they are known. */
export async function comparisonKnown(
  { compute }: Pick<Rooms, 'compute'>,
  pair: PackedPair,
  diagnoses: ComparedDiagnoses | null,
  signal: AbortSignal,
): Promise<Bytes> {
  const compared = await compute.compare(pair, { signal })
  return await compute.answer('comparison', { pair, compared, diagnoses }, signal)
}

/** What both diagnoses say, once they are so far. */
export async function diagnosed(
  rooms: Rooms,
  of: Version,
  pair: PackedPair,
  stage: Diagnosis['stage'],
  { signal, progress = () => {} }: { readonly signal: AbortSignal; readonly progress?: (share: number) => void },
): Promise<ComparedDiagnoses> {
  const { store, compute, diagnoses } = rooms
  const shares = [0, 0]
  const both = await Promise.all(
    [pair.from, pair.to].map(async (wave, i) => {
      const question = await compute.answer('question', { of, wave }, signal)
      if (stage === 'first') return await diagnoses.first(question, signal)
      const told = (share: number) => {
        shares[i] = share
        progress(Math.min(...shares))
      }
      return await diagnoses.refined(question, { signal, progress: told })
    }),
  )
  return comparedDiagnoses(both as [Diagnosis, Diagnosis], keysUnder(await store.secret(of.id)))
}

/** What both say if it is known already, as far as it is; null: of one nothing is. */
export async function diagnosedAlready(
  rooms: Rooms,
  of: Version,
  pair: PackedPair,
  signal: AbortSignal,
): Promise<Diagnosis['stage'] | null> {
  const stages = await Promise.all(
    [pair.from, pair.to].map(async (wave) =>
      rooms.diagnoses.stageOf(await rooms.compute.answer('question', { of, wave }, signal)),
    ),
  )
  if (stages.includes(null)) return null
  return stages.every((stage) => stage === 'refined') ? 'refined' : 'first'
}

function comparedDiagnoses(both: readonly [Diagnosis, Diagnosis], keyOf: (id: string) => string): ComparedDiagnoses {
  const [before, after] = both.map(({ findings }) => findings.map((finding) => ({ ...finding, id: keyOf(finding.id) })))
  const told = both.flatMap((diagnosis) =>
    published(diagnosis, keyOf).findings.flatMap(({ id, named }) => (named ? [id] : [])),
  )
  const stage = both.every((diagnosis) => diagnosis.stage === 'refined') ? 'refined' : 'first'
  return { stage, before: before ?? [], after: after ?? [], told: new Set(told) }
}
