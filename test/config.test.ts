import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError, configFrom, defaultFile } from '../server/config.ts'

describe('configuration', () => {
  test('nothing said: this machine only, port 4321, the file of this user', () => {
    expect(configFrom({ XDG_DATA_HOME: '/data' })).toMatchObject({ host: '127.0.0.1', port: 4321 })
    expect(defaultFile({ XDG_DATA_HOME: '/data' }, 'linux')).toBe(join('/data', 'maillage', 'maillage.sqlite'))
    expect(defaultFile({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'maillage', 'maillage.sqlite'))
  })

  test('a file is the same whatever folder the server moves to', () => {
    expect(configFrom({ MAILLAGE_STORE: 'sqlite:territoires.sqlite' }).store.file).toBe(
      join(process.cwd(), 'territoires.sqlite'),
    )
  })

  test.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('%s is this machine', (host) => {
    expect(configFrom({ HOST: host }).host).toBe(host)
  })

  test.each([
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '192.168.1.20'],
    ['HOST', 'localhost.evil.example'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['PORT', '70000'],
    ['MAILLAGE_STORE', 'territoires.sqlite'],
    ['MAILLAGE_STORE', 'sqlite:'],
    ['MAILLAGE_STORE', 'mysql://localhost'],
  ] as const)('%s=%s is refused by its name', (variable, got) => {
    const refused = () => configFrom({ [variable]: got })
    expect(refused).toThrow(ConfigError)
    expect(refused).toThrow(expect.objectContaining({ variable, got }))
  })
})
