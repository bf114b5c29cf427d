import type { descriptions, Noun } from '../domain/territory.ts'
import type { ClosedList, closedLists } from '../domain/vocabulary.ts'

/** Every field of every noun. */
export type FieldName = { readonly [N in Noun]: keyof (typeof descriptions)[N]['fields'] }[Noun]

/** How a language calls the fields of a form, and the words of the lists that no territory extends. */
export interface FieldWords {
  readonly labels: Readonly<Record<FieldName, string>>
  /** Where a noun calls a field otherwise. */
  readonly labelsOf: { readonly [N in Noun]?: Readonly<Partial<Record<FieldName, string>>> }
  /** What to write, where the label does not say it. */
  readonly hints: Readonly<Partial<Record<FieldName, string>>>
  readonly options: { readonly [L in ClosedList]: { readonly [W in (typeof closedLists)[L][number]]: string } }
}

export function labelOf({ labels, labelsOf }: FieldWords, noun: Noun, field: string): string {
  const names = { ...labels, ...labelsOf[noun] } as Readonly<Record<string, string>>
  return names[field] ?? field
}
