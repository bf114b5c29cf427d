import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import Graph from 'graphology'
import { describe, expect, test } from 'vitest'
import { readSheets, type Sheet, type Workbook } from '../../../server/exchange/formats/sheets.ts'
import { fileLimits } from '../../../server/exchange/preview.ts'

const samples = join(import.meta.dirname, 'samples')

async function networkOf(content: string | Uint8Array, name = 'file'): Promise<Workbook> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return await readSheets({ name, bytes })
}

/** The rows of a sheet, as objects without what is empty. */
function rowsOf({ sheets }: Workbook, name: string): Record<string, string>[] {
  const [header, ...rows] = sheets.find((sheet: Sheet) => sheet.name === name)?.rows ?? []
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.flatMap((cell, at) => (cell === '' ? [] : [[header?.cells[at] ?? '', cell]]))),
  )
}

function countsOf({ unplaced }: Workbook): Record<string, number> {
  return Object.fromEntries(unplaced.map(({ kind, count }) => [kind, count]))
}

/** D. Krackhardt (1990), Assessing the political landscape, Administrative Science Quarterly 35, figure 3. */
const kite = [
  ...['Andre-Beverly', 'Andre-Carol', 'Andre-Diane', 'Andre-Fernando', 'Beverly-Diane', 'Beverly-Ed', 'Beverly-Garth'],
  ...['Carol-Diane', 'Carol-Fernando', 'Diane-Ed', 'Diane-Fernando', 'Diane-Garth', 'Ed-Garth', 'Fernando-Garth'],
  ...['Fernando-Heather', 'Garth-Heather', 'Heather-Ike', 'Ike-Jane'],
]

describe('a network that other programs wrote', () => {
  test.each([
    ['kite.graphml', 'graphml', 'true'],
    ['kite.gexf', 'gexf', 'true'],
    ['kite.gml', 'gml', 'false'],
    ['kite.net', 'pajek', 'false'],
    ['kite-node-link.json', 'json', 'true'],
    ['kite-cytoscape.json', 'json', 'true'],
    ['kite-igraph.graphml', 'graphml', 'false'],
    ['kite-igraph.gml', 'gml', 'false'],
    ['kite-igraph.net', 'pajek', 'false'],
  ])('%s', async (name, format, directed) => {
    const workbook = await networkOf(readFileSync(join(samples, name)), 'sans-extension')
    expect(workbook).not.toHaveProperty('flaw')
    expect(workbook.format).toBe(format)
    const ties = rowsOf(workbook, 'edges')
    expect(ties.every((tie) => tie.directed === directed)).toBe(true)
    const pairs = ties.map(({ from = '', to = '' }) => [from, to].sort().join('-'))
    if (!name.includes('igraph.net')) expect(pairs.sort()).toEqual([...kite].sort())
    expect(ties).toHaveLength(18)
    expect(rowsOf(workbook, 'actors')).toHaveLength(10)
  })

  test('attributes keep their types', async () => {
    for (const name of ['kite.graphml', 'kite.gexf', 'kite-node-link.json']) {
      const [andre] = rowsOf(await networkOf(readFileSync(join(samples, name))), 'actors')
      expect(andre).toMatchObject({ id: 'Andre', commune: 'Brumeval', effectif: '0', actif: 'true', code: '00' })
    }
    const [tie] = rowsOf(await networkOf(readFileSync(join(samples, 'kite.graphml'))), 'edges')
    expect(tie).toEqual({ from: 'Andre', to: 'Beverly', directed: 'true', weight: '2', nature: 'échange' })
    const [andre] = rowsOf(await networkOf(readFileSync(join(samples, 'kite.gml'))), 'actors')
    expect(andre).toMatchObject({ name: 'Andre', commune: 'Brumeval & co' })
  })

  test('what has no place is counted', async () => {
    expect(countsOf(await networkOf(readFileSync(join(samples, 'kite-igraph.graphml'))))).toEqual({ node_numbers: 10 })
    expect(countsOf(await networkOf(readFileSync(join(samples, 'kite.net'))))).toEqual({
      node_numbers: 10,
      positions: 10,
      looks: 10,
    })
  })
})

