import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { emptyTerritory } from '../../server/domain/territory.ts'
import { territoryToCsv } from '../../server/exchange/csv.ts'
import { applied, foundations } from '../domain/arbitrary.ts'
import { after, previewOf, territoryOf, village } from './fixture.ts'

const brumeval = territoryOf(village)
const actorsHead = 'id,name,type,sphere,scope,inside'

describe('what is there already', () => {
  test('rows are new, changed or the same, and columns that a file lacks are left alone', () => {
    const { files, changes } = previewOf(
      {
        'actors.csv': [
          'id,name,type,sphere,scope,inside',
          'mairie,Mairie de Brumeval,commune,action_publique,local,true',
          'forges,Forges et fonderies,entreprise,economie,local,true',
          'gare,Gare de Brumeval,transport,transport_mobilite,local,true',
        ].join('\n'),
      },
      brumeval,
    )
    expect(files).toEqual([
      {
        file: 'actors.csv',
        noun: 'actor',
        rows: 3,
        created: 1,
        changed: 1,
        matched: 1,
        repeated: 0,
        refused: 0,
        ignoredColumns: [],
      },
    ])
    expect(changes).toHaveLength(2)
    expect(after(brumeval, changes).actors.get('forges')).toMatchObject({
      name: 'Forges et fonderies',
      attributes: { employees: 120 },
    })
  })

  test('an empty cell takes its value away, a column that is not there does not', () => {
    const emptied = territoryOf(
      { 'actors.csv': `${actorsHead},employees\nforges,F,entreprise,economie,local,1,` },
      brumeval,
    )
    expect(emptied.actors.get('forges')).not.toHaveProperty('attributes')
    const renamed = territoryOf({ 'actors.csv': 'id,name\nforges,F' }, brumeval)
    expect(renamed.actors.get('forges')).toMatchObject({ name: 'F', scope: 'local', attributes: { employees: 120 } })
  })

  test('a row twice is one fact; two rows that disagree are a refusal of the second', () => {
    const row = 'gare,Gare,transport,transport_mobilite,local,1'
    const { files, refusals } = previewOf({
      'actors.csv': [actorsHead, row, row, row.replace('Gare', 'Quai')].join('\n'),
    })
    expect(files[0]).toMatchObject({ rows: 3, created: 1, repeated: 1, refused: 1 })
    expect(refusals).toEqual([
      { file: 'actors.csv', row: 4, column: 'name', code: 'contradicting_row', got: 'Quai', expected: { row: 2 } },
    ])
  })
})

describe('names', () => {
  test('ties and participations may call actors by name or other name, whatever the case and accents', () => {
    const { ties, participations } = territoryOf(
      {
        'liens.csv': 'acteur;partenaire;nature;orienté\nMAIRIE DE BRUMEVAL;lycee des essarts;partenariat;non',
        'participations.csv': 'acteur;espace;rôle\nForges de Brumeval;Club des Forges;Membre',
      },
      brumeval,
      { wave: { id: 'w1', label: '', date: '' } },
    )
    expect([...ties.values()]).toMatchObject([{ wave: 'w1', from: 'mairie', to: 'lycee', kind: 'partnership' }])
    expect([...participations.values()]).toMatchObject([{ actor: 'forges', space: 'club', role: 'member', wave: 'w1' }])
  })

  test('who has no id gets one from the name, unless the name is known', () => {
    const { actors } = territoryOf(
      {
        'acteurs.csv':
          'nom;type;sphère;échelle;interne\nÉcole Œuvre-d’Art;formation;culture;local;oui\nmairie de brumeval;commune;culture;local;oui',
      },
      brumeval,
    )
    expect([...actors.keys()]).toEqual(['ecole-oeuvre-d-art', 'forges', 'lycee', 'mairie'])
    expect(actors.get('mairie')?.sphere).toBe('culture')
  })

  test('an id made from a name never falls on somebody else', () => {
    const files = { 'acteurs.csv': 'nom;type;sphère;échelle;interne\nForges;entreprise;economie;local;oui' }
    const { actors } = territoryOf(files, brumeval)
    expect(actors.get('forges')?.name).toBe('Forges de Brumeval')
    expect(actors.get('forges-2')?.name).toBe('Forges')
    expect(previewOf(files, territoryOf(files, brumeval)).changes).toEqual([])
  })

  test('a space may name a parent that comes further down', () => {
    const { spaces } = territoryOf({ 'spaces.csv': 'name,kind,parent\nProjet,project,Axe\nAxe,programme_axis,' })
    expect(spaces.get('projet')?.parent).toBe('axe')
  })

  test('an edge list is read as one: source and target are ends', () => {
    const { ties } = territoryOf({
      ...village,
      'ties.csv': 'source,target,kind,directed,wave\nmairie,forges,trust,1,w1',
    })
    expect([...ties.values()]).toMatchObject([{ from: 'mairie', to: 'forges', directed: true }])
    expect([...ties.values()][0]).not.toHaveProperty('source')
  })
})

