import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, configFrom, defaultFile, placeOf, storeChoiceFrom } from '../server/config.ts'

describe('configuration', () => {
  test('nothing said: this machine only, port 4321, the file of this user', () => {
    expect(configFrom({ XDG_DATA_HOME: '/data' })).toMatchObject({ host: '127.0.0.1', port: 4321 })
    expect(defaultFile({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'maillage', 'maillage.sqlite'))
    expect(defaultFile({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'maillage', 'maillage.sqlite'))
  })

  test('a file is the same whatever folder the server moves to', () => {
    expect(configFrom({ MAILLAGE_STORE: 'sqlite:territoires.sqlite' }).store).toEqual({
      kind: 'sqlite',
      file: join(process.cwd(), 'territoires.sqlite'),
    })
  })

  test.each([
    ['bolt://127.0.0.1', { url: 'bolt://127.0.0.1', user: 'neo4j', password: '', database: 'neo4j' }],
    [
      'neo4j+s://maillage:p%40ss%2Fw@graph.example:7688/territoires?policy=west',
      {
        url: 'neo4j+s://graph.example:7688?policy=west',
        user: 'maillage',
        password: 'p@ss/w',
        database: 'territoires',
      },
    ],
  ])('%s is a Neo4j database', (text, expected) => {
    expect(configFrom({ MAILLAGE_STORE: text }).store).toEqual({ kind: 'neo4j', timeoutMs: 10_000, ...expected })
  })

  test('user and password may stay out of the URL, and yield to those in it', () => {
    const secrets = { MAILLAGE_NEO4J_USER: 'u', MAILLAGE_NEO4J_PASSWORD: 's' }
    const outside = configFrom({ MAILLAGE_STORE: 'neo4j://graph', ...secrets }).store
    expect(outside).toMatchObject({ user: 'u', password: 's' })
    const inside = configFrom({ MAILLAGE_STORE: 'neo4j://v:t@graph', ...secrets }).store
    expect(inside).toMatchObject({ user: 'v', password: 't' })
  })

  test.each([
    'bolt://graph?x=1',
    'neo4j://graph?x=1&x=2',
    'neo4j://graph?x',
    'neo4j://graph?address=h',
    'neo4j://graph#part',
    'neo4j://graph/one/two',
    'neo4j://%zz@graph',
    'neo4j://graph/%zz',
    'bolt://graph:70000',
    'http://graph',
  ])('%s is no address of a database', (text) => {
    expect(() => configFrom({ MAILLAGE_STORE: text })).toThrow(expect.objectContaining({ variable: 'MAILLAGE_STORE' }))
  })

  test('the time of small work is in seconds', () => {
    const store = (seconds: string) =>
      configFrom({ MAILLAGE_STORE: 'bolt://graph', MAILLAGE_NEO4J_TIMEOUT: seconds }).store
    expect(store('2.5')).toMatchObject({ timeoutMs: 2_500 })
    for (const bad of ['0', '-1', 'x', '1e9']) expect(() => store(bad)).toThrow(ConfigError)
  })

  test('a password is not told', () => {
    const refused = () => configFrom({ MAILLAGE_STORE: 'postgres://zoe:secret@graph' })
    expect(refused).toThrow(expect.objectContaining({ got: 'postgres://…@graph' }))
    const withAt = () => configFrom({ MAILLAGE_STORE: 'postgres://zoe:se@cret@graph' })
    expect(withAt).toThrow(expect.objectContaining({ got: 'postgres://…@graph' }))
    const choice = storeChoiceFrom('bolt://zoe:secret@graph:7687', {})
    expect(placeOf(choice)).toBe('bolt://graph:7687')
  })

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s is this machine', (host) => {
    expect(configFrom({ HOST: host }).host).toBe(host)
  })

  test.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '127.300.0.1'],
    ['HOST', '::'],
    ['HOST', '192.168.1.20'],
    ['HOST', 'localhost.evil.example'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '70000'],
    ['MAILLAGE_STORE', 'territoires.sqlite'],
    ['MAILLAGE_STORE', 'sqlite:'],
    ['MAILLAGE_STORE', 'mysql://localhost'],
    ['MAILLAGE_STORE', 'neo4j:'],
    ['MAILLAGE_STORE', 'bolt://'],
  ] as const)('%s=%s is refused by its name', (variable, got) => {
    const refused = () => configFrom({ [variable]: got })
    expect(refused).toThrow(ConfigError)
    expect(refused).toThrow(expect.objectContaining({ variable, got }))
  })
})
