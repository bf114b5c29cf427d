import { stringify } from 'csv-stringify/sync'
import { absent, answered, type Side, silent, speakerOf, standings, type WavePair } from '../waves/ground.ts'

/**
 * Two waves as RSiena reads them (R. Ripley et al., Manual for RSiena, 4.1 and 5.7), on one roster: who was on that of either wave. `wave1.txt` and `wave2.txt` are square
 * matrices of who tells of whom. 1: the actor of the row tells of a tie with that of the column, or somebody else tells of one; 0: it answered and does not; NA: its word is not
 * known, the wave is no survey, or both are outside, who are not asked about each other; 10: the wave does not speak of one of the two. `composition.txt` says between which waves each actor was there,
 * who came or left half way: it and the tens say the same, and one is to be used. `actors.csv` says which row is whom.
 *
 * @param pair ties of all its kinds count alike
 */
export function pairToRsiena(pair: WavePair): Map<string, string> {
  const { actors, outside, spheres, before, after } = pair
  const listed = [...actors.keys()].filter((u) => before.standing[u]! >= silent || after.standing[u]! >= silent)
  const rows = listed.map((u) => [
    actors[u] ?? '',
    spheres.names[spheres.groupOf[u]!] ?? '',
    String(outside[u]),
    standings[before.standing[u]!] ?? '',
    standings[after.standing[u]!] ?? '',
  ])
  const present = listed.map((u) => {
    const [isThere, stays] = [before.standing[u] !== absent, after.standing[u] !== absent]
    return `${isThere ? '1' : '1.5'} ${stays ? '2' : '1.5'}\n`
  })
  const head = ['id', 'sphere', 'outside', before.wave, after.wave]
  return new Map([
    ['wave1.txt', matrixOf(pair, before, listed)],
    ['wave2.txt', matrixOf(pair, after, listed)],
    ['composition.txt', present.join('')],
    ['actors.csv', stringify([head, ...rows], { record_delimiter: '\r\n' })],
  ])
}

function matrixOf({ outside, actors }: WavePair, { said, standing, basis }: Side, listed: readonly number[]): string {
  const n = actors.length
  const told = new Set<number>()
  for (const { u, v, speaker } of said) {
    const who = speakerOf(u, v, speaker)
    if (who !== v) told.add(u * n + v)
    if (who !== u) told.add(v * n + u)
  }
  const cell = (u: number, v: number) => {
    if (u === v) return '0'
    if (standing[u] === absent || standing[v] === absent) return '10'
    if (told.has(u * n + v)) return '1'
    return basis === 'survey' && standing[u] === answered && !(outside[u] && outside[v]) ? '0' : 'NA'
  }
  return listed.map((u) => `${listed.map((v) => cell(u, v)).join(' ')}\n`).join('')
}
