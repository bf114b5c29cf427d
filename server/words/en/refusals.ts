import { type RefusalWords, type RefusedPlace, refusedIn } from '../refusals.ts'
import { nouns } from './nouns.ts'

/** Where a refusal is, as a spreadsheet numbers it. */
export function refusedPlace({ file, row, column }: RefusedPlace): string {
  const place = [file, row === null ? null : words.row(row), column === null ? null : `column “${column}”`]
  return place.filter((part) => part !== null).join(', ')
}

const words: RefusalWords = {
  reasons: {
    unknown_file: (_, expected) => `Maillage cannot tell what this file holds; names expected: ${expected}`,
    repeated_file: () => 'another file speaks of the same things',
    file_too_large: (got, expected) => `too large a file: ${got} bytes, at most ${expected} bytes`,
    too_many_rows: (got, expected) => `${got} rows, at most ${expected}`,
    too_many_columns: (got, expected) => `${got} columns, at most ${expected}`,
    too_many_cells: (got, expected) => `${got} cells, at most ${expected}`,
    malformed_file: (got, expected) =>
      got === ''
        ? `unreadable, expected: ${expected}`
        : (otherFormats.get(got) ?? `format ${got}; save it as CSV from your spreadsheet`),
    protected_file: () => 'protected by a password; open it in your spreadsheet and save it without one',
    missing_header: (_, expected) => `no header row; columns expected: ${expected}`,
    missing_column: (_, expected) => `a missing column, expected: ${expected}`,
    repeated_column: (_, expected) => `a column given twice (${expected})`,
    extra_cell: (got) => `“${got}” stands under a column without a name`,
    missing_value: (_, expected) => `a missing value, expected: ${expected}`,
    missing_wave: () => 'nobody can tell which wave this row belongs to',
    unreadable_value: (got, expected) => `“${got}” cannot be read, expected: ${expected}`,
    ambiguous_name: (got) => `several bear the name “${got}”; give the id`,
    contradicting_row: (got, expected) => `“${got}” contradicts ${expected === '' ? 'another table' : expected}`,
    unconfirmed_name: (got, expected) =>
      expected === ''
        ? `no actor is called “${got}”; say whether it is a new one`
        : `“${got}” may be ${expected}; say which one is meant`,
    repeated_change: (got) => `“${got}” is given twice`,
    unknown_fact: (got) => `“${got}” is unknown`,
    unknown_actor: (got) => `there is no actor “${got}”`,
    unknown_space: (got) => `there is no space “${got}”`,
    unknown_wave: (got) => `there is no wave “${got}”`,
    unknown_seminar: (got) => `there is no seminar “${got}”`,
    unknown_decision: (got) => `there is no decision under the key “${got}”`,
    unknown_challenge: (got) => `there is no challenge “${got}”`,
    unknown_word: (got, expected) => `“${got}” is no known word, expected: ${expected}`,
    invalid_value: (got, expected) => `“${got}” will not do, expected: ${expected}`,
    parent_cycle: (got) => `“${got}” would be within itself`,
    still_used: (got) => `still used by “${got}”`,
  },
  things: {
    id: 'an id',
    name: 'a text',
    line: 'a text',
    text: 'a text',
    names: 'texts separated by semicolons',
    date: 'YYYY-MM-DD or DD/MM/YYYY',
    boolean: 'yes or no',
    value: 'a text, a number, true or false',
    attributes: 'texts, numbers, true or false',
    number: 'a number',
    another_name: 'another name',
    wave_with_roster: 'a wave that has a roster, not what the team knows',
    wave_without_roster: 'another basis as long as the wave has a roster',
    csv: 'CSV',
    closing_quote: 'a quote that closes the one of this row',
  },
  limits: {
    id: '1 to 200 characters on one line, in Unicode NFC, none of them invisible, no outer space',
    line: 'at most 10,000 characters on one line, in Unicode NFC, none of them invisible',
    text: 'at most 10,000 characters in Unicode NFC, none of them invisible',
  },
  facts: {
    actor: 'an actor',
    space: 'a space',
    wave: 'a wave',
    seminar: 'a seminar',
    challenge: 'a challenge',
    decision: 'a decision',
  },
  vocabularies: {
    actorType: 'a type of actor',
    sphere: 'a sphere',
    tieKind: 'a kind of tie',
    role: 'a role',
    spaceKind: 'a kind of space',
  },
  option: (_, word) => word,
  nouns,
  column: (field) => field,
  row: (row) => `row ${row}`,
  format: (name) => `a whole ${name} file`,
  quoted: (name) => `“${name}”`,
  digits: (digits) => `${digits} digits`,
  between: (least, most) => `${least} to ${most}`,
  whole: (least, most) => `a whole number from ${least} to ${most}`,
  wholes: (least, most) => `whole numbers from ${least} to ${most}, parted by semicolons`,
  notBefore: (date) => `${date} or later`,
}

/** What people bring that holds no table, and what to do about it. */
const otherFormats: ReadonlyMap<string, string> = new Map([
  ['image', 'this is a picture; type its table into a spreadsheet, or ask for the original file'],
  ['pdf', 'this is a PDF; copy its table into a spreadsheet, or ask for the original file'],
  ['document', 'this is a document; copy its tables and paste them here'],
  ['slides', 'these are slides; copy their tables and paste them here'],
  ['gephi', 'this is a Gephi project; export it from Gephi as GEXF (File, Export)'],
  ['archive', 'this archive holds no table; extract its files'],
])

/** Why a file, a row or a cell of an import is left out. */
export const refused = refusedIn(words)
