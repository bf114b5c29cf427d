import type { StoreTrouble } from '../problem.ts'
import { findings } from '../words/findings.en.ts'
import { vocabulary } from '../words/vocabulary.en.ts'
import { rowsRefused } from './rows.en.ts'
import type { Text } from './text.ts'

export const en: Text = {
  problem: {
    unknown_territory: ({ territory }) => `There is no territory “${territory}”.`,
    existing_territory: ({ territory }) => `Territory “${territory}” exists already.`,
    unknown_revision: ({ territory, revision }) => `Territory “${territory}” has no revision ${revision}.`,
    revision_conflict: ({ territory, base, revision }) =>
      `Territory “${territory}” has changed meanwhile: it is at revision ${revision}, the change was based on revision ${base}.`,
    reused_key: ({ key, revision }) => `Key “${key}” already names another commit, that of revision ${revision}.`,
    refused_changes: ({ refusals }) =>
      `${refusals.length} change(s) refused. The first: ${refusals[0]?.noun} ${refusals[0]?.key}, ${refusals[0]?.field ?? ''} (${refusals[0]?.code}${refusals[0]?.got ? `, got “${refusals[0].got}”` : ''}).`,
    undo_conflict: ({ revision, later }) =>
      `Revision ${revision} cannot be undone alone: revisions ${later.join(', ')} touched the same things.`,
    irreversible: ({ revision }) => `Revision ${revision} cannot be undone: nothing leads back from it.`,
    unknown_wave: ({ territory, wave }) => `Territory “${territory}” has no wave “${wave}”.`,
    unknown_actor: ({ wave, actor }) => `Actor “${actor}” is not in wave “${wave}”.`,
    no_wave: ({ territory }) => `Territory “${territory}” has no wave yet, hence no network.`,
    unknown_word: ({ word, known }) => `“${word}” is not a known word; these are: ${known.join(', ')}.`,
    unknown_job: ({ job }) => `Unknown or forgotten job: ${job}.`,
    unknown_measure: ({ measures }) => `Unknown measure(s): ${measures.join(', ')}.`,
    network_too_large: ({ pairs, most }) =>
      `These spaces would tie ${pairs} pairs of participants, at most ${most} are possible: leave out the largest.`,
    unknown_file: ({ file, known }) => `There is no file “${file}”; these are: ${known.join(', ')}.`,
    store_unavailable: ({ reason, store }) => troubles[reason](store ?? ''),
    store_locked: ({ file }) =>
      `The file ${file} is open in another Maillage: stop it, or choose another file with MAILLAGE_STORE.`,
    store_newer: ({ file, found, supported }) =>
      `The data in ${file} come from a newer Maillage (format ${found}, this one reads up to ${supported}): update Maillage.`,
    store_corrupt: ({ file, found }) => `The data in ${file} are damaged or not those of Maillage (${found}).`,
    overloaded: ({ reason }) => `Too many requests at once (${reason}): try again in a moment.`,
    invalid_request: ({ faults }) =>
      `Malformed request: ${faults.map(({ place, message }) => `${place} ${message}`).join('; ')}.`,
    invalid_json: ({ reason }) => `Unreadable JSON: ${reason}.`,
    body_too_large: ({ limit }) => `Too much was sent: at most ${limit} bytes.`,
    unsupported_media_type: ({ got, expected }) => `Content type “${got}” refused, ${expected} expected.`,
    unknown_route: ({ method, path }) => `Nothing answers ${method} ${path}.`,
    foreign_origin: ({ got, expected }) => `The request came from “${got}”, ${expected} expected.`,
  },
  refusal: {
    unknown_option: ({ option }) => `There is no option ${option}; “maillage --help” shows them all.`,
    unknown_command: ({ command }) => `There is no command “${command}”; “maillage --help” shows them all.`,
    missing_argument: ({ argument }) => `${argument} is missing; “maillage --help” shows the usage.`,
    missing_value: ({ option }) => `Option ${option} expects a value.`,
    extra_arguments: ({ command }) =>
      `Too many arguments for “${command}”; “maillage ${command} --help” shows the usage.`,
    bad_value: ({ option, got, expected }) => `${option}: got “${got}”, expected ${expected}.`,
    needs_option: ({ option, needs }) => `${option} needs ${needs} too.`,
    not_for: ({ option, kind }) =>
      kind === 'files' ? `${option} does not apply to edge lists.` : `${option} does not apply to a territory.`,
    port_taken: ({ host, port }) => `Port ${port} of ${host} is taken: choose another with PORT.`,
    cannot_listen: ({ host, port, reason }) =>
      `Cannot listen on port ${port} of ${host} (${reason}): change PORT or HOST.`,
    same_store: ({ store }) => `--from and --to name the same database, ${store}.`,
    unreadable_file: ({ file, reason }) => `The file ${file} cannot be read (${reason}).`,
    unwritable_file: ({ file, reason }) => `The file ${file} cannot be written (${reason}).`,
    malformed_csv: ({ file, row, reason }) => `${file}, row ${row}: not readable as CSV (${reason}).`,
    missing_column: ({ file, column, found }) =>
      `${file}: column “${column}” is missing; columns found: ${found.join(', ') || 'none'}.`,
    missing_cell: ({ file, row, column }) => `${file}, row ${row}: column “${column}” is empty.`,
    bad_weight: ({ file, row, column, got }) =>
      `${file}, row ${row}, column “${column}”: got “${got}”, expected a positive number.`,
    bad_mode: ({ file, row, got }) => `${file}, row ${row}, column “mode”: got “${got}”, expected 1 or 2.`,
    one_mode: ({ file, row, source, target }) =>
      `${file}, row ${row}: “${source}” and “${target}” are of one mode, a tie joins the two.`,
    bad_flag: ({ file, row, column, got }) =>
      `${file}, row ${row}, column “${column}”: got “${got}”, expected yes or no.`,
    repeated_node: ({ file, row, id }) => `${file}, row ${row}: “${id}” is in the list already.`,
    no_csv: ({ folder }) => `No CSV file in ${folder}.`,
    existing_file: ({ file }) => `The file ${file} exists already; --force replaces it.`,
    refused_rows: ({ rows, refusals }) =>
      `Nothing was imported${rows > 0 ? `, ${rows} row(s) refused` : ''} (--partial imports the rest):\n${rowsRefused(refusals).join('\n')}`,
  },
  config: {
    PORT: (got) => `PORT: got “${got}”, expected a port number from 0 to 65535.`,
    HOST: (got) =>
      `HOST: “${got}” refused. Maillage has no accounts yet: whoever reaches it may change everything. Only addresses of this machine are possible (127.0.0.1, ::1, localhost).`,
    MAILLAGE_STORE: (got) => `MAILLAGE_STORE: got “${got}”, expected sqlite:FILE, neo4j://HOST or bolt://HOST.`,
  },
  rows: rowsRefused,
  defect: (reason) => `Maillage met an error it does not know: ${reason}`,
  opened: (url, file) => `Maillage is open: ${url}\nData: ${file}\nCtrl+C to stop.`,
  imported: (territory, created, changed, matched) =>
    `“${territory}”: ${created} created, ${changed} changed, ${matched} there already.`,
  previewed: (territory, created, changed, matched) =>
    `Preview of “${territory}”: ${created} would be created, ${changed} changed, ${matched} are there already. Nothing was imported.`,
  exported: (territory, files, folder) => `“${territory}”: ${files} files in ${folder}.`,
  measuring: (percent, measure) => `${percent}% ${measure}`,
  copying: (done, of) => `Revisions copied: ${done} of ${of}`,
  copied: (territory, revision) => `“${territory}”: copied up to revision ${revision}.`,
  diagnosed: {
    heading: (territory, wave, answers) =>
      answers
        ? `${territory}, ${wave}: ${answers.answered} answers from ${answers.asked} actors asked.`
        : `${territory}, ${wave}: from documents, nobody was asked.`,
    relation: (kinds) => `Ties that count: ${kinds}.`,
    signals: 'Findings',
    facts: 'Facts about actors, nothing unusual',
    toAsk: 'To be asked, the answers that would teach most first',
    othersToAsk: (others) => `… and ${others} more; --json gives up to a hundred.`,
    insufficient: 'What the data cannot tell',
    nothing: 'Looked for, and not found',
    none: 'None.',
  },
  words: {
    language: 'en',
    findings,
    spheres: vocabulary.words.sphere,
    actorTypes: vocabulary.words.actorType,
    tieKinds: vocabulary.words.tieKind,
  },
  help: {
    titles: {},
    program: 'Maps the social capital of a territory.',
    lang: 'language of messages: fr or en',
    version: 'version',
    help: 'this help',
    json: 'answer in JSON',
    serve: 'opens Maillage in the browser (PORT, HOST, MAILLAGE_STORE)',
    import: 'imports the CSV files of a folder',
    importTerritory: 'territory; without it, the name of the folder',
    importWave: 'wave of what names none',
    importWaveLabel: 'its name, when it is new',
    importWaveDate: 'its date YYYY-MM-DD, when it is new',
    importAuthor: 'who imports, for the history',
    importPreview: 'shows what would change, and changes nothing',
    importPartial: 'imports the good rows even when others are refused',
    export: 'writes a territory as CSV files',
    exportForce: 'replaces files that exist',
    exportRevision: 'as it was at this revision',
    copy: 'copies a territory, its history and its map from one store to another',
    copyFrom: 'where it is: sqlite:FILE, neo4j://HOST or bolt://HOST',
    copyTo: 'where it goes; asked again, goes on where it stopped',
    measure:
      'measures of a territory, or of edge lists in CSV (source,target[,weight]; “-” reads standard input), one JSON document per line',
    diagnose:
      'findings on a wave of a territory, or on CSV edge lists (a survey that everyone answered, except with --answered), one JSON document per list and line',
    measures: 'measures wanted, separated by commas; without it, all that apply',
    seed: 'seed of chance',
    exact: 'neither samples nor size limits',
    twoMode: 'actors and spaces; lists: sources are the first mode, targets the second',
    directed: 'lists: ties are directed',
    weight: 'lists: column of strengths',
    nodes: 'lists: CSV of nodes (id, attributes; mode 1 or 2); {} stands for the name of the file',
    group: 'lists: column of groups, in the node list',
    answered: 'lists: column that says who answered (yes or no), in the node list',
    previous: 'lists: edge list of the survey before, on the same nodes; {} stands for the name of the file',
    outside: 'lists: nodes with this value are outside',
    wave: 'territory: wave; without it, the latest',
    tieKinds: 'territory: kinds of ties, separated by commas',
    spaceKinds: 'territory: kinds of spaces, separated by commas',
    direction: 'territory: either, confirmed or directed',
    weights: 'territory: none, strength or shared',
    kindStrength: 'territory: max or sum',
    endStrength: 'territory: max or mean',
    actors: 'territory: all or inside',
    collective: 'territory: without collective actors',
    groups: 'territory: groups by sphere, type, scope or commune',
    exits: 'Exit codes: 0 done; 1 refused; 2 malformed command or configuration; 70 an error of Maillage.',
  },
}

const troubles: Readonly<Record<StoreTrouble, (store: string) => string>> = {
  unopenable: (file) => `The file ${file} can neither be opened nor made.`,
  unwritable: (file) => `The file ${file} cannot be written: check your rights to it and to its folder.`,
  disk_failed: (file) => `The disk of ${file} does not answer as it should.`,
  disk_full: (file) => `The disk of ${file} is full: nothing was written.`,
  no_answer: (url) => `Neo4j at ${url} does not answer.`,
  login_refused: (url) => `Neo4j at ${url} refuses this user or password.`,
  login_blocked: (url) => `Neo4j at ${url} takes no login for a few seconds, after several wrong passwords.`,
  too_slow: (url) => `Neo4j at ${url} took too long and gave up; nothing was written.`,
  no_database: (url) => `Neo4j at ${url} has no database of this name.`,
  short_of_memory: (url) => `Neo4j at ${url} is short of memory or about to stop.`,
  closed: () => 'The data can be reached no more: Maillage is stopping.',
  ended: () => 'The data can be reached no more: what kept them has ended.',
}
