import type { Random } from '../../server/analysis/random.ts'
import type { Tie } from '../../server/domain/territory.ts'
import type { RosterStatus } from '../../server/domain/vocabulary.ts'
import { type Bond, daysBefore } from './bonds.ts'
import type { Bonds } from './history.ts'
import { shuffled } from './names.ts'
import { isPresent, type Society } from './society.ts'

/** What a survey makes of the truth of one wave. */
export interface Survey {
  readonly statuses: ReadonlyMap<number, RosterStatus>
  readonly ties: readonly Tie[]
}

export interface SurveyOptions {
  readonly wave: { readonly id: string; readonly date: string }
  readonly index: number
  /** Share of those asked that do not answer. */
  readonly nonResponse: number
  /** Chance that an end that answers tells of a tie it has. */
  readonly recall: number
  /** Who did not answer the wave before: half of them will not again. */
  readonly silentBefore: ReadonlySet<number>
}

export function surveyOf(random: Random, society: Society, truth: Bonds, options: SurveyOptions): Survey {
  const { members } = society
  const statuses = new Map<number, RosterStatus>()
  for (const [index, member] of members.entries()) {
    if (!isPresent(member, options.index) || member.standing === 'named_only') continue
    statuses.set(index, member.standing === 'asked' ? 'answered' : 'not_asked')
  }
  for (const index of silentOf(random, society, statuses, options)) {
    statuses.set(index, random() < 0.3 ? 'declined' : 'asked')
  }

  const ties: Tie[] = []
  for (const bond of truth.values()) {
    const respondents = [bond.a, bond.b].filter((index) => statuses.get(index) === 'answered')
    let reporters = respondents.filter(() => random() < options.recall)
    if (reporters.length === 0 && isPlanted(society, bond)) reporters = shuffled(random, respondents).slice(0, 1)
    for (const reporter of reporters) ties.push(...declarations(random, society, bond, reporter, options.wave))
  }
  const named = new Set(ties.flatMap(({ from, to }) => [from, to]))
  for (const [index, { standing, actor }] of members.entries()) {
    if (standing === 'named_only' && named.has(actor.id)) statuses.set(index, 'named_only')
  }
  return { statuses, ties }
}

/** Those who do not answer: as many as the share says, never the broker nor a fading actor, and few of the club and the piece. */
function silentOf(
  random: Random,
  society: Society,
  statuses: ReadonlyMap<number, RosterStatus>,
  { nonResponse, silentBefore }: SurveyOptions,
): number[] {
  const asked = [...statuses].flatMap(([index, status]) => (status === 'answered' ? [index] : []))
  const order = shuffled(random, asked)
  const again = new Set(order.filter((index) => silentBefore.has(index) && random() < 0.5))
  order.sort((i, j) => Number(again.has(j)) - Number(again.has(i)))
  const silent: number[] = []
  let ofClub = 0
  let ofPiece = 0
  for (const index of order) {
    if (silent.length === Math.round(nonResponse * asked.length)) break
    if (index === society.broker || society.fading.has(index)) continue
    if (society.club.has(index) && ++ofClub > 1) continue
    if (society.piece.has(index) && ++ofPiece > 2) continue
    silent.push(index)
  }
  return silent
}

/** The club and the passage to the piece are talked about, so that what is planted can be found. */
function isPlanted({ club, piece, broker }: Society, { a, b }: Bond): boolean {
  if (club.has(a) && club.has(b)) return true
  return (a === broker && piece.has(b)) || (b === broker && piece.has(a))
}

function declarations(
  random: Random,
  { members }: Society,
  bond: Bond,
  reporter: number,
  wave: SurveyOptions['wave'],
): Tie[] {
  const idOf = (index: number) => members[index]?.actor.id ?? ''
  return bond.strands.map((strand): Tie => {
    const other = reporter === bond.a ? bond.b : bond.a
    const [from, to] = strand.directed ? [strand.from, strand.to] : [reporter, other]
    const doubt = random() < 0.15 ? (random() < 0.5 ? -1 : 1) : 0
    const spoken = daysBefore(wave.date, random() * longestPause[strand.regularity])
    const lastContact = bond.dormantSince ?? (spoken < bond.since ? bond.since : spoken)
    return {
      wave: wave.id,
      kind: strand.kind,
      from: idOf(from),
      to: idOf(to),
      reporter: idOf(reporter),
      directed: strand.directed,
      strength: Math.min(5, Math.max(1, strand.strength + doubt)),
      ...(random() < 0.92 ? { regularity: strand.regularity } : {}),
      ...(random() < 0.5 ? { since: bond.since } : {}),
      ...(bond.dormantSince !== null || random() < 0.9 ? { lastContact } : {}),
    }
  })
}

/** Days; short enough for no living tie to look faded. */
const longestPause = { weekly: 10, monthly: 35, quarterly: 100, yearly: 300, rarely: 330 } as const
