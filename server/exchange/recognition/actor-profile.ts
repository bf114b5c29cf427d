import { folded, foldedWords } from '../../domain/folding.ts'
import type { Scope } from '../../domain/vocabulary.ts'
import type { Evidence } from '../plan.ts'

/** What the name, the type and the commune of an actor let one propose of it. */

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
