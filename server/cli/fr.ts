import type { ReadRefusal } from '../exchange/preview.ts'
import { french } from '../words/formats.ts'
import { agenda } from '../words/fr/agenda.ts'
import { beside } from '../words/fr/beside.ts'
import { changes } from '../words/fr/changes.ts'
import { findings } from '../words/fr/findings.ts'
import { de } from '../words/fr/names.ts'
import { fields, nouns } from '../words/fr/nouns.ts'
import { power } from '../words/fr/power.ts'
import { technicalProblems } from '../words/fr/problems.ts'
import { refused, refusedPlace } from '../words/fr/refusals.ts'
import { extractRows } from '../words/fr/register.ts'
import { revivals } from '../words/fr/revivals.ts'
import { seminar } from '../words/fr/seminar.ts'
import { sheetTables } from '../words/fr/sheet-tables.ts'
import { unplaced } from '../words/fr/unplaced.ts'
import { vocabulary } from '../words/fr/vocabulary.ts'
import type { RefusedName } from './guests.ts'
import { understoodIn } from './import-text.ts'
import { mostRowsTold, type Text } from './text.ts'

const { number, count } = french

/** What stands for a value in help and in what is missing. */
const placeholders: Readonly<Record<string, string>> = {
  command: 'commande',
  territory: 'territoire',
  path: 'fichier ou dossier',
  target: 'dossier ou fichier',
  file: 'fichier',
  column: 'colonne',
  value: 'valeur',
  percent: 'pourcentage',
  id: 'identifiant',
  ids: 'indicateurs',
  name: 'nom',
  text: 'texte',
  lang: 'langue',
  n: 'numéro',
  url: 'adresse',
  words: 'mots',
  letters: 'lettres',
  rule: 'règle',
  which: 'lesquels',
  field: 'champ',
  count: 'nombre',
  preset: 'objectif',
  actor: 'acteur',
  way: 'disposition',
  tie: 'lien',
}

/** What an option expects, where it is no list of words. */
const values: Readonly<Record<string, string>> = {
  'COLUMN=VALUE': 'COLONNE=VALEUR',
  'YYYY-MM-DD': 'AAAA-MM-JJ',
  'YYYY-MM-DD < 9900': 'AAAA-MM-JJ avant 9900',
  'a-z 0-9 -': 'des lettres minuscules sans accent, des chiffres et des tirets',
}

