import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingOf } from '../../server/diagnosis/finding.ts'
import type { Change } from '../../server/domain/change.ts'
import { forgetting, toForget, withoutActor } from '../../server/domain/forget.ts'
import { notesOfSettings } from '../../server/domain/note.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { keysUnder } from '../../server/store/finding-keys.ts'
import { applied, smallWorld, spelled } from './arbitrary.ts'

const keyOf = keysUnder('secret')
const noteOn = (finding: { readonly id: string }): Change => ({
  put: 'note',
  value: { finding: keyOf(finding.id), kind: 'verified', text: 'vu avec eux', day: '2026-03-02' },
})
const aboutMairie = [
  findingOf('isolated_actor', 'signal', { actor: 'mairie' }),
  findingOf('closed_actor', 'signal', { actor: 'mairie' }),
  findingOf('islet', 'signal', { members: ['mairie', 'usine-🏭'] }),
  findingOf('sole_pilot', 'signal', { pilot: 'mairie' }),
].map(noteOn)
const aboutOthers = [
  findingOf('isolated_actor', 'signal', { actor: 'usine-🏭' }),
  findingOf('closed_group', 'signal', { group: { kind: 'space', id: 'mairie' } }),
  findingOf('project_without_pilot', 'signal', { project: 'mairie' }),
].map(noteOn)

const mairie = toForget(emptyTerritory('t'), 'mairie', keyOf)

test('whoever forgets an actor forgets the notes on what was found about it, and no others', () => {
  const territory = applied(applied(emptyTerritory('t'), smallWorld), [...aboutMairie, ...aboutOthers])
  const notes = (of: typeof territory) => [...of.notes.keys()]
  expect(notes(territory)).toHaveLength(7)
  const after = applied(territory, forgetting(territory, mairie))
  expect(notes(after)).toEqual(notes(applied(emptyTerritory('t'), aboutOthers)))
})

test('a commit that only noted something about the actor is empty without it', () => {
  expect(withoutActor(aboutMairie, mairie)).toEqual([])
  expect(withoutActor(aboutOthers, mairie)).toBe(aboutOthers)
})

describe('notes that stand in settings', () => {
  const fields = ['kind', 'text', 'author', 'day']
  const inSettings = (finding: string, note: Readonly<Record<string, string>>): Change[] =>
    Object.entries(note).map(([field, value]) => ({
      put: 'setting',
      value: { key: `note.${finding}.${field}`, value },
    }))
  const whole = { kind: 'verified', text: 'vu', author: 'Zoé', day: '2026-03-02' }

  test('are notes, put, changed and taken away field by field', () => {
    let territory = read(emptyTerritory('t'), inSettings('I0-x', whole))
    expect([...territory.notes.values()]).toEqual([{ finding: 'I0-x', ...whole }])
    expect(territory.settings.size).toBe(0)
    territory = read(territory, [
      { put: 'setting', value: { key: 'note.I0-x.text', value: 'revu' } },
      { remove: 'setting', identity: { key: 'note.I0-x.author' } },
    ])
    expect(territory.notes.get('I0-x')).toEqual({ finding: 'I0-x', kind: 'verified', text: 'revu', day: '2026-03-02' })
    const gone = ['kind', 'text', 'day'].map(
      (field): Change => ({ remove: 'setting', identity: { key: `note.I0-x.${field}` } }),
    )
    expect(read(territory, gone).notes.size).toBe(0)
  })

  test('that make no whole note stay settings until they do, and are settings again when they do no more', () => {
    const part = read(emptyTerritory('t'), inSettings('I0-x', { text: 'vu', day: '2026-02-30' }))
    expect([part.settings.size, part.notes.size]).toEqual([2, 0])
    const now = read(part, inSettings('I0-x', { kind: 'verified', day: '2026-03-02' }))
    expect([now.settings.size, now.notes.get('I0-x')?.text]).toEqual([0, 'vu'])
    const again = read(now, [{ remove: 'setting', identity: { key: 'note.I0-x.kind' } }])
    expect([again.settings.size, again.notes.size]).toEqual([2, 0])
  })

  test('lead to the same notes whatever lists they come in', () => {
    const change = fc.oneof(
      fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...fields), fc.constantFrom('verified', '2026-03-02', 'vu')),
      fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom(...fields), fc.constant(null)),
    )
    const lists = fc.array(fc.uniqueArray(change, { maxLength: 8, selector: ([finding, field]) => finding + field }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(lists, (lists) => {
        let settings = emptyTerritory('t')
        let notes = emptyTerritory('t')
        for (const list of lists) {
          const changes = list.flatMap(([finding, field, value]): Change[] => {
            const key = `note.${finding}.${field}`
            if (value !== null) return [{ put: 'setting', value: { key, value } }]
            return settings.settings.has(key) ? [{ remove: 'setting', identity: { key } }] : []
          })
          settings = applied(settings, changes)
          notes = read(notes, changes)
        }
        // The state of then, read at once.
        const all = [...settings.settings.values()].map((value): Change => ({ put: 'setting', value }))
        expect(spelled(read(emptyTerritory('t'), all))).toEqual(spelled(notes))
      }),
    )
  })

  test('are left alone in lists that speak of none', () => {
    expect(notesOfSettings(emptyTerritory('t'), smallWorld)).toBe(smallWorld)
  })

  function read(territory: Territory, changes: readonly Change[]): Territory {
    return applied(territory, notesOfSettings(territory, changes))
  }
})