describe('whatever the order of rows', () => {
  const row = fc.record({
    id: fc.option(fc.constantFrom('1', '1.0', 'a', 'É', 'E\u0301'), { nil: '' }),
    name: fc.constantFrom(
      'Forges',
      'Forges !',
      'forges',
      'CCI',
      'Chambre',
      'École',
      'x'.repeat(120),
      `${'x'.repeat(120)}y`,
    ),
    aliases: fc.constantFrom('', 'CCI', 'Chambre', 'Forges'),
  })
  const rows = fc.uniqueArray(row, { maxLength: 8, selector: ({ name }) => name })
  const shuffles = rows.chain((rows) =>
    fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
  )
  const file = (rows: readonly { id: string; name: string; aliases: string }[]) => ({
    'actors.csv': [
      `${actorsHead},aliases`,
      ...rows.map(({ id, name, aliases }) => `${id},${name},commune,culture,local,1,${aliases}`),
    ].join('\n'),
    'ties.csv': ['wave,from,to,kind,directed', ...rows.map(({ name }) => `w1,mairie,${name},trust,1`)].join('\n'),
  })

  test('everyone gets the same id, and the same rows stand', () => {
    fc.assert(
      fc.property(shuffles, ([rows, shuffled]) => {
        const [one, other] = [previewOf(file(rows), brumeval), previewOf(file(shuffled), brumeval)]
        // Of rows that disagree the first stands: which one that is, is said.
        if (one.refusals.some(({ code }) => code === 'contradicting_row')) return
        expect(other.changes).toEqual(one.changes)
        expect(territoryToCsv(applied(brumeval, other.changes))).toEqual(territoryToCsv(applied(brumeval, one.changes)))
      }),
    )
  })

  test('and of changes: a territory does not remember the path that led to it', () => {
    fc.assert(
      fc.property(foundations(), (changes) => {
        const one = territoryToCsv(applied(emptyTerritory('e'), changes))
        expect(territoryToCsv(applied(emptyTerritory('e'), changes.toReversed()))).toEqual(one)
      }),
      { numRuns: 30 },
    )
  })
})

describe('thousands of names that begin alike', () => {
  const count = 3000
  const names = Array.from({ length: count }, (_, index) => `${'Société coopérative '.repeat(8)} n° ${index}`)

  test('each gets its own id, after one look at those taken', () => {
    const has = vi.spyOn(Set.prototype, 'has')
    try {
      const { actors } = territoryOf({
        'actors.csv': ['name,type,sphere,scope,inside', ...names.map((name) => `${name},commune,culture,local,1`)].join(
          '\n',
        ),
      })
      expect(actors.size).toBe(count)
      // One by one from 2 on, they would be looked up four and a half million times.
      expect(has.mock.calls.length).toBeLessThan(30 * count)
    } finally {
      has.mockRestore()
    }
  })
})

