import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '../../server/domain/change.ts'
import { type Actor, emptyTerritory, nouns, type Territory } from '../../server/domain/territory.ts'
import { readCsv, type SourceFile, territoryToCsv } from '../../server/exchange/csv.ts'
import { applied, spelled, territories, writable } from '../domain/arbitrary.ts'

test('what is exported comes back the same, and in the same order', () => {
  fc.assert(
    fc.property(territories(), (territory) => {
      const preview = readCsv(exported(territory), emptyTerritory(territory.id))
      expect(preview.refusals).toEqual([])
      const back = { ...applied(emptyTerritory(territory.id), preview.changes), revision: territory.revision }
      expect(spelled(back)).toEqual(spelled(writable(territory)))
    }),
    { numRuns: 100 },
  )
})

test('a second import changes nothing: every row is matched', () => {
  fc.assert(
    fc.property(territories(), (territory) => {
      const preview = readCsv(exported(territory), territory)
      expect(preview.changes).toEqual([])
      for (const { rows, matched } of preview.files) expect(matched).toBe(rows)
      expect(preview.files).toHaveLength(nouns.length)
    }),
    { numRuns: 50 },
  )
})

test('who was invited by name is in no file, unless it is asked for', () => {
  const house = { id: 'a', name: 'A', type: 'entreprise', sphere: 'economie', scope: 'local' } as const
  const zoe: Change[] = [
    { put: 'actor', value: { ...house, inside: true, collective: false } },
    { put: 'seminar', value: { id: 'm', name: 'Mars' } },
    { put: 'invitation', value: { seminar: 'm', actor: 'a', rank: 1, person: 'Zoé Martin', status: 'coming' } },
  ]
  const territory = applied(emptyTerritory('t'), zoe)
  const files = [...territoryToCsv(territory).values()].join('')
  expect(files).toContain('coming')
  expect(files).not.toMatch(/Zoé|person/)
  expect(territoryToCsv(territory, 'named').get('invitations.csv')).toContain('Zoé Martin')
  // What a file has no column for stays as it is.
  const kept = [...territoryToCsv(territory)].map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))
  const preview = readCsv(kept, territory)
  expect(preview.changes).toEqual([])
})

test('the same territory gives the same bytes', () => {
  fc.assert(
    fc.property(territories(), (territory) => {
      const back = applied(emptyTerritory(territory.id), readCsv(exported(territory), emptyTerritory('')).changes)
      expect(territoryToCsv(back)).toEqual(territoryToCsv(writable(territory)))
    }),
    { numRuns: 20 },
  )
})

test('no cell begins a formula, wherever another reader parts cells, and all come back as they were', () => {
  const note = fc
    .array(
      fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ';', '|', ',', '\t', '\n', ' ', '\u00a0', '\\', 'a', '1'),
      {
        minLength: 1,
        maxLength: 12,
      },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(note, fc.array(note, { maxLength: 3 }), note, (note, tags, attribute) => {
      const actor = { ...someone, note, tags: tags.map(line), attributes: { x: attribute, [`k${line(note)}`]: 1 } }
      const csv = territoryToCsv(applied(emptyTerritory(''), [{ put: 'actor', value: actor }])).get('actors.csv') ?? ''
      for (const cell of csv.split(/[;|\t\r\n]/)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝]/)
      const { changes } = readCsv([{ name: 'actors.csv', bytes: new TextEncoder().encode(csv) }], emptyTerritory(''))
      expect(changes).toEqual([{ put: 'actor', value: actor }])
    }),
    { numRuns: 500 },
  )
})

test('semicolons and Windows-1252 change nothing for those who write them', () => {
  // Before a hyphen after a semicolon an apostrophe is taken for the one that we write there.
  const name = fc.stringMatching(/^[A-Za-zéÉ][A-Za-z;,"'éèàç -]{0,20}$/).filter((name) => !/;[\s"]*'+-/.test(name))
  fc.assert(
    fc.property(name, (name) => {
      const rows = [
        ['id', 'name', 'type', 'sphere', 'scope', 'inside'],
        ['a', name, 'commune', 'culture', 'local', 'oui'],
      ]
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')
      const { changes } = readCsv([{ name: 'acteurs.csv', bytes: windows1252(text) }], emptyTerritory(''))
      const read = applied(emptyTerritory(''), changes).actors.get('a')?.name
      expect(read).toBe(name)
    }),
  )
})

test('whatever the bytes, a preview comes back and its counts add up', () => {
  const scraps = fc.constantFrom(
    'id',
    'nom',
    'type',
    'Entreprise',
    '"',
    ';',
    ',',
    '\t',
    '\n',
    '\r\n',
    '=',
    "'",
    ' ',
    'é',
  )
  const text = fc.array(scraps, { maxLength: 60 }).map((parts) => new TextEncoder().encode(parts.join('')))
  const bytes = fc.oneof(text, fc.uint8Array({ maxLength: 200 }))
  const file = fc.constantFrom('actors.csv', 'liens.csv', 'waves.csv', 'territory.csv', 'roster.csv', 'photo.jpg')
  fc.assert(
    fc.property(fc.array(fc.record({ name: file, bytes }), { maxLength: 4 }), (files) => {
      const preview = readCsv(files, emptyTerritory(''))
      for (const { rows, created, changed, matched, repeated, refused } of preview.files) {
        expect(created + changed + matched + repeated + refused).toBe(rows)
      }
      applied(emptyTerritory(''), preview.changes)
    }),
    { numRuns: 300 },
  )
})

const someone: Actor = {
  id: 'a',
  name: 'A',
  type: 'commune',
  sphere: 'culture',
  scope: 'local',
  inside: true,
  collective: false,
}

/** What a name or a tag may be: one line that is not blank and has no space around. */
function line(text: string): string {
  return `t${text.replace(/[\t\n]+/g, ' ')}t`
}

function exported(territory: Territory): SourceFile[] {
  return [...territoryToCsv(territory, 'named')].map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }))
}

/** The letters of the test are where Latin-1 has them. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
