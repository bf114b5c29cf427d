import type { Perimeter } from '../domain/perimeter.ts'
import type { Territory } from '../domain/territory.ts'
import { type DefaultWords, wordOf } from './vocabulary.ts'

/** What figures are computed on. */
export interface PerimeterWords {
  /** When a tie counts. */
  readonly directions: Readonly<Record<Perimeter['direction'], string>>
  /** As part of a sentence. */
  readonly sentence: (
    perimeter: Pick<Perimeter, 'direction' | 'actors' | 'collective'>,
    kept: { readonly ties: 'all' | readonly string[]; readonly spaces: 'usual' | readonly string[] },
  ) => string
}

/** What a wave rests on. */
export interface BasisWords {
  readonly documents: (day: string) => string
  readonly informants: (day: string) => string
  readonly survey: (day: string) => string
  readonly responses: (answered: number, asked: number) => string
  /** What documents do not say, nor the team. */
  readonly documentsNote: string
  readonly informantsNote: string
}

/** What figures are computed on, as part of a sentence: of the kinds that the territory has, those that the perimeter keeps. */
export function perimeterSentence(
  spoken: DefaultWords & { readonly perimeter: Pick<PerimeterWords, 'sentence'> },
  territory: Pick<Territory, 'vocabulary' | 'ties' | 'spaces'>,
  perimeter: Perimeter,
  usual: Pick<Perimeter, 'spaceKinds'>,
): string {
  const tieKinds = kindsOf(territory.ties)
  const spaceKinds = kindsOf(territory.spaces)
  const ties = tieKinds.filter((kind) => perimeter.tieKinds.includes(kind))
  const spaces = spaceKinds.filter((kind) => perimeter.spaceKinds.includes(kind))
  const usually = spaceKinds.filter((kind) => usual.spaceKinds.includes(kind))
  const isUsual = spaces.length === usually.length && spaces.every((kind) => usually.includes(kind))
  return spoken.perimeter.sentence(perimeter, {
    ties: ties.length === tieKinds.length ? 'all' : ties.map((kind) => wordOf(spoken, territory, 'tieKind', kind)),
    spaces: isUsual ? 'usual' : spaces.map((kind) => wordOf(spoken, territory, 'spaceKind', kind)),
  })
}

function kindsOf(facts: ReadonlyMap<string, { readonly kind: string }>): string[] {
  return [...new Set([...facts.values()].map(({ kind }) => kind))]
}