describe('ids that are certainly the same', () => {
  test.each([
    ['another normal form', 'E\u0301cole', 'École'],
    ['a number of a table', '12.0', '12'],
    ['a no-break space', 'zone\u00a0nord', 'zone nord'],
    ['an invisible character', 'a\u200b', 'a'],
  ])('%s', (_, written, id) => {
    const actor = { 'actors.csv': `${actorsHead}\n${id},Celui-ci,commune,culture,local,1` }
    const known = territoryOf(actor, brumeval)
    const { ties } = territoryOf({ 'ties.csv': `wave,from,to,kind,directed\nw1,mairie,${written},trust,1` }, known)
    expect([...ties.values()]).toMatchObject([{ to: id }])
    const again = previewOf({ 'actors.csv': `${actorsHead}\n${written},Celui-ci,commune,culture,local,1` }, known)
    expect(again.files).toMatchObject([{ matched: 1, created: 0 }])
  })
})

describe('a file without waves', () => {
  const tie = { 'ties.csv': 'from,to,kind,directed\nmairie,forges,trust,true' }

  test('is read into the wave the caller gives, which is one of documents', () => {
    const wave = { id: 'w9', label: 'Tableur 2025', date: '2025-01-15' }
    const { waves, ties } = territoryOf(tie, brumeval, { wave })
    expect(waves.get('w9')).toEqual({ ...wave, basis: 'documents' })
    expect([...ties.values()].map(({ wave }) => wave)).toEqual(['w9'])
  })

  test('a wave of the files goes before the one the caller gives', () => {
    const wave = { id: 'w2', label: 'Autre', date: '2025-01-15' }
    const files = { ...tie, 'waves.csv': 'id,label,date,basis\nw2,Enquête,2025-02-01,survey' }
    expect(territoryOf(files, brumeval, { wave }).waves.get('w2')?.basis).toBe('survey')
  })

  test('a wave that cannot be is refused, and what needs it', () => {
    const { refusals, changes } = previewOf(tie, brumeval, { wave: { id: 'w9', label: 'W', date: 'hier' } })
    expect(refusals).toMatchObject([
      { file: 'waves', row: null, column: 'date', code: 'invalid_value', got: 'hier' },
      { file: 'ties.csv', row: 2, column: 'wave', code: 'unknown_wave', got: 'w9' },
    ])
    expect(changes).toEqual([])
  })

  test('is refused without one, once for the file', () => {
    const { files, refusals } = previewOf({ 'ties.csv': `${tie['ties.csv']}\nforges,lycee,trust,true` }, brumeval)
    expect(refusals).toEqual([
      { file: 'ties.csv', row: 1, column: 'wave', code: 'missing_wave', got: '', expected: { fact: 'wave' } },
    ])
    expect(files[0]).toMatchObject({ rows: 2, refused: 2 })
  })

  test('defaults fill what the file leaves open, and never what is known', () => {
    const defaults = { actor: { scope: 'national', inside: false, sphere: 'culture' } } as const
    const { actors } = territoryOf(
      { 'actors.csv': 'id,name,type\nforges,Forges,entreprise\nmusee,Musée,culture' },
      brumeval,
      { defaults },
    )
    expect(actors.get('musee')).toMatchObject({ scope: 'national', inside: false, sphere: 'culture' })
    expect(actors.get('forges')).toMatchObject({ name: 'Forges', scope: 'local', inside: true, sphere: 'economie' })
  })
})

