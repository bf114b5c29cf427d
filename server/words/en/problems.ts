import type { RegisterTrouble, StoreTrouble } from '../../problem.ts'
import { english } from '../formats.ts'
import type { problems as french } from '../fr/problems.ts'
import type { TechnicalProblems } from '../problems.ts'
import { refused } from './refusals.ts'
import { vocabulary } from './vocabulary.ts'

const { count } = english

/** For people who can do something about it, or else nothing but try again. */
export const problems: typeof french = {
  unknown_territory: (d) => `The territory “${d('territory')}” does not exist, or no longer does.`,
  existing_territory: (d) => `A territory named “${d('territory')}” exists already: choose another name.`,
  unknown_revision: (d) => `Version ${d('revision')} of this territory does not exist.`,
  revision_conflict: () =>
    'Somebody changed this territory in the meantime. The page has been brought up to date: check, then try again.',
  reused_key: () => 'This request has already been used for something else. Reload the page, then try again.',
  refused_changes: () => 'These changes contradict each other or name something unknown: nothing was saved.',
  undo_conflict: (d) => `A later change (version ${d('later')}) touches the same facts: undo that one first.`,
  unknown_places: (d) => `Some positions on the map are nobody’s (${d('total')}). Reload the page.`,
  irreversible: () => 'This change cannot be undone.',
  unknown_wave: (d) => `The wave “${d('wave')}” does not exist in this territory.`,
  unknown_scenario: (d) => `No scenario of this territory is called “${d('scenario')}”.`,
  unknown_view: (d) => `The view “${d('view')}” does not exist in this territory.`,
  unknown_story: (d) => `No story of this territory is called “${d('story')}”.`,
  unknown_seminar: (d) => `The seminar “${d('seminar')}” does not exist in this territory.`,
  unknown_seat: () => 'This person has no seat in this round.',
  too_many_people: (d) => `${d('people')} people are too many for a plan of tables: at most ${d('most')}.`,
  unknown_actor: (d) => `The actor “${d('actor')}” is not in this wave.`,
  no_wave: () =>
    'This territory has no wave yet, hence nothing to draw: under Data, import your ties or the list of those asked.',
  same_wave: () => 'A wave is not compared with itself: choose two.',
  backwards: () => 'The first of the two waves must be the earlier one.',
  one_wave: () => 'Nothing to compare: it takes two waves of this territory, one after the other.',
  unknown_word: (d) => `The word “${d('word')}” is not in the vocabulary of this territory.`,
  unknown_job: (d) => `Unknown or forgotten job: ${d('job')}.`,
  unknown_column: (d) => `Unknown column: ${d('column')}.`,
  unknown_measure: (d) => `Unknown measure: ${d('measures')}.`,
  network_too_large: (d) =>
    `Some spaces gather too many actors to tie each to all (${d('pairs')} pairs, ${d('most')} at most): take them out of the perimeter.`,
  unknown_file: (d) => `The file “${d('file')}” does not exist.`,
  store_unavailable: (d): string =>
    d('outcome') === 'unknown'
      ? 'The data did not answer in time. The change may have been saved: try again shortly, it is safe.'
      : 'The data do not answer at the moment. Try again shortly.',
  store_locked: () => 'Another program holds the data file. Close it, then try again.',
  store_newer: () => 'The data file comes from a newer version of Maillage: update Maillage.',
  store_corrupt: () => 'The data file is damaged: restore a backup.',
  store_log_foreign: () => 'The log beside the data file is not its own: restore a backup.',
  register_unavailable: (d) => registerTroubles[d('reason') as RegisterTrouble] ?? registerTroubles.no_answer,
  overloaded: () => 'Too many requests at once. Try again shortly.',
  invalid_request: () => 'This address or request is not understood. Go back to the map and try again.',
  invalid_json: () => 'The request cannot be read.',
  body_too_large: (d) => `That is too large: ${d('limit')} bytes at most.`,
  unsupported_media_type: (d) => `This type of content (${d('got')}) is not accepted.`,
  unknown_route: () => 'This page does not exist.',
  foreign_origin: () => 'The request does not come from this page: open Maillage at its usual address.',
  internal: () => 'An unexpected error occurred. It is noted in the server’s log.',
}