describe('GraphML', () => {
  test('yEd: labels are names, drawings are told', async () => {
    const workbook = await networkOf(`<?xml version="1.0" encoding="UTF-8" standalone="no"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
      <key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/>
      <graph edgedefault="directed" id="G">
      <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry x="1" y="2"/><y:Fill color="#FFCC00"/>
      <y:NodeLabel fontSize="12">Mairie<y:LabelModel><y:SmartNodeLabelModel/></y:LabelModel></y:NodeLabel></y:ShapeNode></data></node>
      <node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>CCI</y:NodeLabel></y:ShapeNode></data></node>
      <edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge/></data></edge></graph></graphml>`)
    expect(rowsOf(workbook, 'actors')).toEqual([{ name: 'Mairie' }, { name: 'CCI' }])
    expect(rowsOf(workbook, 'edges')).toEqual([{ from: 'Mairie', to: 'CCI', directed: 'true' }])
    expect(countsOf(workbook)).toEqual({ tie_ids: 1, node_numbers: 2, positions: 1, looks: 1 })
  })

  test('defaults, nested graphs, hyperedges, ends that are nowhere', async () => {
    const workbook =
      await networkOf(`<graphml><key id="k" for="node" attr.name="zone" attr.type="string"><default>nord</default></key>
      <graph edgedefault="undirected"><node id="a"/><node id="b"><data key="k">sud</data></node>
      <edge source="a" target="b" directed="true"/><edge source="a" target="z"/><hyperedge/></graph></graphml>`)
    expect(rowsOf(workbook, 'actors')).toEqual([
      { id: 'a', name: 'a', zone: 'nord' },
      { id: 'b', name: 'b', zone: 'sud' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([{ from: 'a', to: 'b', directed: 'true' }])
    expect(countsOf(workbook)).toEqual({ hyperedges: 1, unknown_ends: 1 })
  })
})

// Gephi’s own description of the format, https://gexf.net/schema.html.
test('GEXF: weights, kinds, both ways, periods, drawings', async () => {
  const workbook = await networkOf(`<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
    <graph defaultedgetype="undirected"><attributes class="node"><attribute id="0" title="Effectif" type="integer"/>
    <attribute id="1" title="code" type="string"><default>7</default></attribute></attributes>
    <nodes><node id="a" label="Forges" start="2020"><attvalues><attvalue for="0" value="12"/></attvalues>
    <viz:color r="1" g="2" b="3"/><viz:position x="1" y="2"/><viz:size value="3"/></node><node id="b" label="Mairie"/></nodes>
    <edges><edge id="0" source="a" target="b" type="mutual" weight="2.5" kind="supply"/></edges></graph></gexf>`)
  expect(rowsOf(workbook, 'actors')).toEqual([
    { id: 'a', name: 'Forges', Effectif: '12', code: "'7" },
    { id: 'b', name: 'Mairie', code: "'7" },
  ])
  expect(rowsOf(workbook, 'edges')).toEqual([
    { from: 'a', to: 'b', directed: 'true', weight: '2.5', kind: 'supply' },
    { from: 'b', to: 'a', directed: 'true', weight: '2.5', kind: 'supply' },
  ])
  expect(countsOf(workbook)).toEqual({ tie_ids: 1, positions: 1, looks: 2, periods: 1 })
})

describe('Pajek', () => {
  test('two modes are actors and spaces', async () => {
    const workbook = await networkOf('*Vertices 3 2\n1 "Mairie"\n2 "Forges"\n3 "Club"\n*Edges\n1 3\n3 2 2\n1 2')
    expect(rowsOf(workbook, 'spaces')).toEqual([{ name: 'Club' }])
    expect(rowsOf(workbook, 'participations')).toEqual([
      { actor: 'Mairie', space: 'Club' },
      { actor: 'Forges', space: 'Club', weight: '2' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([{ from: 'Mairie', to: 'Forges', directed: 'false' }])
  })

  test('relations, lists, matrices, partitions and vectors of a project', async () => {
    const workbook = await networkOf(
      [
        '*Network Confiance\r\n*Vertices 3\r\n1 "A" 0.1 0.2 0.5 ic Red\r\n2 "B"\r\n3 "C"\r\n*Arcs :1 "trust"\r\n1 2 3 l "oui" c Blue [1-4]',
        '*Arcslist :2 "supply"\r\n1 2 3\r\n*Matrix :3 "information"\r\n0 0 1\r\n0 0 0\r\n1 0 0',
        '*Partition Sphère\r\n*Vertices 3\r\n1\r\n2\r\n1\r\n*Vector Taille\r\n*Vertices 3\r\n0.5\r\n1\r\n2',
      ].join('\r\n'),
    )
    expect(rowsOf(workbook, 'actors')[0]).toEqual({ name: 'A', Sphère: '1', Taille: '0.5' })
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: 'A', to: 'B', directed: 'true', kind: 'trust', weight: '3', label: 'oui' },
      { from: 'A', to: 'B', directed: 'true', kind: 'supply' },
      { from: 'A', to: 'C', directed: 'true', kind: 'supply' },
      { from: 'A', to: 'C', directed: 'true', kind: 'information', weight: '1' },
      { from: 'C', to: 'A', directed: 'true', kind: 'information', weight: '1' },
    ])
    expect(countsOf(workbook)).toEqual({ node_numbers: 3, positions: 1, looks: 2, periods: 1 })
  })

  test('a vertex beyond their number is refused with its row', async () => {
    expect((await networkOf('*Vertices 2\n1 "A"\n7 "B"')).flaw).toEqual({
      row: 3,
      code: 'malformed_file',
      got: '',
      expected: { format: 'pajek' },
    })
  })
})

// Examples of https://gephi.github.io/users/supported-graph-formats/ucinet-dl-format and of UCINET’s own help.
describe('UCINET DL', () => {
  const pairs = (workbook: Workbook) => rowsOf(workbook, 'edges').map(({ from, to, weight }) => [from, to, weight])

  test('a full matrix, with labels', async () => {
    const workbook = await networkOf(
      'dl n=5\nformat = fullmatrix\nlabels:\nbarry,david,lin,pat,russ\ndata:\n0 1 1 1 0\n1 0 0 0 1\n1 0 0 1 0\n1 0 1 0 1\n0 1 0 1 0',
    )
    expect(workbook.format).toBe('dl')
    expect(rowsOf(workbook, 'actors').map(({ name }) => name)).toEqual(['barry', 'david', 'lin', 'pat', 'russ'])
    expect(pairs(workbook)).toHaveLength(12)
    expect(pairs(workbook)[0]).toEqual(['barry', 'david', '1'])
  })

  test('labels within a matrix', async () => {
    const workbook = await networkOf(
      'dl\nn = 5\nlabels embedded\nformat = fullmatrix\ndata:\nBill Jan Jim Sue Zoe\nBill 0 0 1 0 0\nJan 0 0 0 1 1\nJim 1 0 0 1 0\nSue 0 1 1 0 0\nZoe 0 1 0 0 0',
    )
    expect(pairs(workbook).map(([from, to]) => `${from}-${to}`)).toEqual([
      ...['Bill-Jim', 'Jan-Sue', 'Jan-Zoe', 'Jim-Bill', 'Jim-Sue', 'Sue-Jan', 'Sue-Jim', 'Zoe-Jan'],
    ])
  })

  test('an edge list, with labels within', async () => {
    const workbook = await networkOf(
      'DL n=5\nformat = edgelist1\nlabels embedded:\ndata:\ngeorge sally\ngeorge jim\nSALLY jim 2.5\nbilly george\njane jim',
    )
    expect(rowsOf(workbook, 'actors')).toHaveLength(5)
    expect(pairs(workbook)[2]).toEqual(['sally', 'jim', '2.5'])
  })

  test('numbers and a node list', async () => {
    const workbook = await networkOf(
      'DL n=5 format = nodelist1\nlabels:\ngeorge, sally, jim, billy, jane\ndata:\n1 2 3\n2 3\n3 1\n4 3',
    )
    expect(pairs(workbook)).toEqual([
      ['george', 'sally', undefined],
      ['george', 'jim', undefined],
      ['sally', 'jim', undefined],
      ['jim', 'george', undefined],
      ['billy', 'jim', undefined],
    ])
  })

  test('two modes, several relations, a diagonal that is absent', async () => {
    const two = await networkOf(
      'dl nr=2 nc=3\nrow labels:\n"Mairie de Brumeval" forges\ncolumn labels:\nclub salon axe\ndata:\n1 0 1\n0 1 0',
    )
    expect(rowsOf(two, 'participations')).toEqual([
      { actor: 'Mairie de Brumeval', space: 'club', weight: '1' },
      { actor: 'Mairie de Brumeval', space: 'axe', weight: '1' },
      { actor: 'forges', space: 'salon', weight: '1' },
    ])
    const several = await networkOf(
      'dl n=3 nm=2 diagonal absent\nlabels: a b c\nmatrix labels: trust supply\ndata:\n1 0\n0 0\n0 0\n\n0 0\n0 2\n0 0',
    )
    expect(rowsOf(several, 'edges')).toEqual([
      { from: 'a', to: 'b', directed: 'true', kind: 'trust', weight: '1' },
      { from: 'b', to: 'c', directed: 'true', kind: 'supply', weight: '2' },
    ])
  })
})

// https://docs.gephi.org/desktop/User_Manual/Import/Netdraw_VNA_Format
describe('VNA', () => {
  test('data of nodes and ties', async () => {
    const workbook = await networkOf(
      '*node data\nID name gender age\nj101 joe male 56\nw067 "wendy w" female 23\nb303 bill male 48\n*tie data\nfrom to strength\nj101 w067 1\nw067 j101 2\nj101 b303 1\nw067 b303 5',
    )
    expect(rowsOf(workbook, 'actors')[1]).toEqual({ id: 'w067', name: 'wendy w', gender: 'female', age: '23' })
    expect(rowsOf(workbook, 'edges')[3]).toEqual({ from: 'w067', to: 'b303', directed: 'true', weight: '5' })
  })

  test('several relations are several kinds of tie', async () => {
    const workbook = await networkOf(
      '*Node properties\nID x y color shape size shortlabel\nHOLLY 1160 271 255 1 10 Holly\n*Tie data\nfrom to friends advice\nHOLLY PAM 1 0\nPAT HOLLY 1 2',
    )
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: 'HOLLY', to: 'PAM', directed: 'true', kind: 'friends', weight: '1' },
      { from: 'PAT', to: 'HOLLY', directed: 'true', kind: 'friends', weight: '1' },
      { from: 'PAT', to: 'HOLLY', directed: 'true', kind: 'advice', weight: '2' },
    ])
    expect(rowsOf(workbook, 'actors')[0]).toEqual({ id: 'HOLLY', name: 'Holly' })
    expect(countsOf(workbook)).toEqual({ positions: 1 })
  })
})

