import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { Problem } from '../problem.ts'

/** The open register of French companies, where nobody names another address. */
export const officialRegister = 'https://recherche-entreprises.api.gouv.fr'

/** A company as the register has it, at the place that fits what was asked, else at its seat. */
export interface Company {
  readonly siren: string
  /** '': the register does not give it out. */
  readonly siret: string
  readonly name: string
  /** Main activity, such as `25.62B`; '': not told. */
  readonly naf: string
  /** Band of Sirene, such as `21`; '': not told. */
  readonly headcount: string
  readonly commune: string
  readonly postcode: string
  readonly address: string
  readonly position: { readonly latitude: number; readonly longitude: number } | null
  readonly isOpen: boolean
}

export interface RegisterOptions {
  /** Without the path `/search`. */
  readonly address: string
  /** Milliseconds; those of the tests are shorter. */
  readonly patience?: { readonly timeout: number; readonly gap: number; readonly longestPause: number }
}

/**
 * Looks companies up by name, SIREN or SIRET in « API Recherche d'entreprises » (DINUM). What is sent is what is asked, and nothing else. The register takes
 * seven requests a second from an address: here one goes at a time, with a pause after each; told to wait, one waits, once. Answers are kept for an hour.
 * Written from its public description; the register itself was never asked.
 */
export class CompanySearch {
  readonly #address: string
  readonly #patience: NonNullable<RegisterOptions['patience']>
  readonly #kept = new Map<string, { readonly until: number; readonly companies: readonly Company[] }>()
  #last: Promise<unknown> = Promise.resolve()

  constructor({ address, patience = { timeout: 8_000, gap: 150, longestPause: 10_000 } }: RegisterOptions) {
    this.#address = address.replace(/\/+$/, '')
    this.#patience = patience
  }

  get address(): string {
    return this.#address
  }

  /** The first companies, the likeliest first. Refuses `register_unavailable`. */
  async search(asked: string, signal?: AbortSignal): Promise<readonly Company[]> {
    const query = asked.trim().replaceAll(/\s+/g, ' ')
    const kept = this.#kept.get(query)
    if (kept && kept.until > Date.now()) return kept.companies
    const turn = this.#last.then(() => this.#ask(query, signal))
    this.#last = turn.catch(() => undefined).then(() => wait(this.#patience.gap))
    const companies = await turn
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(query, { until: Date.now() + keptFor, companies })
    return companies
  }

  async #ask(query: string, signal?: AbortSignal): Promise<readonly Company[]> {
    const { timeout, longestPause } = this.#patience
    for (const isLast of [false, true]) {
      signal?.throwIfAborted()
      const response = await this.#fetched(
        query,
        AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]),
      )
      const pause = Number(response.headers.get('retry-after') ?? 1) * 1_000
      if (response.status !== 429) return await this.#read(response)
      if (isLast || !(pause <= longestPause)) break
      await wait(pause, undefined, signal && { signal })
    }
    throw this.#unavailable('too_many')
  }

  async #fetched(query: string, signal: AbortSignal): Promise<Response> {
    const url = `${this.#address}/search?${new URLSearchParams({ q: query, page: '1', per_page: '10' })}`
    try {
      // An address elsewhere was not agreed to.
      return await fetch(url, { headers: { accept: 'application/json' }, signal, redirect: 'error' })
    } catch (error) {
      throw this.#unavailable(error instanceof Error && error.name === 'TimeoutError' ? 'too_slow' : 'no_answer')
    }
  }

  async #read(response: Response): Promise<readonly Company[]> {
    if (!response.ok) throw this.#unavailable('refused')
    const text = await boundedText(response).catch(() => null)
    const parsed = text === null ? null : answerSchema.safeParse(json(text))
    if (!parsed?.success) throw this.#unavailable('unreadable')
    return parsed.data.results.map(companyOf)
  }

  #unavailable(reason: 'no_answer' | 'too_slow' | 'too_many' | 'refused' | 'unreadable'): Problem {
    return new Problem('register_unavailable', { reason, address: this.#address })
  }
}

const mostKept = 500
const keptFor = 3_600_000
const longestAnswer = 4 * 1024 * 1024

const text = z.string().nullish()
const placeSchema = z.object({
  ...{ siret: text, adresse: text, code_postal: text, libelle_commune: text, commune: text },
  ...{ latitude: z.union([z.string(), z.number()]).nullish(), longitude: z.union([z.string(), z.number()]).nullish() },
  ...{ activite_principale: text, tranche_effectif_salarie: text, etat_administratif: text },
})

/** What is read of an answer; whatever else it tells is passed over, those who run the company among it. */
const answerSchema = z.object({
  results: z.array(
    z.object({
      siren: z.string(),
      ...{ nom_complet: text, nom_raison_sociale: text, activite_principale: text, tranche_effectif_salarie: text },
      etat_administratif: text,
      siege: placeSchema.nullish(),
      matching_etablissements: z.array(placeSchema).nullish(),
    }),
  ),
})

function companyOf(one: z.infer<typeof answerSchema>['results'][number]): Company {
  const place =
    one.matching_etablissements?.find(({ etat_administratif }) => etat_administratif !== 'F') ?? one.siege ?? {}
  const [latitude, longitude] = [place.latitude, place.longitude].map((degrees) =>
    degrees === null || degrees === undefined || degrees === '' ? Number.NaN : Number(degrees),
  ) as [number, number]
  return {
    siren: one.siren,
    siret: place.siret ?? '',
    name: one.nom_raison_sociale || one.nom_complet || one.siren,
    naf: place.activite_principale || one.activite_principale || '',
    headcount: place.tranche_effectif_salarie || one.tranche_effectif_salarie || '',
    // In answers `commune` is the INSEE code.
    commune: place.libelle_commune ?? '',
    postcode: place.code_postal ?? '',
    address: place.adresse ?? '',
    position: Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : null,
    isOpen: one.etat_administratif !== 'C',
  }
}

async function boundedText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > longestAnswer) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