/** For whoever keeps the server or the file. */
export const technicalProblems: TechnicalProblems = {
  unknown_territory: ({ territory }) => `There is no territory “${territory}”.`,
  existing_territory: ({ territory }) => `Territory “${territory}” exists already.`,
  unknown_revision: ({ territory, revision }) => `Territory “${territory}” has no revision ${revision}.`,
  revision_conflict: ({ territory, base, revision }) =>
    `Territory “${territory}” has changed meanwhile: it is at revision ${revision}, the change was based on revision ${base}.`,
  reused_key: ({ key, revision }) => `Key “${key}” already names another commit, that of revision ${revision}.`,
  refused_changes: ({ refusals, total }) =>
    [
      `${count(total, 'change', 'changes')} refused.`,
      ...refusals.slice(0, 1).map(({ noun, key, field, code, got, expected }) => {
        const place = `${vocabulary.nouns[noun].table} ${key}${field ? `, ${field}` : ''}`
        return `The first, ${place}: ${refused(code, got ?? '', expected ?? null)}.`
      }),
    ].join(' '),
  undo_conflict: ({ revision, later, total }) =>
    `Revision ${revision} cannot be undone alone: revisions ${later.join(', ')}${total > later.length ? '…' : ''} touched the same things.`,
  unknown_places: ({ total }) => `${count(total, 'position is', 'positions are')} neither an actor’s nor a space’s.`,
  irreversible: ({ revision }) => `Revision ${revision} cannot be undone: nothing leads back from it.`,
  unknown_wave: ({ territory, wave }) => `Territory “${territory}” has no wave “${wave}”.`,
  unknown_scenario: ({ territory, scenario }) => `Territory “${territory}” has no scenario “${scenario}”.`,
  unknown_view: ({ territory, view }) => `Territory “${territory}” has no view “${view}”.`,
  unknown_story: ({ territory, story }) => `Territory “${territory}” has no story “${story}”.`,
  unknown_seminar: ({ territory, seminar }) => `Territory “${territory}” has no seminar “${seminar}”.`,
  unknown_seat: ({ person, round }) => `${person} has no seat in round ${round + 1}.`,
  too_many_people: ({ people, most }) => `${people} people are too many for a plan of tables: at most ${most}.`,
  unknown_actor: ({ wave, actor }) => `Actor “${actor}” is not in wave “${wave}”.`,
  no_wave: ({ territory }) => `Territory “${territory}” has no wave yet, hence no network.`,
  same_wave: ({ wave }) => `“${wave}” is not compared with itself: it takes two waves.`,
  backwards: ({ from, to }) => `--from comes before --to: “${from}” is later than “${to}”.`,
  one_wave: ({ territory }) =>
    `Nothing to compare: it takes two waves of territory “${territory}”, one after the other.`,
  unknown_word: ({ word, known }) => `“${word}” is not a known word; these are: ${known.join(', ')}.`,
  unknown_job: ({ job }) => `Unknown or forgotten job: ${job}.`,
  unknown_column: ({ column, known }) =>
    `Unknown column: ${column}. Known: ${known.join(', ')}; of actors, every measure of an actor too.`,
  unknown_measure: ({ measures }) => `Unknown measure(s): ${measures.join(', ')}.`,
  network_too_large: ({ pairs, most }) =>
    `These spaces would tie ${pairs} pairs of participants, at most ${most} are possible: leave out the largest.`,
  unknown_file: ({ file, known }) => `There is no file “${file}”; these are: ${known.join(', ')}.`,
  store_unavailable: ({ reason, store, outcome }) =>
    `${troubles[reason](store ?? '')}${outcome === 'unknown' ? ' The change may have been made all the same: asking for it again is safe.' : ''}`,
  store_locked: ({ file }) =>
    `The file ${file} is open in another Maillage: stop it, or choose another file with MAILLAGE_STORE.`,
  store_newer: ({ file, found, supported }) =>
    `The data in ${file} come from a newer Maillage (format ${found}, this one reads up to ${supported}): update Maillage.`,
  store_corrupt: ({ file, found }) => `The data in ${file} are damaged or not those of Maillage (${found}).`,
  store_log_foreign: ({ file, log }) =>
    `The log ${log} was not written for ${file} as it is (a copy put back by hand?): nothing was opened. Restore the backup with “maillage restore”, or move the log elsewhere to open the file without it.`,
  register_unavailable: ({ reason }) => registerTroubles[reason],
  overloaded: () => 'Too many requests at once: try again in a moment.',
  invalid_request: ({ faults }) =>
    `Malformed request: ${faults.map(({ place, message }) => `${place} ${message}`).join('; ')}.`,
  invalid_json: ({ reason }) => `Unreadable JSON: ${reason}.`,
  body_too_large: ({ limit }) => `Too much was sent: at most ${limit} bytes.`,
  unsupported_media_type: ({ got, expected }) => `Content type “${got}” refused, ${expected} expected.`,
  unknown_route: ({ method, path }) => `Nothing answers ${method} ${path}.`,
  foreign_origin: ({ got, expected }) => `The request came from “${got}”, ${expected} expected.`,
}