describe('JSON', () => {
  // https://docs.kumu.io/guides/import/blueprints
  test('a blueprint of Kumu', async () => {
    const workbook = await networkOf(
      JSON.stringify({
        elements: [
          { label: 'A', type: 'Letter', description: 'This is A', tags: ['one', 'two'] },
          { label: 'B', type: 'Letter', 'Favorite Dessert': 'shave ice' },
        ],
        connections: [
          { from: 'A', to: 'B', type: 'likes' },
          { from: 'B', to: 'A', direction: 'mutual' },
        ],
      }),
    )
    expect(rowsOf(workbook, 'actors')).toEqual([
      { id: 'A', name: 'A', type: 'Letter', description: 'This is A', tags: 'one; two' },
      { id: 'B', name: 'B', type: 'Letter', 'Favorite Dessert': 'shave ice' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: 'A', to: 'B', directed: 'false', type: 'likes' },
      { from: 'B', to: 'A', directed: 'true' },
      { from: 'A', to: 'B', directed: 'true' },
    ])
  })

  const graph = new Graph({ multi: true })
  graph.addNode('m', { label: 'Mairie', x: 1, y: 2, size: 3, color: '#f00', effectif: 12 })
  graph.addNode('f', { label: 'Forges', x: 1, y: 2 })
  graph.addDirectedEdgeWithKey('e1', 'm', 'f', { weight: 2 })
  graph.addUndirectedEdgeWithKey('e2', 'm', 'f')

  test('graphology', async () => {
    const workbook = await networkOf(JSON.stringify(graph.export()))
    expect(rowsOf(workbook, 'actors')).toEqual([
      { id: 'm', name: 'Mairie', effectif: '12' },
      { id: 'f', name: 'Forges' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: 'm', to: 'f', directed: 'true', weight: '2' },
      { from: 'm', to: 'f', directed: 'false' },
    ])
    expect(countsOf(workbook)).toEqual({ tie_ids: 2, positions: 2, looks: 1 })
  })

  test('a workspace of Gephi Lite keeps its data beside the graph', async () => {
    const fullGraph = {
      ...graph.export(),
      nodes: [{ key: 'm' }, { key: 'f' }],
      edges: [{ key: 'e1', source: 'm', target: 'f' }],
    }
    const dataset = {
      metadata: {},
      nodeData: { m: { label: 'Mairie' } },
      edgeData: { e1: { weight: 2 } },
      layout: { m: { x: 1, y: 2 } },
      fullGraph,
    }
    const workbook = await networkOf(JSON.stringify({ type: 'gephi-lite', version: '1.0.1', graphDataset: dataset }))
    expect(rowsOf(workbook, 'actors')).toEqual([
      { id: 'm', name: 'Mairie' },
      { id: 'f', name: 'f' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([{ from: 'm', to: 'f', directed: 'true', weight: '2' }])
  })

  test('Graph Commons', async () => {
    const workbook = await networkOf(
      JSON.stringify({
        graph: {
          name: 'Carte',
          nodeTypes: [{ id: 't1', name: 'Entreprise' }],
          edgeTypes: [{ id: 'k1', name: 'FOURNIT' }],
          nodes: [
            { id: 'n1', type_id: 't1', type: 'Entreprise', name: 'Forges', properties: { effectif: 12 } },
            { id: 'n2', type_id: 't1', name: 'Laiterie', properties: {} },
          ],
          edges: [
            { id: 'e1', from: 'n1', to: 'n2', type_id: 'k1', weight: 3, directed: 1, properties: { depuis: 'avril' } },
          ],
        },
      }),
    )
    expect(rowsOf(workbook, 'actors')).toEqual([
      { name: 'Forges', type: 'Entreprise', effectif: '12' },
      { name: 'Laiterie', type: 'Entreprise' },
    ])
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: 'Forges', to: 'Laiterie', directed: 'true', kind: 'FOURNIT', weight: '3', depuis: 'avril' },
    ])
  })

  test('keys of every name, and JSON that is no network', async () => {
    const workbook = await networkOf(
      '{"nodes":[{"id":"constructor","__proto__":"x","toString":1},{"id":"b"}],"links":[{"source":"constructor","target":"b"}]}',
    )
    expect(rowsOf(workbook, 'edges')).toEqual([{ from: 'constructor', to: 'b', directed: 'true' }])
    expect((await networkOf('{"a":1}')).flaw).toMatchObject({ code: 'malformed_file', got: 'json' })
    expect((await networkOf('{"a":1')).flaw).toMatchObject({ code: 'malformed_file', expected: { format: 'json' } })
  })
})

