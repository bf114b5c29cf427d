import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { collectionOf, type Noun, nouns } from '../server/domain/territory.ts'

const root = resolve(import.meta.dirname, '..')

/** What each room of the server may import besides itself; docs/architecture.md says why. */
const mayImport: Record<string, string[]> = {
  domain: [],
  network: ['domain'],
  analysis: ['network'],
  diagnosis: ['domain', 'network', 'analysis'],
  agenda: ['domain', 'network', 'analysis', 'diagnosis'],
  seminar: ['domain', 'network', 'analysis', 'diagnosis'],
  waves: ['domain', 'network', 'analysis', 'diagnosis'],
  exchange: ['domain', 'words'],
  register: ['problem.ts'],
  layout: ['wire'],
  geography: ['domain', 'exchange', 'layout'],
  drawing: ['domain', 'layout', 'wire'],
  report: ['domain', 'agenda', 'waves', 'drawing', 'wire', 'words'],
  print: ['drawing', 'report'],
  store: ['domain', 'threads', 'problem.ts'],
  threads: ['analysis', 'problem.ts'],
  answer: [
    'domain',
    'network',
    'analysis',
    'diagnosis',
    'agenda',
    'seminar',
    'waves',
    'exchange',
    'store',
    'layout',
    'geography',
    'drawing',
    'report',
    'print',
    'words',
    'wire',
    'threads',
    'problem.ts',
  ],
  work: ['network', 'analysis', 'diagnosis', 'waves', 'store', 'wire', 'threads', 'answer', 'problem.ts'],
  wire: [
    'domain',
    'network',
    'analysis',
    'diagnosis',
    'agenda',
    'seminar',
    'waves',
    'store',
    'exchange',
    'layout',
    'geography',
    'drawing',
  ],
  words: ['domain', 'wire', 'waves', 'layout', 'drawing', 'problem.ts'],
  http: [
    'register',
    'domain',
    'network',
    'analysis',
    'diagnosis',
    'store',
    'exchange',
    'threads',
    'answer',
    'work',
    'wire',
    'config.ts',
    'problem.ts',
  ],
  cli: [
    'register',
    'domain',
    'network',
    'analysis',
    'diagnosis',
    'agenda',
    'seminar',
    'waves',
    'store',
    'exchange',
    'layout',
    'drawing',
    'threads',
    'answer',
    'work',
    'wire',
    'words',
    'config.ts',
    'main.ts',
    'open-store.ts',
    'problem.ts',
  ],
  'cli.ts': ['cli', 'config.ts', 'main.ts', 'problem.ts'],
  'main.ts': ['register', 'exchange', 'work', 'http', 'config.ts', 'open-store.ts'],
  'open-store.ts': ['store', 'exchange', 'config.ts'],
  'config.ts': [],
  'problem.ts': ['domain'],
}
/**
 * The floors of the client, the lowest first. A room imports from the floors beneath its own; rooms of one floor know
 * nothing of each other.
 */
const floors = [
  ['layout', 'style'],
  ['data'],
  ['text'],
  ['view'],
  ['page'],
  ['map', 'table', 'sheet', 'form', 'grid'],
  ['edit'],
  ['screens/import'],
  [
    'screens/territories',
    'screens/explore',
    'screens/findings',
    'screens/changes',
    'screens/views',
    'screens/seminar',
    'screens/data',
  ],
  ['app'],
  ['main.tsx'],
]
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)))
const pure = ['domain', 'network', 'analysis', 'diagnosis', 'agenda', 'seminar', 'waves', 'drawing', 'report', 'words']
/** Neither clock nor chance: both come in as arguments. */
const impure = /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\bprocess\.|\bperformance\.now\b/

interface Import {
  file: string
  from: string
  /** Path from the root for our own files, package name otherwise. */
  target: string
  typeOnly: boolean
}

const files = ['server', 'client'].flatMap(sources)
const imports = files.flatMap(importsOf)

