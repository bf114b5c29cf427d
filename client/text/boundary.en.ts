import { extractRows } from '#words/en/register.ts'
import { english } from '#words/formats.ts'
import type { BoundaryText } from './boundary.fr.ts'
import { importing } from './import.en.ts'

const { list, number } = english

export const boundary: BoundaryText = {
  heading: 'Who is missing from the map?',
  lead: 'An extract of the French register of companies (Sirene or Annuaire des entreprises, one establishment a row, with its SIRET) tells how many establishments of the perimeter are on your map. Nothing is sent outside Maillage, nothing is kept.',
  choose: 'Choose an extract…',
  checking: 'Reading the extract…',
  unreadable: 'This file cannot be read.',
  noSiret: (file, found) => `“${file}” has no column of SIRET${found === '' ? '.' : `. Its columns: ${found}.`}`,
  activity: 'Activity',
  industry: 'Manufacturing',
  anyActivity: 'All activities',
  size: 'Employees',
  sizes: {
    250: '250 employees or more',
    50: '50 employees or more',
    20: '20 employees or more',
    10: '10 employees or more',
    0: 'any number',
  },
  known: (known, all, isIndustry, headcount, none) =>
    `Your map has ${known === 0 ? 'none' : number(known)} of the ${number(all)} ${isIndustry ? 'industrial ' : ''}${all === 1 ? 'establishment' : 'establishments'}${headcount > 0 ? ` of ${number(headcount)} employees or more` : ''} in the extract${none.length === 0 || known === 0 ? '' : `; none of ${list(none)}`}.`,
  nothing: 'The extract has no open establishment of this activity and size.',
  rows: extractRows,
  places: 'By EPCI or commune',
  place: 'EPCI or commune',
  onMap: 'On the map',
  inExtract: 'In the extract',
  unknownPlace: 'unknown commune',
  missing: (total) => `Missing from the map (${number(total)})`,
  alike: (total) => `To be confirmed: maybe on the map under another name (${number(total)})`,
  name: 'Establishment',
  commune: 'Commune',
  employees: 'Employees',
  atLeast: (headcount) => `${number(headcount)} or more`,
  mayBe: 'Maybe',
  reasons: importing.names.reasons,
  shown: (shown) => `Here are the first ${number(shown)}.`,
  add: (total) => (total === 1 ? 'Prepare to add the missing one' : `Prepare to add the ${number(total)} missing`),
  addNote: 'The import opens: you correct, then agree or not.',
  file: 'missing-from-register.csv',
}
