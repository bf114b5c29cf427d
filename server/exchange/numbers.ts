/** A number as people write it, and which signs the cell itself proves. */
export interface WrittenNumber {
  readonly value: number
  /** What else it may be: `1,000` and `1.000` are one to those who part decimals so, a thousand to those who part thousands. Null: nothing else. */
  readonly otherwise: number | null
  /** The sign that parts decimals here for certain. */
  readonly decimal: Sign | null
  /** The sign that parts thousands here for certain. */
  readonly thousands: Sign | null
}

type Sign = ',' | '.'

/**
 * A number with a decimal comma or point, thousands parted by any space, an apostrophe, or the other sign: `1,5`, `1 000`,
 * `1’000.5`, `1.000,5`, `2E-3`. Null: no number. The sign alone before three digits is taken for a decimal one.
 */
export function writtenNumber(cell: string): WrittenNumber | null {
  const text = cell.trim().replace(/^\u2212/, '-')
  const spaced = /^([+-]?\d{1,3}(?:[\s'’]\d{3})+)(?:([.,])\d+)?$/.exec(text)
  if (spaced) return proven(text.replace(/[\s'’]/g, ''), (spaced[2] as Sign | undefined) ?? null, null)
  const signed =
    /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:,\d{3}){2,})$/
  if (signed.test(text)) {
    const thousands = /[.,]/.exec(text)?.[0] as Sign
    const plain = text.replaceAll(thousands, '')
    const decimal = /[.,]/.exec(plain)?.[0] as Sign | undefined
    return proven(plain, decimal ?? null, thousands)
  }
  const plain = /^[+-]?(?:\d+(?:([.,])\d*)?|([.,])\d+)(?:e[+-]?\d+)?$/i.exec(text)
  if (!plain) return null
  if (/^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text)) {
    const value = Number(text.replace(',', '.'))
    return { value, otherwise: Number(text.replace(/[.,]/, '')), decimal: null, thousands: null }
  }
  return proven(text, ((plain[1] ?? plain[2]) as Sign | undefined) ?? null, null)
}

/** Numbers of one column, read alike: what one cell proves of a sign holds for the others. */
export interface WrittenColumn {
  /** NaN: no number. */
  readonly values: Float64Array
  /** Place of the first cell that may be another number, and how it was read; null when there is none. */
  readonly doubtful: { readonly index: number; readonly value: number; readonly otherwise: number } | null
}

export function writtenColumn(cells: readonly string[]): WrittenColumn {
  const numbers = cells.map(writtenNumber)
  const decimals = new Set(numbers.map((number) => number?.decimal ?? null))
  const thousands = new Set(numbers.map((number) => number?.thousands ?? null))
  let doubtful: WrittenColumn['doubtful'] = null
  const values = Float64Array.from(numbers, (number, index) => {
    if (number === null) return Number.NaN
    const { value, otherwise } = number
    if (otherwise === null) return value
    const sign: Sign = cells[index]?.includes(',') ? ',' : '.'
    const partsDecimals = decimals.has(sign) || thousands.has(sign === ',' ? '.' : ',')
    const partsThousands = thousands.has(sign) || decimals.has(sign === ',' ? '.' : ',')
    if (partsDecimals !== partsThousands) return partsThousands ? otherwise : value
    doubtful ??= { index, value, otherwise }
    return value
  })
  return { values, doubtful }
}

function proven(text: string, decimal: Sign | null, thousands: Sign | null): WrittenNumber | null {
  const value = Number(text.replace(',', '.'))
  return Number.isFinite(value) ? { value, otherwise: null, decimal, thousands } : null
}
