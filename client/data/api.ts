import type { Change } from '#domain/change.ts'
import type { Supposed } from '#domain/scenario.ts'
import type { Basis } from '#domain/vocabulary.ts'
import './strict-parsing.ts'
import { z } from 'zod'
import { type Positions, positionsFrom, positionsToWire } from '#layout/positions.ts'
import { agendaSchema } from '#wire/agenda.ts'
import { besideSchema } from '#wire/beside.ts'
import { boundarySchema } from '#wire/boundary.ts'
import { type ComparisonWire, comparisonSchema, historySchema, seriesSchema } from '#wire/comparison.ts'
import { connectionSchema, type DiagnosisWire, diagnosisSchema, findingChangesSchema } from '#wire/diagnosis.ts'
import {
  duplicatesSchema,
  type ImportProgressWire,
  type ImportWire,
  importedSchema,
  importProgressSchema,
  type PlanWire,
} from '#wire/exchange.ts'
import { jobEventSchemas } from '#wire/jobs.ts'
import { catalogueSchema, measuresSchema } from '#wire/measures.ts'
import { networkSchema, twoModeSchema } from '#wire/network.ts'
import { communesSchema, companiesSchema, registerSchema } from '#wire/places.ts'
import { powerSchema } from '#wire/power.ts'
import { problemSchema } from '#wire/problem.ts'
import { programmeSchema } from '#wire/programme.ts'
import {
  changesPageSchema,
  changesSinceSchema,
  commitSchema,
  commitsSchema,
  examplesSchema,
  type Present,
  positionsSchema,
  territoriesSchema,
  territoryEventSchemas,
} from '#wire/record.ts'
import { revivalsSchema } from '#wire/revivals.ts'
import {
  type askedChairsSchema,
  type askedPairsSchema,
  chairsSchema,
  emblemsSchema,
  movesSchema,
  pairsSchema,
  planSchema,
  replanSchema,
  scenarioSchema,
  tablesSchema,
} from '#wire/seminar.ts'
import { surroundingsSchema } from '#wire/surroundings.ts'
import type { TableFormat } from '#wire/table.ts'
import { territorySchema } from '#wire/territory.ts'
import { type PerimeterChoice, perimeterQuery } from './perimeter.ts'
import { tabStorage } from './tab-storage.ts'

// The only file that fetches. Every answer is parsed here, and trusted from here on.

/** The API said no: `code` and `details` are those of the problem; text/ makes the sentence. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: string
  readonly status: number
  readonly details: unknown

  constructor(code: string, status: number, details: unknown) {
    super(`${code} (${status})`)
    this.code = code
    this.status = status
    this.details = details
  }
}

export const listTerritories = () => get('/territories', territoriesSchema)

/** A territory as it is, or as it was at a revision. */
export const loadTerritory = (id: string, revision?: number) =>
  get(`${territoryPath(id)}${queryOf(revision === undefined ? {} : { revision: String(revision) })}`, territorySchema)

export const loadNetwork = (id: string, perimeter: PerimeterChoice) =>
  get(`${territoryPath(id)}/network${queryOf(perimeterQuery(perimeter))}`, networkSchema)

export const loadTwoMode = (id: string, perimeter: PerimeterChoice) =>
  get(`${territoryPath(id)}/two-mode${queryOf(perimeterQuery(perimeter))}`, twoModeSchema)

/** Where actors are, and what lies around them. */
export const loadSurroundings = (id: string) => get(`${territoryPath(id)}/surroundings`, surroundingsSchema)

/** Communes that may be meant by what is typed. */
export const findCommunes = (q: string) => get(`/communes${queryOf({ q })}`, communesSchema)

/** Where companies are looked up, if anywhere. */
export const loadRegister = () => get('/companies', registerSchema)

/** Companies of the register, which is sent what is asked. */
export const lookUpCompanies = (q: string) => send('POST', '/companies', companiesSchema, { q })

export const listMeasures = () => get('/measures', catalogueSchema)

/** Values of the measures named, on the network of a perimeter. */
export const measure = (id: string, perimeter: PerimeterChoice, measures: readonly string[]) =>
  get(
    `${territoryPath(id)}/measures${queryOf({ ...perimeterQuery(perimeter), measures: measures.join(',') })}`,
    measuresSchema,
  )

/** What is said of a wave. */
export const loadDiagnosis = (id: string, wave: string) =>
  get(`${territoryPath(id)}/diagnosis${queryOf({ wave })}`, diagnosisSchema)

/** What to do about it. */
export const loadAgenda = (id: string, wave: string) =>
  get(`${territoryPath(id)}/agenda${queryOf({ wave })}`, agendaSchema)

