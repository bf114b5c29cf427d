import type { refusals as french } from './imports.fr.ts'

/** Why a line, a cell or a file of an import is refused: what was got, and what was expected. */
export const refusals: typeof french = {
  unknown_file: (got, expected) => `nobody can tell what “${got}” holds. Names expected: ${expected}.`,
  repeated_file: () => 'another file speaks of the same thing already: give one only.',
  file_too_large: (_, expected) => `the file is too large: ${expected} at most.`,
  too_many_rows: (got, expected) => `${got} lines, ${expected} at most.`,
  too_many_columns: (got, expected) => `${got} columns, ${expected} at most.`,
  malformed_file: (got) => `this file does not read as a CSV table${got && ` (${got})`}.`,
  missing_header: (_, expected) => `the first line must name the columns: ${expected}.`,
  missing_column: (_, expected) => `this column is missing; expected: ${expected}.`,
  repeated_column: (got) => `the column “${got}” appears twice.`,
  extra_cell: (got) => `“${got}” goes beyond the header: one cell too many on this line.`,
  missing_value: (_, expected) => `empty cell; expected: ${expected}.`,
  missing_wave: () => 'nobody can tell which wave this line belongs to.',
  unreadable_value: (got, expected) => `“${got}” cannot be read; expected: ${expected}.`,
  ambiguous_name: (got) => `several bear the name “${got}”: give the id.`,
  contradicting_row: (got) => `another line says something else of the same fact${got && ` (“${got}”)`}.`,
  repeated_change: () => 'the same fact is changed twice.',
  unknown_fact: () => 'this fact does not exist.',
  unknown_actor: (got) => `no actor is called “${got}”.`,
  unknown_space: (got) => `no space is called “${got}”.`,
  unknown_wave: (got) => `no wave is called “${got}”.`,
  unknown_word: (got) => `“${got}” is not in the vocabulary.`,
  invalid_value: (got, expected) => `“${got}” will not do; expected: ${expected}.`,
  parent_cycle: (got) => `“${got}” would be a part of itself.`,
  still_used: (got) => `other facts still depend on it (${got}).`,
}
