import { french } from '../formats.ts'
import type { RevivalWords } from '../revivals.ts'
import { le } from './names.ts'

const { date, percent, number, count } = french

/** Ties to be revived, in French. */
export const revivals: RevivalWords = {
  calendar: (territory) => `${territory}\u00a0: liens à ranimer`,
  summary: (one, other) => `Reprendre contact\u00a0: ${one} et ${other}`,
  description: ({ lastContact, vitality, held, isBridge, goBetween, seminar }) =>
    [
      `${lastContact === null ? 'Dernier contact inconnu' : `Dernier contact le ${date(lastContact)}`}\u00a0: il reste ${percent(vitality)} de ce lien.`,
      isBridge
        ? 'Sans lui, des acteurs ne seraient plus joints aux autres.'
        : `${percent(held)} des paires d’acteurs se joignent au plus court par lui.`,
      goBetween === null
        ? `Personne ne connaît les deux\u00a0: ${seminar === null ? 'le prochain séminaire' : `le séminaire du ${date(seminar)}`} est une occasion.`
        : `Par ${le(goBetween)}, qui connaît les deux, ou au ${seminar === null ? 'prochain séminaire' : `séminaire du ${date(seminar)}`}.`,
    ].join(' '),
  need: (need) =>
    need
      ? `Au rythme observé de « ${need.from} » à « ${need.to} », environ ${count(Math.round(need.ties), 'lien finit', 'liens finissent')} chaque année (à 95 %, de ${number(need.interval.low, 0)} à ${number(need.interval.high, 0)}) : il faut en ranimer ou en nouer autant pour garder le réseau tel qu’il est.`
      : 'Sans deux enquêtes comparables, on ne sait pas combien de liens finissent chaque année.',
  noDates: 'Aucun lien de cette vague n’a de date de dernier contact : on ne peut pas dire lesquels s’éteignent.',
  none: 'Aucun lien daté ne se tait depuis trop longtemps.',
}
