import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Change } from '../../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { exampleTerritories } from '../../../server/exchange/examples.ts'
import { territoryToDl } from '../../../server/exchange/formats/dl.ts'
import { territoryToGexf } from '../../../server/exchange/formats/gexf.ts'
import { territoryToGraphml } from '../../../server/exchange/formats/graphml.ts'
import { territoryToKumu } from '../../../server/exchange/formats/kumu.ts'
import { territoryToPajek } from '../../../server/exchange/formats/pajek.ts'
import { territoryToRsiena } from '../../../server/exchange/formats/rsiena.ts'
import { readSheets } from '../../../server/exchange/formats/sheets.ts'
import { applied, spelled, territories, writable } from '../../domain/arbitrary.ts'
import { previewOfFile } from './reading.ts'

/** What no network holds: it has to be there before the file is read. */
function frameOf({ id, revision, vocabulary, waves }: Territory): Territory {
  return { ...emptyTerritory(id), revision, vocabulary, waves }
}

/** What a network holds of a territory. */
function held(territory: Territory): Territory {
  const { actors, spaces, ties, participations } = writable(withoutEmptyTexts(territory))
  return { ...frameOf(territory), actors, spaces, ties, participations }
}

/** Other programs write an empty text for none. */
function withoutEmptyTexts(territory: Territory): Territory {
  const facts = <T extends object>(collection: ReadonlyMap<string, T>) =>
    new Map([...collection].map(([key, fact]) => [key, withoutEmpty(fact)] as const))
  const { actors, spaces, ties, participations } = territory
  return {
    ...territory,
    actors: facts(actors),
    spaces: facts(spaces),
    ties: facts(ties),
    participations: facts(participations),
  }
}

function withoutEmpty<T extends object>(fact: T): T {
  const kept = Object.entries(fact).flatMap(([key, value]) => {
    if (key !== 'attributes') return value === '' ? [] : [[key, value]]
    return [[key, Object.fromEntries(Object.entries(value as object).filter(([, said]) => said !== ''))]]
  })
  return Object.fromEntries(kept) as T
}

describe.each([
  ['GraphML', territoryToGraphml],
  ['GEXF', territoryToGexf],
] as const)('%s', (_, written) => {
  const backFrom = async (territory: Territory) => {
    const frame = frameOf(territory)
    const { changes, refusals } = await previewOfFile(written(territory), frame)
    expect(refusals).toEqual([])
    return applied(frame, [...changes])
  }

  test('actors, spaces, ties and participations come back the same', async () => {
    await fc.assert(
      fc.asyncProperty(territories(), async (territory) => {
        expect(spelled(await backFrom(territory))).toEqual(spelled(held(territory)))
      }),
      { numRuns: 100 },
    )
  })

  test('those of the examples too', async () => {
    for (const { id, changes } of await exampleTerritories()) {
      const territory = applied(emptyTerritory(id), [...changes])
      expect(spelled(await backFrom(territory))).toEqual(spelled(held(territory)))
    }
  })
})

test('GEXF says where actors and spaces are drawn, how large and in which colour', async () => {
  const [example] = await exampleTerritories()
  const territory = applied(emptyTerritory('t'), [...(example?.changes ?? [])])
  const [actor = '', space = ''] = [[...territory.actors.keys()][0], [...territory.spaces.keys()][0]]
  const gexf = territoryToGexf(territory, {
    actors: new Map([[actor, { x: 1.5, y: -2, size: 4, color: '#1f4e79' }]]),
    spaces: new Map([[space, { x: 0, y: 7 }]]),
  })
  expect(gexf).toContain(
    '<viz:position x="1.5" y="-2" z="0"/><viz:size value="4"/><viz:color r="31" g="78" b="121"/></node>',
  )
  expect(gexf).toContain('<viz:position x="0" y="7" z="0"/></node>')
  const { unplaced } = await readSheets({ name: 'x', bytes: new TextEncoder().encode(gexf) })
  expect(unplaced).toContainEqual({ kind: 'positions', count: 2 })
})