describe('each refusal says where, what and what was expected', () => {
  const actor = (row: string) => ({ 'actors.csv': `${actorsHead},strength\n${row}` })
  const tie = (row: string) => ({ 'ties.csv': `wave,from,to,kind,directed,strength,since\n${row}` })
  test.each([
    [
      'photo.jpg',
      { 'photo.jpg': 'x' },
      null,
      null,
      'unknown_file',
      'photo.jpg',
      { files: expect.arrayContaining(['actor', 'tie']) },
    ],
    [
      'empty',
      { 'actors.csv': '\n\n' },
      null,
      null,
      'missing_header',
      '',
      { fields: expect.arrayContaining(['id', 'name', 'type']) },
    ],
    [
      'no type',
      { 'actors.csv': 'id,name,sphere,scope,inside\na,A,culture,local,1' },
      1,
      'type',
      'missing_column',
      '',
      { word: 'actorType' },
    ],
    [
      'two names',
      { 'actors.csv': `name,${actorsHead}` },
      1,
      'name',
      'repeated_column',
      'name',
      { oneColumnOf: ['A', 'C'] },
    ],
    ['extra', { 'actors.csv': `${actorsHead}\na,A,commune,culture,local,1,x` }, 2, 'G', 'extra_cell', 'x', null],
    ['no name', actor('a,,commune,culture,local,1'), 2, 'name', 'missing_value', '', 'name'],
    ['scope', actor('a,A,commune,culture,lunaire,1'), 2, 'scope', 'unreadable_value', 'lunaire', { oneOf: 'scope' }],
    ['word', actor('a,A,Zorglub,culture,local,1'), 2, 'type', 'unknown_word', 'Zorglub', { word: 'actorType' }],
    ['inside', actor('a,A,commune,culture,local,peut-être'), 2, 'inside', 'unreadable_value', 'peut-être', 'boolean'],
    ['no wave', tie(',mairie,forges,trust,1,,'), 2, 'wave', 'missing_wave', '', { fact: 'wave' }],
    ['wave', tie('w7,mairie,forges,trust,1,,'), 2, 'wave', 'unknown_wave', 'w7', { fact: 'wave' }],
    ['actor', tie('w1,mairie,nobody,trust,1,,'), 2, 'to', 'unknown_actor', 'nobody', { fact: 'actor' }],
    ['strength', tie('w1,mairie,forges,trust,1,7,'), 2, 'strength', 'invalid_value', '7', { whole: [1, 5] }],
    ['strength', tie('w1,mairie,forges,trust,1,fort,'), 2, 'strength', 'unreadable_value', 'fort', 'number'],
    ['day', tie('w1,mairie,forges,trust,1,,30/02/2023'), 2, 'since', 'unreadable_value', '30/02/2023', 'date'],
    ['date', tie('w1,mairie,forges,trust,1,,hier'), 2, 'since', 'unreadable_value', 'hier', 'date'],
    [
      'space',
      { 'spaces.csv': 'id,name,kind,parent\ns,S,club,nowhere' },
      2,
      'parent',
      'unknown_space',
      'nowhere',
      { fact: 'space' },
    ],
    ['cycle', { 'spaces.csv': 'id,name,kind,axe\ns,S,club,s' }, 2, 'axe', 'parent_cycle', 's', null],
  ] as const)('%s', (_, files, row, column, code, got, expected) => {
    const { refusals, files: previews } = previewOf(files, brumeval)
    const file = Object.keys(files).at(-1)
    expect(refusals).toEqual([{ file, row, column, code, got, expected }])
    expect(previews.at(-1)).toMatchObject({ created: 0 })
  })

  test.each([
    ['a SIRET that Excel made a number of', 'siret', '1.23457E+13', '1.23457E+13'],
    ['a SIREN with spaces', 'siren', '552 081 31', '552 081 31'],
    ['a number with a comma', 'latitude', '"148,85"', '148,85'],
    ['a number with a no-break space', 'latitude', '1\u202f000', '1\u202f000'],
    ['a boolean', 'collective', 'Peut-Être', 'Peut-Être'],
  ])('%s is quoted as it stands', (_, column, written, got) => {
    const { refusals } = previewOf({ 'actors.csv': `${actorsHead},${column}\na,A,commune,culture,local,1,${written}` })
    expect(refusals).toMatchObject([{ row: 2, column, got }])
  })

  test.each([
    ['2,5', '2,5'],
    ['-1', '-1'],
    ['3.50', '3.50'],
  ])('a strength of %s too', (written, got) => {
    const { refusals } = previewOf(
      { 'ties.csv': `wave;from;to;kind;directed;force\nw1;mairie;lycee;trust;1;${written}` },
      brumeval,
    )
    expect(refusals).toMatchObject([{ row: 2, column: 'force', code: 'invalid_value', got }])
  })

  test('a reference too, as the row names it', () => {
    const { refusals } = previewOf({ 'spaces.csv': 'id,name,kind,host\ns,S,club, "La Ruche" ' })
    expect(refusals).toMatchObject([{ code: 'unknown_actor', got: 'La Ruche' }])
  })

  test('a name that two actors bear leaves open which one is meant', () => {
    const two = territoryOf(
      { 'actors.csv': `${actorsHead}\nautre,MAIRIE de Brumeval,commune,culture,local,1` },
      brumeval,
    )
    const tie = previewOf({ 'ties.csv': 'wave,from,to,kind,directed\nw1,mairie de brumeval,forges,trust,1' }, two)
    expect(tie.refusals).toMatchObject([
      { row: 2, column: 'from', code: 'ambiguous_name', expected: { fact: 'actor' } },
    ])
    const actor = previewOf(
      { 'actors.csv': 'name,type,sphere,scope,inside\nMairie de Brumeval,port,culture,local,1' },
      two,
    )
    expect(actor.refusals).toMatchObject([{ row: 2, column: 'name', code: 'ambiguous_name', expected: 'id' }])
  })

  test('what needs a refused row is refused too, and the rest goes on', () => {
    const { files, changes } = previewOf({
      'actors.csv': `${actorsHead}\na,A,commune,culture,local,1\nb,B,nothing,culture,local,1`,
      'waves.csv': 'id,label,date,basis\nw,W,2024-01-01,survey',
      'ties.csv': 'wave,from,to,kind,directed\nw,a,b,trust,1\nw,a,a,trust,1',
    })
    expect(files.map(({ created, refused }) => [created, refused])).toEqual([
      [1, 1],
      [1, 0],
      [1, 1],
    ])
    expect(changes).toHaveLength(3)
  })

  test('a chain of spaces falls with its head, each with its reason', () => {
    const rows = Array.from(
      { length: 2000 },
      (_, index) => `s${index},S${index},project,${index ? `s${index - 1}` : 'nowhere'}`,
    )
    const { files, refusals } = previewOf({ 'spaces.csv': ['id,name,kind,parent', ...rows].join('\n') })
    expect(files[0]).toMatchObject({ rows: 2000, refused: 2000 })
    expect(refusals.at(-1)).toMatchObject({ row: 2001, code: 'unknown_space', got: 's1998' })
  })

  test('an attribute is called as the file calls it', () => {
    const long = 'x'.repeat(10_001)
    const { refusals } = previewOf({ 'actors.csv': `${actorsHead},attribute:nom\na,A,commune,culture,local,1,${long}` })
    expect(refusals).toMatchObject([{ row: 2, column: 'attribute:nom', code: 'invalid_value' }])
  })

  test('settings and words have no attributes: their other columns are named, not lost silently', () => {
    const { files } = previewOf({ 'territory.csv': 'key,value,remark\nname,Brumeval,x' })
    expect(files[0]).toMatchObject({ created: 1, ignoredColumns: ['remark'] })
  })
})

