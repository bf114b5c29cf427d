import { type Version, versionOf } from '../answer/answers.ts'
import type { CompanySearch } from '../register/company-search.ts'
import type { Store } from '../store/store.ts'
import type { JobWire } from '../wire/jobs.ts'
import type { Compute } from '../work/compute.ts'
import type { Diagnoses } from '../work/diagnoses.ts'
import type { Jobs } from '../work/jobs.ts'

import type { Cohesions } from './cohesions.ts'
import type { Watch } from './events.ts'

/** What resources stand on. */
export interface Rooms {
  readonly store: Store
  /** For people who look after the server: `sqlite`. */
  readonly storeKind: string
  /** The file that the store is; null for another kind. */
  readonly storeFile: string | null
  readonly cohesions: Cohesions
  readonly compute: Compute
  readonly diagnoses: Diagnoses
  readonly jobs: Jobs<JobAbout>
  readonly watch: Watch
  readonly now: () => Date
  /** Absent: companies are looked up nowhere. */
  readonly companies?: CompanySearch
}

/** A territory as it is, or as it was at a revision. Refuses `unknown_territory`. */
export async function versionAt({ store }: Pick<Rooms, 'store'>, id: string, revision?: number): Promise<Version> {
  return versionOf(id, await store.head(id), revision)
}

/** What the answers to a job tell besides what it came to. */
export interface JobAbout {
  readonly kind: JobWire['kind']
  readonly territory: string
  readonly revision: number
}