/** The same as files, by what they are. */
export const agendaFiles = ['calendar', 'workbook'] as const
const extensions = { calendar: 'ics', workbook: 'xlsx' } as const

export const agendaAddress = (id: string, file: (typeof agendaFiles)[number], wave: string, lang: string) =>
  `/api${territoryPath(id)}/agenda.${extensions[file]}${queryOf({ wave, lang })}`

/** Two pages on a wave, to be handed over. */
export const noteFormats = ['pdf', 'docx'] as const

export const noteAddress = (id: string, format: (typeof noteFormats)[number], wave: string, lang: string) =>
  `/api${territoryPath(id)}/report.${format}${queryOf({ wave, lang })}`

/** The map as a file; the query says what is on screen, and the sheet. */
export const pictureFormats = ['pdf', 'svg', 'png'] as const

export const pictureAddress = (
  id: string,
  format: (typeof pictureFormats)[number],
  query: Readonly<Record<string, string>>,
) => `/api${territoryPath(id)}/picture.${format}${queryOf(query)}`

/** The same as an image that can be put on the clipboard. */
export async function loadImage(id: string, query: Readonly<Record<string, string>>): Promise<Blob> {
  const response = await fetch(pictureAddress(id, 'png', query))
  if (!response.ok) throw new Error(`The picture was refused: ${response.status}`)
  return await response.blob()
}

/** A story as a presentation. */
export const storyAddress = (id: string, story: string, lang: string) =>
  `/api${territoryPath(id)}/stories/${encodeURIComponent(story)}/slides.pptx${queryOf({ lang })}`

/** The map of a view as it is projected, as SVG. */
export async function loadSlide(id: string, view: string, lang: string): Promise<string> {
  const response = await answered(
    `${territoryPath(id)}/views/${encodeURIComponent(view)}/slide.svg${queryOf({ lang })}`,
    {},
  )
  return await response.text()
}

export interface DiagnosisListener {
  readonly diagnosis: (diagnosis: DiagnosisWire) => void
  /** Share of the work that is done, 0 to 1. */
  readonly progress: (share: number) => void
  /** Nothing more will be heard although it is not refined. */
  readonly stopped: () => void
}

/** Hears what a diagnosis comes to while it is refined, until its end; the function returned stops listening. */
export function followDiagnosis(id: string, wave: string, listener: DiagnosisListener): () => void {
  const path = `${territoryPath(id)}/diagnosis/events${queryOf({ wave })}`
  return followJob(path, listener, (hear) => hear('diagnosis', jobEventSchemas.diagnosis, listener.diagnosis))
}

export interface ComparisonListener {
  readonly comparison: (comparison: ComparisonWire) => void
  readonly progress: (share: number) => void
  readonly stopped: () => void
}

/** The same of a comparison of waves, until the findings of both are refined. */
export function followComparison(id: string, pair: WavePair, listener: ComparisonListener): () => void {
  const path = `${territoryPath(id)}/comparison/events${queryOf({ ...pair })}`
  return followJob(path, listener, (hear) => hear('comparison', jobEventSchemas.comparison, listener.comparison))
}

/** Two waves of a territory, the earlier one first. */
export interface WavePair {
  readonly from: string
  readonly to: string
}

export const loadPower = (id: string, wave: string) =>
  get(`${territoryPath(id)}/power${queryOf({ wave })}`, powerSchema)

/** How far two waves moved, beside those of every other territory. */
export const loadBeside = (id: string, pair: WavePair) =>
  get(`${territoryPath(id)}/comparison/beside${queryOf({ ...pair })}`, besideSchema)

export const loadRevivals = (id: string, wave: string) =>
  get(`${territoryPath(id)}/revivals${queryOf({ wave })}`, revivalsSchema)

/** Where the same can be fetched as a calendar file. */
export const calendarAddress = (id: string, wave: string, lang: string) =>
  `/api${territoryPath(id)}/revivals.ics${queryOf({ wave, lang })}`

export const rsienaAddress = (id: string, { from, to }: WavePair) =>
  `/api${territoryPath(id)}/comparison/rsiena.zip${queryOf({ from, to })}`

/** All waves one after the other. */
export const loadSeries = (id: string) => get(`${territoryPath(id)}/series`, seriesSchema)

/** What the waves tell of one actor. */
export const loadActorHistory = (id: string, actor: string) =>
  get(`${territoryPath(id)}/actors/${encodeURIComponent(actor)}/history`, historySchema)

export const loadComparison = (id: string, pair: WavePair) =>
  get(`${territoryPath(id)}/comparison${queryOf({ ...pair })}`, comparisonSchema)

