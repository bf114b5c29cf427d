import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { Problem } from '../problem.ts'
import { Jobs } from '../work/jobs.ts'
import { answerAgenda } from './agenda.ts'
import { answerBackup } from './backup.ts'
import { readJsonBodies, smallBody } from './body.ts'
import { answerChanges } from './changes.ts'
import { Cohesions } from './cohesions.ts'
import { answerComparisons } from './comparisons.ts'
import { answerDiagnosis } from './diagnosis.ts'
import { describeApi } from './docs.ts'
import { answerTerritoryEvents, Watch } from './events.ts'
import { answerExchange } from './exchange.ts'
import { keepStrangersOut } from './guard.ts'
import { answerHealth } from './health.ts'
import { answerJobs } from './jobs.ts'
import { logDepartures, RouteLog } from './logging.ts'
import { answerMeasures } from './measures.ts'
import { answerNetworks } from './networks.ts'
import { servePages } from './page.ts'
import { hangUpWhenClosing, limitClients, type Patience, serverTimeouts } from './patience.ts'
import { answerPictures } from './pictures.ts'
import { answerPlaces } from './places.ts'
import { answerError } from './problems.ts'
import { answerProgramme } from './programme.ts'
import { answerReports } from './reports.ts'
import type { JobAbout, Rooms } from './rooms.ts'
import { routesOf } from './route.ts'
import { answerSeminars } from './seminars.ts'
import { answerStories } from './stories.ts'
import { answerTerritories } from './territories.ts'

export interface AppOptions extends Omit<Rooms, 'cohesions' | 'jobs' | 'watch'> {
  /** Folder of the built client; null: the API alone. */
  readonly pages: string | null
  readonly logger: FastifyServerOptions['logger']
  readonly patience?: Partial<Patience>
}

/** The HTTP server, ready to listen. What it stands on is the caller's to close, after it. */
export async function buildApp({ pages, logger, patience = {}, ...given }: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: logger ?? false,
    logController: new RouteLog(),
    bodyLimit: smallBody,
    ...serverTimeouts(patience),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    // What is wrong before any route is found, such as an address that does not decode.
    frameworkErrors: answerError,
  })
  const jobs = new Jobs<JobAbout>({ defect: (error) => app.log.error({ err: error }, 'defect of a job') })
  const cohesions = new Cohesions(given.store, given.compute)
  const watch = new Watch(given.store, { defect: (error) => app.log.error({ err: error }, 'defect of a watch') })
  const rooms: Rooms = { ...given, cohesions, jobs, watch }
  app.setValidatorCompiler(validatorCompiler)
  // Answers are typed by their schemas; checking each again as it leaves would cost more than making it.
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))

  app.setErrorHandler(answerError)
  logDepartures(app)
  keepStrangersOut(app)
  readJsonBodies(app)
  limitClients(app, patience)
  hangUpWhenClosing(app, patience)
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policy }, hsts: false })
  await app.register(underPressure, {
    maxEventLoopDelay: 2_000,
    pressureHandler: (_request, _reply, type) => {
      throw new Problem('overloaded', { reason: type })
    },
  })
  await describeApi(app)
  const add = routesOf(app, given.store)
  answerHealth(add, rooms)
  answerBackup(add, rooms)
  answerTerritories(add, rooms)
  answerChanges(add, rooms)
  answerTerritoryEvents(add, rooms)
  answerNetworks(add, rooms)
  answerMeasures(add, rooms)
  answerDiagnosis(add, rooms)
  answerAgenda(add, rooms)
  answerComparisons(add, rooms)
  answerJobs(add, rooms)
  answerExchange(add, rooms)
  answerPictures(add, rooms)
  answerStories(add, rooms)
  answerPlaces(add, rooms)
  answerReports(add, rooms)
  answerProgramme(add, rooms)
  answerSeminars(add, rooms)
  // Streams of their events would keep the server from closing.
  app.addHook('preClose', async () => {
    watch.close()
    await jobs.close()
  })
  await servePages(app, pages)
  return app
}

/** Everything comes from this server; no script or style is written in a page. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
}
