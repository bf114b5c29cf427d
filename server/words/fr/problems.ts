import type { RegisterTrouble, StoreTrouble } from '../../problem.ts'
import { french } from '../formats.ts'
import type { ShortProblems, TechnicalProblems } from '../problems.ts'
import { refused } from './refusals.ts'
import { vocabulary } from './vocabulary.ts'

const { number, count } = french

/** For people who can do something about it, or else nothing but try again. */
export const problems = {
  unknown_territory: (d) => `Le territoire « ${d('territory')} » n’existe pas ou n’existe plus.`,
  existing_territory: (d) => `Un territoire nommé « ${d('territory')} » existe déjà : choisissez un autre nom.`,
  unknown_revision: (d) => `La version ${d('revision')} de ce territoire n’existe pas.`,
  revision_conflict: () =>
    'Quelqu’un a modifié ce territoire entre-temps. La page a été mise à jour : vérifiez, puis recommencez.',
  reused_key: () => 'Cette demande a déjà servi à autre chose. Rechargez la page, puis recommencez.',
  refused_changes: () =>
    'Ces modifications se contredisent ou nomment quelque chose d’inconnu : rien n’a été enregistré.',
  undo_conflict: (d) =>
    `Une modification plus récente (version ${d('later')}) porte sur les mêmes faits : annulez-la d’abord.`,
  unknown_places: (d) => `Des positions de la carte ne sont celles de personne (${d('total')}). Rechargez la page.`,
  irreversible: () => 'Cette modification ne peut pas être annulée.',
  unknown_wave: (d) => `La vague « ${d('wave')} » n’existe pas dans ce territoire.`,
  unknown_scenario: (d) => `Aucun scénario ne s’appelle « ${d('scenario')} » dans ce territoire.`,
  unknown_view: (d) => `La vue « ${d('view')} » n’existe pas dans ce territoire.`,
  unknown_story: (d) => `Aucun récit ne s’appelle « ${d('story')} » dans ce territoire.`,
  unknown_seminar: (d) => `Le séminaire « ${d('seminar')} » n’existe pas dans ce territoire.`,
  unknown_seat: () => 'Cette personne n’a pas de place dans ce tour.',
  too_many_people: (d) => `${d('people')} personnes : c’est trop pour un plan de tables, au plus ${d('most')}.`,
  unknown_actor: (d) => `L’acteur « ${d('actor')} » n’est pas dans cette vague.`,
  no_wave: () =>
    'Ce territoire n’a encore aucune vague, donc rien à dessiner : dans l’onglet Données, importez vos liens ou la liste des acteurs interrogés.',
  same_wave: () => 'Une vague ne se compare pas avec elle-même : choisissez-en deux.',
  backwards: () => 'La première des deux vagues doit être la plus ancienne.',
  one_wave: () => 'Rien à comparer : il faut deux vagues de ce territoire, l’une après l’autre.',
  unknown_word: (d) => `Le mot « ${d('word')} » n’est pas dans le vocabulaire de ce territoire.`,
  unknown_job: (d) => `Travail inconnu ou oublié : ${d('job')}.`,
  unknown_column: (d) => `Colonne inconnue : ${d('column')}.`,
  unknown_measure: (d) => `Indicateur inconnu : ${d('measures')}.`,
  network_too_large: (d) =>
    `Certains espaces réunissent trop d’acteurs pour relier chacun à tous (${d('pairs')} paires, ${d('most')} au plus) : retirez-les du périmètre.`,
  unknown_file: (d) => `Le fichier « ${d('file')} » n’existe pas.`,
  store_unavailable: (d): string =>
    d('outcome') === 'unknown'
      ? 'Les données n’ont pas répondu à temps. La modification a peut-être été enregistrée : réessayez dans un moment, c’est sans risque.'
      : 'Les données ne répondent pas pour l’instant. Réessayez dans un moment.',
  store_locked: () => 'Un autre programme tient le fichier de données. Fermez-le, puis réessayez.',
  store_newer: () => 'Le fichier de données vient d’une version plus récente de Maillage : mettez Maillage à jour.',
  store_corrupt: () => 'Le fichier de données est abîmé : rétablissez une sauvegarde.',
  store_log_foreign: () => 'Le journal à côté du fichier de données n’est pas le sien : rétablissez une sauvegarde.',
  register_unavailable: (d) => registerTroubles[d('reason') as RegisterTrouble] ?? registerTroubles.no_answer,
  overloaded: () => 'Trop de demandes à la fois. Réessayez dans un moment.',
  invalid_request: () => 'Cette adresse ou cette demande n’est pas comprise. Revenez à la carte et recommencez.',
  invalid_json: () => 'La demande est illisible.',
  body_too_large: (d) => `C’est trop gros : ${d('limit')} octets au plus.`,
  unsupported_media_type: (d) => `Ce type de contenu (${d('got')}) n’est pas accepté.`,
  unknown_route: () => 'Cette page n’existe pas.',
  foreign_origin: () => 'La demande ne vient pas de cette page : ouvrez Maillage par son adresse habituelle.',
  internal: () => 'Une erreur inattendue s’est produite. Elle est notée dans le journal du serveur.',
} satisfies ShortProblems

