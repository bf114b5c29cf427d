import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EdgeListOptions, nodeColumn, readEdgeList } from '../../server/cli/edge-list.ts'
import { Refusal } from '../../server/cli/refusal.ts'

const plain: EdgeListOptions = { directed: false, twoMode: false, weight: undefined }

function read(text: string, { nodes = '', ...options }: Partial<EdgeListOptions> & { nodes?: string } = {}) {
  const nodeFile = nodes === '' ? null : source('nodes.csv', nodes)
  const network = readEdgeList(source('ties.csv', text), nodeFile, { ...plain, ...options })
  const { graph, ids } = network
  return {
    ...network,
    column: (name: string) => nodeColumn(network, '--group', name),
    ties: Array.from(graph.sources, (u, e) => `${ids[u]}-${ids[graph.targets[e] ?? -1]}`).join(' '),
    weights: graph.weights && [...graph.weights],
    modes: network.modes && [...network.modes],
    told: network.notices.map(({ code }) => code),
  }
}

function source(name: string, text: string) {
  return { name, bytes: new TextEncoder().encode(text) }
}

describe('an edge list', () => {
  test('nodes are in the order of ids, ties in that of nodes', () => {
    expect(read('source,target\nc,a\nb,c\n')).toMatchObject({ ids: ['a', 'b', 'c'], ties: 'a-c b-c', weights: null })
    expect(read('source,target\nc,a\nb,c\n', { directed: true })).toMatchObject({ ties: 'b-c c-a' })
  })

  test('loops are dropped and repeats collapsed, both counted, the largest weight kept', () => {
    const text = 'source,target,weight\na,b,2\na,a,9\nb,a,3\na,b,1\n'
    expect(read(text)).toMatchObject({ ties: 'a-b', weights: [3], dropped: { loops: 1, repeats: 2 } })
    expect(read(text, { directed: true })).toMatchObject({
      ties: 'a-b b-a',
      weights: [2, 3],
      dropped: { loops: 1, repeats: 1 },
    })
  })

  test('an actor that only speaks of itself is still there', () => {
    expect(read('source,target\na,b\nz,z\n').ids).toEqual(['a', 'b', 'z'])
  })

  test('strengths are in the column named, or in one called weight', () => {
    const text = 'source,target,weight,hours\na,b,1,2.5\n'
    expect(read(text).weights).toEqual([1])
    expect(read(text, { weight: 'hours' }).weights).toEqual([2.5])
    expect(read('source,target,hours\na,b,2.5\n').weights).toBe(null)
  })

  test('the node list brings its isolates, and may lack some', () => {
    const network = read('source,target\nc,a\nnew,c\n', { nodes: 'id,sphere\na,x\nalone,y\nc,x\n' })
    expect(network.ids).toEqual(['a', 'alone', 'c', 'new'])
    expect(network.column('sphere')).toEqual(['x', 'y', 'x', undefined])
    expect(network.notices).toMatchObject([{ code: 'unlisted', details: { count: 1, names: ['new'] } }])
  })

  test.each([
    ['semicolons', 'source;target\n"a;b";c'],
    ['tabs', 'source\ttarget\na;b\tc'],
    ['a byte-order mark and Windows line ends', '\uFEFFsource,target\r\na;b,c\r\n'],
    ['quotes, spaces and empty lines', '"source" , target\n\n "a;b" , c \n\n'],
    ['columns in another order', 'note,target,source\n-,c,a;b'],
  ])('%s read the same', (_, text) => {
    expect(read(text)).toMatchObject({ ids: ['a;b', 'c'], ties: 'a;b-c' })
  })

  test('quotes keep commas and line ends within; an id is one line', () => {
    expect(read('source,target\n"a, the ""first""","b\nc"\n').ids).toEqual(['a, the "first"', 'b c'])
  })
})

