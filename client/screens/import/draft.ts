import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ImportedWire, PlanWire } from '#wire/exchange.ts'
import type { ImportedFile, ImportedWave } from '../../data/api.ts'
import { withoutFile } from './plan.ts'

/** An import under preparation. It lives as long as the page: whoever looks at the map meanwhile finds it again. */
export interface Draft {
  /** `cancelled`: laid aside while it was read. */
  readonly state: 'open' | 'laid_aside' | 'cancelled'
  readonly files: readonly ImportedFile[]
  /** Grows with every change of the files, which are long to compare. */
  readonly version: number
  readonly pasted: number
  readonly wave: ImportedWave | null
  readonly plan: PlanWire
  /** Plans before each decision, the last one last. */
  readonly past: readonly PlanWire[]
  /** What was written of it; null: nothing yet, or nothing any more. */
  readonly imported: ImportedWire | null
  readonly isUndone: boolean
}

export const emptyDraft: Draft = {
  state: 'open',
  files: [],
  version: 0,
  pasted: 0,
  wave: null,
  plan: {},
  past: [],
  imported: null,
  isUndone: false,
}

/** The draft of a territory, and what changes it. */
export function useDraft(territory: string): readonly [Draft, (change: (draft: Draft) => Draft) => void] {
  const client = useQueryClient()
  const queryKey = ['import', territory]
  const { data = emptyDraft } = useQuery<Draft>({ queryKey, queryFn: skipToken, staleTime: 'static', gcTime: Infinity })
  return [data, (change) => client.setQueryData(queryKey, (draft: Draft = emptyDraft) => change(draft))]
}

/** Files beside those that are there; one of the same name is the new state of that file. */
export function withFiles(draft: Draft, come: readonly ImportedFile[]): Draft {
  const byName = new Map([...draft.files, ...come].map((file) => [file.name, file]))
  return {
    ...draft,
    state: 'open',
    imported: null,
    isUndone: false,
    files: [...byName.values()],
    version: draft.version + 1,
  }
}

/** An archive goes as a whole. */
export function takeAway(draft: Draft, name: string): Draft {
  const files = draft.files.filter((file) => file.name !== name && !name.startsWith(`${file.name}/`))
  return { ...draft, files, version: draft.version + 1, plan: withoutFile(draft.plan, name) }
}

export function decided(draft: Draft, decision: (plan: PlanWire) => PlanWire): Draft {
  return {
    ...draft,
    isUndone: false,
    plan: decision(draft.plan),
    past: [...draft.past.slice(-mostPast + 1), draft.plan],
  }
}

export function takenBack(draft: Draft): Draft {
  const plan = draft.past.at(-1)
  return plan ? { ...draft, plan, past: draft.past.slice(0, -1) } : draft
}

const mostPast = 100
