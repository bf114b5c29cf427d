import type { StoreTrouble } from '../problem.ts'
import { findings } from '../words/findings.fr.ts'
import { vocabulary } from '../words/vocabulary.fr.ts'
import { rowsRefused } from './rows.fr.ts'
import type { Text } from './text.ts'

export const fr: Text = {
  problem: {
    unknown_territory: ({ territory }) => `Le territoire « ${territory} » n’existe pas.`,
    existing_territory: ({ territory }) => `Le territoire « ${territory} » existe déjà.`,
    unknown_revision: ({ territory, revision }) => `Le territoire « ${territory} » n’a pas de révision ${revision}.`,
    revision_conflict: ({ territory, base, revision }) =>
      `Le territoire « ${territory} » a changé entre-temps : il en est à la révision ${revision}, la modification partait de la révision ${base}.`,
    reused_key: ({ key, revision }) =>
      `La clé « ${key} » désigne déjà une autre modification, celle de la révision ${revision}.`,
    refused_changes: ({ refusals }) =>
      `${refusals.length} modification(s) refusée(s). Première : ${refusals[0]?.noun} ${refusals[0]?.key}, ${refusals[0]?.field ?? ''} (${refusals[0]?.code}${refusals[0]?.got ? `, reçu « ${refusals[0].got} »` : ''}).`,
    undo_conflict: ({ revision, later }) =>
      `La révision ${revision} ne peut pas être annulée seule : les révisions ${later.join(', ')} ont touché aux mêmes éléments.`,
    irreversible: ({ revision }) =>
      `La révision ${revision} ne peut pas être annulée : rien ne permet de revenir en arrière.`,
    unknown_wave: ({ territory, wave }) => `Le territoire « ${territory} » n’a pas de vague « ${wave} ».`,
    unknown_actor: ({ wave, actor }) => `L’acteur « ${actor} » n’est pas dans la vague « ${wave} ».`,
    no_wave: ({ territory }) => `Le territoire « ${territory} » n’a encore aucune vague, donc aucun réseau.`,
    unknown_word: ({ word, known }) => `« ${word} » n’est pas un mot connu ; mots possibles : ${known.join(', ')}.`,
    unknown_job: ({ job }) => `Travail inconnu ou oublié : ${job}.`,
    unknown_measure: ({ measures }) => `Indicateur(s) inconnu(s) : ${measures.join(', ')}.`,
    network_too_large: ({ pairs, most }) =>
      `Ces espaces lieraient ${pairs} paires de participants, au plus ${most} sont possibles : laissez de côté les plus grands.`,
    unknown_file: ({ file, known }) => `Pas de fichier « ${file} » ; fichiers possibles : ${known.join(', ')}.`,
    store_unavailable: ({ reason, store }) => troubles[reason](store ?? ''),
    store_locked: ({ file }) =>
      `Le fichier ${file} est déjà ouvert par un autre Maillage : arrêtez-le, ou choisissez un autre fichier avec MAILLAGE_STORE.`,
    store_newer: ({ file, found, supported }) =>
      `Les données de ${file} viennent d’une version plus récente de Maillage (format ${found}, celui-ci lit jusqu’à ${supported}) : mettez Maillage à jour.`,
    store_corrupt: ({ file, found }) => `Les données de ${file} sont abîmées ou ne sont pas de Maillage (${found}).`,
    overloaded: ({ reason }) => `Trop de demandes à la fois (${reason}) : réessayez dans un instant.`,
    invalid_request: ({ faults }) =>
      `Demande mal formée : ${faults.map(({ place, message }) => `${place} ${message}`).join(' ; ')}.`,
    invalid_json: ({ reason }) => `JSON illisible : ${reason}.`,
    body_too_large: ({ limit }) => `Envoi trop volumineux : ${limit} octets au plus.`,
    unsupported_media_type: ({ got, expected }) => `Type de contenu « ${got} » refusé, ${expected} attendu.`,
    unknown_route: ({ method, path }) => `Rien ne répond à ${method} ${path}.`,
    foreign_origin: ({ got, expected }) => `Demande venue de « ${got} », ${expected} attendu.`,
  },
  refusal: {
    unknown_option: ({ option }) => `L’option ${option} n’existe pas ; « maillage --help » les montre toutes.`,
    unknown_command: ({ command }) =>
      `La commande « ${command} » n’existe pas ; « maillage --help » les montre toutes.`,
    missing_argument: ({ argument }) => `Il manque ${argument} ; « maillage --help » montre l’usage.`,
    missing_value: ({ option }) => `L’option ${option} attend une valeur.`,
    extra_arguments: ({ command }) =>
      `Trop d’arguments pour « ${command} » ; « maillage ${command} --help » montre l’usage.`,
    bad_value: ({ option, got, expected }) => `${option} : « ${got} » reçu, ${expected} attendu.`,
    needs_option: ({ option, needs }) => `${option} demande aussi ${needs}.`,
    not_for: ({ option, kind }) =>
      kind === 'files'
        ? `${option} ne s’applique pas à des fichiers de liens.`
        : `${option} ne s’applique pas à un territoire.`,
    port_taken: ({ host, port }) => `Le port ${port} de ${host} est déjà pris : choisissez-en un autre avec PORT.`,
    cannot_listen: ({ host, port, reason }) =>
      `Impossible d’écouter sur le port ${port} de ${host} (${reason}) : changez PORT ou HOST.`,
    same_store: ({ store }) => `--from et --to désignent la même base de données, ${store}.`,
    unreadable_file: ({ file, reason }) => `Le fichier ${file} ne peut pas être lu (${reason}).`,
    unwritable_file: ({ file, reason }) => `Le fichier ${file} ne peut pas être écrit (${reason}).`,
    malformed_csv: ({ file, row, reason }) => `${file}, ligne ${row} : ce n’est pas du CSV lisible (${reason}).`,
    missing_column: ({ file, column, found }) =>
      `${file} : il manque la colonne « ${column} » ; colonnes trouvées : ${found.join(', ') || 'aucune'}.`,
    missing_cell: ({ file, row, column }) => `${file}, ligne ${row} : la colonne « ${column} » est vide.`,
    bad_weight: ({ file, row, column, got }) =>
      `${file}, ligne ${row}, colonne « ${column} » : « ${got} » reçu, nombre positif attendu.`,
    bad_mode: ({ file, row, got }) => `${file}, ligne ${row}, colonne « mode » : « ${got} » reçu, 1 ou 2 attendu.`,
    one_mode: ({ file, row, source, target }) =>
      `${file}, ligne ${row} : « ${source} » et « ${target} » sont du même mode, un lien joint les deux.`,
    bad_flag: ({ file, row, column, got }) =>
      `${file}, ligne ${row}, colonne « ${column} » : « ${got} » reçu, oui ou non attendu.`,
    repeated_node: ({ file, row, id }) => `${file}, ligne ${row} : « ${id} » est déjà dans la liste.`,
    no_csv: ({ folder }) => `Aucun fichier CSV dans ${folder}.`,
    existing_file: ({ file }) => `Le fichier ${file} existe déjà ; --force le remplace.`,
    refused_rows: ({ rows, refusals }) =>
      `Rien n’a été importé${rows > 0 ? `, ${rows} ligne(s) refusée(s)` : ''} (--partial importe le reste) :\n${rowsRefused(refusals).join('\n')}`,
  },
  config: {
    PORT: (got) => `PORT : « ${got} » reçu, numéro de port de 0 à 65535 attendu.`,
    HOST: (got) =>
      `HOST : « ${got} » refusé. Maillage n’a pas encore de comptes : qui l’atteint peut tout modifier. Seules les adresses de cette machine sont possibles (127.0.0.1, ::1, localhost).`,
    MAILLAGE_STORE: (got) =>
      `MAILLAGE_STORE : « ${got} » reçu, sqlite:FICHIER, neo4j://SERVEUR ou bolt://SERVEUR attendu.`,
  },
  rows: rowsRefused,
  defect: (reason) => `Maillage a rencontré une erreur qu’il ne connaît pas : ${reason}`,
  opened: (url, file) => `Maillage est ouvert : ${url}\nDonnées : ${file}\nCtrl+C pour arrêter.`,
  imported: (territory, created, changed, matched) =>
    `« ${territory} » : ${created} créés, ${changed} modifiés, ${matched} déjà là.`,
  previewed: (territory, created, changed, matched) =>
    `Aperçu de « ${territory} » : ${created} seraient créés, ${changed} modifiés, ${matched} sont déjà là. Rien n’a été importé.`,
  exported: (territory, files, folder) => `« ${territory} » : ${files} fichiers dans ${folder}.`,
  measuring: (percent, measure) => `${percent} % ${measure}`,
  copying: (done, of) => `Révisions copiées : ${done} sur ${of}`,
  copied: (territory, revision) => `« ${territory} » : copié jusqu’à la révision ${revision}.`,
  diagnosed: {
    heading: (territory, wave, answers) =>
      answers
        ? `${territory}, ${wave} : ${answers.answered} réponses sur ${answers.asked} acteurs interrogés.`
        : `${territory}, ${wave} : d’après des documents, personne n’a été interrogé.`,
    relation: (kinds) => `Liens pris en compte : ${kinds}.`,
    signals: 'Constats',
    facts: 'Faits sur des acteurs, sans rien d’anormal',
    toAsk: 'À interroger, les réponses qui apprendraient le plus d’abord',
    othersToAsk: (others) => `… et ${others} autre(s) ; --json les donne jusqu’à cent.`,
    insufficient: 'Ce que les données ne permettent pas de dire',
    nothing: 'Cherché, et pas trouvé',
    none: 'Aucun.',
  },
  words: {
    language: 'fr',
    findings,
    spheres: vocabulary.words.sphere,
    actorTypes: vocabulary.words.actorType,
    tieKinds: vocabulary.words.tieKind,
  },
  help: {
    titles: { 'Usage:': 'Usage :', 'Arguments:': 'Arguments :', 'Options:': 'Options :', 'Commands:': 'Commandes :' },
    program: 'Cartographie le capital social d’un territoire.',
    lang: 'langue des messages : fr ou en',
    version: 'version',
    help: 'cette aide',
    json: 'réponse en JSON',
    serve: 'ouvre Maillage dans le navigateur (PORT, HOST, MAILLAGE_STORE)',
    import: 'importe les fichiers CSV d’un dossier',
    importTerritory: 'territoire ; sans elle, le nom du dossier',
    importWave: 'vague de ce qui n’en nomme pas',
    importWaveLabel: 'son nom, si elle est nouvelle',
    importWaveDate: 'sa date AAAA-MM-JJ, si elle est nouvelle',
    importAuthor: 'qui importe, pour l’historique',
    importPreview: 'montre ce qui changerait, sans rien changer',
    importPartial: 'importe les bonnes lignes même si d’autres sont refusées',
    export: 'écrit un territoire en fichiers CSV',
    exportForce: 'remplace les fichiers qui existent',
    exportRevision: 'tel qu’il était à cette révision',
    copy: 'copie un territoire, son historique et sa carte d’une base de données à une autre',
    copyFrom: 'où il est : sqlite:FICHIER, neo4j://SERVEUR ou bolt://SERVEUR',
    copyTo: 'où il va ; redemandée, la copie reprend où elle s’est arrêtée',
    measure:
      'indicateurs d’un territoire, ou de listes de liens CSV (source,target[,weight] ; « - » lit l’entrée standard), un document JSON par ligne',
    diagnose:
      'constats sur une vague d’un territoire, ou sur des listes de liens CSV (une enquête où chacun a répondu, sauf avec --answered), un document JSON par liste et par ligne',
    measures: 'indicateurs voulus, séparés par des virgules ; sans elle, tous ceux qui s’appliquent',
    seed: 'graine du hasard',
    exact: 'ni échantillon ni limite de taille',
    twoMode: 'acteurs et espaces ; listes : sources du premier mode, cibles du second',
    directed: 'listes : liens orientés',
    weight: 'listes : colonne des forces',
    nodes: 'listes : CSV des nœuds (id, attributs ; mode 1 ou 2) ; {} remplace le nom du fichier',
    group: 'listes : colonne des groupes, dans la liste des nœuds',
    answered: 'listes : colonne qui dit qui a répondu (oui ou non), dans la liste des nœuds',
    previous: 'listes : liens de l’enquête précédente, entre les mêmes nœuds ; {} remplace le nom du fichier',
    outside: 'listes : les nœuds qui ont cette valeur sont extérieurs',
    wave: 'territoire : vague ; sans elle, la dernière',
    tieKinds: 'territoire : types de liens, séparés par des virgules',
    spaceKinds: 'territoire : types d’espaces, séparés par des virgules',
    direction: 'territoire : either, confirmed ou directed',
    weights: 'territoire : none, strength ou shared',
    kindStrength: 'territoire : max ou sum',
    endStrength: 'territoire : max ou mean',
    actors: 'territoire : all ou inside',
    collective: 'territoire : sans les acteurs collectifs',
    groups: 'territoire : groupes par sphere, type, scope ou commune',
    exits: 'Codes de sortie : 0 fait ; 1 refusé ; 2 commande ou configuration mal formée ; 70 erreur de Maillage.',
  },
}

