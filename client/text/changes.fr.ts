import { french } from '#words/formats.ts'
import { de } from '#words/fr/names.ts'

const { number, count, list, percent, month } = french

/** The words of the screen of changes, in French; changes.en.ts has the same keys or does not build. */
export const changes = {
  parts: { summary: 'L’essentiel', maps: 'Cartes', groups: 'Communautés et sphères', tables: 'Tableaux' },
  partsLabel: 'Pages de l’évolution',
  heading: 'Ce qui a changé, ce qui tient, ce qu’on ne sait pas',
  of: (name: string, from: string, to: string) => `Évolution ${de(name)}, de « ${from} » à « ${to} »`,
  witnesses: (witnesses: number) =>
    `${count(witnesses, 'acteur a répondu', 'acteurs ont répondu')} les deux fois : tout ce qui est affirmé repose sur eux.`,
  from: 'De',
  to: 'À',
  print: 'Imprimer cette page',
  loading: 'Les vagues se comparent…',
  progress: 'Part faite de la comparaison',
  oneWave: 'Une seule vague : il n’y a encore rien à comparer.',
  oneWaveNext:
    'Quand une deuxième vague sera importée, cet écran dira ce qui a changé entre les deux, ce qui tient, et ce qu’on ne peut pas savoir.',
  oneWaveDocuments:
    'Celle-ci vient de documents. Même avec une deuxième vague, un lien que des documents ne citent pas n’est pas un lien qui n’existe pas : seuls pourront se comparer les acteurs nommés, les liens cités les deux fois et le programme d’actions. Une enquête auprès des acteurs permettra davantage.',
  certainties: {
    real: 'réel : au-delà du hasard',
    established: 'compté',
    possible: 'à confirmer',
    not_known: 'non connu',
  },
  certaintyNote:
    '« Réel » : tous les tests pris ensemble, on ne se trompe pas plus d’une fois sur vingt quand rien n’a changé. « Compté » : sans hasard possible. « À confirmer » : au-delà du hasard si c’était la seule chose regardée. Les intervalles sont à 95 %.',
  nothingChanged: 'Rien à signaler ici.',

  comparable: 'Ce qui se compare',
  matters: {
    presence: 'Qui est là',
    ties: 'Liens gardés, finis, nouveaux',
    levels: 'Chiffres d’ensemble et tests',
    positions: 'Place de chaque acteur, communautés',
    programme: 'Programme d’actions',
  },
  yes: 'oui',
  no: (reason: string) => `non : ${reason}`,
  side: (label: string, date: string, basis: string, response: number | null) =>
    `« ${label} », ${month(date)} : ${basis}${response === null ? '' : `, ${percent(response)} de réponses`}`,
  bases: { survey: 'enquête', documents: 'documents', informants: 'ce que l’équipe sait' },

  findings: {
    heading: 'Que sont devenus les constats',
    waiting: 'Les constats des deux vagues se calculent…',
    refining: 'La solidité des constats est en cours d’établissement : des noms viendront.',
    fates: { appeared: 'Apparus', vanished: 'Disparus', persisted: 'Maintenus', unknown: 'Sans réponse' },
    unknownNote: 'L’autre vague ne permet pas d’en juger.',
    why: {
      thresholds: 'les seuils ne sont pas les mêmes',
      data: 'les mêmes acteurs n’ont pas répondu',
      roster: 'des acteurs sont arrivés ou partis',
      threshold: 'tout près du seuil : les chiffres n’ont guère bougé',
      real: 'des liens ont vraiment changé',
      unexplained: 'sans raison visible',
    },
    about: (names: readonly string[], left: number) =>
      list(left > 0 ? [...names, `${number(left)} autres`] : [...names]),
    none: 'Aucun.',
    more: (left: number) => `et ${count(left, 'autre', 'autres')}`,
  },
}