describe('a matrix of numbers alone', () => {
  // R. Ripley et al., Manual for RSiena, 4.1: missing NA, structural zeros 10, structural ones 11.
  test('RSiena', async () => {
    const workbook = await networkOf('10 1 NA\n0 10 11\n0 10 10\n')
    expect(workbook.format).toBe('matrix')
    expect(rowsOf(workbook, 'edges')).toEqual([
      { from: '1', to: '2', directed: 'true' },
      { from: '2', to: '3', directed: 'true' },
    ])
    expect(countsOf(workbook)).toEqual({ missing_ties: 1, impossible_ties: 1 })
  })

  test('weights; what is not square stays a table', async () => {
    expect(rowsOf(await networkOf('0;2;0\n0;0;1.5\n0;0;0'), 'edges')[1]).toMatchObject({
      from: '2',
      to: '3',
      weight: '1.5',
    })
    expect(await networkOf('1;2;3\n4;5;6')).toMatchObject({
      format: 'csv',
      sheets: [{ rows: [{ row: 1 }, { row: 2 }] }],
    })
  })
})

test('an attribute does not take the place of a column', async () => {
  const workbook = await networkOf('graph [ node [ id "a" name "A" Nom "autre" ID 3 ] node [ id "b" ] ]')
  expect(workbook.sheets[0]?.rows[0]?.cells).toEqual(['id', 'name', 'attribute:Nom', 'attribute:ID'])
})

