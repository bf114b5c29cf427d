import { foldedWords } from '../../domain/folding.ts'

/**
 * The first or the last day of a time that people write without a day: « 2027 », « T4 2025 », « 2e semestre 2024 », « décembre 2025 », « 12/2025 », and
 * of « 1er mars 2025 » or « 3/2/25 » that day itself; `YYYY-MM-DD`. Null: it is none of these.
 */
export function dayMeant(text: string, which: 'first' | 'last'): string | null {
  const words = foldedWords(text)
  const single = dayWritten(words)
  if (single) return single
  const period = periodWritten(words)
  if (!period) return null
  const { year, from, to } = period
  return which === 'first' ? dayOf(year, from, 1) : dayOf(year, to, new Date(Date.UTC(year, to, 0)).getUTCDate())
}

function dayWritten(words: string): string | null {
  const [, day = '', month = '', year = ''] =
    /^(?:le )?(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |dimanche )?(\d{1,2})(?:er)? ([a-z]+|\d{1,2}) (\d{4}|\d{2})$/.exec(
      words,
    ) ?? []
  const number = monthOf(month)
  if (year === '' || number === null) return null
  return dayOf(Number(year.length === 2 ? `20${year}` : year), number, Number(day))
}

function periodWritten(words: string): { readonly year: number; readonly from: number; readonly to: number } | null {
  const [, whole] = /^(?:annee |fin |courant )?((?:19|20)\d\d)$/.exec(words) ?? []
  if (whole !== undefined) return { year: Number(whole), from: 1, to: 12 }
  const [, part, span, of] =
    /^(?:([1-4])(?:er|e|eme|ere)? )?(t[1-4]|s[12]|trimestre|trim|semestre) ((?:19|20)\d\d)$/.exec(words) ?? []
  if (span !== undefined && of !== undefined) {
    const months = span.startsWith('t') ? 3 : 6
    const place = Number(part ?? span.slice(1))
    return place >= 1 && place * months <= 12
      ? { year: Number(of), from: (place - 1) * months + 1, to: place * months }
      : null
  }
  const [, month = '', year] = /^(?:fin |debut |mi )?([a-z]+|\d{1,2}) ((?:19|20)\d\d)$/.exec(words) ?? []
  const number = monthOf(month)
  return year === undefined || number === null ? null : { year: Number(year), from: number, to: number }
}

/** From 1. */
function monthOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  const place = months.findIndex((pattern) => pattern.test(text))
  return place < 0 ? null : place + 1
}

const months = [
  ...[/^jan(v(ier)?)?$/, /^fe(v(r(ier)?)?)$/, /^mars?$/, /^avr(il)?$/, /^mai$/, /^juin$/],
  ...[/^juil(let)?$/, /^aout$/, /^sep(t(embre)?)?$/, /^oct(obre)?$/, /^nov(embre)?$/, /^dec(embre)?$/],
]

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
