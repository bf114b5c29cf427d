import { english } from '../formats.ts'
import type { RevivalWords } from '../revivals.ts'

const { date, percent } = english

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
}
