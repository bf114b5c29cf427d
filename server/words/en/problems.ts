import type { problems as french } from '../fr/problems.ts'
import type { Details } from '../problems.ts'

/** A sentence for every code the API refuses with, and for what fails before or after it. */
export const problems: typeof french = {
  unknown_territory: (d: Details) => `The territory “${d('territory')}” does not exist, or no longer does.`,
  existing_territory: (d: Details) => `A territory named “${d('territory')}” exists already: choose another name.`,
  unknown_revision: (d: Details) => `Version ${d('revision')} of this territory does not exist.`,
  revision_conflict: () =>
    'Somebody changed this territory in the meantime. The page has been brought up to date: check, then try again.',
  reused_key: () => 'This request has already been used for something else. Reload the page, then try again.',
  refused_changes: () => 'These changes contradict each other or name something unknown: nothing was saved.',
  undo_conflict: (d: Details) => `A later change (version ${d('later')}) touches the same facts: undo that one first.`,
  unknown_places: (d: Details) => `Some positions on the map are nobody’s (${d('total')}). Reload the page.`,
  irreversible: () => 'This change cannot be undone.',
  unknown_wave: (d: Details) => `The wave “${d('wave')}” does not exist in this territory.`,
  unknown_actor: (d: Details) => `The actor “${d('actor')}” is not in this wave.`,
  no_wave: () =>
    'This territory has no wave yet, hence nothing to draw: under Data, import your ties or the list of those asked.',
  unknown_word: (d: Details) => `The word “${d('word')}” is not in the vocabulary of this territory.`,
  unknown_job: (d: Details) => `Unknown or forgotten job: ${d('job')}.`,
  unknown_measure: (d: Details) => `Unknown measure: ${d('measures')}.`,
  network_too_large: (d: Details) =>
    `Some spaces gather too many actors to tie each to all (${d('pairs')} pairs, ${d('most')} at most): take them out of the perimeter.`,
  unknown_file: (d: Details) => `The file “${d('file')}” does not exist.`,
  store_unavailable: (d: Details): string =>
    d('outcome') === 'unknown'
      ? 'The data did not answer in time. The change may have been saved: try again shortly, it is safe.'
      : 'The data do not answer at the moment. Try again shortly.',
  store_locked: () => 'Another program holds the data file. Close it, then try again.',
  store_newer: () => 'The data file comes from a newer version of Maillage: update Maillage.',
  store_corrupt: () => 'The data file is damaged: restore a backup.',
  store_log_foreign: () => 'The log beside the data file is not its own: restore a backup.',
  overloaded: () => 'Too many requests at once. Try again shortly.',
  invalid_request: () => 'This address or request is not understood. Go back to the map and try again.',
  invalid_json: () => 'The request cannot be read.',
  body_too_large: (d: Details) => `That is too large: ${d('limit')} bytes at most.`,
  unsupported_media_type: (d: Details) => `This type of content (${d('got')}) is not accepted.`,
  unknown_route: () => 'This page does not exist.',
  foreign_origin: () => 'The request does not come from this page: open Maillage at its usual address.',
  internal: () => 'An unexpected error occurred. It is noted in the server’s log.',
  unreachable: () => 'The server does not answer. Check that it is running, then try again.',
  unexpected_answer: () => 'The server answered something this page does not understand. Reload the page.',
  defect: () => 'The page met an error. Reload it.',
}
