import { expect, test } from 'vitest'
import { apply, type Change } from '../../server/domain/change.ts'
import { emptyTerritory, type Noun, type Nouns, nouns, wordsOf } from '../../server/domain/territory.ts'
import { type Fault, faultCodes, faultsOf } from '../../server/domain/validation.ts'
import { applied } from './arbitrary.ts'

const actor: Nouns['actor'] = {
  id: 'a',
  name: 'A',
  type: 'entreprise',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
}
const space: Nouns['space'] = { id: 's', name: 'S', kind: 'club' }
const wave: Nouns['wave'] = { id: 'w', label: 'W', date: '2026-01-01', basis: 'survey' }
const tie: Nouns['tie'] = { wave: 'w', kind: 'trust', from: 'a', to: 'a', reporter: null, directed: true }
const participation: Nouns['participation'] = { actor: 'a', space: 's', role: 'member', wave: 'w' }
const roster: Nouns['roster'] = { actor: 'a', wave: 'w', status: 'asked' }
const seminar: Nouns['seminar'] = { id: 'm', name: 'Mars' }
const challenge: Nouns['challenge'] = { id: 'd', seminar: 'm', text: 'Recruter', kind: 'challenge' }
const invitation: Nouns['invitation'] = { seminar: 'm', actor: 'a', rank: 1, status: 'invited' }
const decision: Nouns['decision'] = { id: 'pilot-x', wave: 'w', state: 'to_do' }
const step: Nouns['step'] = { decision: 'pilot-x', actor: 'a', rank: 1, kind: 'pilot' }
const territory = applied(emptyTerritory('t'), [
  { put: 'actor', value: actor },
  { put: 'space', value: space },
  { put: 'wave', value: wave },
  { put: 'seminar', value: seminar },
  { put: 'decision', value: decision },
  { put: 'challenge', value: challenge },
  { put: 'vocabulary', value: { vocabulary: 'role', id: 'mentor', fr: 'Mentor' } },
])

test('facts that name what is there, in words that are known, have no fault', () => {
  const facts: { [N in Noun]?: Nouns[N] } = {
    setting: { key: 'k', value: '' },
    vocabulary: { vocabulary: 'sphere', id: 'santé', fr: 'Santé' },
    actor: { ...actor, latitude: -90, longitude: 180, siren: '000000000', siret: '00000000000000' },
    space: { ...space, host: 'a', start: '2024-02-29', end: '2024-02-29', unobservedRoles: ['mentor', 'pilot'] },
    wave,
    tie: { ...tie, strength: 1, since: '0001-01-01', lastContact: '9999-12-31' },
    participation: { ...participation, role: 'mentor' },
    roster,
    note: { finding: 'I0-x', kind: 'explained', text: 'vu\nle 3', author: 'Zoé', day: '2026-03-02' },
    chair: {
      ...{ id: 'élus', sphere: 'action_publique', types: ['epci', 'commune'], min: 2, critical: true },
      ...{ standing: 'mobilised', examples: ['Intercommunalité'] },
    },
    seminar: { ...seminar, date: '2026-03-12', method: 'world_cafe', tables: ['Mobilité', '2'], rounds: 2, held: 0 },
    invitation: { ...invitation, person: 'Zoé', role: 'host', table: 1, route: [1, 1], locked: [1, 2] },
    pairing: { seminar: 'm', actor: 'a', other: 'a', rule: 'never' },
    decision: { ...decision, owner: 'a', person: 'Zoé', due: '2026-03-31', text: 'le 12', pinned: true, rank: 1 },
    step: { ...step, other: 'a', space: 's' },
    view: { id: 'v', name: 'Vue', address: 'map?actor=a', text: 'Voici', notes: '', story: 'Mars', rank: 1 },
    supposition: { scenario: 'Départ', actor: 'a', other: 'a', kind: 'leaving' },
    attachment: { seminar: 'm', actor: 'a', emblem: 'La dentelle' },
    challenge: { ...challenge, number: 1, group: 'Mobilité', project: 's' },
    backing: { challenge: 'd', actor: 'a', dots: 0, carries: true },
    pin: { layout: 'free', noun: 'actor', id: 'gone', x: -1e7, y: 1e7 },
  }
  for (const noun of nouns) {
    const fact = facts[noun]
    if (fact) expect([noun, faultsOf(territory, noun, fact)]).toEqual([noun, []])
  }
})

