import { apply, type Change } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory, type Tie } from '../../server/domain/territory.ts'
import type { Basis } from '../../server/domain/vocabulary.ts'

/**
 * A small territory with one wave `w`, drawn as text: `a-b` is mutual, `a>b` goes one way, `a-b:3` has strength 3.
 * Actors are those the text names.
 */
export function ties(drawing: string, basis: Basis = 'documents'): Change[] {
  const arrows = drawing.split(/\s+/).filter(Boolean)
  const names = new Set(arrows.flatMap((arrow) => arrow.replace(/:.*/, '').split(/[->]/)))
  return [
    { put: 'wave', value: { id: 'w', label: 'Vague', date: '2024-01-01', basis } },
    ...[...names].map(actor),
    ...arrows.map((arrow): Change => {
      const [ends = '', strength] = arrow.split(':')
      const [from = '', to = ''] = ends.split(/[->]/)
      return tie({ from, to, directed: ends.includes('>'), ...(strength ? { strength: Number(strength) } : {}) })
    }),
  ]
}

export function tie(fields: Partial<Tie> & Pick<Tie, 'from' | 'to'>): Change {
  return { put: 'tie', value: { wave: 'w', kind: 'cooperation', reporter: null, directed: false, ...fields } }
}

export function actor(id: string): Change {
  return {
    put: 'actor',
    value: { id, name: id, type: 'entreprise', sphere: 'economie', scope: 'local', inside: true, collective: false },
  }
}

export function territoryOf(...lists: Change[][]): Territory {
  const applied = apply(emptyTerritory('t'), lists.flat())
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals))
  return applied.territory
}