type Hear = <T>(event: string, schema: z.ZodType<T>, told: (data: T) => void) => void

function followJob(
  path: string,
  { progress, stopped }: Pick<DiagnosisListener, 'progress' | 'stopped'>,
  parts: (hear: Hear) => void,
): () => void {
  const source = new EventSource(`/api${path}`)
  const stop = () => {
    source.close()
    stopped()
  }
  const hear: Hear = (event, schema, told) =>
    source.addEventListener(event, ({ data }) => {
      const parsed = schema.safeParse(JSON.parse(data))
      if (parsed.success) told(parsed.data)
      else stop()
    })
  parts(hear)
  hear('progress', jobEventSchemas.progress, ({ share }) => progress(share))
  hear('end', jobEventSchemas.end, ({ state }) => (state === 'done' ? source.close() : stop()))
  // A connection that was cut is opened again by the browser; an answer that refuses is not.
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) stop()
  })
  return () => source.close()
}

/** What made findings appear and vanish since a revision. */
export const loadFindingChanges = (id: string, wave: string, since: number) =>
  get(`${territoryPath(id)}/diagnosis/changes${queryOf({ wave, since: String(since) })}`, findingChangesSchema)

/** What one more tie between two actors would change. */
export const connect = (id: string, wave: string, [from, to]: readonly [string, string]) =>
  send('POST', `${territoryPath(id)}/diagnosis/what-if`, connectionSchema, { wave, from, to })

export const loadPositions = async (id: string): Promise<Positions> =>
  positionsFrom(await get(`${territoryPath(id)}/positions`, positionsSchema))

export const savePositions = (id: string, positions: Positions) =>
  send('PUT', `${territoryPath(id)}/positions`, z.unknown(), positionsToWire(positions))

/** An empty territory of a name. */
export const createTerritory = (id: string, name: string) =>
  send('POST', '/territories', commitSchema, {
    id,
    key: newKey(),
    changes: [{ put: 'setting', value: { key: 'name', value: name } }],
  })

export const listExamples = () => get('/examples', examplesSchema)

export const bringBackExample = (id: string) => send('POST', `/examples/${encodeURIComponent(id)}`, commitSchema)

export const removeTerritory = (id: string) => send('DELETE', territoryPath(id), z.unknown())

/** Commits from the newest on, of those before revision `before`. */
export const loadHistory = (id: string, before?: number) =>
  get(`${territoryPath(id)}/history${queryOf(before === undefined ? {} : { before: String(before) })}`, commitsSchema)

/** What files would change under a plan; with `base`, the revision that was previewed, they change it. */
export function importFiles(
  id: string,
  { files, wave, plan, show }: AskedImport,
  { base, progress, signal }: { readonly base?: number } & ImportFollower,
): Promise<z.infer<typeof importedSchema>> {
  const path = `${territoryPath(id)}/import`
  const body = {
    files,
    plan,
    ...(wave && { wave }),
    ...(show && { show }),
    ...(base !== undefined && { commit: { base, key: newKey() } }),
  }
  const isLong = files.reduce((sum, { content }) => sum + content.length, 0) > longContent
  return isLong ? followImport(path, body, { progress, signal }) : send('POST', path, importedSchema, body)
}

/** Whoever waits for files that take a while. */
export interface ImportFollower {
  readonly progress: (progress: ImportProgressWire) => void
  /** Aborts when nobody waits any more: nothing is written then. */
  readonly signal: AbortSignal
}

/** Characters of content from which on it is told how far the server is: a workbook of this size has some forty thousand rows. */
const longContent = 1024 * 1024

/** By events in the answer to a request, which no EventSource can make. */
async function followImport(path: string, body: object, { progress, signal }: ImportFollower) {
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: JSON.stringify(body), signal }
  const response = await fetch(`/api${path}`, init).catch((cause: unknown) => {
    signal.throwIfAborted()
    throw new RequestError('unreachable', 0, { cause: String(cause) })
  })
  if (!response.ok || !response.body) throw refusedBy(await response.json().catch(() => undefined), response.status)
  let text = ''
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    text += piece
    const events = text.split('\n\n')
    text = events.pop() ?? ''
    for (const event of events) {
      const [, name, data = ''] = /^event: (\w+)\ndata: (.*)$/s.exec(event) ?? []
      if (name === 'progress') progress(importProgressSchema.parse(JSON.parse(data)))
      if (name === 'problem') throw refusedBy(JSON.parse(data), response.status)
      if (name === 'imported') return importedSchema.parse(JSON.parse(data))
    }
  }
  throw new RequestError('unreachable', 0, { cause: 'the answer was cut' })
}

