import { basis as englishBasis, perimeter as englishPerimeter } from '../words/en/perimeter.ts'
import { picture as englishPicture } from '../words/en/picture.ts'
import { vocabulary as englishVocabulary } from '../words/en/vocabulary.ts'
import { english, french } from '../words/formats.ts'
import { basis as frenchBasis, perimeter as frenchPerimeter } from '../words/fr/perimeter.ts'
import { picture as frenchPicture } from '../words/fr/picture.ts'
import { vocabulary as frenchVocabulary } from '../words/fr/vocabulary.ts'
import type { Language } from '../words/language.ts'
import type { BasisWords, PerimeterWords } from '../words/perimeter.ts'
import type { PictureWords } from '../words/picture.ts'
import type { DefaultWords } from '../words/vocabulary.ts'

/** The words of a map on paper. */
export interface Spoken extends DefaultWords {
  readonly sides: Readonly<Record<'inside' | 'outside', string>>
  readonly perimeter: PerimeterWords
  readonly basis: BasisWords
  readonly picture: PictureWords
  readonly formats: Pick<typeof french, 'date' | 'list' | 'number'>
}

export const spoken: Readonly<Record<Language, Spoken>> = {
  fr: {
    language: 'fr',
    words: frenchVocabulary.words,
    sides: frenchVocabulary.sides,
    perimeter: frenchPerimeter,
    basis: frenchBasis,
    picture: frenchPicture,
    formats: french,
  },
  en: {
    language: 'en',
    words: englishVocabulary.words,
    sides: englishVocabulary.sides,
    perimeter: englishPerimeter,
    basis: englishBasis,
    picture: englishPicture,
    formats: english,
  },
}