const troubles: Readonly<Record<StoreTrouble, (store: string) => string>> = {
  unopenable: (file) => `Le fichier ${file} ne peut être ni ouvert ni créé.`,
  unwritable: (file) => `Le fichier ${file} ne peut pas être écrit : vérifiez vos droits sur lui et sur son dossier.`,
  disk_failed: (file) => `Le disque de ${file} ne répond pas comme il devrait.`,
  disk_full: (file) => `Le disque de ${file} est plein : rien n’a été écrit.`,
  no_answer: (url) => `Neo4j (${url}) ne répond pas.`,
  login_refused: (url) => `Neo4j (${url}) refuse ce nom ou ce mot de passe.`,
  login_blocked: (url) =>
    `Neo4j (${url}) refuse toute connexion pendant quelques secondes, après plusieurs mots de passe faux.`,
  too_slow: (url) => `Neo4j (${url}) a mis trop de temps et a renoncé ; rien n’a été écrit.`,
  no_database: (url) => `Neo4j (${url}) n’a pas de base de ce nom.`,
  short_of_memory: (url) => `Neo4j (${url}) manque de mémoire ou va s’arrêter.`,
  closed: () => 'Les données ne sont plus accessibles : Maillage s’arrête.',
  ended: () => 'Les données ne sont plus accessibles : ce qui les gardait s’est arrêté.',
}