const tieKey = '["w","trust","a","a",null]'

/** One fault each: what is put, and what is said of it. */
const refused: { put: Change; fault: Fault }[] = [
  fault(
    'tie',
    { ...tie, from: 'x' },
    { code: 'unknown_actor', key: '["w","trust","x","a",null]', field: 'from', got: 'x', expected: { fact: 'actor' } },
  ),
  fault(
    'tie',
    { ...tie, to: 'x' },
    { code: 'unknown_actor', key: '["w","trust","a","x",null]', field: 'to', got: 'x', expected: { fact: 'actor' } },
  ),
  fault(
    'tie',
    { ...tie, reporter: 'x' },
    {
      code: 'unknown_actor',
      key: '["w","trust","a","a","x"]',
      field: 'reporter',
      got: 'x',
      expected: { fact: 'actor' },
    },
  ),
  fault(
    'tie',
    { ...tie, wave: 'x' },
    { code: 'unknown_wave', key: '["x","trust","a","a",null]', field: 'wave', got: 'x', expected: { fact: 'wave' } },
  ),
  fault(
    'tie',
    { ...tie, kind: 'love' },
    {
      code: 'unknown_word',
      key: '["w","love","a","a",null]',
      field: 'kind',
      got: 'love',
      expected: { word: 'tieKind' },
    },
  ),
  fault(
    'step',
    { ...step, decision: 'x' },
    { code: 'unknown_decision', key: '["x","a",1]', field: 'decision', got: 'x', expected: { fact: 'decision' } },
  ),
  fault(
    'invitation',
    { ...invitation, seminar: 'x' },
    { code: 'unknown_seminar', key: '["x","a",1]', field: 'seminar', got: 'x', expected: { fact: 'seminar' } },
  ),
  fault(
    'backing',
    { challenge: 'x', actor: 'a', dots: 1, carries: false },
    { code: 'unknown_challenge', key: '["x","a"]', field: 'challenge', got: 'x', expected: { fact: 'challenge' } },
  ),
  ...[-1, 1000, 0.5].map((table) =>
    fault(
      'invitation',
      { ...invitation, route: [1, table] },
      { code: 'invalid_value', key: '["m","a",1]', field: 'route', got: String(table), expected: { wholes: [0, 999] } },
    ),
  ),
  ...[0, 6, 2.5, Number.NaN].map((strength) =>
    fault(
      'tie',
      { ...tie, strength },
      { code: 'invalid_value', key: tieKey, field: 'strength', got: String(strength), expected: { whole: [1, 5] } },
    ),
  ),
  ...['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-3', '04/03/2024', ''].map((since) =>
    fault(
      'tie',
      { ...tie, since },
      { code: 'invalid_value', key: tieKey, field: 'since', got: since, expected: 'date' },
    ),
  ),
  fault(
    'tie',
    { ...tie, lastContact: 'hier' },
    { code: 'invalid_value', key: tieKey, field: 'lastContact', got: 'hier', expected: 'date' },
  ),
  fault(
    'participation',
    { ...participation, space: 'x' },
    { code: 'unknown_space', key: '["a","x","member","w"]', field: 'space', got: 'x', expected: { fact: 'space' } },
  ),
  fault(
    'participation',
    { ...participation, actor: 'x' },
    { code: 'unknown_actor', key: '["x","s","member","w"]', field: 'actor', got: 'x', expected: { fact: 'actor' } },
  ),
  fault(
    'participation',
    { ...participation, role: 'x' },
    { code: 'unknown_word', key: '["a","s","x","w"]', field: 'role', got: 'x', expected: { word: 'role' } },
  ),
  fault(
    'participation',
    { ...participation, wave: 'x' },
    { code: 'unknown_wave', key: '["a","s","member","x"]', field: 'wave', got: 'x', expected: { fact: 'wave' } },
  ),
  fault(
    'roster',
    { ...roster, actor: 'x' },
    { code: 'unknown_actor', key: '["x","w"]', field: 'actor', got: 'x', expected: { fact: 'actor' } },
  ),
  fault(
    'roster',
    { ...roster, wave: 'x' },
    { code: 'unknown_wave', key: '["a","x"]', field: 'wave', got: 'x', expected: { fact: 'wave' } },
  ),
  fault(
    'space',
    { ...space, host: 'x' },
    { code: 'unknown_actor', key: 's', field: 'host', got: 'x', expected: { fact: 'actor' } },
  ),
  fault(
    'space',
    { ...space, parent: 'x' },
    { code: 'unknown_space', key: 's', field: 'parent', got: 'x', expected: { fact: 'space' } },
  ),
  fault(
    'space',
    { ...space, kind: 'x' },
    { code: 'unknown_word', key: 's', field: 'kind', got: 'x', expected: { word: 'spaceKind' } },
  ),
  fault(
    'space',
    { ...space, unobservedRoles: ['pilot', 'x'] },
    { code: 'unknown_word', key: 's', field: 'unobservedRoles', got: 'x', expected: { word: 'role' } },
  ),
  fault('space', { ...space, parent: 's' }, { code: 'parent_cycle', key: 's', field: 'parent', got: 's' }),
  fault(
    'space',
    { ...space, start: '2024-01-02', end: '2024-01-01' },
    { code: 'invalid_value', key: 's', field: 'end', got: '2024-01-01', expected: { notBefore: '2024-01-02' } },
  ),
  fault(
    'actor',
    { ...actor, type: 'x' },
    { code: 'unknown_word', key: 'a', field: 'type', got: 'x', expected: { word: 'actorType' } },
  ),
  fault(
    'actor',
    { ...actor, sphere: 'x' },
    { code: 'unknown_word', key: 'a', field: 'sphere', got: 'x', expected: { word: 'sphere' } },
  ),
  fault(
    'actor',
    { ...actor, scope: 'monde' as 'local' },
    { code: 'invalid_value', key: 'a', field: 'scope', got: 'monde', expected: { oneOf: 'scope' } },
  ),
  fault(
    'actor',
    { ...actor, siren: '12345678' },
    { code: 'invalid_value', key: 'a', field: 'siren', got: '12345678', expected: { digits: 9 } },
  ),
  fault(
    'actor',
    { ...actor, siret: '1234567890123A' },
    { code: 'invalid_value', key: 'a', field: 'siret', got: '1234567890123A', expected: { digits: 14 } },
  ),
  fault(
    'actor',
    { ...actor, latitude: 90.1 },
    { code: 'invalid_value', key: 'a', field: 'latitude', got: '90.1', expected: { between: [-90, 90] } },
  ),
  fault(
    'actor',
    { ...actor, longitude: -181 },
    { code: 'invalid_value', key: 'a', field: 'longitude', got: '-181', expected: { between: [-180, 180] } },
  ),
  fault(
    'actor',
    { ...actor, name: ' ' },
    { code: 'invalid_value', key: 'a', field: 'name', got: ' ', expected: 'name' },
  ),
  fault(
    'actor',
    { ...actor, tags: ['t', ''] },
    { code: 'invalid_value', key: 'a', field: 'tags', got: '', expected: 'name' },
  ),
  fault(
    'actor',
    { ...actor, note: 'é'.repeat(10_001) },
    { code: 'invalid_value', key: 'a', field: 'note', got: 'é'.repeat(200), expected: 'text' },
  ),
  fault(
    'actor',
    { ...actor, source: 'a\ud83d' },
    { code: 'invalid_value', key: 'a', field: 'source', got: 'a⟨U+D83D⟩', expected: 'text' },
  ),
  fault(
    'actor',
    { ...actor, confidence: 'sure' as 'certain' },
    { code: 'invalid_value', key: 'a', field: 'confidence', got: 'sure', expected: { oneOf: 'confidence' } },
  ),
  fault(
    'actor',
    { ...actor, attributes: { n: Number.POSITIVE_INFINITY } },
    { code: 'invalid_value', key: 'a', field: 'attributes.n', got: 'Infinity', expected: 'number' },
  ),
  fault(
    'actor',
    { ...actor, attributes: { ' n': 1 } },
    { code: 'invalid_value', key: 'a', field: 'attributes', got: ' n', expected: 'id' },
  ),
  fault(
    'actor',
    { ...actor, id: '__proto__' },
    { code: 'invalid_value', key: '__proto__', field: 'id', got: '__proto__', expected: 'another_name' },
  ),
  ...[
    ['', ''],
    [' b', ' b'],
    ['b\n', 'b⟨U+000A⟩'],
    ['b\u0007', 'b⟨U+0007⟩'],
    ['b\u0000', 'b⟨U+0000⟩'],
    ['b\u200b', 'b⟨U+200B⟩'],
    ['b\ud83d', 'b⟨U+D83D⟩'],
    ['e\u0301', 'e\u0301'],
    ['b'.repeat(201), 'b'.repeat(200)],
  ].map(([id = '', got = '']) =>
    fault('actor', { ...actor, id }, { code: 'invalid_value', key: id, field: 'id', got, expected: 'id' }),
  ),
  ...[
    ['A\u0000', 'A⟨U+0000⟩'],
    ['\u202eA', '⟨U+202E⟩A'],
    ['A\tB', 'A⟨U+0009⟩B'],
    ['E\u0301', 'E\u0301'],
  ].flatMap(([text = '', got = '']) => [
    fault('actor', { ...actor, name: text }, line('a', 'name', got)),
    fault('actor', { ...actor, aliases: [text] }, line('a', 'aliases', got)),
    fault('actor', { ...actor, groups: [text] }, line('a', 'groups', got)),
    fault('actor', { ...actor, tags: [text] }, line('a', 'tags', got)),
    fault('actor', { ...actor, commune: text }, line('a', 'commune', got)),
    fault('space', { ...space, name: text }, line('s', 'name', got)),
    fault('wave', { ...wave, label: text }, line('w', 'label', got)),
    fault('vocabulary', { vocabulary: 'role', id: 'x', fr: text }, line('["role","x"]', 'fr', got)),
    fault('vocabulary', { vocabulary: 'role', id: 'x', fr: 'X', en: text }, line('["role","x"]', 'en', got)),
  ]),
  ...['note', 'source'].map((field) =>
    fault(
      'actor',
      { ...actor, [field]: 'un\r\nmot' },
      { code: 'invalid_value', key: 'a', field, got: 'un⟨U+000D⟩⟨U+000A⟩mot', expected: 'text' },
    ),
  ),
  fault(
    'space',
    { ...space, objective: 'a\u00adb' },
    { code: 'invalid_value', key: 's', field: 'objective', got: 'a⟨U+00AD⟩b', expected: 'text' },
  ),
  fault(
    'actor',
    { ...actor, attributes: { n: '\u2066a' } },
    { code: 'invalid_value', key: 'a', field: 'attributes.n', got: '⟨U+2066⟩a', expected: 'text' },
  ),
  fault(
    'setting',
    { key: 'k', value: '\ufeffa' },
    { code: 'invalid_value', key: 'k', field: 'value', got: '⟨U+FEFF⟩a', expected: 'text' },
  ),
  fault('wave', { ...wave, label: '' }, { code: 'invalid_value', key: 'w', field: 'label', got: '', expected: 'name' }),
  fault(
    'wave',
    { ...wave, date: '2026' },
    { code: 'invalid_value', key: 'w', field: 'date', got: '2026', expected: 'date' },
  ),
  fault(
    'wave',
    { ...wave, basis: 'rumour' as 'survey' },
    { code: 'invalid_value', key: 'w', field: 'basis', got: 'rumour', expected: { oneOf: 'basis' } },
  ),
  fault(
    'setting',
    { key: 'k', value: Number.NaN },
    { code: 'invalid_value', key: 'k', field: 'value', got: 'NaN', expected: 'number' },
  ),
  fault(
    'setting',
    { key: 'k ', value: true },
    { code: 'invalid_value', key: 'k ', field: 'key', got: 'k ', expected: 'id' },
  ),
  fault(
    'vocabulary',
    { vocabulary: 'role', id: 'x', fr: '' },
    { code: 'invalid_value', key: '["role","x"]', field: 'fr', got: '', expected: 'name' },
  ),
]