test('a list longer than any is refused', async () => {
  const { flaw } = await networkOf(`*Vertices ${fileLimits.rows + 1}\n`)
  expect(flaw).toEqual({
    row: null,
    code: 'too_many_rows',
    got: String(fileLimits.rows + 1),
    expected: { atMost: fileLimits.rows },
  })
})

test.each(['kite.graphml', 'kite.gexf', 'kite.gml', 'kite.net', 'kite-node-link.json'])(
  '%s cut and changed anywhere never throws',
  async (name) => {
    const whole = readFileSync(join(samples, name))
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 10 }), fc.nat(whole.length), async (changes, length) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const { sheets } = await networkOf(bytes.subarray(0, length))
        for (const { rows } of sheets) expect(rows.length).toBeLessThan(1000)
      }),
      { numRuns: 150 },
    )
  },
)

test('scraps of the languages of networks never throw', async () => {
  const scraps = fc.constantFrom(
    ...[
      '*vertices ',
      '*arcs\n',
      '*network x\n',
      '*partition p\n',
      '*matrix\n',
      '*node data\n',
      '*tie data\n',
      'dl ',
      'n=3 ',
      'nm=2 ',
    ],
    ...[
      'labels embedded\n',
      'labels:\n',
      'data:\n',
      'format=nodelist1\n',
      'format=edgelist2 ',
      'diagonal absent ',
      'graph [ ',
      'node [ ',
    ],
    ...[
      ' ]',
      'id ',
      '"',
      '1 ',
      '2 ',
      '3\n',
      'NA ',
      '\n',
      '[1-2] ',
      'edge [ ',
      'source 1 ',
      '&#38;',
      '{"nodes":[',
      '{"id":1}',
      '],"edges":[',
      ']}',
    ],
  )
  await fc.assert(
    fc.asyncProperty(fc.array(scraps, { maxLength: 30 }), async (parts) => {
      await networkOf(parts.join(''))
    }),
    { numRuns: 1000 },
  )
})