describe('two modes', () => {
  test('sources are the first, targets the second', () => {
    expect(read('source,target\na,p\nb,p\n', { twoMode: true })).toMatchObject({
      ids: ['a', 'b', 'p'],
      modes: [0, 0, 1],
    })
  })

  test('the node list says which, whichever way round a tie is written', () => {
    const nodes = 'id,mode\na,1\nb,1\np,2\nq,2\n'
    expect(read('source,target\na,p\np,b\n', { twoMode: true, nodes })).toMatchObject({
      ties: 'a-p b-p',
      modes: [0, 0, 1, 1],
    })
  })

  test('a tie within one mode is refused', () => {
    const nodes = 'id,mode\na,1\nb,1\n'
    expect(() => read('source,target\na,b\n', { twoMode: true, nodes })).toThrow(
      expect.objectContaining({ code: 'one_mode', details: { file: 'ties.csv', row: 2, source: 'a', target: 'b' } }),
    )
  })

  test.each(['', '3', 'x'])('an isolate of mode “%s” has no place', (mode) => {
    expect(() => read('source,target\na,p\n', { twoMode: true, nodes: `id,mode\nz,${mode}\n` })).toThrow(
      expect.objectContaining({ code: 'bad_mode', details: { file: 'nodes.csv', row: 2, got: mode } }),
    )
  })
})

describe('what cannot be read is refused with its place', () => {
  const refused = (text: string, options = {}) => {
    try {
      read(text, options)
    } catch (error) {
      return error
    }
    return null
  }

  test.each([
    ['no header', 'a,b\nb,c\n', {}, 'missing_column', { column: 'source', found: ['a', 'b'] }],
    ['an empty file', '', {}, 'missing_column', { column: 'source', found: [] }],
    ['a missing weight column', 'source,target\na,b\n', { weight: 'w' }, 'missing_column', { column: 'w' }],
    ['an end left empty', 'source,target\na,b\na,\n', {}, 'missing_cell', { row: 3, column: 'target' }],
    ['a short row', 'source,target\na\n', {}, 'missing_cell', { row: 2, column: 'target' }],
    ['a weight that is a word', 'source,target,weight\na,b,strong\n', {}, 'bad_weight', { row: 2, got: 'strong' }],
    ['a weight of nothing', 'source,target,weight\na,b,0\n', {}, 'bad_weight', { row: 2, got: '0' }],
    ['a negative weight', 'source,target,weight\na,b,-1\n', {}, 'bad_weight', { row: 2, got: '-1' }],
    ['an infinite weight', 'source,target,weight\na,b,Infinity\n', {}, 'bad_weight', { row: 2, got: 'Infinity' }],
    ['an unknown weight', 'source,target,weight\na,b,\n', {}, 'missing_cell', { row: 2, column: 'weight' }],
    ['a node listed twice', 'source,target\na,b\n', { nodes: 'id\na\na\n' }, 'repeated_node', { row: 3, id: 'a' }],
    ['nodes without ids', 'source,target\na,b\n', { nodes: 'colour\na\n' }, 'missing_column', { column: 'id' }],
    ['a column twice', 'source,target,source\na,b,c\n', {}, 'repeated_column', { row: 1, columns: ['A', 'C'] }],
    ['a column twice in another case', 'Source,target,source\na,b,c\n', {}, 'repeated_column', { column: 'source' }],
    ['a comma too many', 'source,target,weight\na,b,1,5\n', {}, 'extra_cell', { row: 2, column: 'D', got: '5' }],
    [
      'a number that is none, after a cell of two lines',
      'source,target,weight\n"a\nb",c,1\nb,c, 1 00\n',
      {},
      'bad_weight',
      { row: 3, got: '1 00' },
    ],
    ['a node listed twice as a number', 'source,target\n1,2\n', { nodes: 'id\n1\n1.0\n' }, 'repeated_node', { row: 3 }],
    ['a quote left open', 'source,target\n"a,b\n', {}, 'malformed_csv', { row: 2, expected: 'closing_quote' }],
  ])('%s', (_, text, options, code, details) => {
    expect(refused(text, options)).toMatchObject({ code, details })
  })
})

