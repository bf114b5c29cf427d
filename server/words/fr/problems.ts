import type { Details } from '../problems.ts'

/** A sentence for every code the API refuses with, and for what fails before or after it. */
export const problems = {
  unknown_territory: (d: Details) => `Le territoire « ${d('territory')} » n’existe pas ou n’existe plus.`,
  existing_territory: (d: Details) =>
    `Un territoire nommé « ${d('territory')} » existe déjà : choisissez un autre nom.`,
  unknown_revision: (d: Details) => `La version ${d('revision')} de ce territoire n’existe pas.`,
  revision_conflict: () =>
    'Quelqu’un a modifié ce territoire entre-temps. La page a été mise à jour : vérifiez, puis recommencez.',
  reused_key: () => 'Cette demande a déjà servi à autre chose. Rechargez la page, puis recommencez.',
  refused_changes: () =>
    'Ces modifications se contredisent ou nomment quelque chose d’inconnu : rien n’a été enregistré.',
  undo_conflict: (d: Details) =>
    `Une modification plus récente (version ${d('later')}) porte sur les mêmes faits : annulez-la d’abord.`,
  unknown_places: (d: Details) =>
    `Des positions de la carte ne sont celles de personne (${d('total')}). Rechargez la page.`,
  irreversible: () => 'Cette modification ne peut pas être annulée.',
  unknown_wave: (d: Details) => `La vague « ${d('wave')} » n’existe pas dans ce territoire.`,
  unknown_actor: (d: Details) => `L’acteur « ${d('actor')} » n’est pas dans cette vague.`,
  no_wave: () =>
    'Ce territoire n’a encore aucune vague, donc rien à dessiner : dans l’onglet Données, importez vos liens ou la liste des acteurs interrogés.',
  unknown_word: (d: Details) => `Le mot « ${d('word')} » n’est pas dans le vocabulaire de ce territoire.`,
  unknown_job: (d: Details) => `Travail inconnu ou oublié : ${d('job')}.`,
  unknown_measure: (d: Details) => `Indicateur inconnu : ${d('measures')}.`,
  network_too_large: (d: Details) =>
    `Certains espaces réunissent trop d’acteurs pour relier chacun à tous (${d('pairs')} paires, ${d('most')} au plus) : retirez-les du périmètre.`,
  unknown_file: (d: Details) => `Le fichier « ${d('file')} » n’existe pas.`,
  store_unavailable: (d: Details): string =>
    d('outcome') === 'unknown'
      ? 'Les données n’ont pas répondu à temps. La modification a peut-être été enregistrée : réessayez dans un moment, c’est sans risque.'
      : 'Les données ne répondent pas pour l’instant. Réessayez dans un moment.',
  store_locked: () => 'Un autre programme tient le fichier de données. Fermez-le, puis réessayez.',
  store_newer: () => 'Le fichier de données vient d’une version plus récente de Maillage : mettez Maillage à jour.',
  store_corrupt: () => 'Le fichier de données est abîmé : rétablissez une sauvegarde.',
  store_log_foreign: () => 'Le journal à côté du fichier de données n’est pas le sien : rétablissez une sauvegarde.',
  overloaded: () => 'Trop de demandes à la fois. Réessayez dans un moment.',
  invalid_request: () => 'Cette adresse ou cette demande n’est pas comprise. Revenez à la carte et recommencez.',
  invalid_json: () => 'La demande est illisible.',
  body_too_large: (d: Details) => `C’est trop gros : ${d('limit')} octets au plus.`,
  unsupported_media_type: (d: Details) => `Ce type de contenu (${d('got')}) n’est pas accepté.`,
  unknown_route: () => 'Cette page n’existe pas.',
  foreign_origin: () => 'La demande ne vient pas de cette page : ouvrez Maillage par son adresse habituelle.',
  internal: (_: Details) => 'Une erreur inattendue s’est produite. Elle est notée dans le journal du serveur.',
  unreachable: () => 'Le serveur ne répond pas. Vérifiez qu’il est démarré, puis réessayez.',
  unexpected_answer: () => 'Le serveur a répondu quelque chose que cette page ne comprend pas. Rechargez la page.',
  defect: () => 'La page a rencontré une erreur. Rechargez-la.',
}
