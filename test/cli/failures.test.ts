import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, launcher, maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-failures-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'maillage.sqlite')}` }
  await writeFile(join(folder, 'path.csv'), 'source,target\na,b\nb,c\n')
  await maillage(['export', 'dieppe', join(folder, 'out')], { env })
})
afterAll(() => rm(folder, { recursive: true }))

/** As a shell runs it, with redirections; `maillage` stands for the program. */
async function shell(script: string, environment: Record<string, string> = {}): Promise<Ended> {
  const command = `maillage() { "${process.execPath}" "${launcher}" "$@"; }; cd "${folder}"; ${script}`
  const given = { env: { ...process.env, LANG: 'fr_FR.UTF-8', LC_ALL: '', ...env, ...environment } }
  return await promisify(execFile)('bash', ['-c', command], given).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )
}

/** One sentence: no stack, no code of the system, no English. */
function expectSentence({ stderr }: Ended, words: string | RegExp) {
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/\n\s+at |node:|Error|\bE[A-Z]{4,}\b/)
  expect(stderr.trim().split('\n')).toHaveLength(1)
}

// A folder that can never be made.
const intoProc: [string, RegExp][] = existsSync('/proc')
  ? [
      ['export dieppe /proc/maillage/out', /il n’y a rien de ce nom/],
      [
        'export dieppe out --force > /dev/null; MAILLAGE_STORE=sqlite:/proc/maillage/below/m.sqlite maillage export dieppe out',
        /m\.sqlite ne peut être ni ouvert ni créé/,
      ],
    ]
  : []

describe('what cannot be written', () => {
  test.runIf(existsSync('/dev/full'))('a full disk under standard output is a sentence', async () => {
    for (const command of [
      'measure path.csv --measures degree',
      'diagnose dieppe',
      'export dieppe full --json',
      '--help',
    ]) {
      const ended = await shell(`maillage ${command} > /dev/full`)
      expect([command, ended.code]).toEqual([command, 1])
      expectSentence(ended, 'La sortie standard ne peut pas être écrite\u00a0: le disque est plein.')
    }
    const served = await shell('maillage serve > /dev/full', { PORT: '0' })
    expect(served.code).toBe(1)
    expect(served.stderr.replaceAll(/^\{.*\n/gm, '')).toBe(
      'La sortie standard ne peut pas être écrite\u00a0: le disque est plein.\n',
    )
  })

  test.runIf(existsSync('/dev/full'))('a standard error that is full changes nothing', async () => {
    expect(await shell('maillage dance 2> /dev/full')).toMatchObject({ code: 2, stdout: '' })
  })

  test('a reader that stops reading is no failure', async () => {
    const ended = await shell('set -o pipefail; maillage diagnose dieppe | head -1')
    expect(ended).toMatchObject({ code: 0, stderr: '' })
  })

  test('an export that cannot be made leaves what was there', async () => {
    const out = join(folder, 'out')
    const before = await readdir(out)
    await rm(join(out, 'ties.csv'))
    await mkdir(join(out, 'ties.csv', 'inside'), { recursive: true })
    const ended = await maillage(['export', 'dieppe', out, '--force'], { env })
    expect(ended.code).toBe(1)
    expectSentence(ended, /ne peut pas être écrit/)
    expect(await readdir(out)).toEqual(before)
    await rm(join(out, 'ties.csv'), { recursive: true })
  })

  test.each<[string, RegExp]>([
    ['export dieppe path.csv', /ce n’est pas un dossier|autre chose porte ce nom/],
    ['export dieppe path.csv/below', /ce n’est pas un dossier/],
    ...intoProc,
  ])('%s', async (command, words) => {
    const ended = await shell(`maillage ${command}`)
    expect(ended.code).toBe(1)
    expectSentence(ended, words)
  })
})

describe('what cannot be read', () => {
  test.each([
    ['measure nothing.csv', 1, 'nothing.csv ne peut pas être lu\u00a0: il n’y a rien de ce nom.'],
    ['measure ./out', 1, './out ne peut pas être lu\u00a0: c’est un dossier.'],
    ['measure path.csv/below.csv', 1, 'ce n’est pas un dossier'],
    ['measure - <&-', 1, 'L’entrée standard'],
    ['measure path.csv --nodes nothing.csv', 1, 'il n’y a rien de ce nom'],
    ['import nothing', 1, 'il n’y a rien de ce nom'],
    ['import path.csv/below', 1, 'ce n’est pas un dossier'],
    ["measure $'\\xff\\xfe.csv'", 1, 'il n’y a rien de ce nom'],
    ["measure $'\\e[31mred.csv'", 1, '\u{FFFD}[31mred.csv'],
  ])('%s', async (command, code, words) => {
    const ended = await shell(`maillage ${command}`)
    expect(ended.code).toBe(code)
    expect(ended.stderr).toContain(words)
    expectSentence(ended, '')
  })

  test('a file too large is refused before it is read, in an import as in a list of ties', async () => {
    const large = join(folder, 'large')
    await mkdir(large)
    await writeFile(join(large, 'ties.csv'), '')
    // No byte of it is on the disk.
    await truncate(join(large, 'ties.csv'), 2 ** 40)
    for (const command of ['import large --territory large', 'measure large/ties.csv']) {
      const ended = await shell(`maillage ${command}`)
      expect([command, ended.code]).toEqual([command, 1])
      expectSentence(ended, /ties\.csv est trop volumineux\u00a0: \d+\u202f\d{3}\u202f\d{3} octets au plus\./)
    }
  })
})

describe('what the environment says', () => {
  test.each([
    [{ PORT: 'abc' }, 'serve', 2, 'PORT'],
    [{ PORT: '70000' }, 'serve', 2, 'PORT'],
    [{ HOST: '0.0.0.0' }, 'serve', 2, 'HOST'],
    [{ MAILLAGE_STORE: 'mysql://localhost' }, 'measure dieppe', 2, 'MAILLAGE_STORE'],
    [
      { MAILLAGE_STORE: 'sqlite:path.csv/below/maillage.sqlite' },
      'measure dieppe',
      1,
      'ne peut être ni ouvert ni créé',
    ],
    [{ MAILLAGE_STORE: 'sqlite:out' }, 'measure dieppe', 1, 'n’est pas un fichier de données'],
    [{ MAILLAGE_STORE: 'sqlite:path.csv' }, 'measure dieppe', 1, 'abîmées'],
  ] as const)('%o %s', async (environment, command, code, words) => {
    const ended = await shell(`maillage ${command}`, environment)
    expect(ended.code).toBe(code)
    expectSentence(ended, words)
  })

  test('a port that is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const ended = await maillage(['serve'], { env: { ...env, PORT: port } })
    taken.close()
    expect(ended.code).toBe(2)
    expectSentence(ended, port)
  })
})

test.each([
  ['measure path.csv --weigth w', 'vouliez-vous dire --weight\u202f?'],
  ['mesure dieppe', 'vouliez-vous dire measure\u202f?'],
  ['measure dieppe --direction "it\'s"', "«\u00a0it's\u00a0»"],
  ['export dieppe', 'Il manque dossier'],
  ['export dieppe a b', 'Trop d’arguments'],
  ['copy dieppe --from sqlite:a', '--to'],
  ['import out --territory É', 'lettres minuscules'],
])('%s is told in French', async (command, words) => {
  const ended = await shell(`maillage ${command}`)
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain(words)
  expectSentence(ended, '')
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('told to stop by %s it ends with %i and leaves nothing half done', async (signal, code) => {
  const child = spawn(process.execPath, [launcher, 'measure', '-'], { env: { ...process.env, ...env } })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text
  })
  const ended = new Promise((resolve) => child.on('exit', (status, by) => resolve(status ?? by)))
  // More than a pipe holds: it is gone once the command is under way, waiting for an end that does not come.
  child.stdin.on('error', () => {})
  child.stdin.write('source,target\n'.padEnd(2 ** 20, 'a,b\n'), () => child.kill(signal))
  expect(await ended).toBe(code)
  expect(stderr).toBe('')
  expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
})