/** For whoever keeps the server or the file. */
export const technicalProblems: TechnicalProblems = {
  unknown_territory: ({ territory }) => `Le territoire « ${territory} » n’existe pas.`,
  existing_territory: ({ territory }) => `Le territoire « ${territory} » existe déjà.`,
  unknown_revision: ({ territory, revision }) => `Le territoire « ${territory} » n’a pas de révision ${revision}.`,
  revision_conflict: ({ territory, base, revision }) =>
    `Le territoire « ${territory} » a changé entre-temps : il en est à la révision ${revision}, la modification partait de la révision ${base}.`,
  reused_key: ({ key, revision }) =>
    `La clé « ${key} » désigne déjà une autre modification, celle de la révision ${revision}.`,
  refused_changes: ({ refusals, total }) =>
    [
      `${count(total, 'modification refusée', 'modifications refusées')}.`,
      ...refusals.slice(0, 1).map(({ noun, key, field, code, got, expected }) => {
        const place = `${vocabulary.nouns[noun].table} ${key}${field ? `, ${field}` : ''}`
        return `La première, ${place} : ${refused(code, got ?? '', expected ?? null)}.`
      }),
    ].join(' '),
  undo_conflict: ({ revision, later, total }) =>
    `La révision ${revision} ne peut pas être annulée seule : les révisions ${later.join(', ')}${total > later.length ? '…' : ''} ont touché aux mêmes éléments.`,
  unknown_places: ({ total }) =>
    `${count(total, 'position ne désigne', 'positions ne désignent')} ni acteur ni espace.`,
  irreversible: ({ revision }) =>
    `La révision ${revision} ne peut pas être annulée : rien ne permet de revenir en arrière.`,
  unknown_wave: ({ territory, wave }) => `Le territoire « ${territory} » n’a pas de vague « ${wave} ».`,
  unknown_scenario: ({ territory, scenario }) => `Le territoire « ${territory} » n’a pas de scénario « ${scenario} ».`,
  unknown_view: ({ territory, view }) => `Le territoire « ${territory} » n’a pas de vue « ${view} ».`,
  unknown_story: ({ territory, story }) => `Le territoire « ${territory} » n’a pas de récit « ${story} ».`,
  unknown_seminar: ({ territory, seminar }) => `Le territoire « ${territory} » n’a pas de séminaire « ${seminar} ».`,
  unknown_seat: ({ person, round }) => `${person} n’a pas de place au tour ${round + 1}.`,
  too_many_people: ({ people, most }) =>
    `${number(people)} personnes : c’est trop pour un plan de tables, au plus ${number(most)}.`,
  unknown_actor: ({ wave, actor }) => `L’acteur « ${actor} » n’est pas dans la vague « ${wave} ».`,
  no_wave: ({ territory }) => `Le territoire « ${territory} » n’a encore aucune vague, donc aucun réseau.`,
  same_wave: ({ wave }) => `« ${wave} » ne se compare pas avec elle-même : il faut deux vagues.`,
  backwards: ({ from, to }) => `--from vient avant --to : « ${from} » est postérieure à « ${to} ».`,
  one_wave: ({ territory }) =>
    `Rien à comparer : il faut deux vagues du territoire « ${territory} », l’une après l’autre.`,
  unknown_word: ({ word, known }) => `« ${word} » n’est pas un mot connu ; mots possibles : ${known.join(', ')}.`,
  unknown_job: ({ job }) => `Travail inconnu ou oublié : ${job}.`,
  unknown_column: ({ column, known }) =>
    `Colonne inconnue : ${column}. Connues : ${known.join(', ')} ; pour les acteurs, tout indicateur d’un acteur aussi.`,
  unknown_measure: ({ measures }) =>
    `${measures.length < 2 ? 'Indicateur inconnu' : 'Indicateurs inconnus'} : ${measures.join(', ')}.`,
  network_too_large: ({ pairs, most }) =>
    `Ces espaces lieraient ${number(pairs)} paires de participants, au plus ${number(most)} sont possibles : laissez de côté les plus grands.`,
  unknown_file: ({ file, known }) => `Pas de fichier « ${file} » ; fichiers possibles : ${known.join(', ')}.`,
  store_unavailable: ({ reason, store, outcome }) =>
    `${troubles[reason](store ?? '')}${outcome === 'unknown' ? ' La modification a peut-être été enregistrée tout de même : la redemander est sans risque.' : ''}`,
  store_locked: ({ file }) =>
    `Le fichier ${file} est déjà ouvert par un autre Maillage : arrêtez-le, ou choisissez un autre fichier avec MAILLAGE_STORE.`,
  store_newer: ({ file, found, supported }) =>
    `Les données de ${file} viennent d’une version plus récente de Maillage (format ${number(found)}, celui-ci lit jusqu’à ${number(supported)}) : mettez Maillage à jour.`,
  store_corrupt: ({ file, found }) =>
    `Les données de ${file} sont abîmées ou ne sont pas de Maillage. Détail technique, en anglais : ${found}.`,
  store_log_foreign: ({ file, log }) =>
    `Le journal ${log} n’a pas été écrit pour ${file} tel qu’il est (une copie remise à la main ?) : rien n’a été ouvert. Rétablissez la sauvegarde par « maillage restore », ou déplacez le journal ailleurs pour ouvrir le fichier sans lui.`,
  register_unavailable: ({ reason }) => registerTroubles[reason],
  overloaded: () => 'Trop de demandes à la fois : réessayez dans un instant.',
  invalid_request: ({ faults }) =>
    `Demande mal formée : ${faults.map(({ place, message }) => `${place} ${message}`).join(' ; ')}.`,
  invalid_json: ({ reason }) => `JSON illisible : ${reason}.`,
  body_too_large: ({ limit }) => `Envoi trop volumineux : ${number(limit)} octets au plus.`,
  unsupported_media_type: ({ got, expected }) => `Type de contenu « ${got} » refusé, ${expected} attendu.`,
  unknown_route: ({ method, path }) => `Rien ne répond à ${method} ${path}.`,
  foreign_origin: ({ got, expected }) => `Demande venue de « ${got} », ${expected} attendu.`,
}