test.each(refused)('$fault.noun $fault.field: $fault.code ($fault.got)', ({ put, fault }) => {
  expect(apply(territory, [put])).toEqual({ ok: false, refusals: [{ index: 0, ...fault }] })
})

test('faults come as what is unknown, then values, in the order of the fields, then what they say together', () => {
  const wrong = { parent: 'p', host: 'h', start: '2025-01-02', end: '2025-01-01', source: '\0', confidence: 'sure' }
  const faults = faultsOf(territory, 'space', { ...space, kind: 'k', objective: '\0', ...wrong } as never)
  const fields = ['kind', 'parent', 'host', 'objective', 'source', 'confidence', 'end']
  expect(faults.map(({ field }) => field)).toEqual(fields)
})

test('what the team knows has no roster, whichever of the two comes first', () => {
  const informants = { put: 'wave', value: { ...wave, id: 'i', basis: 'informants' } } as const
  const entry = { put: 'roster', value: { ...roster, wave: 'i' } } as const
  const refused = apply(territory, [informants, entry])
  expect(refused).toMatchObject({
    ok: false,
    refusals: [
      {
        index: 0,
        noun: 'wave',
        field: 'basis',
        code: 'invalid_value',
        got: 'informants',
        expected: 'wave_without_roster',
      },
      { index: 1, noun: 'roster', field: 'wave', code: 'invalid_value', got: 'i', expected: 'wave_with_roster' },
    ],
  })
  const asked = applied(territory, [{ put: 'roster', value: roster }])
  const turned = apply(asked, [{ put: 'wave', value: { ...wave, basis: 'informants' } }])
  expect(turned).toMatchObject({ ok: false, refusals: [{ noun: 'wave', field: 'basis' }] })
  expect(applied(territory, [informants]).waves.get('i')?.basis).toBe('informants')
})