/** Three actors and a club, two ties of which one is directed, two waves. */
const village: Change[] = [
  ...(['a', 'b', 'c'] as const).map((id): Change => {
    const kind = { type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false } as const
    return {
      put: 'actor',
      value: { id, name: `Société « ${id} » "SA"`, ...kind, ...(id === 'a' && { tags: ['bois', 'fer'] }) },
    }
  }),
  { put: 'space', value: { id: 'club', name: 'Club', kind: 'club' } },
  { put: 'wave', value: { id: '2023', label: 'Enquête 2023', date: '2023-06-01', basis: 'survey' } },
  { put: 'wave', value: { id: '2024', label: 'Enquête 2024', date: '2024-06-01', basis: 'survey' } },
  {
    put: 'tie',
    value: { wave: '2023', kind: 'trust', from: 'a', to: 'b', reporter: 'a', directed: true, strength: 3 },
  },
  {
    put: 'tie',
    value: { wave: '2024', kind: 'supply', from: 'b', to: 'c', reporter: null, directed: false, strength: 5 },
  },
  { put: 'participation', value: { actor: 'c', space: 'club', role: 'pilot', wave: '2024' } },
  { put: 'roster', value: { actor: 'a', wave: '2023', status: 'answered' } },
  { put: 'roster', value: { actor: 'b', wave: '2023', status: 'declined' } },
]
const rowsIn = async (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const { sheets } = await readSheets({ name: 'x', bytes })
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.join(','))]))
}
const villageTerritory = applied(emptyTerritory('v'), village)

test('Pajek: names, relations by kind and wave, strengths, two modes', async () => {
  expect(await rowsIn(territoryToPajek(villageTerritory))).toEqual({
    actors: ['name', ...['a', 'b', 'c'].map((id) => `Société « ${id} » ’SA’`)],
    spaces: ['name', 'Club'],
    edges: [
      'from,to,directed,kind,weight',
      'Société « b » ’SA’,Société « c » ’SA’,false,supply (2024),5',
      'Société « a » ’SA’,Société « b » ’SA’,true,trust (2023),3',
    ],
    participations: ['actor,space,kind', 'Société « c » ’SA’,Club,pilot (2024)'],
  })
})

test('UCINET DL: names and the greatest strength from each to each', async () => {
  expect(await rowsIn(territoryToDl(villageTerritory))).toEqual({
    actors: ['name', ...['a', 'b', 'c'].map((id) => `Société « ${id} » ’SA’`)],
    edges: [
      'from,to,directed,weight',
      'Société « a » ’SA’,Société « b » ’SA’,true,3',
      'Société « b » ’SA’,Société « c » ’SA’,true,5',
      'Société « c » ’SA’,Société « b » ’SA’,true,5',
    ],
  })
})

test('whoever has a name, whoever is tied: Pajek and DL hold it of any territory', async () => {
  await fc.assert(
    fc.asyncProperty(territories(), async (territory) => {
      const [pajek, dl] = [await rowsIn(territoryToPajek(territory)), await rowsIn(territoryToDl(territory))]
      const { actors, spaces, ties, participations } = territory
      const counted = (rows: Record<string, string[]>, name: string) => Math.max(0, (rows[name]?.length ?? 1) - 1)
      expect(['actors', 'spaces', 'edges', 'participations'].map((name) => counted(pajek, name))).toEqual([
        ...[actors.size, spaces.size, ties.size, participations.size],
      ])
      const pairs = [...ties.values()].flatMap(({ from, to, directed }) => [
        `${from} ${to}`,
        directed ? `${from} ${to}` : `${to} ${from}`,
      ])
      expect([counted(dl, 'actors'), counted(dl, 'edges')]).toEqual([actors.size, new Set(pairs).size])
    }),
    { numRuns: 100 },
  )
})

// R. Ripley et al., Manual for RSiena, 4.1.1: missing NA, structural zeros 10.
test('RSiena: who was asked and is silent misses, who was not there cannot be tied', () => {
  const files = territoryToRsiena(villageTerritory)
  expect([...files.keys()]).toEqual(['wave1-2023.txt', 'wave2-2024.txt', 'actors.csv'])
  expect(files.get('wave1-2023.txt')).toBe('0 1 10\nNA 0 10\n10 10 0\n')
  expect(files.get('wave2-2024.txt')).toBe('0 0 0\n0 0 1\n0 1 0\n')
})

test('Kumu: elements, connections, bars', async () => {
  expect(await rowsIn(await territoryToKumu(villageTerritory))).toMatchObject({
    Elements: [
      'Label,Type,ID,sphere,scope,inside,collective,Tags',
      'Société « a » "SA",entreprise,a,economie,local,VRAI,FAUX,bois; fer',
      'Société « b » "SA",entreprise,b,economie,local,VRAI,FAUX',
      'Société « c » "SA",entreprise,c,economie,local,VRAI,FAUX',
      'Club,club,space:club',
    ],
    Connections: [
      'From,To,Type,directed,Strength,wave,reporter',
      'Société « a » "SA",Société « b » "SA",trust,VRAI,3,2023,a',
      'Société « b » "SA",Société « c » "SA",supply,FAUX,5,2024',
      'Société « c » "SA",Club,pilot,FAUX,,2024',
    ],
  })
})