const troubles: Readonly<Record<StoreTrouble, (store: string) => string>> = {
  unopenable: (file) => `Le fichier ${file} ne peut être ni ouvert ni créé.`,
  unwritable: (file) => `Le fichier ${file} ne peut pas être écrit : vérifiez vos droits sur lui et sur son dossier.`,
  disk_failed: (file) => `Le disque de ${file} ne répond pas comme il devrait.`,
  disk_full: (file) => `Le disque de ${file} est plein : rien n’a été écrit.`,
  dangling_link: (file) => `${file} est un lien qui ne mène à aucun fichier.`,
  not_a_file: (file) => `${file} n’est pas un fichier de données : dossier, tube, prise ou périphérique.`,
  gone: (file) =>
    `Le fichier ${file} ou son journal a été effacé ou déplacé pendant que Maillage s’en servait : plus rien n’est lu ni écrit. Arrêtez Maillage, remettez le fichier ou rétablissez une sauvegarde.`,
  replaced: (file) =>
    `Un autre fichier a pris la place de ${file} ou de son journal pendant que Maillage s’en servait : plus rien n’est lu ni écrit. Arrêtez Maillage, puis relancez-le.`,
  shrunk: (file) =>
    `La fin du fichier ${file} a été coupée pendant que Maillage s’en servait : plus rien n’est lu ni écrit. Arrêtez Maillage et rétablissez une sauvegarde.`,
  no_answer: (url) => `Neo4j (${url}) ne répond pas.`,
  login_refused: (url) => `Neo4j (${url}) refuse ce nom ou ce mot de passe.`,
  login_blocked: (url) =>
    `Neo4j (${url}) refuse toute connexion pendant quelques secondes, après plusieurs mots de passe faux.`,
  too_slow: (url) => `Neo4j (${url}) a mis trop de temps et a renoncé ; rien n’a été écrit.`,
  no_database: (url) => `Neo4j (${url}) n’a pas de base de ce nom.`,
  short_of_memory: (url) => `Neo4j (${url}) manque de mémoire ou va s’arrêter.`,
  closed: () => 'Les données ne sont plus accessibles : Maillage s’arrête.',
  ended: () => 'Les données ne sont plus accessibles : ce qui les gardait s’est arrêté.',
}

/** Why the register of companies gave no answer. */
const registerTroubles: Readonly<Record<RegisterTrouble, string>> = {
  off: 'La recherche d’entreprises n’est pas activée sur ce serveur.',
  no_answer: 'Le répertoire des entreprises ne répond pas : vérifiez la connexion, ou saisissez à la main.',
  too_slow: 'Le répertoire des entreprises met trop de temps à répondre. Réessayez plus tard.',
  too_many: 'Le répertoire des entreprises reçoit trop de demandes. Réessayez dans une minute.',
  refused: 'Le répertoire des entreprises a refusé la demande. Réessayez plus tard.',
  unreadable:
    'La réponse du répertoire des entreprises est illisible : l’adresse est-elle la bonne, un proxy répond-il à sa place ?',
}