/** What the system says of a file, a disk or a port. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'il n’y a rien de ce nom',
  EACCES: 'vous n’en avez pas le droit',
  EPERM: 'vous n’en avez pas le droit',
  EISDIR: 'c’est un dossier',
  ENOTDIR: 'ce n’est pas un dossier',
  EEXIST: 'autre chose porte ce nom',
  ENOSPC: 'le disque est plein',
  EDQUOT: 'le disque est plein',
  EROFS: 'le disque ne s’écrit pas',
  EBUSY: 'un autre programme s’en sert',
  EMFILE: 'trop de fichiers sont ouverts',
  ENFILE: 'trop de fichiers sont ouverts',
  ELOOP: 'ce sont des raccourcis qui tournent en rond',
  ENAMETOOLONG: 'le nom est trop long',
  EIO: 'le disque ne répond pas comme il devrait',
  EBADF: 'elle est fermée',
  EADDRNOTAVAIL: 'cette adresse n’est pas de cette machine',
}

const reasonOf = (code: string) => reasons[code] ?? code

export const fr: Text = {
  problem: technicalProblems,
  refusal: {
    unknown_option: ({ option, near }) =>
      `L’option ${option} n’existe pas ; ${near ? `vouliez-vous dire ${near} ?` : '« maillage --help » les montre toutes.'}`,
    unknown_command: ({ command, near }) =>
      `La commande « ${command} » n’existe pas ; ${near ? `vouliez-vous dire ${near} ?` : '« maillage --help » les montre toutes.'}`,
    missing_command: ({ commands }) =>
      `Il manque une commande : ${commands.join(', ')}. « maillage --help » montre l’usage.`,
    missing_argument: ({ argument }) =>
      `Il manque ${placeholders[argument] ?? argument} ; « maillage --help » montre l’usage.`,
    missing_value: ({ option }) => `L’option ${option} attend une valeur.`,
    extra_arguments: ({ command }) =>
      `Trop d’arguments${command && ` pour « ${command} »`} ; « ${['maillage', command, '--help'].filter(Boolean).join(' ')} » montre l’usage.`,
    bad_value: ({ option, got, expected }) =>
      `${option} : « ${got} » ne convient pas, attendu : ${values[expected] ?? expected}.`,
    needs_option: ({ option, needs }) => `${option} demande aussi ${needs}.`,
    not_together: ({ option, other }) => `${option} et ${other} ne vont pas ensemble.`,
    not_for: ({ option, kind }) =>
      kind === 'files'
        ? `${option} ne s’applique pas à des fichiers de liens.`
        : `${option} ne s’applique pas à un territoire.`,
    port_taken: ({ host, port }) => `Le port ${port} de ${host} est déjà pris : choisissez-en un autre avec PORT.`,
    cannot_listen: ({ host, port, reason }) =>
      `Impossible d’écouter sur le port ${port} de ${host} (${reasonOf(reason)}) : changez PORT ou HOST.`,
    not_a_file_store: ({ store }) =>
      `${store} est une base Neo4j : sauvegardez-la avec les outils de Neo4j (neo4j-admin database dump).`,
    held_elsewhere: ({ file, url }) =>
      `Le fichier ${file} est tenu par un Maillage qui ne répond pas à ${url} : arrêtez-le, ou donnez son PORT.`,
    same_store: ({ store }) => `--from et --to désignent la même base de données, ${store}.`,
    copy_failed: ({ territory, store, failure, left }) =>
      [
        `« ${territory} » n’a pas été copié dans ${store}.`,
        typeof failure === 'string' ? `Cause : ${failure}.` : fr.problem[failure.code](failure.details as never),
        ...(left === 'nothing' ? ['Rien n’en est resté.'] : []),
        ...(typeof left === 'number' ? [`« ${territory} » y est à la révision ${number(left)}.`] : []),
      ].join(' '),
    unreadable_file: ({ file, reason }) => `${file} ne peut pas être lu : ${reasonOf(reason)}.`,
    unwritable_file: ({ file, reason }) => `${file} ne peut pas être écrit : ${reasonOf(reason)}.`,
    unwritable_output: ({ reason }) => `La sortie standard ne peut pas être écrite : ${reasonOf(reason)}.`,
    interrupted: () => 'Interrompu : rien n’a été écrit.',
    file_too_large: ({ file, most }) => `${file} est trop volumineux : ${number(most)} octets au plus.`,
    not_csv: ({ file, format }) => `${file} : ${refused('malformed_file', format, 'csv')}.`,
    unread_file: ({ file, row, code, got, expected }) =>
      `${file}${row === null ? '' : `, ligne ${row}`} : ${refused(code, got, expected)}.`,
    unknown_format: ({ file, endings, option }) =>
      `${file} : la fin du nom dit le format, parmi ${endings.join(', ')}${option === null ? '' : ` ; sinon, donnez ${option}`}.`,
    malformed_csv: ({ file, row, expected }) => `${file}, ligne ${row} : ${refused('malformed_file', '', expected)}.`,
    repeated_column: ({ file, row, column, columns }) =>
      `${file}, ligne ${row} : la colonne « ${column} » est en double (${columns.join(' et ')}).`,
    extra_cell: ({ file, row, column, got }) =>
      `${file}, ligne ${row}, colonne ${column} : « ${got} » est sous une colonne sans nom (une virgule dans un nombre ou un texte demande des guillemets).`,
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
    unknown_names: ({ file, names }) => namesRefused(file, names).join('\n'),
    bad_word: ({ file, row, column, got, expected }) =>
      `${file}, ligne ${row}, colonne « ${column} » : « ${got} » reçu, attendu : ${expected.map((word) => listWords[word] ?? word).join(', ')}.`,
    no_guests: ({ file, excused }) =>
      excused === 0
        ? `${file} : la liste ne nomme personne.`
        : `${file} : personne à placer, ${excused > 1 ? `les ${number(excused)} invités sont excusés` : 'le seul invité est excusé'}.`,
    too_many_hosts: ({ hosts, tables }) =>
      `${count(hosts, 'hôte', 'hôtes')} pour ${count(tables, 'table', 'tables')} : un hôte par table au plus.`,
    too_many_guests: ({ people, most }) =>
      `${count(people, 'personne', 'personnes')} à placer : ${number(most)} au plus.`,
    no_table: ({ folder }) => `Aucun tableau à lire dans ${folder} (Excel, LibreOffice, CSV, réseaux d’autres outils).`,
    store_itself: ({ file }) =>
      `${file} est le fichier de données lui-même : choisissez un autre nom pour la sauvegarde.`,
    existing_file: ({ file }) => `Le fichier ${file} existe déjà ; --force le remplace.`,
    refused_rows: ({ rows, refusals }) =>
      `Rien n’a été importé${rows > 0 ? `, ${count(rows, 'ligne refusée', 'lignes refusées')}` : ''} (--partial importe le reste) :\n${rowsRefused(refusals).join('\n')}`,
  },
  notice: {
    unused_numbers: ({ file, column }) =>
      `${file} : la colonne « ${column} » contient des nombres qui ne servent pas ; --weight "${column}" les lit comme des forces.`,
    other_strengths: ({ file, used, column }) =>
      `${file} : les forces sont lues dans « ${used} » ; la colonne « ${column} » ne sert pas.`,
    strengths_in_words: ({ file, column, got }) =>
      `${file} : la colonne « ${column} » contient des mots (« ${got} »…) ; les liens sont lus sans force.`,
    strengths_missing: ({ file, column, count, of }) =>
      `${file} : dans la colonne « ${column} », ${count} forces sur ${of} manquent ; les liens sont lus sans force.`,
    doubtful_number: ({ file, row, column, got, read, otherwise }) =>
      `${file}, ligne ${row}, colonne « ${column} » : « ${got} » est lu ${inFrench(read)}, et pourrait être ${inFrench(otherwise)}.`,
    direction_unread: ({ file, column, ties }) =>
      `${file} : d’après la colonne « ${column} », ${french.count(ties, 'lien orienté est lu', 'liens orientés sont lus')} sans orientation ; --directed la garde.`,
    both_ways: ({ file, column, ties }) =>
      `${file} : d’après la colonne « ${column} », ${french.count(ties, 'lien sans orientation est lu', 'liens sans orientation sont lus')} dans les deux sens.`,
    unplaced: ({ file, kind, count: n }) => `${file} : ${unplaced[kind](n)}.`,
    several_waves: ({ file, column, waves }) =>
      `${file} : les liens de ${waves} vagues (colonne « ${column} ») sont lus ensemble.`,
    two_modes: ({ file }) =>
      `${file} : ces liens joignent des acteurs à des espaces, tous lus comme des nœuds de même sorte ; --two-mode les distingue.`,
    unlisted: ({ file, nodes, count, names }) =>
      `${file} : ${count} ${count > 1 ? 'noms' : 'nom'} de la liste de liens ${count > 1 ? 'manquent' : 'manque'} dans ${nodes} : ${some(names, count)}.`,
    spellings: ({ file, count, names }) =>
      `${file} : ${count} ${count > 1 ? 'nœuds sont écrits' : 'nœud est écrit'} de plusieurs façons qui se valent : ${some(names, count)}.`,
    alike: ({ file, count, names }) =>
      `${file} : ${count} nœuds ne se distinguent que par des majuscules, des accents ou des zéros devant un nombre, et restent distincts : ${some(names, count)}.`,
    other_roles: ({ file, column, count, words }) =>
      `${file} : dans la colonne « ${column} », ${some(words.slice(0, mostRolesTold), words.length)} : ${words.length > 1 ? 'ce ne sont pas des rôles' : 'ce n’est pas un rôle'} au séminaire (hôte, pilote, intervenant, participant) ; ${french.count(count, 'personne est prise pour participante', 'personnes sont prises pour participantes')}.`,
    no_roster: ({ file, later }) =>
      `${file} et ${later} : sans --nodes, de qui n’est que dans une des deux listes, on ne sait pas s’il était là ; ses liens ne sont pas comparés.`,
    nothing_in_common: ({ file, previous }) =>
      `Aucun identifiant commun entre ${file} et ${previous} : rien ne peut être comparé.`,
  },
  config: {
    PORT: (got) => `PORT : « ${got} » reçu, numéro de port de 0 à 65535 attendu.`,
    HOST: (got) =>
      `HOST : « ${got} » refusé. Maillage n’a pas encore de comptes : qui l’atteint peut tout modifier. Seules les adresses de cette machine sont possibles (127.0.0.1, ::1, localhost).`,
    MAILLAGE_STORE: (got) =>
      `MAILLAGE_STORE : « ${got} » reçu, sqlite:FICHIER, neo4j://SERVEUR ou bolt://SERVEUR attendu.`,
    MAILLAGE_REGISTER: (got) =>
      `MAILLAGE_REGISTER : « ${got} » reçu, une adresse comme https://recherche-entreprises.api.gouv.fr attendue.`,
    MAILLAGE_NEO4J_TIMEOUT: (got) =>
      `MAILLAGE_NEO4J_TIMEOUT : « ${got} » reçu, nombre de secondes de 1 à 3600 attendu.`,
  },
  rows: rowsRefused,
  defect: (reason) => `Maillage a rencontré une erreur qu’il ne connaît pas : ${reason}`,
  standardInput: 'L’entrée standard',
  opened: (url, file) => `Maillage est ouvert : ${url}\nDonnées : ${file}\nCtrl+C pour arrêter.`,
  imported: (territory, created, changed, matched) =>
    `« ${territory} » : ${count(created, 'élément créé', 'éléments créés')}, ${count(changed, 'modifié', 'modifiés')}, ${number(matched)} déjà là.`,
  missing: ({ facts, used }, isRemoved) => [
    ...(facts.length === 0
      ? []
      : [
          isRemoved
            ? `${count(facts.length, 'élément absent des fichiers est retiré', 'éléments absents des fichiers sont retirés')} :`
            : `${count(facts.length, 'élément du territoire n’est pas', 'éléments du territoire ne sont pas')} dans ces fichiers, et reste${facts.length > 1 ? 'nt' : ''} (--remove-missing retire) :`,
          ...facts.slice(0, mostRowsTold).map(({ noun, names }) => `  ${nouns[noun].one} ${names.join(' – ')}`),
          ...(facts.length > mostRowsTold ? [`  … et ${count(facts.length - mostRowsTold, 'autre', 'autres')}.`] : []),
        ]),
    ...(used === 0
      ? []
      : [
          `${count(used, 'autre absent reste, car il est nommé', 'autres absents restent, car ils sont nommés')} par ce qui reste.`,
        ]),
  ],
  previewed: (territory, created, changed, matched) =>
    `Aperçu de « ${territory} » : ${count(created, 'élément serait créé', 'éléments seraient créés')}, ${count(changed, 'modifié', 'modifiés')}, ${number(matched)} déjà là. Rien n’a été importé.`,
  written: (territory, file) => `« ${territory} » est écrit dans ${file}.`,
  converted: (file, actors, ties) =>
    `${file} : ${count(actors, 'acteur', 'acteurs')}, ${count(ties, 'lien', 'liens')}.`,
  understood: understoodIn({
    nouns,
    kinds: {
      matrix: 'une matrice de liens',
      projects: 'des projets et leurs partenaires',
      attendance: 'une liste de présence',
      answers: 'des réponses ou des partenaires',
      nothing: 'rien à importer',
    },
    tables: sheetTables,
    sheet: (place, kind, header, aside) =>
      `${place} : lu comme « ${kind} », ${header === null ? 'sans en-tête' : `en-tête à la ligne ${header}`}${aside > 0 ? `, ${count(aside, 'ligne mise de côté', 'lignes mises de côté')}` : ''}.`,
    value: (column, value, means, rows) =>
      `${column}, « ${value} » (${rows}) : ${means === null ? 'sens inconnu' : means === '' ? 'laissé vide' : `proposé, « ${means} »`}`,
    yearly: (years) =>
      `Feuilles d’années différentes : ${years.join(', ')}. Avec --yes, chacune est de la vague de son année ; sinon toutes sont de celle de --wave.`,
    meant: (name, actor) => `${quoted(name)} : lu comme ${quoted(actor)}`,
    name: (name, candidates) =>
      `« ${name} » : ${candidates.length === 0 ? 'acteur inconnu' : `peut-être ${candidates.map(quoted).join(' ou ')}`}`,
    more: (more) => `… et ${count(more, 'autre', 'autres')} ; --json --preview les donne tous.`,
  }),
  exported: (territory, files, folder) => `« ${territory} » : ${count(files, 'fichier', 'fichiers')} dans ${folder}.`,
  reading: (percent, file, rows) => `Lecture de ${file} : ${percent} % (${number(rows)} lignes)`,
  writing: 'Enregistrement…',
  measuring: (percent, measure) => `Calcul des indicateurs : ${percent} % (${measure})`,
  copying: (done, of) => `Révisions copiées : ${number(done)} sur ${number(of)}`,
  copied: (territory, revision) => `« ${territory} » : copié jusqu’à la révision ${revision}.`,
  backedUp: (file, territories, commits) =>
    `Sauvegarde relue en entier : ${file}, ${territories} territoires, ${commits} révisions.`,
  restored: (file, aside, territories, commits) =>
    `Sauvegarde rétablie dans ${file} : ${territories} territoires, ${commits} révisions.${aside ? `\nCe qui s’y trouvait est gardé dans ${aside}.` : ''}`,
  checked: (file, territories, commits) =>
    `Tout est comme il a été écrit : ${file}, ${territories} territoires, ${commits} révisions.`,
  diagnosed: {
    heading: (territory, wave, answers, basis) =>
      answers
        ? `${territory}, ${wave} : ${count(answers.answered, 'réponse', 'réponses')} sur ${count(answers.asked, 'acteur interrogé', 'acteurs interrogés')}.`
        : basis === 'informants'
          ? `${territory}, ${wave} : d’après ce que l’équipe sait.`
          : `${territory}, ${wave} : d’après des documents, personne n’a été interrogé.`,
    relation: (kinds) => `Liens pris en compte : ${kinds}.`,
    cohesion: (value, cross) => `Cohésion locale : ${number(value)} (repère : ${cross}).`,
    signals: 'Constats',
    facts: 'Faits, sans rien d’anormal',
    toAsk: 'À interroger, les réponses qui apprendraient le plus d’abord',
    othersToAsk: (others) => `… et ${others} autre(s) ; --json les donne jusqu’à cent.`,
    insufficient: 'Ce que les données ne permettent pas de dire',
    nothing: 'Cherché, et pas trouvé',
    none: 'Aucun.',
  },
  lookup: {
    sent: (asked, address) => `« ${asked} » est envoyé à ${address}, et rien d’autre.`,
    none: 'Aucune entreprise de ce nom ou de ce numéro.',
    closed: 'fermée',
  },
  boundary: {
    known: (known, all, sections, headcount) =>
      `Votre carte compte ${number(known)} des ${number(all)} établissements${ofSections(sections)}${headcount > 0 ? ` d’au moins ${number(headcount)} salariés` : ''} de l’extrait`,
    none: (places) => ` ; aucun ${french.list(places.map(de))}.`,
    place: (place, known, all) => `– ${place || 'commune inconnue'} : ${number(known)} sur ${number(all)}`,
    missing: 'Absents de la carte',
    alike: 'À confirmer : peut-être déjà sur la carte sous un autre nom',
    establishment: (name, siret, commune, headcount) =>
      `– ${name || 'sans nom'} (${siret}), ${commune}${headcount === null ? '' : `, au moins ${number(headcount)} salariés`}`,
    maybe: (name, actors) => `– « ${name} » : ${actors.map(quoted).join(' ou ')} ?`,
    rows: extractRows,
    more: (more) => `… et ${count(more, 'autre', 'autres')} ; --json les donne tous.`,
  },
  agenda: {
    heading: (territory, wave) => `${territory}, ${wave} : que faire, avec qui, pour quand.`,
    standing: (state, owner, due) => {
      const parts = [
        `État : ${fields.options.decisionState[state]}`,
        owner === null ? null : `responsable : ${owner}`,
        due === null ? null : `échéance : ${due.split('-').reverse().join('/')}`,
      ]
      return `${parts.filter((part) => part !== null).join(', ')}.`
    },
    change: 'Ce que cela changerait : ',
    disproof: 'Ce qui montrerait le contraire : ',
    stake: 'Enjeu : ',
  },
  seminar: {
    heading: (territory, wave, basis, guests) =>
      `${territory}${wave === null ? '' : `, ${wave}`} : ${guests === null ? 'sans liste d’invités' : `${count(guests.all, 'invité', 'invités')}${guests.excused > 0 ? `, dont ${count(guests.excused, 'excusé', 'excusés')}` : ''}`}, ${basis}.`,
    covered: (covered, of) => `Chaises couvertes : ${number(covered)} sur ${number(of)}.`,
    tablesHeading: (territory, people, excused) =>
      `${territory === null ? '' : `${territory} : `}${count(people, 'personne', 'personnes')}${excused > 0 ? `, dont ${count(excused, 'excusée', 'excusées')}` : ''}.`,
    pairsHeading: (territory, wave, basis) => `${territory}${wave === null ? '' : `, ${wave}`}, ${basis}.`,
    repeated: (names) =>
      `Plusieurs fois dans la liste, et comptés comme plusieurs personnes aux tables : ${names.join(', ')}.`,
    collective: (names) => `Ne tiennent aucune chaise, faute de nommer quelqu’un : ${names.join(', ')}.`,
    chairs: 'Les chaises vides, et qui pourrait les tenir',
    chairsOfTerritory: 'Qui pourrait tenir chaque chaise',
    coveredChairs: 'Les chaises couvertes',
    spheres: 'Par sphère',
    reach: 'Ce que la liste atteint',
    next: 'Les trois prochaines invitations',
    noTie: 'On ne sait pas dire : aucun lien n’est connu, ou le territoire a trop d’acteurs.',
    unlisted: 'Nommés par d’autres, et sur aucune liste',
    unseen: 'Ceux qu’on ne voit pas',
    others: (others) => `… et ${count(others, 'autre', 'autres')} ; --json les donne tous.`,
    pairs: 'Binômes élu–industriel auxquels réfléchir (une aide, pas une note)',
    noPairs: 'Aucune paire ne peut être lue : il y faut des liens, un élu et une entreprise.',
    introductions: 'Mises en relation qui aideraient le plus (à faire soi-même, rien ne se crée tout seul)',
    noIntroductions: 'Rien à proposer : ceux-ci se connaissent déjà, ou aucun lien n’est connu.',
    scenario: 'Et si…',
    supposed: { leaving: 'Partent : ', weakened: 'Ne portent plus rien : ', added: 'Liens nouveaux : ' },
    absorbing: 'Ce qui l’aurait amorti',
    plan: 'Plan de tables',
    quality: 'Ce que vaut ce plan',
    comparison: 'À côté d’autres plans',
  },
  revive: {
    heading: (territory, wave) => `${territory}, ${wave} : liens à ranimer.`,
    others: (others) => `… et ${count(others, 'autre', 'autres')} ; --json les donne tous.`,
    calendar: (file) => `Agenda écrit dans ${file} : un lien par semaine.`,
  },
  comparing: (percent) => `Comparaison des vagues : ${percent} %`,
  compared: {
    heading: (of, before, after, witnesses) =>
      `${of ? `${of}, d` : 'D'}e « ${before} » à « ${after} » : ${witnesses === 0 ? 'aucun acteur n’a' : count(witnesses, 'acteur a', 'acteurs ont')} répondu les deux fois.`,
    findings: 'Que sont devenus les constats',
    introductions: 'Ce que sont devenues les mises en relation suggérées',
    others: (others) => count(others, 'autre', 'autres'),
  },
  words: {
    language: 'fr',
    findings,
    agenda,
    seminar,
    changes,
    revivals,
    power,
    beside,
    words: vocabulary.words,
  },
  help: {
    placeholders,
    titles: { 'Usage:': 'Usage :', 'Arguments:': 'Arguments :', 'Options:': 'Options :', 'Commands:': 'Commandes :' },
    program: 'Cartographie le capital social d’un territoire.',
    lang: 'langue des messages : français (fr) ou anglais (en)',
    version: 'version',
    help: 'cette aide',
    json: 'réponse en JSON',
    serve: 'ouvre Maillage dans le navigateur (PORT, HOST, MAILLAGE_STORE)',
    import:
      'importe des fichiers de tout format (Excel, LibreOffice, CSV, réseaux d’autres outils), ou ceux d’un dossier',
    importTerritory: 'territoire ; sans elle, le nom du dossier ou du fichier',
    importWave: 'vague de ce qui n’en nomme pas',
    importWaveLabel: 'son nom, si elle est nouvelle',
    importWaveDate: 'sa date AAAA-MM-JJ, si elle est nouvelle',
    importAuthor: 'qui importe, pour l’historique',
    importWaveBasis:
      'ce sur quoi elle repose, si elle est nouvelle : survey (enquête), documents, informants (ce que sait l’équipe)',
    importPlan: 'fichier JSON de ce qui a été décidé : colonnes, valeurs, noms',
    importYes: 'accepte aussi ce qui n’est que proposé ; sans elle, seul ce qui est sûr est lu',
    importRemove:
      'retire du territoire ce que des fichiers à notre format (un export corrigé) ne contiennent plus ; sans elle, rien n’est retiré',
    importPreview: 'montre ce qui changerait, sans rien changer',
    importPartial: 'importe les bonnes lignes même si d’autres sont refusées',
    export:
      'écrit un territoire en fichiers CSV dans un dossier, ou dans un fichier d’un autre format (.xlsx, .json, .graphml, .gexf, .net, .dl, -excel.zip, -rsiena.zip, -kumu.xlsx)',
    exportFormat: 'format du fichier, si la fin de son nom ne le dit pas',
    exportWave: 'cette vague seulement (un fichier d’un autre format que CSV)',
    draw: 'dessine la carte d’une vague, avec titre, date, base, légende et source (SVG, PDF ou PNG)',
    story: 'écrit un récit en présentation PowerPoint, une diapositive par vue (PPTX)',
    report:
      'note au maire sur une vague, de deux pages (PDF ou DOCX) : carte, ordre du jour, ce qui a changé, ce qu’on ne sait pas',
    output: 'fichier à écrire ; la fin de son nom dit le format',
    paper: 'feuille, couchée : A4 (par défaut), A3, A2, A1 ou A0',
    color: 'ce que disent les couleurs : sphere (par défaut), type, community ou place',
    size: 'indicateur qui donne leur taille aux acteurs (degree par défaut) ; none : tous pareils',
    spaces: 'dessine aussi les espaces de coopération',
    layout:
      'disposition : free (libre, par défaut), groups (groupes écartés), sectors (un secteur par groupe), core (du cœur vers la périphérie), distance (cercles autour d’un acteur), spaces (acteurs et espaces en colonnes) ou geographic (sur le terrain)',
    around: 'avec --layout distance : l’acteur du centre, par défaut le plus lié',
    backbone: 'ne dessine que l’ossature : les liens les plus ancrés et ceux qui tiennent l’ensemble',
    exportFindings: 'classeur : avec les constats de la vague, sur une feuille',
    exportRows: 'le tableau de la carte (.xlsx, .csv) : acteurs, liens, ou espaces et participants',
    exportColumns: 'le tableau, avec ces colonnes, dans cet ordre ; pour les acteurs, des indicateurs aussi',
    exportSort: 'le tableau, trié par cette colonne ; « --sort=-partners » : du plus grand au plus petit',
    exportColor:
      'ce que disent les couleurs de la carte, en GEXF ; dans le tableau, de quoi « --hide » cache des catégories',
    exportHide: 'le tableau, sans les acteurs de ces catégories, comme la légende les cache : « --hide culture,sante »',
    exportBackbone: 'le tableau des liens, réduit à l’ossature : les plus ancrés et ceux qui tiennent l’ensemble',
    convert: 'lit des fichiers de tout format comme un territoire et l’écrit dans un autre format',
    convertDate: 'date AAAA-MM-JJ de ce qui n’en a pas ; aujourd’hui par défaut',
    exportForce: 'remplace les fichiers qui existent',
    exportPeople: 'avec les noms des personnes invitées',
    exportRevision: 'tel qu’il était à cette révision',
    backup: 'sauvegarde toutes les données dans un fichier, serveur en marche ou non',
    backupForce: 'remplace le fichier s’il existe',
    restore: 'rétablit une sauvegarde, serveur arrêté ; ce qu’elle remplace est gardé à côté',
    check:
      'relit toutes les données et les compare à leurs sommes de contrôle, serveur arrêté ; sans FICHIER, celles de MAILLAGE_STORE',
    copy: 'copie un territoire, son historique et sa carte d’une base de données à une autre',
    copyFrom: 'où il est : sqlite:FICHIER, neo4j://SERVEUR ou bolt://SERVEUR',
    copyTo: 'où il va, entier ou pas du tout ; redemandée plus tard, la copie le met à jour',
    measure:
      'indicateurs d’un territoire, ou de listes de liens CSV (source,target[,weight] ; « - » lit l’entrée standard), un document JSON par ligne',
    diagnose:
      'constats sur une vague d’un territoire, ou sur des listes de liens CSV (une enquête où chacun a répondu, sauf avec --answered), un document JSON par liste et par ligne',
    boundary:
      'ce que la carte compte des établissements d’un extrait du répertoire Sirene (CSV ou classeur, une ligne par établissement) : par commune ou intercommunalité, à confirmer, absents',
    lookup:
      'cherche une entreprise dans le répertoire ouvert des entreprises, par nom, SIREN ou SIRET : nom légal, NAF, tranche d’effectif, commune, coordonnées ; ce qui est cherché est envoyé à ce répertoire',
    lookupRegister:
      'adresse du répertoire ; sans elle, MAILLAGE_REGISTER, sinon https://recherche-entreprises.api.gouv.fr',
    boundarySections: 'sections de la NAF, séparées par des virgules ; sans elle, C, l’industrie manufacturière',
    boundaryHeadcount: 'nombre de salariés au moins ; sans elle, 50',
    boundaryMissing: 'écrit les absents dans un CSV, que l’import lit tel quel',
    agenda:
      'ordre du jour d’une vague : trois à sept décisions, qui fait quoi avec qui et pour quand, ce que cela changerait, et ce qui montrerait le contraire',
    invite:
      'qui manque à un séminaire : chaises vides, qui pourrait les tenir et par qui l’inviter, prochaines invitations',
    invited: 'CSV des personnes invitées : organisation (nom ou identifiant), et si l’on veut personne, statut, rôle',
    seminar: 'au lieu d’un fichier, les invités d’un séminaire du territoire',
    inviteCount: 'combien d’invitations de plus proposer, de 1 à 10 ; 3 par défaut',
    inviteBy: 'ce qu’elles doivent atteindre : à un pas (within1), à deux (within2), les deux (weighted)',
    quotas: 'au plus tant de plus par sphère, par exemple economie=1,culture=0',
    floors: 'au moins tant par sphère, ceux de la liste compris, par exemple economie=3',
    must: 'qui doit être parmi les prochaines invitations (nom ou identifiant)',
    tablesOf:
      'plan de tables d’une liste de personnes (un CSV suffit) ou des invités d’un territoire, et ce qu’il vaut',
    together: 'plan de tables : CSV à deux colonnes de qui doit partager une table au moins une fois',
    pairs: 'binômes élu–industriel, et mises en relation qui aideraient le plus',
    pairsCount: 'combien de mises en relation, de 1 à 20 ; 5 par défaut',
    whatif: 'et si… : ce que deviendrait le réseau sans ces acteurs, sans ces liens, ou avec d’autres',
    scenario: 'un scénario que le territoire garde, par son nom',
    leaving: 'acteurs qui partent (nom ou identifiant)',
    weakened: 'liens qui ne portent plus rien, deux acteurs séparés par =',
    added: 'liens nouveaux, deux acteurs séparés par =',
    tables: 'plan de tables : nombre de tables',
    rounds: 'plan de tables : nombre de tours',
    preset:
      'plan de tables : mélanger les sphères (mix), relier ceux qui sont loin (link), approfondir les sujets partagés (deepen) ou faire se rencontrer le plus de monde (meet)',
    hosts: 'plan de tables : CSV de qui reste à sa table, dans l’ordre des tables',
    apart: 'plan de tables : CSV à deux colonnes de qui ne doit pas partager une table',
    compare:
      'ce qui a changé entre deux vagues d’un territoire, ou entre deux listes de liens CSV (l’ancienne d’abord), ce qui tient, ce qu’on ne sait pas ; --json donne toute la comparaison',
    compareFrom: 'territoire : vague de départ ; sans elle, l’enquête d’avant',
    compareTo: 'territoire : vague d’arrivée ; sans elle, la dernière enquête',
    compareFindings: 'territoire : sans ce que sont devenus les constats, ce qui prend le plus de temps',
    compareBeside: 'territoire : sa place parmi les autres territoires, chacun comparé à lui-même',
    compareRsiena: 'écrit aussi les deux vagues pour RSiena (fichier .zip)',
    power:
      'avant une nouvelle enquête : quel changement elle permettrait de voir, et combien de réponses de plus en vaudraient la peine',
    powerWave: 'enquête à laquelle la suivante serait comparée ; sans elle, la dernière',
    response: 'part des acteurs interrogés qui répondraient, en pour cent ; sans elle, celle de cette enquête',
    revive:
      'liens qui s’éteignent, à commencer par ceux qui tiennent le plus ensemble : par qui, au prochain séminaire ou non, et combien par an garderaient le réseau tel qu’il est',
    ics: 'écrit aussi un agenda, un lien par semaine (fichier .ics)',
    start: 'jour de la première entrée, AAAA-MM-JJ ; sans elle, aujourd’hui',
    roster: 'listes : CSV de qui était là (id, attributs) ; {} remplace le nom du fichier, pour une liste par vague',
    comparedKinds: 'types de liens qui comptent, séparés par des virgules ; sans elle, tous',
    spheres: 'listes : colonne des sphères, dans la liste des nœuds',
    measures: 'indicateurs voulus, séparés par des virgules ; sans elle, tous ceux qui s’appliquent',
    seed: 'graine du hasard',
    exact: 'ni échantillon ni limite de taille',
    twoMode: 'acteurs et espaces ; listes : sources du premier mode, cibles du second',
    directed: 'listes : liens orientés',
    weight: 'listes : colonne des forces',
    nodes: 'listes : CSV des nœuds (id, attributs ; mode 1 ou 2) ; {} remplace le nom du fichier',
    group: 'listes : colonne des groupes, dans la liste des nœuds',
    place: 'listes : colonne des lieux (communes), dans la liste des nœuds',
    diagnosedKinds: 'types de liens qui comptent, séparés par des virgules ; listes : d’après leur colonne kind',
    answered: 'listes : colonne qui dit qui a répondu (oui ou non), dans la liste des nœuds',
    previous: 'listes : liens de l’enquête précédente, entre les mêmes nœuds ; {} remplace le nom du fichier',
    outside: 'listes : les nœuds qui ont cette valeur sont extérieurs',
    wave: 'territoire : vague ; sans elle, la dernière',
    tieKinds: 'territoire : types de liens, séparés par des virgules',
    spaceKinds: 'territoire : types d’espaces, séparés par des virgules',
    direction:
      'territoire : un lien compte quand l’un des deux le déclare (either), quand les deux le déclarent (confirmed), ou chacun dans son sens (directed)',
    weights:
      'territoire : force d’un lien : aucune (none), celle qui est déclarée (strength) ou le nombre d’espaces partagés (shared)',
    kindStrength: 'territoire : de plusieurs types de liens, la plus grande force (max) ou la somme (sum)',
    endStrength: 'territoire : de deux déclarations, la plus grande force (max) ou la moyenne (mean)',
    actors: 'territoire : tous les acteurs (all) ou ceux du dedans (inside)',
    collective: 'territoire : sans les acteurs collectifs',
    groups: 'territoire : groupes par sphère (sphere), type d’acteur (type), échelle (scope) ou commune (commune)',
    exits:
      'Codes de sortie : 0 fait ; 1 refusé ; 2 commande ou configuration mal formée ; 70 erreur de Maillage ; 130 interrompu par Ctrl+C, 143 par une demande d’arrêt.',
  },
}

function ofSections(sections: readonly string[]): string {
  if (sections.length === 0) return ''
  return sections.join() === 'C' ? ' industriels' : ` des sections ${sections.join(', ')} de la NAF`
}

function quoted(name: string): string {
  return `« ${name} »`
}

const listWords: Readonly<Record<string, string>> = { ...seminar.statuses, ...seminar.roles }

/** A line for each name, the first of many. */
function namesRefused(file: string, names: readonly RefusedName[]): string[] {
  const told = names.slice(0, mostRowsTold).map(({ row, got, reason, near }) => {
    const where = `${file}, ligne ${row} : « ${got} »`
    const called = near.map(quoted).join(', ')
    if (reason === 'several')
      return `${where} peut être plusieurs acteurs${near.length > 0 ? ` (${called})` : ''} : donnez l’identifiant.`
    if (reason === 'not_expected') return `${where} n’est pas parmi les présents de la liste, ou y est déjà pris.`
    return `${where} n’est pas un acteur du territoire${near.length > 0 ? ` ; les plus proches : ${called}` : ''}.`
  })
  const left = names.length - told.length
  return left > 0 ? [...told, `… et ${count(left, 'autre', 'autres')}.`] : told
}

/** The first names of many. */
/** More than anybody reads. */
const mostRolesTold = 5

function some(names: readonly string[], count: number): string {
  return `${names.map(quoted).join(', ')}${count > names.length ? '…' : ''}`
}

function inFrench(number: number): string {
  return number.toLocaleString('fr-FR', { maximumFractionDigits: 20 })
}

/** Why an import leaves things out, one sentence each: where, what was got, what was expected. The first of many. */
function rowsRefused(refusals: readonly ReadRefusal[]): string[] {
  const told = refusals.slice(0, mostRowsTold).map((refusal) => `${refusedPlace(refusal)} : ${reasonOfRow(refusal)}.`)
  const left = refusals.length - told.length
  return left > 0 ? [...told, `… et ${count(left, 'autre', 'autres')} ; --json les donne tous avec --preview.`] : told
}

function reasonOfRow({ code, got, expected }: ReadRefusal): string {
  return code === 'missing_wave'
    ? 'la vague manque ; --wave et --wave-date disent de quand date cette ligne'
    : refused(code, got, expected)
}