describe('rooms', () => {
  test('every room of the server has its rule', () => {
    const rooms = readdirSync(join(root, 'server')).filter((name) => !name.startsWith('tsconfig'))
    expect(rooms.filter((room) => !mayImport[room])).toEqual([])
  })

  test.each(Object.entries(mayImport))('server/%s imports only the rooms it may', (room, allowed) => {
    const strayed = imports
      .filter(({ file, target }) => roomOf(file) === room && target.startsWith('server/'))
      .filter(({ target }) => roomOf(target) !== room && !allowed.includes(roomOf(target)))
    expect(strayed.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  test('the client enters #domain/, #layout/, #drawing/, #wire/ and #words/ and nothing else of the server', () => {
    const strayed = imports.filter(({ file, from }) => file.startsWith('client/') && from.includes('server/'))
    expect(strayed).toEqual([])
  })

  test('the server does not know the client', () => {
    expect(imports.filter(({ file, target }) => file.startsWith('server/') && target.startsWith('client/'))).toEqual([])
  })

  test('every room of the client has its floor', () => {
    const rooms = new Set(files.filter((file) => file.startsWith('client/')).map(clientRoomOf))
    expect([...rooms].filter((room) => !floorOf.has(room))).toEqual([])
  })

  test('rooms of the client import from the floors beneath them', () => {
    const strayed = imports
      .filter(({ file, target }) => file.startsWith('client/') && target.startsWith('client/'))
      .map(({ file, target }) => ({ file, target, from: clientRoomOf(file), to: clientRoomOf(target) }))
      .filter(({ from, to }) => from !== to && (floorOf.get(to) ?? Infinity) >= (floorOf.get(from) ?? 0))
    expect(strayed.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  test('a map neither writes the address nor looks for anything in the page, so that several stand side by side', () => {
    const beyond = /getElementById|querySelector|\bid="|\blocation\.|\bhistory\.|useNavigate|pushState|replaceState/
    const maps = files.filter((file) => file.startsWith('client/map/'))
    expect(maps.length).toBeGreaterThan(0)
    expect(maps.filter((file) => beyond.test(read(file)))).toEqual([])
  })

  test('only the client’s api fetches', () => {
    const fetching = files.filter((file) => file.startsWith('client/') && /\bfetch\(/.test(read(file)))
    expect(fetching.filter((file) => !file.startsWith('client/data/api'))).toEqual([])
  })
})

describe('pure rooms', () => {
  const purest = files.filter((file) => pure.includes(roomOf(file)))

  test('import neither Node nor a package', () => {
    const strayed = imports.filter(({ file, target }) => purest.includes(file) && !target.startsWith('server/'))
    expect(strayed.map(({ file, target }) => `${file} → ${target}`)).toEqual([])
  })

  test('read neither clock nor chance nor process', () => {
    expect(purest.filter((file) => impure.test(read(file)))).toEqual([])
  })
})

test('no drawer, no barrel', () => {
  expect(files.filter((file) => /\/(utils?|helpers?|common|misc|shared|index)\b/.test(file))).toEqual([])
})

/** Words that would each fit a dozen things: of them, each means one. */
const oneMeaning = ['Job', 'Run', 'Outcome', 'Names', 'Refusal', 'Question', 'Turns']

test.each(oneMeaning)('%s is the name of one type at most', (word) => {
  const declared = new RegExp(String.raw`^(export )?(type|interface|class) ${word}\b`, 'm')
  expect(files.filter((file) => declared.test(read(file))).slice(1)).toEqual([])
})

/** Nouns with a name that nothing else bears, and where rules of their own stand beside what every noun needs. */
const plainNouns = {
  attachment: [],
  backing: [],
  pairing: ['server/exchange/duplicates.ts'],
  supposition: ['server/domain/scenario.ts', 'server/exchange/duplicates.ts'],
  pin: ['client/data/queries.ts', 'server/domain/forget.ts'],
} as const satisfies Partial<Record<Noun, readonly string[]>>

describe('a noun is six files', () => {
  /** Where all nouns are dealt with alike. */
  const alike = /^(server\/(domain|store|exchange|wire|words)|client\/(data|edit|text))\//
  /** What else people say of it, if they say anything. */
  const sayings = ['server/exchange/columns.ts', 'server/exchange/words.ts']

  test.each(Object.entries(plainNouns))('%s: what it is, its words in two languages, its table', (name, own) => {
    const collection = collectionOf[name as Noun]
    const naming = new RegExp(
      String.raw`'${name}'|^  ${name}: [{[(]|\b${collection}\b\s*[.,})]|TABLE ${collection} `,
      'm',
    )
    const standing = files.filter((file) => alike.test(file) && naming.test(withoutComments(read(file))))
    expect(standing.filter((file) => !sayings.includes(file)).sort()).toEqual(
      [
        ...['server/domain/territory.ts', 'server/store/embedded/schema.ts'],
        ...['server/words/en/nouns.ts', 'server/words/fr/nouns.ts'],
        ...own,
      ].sort(),
    )
  })

  test.each(nouns.filter((noun) => noun !== 'setting'))(
    '%s: its statements, and the migration that finds it',
    (noun) => {
      const statements = read(`cypher/facts/${collectionOf[noun]}.cypher`)
      const label = /\((?:\w+):(\w+)|\[\w+:(\w+)/
        .exec(statements.slice(statements.indexOf('// remove')))
        ?.slice(1)
        .join('')
      const migrations = readdirSync(join(root, 'cypher/migrations')).map((name) => read(`cypher/migrations/${name}`))
      expect(migrations.some((text) => text.includes(`:${label})`) || text.includes(`:${label}]`))).toBe(true)
    },
  )
})

test('no import goes round in a circle', () => {
  const graph = new Map<string, string[]>()
  for (const { file, target, typeOnly } of imports) {
    if (!typeOnly) graph.set(file, [...(graph.get(file) ?? []), target])
  }
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  expect(circles).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

function importsOf(file: string): Import[] {
  const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g
  return [...read(file).matchAll(statement)].map(([, type, named, dynamic]) => {
    const from = named ?? dynamic ?? ''
    return { file, from, target: targetOf(file, from), typeOnly: type !== undefined }
  })
}

function targetOf(file: string, from: string): string {
  if (/^#(domain|drawing|layout|wire|words)\//.test(from)) return join('server', from.slice(1))
  return from.startsWith('.') ? relative(root, resolve(root, dirname(file), from)) : from
}

/** Rooms are the server's: a folder of the client may bear the name of one. */
function roomOf(file: string): string {
  const [side, room] = file.split('/')
  return side === 'server' ? (room ?? '') : ''
}

/** A screen is a room of its own; what stands loose in the client is one too. */
function clientRoomOf(file: string): string {
  const [, room = '', screen = ''] = file.split('/')
  return room === 'screens' ? `${room}/${screen}` : room
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function withoutComments(text: string): string {
  return text.replace(/^\s*(\/\/|\/?\*).*$/gm, '')
}
