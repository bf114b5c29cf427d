import { randomStream } from '../server/analysis/random.ts'
import type { Change } from '../server/domain/change.ts'
import { defaultVocabulary } from '../server/domain/vocabulary.ts'

/**
 * What makes a territory of one survey: teams of twenty that declare four ties in five among themselves, a third of
 * them said by both ends, seven actors in ten who answered, and a project for forty actors. The same sizes, the same
 * territory.
 */
export function grownTerritory(actors: number, ties: number): Change[] {
  const random = randomStream(`bench ${actors} ${ties}`)
  const below = (n: number) => Math.floor(random() * n)
  const one = (words: readonly string[]) => words[below(words.length)] ?? ''
  const idOf = (i: number) => `acteur-${String(i).padStart(6, '0')}`
  const changes: Change[] = [{ put: 'wave', value: { id: 'w', label: 'Enquête', date: '2026-01-15', basis: 'survey' } }]
  for (let i = 0; i < actors; i++) {
    const id = idOf(i)
    changes.push(
      {
        put: 'actor',
        value: {
          id,
          name: `Établissement ${i}`,
          type: one(defaultVocabulary.actorType),
          sphere: one(defaultVocabulary.sphere),
          scope: 'local',
          inside: random() < 0.9,
          collective: false,
          commune: `Commune ${below(1 + actors / 50)}`,
        },
      },
      { put: 'roster', value: { actor: id, wave: 'w', status: random() < 0.7 ? 'answered' : 'asked' } },
    )
  }
  const declared = new Set<string>()
  const declare = (from: number, to: number) => {
    const kind = one(defaultVocabulary.tieKind.slice(0, 4))
    const pair = `${kind} ${from} ${to}`
    if (from === to || declared.has(pair)) return
    declared.add(pair)
    const value = { wave: 'w', kind, from: idOf(from), to: idOf(to), reporter: idOf(from), directed: random() < 0.5 }
    changes.push({
      put: 'tie',
      value: { ...value, strength: 1 + below(5), lastContact: '2025-11-03', source: 'entretien' },
    })
  }
  while (declared.size < ties) {
    const from = below(actors)
    const team = from - (from % 20)
    const to = random() < 0.8 ? Math.min(actors - 1, team + below(20)) : below(actors)
    declare(from, to)
    if (random() < 0.33 && declared.size < ties) declare(to, from)
  }
  const projects = Math.ceil(actors / 40)
  const seats = new Set<string>()
  for (let p = 0; p < projects; p++) {
    changes.push({ put: 'space', value: { id: `projet-${p}`, name: `Projet ${p}`, kind: 'project' } })
    for (let seat = 0; seat < 8; seat++) {
      const actor = idOf(below(actors))
      if (seats.has(`${p} ${actor}`)) continue
      seats.add(`${p} ${actor}`)
      const role = seat === 0 ? 'pilot' : 'partner'
      changes.push({ put: 'participation', value: { actor, space: `projet-${p}`, role, wave: 'w' } })
    }
  }
  return changes
}