export interface AskedImport {
  readonly files: readonly ImportedFile[]
  readonly wave: ImportedWave | null
  readonly plan: PlanWire
  /** Rows to be answered; of other sheets, the first ones. */
  readonly show: ImportWire['show']
}

export interface ImportedFile {
  readonly name: string
  /** Text, or the bytes of the file: what encoding they are in is for the server to find out. */
  readonly content: string
  readonly encoding: 'utf8' | 'base64'
}

/** The wave of the lines that name none. */
export interface ImportedWave {
  readonly id: string
  readonly label: string
  readonly date: string
  readonly basis: Basis
}

/** A territory as files: for spreadsheets and to come back, and for other software. */
export const exportFiles = {
  ours: ['territory.xlsx', 'territory-excel.zip', 'territory.zip', 'territory.json'],
  others: [
    'territory.gexf',
    'territory.graphml',
    'territory.net',
    'territory.dl',
    'territory-rsiena.zip',
    'territory-kumu.xlsx',
  ],
} as const

/** Where a territory can be fetched from as a file, such as `territory.xlsx`. */
export const exportAddress = (id: string, file: string, query: Readonly<Record<string, string>> = {}) =>
  `/api${territoryPath(id)}/export/${file}${queryOf({ ...query })}`

/** Where the table of a map can be fetched from. */
export const tableAddress = (id: string, format: TableFormat, query: Readonly<Record<string, string>>) =>
  `/api${territoryPath(id)}/table.${format}${queryOf({ ...query })}`

/** Workbooks to be filled in. */
export const templateFiles = ['modele-territoire.xlsx', 'modele-enquete-papier.xlsx'] as const

/** Where one can be fetched from. */
export const templateAddress = (id: string, file: string) => `/api${territoryPath(id)}/template/${file}`

/** Commits changes on top of a revision, all or none; sent again under the same key they are committed once. */
export const commitChanges = (
  id: string,
  base: number,
  changes: readonly Change[],
  author: string | null,
  key = newKey(),
) => send('POST', `${territoryPath(id)}/changes`, commitSchema, { base, key, author, changes })

/** What leads from a revision to the latest. */
export const loadChangesSince = (id: string, revision: number) =>
  get(`${territoryPath(id)}/changes${queryOf({ since: String(revision) })}`, changesSinceSchema)

export interface TerritoryListener {
  /** What leads from revision `since` to `revision`; null: so much that the territory has to be loaded anew. */
  readonly commits: (told: z.infer<typeof territoryEventSchemas.commits>) => void
  /** Who else looks at it now. */
  readonly present: (others: readonly Present[]) => void
  /** The server is there. */
  readonly alive: () => void
  /** Nothing is heard: the connection was cut, and is opened again by the browser. */
  readonly lost: () => void
  /** Nothing more will be heard: refused, or the territory is gone. */
  readonly closed: () => void
}

/** Hears what is committed after a revision and who else looks, and says who oneself is; the function returned stops listening. */
export function followTerritory(
  id: string,
  since: number,
  { name, at, noun, id: open }: Present,
  listener: TerritoryListener,
): () => void {
  const query = queryOf({
    since: String(since),
    ...(name && { name }),
    ...(at && { at }),
    ...(noun && open && { noun, id: open }),
  })
  const source = new EventSource(`/api${territoryPath(id)}/events${query}`)
  const close = () => {
    source.close()
    listener.closed()
  }
  source.addEventListener('commits', ({ data }) => {
    const told = territoryEventSchemas.commits.safeParse(JSON.parse(data))
    if (told.success) listener.commits(told.data)
    else close()
  })
  source.addEventListener('present', ({ data }) => {
    const told = territoryEventSchemas.present.safeParse(JSON.parse(data))
    if (told.success) listener.present(told.data.others)
  })
  source.addEventListener('alive', () => listener.alive())
  source.addEventListener('gone', close)
  source.addEventListener('error', () => (source.readyState === EventSource.CLOSED ? close() : listener.lost()))
  return () => source.close()
}

/** Changes of one commit and what leads back, the first of them. */
export const loadCommit = (id: string, revision: number, limit: number) =>
  get(`${territoryPath(id)}/history/${revision}${queryOf({ limit: String(limit) })}`, changesPageSchema)

/** A list of invitees against the template and the network, wherever it is kept. */
export const askChairs = (id: string, asked: z.input<typeof askedChairsSchema>) =>
  send('POST', `${territoryPath(id)}/seminar/chairs`, chairsSchema, asked)