test('a cycle of parents is refused wherever it closes', () => {
  const axes: Change[] = [
    { put: 'space', value: { ...space, id: 'x', parent: 'y' } },
    { put: 'space', value: { ...space, id: 'y', parent: 'z' } },
  ]
  const before = applied(territory, [...axes, { put: 'space', value: { ...space, id: 'z' } }])
  expect(apply(before, [{ put: 'space', value: { ...space, id: 'z', parent: 'x' } }])).toEqual({
    ok: false,
    refusals: [{ index: 0, code: 'parent_cycle', noun: 'space', key: 'z', field: 'parent', got: 'z' }],
  })
})

test('whatever names a fact keeps it: each use is told, three at most', () => {
  const full = applied(territory, [
    { put: 'space', value: { ...space, host: 'a', unobservedRoles: ['mentor'] } },
    { put: 'space', value: { ...space, id: 'child', parent: 's' } },
    { put: 'tie', value: tie },
    { put: 'participation', value: { ...participation, role: 'mentor' } },
    { put: 'roster', value: roster },
  ])
  const taken = '["a","s","mentor","w"]'
  const uses: [Change, string[]][] = [
    [{ remove: 'actor', identity: { id: 'a' } }, ['space s', `tie ${tieKey}`, `participation ${taken}`]],
    [{ remove: 'space', identity: { id: 's' } }, ['space child', `participation ${taken}`]],
    [{ remove: 'wave', identity: { id: 'w' } }, [`tie ${tieKey}`, `participation ${taken}`, 'roster ["a","w"]']],
    [{ remove: 'vocabulary', identity: { vocabulary: 'role', id: 'mentor' } }, ['space s', `participation ${taken}`]],
  ]
  for (const [remove, expected] of uses) {
    const result = apply(full, [remove])
    expect(result.ok ? [] : result.refusals.map(({ code, got }) => [code, got])).toEqual(
      expected.map((use) => ['still_used', use]),
    )
  }
})

