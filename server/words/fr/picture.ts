import { french } from '../formats.ts'
import type { PictureWords } from '../picture.ts'

const { count, list, number, percent } = french

export const picture: PictureWords = {
  legend: 'Légende',
  ties: 'Liens',
  standings: {
    confirmed: 'déclaré par les deux',
    declared: 'déclaré par l’un, ou par un document',
    shared: 'espace partagé, sans lien déclaré',
    uncertain: 'incertain',
    fading: 'sans contact depuis longtemps',
  },
  width: 'Épaisseur : déclarations et espaces partagés',
  widthOf: (evidence, isMost) => `${number(evidence)}${isMost ? ' ou plus' : ''}`,
  partners: 'Taille : nombre de partenaires',
  partnersOf: (partners) => number(partners),
  sizedBy: (measure) => `Taille : ${measure}`,
  undefinedSize: 'valeur non définie',
  silent: 'n’a pas répondu à l’enquête',
  space: 'espace de coopération',
  host: 'acteur qui est aussi un espace',
  around: (name) => `${name} et son entourage`,
  alone: 'Sans groupe',
  others: 'Autres',
  othersOf: (words) => `Autres : ${words}`,
  untied: (actors) => `Sans lien connu (${number(actors)})`,
  unnamed: (actors) =>
    `${count(actors, 'acteur dessiné sans son nom', 'acteurs dessinés sans leur nom')}, faute de place : les noms vont d’abord aux plus liés.`,
  hidden: (categories, actors) => `Non dessinés : ${categories} (${count(actors, 'acteur', 'acteurs')})`,
  counts: (actors, ties, declared) =>
    `${count(actors, 'acteur', 'acteurs')} · ${count(ties, 'lien', 'liens')}${declared < ties ? `, dont ${declared > 0 ? count(declared, 'déclaré', 'déclarés') : 'aucun déclaré'}` : ''}`,
  perimeter: (sentence) => `Ce qui est compté : ${sentence}.`,
  share: (share) => `(${percent(share)})`,
  source: (territory, wave, fictitious) =>
    `Source : ${territory}, « ${wave} ».${fictitious ? ' Territoire fictif : aucun de ces acteurs n’existe.' : ''} Dessiné avec Maillage.`,
  description: ({ actors, ties, untied, most }) =>
    [
      `Carte de ${count(actors, 'acteur', 'acteurs')} et ${count(ties, 'lien', 'liens')}.`,
      ...(most.length > 0 ? [`Les plus liés : ${list(most)}.`] : []),
      ...(untied > 0 ? [`${count(untied, 'acteur n’a', 'acteurs n’ont')} aucun lien connu.`] : []),
    ].join(' '),
}
