import { describe, expect, test } from 'vitest'
import { type EdgeListOptions, readEdgeList } from '../../server/cli/edge-list.ts'

const plain: EdgeListOptions = { directed: false, twoMode: false, weight: undefined }

function read(text: string, { nodes = '', ...options }: Partial<EdgeListOptions> & { nodes?: string } = {}) {
  const nodeFile = nodes === '' ? null : { name: 'nodes.csv', text: nodes }
  const network = readEdgeList({ name: 'ties.csv', text }, nodeFile, { ...plain, ...options })
  const { graph, ids } = network
  return {
    ...network,
    ties: Array.from(graph.sources, (u, e) => `${ids[u]}-${ids[graph.targets[e] ?? -1]}`).join(' '),
    weights: graph.weights && [...graph.weights],
    modes: network.modes && [...network.modes],
  }
}

describe('an edge list', () => {
  test('keeps the order of the file: nodes as they appear, ties as they come', () => {
    expect(read('source,target\nc,a\nb,c\n')).toMatchObject({ ids: ['c', 'a', 'b'], ties: 'c-a b-c', weights: null })
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

  test('the node list comes first, with its isolates; others follow', () => {
    const network = read('source,target\nc,a\nnew,c\n', { nodes: 'id,sphere\na,x\nalone,y\nc,x\n' })
    expect(network.ids).toEqual(['a', 'alone', 'c', 'new'])
    expect(network.attributes.map((row) => row?.cells.get('sphere'))).toEqual(['x', 'y', 'x', undefined])
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

  test('quotes keep commas and line ends within', () => {
    expect(read('source,target\n"a, the ""first""","b\nc"\n').ids).toEqual(['a, the "first"', 'b\nc'])
  })
})

describe('two modes', () => {
  test('sources are the first, targets the second', () => {
    expect(read('source,target\na,p\nb,p\n', { twoMode: true })).toMatchObject({
      ids: ['a', 'p', 'b'],
      modes: [0, 1, 0],
    })
  })

  test('the node list says which, whichever way round a tie is written', () => {
    const nodes = 'id,mode\na,1\nb,1\np,2\nq,2\n'
    expect(read('source,target\na,p\np,b\n', { twoMode: true, nodes })).toMatchObject({
      ties: 'a-p p-b',
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
    ['nodes without ids', 'source,target\na,b\n', { nodes: 'name\na\n' }, 'missing_column', { column: 'id' }],
    ['a quote left open', 'source,target\n"a,b\n', {}, 'malformed_csv', { reason: 'CSV_QUOTE_NOT_CLOSED' }],
  ])('%s', (_, text, options, code, details) => {
    expect(refused(text, options)).toMatchObject({ code, details })
  })
})
