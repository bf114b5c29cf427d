import type { Reasons, RefusalCode } from '../refusals.ts'

/** Why a file, a row or a cell of an import is left out: what was got, what was expected. Without the final point. */
export function refused(code: RefusalCode, got: string, expected: string): string {
  return reasons[code](got, code === 'missing_header' ? expected : inFrench(expected))
}

/** A column that a file lacks: refusals name it by its field, people by a header that the import takes. */
export function columnInFrench(field: string): string {
  return headers.get(field) ?? field
}

const reasons: Reasons = {
  unknown_file: (_, expected) => `Maillage ne sait pas ce que contient ce fichier ; noms attendus : ${expected}`,
  repeated_file: () => 'un autre fichier parle de la même chose',
  file_too_large: (got, expected) => `fichier trop volumineux : ${inFrench(got)}, au plus ${expected}`,
  too_many_rows: (got, expected) => `${got} lignes, au plus ${expected}`,
  too_many_columns: (got, expected) => `${got} colonnes, au plus ${expected}`,
  malformed_file: (got, expected) =>
    got === ''
      ? `illisible, attendu : ${expected}`
      : `format ${inFrench(got)} ; enregistrez-le en CSV depuis votre tableur`,
  missing_header: (_, expected) =>
    `aucune ligne d’en-tête ; colonnes attendues : ${expected.split(', ').map(columnInFrench).join(', ')}`,
  missing_column: (_, expected) => `colonne manquante, attendu : ${expected}`,
  repeated_column: (_, expected) => `colonne en double (${expected})`,
  extra_cell: (got) => `« ${got} » est sous une colonne sans nom`,
  missing_value: (_, expected) => `valeur manquante, attendu : ${expected}`,
  missing_wave: () => 'la vague manque ; dites de quand date cette ligne',
  unreadable_value: (got, expected) => `« ${got} » ne se lit pas, attendu : ${expected}`,
  ambiguous_name: (got) => `plusieurs portent le nom « ${got} » ; donnez l’identifiant`,
  contradicting_row: (got, expected) => `« ${got} » contredit la ${expected}`,
  repeated_change: (got) => `« ${got} » est donné deux fois`,
  unknown_fact: (got) => `« ${got} » est inconnu`,
  unknown_actor: (got) => `aucun acteur ne s’appelle « ${got} »`,
  unknown_space: (got) => `aucun espace ne s’appelle « ${got} »`,
  unknown_wave: (got) => `aucune vague ne s’appelle « ${got} »`,
  unknown_word: (got, expected) => `« ${got} » n’est pas un mot connu, attendu : ${expected}`,
  invalid_value: (got, expected) => `« ${got} » ne convient pas, attendu : ${expected}`,
  parent_cycle: (got) => `« ${got} » serait contenu dans lui-même`,
  still_used: (got) => `encore utilisé par « ${got} »`,
}

/** What was expected, which refusals say by a name, a bound or a list of words. */
function inFrench(expected: string): string {
  const words = expected.split(', ').map((word) => acceptedWords.get(word))
  if (words.every((word) => word !== undefined)) return words.join(', ')
  return (
    expectations.get(expected) ??
    expected
      .replace(/^row (\d+)$/, 'ligne $1')
      .replace(/^(\d+) digits$/, '$1 chiffres')
      .replace(/^(\d+) bytes$/, '$1 octets')
      .replace(/^>= (.+)$/, 'le $1 au plus tôt')
      .replace(/^(-?\d+) to (\d+)$/, 'de $1 à $2')
  )
}

const expectations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    actorType: 'un type d’acteur',
    sphere: 'une sphère',
    tieKind: 'un type de lien',
    role: 'un rôle',
    spaceKind: 'un type d’espace',
    actor: 'un acteur',
    space: 'un espace',
    wave: 'une vague',
    id: 'un identifiant',
    text: 'un texte',
    list: 'des textes séparés par des points-virgules',
    value: 'un texte, un nombre, vrai ou faux',
    number: 'un nombre',
    'a finite number': 'un nombre',
    digits: 'des chiffres',
    date: 'AAAA-MM-JJ ou JJ/MM/AAAA',
    'YYYY-MM-DD': 'AAAA-MM-JJ ou JJ/MM/AAAA',
    'true, false': 'oui ou non',
    '1, 2, 3, 4, 5': 'un nombre entier de 1 à 5',
    'another name': 'un autre nom',
    csv: 'du CSV',
    binary: 'binaire',
    'closing quote': 'un guillemet qui ferme celui de cette ligne',
    '1 to 200 plain characters on one line, no outer space':
      '1 à 200 caractères sur une ligne, en Unicode NFC, sans caractère invisible ni espace autour',
    'at most 10000 plain characters on one line':
      'au plus 10 000 caractères sur une ligne, en Unicode NFC, sans caractère invisible',
    'at most 10000 plain characters': 'au plus 10 000 caractères en Unicode NFC, sans caractère invisible',
  }),
)

/** Words that files may hold, as the import takes them in French: options, columns, names of files. */
export const acceptedWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      local: 'local',
      departmental: 'départemental',
      regional: 'régional',
      national: 'national',
      foreign: 'étranger',
    },
    ...{ certain: 'certain', likely: 'probable', uncertain: 'incertain' },
    ...{ survey: 'enquête', documents: 'documents' },
    ...{ weekly: 'hebdomadaire', monthly: 'mensuel', quarterly: 'trimestriel', yearly: 'annuel', rarely: 'rarement' },
    ...{
      asked: 'interrogé',
      answered: 'a répondu',
      declined: 'a refusé',
      not_asked: 'non interrogé',
      named_only: 'cité',
    },
    ...{ territory: 'territoire', vocabulary: 'vocabulaire', waves: 'vagues', actors: 'acteurs', spaces: 'espaces' },
    ...{ participations: 'participations', ties: 'liens', roster: 'liste' },
  }),
)

/** A header for each field whose name is no French word. */
const headers: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ id: 'identifiant', name: 'nom', label: 'libellé', kind: 'nature', key: 'clé', value: 'valeur' },
    ...{ vocabulary: 'vocabulaire', fr: 'français', en: 'anglais' },
    ...{ sphere: 'sphère', scope: 'échelle', inside: 'dans le territoire', collective: 'collectif' },
    ...{ aliases: 'autres noms', groups: 'groupes', basis: 'base' },
    ...{ parent: 'axe', host: 'hôte', start: 'début', end: 'fin', objective: 'objectif' },
    unobservedRoles: 'rôles non observés',
    ...{ from: 'de', to: 'à', reporter: 'déclarant', directed: 'orienté', strength: 'force' },
    ...{ regularity: 'régularité', since: 'depuis', lastContact: 'dernier contact' },
    ...{ actor: 'acteur', space: 'espace', role: 'rôle', wave: 'vague', status: 'statut' },
    ...{ confidence: 'confiance', note: 'remarque', tags: 'étiquettes' },
  }),
)
