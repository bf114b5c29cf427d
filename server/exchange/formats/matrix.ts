import { NetworkDraft } from './network.ts'

/**
 * A square matrix of numbers alone, as RSiena reads and writes it (R. Ripley et al., Manual for RSiena, 4.1): who names whom, row by row. NA is a dyad that
 * nobody observed, 10 one that cannot be and 11 one that must be, where all others are 0 and 1.
 * @returns null: the text is no such matrix
 */
export function readMatrix(text: string): NetworkDraft | null {
  const rows: string[][] = []
  const lines = text.split(/\r\n|\r|\n/)
  for (const line of lines) {
    const words = line
      .trim()
      .split(/[\s,;]+/)
      .filter((word) => word !== '')
    if (words.length === 0) continue
    const width = rows[0]?.length ?? words.length
    if (words.length !== width || rows.length >= width || !words.every((word) => number.test(word))) return null
    rows.push(words)
  }
  if (rows.length < 2 || rows.length !== rows[0]?.length) return null
  const draft = new NetworkDraft({ typed: true })
  draft.keepIds()
  const isSiena = rows.every((row) => row.every((word) => /^(?:0|1|10|11|na)$/i.test(word)))
  rows.forEach((_, index) => {
    draft.node(String(index + 1))
  })
  rows.forEach((words, from) => {
    words.forEach((word, to) => {
      const value = Number(word)
      if (/^na$/i.test(word)) draft.unplaced('missing_ties')
      else if (isSiena && value === 10) draft.unplaced('impossible_ties', from === to ? 0 : 1)
      else if (value !== 0) {
        const weight = isSiena ? [] : [['weight', value] as const]
        draft.tie(String(from + 1), String(to + 1), [['directed', true], ...weight])
      }
    })
  })
  return draft
}

const number = /^(?:na|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i
