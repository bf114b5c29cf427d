import { french } from '../formats.ts'
import type { ReportWords } from '../report.ts'

const { count, number } = french

export const report: ReportWords = {
  kind: 'Note au maire',
  map: 'Qui travaille avec qui',
  decide: 'Ce qu’il y a à décider',
  change: 'Ce que cela changerait : ',
  disproof: 'Ce qui montrerait le contraire : ',
  moreActs: (acts) => `${count(acts, 'autre démarche', 'autres démarches')} dans l’ordre du jour.`,
  since: (wave) => `Ce qui a changé depuis « ${wave} »`,
  nothingSince: 'Rien de ce qui a été comparé n’a changé au-delà du hasard.',
  unknown: 'Ce qu’on ne sait pas',
  unanswered: (silent, asked) =>
    `${count(silent, 'acteur interrogé', 'acteurs interrogés')} sur ${number(asked)} ${silent > 1 ? 'n’ont' : 'n’a'} pas répondu : ce qui les lie entre eux n’est pas connu.`,
  askFirst: (names) => `À interroger d’abord : ${names}.`,
  unexamined: (rules) =>
    `${count(rules, 'question n’a', 'questions n’ont')} pas pu être examinée${rules > 1 ? 's' : ''} : les données ne suffisent pas.`,
  waiting: 'Certains noms attendent que l’on sache si ce qui les concerne tient.',
  allKnown: 'Tous ceux qui ont été interrogés ont répondu.',
  method: 'Méthode',
  methodOf: ({ basis, perimeter }) =>
    [
      basis === 'survey'
        ? 'Chaque organisation interrogée a dit avec qui elle travaille ; un lien compte dès que l’une des deux le déclare.'
        : basis === 'documents'
          ? 'Les liens sont lus dans des documents : personne n’a été interrogé, et ce que les documents taisent n’est pas absent.'
          : 'Les liens sont ceux que l’équipe connaît : personne n’a été interrogé, et ce qu’elle ignore n’est pas absent.',
      `La carte montre ${perimeter}.`,
      'Un constat n’est retenu que s’il dépasse ce que le hasard ferait dans un réseau de même forme, ou s’il se compte ; sa solidité dit combien de fois il tiendrait.',
      basis === 'survey'
        ? 'Elle suppose que d’autres réponses manquent.'
        : 'Elle suppose qu’un tiers des liens reste à découvrir.',
      'Les décisions sont rangées par ce qui est en jeu : acteurs concernés × ce que chacun perdrait ou gagnerait × solidité.',
      'Seules des organisations sont décrites, jamais des personnes.',
    ].join(' '),
  sources: 'Sources',
  sourcesOf: (sources, others) =>
    `${sources}${others > 0 ? `, et ${count(others, 'autre source', 'autres sources')}` : ''}.`,
  made: (revision) => `État n° ${number(revision)} des données. Établi avec Maillage.`,
  page: (page, of) => `${number(page)} / ${number(of)}`,
}
