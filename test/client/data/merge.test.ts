import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Clash, rebased } from '../../../client/data/merge.ts'
import { apply, type Change } from '../../../server/domain/change.ts'
import { type Actor, emptyTerritory, type Territory } from '../../../server/domain/territory.ts'
import { foundations, smallWorld, smallWorldChanges } from '../../domain/arbitrary.ts'

const cci: Actor = {
  id: 'cci',
  name: 'CCI',
  type: 'chambre_consulaire',
  sphere: 'economie',
  scope: 'local',
  inside: true,
  collective: false,
}
const put = (value: Actor): Change => ({ put: 'actor', value })
const gone: Change = { remove: 'actor', identity: { id: 'cci' } }
const edit = (change: Change, before: Change = put(cci)) => ({ changes: [change], before: [before] })

describe('two people at one actor', () => {
  test('who changed different fields both have their way', () => {
    const mine = edit(put({ ...cci, name: 'Chambre de commerce' }))
    const { edits, clashes } = rebased([mine], [put({ ...cci, scope: 'regional', siren: '130022858' })])
    expect(clashes).toEqual([])
    const both = { ...cci, name: 'Chambre de commerce', scope: 'regional', siren: '130022858' }
    expect(edits).toEqual([
      { changes: [put(both as Actor)], before: [put({ ...cci, scope: 'regional', siren: '130022858' })] },
    ])
  })

  test('the same field is asked about, and holds as somebody says', () => {
    const mine = edit(put({ ...cci, name: 'Chambre de commerce', aliases: ['CCI'] }))
    const theirs = [put({ ...cci, name: 'CCI du Val' })]
    const clash: Clash = { noun: 'actor', key: 'cci', field: 'name', mine: 'Chambre de commerce', theirs: 'CCI du Val' }
    expect(rebased([mine], theirs).clashes).toEqual([clash])
    const named = (side: 'mine' | 'theirs') => rebased([mine], theirs, () => side).edits[0]?.changes
    expect(named('mine')).toEqual([put({ ...cci, name: 'Chambre de commerce', aliases: ['CCI'] })])
    expect(named('theirs')).toEqual([put({ ...cci, name: 'CCI du Val', aliases: ['CCI'] })])
  })

  test('who says the same says nothing more; a field that both emptied is empty', () => {
    const { siren: _, ...without } = { ...cci, siren: '130022858' }
    const mine = edit(put(without), put({ ...cci, siren: '130022858' }))
    expect(rebased([mine], [put(without)])).toEqual({ edits: [], clashes: [] })
  })

  test('what one takes away while the other changes it is asked about', () => {
    const changed = put({ ...cci, name: 'CCI du Val' })
    expect(rebased([edit(gone)], [changed]).clashes).toEqual([
      { noun: 'actor', key: 'cci', field: null, mine: undefined, theirs: { ...cci, name: 'CCI du Val' } },
    ])
    expect(rebased([edit(gone)], [changed], () => 'theirs').edits).toEqual([])
    expect(rebased([edit(changed)], [gone]).clashes).toMatchObject([{ field: null, theirs: undefined }])
    expect(rebased([edit(changed)], [gone], () => 'theirs').edits).toEqual([])
    expect(rebased([edit(gone)], [gone])).toEqual({ edits: [], clashes: [] })
  })

  test('a second edit is merged on top of the first', () => {
    const first = { ...cci, name: 'CCI 1' }
    const second = { ...first, name: 'CCI 2' }
    const { edits, clashes } = rebased(
      [edit(put(first)), edit(put(second), put(first))],
      [put({ ...cci, sphere: 'emploi' })],
    )
    expect(clashes).toEqual([])
    expect(edits.map(({ changes }) => changes)).toEqual([
      [put({ ...first, sphere: 'emploi' })],
      [put({ ...second, sphere: 'emploi' })],
    ])
  })
})

test('with nobody else there, an edit stays as it is', () => {
  fc.assert(
    fc.property(foundations(), (changes) => {
      const { inverse } = made(emptyTerritory('t'), changes)
      const mine = { changes, before: inverse }
      expect(rebased([mine], [])).toEqual({ edits: [mine], clashes: [] })
    }),
    { numRuns: 30 },
  )
})

test('what is merged leads to the same territory, whoever was first, wherever no field was changed twice', () => {
  fc.assert(
    fc.property(smallWorldChanges(), smallWorldChanges(), (mine, theirs) => {
      const base = made(emptyTerritory('t'), smallWorld).territory
      const [a, b] = [apply(base, mine), apply(base, theirs)]
      fc.pre(a.ok && b.ok)
      if (!a.ok || !b.ok) return
      const one = rebased([{ changes: mine, before: a.inverse }], theirs)
      const other = rebased([{ changes: theirs, before: b.inverse }], mine)
      fc.pre(one.clashes.length === 0 && other.clashes.length === 0)
      const first = apply(
        b.territory,
        one.edits.flatMap(({ changes }) => changes),
      )
      const second = apply(
        a.territory,
        other.edits.flatMap(({ changes }) => changes),
      )
      // One may take away what the other newly names: the territory refuses it either way round.
      fc.pre(first.ok && second.ok)
      if (first.ok && second.ok) expect(first.territory).toEqual(second.territory)
    }),
    { numRuns: 200 },
  )
})

function made(territory: Territory, changes: readonly Change[]) {
  const applied = apply(territory, changes)
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  return applied
}
