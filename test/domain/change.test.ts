import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Change, replay, targetOf, touchedAgain } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { applied, foundations, settled, smallWorld, smallWorldChanges, spelled, territories } from './arbitrary.ts'

const club: Change = { put: 'space', value: { id: 'club', name: 'Club', kind: 'club' } }
const wave: Change = { put: 'wave', value: { id: 'w', label: 'Enquête', date: '2026-01-01', basis: 'survey' } }
const [a, b] = [putActor('a'), putActor('b')]
const tie: Change = {
  put: 'tie',
  value: { wave: 'w', kind: 'trust', from: 'a', to: 'b', reporter: null, directed: true },
}
const noTie: Change = {
  remove: 'tie',
  identity: { wave: 'w', kind: 'trust', from: 'a', to: 'b', reporter: null },
}
const noA: Change = { remove: 'actor', identity: { id: 'a' } }
const tieKey = '["w","trust","a","b",null]'

describe('a list is judged by its end state', () => {
  test('actors, wave and tie come in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([a, b, wave, tie], { minLength: 4 }), (changes) => {
        expect(applied(emptyTerritory('t'), changes).ties.has(tieKey)).toBe(true)
      }),
    )
  })

  test('an actor goes only with its ties', () => {
    const territory = applied(emptyTerritory('t'), [a, b, wave, tie])
    expect(apply(territory, [noA])).toEqual({
      ok: false,
      refusals: [{ index: 0, code: 'still_used', noun: 'actor', key: 'a', got: `tie ${tieKey}` }],
    })
    for (const changes of [
      [noA, noTie],
      [noTie, noA],
    ]) {
      expect([...applied(territory, changes).actors.keys()]).toEqual(['b'])
    }
  })

  test('a tie may not come in the list that takes its end away', () => {
    const territory = applied(emptyTerritory('t'), [a, b, wave])
    expect(apply(territory, [tie, noA])).toMatchObject({
      ok: false,
      refusals: [
        { index: 0, code: 'unknown_actor', noun: 'tie', field: 'from', got: 'a' },
        { index: 1, code: 'still_used', noun: 'actor', got: `tie ${tieKey}` },
      ],
    })
  })

  test('the same identity twice is refused, whatever is done to it', () => {
    const renamed = putActor('a', 'Autre nom')
    for (const second of [a, renamed, noA]) {
      expect(apply(emptyTerritory('t'), [a, b, second])).toEqual({
        ok: false,
        refusals: [{ index: 2, code: 'repeated_change', noun: 'actor', key: 'a' }],
      })
    }
  })

  test('ids are told apart by noun, and ties by reporter', () => {
    const spaceA: Change = { put: 'space', value: { id: 'a', name: 'Espace', kind: 'club' } }
    const reported: Change = { put: 'tie', value: { ...tie.value, reporter: 'a' } }
    const territory = applied(emptyTerritory('t'), [a, b, wave, spaceA, tie, reported])
    expect([territory.actors.size, territory.spaces.size, territory.ties.size]).toEqual([2, 1, 2])
  })

  test('what is not there cannot be removed', () => {
    expect(apply(emptyTerritory('t'), [a, noTie])).toEqual({
      ok: false,
      refusals: [{ index: 1, code: 'unknown_fact', noun: 'tie', key: tieKey }],
    })
  })

  test('refusals come in the order of the list', () => {
    const changes = [tie, { ...club, value: { ...club.value, host: 'nobody' } }, wave]
    const result = apply(emptyTerritory('t'), changes)
    expect(result.ok ? [] : result.refusals.map(({ index, field }) => [index, field])).toEqual([
      [0, 'from'],
      [0, 'to'],
      [1, 'host'],
    ])
  })

  test('any order of a list that holds makes the same territory', () => {
    fc.assert(
      fc.property(
        foundations().chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const empty = emptyTerritory('t')
          expect(spelled(applied(empty, shuffled))).toEqual(spelled(applied(empty, list)))
        },
      ),
    )
  })
})

