import { foldedWords } from './folding.ts'

/** The type that a name speaks of; null: nothing. */
export function typeOfName(name: string): string | null {
  const words = foldedWords(name)
  return typesByName.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const typesByName: readonly (readonly [RegExp, string])[] = [
  [
    /^(communaute (de communes|d agglomeration|urbaine)|metropole|agglo|agglomeration|intercommunalite|petr|comcom|com com|cc |ca |cu )/,
    'epci',
  ],
  [/^(ville|commune|mairie|municipalite) (de|d|du|des|la|le) /, 'commune'],
  [/^(conseil (departemental|general)|departement)( |$)/, 'departement'],
  [/^(conseil regional|region)( |$)/, 'region'],
  [
    /(^| )(prefecture|dreets|direccte|ddets|ddetspp|ddtm?|ddfip|dreal|drac|ars|rectorat|education nationale|dasen|academie|insee|anct|ademe|ministere|douanes)( |$)/,
    'etat',
  ],
  [/^(cci|cma|chambre)( |$)/, 'chambre_consulaire'],
  [
    /(^| )(universite|iut|insa|ensam|cnrs|inrae?|laboratoire|ecole (d ingenieurs|superieure|centrale|des mines)|cea)( |$)/,
    'enseignement_recherche',
  ],
  [
    /^(lycees?|cfa|greta|college|ecoles?|mfr|maison familiale|afpa|campus|centre de formation|organisme de formation)( |$)/,
    'formation',
  ],
  [
    /(^| )(france travail|pole emploi|missions? locales?|cap emploi|apec|plie|interim|insertion)( |$)/,
    'emploi_insertion',
  ],
  [/(^| )(office (de|du) tourisme|tourisme|camping|hotel)( |$)/, 'tourisme'],
  [/(^| )(tiers lieux?|fab ?lab|coworking)( |$)/, 'tiers_lieu'],
  [
    /(^| )(clubs? (d |des )?entreprises|medef|cpme|uimm|union patronale|reseau entreprendre|ffb|capeb|u2p|union des (entreprises|commercants)|cjd)( |$)/,
    'association_entreprises',
  ],
  [
    /(^| )(agence (de |d )?(developpement|attractivite|economique|urbanisme)|adie|initiative)( |$)/,
    'agence_developpement',
  ],
  [/(^| )(pole de competitivite|cluster|technopole|technocampus)( |$)|^pole /, 'cluster'],
  [/(^| )(habitat|hlm|bailleur|office public de l habitat|soliha)( |$)/, 'logement_amenagement'],
  [
    /(^| )(mediatheque|theatre|musee|cinema|centre culturel|bibliotheque|conservatoire|scene nationale)( |$)/,
    'culture',
  ],
  [/(^| )(grand port|port (de|d|maritime|autonome|fluvial))( |$)/, 'port'],
  [
    /(^| )(enedis|grdf|rte|engie|edf|veolia|suez|orange|grtgaz|syndicat (d |de l |des |departemental d )?(energie|eaux?))( |$)/,
    'operateur_reseau',
  ],
  [/(^| )(sncf|transdev|keolis|ratp)( |$)/, 'transport'],
  [
    /(^| )(emmaus|esat|scop|scic|ressourcerie|secours (populaire|catholique)|croix rouge|association|regie de quartier|restos du coeur|mjc|ccas|cuma)( |$)/,
    'ess',
  ],
  [/(^| )(sas|sasu|sarl|eurl|sa|et fils|freres|industries?|usine|usines|groupe)( |$)/, 'entreprise'],
]