test('a default word stays when the label a territory gave it goes', () => {
  const labelled = applied(territory, [
    { put: 'vocabulary', value: { vocabulary: 'sphere', id: 'economie', fr: 'Entreprises' } },
  ])
  expect(wordsOf(labelled, 'sphere')).toEqual(wordsOf(emptyTerritory('t'), 'sphere'))
  expect(apply(labelled, [{ remove: 'vocabulary', identity: { vocabulary: 'sphere', id: 'economie' } }]).ok).toBe(true)
})

test('every reason a fact may be refused for is told above or with the lists', () => {
  const ofLists = ['repeated_change', 'unknown_fact', 'still_used']
  expect(new Set([...refused.map(({ fault }) => fault.code), ...ofLists])).toEqual(new Set(faultCodes))
})

function line(key: string, field: string, got: string): Omit<Fault, 'noun'> {
  return { code: 'invalid_value', key, field, got, expected: 'line' }
}

function fault<N extends keyof Nouns>(noun: N, value: Nouns[N], told: Omit<Fault, 'noun'>) {
  return { put: { put: noun, value } as Change, fault: { noun, ...told } }
}

test('spaces within spaces are looked at once each, however long the chain', () => {
  const reads = (n: number) => {
    const spaces = new CountedMap(
      Array.from({ length: n }, (_, i) => [
        `s${i}`,
        { ...space, id: `s${i}`, ...(i > 0 && { parent: `s${i - 1}` }) } as const,
      ]),
    )
    const chain = { ...territory, spaces }
    for (const value of spaces.values()) expect(faultsOf(chain, 'space', value)).toEqual([])
    return spaces.reads
  }
  for (const n of [4_000, 8_000]) expect(reads(n)).toBeLessThanOrEqual(2 * n)
})

