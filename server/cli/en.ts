import type { ReadRefusal } from '../exchange/preview.ts'
import { agenda } from '../words/en/agenda.ts'
import { beside } from '../words/en/beside.ts'
import { changes } from '../words/en/changes.ts'
import { findings } from '../words/en/findings.ts'
import { fields, nouns } from '../words/en/nouns.ts'
import { power } from '../words/en/power.ts'
import { technicalProblems } from '../words/en/problems.ts'
import { refused, refusedPlace } from '../words/en/refusals.ts'
import { extractRows } from '../words/en/register.ts'
import { revivals } from '../words/en/revivals.ts'
import { seminar } from '../words/en/seminar.ts'
import { sheetTables } from '../words/en/sheet-tables.ts'
import { unplaced } from '../words/en/unplaced.ts'
import { vocabulary } from '../words/en/vocabulary.ts'
import { english } from '../words/formats.ts'
import type { RefusedName } from './guests.ts'
import { understoodIn } from './import-text.ts'
import { mostRowsTold, type Text } from './text.ts'

const { number, count } = english

/** What the system says of a file, a disk or a port. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing of that name',
  EACCES: 'you have no right to',
  EPERM: 'you have no right to',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  EEXIST: 'something else has that name',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EROFS: 'the disk is read-only',
  EBUSY: 'another program uses it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ELOOP: 'its links go round in circles',
  ENAMETOOLONG: 'the name is too long',
  EIO: 'the disk does not answer as it should',
  EBADF: 'it is closed',
  EADDRNOTAVAIL: 'this machine does not have that address',
}

const reasonOf = (code: string) => reasons[code] ?? code

export const en: Text = {
  problem: technicalProblems,
  refusal: {
    unknown_option: ({ option, near }) =>
      `There is no option ${option}; ${near ? `did you mean ${near}?` : '“maillage --help” shows them all.'}`,
    unknown_command: ({ command, near }) =>
      `There is no command “${command}”; ${near ? `did you mean ${near}?` : '“maillage --help” shows them all.'}`,
    missing_command: ({ commands }) =>
      `A command is missing: ${commands.join(', ')}. “maillage --help” shows the usage.`,
    missing_argument: ({ argument }) => `${argument} is missing; “maillage --help” shows the usage.`,
    missing_value: ({ option }) => `Option ${option} expects a value.`,
    extra_arguments: ({ command }) =>
      `Too many arguments${command && ` for “${command}”`}; “${['maillage', command, '--help'].filter(Boolean).join(' ')}” shows the usage.`,
    bad_value: ({ option, got, expected }) => `${option}: got “${got}”, expected ${expected}.`,
    needs_option: ({ option, needs }) => `${option} needs ${needs} too.`,
    not_together: ({ option, other }) => `${option} and ${other} do not go together.`,
    not_for: ({ option, kind }) =>
      kind === 'files' ? `${option} does not apply to edge lists.` : `${option} does not apply to a territory.`,
    port_taken: ({ host, port }) => `Port ${port} of ${host} is taken: choose another with PORT.`,
    cannot_listen: ({ host, port, reason }) =>
      `Cannot listen on port ${port} of ${host} (${reasonOf(reason)}): change PORT or HOST.`,
    not_a_file_store: ({ store }) =>
      `${store} is a Neo4j database: back it up with the tools of Neo4j (neo4j-admin database dump).`,
    held_elsewhere: ({ file, url }) =>
      `The file ${file} is held by a Maillage that does not answer at ${url}: stop it, or give its PORT.`,
    same_store: ({ store }) => `--from and --to name the same database, ${store}.`,
    copy_failed: ({ territory, store, failure, left }) =>
      [
        `“${territory}” was not copied to ${store}.`,
        typeof failure === 'string' ? `Cause: ${failure}.` : en.problem[failure.code](failure.details as never),
        ...(left === 'nothing' ? ['Nothing of it is there.'] : []),
        ...(typeof left === 'number' ? [`“${territory}” is at revision ${left} there.`] : []),
      ].join(' '),
    unreadable_file: ({ file, reason }) => `${file} cannot be read: ${reasonOf(reason)}.`,
    unwritable_file: ({ file, reason }) => `${file} cannot be written: ${reasonOf(reason)}.`,
    unwritable_output: ({ reason }) => `Standard output cannot be written: ${reasonOf(reason)}.`,
    interrupted: () => 'Interrupted: nothing was written.',
    file_too_large: ({ file, most }) => `${file} is too large: ${number(most)} bytes at most.`,
    not_csv: ({ file, format }) => `${file}: ${refused('malformed_file', format, 'csv')}.`,
    unread_file: ({ file, row, code, got, expected }) =>
      `${file}${row === null ? '' : `, row ${row}`}: ${refused(code, got, expected)}.`,
    unknown_format: ({ file, endings, option }) =>
      `${file}: the end of the name says the format, one of ${endings.join(', ')}${option === null ? '' : `; else give ${option}`}.`,
    malformed_csv: ({ file, row, expected }) => `${file}, row ${row}: ${refused('malformed_file', '', expected)}.`,
    repeated_column: ({ file, row, column, columns }) =>
      `${file}, row ${row}: column “${column}” is given twice (${columns.join(' and ')}).`,
    extra_cell: ({ file, row, column, got }) =>
      `${file}, row ${row}, column ${column}: “${got}” stands under a column without a name (a comma within a number or a text needs quotes).`,
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
    unknown_names: ({ file, names }) => namesRefused(file, names).join('\n'),
    bad_word: ({ file, row, column, got, expected }) =>
      `${file}, row ${row}, column “${column}”: got “${got}”, expected ${expected.join(', ')}.`,
    no_guests: ({ file, excused }) =>
      excused === 0
        ? `${file}: the list names nobody.`
        : `${file}: nobody to seat, ${excused > 1 ? `all ${number(excused)} invited are excused` : 'the one invited is excused'}.`,
    too_many_hosts: ({ hosts, tables }) =>
      `${count(hosts, 'host', 'hosts')} for ${count(tables, 'table', 'tables')}: one host a table at most.`,
    too_many_guests: ({ people, most }) => `${count(people, 'person', 'people')} to seat: ${number(most)} at most.`,
    no_table: ({ folder }) => `No table to read in ${folder} (Excel, LibreOffice, CSV, networks of other tools).`,
    store_itself: ({ file }) => `${file} is the data file itself: choose another name for the backup.`,
    existing_file: ({ file }) => `The file ${file} exists already; --force replaces it.`,
    refused_rows: ({ rows, refusals }) =>
      `Nothing was imported${rows > 0 ? `, ${count(rows, 'row', 'rows')} refused` : ''} (--partial imports the rest):\n${rowsRefused(refusals).join('\n')}`,
  },
  notice: {
    unused_numbers: ({ file, column }) =>
      `${file}: column “${column}” holds numbers that are not used; --weight "${column}" reads them as strengths.`,
    other_strengths: ({ file, used, column }) =>
      `${file}: strengths are read from “${used}”; column “${column}” is not used.`,
    strengths_in_words: ({ file, column, got }) =>
      `${file}: column “${column}” holds words (“${got}”…); ties are read without strengths.`,
    strengths_missing: ({ file, column, count, of }) =>
      `${file}: in column “${column}”, ${count} strengths of ${of} are missing; ties are read without strengths.`,
    doubtful_number: ({ file, row, column, got, read, otherwise }) =>
      `${file}, row ${row}, column “${column}”: “${got}” is read as ${read}, and may be ${otherwise}.`,
    direction_unread: ({ file, column, ties }) =>
      `${file}: by column “${column}”, ${english.count(ties, 'directed tie is', 'directed ties are')} read without direction, which --directed keeps.`,
    both_ways: ({ file, column, ties }) =>
      `${file}: by column “${column}”, ${english.count(ties, 'tie without direction is', 'ties without direction are')} read both ways.`,
    unplaced: ({ file, kind, count: n }) => `${file}: ${unplaced[kind](n)}.`,
    several_waves: ({ file, column, waves }) =>
      `${file}: the ties of ${waves} waves (column “${column}”) are read together.`,
    two_modes: ({ file }) =>
      `${file}: these ties join actors to spaces, all read as nodes of one sort; --two-mode tells them apart.`,
    unlisted: ({ file, nodes, count, names }) =>
      `${file}: ${count} ${count > 1 ? 'names' : 'name'} of the ties ${count > 1 ? 'are' : 'is'} not in ${nodes}: ${some(names, count)}.`,
    spellings: ({ file, count, names }) =>
      `${file}: ${count} ${count > 1 ? 'nodes are' : 'node is'} spelled in several ways that come to the same: ${some(names, count)}.`,
    alike: ({ file, count, names }) =>
      `${file}: ${count} nodes differ by case, accents or zeros in front of a number alone, and are kept apart: ${some(names, count)}.`,
    other_roles: ({ file, column, count, words }) =>
      `${file}: in column “${column}”, ${some(words.slice(0, mostRolesTold), words.length)}: ${words.length > 1 ? 'these are not roles' : 'this is not a role'} at a seminar (host, pilot, speaker, participant); ${english.count(count, 'person is', 'people are')} taken as participants.`,
    no_roster: ({ file, later }) =>
      `${file} and ${later}: without --nodes, whoever is in one of the lists only may have been there or not; their ties are not compared.`,
    nothing_in_common: ({ file, previous }) =>
      `No id in common between ${file} and ${previous}: nothing can be compared.`,
  },
  config: {
    PORT: (got) => `PORT: got “${got}”, expected a port number from 0 to 65535.`,
    HOST: (got) =>
      `HOST: “${got}” refused. Maillage has no accounts yet: whoever reaches it may change everything. Only addresses of this machine are possible (127.0.0.1, ::1, localhost).`,
    MAILLAGE_STORE: (got) => `MAILLAGE_STORE: got “${got}”, expected sqlite:FILE, neo4j://HOST or bolt://HOST.`,
    MAILLAGE_REGISTER: (got) =>
      `MAILLAGE_REGISTER: got “${got}”, expected an address such as https://recherche-entreprises.api.gouv.fr.`,
    MAILLAGE_NEO4J_TIMEOUT: (got) =>
      `MAILLAGE_NEO4J_TIMEOUT: got “${got}”, expected a number of seconds from 1 to 3600.`,
  },
  rows: rowsRefused,
  defect: (reason) => `Maillage met an error it does not know: ${reason}`,
  standardInput: 'Standard input',
  opened: (url, file) => `Maillage is open: ${url}\nData: ${file}\nCtrl+C to stop.`,
  imported: (territory, created, changed, matched) =>
    `“${territory}”: ${created} created, ${changed} changed, ${matched} there already.`,
  missing: ({ facts, used }, isRemoved) => [
    ...(facts.length === 0
      ? []
      : [
          isRemoved
            ? `${facts.length} missing from the files and removed:`
            : `${facts.length} of the territory missing from these files, and kept (--remove-missing removes):`,
          ...facts.slice(0, mostRowsTold).map(({ noun, names }) => `  ${nouns[noun].one} ${names.join(' – ')}`),
          ...(facts.length > mostRowsTold ? [`  … and ${facts.length - mostRowsTold} more.`] : []),
        ]),
    ...(used === 0 ? [] : [`${used} more missing stay: what stays names them.`]),
  ],
  previewed: (territory, created, changed, matched) =>
    `Preview of “${territory}”: ${created} would be created, ${changed} changed, ${matched} are there already. Nothing was imported.`,
  written: (territory, file) => `“${territory}” is written to ${file}.`,
  converted: (file, actors, ties) => `${file}: ${count(actors, 'actor', 'actors')}, ${count(ties, 'tie', 'ties')}.`,
  understood: understoodIn({
    nouns,
    kinds: {
      matrix: 'a matrix of ties',
      projects: 'projects and their partners',
      attendance: 'an attendance list',
      answers: 'answers or partners',
      nothing: 'nothing to import',
    },
    tables: sheetTables,
    sheet: (place, kind, header, aside) =>
      `${place}: read as “${kind}”, ${header === null ? 'without a header' : `header in row ${header}`}${aside > 0 ? `, ${count(aside, 'row', 'rows')} set aside` : ''}.`,
    value: (column, value, means, rows) =>
      `${column}, “${value}” (${rows}): ${means === null ? 'nobody knows what it means' : means === '' ? 'left empty' : `proposed, “${means}”`}`,
    yearly: (years) =>
      `Sheets of different years: ${years.join(', ')}. With --yes each is of the wave of its year, else all are of that of --wave.`,
    meant: (name, actor) => `“${name}”: read as “${actor}”`,
    name: (name, candidates) =>
      `“${name}”: ${candidates.length === 0 ? 'no known actor' : `may be ${candidates.map((one) => `“${one}”`).join(' or ')}`}`,
    more: (more) => `… and ${more} more; --json --preview gives them all.`,
  }),
  exported: (territory, files, folder) => `“${territory}”: ${count(files, 'file', 'files')} in ${folder}.`,
  reading: (percent, file, rows) => `Reading ${file}: ${percent}% (${number(rows)} rows)`,
  writing: 'Saving…',
  measuring: (percent, measure) => `Computing measures: ${percent}% (${measure})`,
  copying: (done, of) => `Revisions copied: ${done} of ${of}`,
  copied: (territory, revision) => `“${territory}”: copied up to revision ${revision}.`,
  backedUp: (file, territories, commits) =>
    `Backup, read again whole: ${file}, ${territories} territories, ${commits} revisions.`,
  restored: (file, aside, territories, commits) =>
    `Backup restored in ${file}: ${territories} territories, ${commits} revisions.${aside ? `\nWhat was there is kept in ${aside}.` : ''}`,
  checked: (file, territories, commits) =>
    `All is as it was written: ${file}, ${territories} territories, ${commits} revisions.`,
  diagnosed: {
    heading: (territory, wave, answers, basis) =>
      answers
        ? `${territory}, ${wave}: ${answers.answered} answers from ${answers.asked} actors asked.`
        : basis === 'informants'
          ? `${territory}, ${wave}: from what the team knows.`
          : `${territory}, ${wave}: from documents, nobody was asked.`,
    relation: (kinds) => `Ties that count: ${kinds}.`,
    cohesion: (value, cross) => `Local cohesion: ${number(value)} (cross at ${cross}).`,
    signals: 'Findings',
    facts: 'Facts, nothing unusual',
    toAsk: 'To be asked, the answers that would teach most first',
    othersToAsk: (others) => `… and ${others} more; --json gives up to a hundred.`,
    insufficient: 'What the data cannot tell',
    nothing: 'Looked for, and not found',
    none: 'None.',
  },
  lookup: {
    sent: (asked, address) => `“${asked}” is sent to ${address}, and nothing else.`,
    none: 'No company of this name or number.',
    closed: 'closed',
  },
  boundary: {
    known: (known, all, sections, headcount) =>
      `Your map has ${known} of the ${all} establishments${sections.length > 0 ? ` of NAF ${sections.join(', ')}` : ''}${headcount > 0 ? ` with ${headcount} employees or more` : ''} in the extract`,
    none: (places) => `; none of ${places.join(', ')}.`,
    place: (place, known, all) => `– ${place || 'unknown commune'}: ${known} of ${all}`,
    missing: 'Missing from the map',
    alike: 'To confirm: perhaps on the map already under another name',
    establishment: (name, siret, commune, headcount) =>
      `– ${name || 'without a name'} (${siret}), ${commune}${headcount === null ? '' : `, ${headcount} employees or more`}`,
    maybe: (name, actors) => `– “${name}”: ${actors.map((one) => `“${one}”`).join(' or ')}?`,
    rows: extractRows,
    more: (more) => `… and ${more} more; --json gives them all.`,
  },
  agenda: {
    heading: (territory, wave) => `${territory}, ${wave}: what to do, with whom, by when.`,
    standing: (state, owner, due) => {
      const parts = [
        `State: ${fields.options.decisionState[state]}`,
        owner === null ? null : `in charge: ${owner}`,
        due === null ? null : `due: ${due}`,
      ]
      return `${parts.filter((part) => part !== null).join(', ')}.`
    },
    change: 'What it would change: ',
    disproof: 'What would show otherwise: ',
    stake: 'At stake: ',
  },
  seminar: {
    heading: (territory, wave, basis, guests) =>
      `${territory}${wave === null ? '' : `, ${wave}`}: ${guests === null ? 'without a list of invitees' : `${number(guests.all)} invited${guests.excused > 0 ? `, ${number(guests.excused)} of them excused` : ''}`}, ${basis}.`,
    covered: (covered, of) => `Chairs covered: ${number(covered)} of ${number(of)}.`,
    tablesHeading: (territory, people, excused) =>
      `${territory === null ? '' : `${territory}: `}${count(people, 'person', 'people')}${excused > 0 ? `, ${number(excused)} of them excused` : ''}.`,
    pairsHeading: (territory, wave, basis) => `${territory}${wave === null ? '' : `, ${wave}`}, ${basis}.`,
    repeated: (names) => `Several times on the list, and counted as several people at tables: ${names.join(', ')}.`,
    collective: (names) => `Hold no chair, since they name nobody: ${names.join(', ')}.`,
    chairs: 'Empty chairs, and who could take them',
    chairsOfTerritory: 'Who could take each chair',
    coveredChairs: 'Chairs covered',
    spheres: 'By sphere',
    reach: 'What the list reaches',
    next: 'The next three invitations',
    noTie: 'This cannot be told: no tie is known, or the territory has too many actors.',
    unlisted: 'Named by others, and on no list',
    unseen: 'Those who are not seen',
    others: (others) => `… and ${number(others)} more; --json gives them all.`,
    pairs: 'Pairs of an elected official and an industrial to think about (help, not a score)',
    noPairs: 'No pair can be read: it takes ties, an elected official and a firm.',
    introductions: 'Introductions that would help most (yours to make, nothing is created by itself)',
    noIntroductions: 'Nothing to propose: these know one another already, or no tie is known.',
    scenario: 'What if…',
    supposed: { leaving: 'Leave: ', weakened: 'Carry nothing any more: ', added: 'New ties: ' },
    absorbing: 'What would have absorbed it',
    plan: 'Table plan',
    quality: 'What this plan is worth',
    comparison: 'Beside other plans',
  },
  revive: {
    heading: (territory, wave) => `${territory}, ${wave}: ties to revive.`,
    others: (others) => `… and ${number(others)} more; --json gives them all.`,
    calendar: (file) => `Calendar written to ${file}: one tie a week.`,
  },
  comparing: (percent) => `Comparing waves: ${percent}%`,
  compared: {
    heading: (of, before, after, witnesses) =>
      `${of ? `${of}, f` : 'F'}rom “${before}” to “${after}”: ${witnesses === 0 ? 'no actor' : count(witnesses, 'actor', 'actors')} answered both times.`,
    findings: 'What became of the findings',
    introductions: 'What became of suggested introductions',
    others: (others) => `${number(others)} more`,
  },
  words: {
    language: 'en',
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
    titles: {},
    placeholders: {},
    program: 'Maps the social capital of a territory.',
    lang: 'language of messages: fr or en',
    version: 'version',
    help: 'this help',
    json: 'answer in JSON',
    serve: 'opens Maillage in the browser (PORT, HOST, MAILLAGE_STORE)',
    import: 'imports files of any format (Excel, LibreOffice, CSV, networks of other tools), or those of a folder',
    importTerritory: 'territory; without it, the name of the folder or of the file',
    importWave: 'wave of what names none',
    importWaveLabel: 'its name, when it is new',
    importWaveDate: 'its date YYYY-MM-DD, when it is new',
    importAuthor: 'who imports, for the history',
    importWaveBasis: 'what it rests on, if it is new: survey, documents, informants (what the team knows)',
    importPlan: 'file of JSON with what was decided: columns, values, names',
    importYes: 'accepts what is only proposed too; without it only what is sure is read',
    importRemove:
      'removes from the territory what files in our own format (an edited export) hold no more; without it nothing is removed',
    importPreview: 'shows what would change, and changes nothing',
    importPartial: 'imports the good rows even when others are refused',
    export:
      'writes a territory as CSV files into a folder, or into one file of another format (.xlsx, .json, .graphml, .gexf, .net, .dl, -excel.zip, -rsiena.zip, -kumu.xlsx)',
    exportFormat: 'format of the file, where the end of its name does not say it',
    exportWave: 'this wave only (a file of another format than CSV)',
    draw: 'draws the map of a wave, with title, date, basis, legend and source (SVG, PDF or PNG)',
    story: 'writes a story as a PowerPoint presentation, a slide a view (PPTX)',
    report: 'note to the mayor on a wave, of two pages (PDF or DOCX): map, agenda, what changed, what is not known',
    output: 'file to write; the end of its name says the format',
    paper: 'sheet, lying: A4 (by default), A3, A2, A1 or A0',
    color: 'what colours tell: sphere (by default), type, community or place',
    size: 'measure that sizes actors (degree by default); none: all alike',
    spaces: 'draws the spaces of cooperation too',
    layout:
      'layout: free (by default), groups (groups apart), sectors (a sector per group), core (from core to periphery), distance (rings around an actor), spaces (actors and spaces in columns) or geographic (on the ground)',
    around: 'with --layout distance: the actor in the middle, by default the most tied one',
    backbone: 'draws the backbone only: the most embedded ties and those that hold the whole together',
    exportFindings: 'workbook: with the findings of the wave, on a sheet',
    exportRows: 'the table of the map (.xlsx, .csv): actors, ties, or spaces and participants',
    exportColumns: 'the table, with these columns in this order; of actors, measures too',
    exportSort: 'the table, sorted by this column; “--sort=-partners”: from the largest on',
    exportColor: 'what the colours of the map tell, in GEXF; in the table, of what “--hide” hides categories',
    exportHide: 'the table without actors of these categories, as the legend hides them: “--hide culture,sante”',
    exportBackbone:
      'the table of ties, reduced to the backbone: the most embedded and those that hold the whole together',
    convert: 'reads files of any format as a territory and writes it in another format',
    convertDate: 'date YYYY-MM-DD of what has none; today by default',
    exportForce: 'replaces files that exist',
    exportPeople: 'with the names of people invited',
    exportRevision: 'as it was at this revision',
    backup: 'saves all data to a file, whether the server runs or not',
    backupForce: 'replaces the file if it exists',
    restore: 'restores a backup, with the server stopped; what it replaces is kept beside',
    check:
      'reads all data and compares them with their checksums, with the server stopped; without FILE, those of MAILLAGE_STORE',
    copy: 'copies a territory, its history and its map from one store to another',
    copyFrom: 'where it is: sqlite:FILE, neo4j://HOST or bolt://HOST',
    copyTo: 'where it goes, whole or not at all; asked again later, brings it up to date',
    measure:
      'measures of a territory, or of edge lists in CSV (source,target[,weight]; “-” reads standard input), one JSON document per line',
    diagnose:
      'findings on a wave of a territory, or on CSV edge lists (a survey that everyone answered, except with --answered), one JSON document per list and line',
    boundary:
      'how much of an extract of the French register of companies (CSV or workbook, a row per establishment) the map has: by commune or EPCI, to confirm, missing',
    lookup:
      'looks a company up in the open French register of companies, by name, SIREN or SIRET: legal name, NAF, headcount band, commune, coordinates; what is asked is sent to that register',
    lookupRegister:
      'address of the register; without it MAILLAGE_REGISTER, else https://recherche-entreprises.api.gouv.fr',
    boundarySections: 'sections of NAF, parted by commas; without it C, manufacturing',
    boundaryHeadcount: 'employees at least; without it 50',
    boundaryMissing: 'writes those missing to a CSV file that the import takes as it is',
    agenda:
      'agenda of a wave: three to seven decisions, who does what with whom by when, what it would change, and what would show otherwise',
    invite: 'who is missing from a seminar: empty chairs, who could take them and through whom, next invitations',
    invited: 'CSV of the people invited: organisation (name or id), and if you like person, status, role',
    seminar: 'instead of a file, those invited to a seminar of the territory',
    inviteCount: 'how many more invitations to propose, 1 to 10; 3 unless told',
    inviteBy: 'what they should reach: in one step (within1), in two (within2), both (weighted)',
    quotas: 'at most so many more per sphere, such as economie=1,culture=0',
    floors: 'at least so many per sphere, those on the list included, such as economie=3',
    must: 'who must be among the next invitations (name or id)',
    tablesOf: 'a table plan of a list of people (a CSV is enough) or of a territory’s invitees, and what it is worth',
    together: 'table plan: CSV of two columns of who must share a table once at least',
    pairs: 'pairs of an elected official and an industrial, and the introductions that would help most',
    pairsCount: 'how many introductions, 1 to 20; 5 unless told',
    whatif: 'what if…: what the network would become without these actors, without these ties, or with others',
    scenario: 'a scenario that the territory keeps, by its name',
    leaving: 'actors who leave (name or id)',
    weakened: 'ties that carry nothing any more, two actors with = between',
    added: 'new ties, two actors with = between',
    tables: 'table plan: number of tables',
    rounds: 'table plan: number of rounds',
    preset:
      'table plan: mix spheres (mix), link those far apart (link), deepen shared subjects (deepen) or let as many meet as can (meet)',
    hosts: 'table plan: CSV of who stays at a table, in the order of tables',
    apart: 'table plan: CSV of two columns of who may not share a table',
    compare:
      'what changed between two waves of a territory, or two CSV edge lists (the earlier first), what holds, what is not known; --json gives the whole comparison',
    compareFrom: 'territory: the wave to start from; without it, the survey before',
    compareTo: 'territory: the wave to end with; without it, the latest survey',
    compareFindings: 'territory: without what became of the findings, which takes longest',
    compareBeside: 'territory: its place among the other territories, each compared with itself',
    compareRsiena: 'also writes both waves for RSiena (.zip file)',
    power: 'before a new survey: how large a change it would show, and how many more answers would be worth it',
    powerWave: 'the survey that the next would be compared with; without it, the latest',
    response: 'share of those asked who would answer, in percent; without it, that of this survey',
    revive:
      'ties that fade, those that hold most together first: through whom, at the next seminar or not, and how many a year would keep the network as it is',
    ics: 'also writes a calendar, one tie a week (.ics file)',
    start: 'day of the first entry, YYYY-MM-DD; without it, today',
    roster: 'lists: CSV of who was there (id, attributes); {} stands for the name of the file, for one list per wave',
    comparedKinds: 'kinds of ties that count, separated by commas; without it, all',
    spheres: 'lists: column of the spheres, in the node list',
    measures: 'measures wanted, separated by commas; without it, all that apply',
    seed: 'seed of chance',
    exact: 'neither samples nor size limits',
    twoMode: 'actors and spaces; lists: sources are the first mode, targets the second',
    directed: 'lists: ties are directed',
    weight: 'lists: column of strengths',
    nodes: 'lists: CSV of nodes (id, attributes; mode 1 or 2); {} stands for the name of the file',
    group: 'lists: column of groups, in the node list',
    place: 'lists: column of places (communes), in the node list',
    diagnosedKinds: 'kinds of ties that count, separated by commas; lists: by their column kind',
    answered: 'lists: column that says who answered (yes or no), in the node list',
    previous: 'lists: edge list of the survey before, on the same nodes; {} stands for the name of the file',
    outside: 'lists: nodes with this value are outside',
    wave: 'territory: wave; without it, the latest',
    tieKinds: 'territory: kinds of ties, separated by commas',
    spaceKinds: 'territory: kinds of spaces, separated by commas',
    direction:
      'territory: a tie counts when either end reports it (either), when both do (confirmed), or each its own way (directed)',
    weights: 'territory: strength of a tie: none, the one reported (strength) or the number of spaces shared (shared)',
    kindStrength: 'territory: of several kinds of ties, the greatest strength (max) or the sum (sum)',
    endStrength: 'territory: of two reports, the greatest strength (max) or the mean (mean)',
    actors: 'territory: all actors (all) or those inside (inside)',
    collective: 'territory: without collective actors',
    groups: 'territory: groups by sphere, type, scope or commune',
    exits:
      'Exit codes: 0 done; 1 refused; 2 malformed command or configuration; 70 an error of Maillage; 130 interrupted by Ctrl+C, 143 by a request to stop.',
  },
}

function quoted(name: string): string {
  return `“${name}”`
}

/** A line for each name, the first of many. */
function namesRefused(file: string, names: readonly RefusedName[]): string[] {
  const told = names.slice(0, mostRowsTold).map(({ row, got, reason, near }) => {
    const where = `${file}, row ${row}: “${got}”`
    const called = near.map(quoted).join(', ')
    if (reason === 'several')
      return `${where} may be several actors${near.length > 0 ? ` (${called})` : ''}: give the id.`
    if (reason === 'not_expected') return `${where} is not among those present on the list, or is taken already.`
    return `${where} is not an actor of the territory${near.length > 0 ? `; the nearest: ${called}` : ''}.`
  })
  const left = names.length - told.length
  return left > 0 ? [...told, `… and ${number(left)} more.`] : told
}

/** The first names of many. */
/** More than anybody reads. */
const mostRolesTold = 5

function some(names: readonly string[], count: number): string {
  return `${names.map(quoted).join(', ')}${count > names.length ? '…' : ''}`
}

/** Why an import leaves things out, one sentence each: where, what was got, what was expected. The first of many. */
function rowsRefused(refusals: readonly ReadRefusal[]): string[] {
  const told = refusals.slice(0, mostRowsTold).map((refusal) => `${refusedPlace(refusal)}: ${reasonOfRow(refusal)}.`)
  const left = refusals.length - told.length
  return left > 0 ? [...told, `… and ${number(left)} more; --json gives them all with --preview.`] : told
}

function reasonOfRow({ code, got, expected }: ReadRefusal): string {
  return code === 'missing_wave' ? 'a missing wave; --wave and --wave-date name one' : refused(code, got, expected)
}