describe('laws', () => {
  test('the inverse leads back, order of facts included', () => {
    fc.assert(
      fc.property(worldAnd(smallWorldChanges()), ([before, changes]) => {
        const there = apply(before, changes)
        if (!there.ok) throw new Error('settled changes hold')
        const back = apply(there.territory, there.inverse)
        if (!back.ok) throw new Error(JSON.stringify(back.refusals))
        expect(spelled(back.territory)).toEqual(spelled(before))
        expect(spelled(applied(back.territory, back.inverse))).toEqual(spelled(there.territory))
      }),
    )
  })

  test('a whole territory can be taken away again', () => {
    fc.assert(
      fc.property(foundations(), (changes) => {
        const there = apply(emptyTerritory('t'), changes)
        expect(there.ok && apply(there.territory, there.inverse)).toMatchObject({ territory: emptyTerritory('t') })
      }),
    )
  })

  test('changes of different facts commute', () => {
    let compared = 0
    fc.assert(
      fc.property(worldAnd(smallWorldChanges(4)), smallWorldChanges(4), ([before, one], raw) => {
        const touched = new Set(one.map(placeOf))
        const two = settled(
          before,
          raw.filter((change) => !touched.has(placeOf(change))),
        )
        const oneFirst = apply(applied(before, one), two)
        const twoFirst = apply(applied(before, two), one)
        const together = apply(before, [...one, ...two])
        // One may take away what the other needs: then one order is refused, and the list of both.
        if (!oneFirst.ok || !twoFirst.ok) {
          expect(together.ok).toBe(false)
          return
        }
        compared += 1
        expect(spelled(oneFirst.territory)).toEqual(spelled(twoFirst.territory))
        expect(together.ok && spelled(together.territory)).toEqual(spelled(oneFirst.territory))
      }),
      { numRuns: 300 },
    )
    expect(compared).toBeGreaterThan(100)
  })

  test('neither argument is modified, held or not', () => {
    fc.assert(
      fc.property(territories(), smallWorldChanges(), (territory, changes) => {
        const before = structuredClone([spelled(territory), changes])
        apply(territory, changes)
        expect([spelled(territory), changes]).toEqual(before)
      }),
    )
  })

  test('an untouched collection is shared, not copied', () => {
    const before = applied(emptyTerritory('t'), [a, b, wave, tie])
    const after = applied(before, [putActor('a', 'Autre nom')])
    expect(after.ties).toBe(before.ties)
    expect(after.actors).not.toBe(before.actors)
  })

  test('every collection is in the order of its keys', () => {
    fc.assert(
      fc.property(worldAnd(smallWorldChanges()), ([before, changes]) => {
        for (const facts of Object.values(applied(before, changes))) {
          if (facts instanceof Map) expect([...facts.keys()]).toEqual([...facts.keys()].sort())
        }
      }),
    )
  })
})

describe('replay', () => {
  test('inverses, newest first, lead back to every state on the way', () => {
    fc.assert(
      fc.property(fc.array(smallWorldChanges(), { maxLength: 6 }), (lists) => {
        const states: Territory[] = [applied(emptyTerritory('t'), smallWorld)]
        const inverses: Change[][] = []
        for (const list of lists) {
          const latest = states.at(-1) ?? emptyTerritory('t')
          const result = apply(latest, settled(latest, list))
          if (!result.ok) throw new Error('settled changes hold')
          states.push(result.territory)
          inverses.unshift(result.inverse)
        }
        states.reverse().forEach((state, back) => {
          const latest = states[0] ?? state
          expect(spelled(replay(latest, inverses.slice(0, back)))).toEqual(spelled(state))
        })
      }),
    )
  })
})

describe('touched again', () => {
  const commits = [
    { revision: 9, changes: [putActor('a', 'Nom d’après')] },
    { revision: 8, changes: [club] },
    { revision: 7, changes: [b, noTie] },
  ]

  test('the later commits on the same facts, in the order given', () => {
    expect(touchedAgain([a, tie], commits)).toEqual([9, 7])
    expect(touchedAgain([noA], commits)).toEqual([9])
  })

  test('not those that only name them', () => {
    expect(touchedAgain([wave], commits)).toEqual([])
    expect(touchedAgain([{ put: 'space', value: { id: 'a', name: 'A', kind: 'club' } }], commits)).toEqual([])
  })

  test('what nobody touched again is undone by its inverse', () => {
    fc.assert(
      fc.property(worldAnd(smallWorldChanges(3)), smallWorldChanges(3), ([before, first], raw) => {
        const made = apply(before, first)
        if (!made.ok) throw new Error('settled changes hold')
        const second = settled(made.territory, raw)
        if (touchedAgain(first, [{ revision: 2, changes: second }]).length > 0) return
        const undone = apply(applied(made.territory, second), made.inverse)
        // Facts that came to name what the undo would take away hold it back, and say so.
        if (!undone.ok)
          expect(undone.refusals.every(({ code }) => code === 'still_used' || code.startsWith('unknown_'))).toBe(true)
        else expect(spelled(undone.territory)).toEqual(spelled(applied(before, second)))
      }),
    )
  })
})

/** What some changes left of the small world, with a list of changes that holds on it. */
function worldAnd(lists: fc.Arbitrary<Change[]>): fc.Arbitrary<[Territory, Change[]]> {
  return fc.tuple(smallWorldChanges(20), lists).map(([first, list]) => {
    const whole = applied(emptyTerritory('t'), smallWorld)
    const territory = applied(whole, settled(whole, first))
    return [territory, settled(territory, list)]
  })
}

function placeOf(change: Change): string {
  return JSON.stringify(targetOf(change))
}

function putActor(id: string, name = id): Change {
  const fields = { type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false } as const
  return { put: 'actor', value: { id, name, ...fields } }
}