test('every space on a cycle or below one is refused, by the space that comes back', () => {
  const parents = { a: 'b', b: 'c', c: 'b', d: 'a', e: 'd', free: undefined, below: 'free' }
  const spaces = new Map(
    Object.entries(parents).map(([id, parent]) => [id, { ...space, id, ...(parent && { parent }) }]),
  )
  const told = [...spaces.values()].map((value) => [
    value.id,
    faultsOf({ ...territory, spaces }, 'space', value).map(({ code, got }) => `${code} ${got}`),
  ])
  expect(Object.fromEntries(told)).toEqual({
    a: ['parent_cycle b'],
    b: ['parent_cycle b'],
    c: ['parent_cycle c'],
    d: ['parent_cycle b'],
    e: ['parent_cycle b'],
    free: [],
    below: [],
  })
})

test('more refusals than a call takes arguments are still told', () => {
  const ids = Array.from({ length: 50_000 }, (_, i) => `a${i}`)
  const full = applied(territory, [
    ...ids.map((id): Change => ({ put: 'actor', value: { ...actor, id } })),
    ...ids.flatMap((id) =>
      ['trust', 'supply', 'funding'].map((kind): Change => ({ put: 'tie', value: { ...tie, kind, from: id } })),
    ),
  ])
  const result = apply(
    full,
    ids.map((id): Change => ({ remove: 'actor', identity: { id } })),
  )
  expect(result.ok ? 0 : result.refusals.length).toBe(150_000)
})

class CountedMap<K, V> extends Map<K, V> {
  reads = 0
  override get(key: K): V | undefined {
    this.reads++
    return super.get(key)
  }
  override has(key: K): boolean {
    this.reads++
    return super.has(key)
  }
}