export const askPairs = (id: string, asked: z.input<typeof askedPairsSchema>) =>
  send('POST', `${territoryPath(id)}/seminar/pairs`, pairsSchema, asked)

/** Emblems named at a seminar, and who shares one without a known tie. */
export const loadEmblems = (id: string, seminar: string) => get(`${seminarPath(id, seminar)}/emblems`, emblemsSchema)

/** The projects of a wave, with the findings about them. */
export const loadProgramme = (id: string, wave: string) =>
  get(`${territoryPath(id)}/programme${queryOf({ wave })}`, programmeSchema)

export const askScenario = (id: string, { leaving, weakened, added }: Supposed) =>
  send('POST', `${territoryPath(id)}/seminar/what-if`, scenarioSchema, { leaving, weakened, added })

/** What the plan that is kept is worth. */
export const loadTables = (id: string, seminar: string) => get(`${seminarPath(id, seminar)}/tables`, tablesSchema)

export const askPlan = (id: string, seminar: string, seed: string) =>
  send('POST', `${seminarPath(id, seminar)}/plan`, planSchema, { seed })

export const askReplan = (id: string, seminar: string) =>
  send('POST', `${seminarPath(id, seminar)}/replan`, replanSchema, {})

/** What taking a person to each other seat of a round, from 0, would change. */
export const askMoves = (id: string, seminar: string, person: string, round: number) =>
  send('POST', `${seminarPath(id, seminar)}/moves`, movesSchema, { person, round })

/** A territory held against an extract of the register of companies. */
export const checkBoundary = (
  id: string,
  file: ImportedFile,
  asked: { readonly sections: readonly string[]; readonly headcount: number },
) => send('POST', `${territoryPath(id)}/boundary`, boundarySchema, { file, ...asked })

/** Pairs of actors that may be one. */
export const loadDuplicates = (id: string) => get(`${territoryPath(id)}/duplicates`, duplicatesSchema)

/** Makes actors one. */
export const mergeActors = (id: string, base: number, keep: string, gone: readonly string[]) =>
  send('POST', `${territoryPath(id)}/merge`, commitSchema, { keep, gone, commit: { base, key: newKey() } })

/** Says that two actors are two: nobody is asked again. */
export const tellApart = (id: string, base: number, actors: readonly [string, string]) =>
  send('POST', `${territoryPath(id)}/apart`, commitSchema, { actors, commit: { base, key: newKey() } })

/** Undoes one commit by a new one. */
export const undoCommit = (id: string, revision: number, base: number) =>
  send('POST', `${territoryPath(id)}/undo`, commitSchema, { revision, base, key: newKey() })

function seminarPath(id: string, seminar: string): string {
  return `${territoryPath(id)}/seminars/${encodeURIComponent(seminar)}`
}

function territoryPath(id: string): string {
  return `/territories/${encodeURIComponent(id)}`
}

function queryOf(parameters: Record<string, string>): string {
  const query = new URLSearchParams(parameters).toString()
  return query === '' ? '' : `?${query}`
}

/** A request sent twice under one key is carried out once. Keys begin alike for as long as the browser's tab is open. */
export function newKey(): string {
  return `${tab}.${crypto.randomUUID()}`
}

/** Whether a key was made in this tab of the browser, which may have been loaded again since. */
export function isOwnKey(key: string): boolean {
  return key.startsWith(`${tab}.`)
}

const tab = nameOfTab()

function nameOfTab(): string {
  const name = tabStorage.getItem('maillage.tab') ?? crypto.randomUUID().slice(0, 13)
  tabStorage.setItem('maillage.tab', name)
  return name
}

function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  return request(path, { headers: { accept: 'application/json' } }, schema)
}

function send<T>(method: 'PUT' | 'POST' | 'DELETE', path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
  const headers = { accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) }
  return request(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }, schema)
}

/** What is answered, whatever it is. Throws RequestError where it is a refusal. */
async function answered(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(`/api${path}`, init).catch((cause: unknown) => {
    throw new RequestError('unreachable', 0, { cause: String(cause) })
  })
  if (response.ok) return response
  throw refusedBy(await response.json().catch(() => undefined), response.status)
}

async function request<T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> {
  const response = await answered(path, init)
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    throw new RequestError('unexpected_answer', response.status, { path, fault: z.prettifyError(parsed.error) })
  return parsed.data
}

function refusedBy(body: unknown, status: number): RequestError {
  const problem = problemSchema.safeParse(body)
  return problem.success
    ? new RequestError(problem.data.code, problem.data.status, problem.data.details)
    : new RequestError('internal', status, null)
}
