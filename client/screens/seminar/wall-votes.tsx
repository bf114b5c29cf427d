import { useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Backing, Challenge } from '#domain/territory.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { Choice } from '../../form/choice.tsx'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { describing } from './facts.ts'
import { nameOf, type PartProps } from './part.ts'
import { backing, dotsOf, tallyOf } from './votes.ts'

/** Who votes, how many dots each has, and how many are left. */
export function VotePanel({ record, seminar, keep, voter, onVoter, given }: VoteProps) {
  const t = useText()
  const words = t.workshop.wall
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const dots = dotsOf(seminar)
  const numbers = Array.from({ length: 12 }, (_, i) => ({ id: String(i + 1), name: String(i + 1) }))
  return (
    <div className="wall-vote no-print">
      <NameChoice
        label={words.voter}
        entries={entries}
        value={voter}
        onChange={onVoter}
        hint={words.voterHint}
        none={t.workshop.emblems.noActor}
      />
      <Choice
        label={words.quota}
        value={String(dots)}
        groups={[{ name: '', options: numbers }]}
        onChange={(n) => keep([describing(seminar, { dots: Number(n) })])}
      />
      <p role="status" className="wall-left">
        {voter === null ? '' : words.left(nameOf(record, voter), dots - given, dots)}
      </p>
    </div>
  )
}

interface VoteProps extends PartProps {
  readonly voter: string | null
  readonly onVoter: (actor: string | null) => void
  readonly given: number
}

/** What a card was given, and the hand of who votes. */
export function CardVotes({ record, keep, card, backings, voter, canGive }: CardVotesProps) {
  const t = useText()
  const words = t.workshop.wall
  const { dots, voters } = tallyOf(backings)
  const own = backings.find(({ actor }) => actor === voter)?.dots ?? 0
  if (dots === 0 && voter === null) return null
  const give = (n: number) => voter !== null && keep(backing(record, card.id, voter, { dots: own + n }))
  return (
    <div className="card-votes">
      <span className="card-dots" aria-hidden="true">
        {'●'.repeat(Math.min(dots, 20))}
      </span>
      <span>{dots > 0 ? words.dotsBy(dots, voters) : words.dots(0)}</span>
      {voter !== null && (
        <span className="card-ballot no-print">
          <Button className="button" aria-label={words.take(card.text)} isDisabled={own === 0} onPress={() => give(-1)}>
            −
          </Button>
          <strong>{t.number(own)}</strong>
          <Button className="button" aria-label={words.give(card.text)} isDisabled={!canGive} onPress={() => give(1)}>
            +
          </Button>
        </span>
      )}
    </div>
  )
}

interface CardVotesProps extends Omit<PartProps, 'seminar'> {
  readonly card: Challenge
  readonly backings: readonly Backing[]
  readonly voter: string | null
  /** Has dots left. */
  readonly canGive: boolean
}

/** How many dots were given by how many, and by whom too many. */
export function VoteCounts({ record, given, dots, cards }: VoteCountsProps) {
  const words = useText().workshop.wall
  const total = [...given.values()].reduce((sum, each) => sum + each, 0)
  return (
    <div className="wall-counts">
      <p className="note">
        {total === 0 ? words.unvoted : `${words.counted(total, given.size, cards)}. ${words.absent}`}
      </p>
      {[...given].map(
        ([actor, n]) =>
          n > dots && (
            <p key={actor} className="problem">
              {words.exceeding(nameOf(record, actor), n, dots)}
            </p>
          ),
      )}
    </div>
  )
}

interface VoteCountsProps extends Pick<PartProps, 'record'> {
  /** Dots by organisation, of those that gave any. */
  readonly given: ReadonlyMap<string, number>
  /** Each may give. */
  readonly dots: number
  readonly cards: number
}
