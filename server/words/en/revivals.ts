import { english } from '../formats.ts'
import type { RevivalWords } from '../revivals.ts'

const { date, percent, number, count } = english

/** Ties to be revived, in English. */
export const revivals: RevivalWords = {
  calendar: (territory) => `${territory}: ties to revive`,
  summary: (one, other) => `Get in touch again: ${one} and ${other}`,
  description: ({ lastContact, vitality, held, isBridge, goBetween, seminar }) =>
    [
      `${lastContact === null ? 'Last contact unknown' : `Last contact on ${date(lastContact)}`}: ${percent(vitality)} of this tie is left.`,
      isBridge
        ? 'Without it some actors would no longer be joined to the others.'
        : `${percent(held)} of the pairs of actors are joined at the shortest through it.`,
      goBetween === null
        ? `Nobody knows both: the ${seminar === null ? 'next seminar' : `seminar of ${date(seminar)}`} is an occasion.`
        : `Through ${goBetween}, who knows both, or at the ${seminar === null ? 'next seminar' : `seminar of ${date(seminar)}`}.`,
    ].join(' '),
  need: (need) =>
    need
      ? `At the pace seen from “${need.from}” to “${need.to}”, about ${count(Math.round(need.ties), 'tie ends', 'ties end')} each year (95%, ${number(need.interval.low, 0)} to ${number(need.interval.high, 0)}): as many are to be revived or begun for the network to stay as it is.`
      : 'Without two surveys that compare, how many ties end each year is not known.',
  noDates: 'No tie of this wave has a date of last contact: which ones fade cannot be said.',
  none: 'No dated tie has been silent for too long.',
}
