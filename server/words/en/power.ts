import type { ChangeKind, SurveyPower } from '../../waves/power.ts'
import { english } from '../formats.ts'
import type { PowerWords } from '../power.ts'

const { number, count, percent } = english

const kinds: Readonly<Record<ChangeKind, string>> = {
  turnover: 'Turnover of ties',
  growth: 'More ties',
  decline: 'Fewer ties',
  closure: 'Ties that close a triangle',
}

const never = (largest: number) => `more than ${percent(largest)}`

/** What a survey to come would show, in English. */
export const power: PowerWords = {
  heading: 'Before the next survey',
  lead: ({ asked, expected: { answers, response, changes }, target }) => {
    const seen = changes.some(({ size }) => size !== null)
      ? 'this is what the comparison would see at least'
      : 'the comparison would see none of the changes tried, large as they are, at least'
    return `If ${count(answers, 'actor answers', 'actors answer')} of the ${number(asked)} asked (${percent(response)}), ${seen} ${number(target * 10)} times in 10.`
  },
  seen: seenOf,
  enough: ({ asked, expected, more, enough }) => {
    if (more.length === 0) return 'All would answer: there is no answer left to gain.'
    if (enough === null) return `Every answer counts, up to the last of the ${number(asked)}.`
    if (enough <= expected.answers) return 'What more answers would show stays within the margin of the simulation.'
    return `${count(enough - expected.answers, 'more answer is worth it', 'more answers are worth it')}: beyond ${number(enough)}, what would be seen no longer differs from what all ${number(asked)} would show.`
  },
  caution: ({ recall, expected }) =>
    `By simulation, ${number(expected.changes[0]?.curve[0]?.draws ?? 0)} surveys of each size tried: the same actors asked, who tell of ${percent(recall)} of their ties, as last time. Who answers is taken to have nothing to do with who answered: if the same do, more is seen. In brackets, the margin of the simulation (95%).`,
  table: {
    caption: 'The smallest change that would be seen, by the number of answers',
    answers: 'Answers',
    kinds,
    never,
    row: (answers, cells) => `${count(answers, 'answer', 'answers')}: ${cells.join('; ')}`,
    cell: (kind, size, largest) => `${kinds[kind].toLowerCase()} ${size === null ? never(largest) : percent(size)}`,
  },
}

const whats: Readonly<Record<ChangeKind, (share: string) => string>> = {
  turnover: (share) => `A turnover of ${share} of the ties (as many ended as new)`,
  growth: (share) => `A rise of ${share} in the number of ties`,
  decline: (share) => `A fall of ${share} in the number of ties`,
  closure: (share) => `A more closed cohesion (${share} of the ties moved to close triangles)`,
}

function seenOf(
  { kind, size, interval, curve, transitivity }: SurveyPower['expected']['changes'][number],
  target: number,
): string {
  if (size === null)
    return `${whats[kind](percent(curve.at(-1)?.size ?? 0))} would go unseen more than ${number(10 - target * 10)} times in 10: this survey could not show it.`
  const margin =
    interval.low === null
      ? ''
      : interval.high === null
        ? ` (at least ${percent(interval.low)})`
        : ` (${percent(interval.low)} to ${percent(interval.high)})`
  const closed = transitivity
    ? `, a transitivity of ${number(transitivity[0], 2)} becoming ${number(transitivity[1], 2)}`
    : ''
  return `${whats[kind](percent(size))} would be seen${margin}${closed}.`
}
