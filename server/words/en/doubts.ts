import type { Doubt } from '../../waves/doubts.ts'
import type { ChangeNames } from '../changes.ts'
import { english } from '../formats.ts'

const { number, count, list, date } = english

/** Why two waves may not be two of one thing, in one sentence. */
export function doubtSaid(doubt: Doubt, names: ChangeNames): string {
  switch (doubt.kind) {
    case 'strangers':
      return 'The two rosters have no actor in common: they are two perimeters, or the same actors under other identifiers.'
    case 'hardly_alike':
      return 'The two waves hardly describe the same network: before reading a change in it, check that the question and the identifiers are the same.'
    case 'identical':
      return 'The two waves say exactly the same: one survey may have been imported twice.'
    case 'same_date':
      return 'The two waves bear the same date: which comes first is not known, and “ended” and “new” may change places.'
    case 'told_once':
      return doubt.kinds.length === 1
        ? 'One kind of tie is told of in one of the waves alone: since the other may not have asked, it is set aside.'
        : `${number(doubt.kinds.length)} kinds of tie are told of in one of the waves alone: since the other may not have asked, they are set aside.`
    case 'successions': {
      const [first] = doubt.successions
      return doubt.successions.length === 1 && first
        ? `${names.actor(first.heir)} took over the partners of ${names.actor(first.leaver)}, which is there no more: ${first.isNew ? 'it may be the same actor under another identifier' : 'the two may have been merged'}.`
        : `${number(doubt.successions.length)} actors that are there no more left their partners to another: actors merged, or under a new identifier.`
    }
  }
}

/** What shows it, on one line. */
export function doubtShown(doubt: Doubt, names: ChangeNames): string {
  switch (doubt.kind) {
    case 'strangers':
      return `${count(doubt.before, 'actor', 'actors')} on the first roster, ${number(doubt.after)} on the second.`
    case 'hardly_alike':
      return `${count(doubt.kept, 'tie', 'ties')} told of both times out of ${number(doubt.told)} compared: less than one in five.`
    case 'identical':
      return `The same ends tell of ${number(doubt.ties)} ties both times, without one forgotten more or less.`
    case 'same_date':
      return `Both are of ${date(doubt.date)}.`
    case 'told_once': {
      const told = doubt.kinds.map(({ tieKind, side, ties }) => {
        return `${names.tieKind(tieKind)} (${count(ties, 'tie', 'ties')}, ${side === 'before' ? 'first' : 'second'} wave alone)`
      })
      return `${capital(list(told))}.`
    }
    case 'successions': {
      const taken = doubt.successions.map(({ leaver, heir, partners, taken: those }) => {
        return `from ${names.actor(leaver)} to ${names.actor(heir)}, ${number(those)} of ${number(partners)}`
      })
      return `Partners taken over: ${taken.join('; ')}.`
    }
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
