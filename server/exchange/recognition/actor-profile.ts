import { folded, foldedWords } from '../../domain/folding.ts'
import type { Scope } from '../../domain/vocabulary.ts'
import type { Evidence } from '../plan.ts'

/** What the name, the type and the commune of an actor let one propose of it. */

/** The type that a name speaks of; null: nothing. */
export function typeOfName(name: string): string | null {
  const words = foldedWords(name)
  return typesByName.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

/** The sphere that is usual for a type, or that the name or the word of a type of the territory's own speaks of. */
export function sphereOf(type: string, name: string): { readonly sphere: string; readonly by: Evidence } {
  const usual = sphereByType.get(type)
  if (usual !== undefined) return { sphere: usual, by: 'type' }
  const spoken = spheresByWord.find(([pattern]) => pattern.test(`${foldedWords(type)} ${foldedWords(name)}`))
  return spoken ? { sphere: spoken[1], by: 'name' } : { sphere: 'economie', by: 'usual' }
}

/** How far the remit of an actor goes. */
export function scopeOf(type: string, name: string): { readonly scope: Scope; readonly by: Evidence } {
  const words = foldedWords(name)
  const spoken = scopesByName.find(([pattern]) => pattern.test(words))
  if (spoken) return { scope: spoken[1], by: 'name' }
  const usual = scopeByType.get(type)
  return usual ? { scope: usual, by: 'type' } : { scope: 'local', by: 'usual' }
}

/**
 * Whether an actor is of the territory: it sits in one of its communes; without a commune, it is local.
 * @param communes of the territory, as keys
 */
export function insideOf(
  scope: Scope,
  commune: string,
  communes: ReadonlySet<string>,
): { readonly inside: boolean; readonly by: Evidence } {
  if (commune !== '' && communes.size > 0) return { inside: communes.has(communeKey(commune)), by: 'commune' }
  return { inside: scope === 'local', by: 'usual' }
}

/** A commune as it is compared: folded, without what the post office adds to it. */
export function communeKey(commune: string): string {
  return folded(commune.replace(/\scedex(\s+\d+)?\s*$/i, '').replace(/^\s*\d{5}\s+/, ''))
}

/** The commune that a name of a municipality speaks of, folded; null: it is none. */
export function communeOfName(name: string): string | null {
  const municipality = /^(?:ville|commune|mairie|municipalite) (?:de la|de l|des|du|de|d) (.+)$/.exec(foldedWords(name))
  return municipality?.[1] === undefined ? null : folded(municipality[1])
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

const sphereByType: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{
      entreprise: 'economie',
      chambre_consulaire: 'economie',
      agence_developpement: 'economie',
      cluster: 'economie',
    },
    association_entreprises: 'economie',
    ...{
      epci: 'action_publique',
      commune: 'action_publique',
      departement: 'action_publique',
      region: 'action_publique',
    },
    ...{ etat: 'action_publique', formation: 'formation_recherche', enseignement_recherche: 'formation_recherche' },
    ...{ emploi_insertion: 'emploi', operateur_reseau: 'energie_environnement', port: 'transport_mobilite' },
    ...{ transport: 'transport_mobilite', logement_amenagement: 'amenagement_logement', tourisme: 'tourisme' },
    ...{ culture: 'culture', ess: 'societe_civile', tiers_lieu: 'economie' },
  }),
)

const spheresByWord: readonly (readonly [RegExp, string])[] = [
  [/(^| )(energies?|environnement|dechets?|eau|eaux|climat|ecologi\w*|biodiversite)( |$)/, 'energie_environnement'],
  [
    /(^| )(sante|hopital|hospitalier|medico|medical\w*|social\w*|habitants?|citoyen\w*|sports?|solidarites?)( |$)/,
    'societe_civile',
  ],
  [/(^| )(cultur\w*|patrimoine|musee|arts?)( |$)/, 'culture'],
  [/(^| )(transports?|mobilites?|logistique|ferroviaire)( |$)/, 'transport_mobilite'],
  [/(^| )(habitat|logements?|urbanisme|amenagement|foncier)( |$)/, 'amenagement_logement'],
  [/(^| )(formations?|enseignement|education|ecole|lycee|universi\w*|recherche)( |$)/, 'formation_recherche'],
  [/(^| )(emplois?|insertion)( |$)/, 'emploi'],
  [/(^| )(tourisme|touristique)( |$)/, 'tourisme'],
  [
    /(^| )(collectivites?|public|publique|administrations?|etat|syndicat mixte|intercommunal\w*)( |$)/,
    'action_publique',
  ],
]

const scopesByName: readonly (readonly [RegExp, Scope])[] = [
  [/(^| )(europe|europeen(ne)?|international(e)?)( |$)/, 'foreign'],
  [/^(sous prefecture)( |$)/, 'local'],
  [/(^| )(conseil regional|dreets|direccte|dreal|drac|ars|rectorat|regional(e)?)( |$)|^region( |$)/, 'regional'],
  [
    /(^| )(ddtm?|ddets|ddetspp|ddfip|departemental(e)?)( |$)|^(departement|prefecture|conseil general)( |$)/,
    'departmental',
  ],
  [
    /(^| )(ademe|bpifrance|banque des territoires|caisse des depots|anct|insee|ministere|national(e)?)( |$)|(^| )de france$/,
    'national',
  ],
]

const scopeByType: ReadonlyMap<string, Scope> = new Map([
  ['region', 'regional'],
  ['departement', 'departmental'],
  ['chambre_consulaire', 'departmental'],
])