const troubles: Readonly<Record<StoreTrouble, (store: string) => string>> = {
  unopenable: (file) => `The file ${file} can neither be opened nor made.`,
  unwritable: (file) => `The file ${file} cannot be written: check your rights to it and to its folder.`,
  disk_failed: (file) => `The disk of ${file} does not answer as it should.`,
  disk_full: (file) => `The disk of ${file} is full: nothing was written.`,
  dangling_link: (file) => `${file} is a link that leads to no file.`,
  not_a_file: (file) => `${file} is no data file, but a folder, a pipe, a socket or a device.`,
  gone: (file) =>
    `The file ${file} or its log was deleted or moved while Maillage was using it: nothing is read or written any more. Stop Maillage, put the file back or restore a backup.`,
  replaced: (file) =>
    `Another file took the place of ${file} or of its log while Maillage was using it: nothing is read or written any more. Stop Maillage, then start it again.`,
  shrunk: (file) =>
    `The end of the file ${file} was cut off while Maillage was using it: nothing is read or written any more. Stop Maillage and restore a backup.`,
  no_answer: (url) => `Neo4j at ${url} does not answer.`,
  login_refused: (url) => `Neo4j at ${url} refuses this user or password.`,
  login_blocked: (url) => `Neo4j at ${url} takes no login for a few seconds, after several wrong passwords.`,
  too_slow: (url) => `Neo4j at ${url} took too long and gave up; nothing was written.`,
  no_database: (url) => `Neo4j at ${url} has no database of this name.`,
  short_of_memory: (url) => `Neo4j at ${url} is short of memory or about to stop.`,
  closed: () => 'The data can be reached no more: Maillage is stopping.',
  ended: () => 'The data can be reached no more: what kept them has ended.',
}

/** Why the register of companies gave no answer. */
const registerTroubles: Readonly<Record<RegisterTrouble, string>> = {
  off: 'Looking companies up is not switched on on this server.',
  no_answer: 'The register of companies does not answer: check the connection, or type it in.',
  too_slow: 'The register of companies takes too long to answer. Try again later.',
  too_many: 'The register of companies gets too many requests. Try again in a minute.',
  refused: 'The register of companies refused the request. Try again later.',
  unreadable:
    'The answer of the register of companies cannot be read: is the address right, or does a proxy answer in its place?',
}
