import type { Doubt } from '../../waves/doubts.ts'
import type { ChangeNames } from '../changes.ts'
import { french } from '../formats.ts'
import { de, Le, à } from './names.ts'

const { number, count, list, date } = french

/** Why two waves may not be two of one thing, in one sentence. */
export function doubtSaid(doubt: Doubt, names: ChangeNames): string {
  switch (doubt.kind) {
    case 'strangers':
      return 'Les deux listes n’ont aucun acteur en commun\u00a0: ce sont deux périmètres, ou les mêmes acteurs sous d’autres identifiants.'
    case 'hardly_alike':
      return 'Les deux vagues décrivent à peine le même réseau\u00a0: avant d’y lire un changement, vérifiez que la question et les identifiants sont les mêmes.'
    case 'identical':
      return 'Les deux vagues disent exactement la même chose\u00a0: la même enquête a peut-être été importée deux fois.'
    case 'same_date':
      return 'Les deux vagues portent la même date\u00a0: laquelle vient d’abord n’est pas connu, et «\u00a0fini\u00a0» et «\u00a0nouveau\u00a0» peuvent s’échanger.'
    case 'told_once':
      return doubt.kinds.length === 1
        ? 'Une nature de lien n’est citée que dans une des deux vagues\u00a0: faute de savoir si l’autre posait la question, elle est mise à part.'
        : `${number(doubt.kinds.length)} natures de lien ne sont citées que dans une des deux vagues\u00a0: faute de savoir si l’autre posait la question, elles sont mises à part.`
    case 'successions': {
      const [first] = doubt.successions
      return doubt.successions.length === 1 && first
        ? `${Le(names.actor(first.heir))} a repris les partenaires ${de(names.actor(first.leaver))}, qui n’est plus là\u00a0: ${first.isNew ? 'c’est peut-être le même acteur sous un autre identifiant' : 'les deux ont peut-être été réunis'}.`
        : `${number(doubt.successions.length)} acteurs qui ne sont plus là ont laissé leurs partenaires à un autre\u00a0: des acteurs réunis, ou qui ont changé d’identifiant.`
    }
  }
}

/** What shows it, on one line. */
export function doubtShown(doubt: Doubt, names: ChangeNames): string {
  switch (doubt.kind) {
    case 'strangers':
      return `${count(doubt.before, 'acteur', 'acteurs')} sur la première liste, ${number(doubt.after)} sur la seconde.`
    case 'hardly_alike':
      return `${count(doubt.kept, 'lien cité', 'liens cités')} les deux fois sur ${number(doubt.told)} comparables\u00a0: moins d’un sur cinq.`
    case 'identical':
      return `Les mêmes bouts citent les ${number(doubt.ties)} liens les deux fois, sans un oubli de plus ni de moins.`
    case 'same_date':
      return `Toutes deux sont du ${date(doubt.date)}.`
    case 'told_once': {
      const told = doubt.kinds.map(({ tieKind, side, ties }) => {
        const wave = side === 'before' ? 'première vague seule' : 'seconde vague seule'
        return `${names.tieKind(tieKind)} (${count(ties, 'lien', 'liens')}, ${wave})`
      })
      return `${capital(list(told))}.`
    }
    case 'successions': {
      const taken = doubt.successions.map(({ leaver, heir, partners, taken: those }) => {
        return `${de(names.actor(leaver))} ${à(names.actor(heir))}, ${number(those)} sur ${number(partners)}`
      })
      return `Partenaires repris\u00a0: ${taken.join('\u202f; ')}.`
    }
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
