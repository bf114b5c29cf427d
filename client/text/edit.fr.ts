import { french } from '#words/formats.ts'
import { de, le } from '#words/fr/names.ts'
import { fields } from '#words/fr/nouns.ts'

const { number, count, list } = french

/** What is said while a territory is edited, in French; edit.en.ts has the same keys or does not build. */
export const edit = {
  fields,
  /** Keys as keyboards print them. */
  keys: { undo: 'Ctrl+Z', redo: 'Ctrl+Maj+Z' },

  bar: 'Modifier le territoire',
  newActor: 'Acteur',
  newActorLong: 'Ajouter un acteur (A)',
  newTie: 'Lien',
  newTieLong: 'Ajouter un lien (T)',
  undo: 'Annuler la dernière modification (Ctrl+Z)',
  redo: 'Rétablir (Ctrl+Maj+Z)',
  shortcuts: 'Raccourcis clavier (?)',

  change: 'Modifier',
  remove: 'Retirer',
  add: 'Ajouter',
  save: 'Enregistrer',
  create: 'Ajouter',
  changeNamed: (what: string) => `Modifier : ${what}`,
  removeNamed: (what: string) => `Retirer : ${what}`,
  addTie: 'Ajouter un lien',
  addParticipation: 'Ajouter une participation',
  addPart: 'Ajouter un participant',
  more: 'Plus de précisions',
  optional: 'facultatif',
  unspecified: 'non précisé',
  nobody: 'personne',
  exists: 'Cela existe déjà : modifiez plutôt ce qui existe.',
  chooseFromList: 'Choisissez un nom de la liste.',
  noMatch: 'Aucun nom ne correspond.',
  draftKept: 'Ce que vous aviez commencé a été gardé.',
  startAfresh: 'Repartir de zéro',
  faults: (n: number) => `${count(n, 'point est', 'points sont')} à corriger.`,

  removal: {
    question: (what: string) => `Retirer ${what} ?`,
    alone: 'Rien d’autre n’en dépend.',
    withIt: (what: string) => `Partiront aussi : ${what}.`,
    kept: (n: number) =>
      n > 1 ? `${number(n)} espaces resteront, sans cette mention.` : 'Un espace restera, sans cette mention.',
    undoable: 'Ctrl+Z annule le tout en une fois.',
    stillUsed: (uses: string) => `C’est encore employé : ${uses}. Changez-les d’abord.`,
  },

  company: {
    ask: 'Chercher au répertoire des entreprises',
    asking: 'Recherche…',
    needsName: 'Donnez d’abord un nom ou un numéro.',
    sent: (asked: string, address: string) => `« ${asked} » sera envoyé à ${address}, et rien d’autre.`,
    none: 'Aucune entreprise de ce nom ou de ce numéro.',
    closed: 'fermée',
    band: 'Tranche d’effectif',
  },
  actor: {
    name: 'Nom de l’acteur',
    type: 'Type',
    sphere: 'Sphère',
    typeProposed: 'proposé d’après le nom',
    proposed: 'proposée d’après le type',
    exists: (name: string) => `« ${name} » existe déjà.`,
    alike: 'Existent déjà :',
    open: (name: string) => `Ouvrir la fiche ${de(name)}`,
    calledToo: (name: string) => `aussi appelé ${name}`,
    onRoster: 'Cette vague est une enquête : l’acteur y entre comme « non interrogé ».',
    needsName: 'Donnez un nom.',
  },
  tie: {
    heading: (name: string) => `Lien avec ${le(name)}`,
    partner: 'Avec qui',
    kind: 'Type de lien',
    wave: (label: string) => `Vague : ${label}`,
    exists: 'Ce lien est déjà déclaré.',
    needsPartner: 'Choisissez avec qui.',
    selectFirst: 'Choisissez d’abord un acteur sur la carte, puis T.',
    pickFrom: 'Qui',
  },
  noWave: 'Il faut d’abord une vague : dans l’onglet Données, ajoutez-en une.',

  state: {
    saved: 'Enregistré',
    saving: 'Enregistrement…',
    unreachable: (edits: number) =>
      `Le serveur ne répond pas. ${edits > 1 ? `${number(edits)} modifications sont gardées ici et seront envoyées` : 'Votre modification est gardée ici et sera envoyée'} dès son retour.`,
    lost: 'Connexion perdue : ce que les autres changent n’arrive plus. Nouvel essai en cours…',
    refused: 'La modification n’a pas pu être enregistrée.',
    retry: 'Réessayer',
    abandon: 'Y renoncer',
    caughtUp: 'Connexion rétablie.',
    undone: (what: string) => `Annulé : ${what}`,
    redone: (what: string) => `Rétabli : ${what}`,
    nothingToUndo: 'Rien à annuler.',
    nothingToRedo: 'Rien à rétablir.',
    others: (what: string) => `Quelqu’un a modifié : ${what}`,
  },

  clash: {
    heading: 'Quelqu’un a changé la même chose',
    lead: 'Le reste est réuni. Dites ce qui doit valoir.',
    mine: 'Ma version',
    theirs: 'L’autre version',
    nothing: 'rien',
    removed: 'retiré',
    keptFact: 'gardé',
    confirm: 'Garder ces choix',
    about: (what: string, field: string) => `${what} : ${field}`,
    says: (side: string, value: string) => `${side} : ${value}`,
  },

  help: {
    heading: 'Raccourcis clavier',
    letters: 'Raccourcis d’une lettre (A, T, ?)',
    lettersNote: 'Coupez-les si un logiciel de dictée ou de lecture d’écran s’en sert autrement.',
    list: [
      ['A', 'ajouter un acteur'],
      ['T', 'ajouter un lien à l’acteur choisi'],
      ['Entrée', 'enregistrer'],
      ['Échap', 'fermer sans enregistrer'],
      ['Ctrl+Z', 'annuler ma dernière modification'],
      ['Ctrl+Maj+Z', 'la rétablir'],
      ['Ctrl+K', 'chercher un acteur, un espace, une vue, ou quelque chose à faire'],
      ['Flèches', 'aller d’un acteur à l’autre, sur la carte'],
      ['Maj + flèches', 'déplacer l’acteur choisi, sur la carte'],
      ['Espace', 'le choisir avec d’autres, sur la carte'],
      ['Maj + clic', 'choisir plusieurs acteurs ; Maj + tracé les entoure'],
      ['+ − 0', 'agrandir, réduire, tout voir'],
      ['?', 'cette aide'],
    ] as readonly (readonly [string, string])[],
  },

  added: (what: string) => `Ajout : ${what}`,
  changed: (what: string, fields: readonly string[]) =>
    `Modification : ${what}${fields.length > 0 ? ` (${list(fields.map((field) => field.toLocaleLowerCase()))})` : ''}`,
  removed: (what: string) => `Retrait : ${what}`,
  andOthers: (n: number) => `et ${count(n, 'autre', 'autres')}`,

  table: {
    hint: 'Entrée ou double clic modifie une case, les flèches vont de l’une à l’autre, Maj+flèches en prend plusieurs, Ctrl+V y colle ce qui vient d’un tableur.',
    selected: (n: number) => count(n, 'ligne choisie', 'lignes choisies'),
    set: (what: string) => `Définir : ${what}`,
    setFor: (what: string, n: number) => `${what} pour ${count(n, 'ligne choisie', 'lignes choisies')}`,
    choose: 'choisir…',
    select: (name: string) => `Choisir ${le(name)}`,
    selectAll: 'Choisir toutes les lignes',
    clear: 'Ne plus rien choisir',
    pasted: (cells: number) => `${count(cells, 'case modifiée', 'cases modifiées')}.`,
    notRead: (texts: readonly string[]) =>
      `Non reconnu : ${list(texts.map((text) => `« ${text} »`))}. Rien n’a été enregistré.`,
    grid: (name: string) => `Acteurs ${de(name)}, modifiables`,
    edit: 'Modifier dans le tableau',
    read: 'Revenir à la lecture',
    yes: 'oui',
    no: 'non',
  },

  lists: {
    heading: 'Vagues, enquête, vocabulaire, réglages',
    lead: 'Tout se corrige ici et s’annule par Ctrl+Z.',
    empty: 'Rien pour l’instant.',
    setting: (key: string, value: string) => `${key} : ${value}`,
    add: {
      wave: 'Ajouter une vague',
      roster: 'Ajouter une ligne d’enquête',
      vocabulary: 'Ajouter un mot',
      setting: 'Ajouter un réglage',
      space: 'Ajouter un espace',
    },
  },

  restore: {
    button: 'Revenir à cette version',
    named: (revision: number) => `Revenir à cette version (${number(revision)})`,
    question: (revision: number) => `Revenir à la version ${number(revision)} ?`,
    consequence: (n: number) =>
      `${count(n, 'fait changera', 'faits changeront')} en une seule modification, que Ctrl+Z annule. L’historique reste entier.`,
    same: 'Le territoire est déjà tel qu’il était alors.',
    done: (revision: number) => `Le territoire est revenu à la version ${number(revision)}.`,
  },

  pair: {
    sheet: 'Fiche du lien',
    heading: (a: string, b: string) => `${a} – ${b}`,
    declarations: 'Déclarations',
    noDeclarations: 'Aucune déclaration dans cette vague : seuls les espaces partagés les relient.',
    spaces: 'Espaces partagés',
    others: 'Dans d’autres vagues',
    says: (name: string) => `${name} le déclare`,
    since: (day: string) => `depuis le ${day}`,
    notInView: 'Rien ne les relie dans le périmètre affiché.',
  },
}