describe('what other tools and French spreadsheets write', () => {
  test.each([
    ['Gephi', 'Source,Target,Type,Id,Label,timeset,Weight\na,b,Undirected,0,,,1\nb,c,Undirected,1,,,8\n', [1, 8]],
    ['igraph', 'from,to,weight,type\na,b,1,hyperlink\nb,c,8,hyperlink\n', [1, 8]],
    ['a French table', 'De;Vers;Poids\na;b;1\nb;c;8\n', [1, 8]],
    ['accents and capitals', 'ÉMETTEUR;RÉCEPTEUR;INTENSITÉ\na;b;1\nb;c;8\n', [1, 8]],
    ['Cytoscape', 'in,out\na,b\nb,c\n', null],
    ['a delimiter that is announced', 'sep=;\r\nsource;target;weight\r\na;b;1\r\nb;c;8\r\n', [1, 8]],
    ['carriage returns alone', 'source,target,weight\ra,b,1\rb,c,8\r', [1, 8]],
    ['decimal commas', 'source;target;weight\na;b;1,5\nb;c;0,5\n', [1.5, 0.5]],
    ['thousands parted by a no-break space', 'source,target,weight\na,b,1\u202f000\nb,c,12\u00a0000\n', [1000, 12_000]],
    ['both signs', 'source;target;weight\na;b;1.000,5\nb;c;2\n', [1000.5, 2]],
    [
      'our own ties',
      'wave,kind,from,to,reporter,directed,strength\nw,trust,a,b,,false,3\nw,trust,b,c,,false,1\n',
      [3, 1],
    ],
  ])('%s', (_, text, weights) => {
    expect(read(text)).toMatchObject({ ties: 'a-b b-c', weights, told: [] })
  })

  test('a header may hold the sign that parts columns elsewhere', () => {
    expect(read('source;target;Force, de 1 à 3\na;b;1\nb;c;2\n')).toMatchObject({ ties: 'a-b b-c' })
  })

  test('quotes within a cell are letters', () => {
    expect(read('source,target\nMairie,SARL "Le Phare" du Port\n').ids).toEqual(['Mairie', 'SARL "Le Phare" du Port'])
  })

  test.each([
    ['macRoman', '8e'],
    ['cp850', '82'],
    ['windows-1252', 'e9'],
  ])('letters of %s', (_, byte) => {
    const bytes = Buffer.concat([Buffer.from('source,target\nPr'), Buffer.from(byte, 'hex'), Buffer.from(',b\n')])
    expect(readEdgeList({ name: 'ties.csv', bytes }, null, plain).ids).toContain('Pré')
  })

  test('participations are ties of two modes', () => {
    const text = 'actor,space,role,wave\na,p,member,w\nb,p,pilot,w\n'
    expect(read(text, { twoMode: true })).toMatchObject({ ties: 'a-p b-p', modes: [0, 0, 1], told: [] })
    expect(read(text).told).toEqual(['two_modes'])
  })
})

describe('what may be meant otherwise is said', () => {
  test.each([
    [
      'numbers that nobody named as strengths',
      'source,target,hours\na,b,2.5\n',
      {},
      'unused_numbers',
      { column: 'hours' },
    ],
    ['two columns of strengths', 'source,target,force,weight\na,b,1,2\n', {}, 'other_strengths', { used: 'weight' }],
    ['strengths in words', 'From,To,Strength\na,b,strong\n', {}, 'strengths_in_words', { got: 'strong' }],
    ['strengths left open', 'from,to,strength\na,b,2\nb,c,\n', {}, 'strengths_missing', { count: 1, of: 2 }],
    [
      'a thousand or one',
      'source,target,weight\na,b,"1,000"\n',
      {},
      'doubtful_number',
      { row: 2, got: '1,000', read: 1, otherwise: 1000 },
    ],
    ['directed ties', 'Source,Target,Type\na,b,Directed\n', {}, 'direction_unread', { ties: 1 }],
    ['ties of no direction', 'Source,Target,Type\na,b,Undirected\n', { directed: true }, 'both_ways', { ties: 1 }],
    ['several waves', 'wave,from,to\nw1,a,b\nw2,a,b\n', {}, 'several_waves', { waves: 2 }],
    ['names that the list lacks', 'source,target\na,b\n', { nodes: 'id\na\n' }, 'unlisted', { count: 1, names: ['b'] }],
    ['case alone', 'source,target\nMairie,b\nmairie,b\n', {}, 'alike', { count: 2 }],
    ['zeros in front alone', 'source,target\n01,b\n1,b\n', {}, 'alike', { count: 2, names: ['01', '1'] }],
  ])('%s', (_, text, options, code, details) => {
    expect(read(text, options).notices).toMatchObject([{ code, details }])
  })

  test('under --directed, a tie that its row says has no direction is two arcs', () => {
    const text = 'Source,Target,Type\na,b,Undirected\nb,c,Directed\n'
    expect(read(text, { directed: true }).ties).toBe('a-b b-a b-c')
  })
})

