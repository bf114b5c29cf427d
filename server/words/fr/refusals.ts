import { type RefusalWords, type RefusedPlace, refusedIn } from '../refusals.ts'
import { fileOptions, headerOf, nouns } from './nouns.ts'

/** Where a refusal is, as a spreadsheet numbers it. A column that a file lacks is called by a header that the import takes. */
export function refusedPlace({ file, row, column, code }: RefusedPlace): string {
  const named = column !== null && code === 'missing_column' ? words.column(column) : column
  const place = [file, row === null ? null : words.row(row), named === null ? null : `colonne « ${named} »`]
  return place.filter((part) => part !== null).join(', ')
}

const words: RefusalWords = {
  reasons: {
    unknown_file: (_, expected) => `Maillage ne sait pas ce que contient ce fichier ; noms attendus : ${expected}`,
    repeated_file: () => 'un autre fichier parle de la même chose',
    file_too_large: (got, expected) => `fichier trop volumineux : ${got} octets, au plus ${expected} octets`,
    too_many_rows: (got, expected) => `${got} lignes, au plus ${expected}`,
    too_many_columns: (got, expected) => `${got} colonnes, au plus ${expected}`,
    too_many_cells: (got, expected) => `${got} cellules, au plus ${expected}`,
    malformed_file: (got, expected) =>
      got === '' ? `illisible, attendu : ${expected}` : (otherFormats.get(got) ?? unknownFormat(got)),
    protected_file: () =>
      'protégé par un mot de passe ; ouvrez-le dans votre tableur et enregistrez-le sans mot de passe',
    missing_header: (_, expected) => `aucune ligne d’en-tête ; colonnes attendues : ${expected}`,
    missing_column: (_, expected) => `colonne manquante, attendu : ${expected}`,
    repeated_column: (_, expected) => `colonne en double (${expected})`,
    extra_cell: (got) => `« ${got} » est sous une colonne sans nom`,
    missing_value: (_, expected) => `valeur manquante, attendu : ${expected}`,
    missing_wave: () => 'la vague manque ; dites de quand date cette ligne',
    unreadable_value: (got, expected) => `« ${got} » ne se lit pas, attendu : ${expected}`,
    ambiguous_name: (got) => `plusieurs portent le nom « ${got} » ; donnez l’identifiant`,
    contradicting_row: (got, expected) =>
      `« ${got} » contredit ${expected === '' ? 'un autre tableau' : `la ${expected}`}`,
    unconfirmed_name: (got, expected) =>
      expected === ''
        ? `aucun acteur ne s’appelle « ${got} » ; dites s’il est nouveau`
        : `« ${got} » est peut-être ${expected} ; dites lequel est visé`,
    repeated_change: (got) => `« ${got} » est donné deux fois`,
    unknown_fact: (got) => `« ${got} » est inconnu`,
    unknown_actor: (got) => `aucun acteur ne s’appelle « ${got} »`,
    unknown_space: (got) => `aucun espace ne s’appelle « ${got} »`,
    unknown_wave: (got) => `aucune vague ne s’appelle « ${got} »`,
    unknown_seminar: (got) => `aucun séminaire ne s’appelle « ${got} »`,
    unknown_decision: (got) => `aucune décision ne porte la clé « ${got} »`,
    unknown_challenge: (got) => `aucun défi ne s’appelle « ${got} »`,
    unknown_word: (got, expected) => `« ${got} » n’est pas un mot connu, attendu : ${expected}`,
    invalid_value: (got, expected) => `« ${got} » ne convient pas, attendu : ${expected}`,
    parent_cycle: (got) => `« ${got} » serait contenu dans lui-même`,
    still_used: (got) => `encore utilisé par « ${got} »`,
  },
  things: {
    id: 'un identifiant',
    name: 'un texte',
    line: 'un texte',
    text: 'un texte',
    names: 'des textes séparés par des points-virgules',
    date: 'AAAA-MM-JJ ou JJ/MM/AAAA',
    boolean: 'oui ou non',
    value: 'un texte, un nombre, vrai ou faux',
    attributes: 'des textes, des nombres, vrai ou faux',
    number: 'un nombre',
    another_name: 'un autre nom',
    wave_with_roster: 'une vague qui a une liste d’enquête, et non ce que l’équipe sait',
    wave_without_roster: 'une autre base tant que la vague a une liste d’enquête',
    csv: 'du CSV',
    closing_quote: 'un guillemet qui ferme celui de cette ligne',
  },
  limits: {
    id: '1 à 200 caractères sur une ligne, en Unicode NFC, sans caractère invisible ni espace autour',
    line: 'au plus 10 000 caractères sur une ligne, en Unicode NFC, sans caractère invisible',
    text: 'au plus 10 000 caractères en Unicode NFC, sans caractère invisible',
  },
  facts: {
    actor: 'un acteur',
    space: 'un espace',
    wave: 'une vague',
    seminar: 'un séminaire',
    challenge: 'un défi',
    decision: 'une décision',
  },
  vocabularies: {
    actorType: 'un type d’acteur',
    sphere: 'une sphère',
    tieKind: 'un type de lien',
    role: 'un rôle',
    spaceKind: 'un type d’espace',
  },
  option: (list, word) => fileOptions[list][word],
  nouns,
  column: headerOf,
  row: (row) => `ligne ${row}`,
  format: (name) => `un fichier ${name} entier`,
  quoted: (name) => `« ${name} »`,
  digits: (digits) => `${digits} chiffres`,
  between: (least, most) => `de ${least} à ${most}`,
  whole: (least, most) => `un nombre entier de ${least} à ${most}`,
  wholes: (least, most) => `des nombres entiers de ${least} à ${most}, séparés par des points-virgules`,
  notBefore: (date) => `le ${date} au plus tôt`,
}

/** What people bring that holds no table, and what to do about it. */
const otherFormats: ReadonlyMap<string, string> = new Map([
  ['image', 'c’est une image ; saisissez le tableau dans un tableur, ou demandez le fichier d’origine'],
  ['pdf', 'c’est un PDF ; copiez son tableau dans un tableur, ou demandez le fichier d’origine'],
  ['document', 'c’est un texte mis en page ; copiez ses tableaux et collez-les ici'],
  ['slides', 'c’est un diaporama ; copiez ses tableaux et collez-les ici'],
  ['gephi', 'c’est un projet Gephi ; exportez-le de Gephi en GEXF (Fichier, Exporter)'],
  ['archive', 'cette archive ne contient aucun tableau ; extrayez-en les fichiers'],
])

function unknownFormat(got: string): string {
  return `format ${got === 'binary' ? 'binaire' : got} ; enregistrez-le en CSV depuis votre tableur`
}

/** Why a file, a row or a cell of an import is left out. */
export const refused = refusedIn(words)
