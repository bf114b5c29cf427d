import { french } from '#words/formats.ts'
import { de } from '#words/fr/names.ts'
import { extractRows } from '#words/fr/register.ts'
import { importing } from './import.fr.ts'

const { list, number } = french

/** The words of the check against the register of companies, in French; boundary.en.ts has the same keys or does not build. */
export const boundary = {
  heading: 'Qui manque à la carte ?',
  lead: 'Un extrait du répertoire Sirene ou de l’Annuaire des entreprises (une ligne par établissement, avec son SIRET) dit combien d’établissements du périmètre sont sur votre carte. Rien n’est envoyé hors de Maillage, rien n’est enregistré.',
  choose: 'Choisir un extrait…',
  checking: 'Lecture de l’extrait…',
  unreadable: 'Ce fichier ne peut pas être lu.',
  noSiret: (file: string, found: string) =>
    `« ${file} » n’a pas de colonne SIRET${found === '' ? '.' : `. Ses colonnes : ${found}.`}`,
  activity: 'Activité',
  industry: 'Industrie manufacturière',
  anyActivity: 'Toutes les activités',
  size: 'Effectif',
  sizes: {
    250: 'au moins 250 salariés',
    50: 'au moins 50 salariés',
    20: 'au moins 20 salariés',
    10: 'au moins 10 salariés',
    0: 'tous les effectifs',
  },
  known: (known: number, all: number, isIndustry: boolean, headcount: number, none: readonly string[]) =>
    `Votre carte ${known === 0 ? 'ne compte aucun' : `compte ${number(known)}`} ${all < 2 ? 'établissement' : `des ${number(all)} établissements`}${isIndustry ? (all < 2 ? ' industriel' : ' industriels') : ''}${headcount > 0 ? ` d’au moins ${number(headcount)} salariés` : ''} de l’extrait${none.length === 0 || known === 0 ? '' : ` ; aucun ${list(none.map(de))}`}.`,
  nothing: 'L’extrait n’a aucun établissement ouvert de cette activité et de cet effectif.',
  rows: extractRows,
  places: 'Par intercommunalité ou commune',
  place: 'Intercommunalité ou commune',
  onMap: 'Sur la carte',
  inExtract: 'Dans l’extrait',
  unknownPlace: 'commune inconnue',
  missing: (total: number) => `Absents de la carte (${number(total)})`,
  alike: (total: number) => `À confirmer : peut-être sur la carte sous un autre nom (${number(total)})`,
  name: 'Établissement',
  commune: 'Commune',
  employees: 'Effectif',
  atLeast: (headcount: number) => `au moins ${number(headcount)}`,
  mayBe: 'Peut-être',
  reasons: importing.names.reasons,
  shown: (shown: number) => `Voici les ${number(shown)} premiers.`,
  add: (total: number) =>
    total === 1 ? 'Préparer l’ajout de l’établissement absent' : `Préparer l’ajout des ${number(total)} absents`,
  addNote: 'L’import s’ouvre : vous corrigez, puis acceptez ou non.',
  file: 'absents-du-registre.csv',
}

export type BoundaryText = typeof boundary
