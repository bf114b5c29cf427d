import { folded } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { writtenNumber } from '../numbers.ts'
import { isNothing } from './choice-columns.ts'
import { isMark } from './header-row.ts'
import type { Understood } from './understanding.ts'

/** What the cells of a matrix say together. */
export interface Matrix {
  /** Both halves say the same. */
  readonly symmetric: boolean
  /** Cells hold strengths, and not only whether there is a tie. */
  readonly graded: boolean
  /** Places of the rows, by folded name. */
  readonly rankOf: ReadonlyMap<string, number>
}

export function matrixOf(sheet: Understood): Matrix {
  const from = sheet.columns.find(({ holds, target }) => holds === 'field' && target === 'from')
  const rankOf = new Map(sheet.rows.map(({ cells }, rank) => [folded(cells[from?.index ?? 0] ?? ''), rank]))
  return { symmetric: isSymmetric(sheet), graded: isGraded(sheet), rankOf }
}

/** What may stand in a matrix besides who is tied. */
export const ofMatrix = new Set(['from', 'to', 'directed', 'strength', 'reporter'])

/** Whether a cell says that there is a tie. */
export function isTied(text: string): boolean {
  if (text === '') return false
  const number = writtenNumber(text)
  return number === null ? !isNothing(text) : number.value !== 0
}

function isGraded(sheet: Understood): boolean {
  const texts = sheet.rows.flatMap(({ cells }) =>
    sheet.columns.flatMap(({ holds, index }) =>
      holds === 'actor' ? [plainLine(cells[index ?? -1] ?? '').trim()] : [],
    ),
  )
  const numbers = texts
    .filter((text) => text !== '' && (writtenNumber(text) !== null || !isMark(text)))
    .map((text) => writtenNumber(text)?.value ?? Number.NaN)
  const areGrades = numbers.every((value) => value >= 0 && value <= 5 && Number.isInteger(value))
  return areGrades && numbers.some((value) => value > 1)
}

/** Whether both halves of a square matrix say the same. */
function isSymmetric(sheet: Understood): boolean {
  const from = sheet.columns.find(({ holds, target }) => holds === 'field' && target === 'from')
  const others = sheet.columns.filter(({ holds }) => holds === 'actor')
  const cellOf = new Map<string, string>()
  for (const { cells } of sheet.rows) {
    const one = folded(cells[from?.index ?? 0] ?? '')
    for (const { target, index } of others)
      cellOf.set(`${one} ${folded(target)}`, folded(cells[index ?? -1] ?? '').replace(/^0$/, ''))
  }
  let pairs = 0
  for (const { cells } of sheet.rows) {
    const one = folded(cells[from?.index ?? 0] ?? '')
    for (const { target } of others) {
      const other = folded(target)
      if (one === other) continue
      const [here, there] = [cellOf.get(`${one} ${other}`), cellOf.get(`${other} ${one}`)]
      if (here === undefined || there === undefined || here !== there) return false
      if (here !== '') pairs++
    }
  }
  return pairs > 0
}