describe('one node has one id', () => {
  test.each([
    ['normal forms', 'École', 'E\u0301cole', 'École'],
    ['what is not seen', 'Mairie', 'Mairie\u200b', 'Mairie'],
    ['kinds of spaces', 'Pays de Retz', 'Pays\u00a0de\u202fRetz', 'Pays de Retz'],
    ['kinds of apostrophes', "L'Atelier", 'L’Atelier', "L'Atelier"],
    ['outer spaces', 'Mairie', '"Mairie "', 'Mairie'],
    ['numbers of a table', '1', '1.0', '1'],
    ['numbers of a French table', '1', '"1,0"', '1'],
  ])('whatever %s', (_, plain, other, id) => {
    const network = read(`source,target\n${plain},x\n${other},y\n`)
    expect(network.ids.filter((node) => node !== 'x' && node !== 'y')).toEqual([id])
    expect(network.notices).toMatchObject([{ code: 'spellings', details: { count: 1, names: [id] } }])
  })

  test.each([
    ['case', 'A', 'a'],
    ['zeros that may part thousands', '1.000', '1'],
    ['accents', 'Pré', 'Pre'],
    ['numbers', '1.5', '1'],
    ['versions', '2.10', '2.1'],
  ])('%s tells nodes apart', (_, one, other) => {
    expect(read(`source,target\n${one},x\n${other},x\n`).ids).toHaveLength(3)
  })

  test('is spelled as the node list spells it, or as the survey after does', () => {
    expect(read('source,target\n1.0,2.0\n', { nodes: 'id\n1\n2\n' }).ids).toEqual(['1', '2'])
    const after = readEdgeList(source('now.csv', 'source,target\n1,2\n'), null, plain)
    expect(readEdgeList(source('before.csv', 'source,target\n1.0,3.0\n'), null, plain, after).ids).toEqual(['1', '3.0'])
  })
})

test('the order of rows changes nothing, that of ends neither, in one mode or two', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '2', '10', 'É', 'E\u0301', '1', '1.0')
  const tie = fc.record({
    u: name,
    v: name,
    weight: fc.constantFrom('1', '0,1', '2,5', '1\u00a0000'),
    turned: fc.boolean(),
  })
  const lists = fc
    .array(tie, { maxLength: 14 })
    .chain((ties) => fc.tuple(fc.constant(ties), fc.shuffledSubarray(ties, { minLength: ties.length })))
  const lines = (rows: readonly string[]) => rows.join('\n')
  fc.assert(
    fc.property(lists, fc.shuffledSubarray(['a', 'b', '1', 'z'], { minLength: 4 }), ([ties, shuffled], nodes) => {
      const list = ({ u, v, weight }: (typeof ties)[number]) => `${u};${v};${weight}`
      const turned = (tie: (typeof ties)[number]) => list(tie.turned ? { ...tie, u: tie.v, v: tie.u } : tie)
      const head = 'source;target;weight'
      const one = read(lines([head, ...ties.map(list)]), { nodes: lines(['id', 'a', 'b', '1', 'z']) })
      const other = read(lines([head, ...shuffled.map(turned)]), { nodes: lines(['id', ...nodes]) })
      const bytes = ({ ids, graph, dropped, notices }: typeof one) => JSON.stringify({ ids, graph, dropped, notices })
      expect(bytes(other)).toBe(bytes(one))

      const toSpaces = ties.map(({ u, v }) => `${u};espace ${v}`)
      const inTwo = read(lines(['acteur;espace', ...toSpaces]), { twoMode: true })
      const reversed = read(lines(['acteur;espace', ...toSpaces.toReversed()]), { twoMode: true })
      expect(bytes(reversed)).toBe(bytes(inTwo))
      expect(reversed.modes).toEqual(inTwo.modes)
    }),
  )
})

test('whatever the bytes, a network comes back or a refusal', () => {
  const scraps = fc.constantFrom(
    'source',
    'target',
    'weight',
    'Type',
    'id',
    '"',
    ';',
    ',',
    '\t',
    '\n',
    '\r',
    "'",
    '1,5',
    'é',
    '\0',
  )
  const text = fc.array(scraps, { maxLength: 50 }).map((parts) => Buffer.from(parts.join('')))
  const headed = text.map((rest) => Buffer.concat([Buffer.from('source;target;weight\n'), rest]))
  const bytes = fc.oneof(text, headed, fc.uint8Array({ maxLength: 200 }))
  fc.assert(
    fc.property(bytes, fc.option(bytes), fc.boolean(), fc.boolean(), (ties, nodes, directed, twoMode) => {
      const options = { directed, twoMode, weight: undefined }
      try {
        readEdgeList({ name: 'ties.csv', bytes: ties }, nodes && { name: 'nodes.csv', bytes: nodes }, options)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
      }
    }),
    { numRuns: 500 },
  )
})
