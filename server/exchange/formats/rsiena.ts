import { stringify } from 'csv-stringify/sync'
import { wavesLatestFirst } from '../../domain/perimeter.ts'
import { type Territory, type Tie, type Wave, wasAsked } from '../../domain/territory.ts'
import { territoryToTables } from '../tables.ts'

/**
 * A territory as RSiena reads it (R. Ripley et al., Manual for RSiena, 4.1): one square matrix per wave over the same actors, by name of file. 1: the actor of the row
 * has a tie to that of the column; 0: none; NA: the actor of the row was asked and did not answer; 10: one of the two was not there in that wave. `actors.csv` says which
 * row is whom. Ties of all kinds count alike; strengths, attributes and participations are not held. Of waves from documents every pair counts as observed.
 */
export function territoryToRsiena(territory: Territory): Map<string, string> {
  const actors = [...territory.actors.keys()].sort()
  const waves = wavesLatestFirst(territory).reverse()
  const ties = Map.groupBy(territory.ties.values(), ({ wave }) => wave)
  const digits = String(waves.length).length
  const files = waves.map((wave, index) => {
    const name = `wave${String(index + 1).padStart(digits, '0')}-${wave.id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 60)}.txt`
    return [name, matrixOf(territory, actors, wave, ties.get(wave.id) ?? [])] as const
  })
  const table = territoryToTables(territory).find(({ name }) => name === 'actors')
  const list = stringify(table?.rows ?? [], { record_delimiter: '\r\n' })
  return new Map([...files, ['actors.csv', list]])
}

function matrixOf(territory: Territory, actors: readonly string[], wave: Wave, ties: readonly Tie[]): string {
  const entries = [...territory.roster.values()].filter((entry) => entry.wave === wave.id)
  const silent = new Set(
    entries.filter((entry) => wasAsked(entry) && entry.status !== 'answered').map(({ actor }) => actor),
  )
  const named = ties.flatMap(({ from, to }) => [from, to])
  // Where there is no roster nobody says who was not there.
  const present = entries.length === 0 ? new Set(actors) : new Set([...entries.map(({ actor }) => actor), ...named])
  const tied = new Set(
    ties.flatMap(({ from, to, directed }) => [`${from}\n${to}`, ...(directed ? [] : [`${to}\n${from}`])]),
  )
  const cell = (from: string, to: string) => {
    if (from === to) return '0'
    if (!present.has(from) || !present.has(to)) return '10'
    if (tied.has(`${from}\n${to}`)) return '1'
    return silent.has(from) ? 'NA' : '0'
  }
  return actors.map((from) => `${actors.map((to) => cell(from, to)).join(' ')}\n`).join('')
}