test('notes that an earlier program exported among the settings are notes, and the same notes again change nothing', () => {
  const files = {
    'territory.csv': 'key,value\nname,Brumeval\nnote.P0-x.kind,verified\nnote.P0-x.day,2026-03-02\nnote.P0-x.text,vu\n',
  }
  const { changes } = previewOf(files, brumeval)
  const noted = after(brumeval, changes)
  expect([...noted.notes.values()]).toEqual([{ finding: 'P0-x', kind: 'verified', text: 'vu', day: '2026-03-02' }])
  expect([...noted.settings.keys()].filter((key) => key.startsWith('note.'))).toEqual([])
  expect(previewOf(files, noted).changes).toEqual([])
  const exported = territoryToCsv(noted).get('notes.csv') ?? ''
  expect(exported).toBe('finding,kind,text,author,day\r\nP0-x,verified,vu,,2026-03-02\r\n')
  expect(previewOf({ 'annotations.csv': exported }, brumeval).changes).toEqual(
    changes.filter((change) => 'put' in change && change.put === 'note'),
  )
})

test('the wave of lines that name none has the basis it is given', () => {
  const wave = { id: 'w', label: 'Ce que nous savons', date: '2026-03-02' }
  const files = { 'liens.csv': 'de,à,nature,orienté\nmairie,forges,trust,non\n' }
  const basisOf = (given: object) =>
    after(brumeval, previewOf(files, brumeval, { wave: { ...wave, ...given } }).changes).waves.get('w')?.basis
  expect([basisOf({}), basisOf({ basis: 'informants' })]).toEqual(['documents', 'informants'])
})
