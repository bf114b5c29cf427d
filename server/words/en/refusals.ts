import type { Reasons, RefusalCode } from '../refusals.ts'

/** Why a file, a row or a cell of an import is left out: what was got, what was expected. Without the final point. */
export function refused(code: RefusalCode, got: string, expected: string): string {
  return reasons[code](got, expectations.get(expected) ?? expected)
}

const reasons: Reasons = {
  unknown_file: (_, expected) => `Maillage cannot tell what this file holds; names expected: ${expected}`,
  repeated_file: () => 'another file speaks of the same things',
  file_too_large: (got, expected) => `too large a file: ${got}, at most ${expected}`,
  too_many_rows: (got, expected) => `${got} rows, at most ${expected}`,
  too_many_columns: (got, expected) => `${got} columns, at most ${expected}`,
  malformed_file: (got, expected) =>
    got === '' ? `unreadable, expected: ${expected}` : `format ${got}; save it as CSV from your spreadsheet`,
  missing_header: (_, expected) => `no header row; columns expected: ${expected}`,
  missing_column: (_, expected) => `a missing column, expected: ${expected}`,
  repeated_column: (_, expected) => `a column given twice (${expected})`,
  extra_cell: (got) => `“${got}” stands under a column without a name`,
  missing_value: (_, expected) => `a missing value, expected: ${expected}`,
  missing_wave: () => 'nobody can tell which wave this row belongs to',
  unreadable_value: (got, expected) => `“${got}” cannot be read, expected: ${expected}`,
  ambiguous_name: (got) => `several bear the name “${got}”; give the id`,
  contradicting_row: (got, expected) => `“${got}” contradicts ${expected}`,
  repeated_change: (got) => `“${got}” is given twice`,
  unknown_fact: (got) => `“${got}” is unknown`,
  unknown_actor: (got) => `there is no actor “${got}”`,
  unknown_space: (got) => `there is no space “${got}”`,
  unknown_wave: (got) => `there is no wave “${got}”`,
  unknown_word: (got, expected) => `“${got}” is no known word, expected: ${expected}`,
  invalid_value: (got, expected) => `“${got}” will not do, expected: ${expected}`,
  parent_cycle: (got) => `“${got}” would be within itself`,
  still_used: (got) => `still used by “${got}”`,
}

/** What was expected, where refusals say it by a name that tells a reader little. */
const expectations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    actorType: 'a type of actor',
    sphere: 'a sphere',
    tieKind: 'a kind of tie',
    role: 'a role',
    spaceKind: 'a kind of space',
    actor: 'an actor',
    space: 'a space',
    wave: 'a wave',
    id: 'an id',
    text: 'a text',
    list: 'texts separated by semicolons',
    value: 'a text, a number, true or false',
    number: 'a number',
    date: 'YYYY-MM-DD or DD/MM/YYYY',
    'YYYY-MM-DD': 'YYYY-MM-DD or DD/MM/YYYY',
    'true, false': 'yes or no',
    '1, 2, 3, 4, 5': 'a whole number from 1 to 5',
    csv: 'CSV',
    'closing quote': 'a quote that closes the one of this row',
    '1 to 200 plain characters on one line, no outer space':
      '1 to 200 characters on one line, in Unicode NFC, none of them invisible, no outer space',
    'at most 10000 plain characters on one line':
      'at most 10,000 characters on one line, in Unicode NFC, none of them invisible',
    'at most 10000 plain characters': 'at most 10,000 characters in Unicode NFC, none of them invisible',
  }),
)
