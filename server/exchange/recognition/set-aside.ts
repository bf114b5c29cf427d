import { folded, foldedWords } from '../../domain/folding.ts'
import { plainLine } from '../../domain/plain-text.ts'
import { writtenNumber } from '../numbers.ts'
import type { RowSetAside } from '../sheet-preview.ts'
import { isEmptyRow, type Row } from '../tables.ts'
import { said } from './header-row.ts'

/**
 * The rows of a sheet that are no data: what stands above the header, totals, notes, headers that are repeated, titles of sections. A name alone
 * in its row is data unless it reads as a sentence, or is a category as another name alone in its row is (« COLLECTIVITÉS », « ENTREPRISES »);
 * « TotalEnergies » is no total.
 * @param isCategory whether a text is a type of actors
 */
export function setAside(
  rows: readonly Row[],
  header: Row | null,
  keep: ReadonlySet<number>,
  isCategory: (text: string) => boolean,
): { readonly data: readonly Row[]; readonly aside: readonly RowSetAside[] } {
  const data: Row[] = []
  const aside: RowSetAside[] = []
  const names = header?.cells.map(folded) ?? []
  const width = header?.cells.filter(said).length ?? 0
  const isSection = (row: Row) => width > 1 && header !== null && row.row > header.row && isCategory(alone(row))
  const areSections = rows.filter(isSection).length > 1
  const isAxis = (row: Row) =>
    width > 1 && header !== null && row.row > header.row && axis.test(foldedWords(alone(row)))
  // Beneath a blank row and above the header once more stands a title: « Partenaires privés ».
  const isTitleOf = (under: Row | undefined) =>
    header !== null && under !== undefined && under.row > header.row && reason(under, header, names, width) === 'header'
  const filled = rows.filter((row) => !isEmptyRow(row))
  for (const [place, row] of filled.entries()) {
    if (row === header) continue
    const isAfterBlank = row.row > (filled[place - 1]?.row ?? 0) + 1
    const isTitle = isAfterBlank && alone(row) !== '' && isTitleOf(filled[place + 1])
    const own =
      isAxis(row) || isTitle || (areSections && isSection(row)) ? 'section' : reason(row, header, names, width)
    const why = keep.has(row.row) ? null : own
    if (why === null) data.push(row)
    else
      aside.push({
        row: row.row,
        why,
        text: plainLine(row.cells.find(said) ?? '')
          .trim()
          .slice(0, 200),
      })
  }
  return { data, aside }
}

/** The text of a row that has but one, in its first cell; else ''. */
function alone({ cells }: Row): string {
  return cells.filter(said).length === 1 ? plainLine(cells[0] ?? '').trim() : ''
}

function reason(row: Row, header: Row | null, names: readonly string[], width: number): RowSetAside['why'] | null {
  if (header && row.row < header.row) return 'title'
  const cells = row.cells.filter(said)
  if (names.length > 1 && cells.length > 1 && row.cells.every((cell, index) => folded(cell) === (names[index] ?? '')))
    return 'header'
  const first = plainLine(cells[0] ?? '').trim()
  const others = cells.slice(1)
  if (total.test(foldedWords(first)) && others.every((cell) => writtenNumber(cell) !== null || amount.test(cell)))
    return 'total'
  if (cells.length > 1 || width < 2) return null
  return note.test(first) || (first.length > 80 && /\s\S+\s\S+\s/.test(first)) ? 'note' : null
}

/** Whether a row is none of a table, whatever its header. */
export function isNoteOrTotal(row: Row): boolean {
  return reason(row, null, [], 2) !== null
}

/** « Axe 1 – Attirer »: of a programme, above the projects that are of it. */
export const axis =
  /^(axe|objectif|orientation|ambition|volet|thematique|priorite|chantier|enjeu|pilier|levier)( strategique| operationnel| prioritaire)?( n)? ?(\d+|[ivx]+)( .*)?$/

const total =
  /^((sous )?totaux?|(sous )?total( general| cumule)?|grand total|ensemble|moyenne|somme|nombre total|effectif total|nombre (de |d )?(presente?s?|participante?s?|inscrite?s?))( .*)?$/
const amount = /^[\s\d.,\u00a0\u202f]*\d\s*([km]\s?)?(€|euros?|%|etp|h|heures?|ha|m²|m2|km)?\s*(ht|ttc)?\s*$/i
const note =
  /^(\*|\(\*?\d*\)|nb\s*[:.]|n\.b\.|notes?\s*:|sources?\s*:|remarques?\s*:|légende\s*:|legend\s*:|mis(e)? à jour|mise? a jour|dernière mise|màj|maj\s*:|attention\s*:|à compléter|document|fichier|extraction|édité le|imprimé le)/i
