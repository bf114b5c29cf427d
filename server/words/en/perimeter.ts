import { english } from '../formats.ts'
import type { BasisWords, PerimeterWords } from '../perimeter.ts'

const { list, month, number } = english

export const perimeter: PerimeterWords = {
  directions: {
    either: 'one of the two declares it',
    confirmed: 'both declare it',
    directed: 'each in its direction',
  },
  sentence: ({ direction, actors, collective }, { ties, spaces }) =>
    [
      ties === 'all' ? 'all ties' : ties.length === 0 ? 'no declared tie' : `ties: ${list(ties)}`,
      spaces === 'usual'
        ? 'plus shared spaces'
        : spaces.length === 0
          ? 'without shared spaces'
          : `plus spaces: ${list(spaces)}`,
      ...(direction === 'confirmed' ? ['confirmed by both'] : direction === 'directed' ? ['directed'] : []),
      ...(actors === 'inside' ? ['actors of the territory only'] : []),
      ...(collective ? [] : ['without collective actors']),
    ].join(', '),
}

export const basis: BasisWords = {
  documents: (day) => `from documents of ${day.slice(0, 4)}`,
  informants: (day) => `from what the team knows (${month(day)})`,
  survey: (day) => `from the survey of ${month(day)}`,
  responses: (answered, asked) => `${number(answered)} of ${number(asked)} answered`,
  documentsNote: 'A tie absent from the documents is not a tie absent from the territory.',
  informantsNote: 'A tie that the team does not know is not a tie absent from the territory.',
}
