import { french } from '../formats.ts'
import type { BasisWords, PerimeterWords } from '../perimeter.ts'
import { de } from './names.ts'

const { count, list, month, number } = french

export const perimeter: PerimeterWords = {
  directions: {
    either: 'un des deux le déclare',
    confirmed: 'les deux le déclarent',
    directed: 'chacun dans son sens',
  },
  sentence: ({ direction, actors, collective }, { ties, spaces }) =>
    [
      ties === 'all' ? 'tous les liens' : ties.length === 0 ? 'aucun lien déclaré' : `liens : ${list(ties)}`,
      spaces === 'usual'
        ? 'plus les espaces partagés'
        : spaces.length === 0
          ? 'sans les espaces partagés'
          : `plus les espaces : ${list(spaces)}`,
      ...(direction === 'confirmed' ? ['confirmés par les deux'] : direction === 'directed' ? ['orientés'] : []),
      ...(actors === 'inside' ? ['acteurs du territoire seulement'] : []),
      ...(collective ? [] : ['sans les acteurs collectifs']),
    ].join(', '),
}

export const basis: BasisWords = {
  documents: (day) => `d’après les documents de ${day.slice(0, 4)}`,
  informants: (day) => `d’après ce que l’équipe sait (${month(day)})`,
  survey: (day) => `d’après l’enquête ${de(month(day))}`,
  responses: (answered, asked) => `${count(answered, 'réponse', 'réponses')} sur ${number(asked)}`,
  documentsNote: 'Un lien absent des documents n’est pas un lien absent du territoire.',
  informantsNote: 'Un lien que l’équipe ne connaît pas n’est pas un lien absent du territoire.',
}
