import { expect, test } from 'vitest'
import { findingOf } from '../../server/diagnosis/finding.ts'
import type { Change } from '../../server/domain/change.ts'
import { forgetting, toForget, withoutActor } from '../../server/domain/forget.ts'
import { emptyTerritory } from '../../server/domain/territory.ts'
import { keysUnder } from '../../server/store/finding-keys.ts'
import { applied, smallWorld } from './arbitrary.ts'

const keyOf = keysUnder('secret')
const noteOn = (finding: { readonly id: string }): Change => ({
  put: 'setting',
  value: { key: `note.${keyOf(finding.id)}.text`, value: 'vu avec eux' },
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
  const notes = (of: typeof territory) => [...of.settings.keys()].filter((key) => key.startsWith('note.'))
  expect(notes(territory)).toHaveLength(7)
  const after = applied(territory, forgetting(territory, mairie))
  expect(notes(after)).toEqual(notes(applied(emptyTerritory('t'), aboutOthers)))
})

test('a commit that only noted something about the actor is empty without it', () => {
  expect(withoutActor(aboutMairie, mairie)).toEqual([])
  expect(withoutActor(aboutOthers, mairie)).toBe(aboutOthers)
})
