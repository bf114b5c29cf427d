import { readFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface Config {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly store: StoreChoice
  /** Address of the register where companies are looked up; absent: nothing leaves this machine. */
  readonly register?: string
}

export type StoreChoice = FileChoice | DatabaseChoice

export interface FileChoice {
  readonly kind: 'sqlite'
  /** Absolute path. */
  readonly file: string
}

export interface DatabaseChoice {
  readonly kind: 'neo4j'
  /** Scheme, host, port and routing context; neither user nor database. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly database: string
  /** How long small work may take, in milliseconds. */
  readonly timeoutMs: number
}

/** One value of the environment that cannot be used. Prose is made from it by the command line. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly variable: 'PORT' | 'HOST' | 'MAILLAGE_STORE' | 'MAILLAGE_NEO4J_TIMEOUT' | 'MAILLAGE_REGISTER'
  readonly got: string

  constructor(variable: ConfigError['variable'], text: string) {
    // A password stays unsaid.
    const got = text.replace(/\/\/.*@/, '//…@')
    super(`${variable}=${got}`)
    this.variable = variable
    this.got = got
  }
}

/** The environment, parsed once. Throws ConfigError on a value that cannot be used. */
export function configFrom(environment: Readonly<Record<string, string | undefined>>): Config {
  const register = environment.MAILLAGE_REGISTER
  return {
    ...(register && { register: registerFrom(register) }),
    host: hostFrom(environment.HOST || '127.0.0.1'),
    port: portFrom(environment.PORT || '4321'),
    store: storeChoiceFrom(
      environment.MAILLAGE_STORE || `sqlite:${defaultFile(environment, process.platform)}`,
      environment,
    ),
  }
}

/**
 * `sqlite:FILE`; or `neo4j://[USER:PASSWORD@]HOST[:PORT][/DATABASE]`, with `bolt:` for a single server and `+s` or `+ssc`
 * for TLS. Credentials that the URL leaves out are MAILLAGE_NEO4J_USER (default neo4j) and MAILLAGE_NEO4J_PASSWORD.
 */
export function storeChoiceFrom(text: string, environment: Readonly<Record<string, string | undefined>>): StoreChoice {
  const [scheme, rest] = splitAt(text, ':')
  if (/^(neo4j|bolt)(\+s|\+ssc)?$/.test(scheme)) return databaseFrom(text, environment)
  if (scheme !== 'sqlite' || rest === '') throw new ConfigError('MAILLAGE_STORE', text)
  return { kind: 'sqlite', file: resolve(rest) }
}

/** The store as people may see it: never with a password. */
export function placeOf(choice: StoreChoice): string {
  return choice.kind === 'sqlite' ? choice.file : choice.url
}

/** Where this user's territories are when nobody says otherwise: the same whatever folder Maillage is started from. */
export function defaultFile(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string {
  return join(dataFolder(environment, platform), 'maillage', 'maillage.sqlite')
}

/** As package.json has it: one folder up from a clone's server/, two from the package's dist/server/. */
export const version: string =
  [new URL('../package.json', import.meta.url), new URL('../../package.json', import.meta.url)]
    .map(manifestAt)
    .find((manifest) => manifest?.name === 'maillage')?.version ?? 'unknown'

function hostFrom(host: string): string {
  // Accounts do not exist yet: whoever reaches the server may change everything.
  if (host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))) return host
  throw new ConfigError('HOST', host)
}

function registerFrom(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isAddress = (url?.protocol === 'https:' || url?.protocol === 'http:') && url.search === '' && url.hash === ''
  if (!isAddress || url.username !== '') throw new ConfigError('MAILLAGE_REGISTER', text)
  return text
}

function portFrom(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new ConfigError('PORT', text)
  return port
}

function databaseFrom(text: string, environment: Readonly<Record<string, string | undefined>>): DatabaseChoice {
  const url = URL.canParse(text) ? new URL(text) : null
  const [user, password, database] = [url?.username, url?.password, url?.pathname.slice(1)].map(decoded)
  const stands = url !== null && url.hostname !== '' && url.hash === '' && isRouting(url) && !database?.includes('/')
  if (!stands || user === undefined || password === undefined || database === undefined) {
    throw new ConfigError('MAILLAGE_STORE', text)
  }
  return {
    kind: 'neo4j',
    url: `${url.protocol}//${url.host}${url.search}`,
    user: user || environment.MAILLAGE_NEO4J_USER || 'neo4j',
    password: password || environment.MAILLAGE_NEO4J_PASSWORD || '',
    database: database || 'neo4j',
    timeoutMs: timeoutFrom(environment.MAILLAGE_NEO4J_TIMEOUT || '10'),
  }
}

/** What stands after « ? » chooses a route in a cluster, one value a name; a single server has none. */
function isRouting({ protocol, searchParams }: URL): boolean {
  const names = [...searchParams.keys()]
  if (protocol.startsWith('bolt')) return names.length === 0
  const isPlain = (name: string) => name !== '' && name !== 'address' && searchParams.get(name) !== ''
  return new Set(names).size === names.length && names.every(isPlain)
}

/** Undefined: what is percent-encoded there is no text. */
function decoded(text = ''): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function timeoutFrom(text: string): number {
  const seconds = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || seconds < 1 || seconds > 3_600)
    throw new ConfigError('MAILLAGE_NEO4J_TIMEOUT', text)
  return seconds * 1_000
}

function splitAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function dataFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string {
  if (platform === 'win32') return environment.LOCALAPPDATA || join(homedir(), 'AppData', 'Local')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return environment.XDG_DATA_HOME || join(homedir(), '.local', 'share')
}

function manifestAt(url: URL): { name?: string; version?: string } | null {
  try {
    return JSON.parse(readFileSync(url, 'utf8'))
  } catch {
    return null
  }
}
