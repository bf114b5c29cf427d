import type { Actor, Chair, Territory } from './territory.ts'
import type { Standing } from './vocabulary.ts'

/** Whom a group that speaks for a territory is made of: what a list of invitees is held against. A territory may change it. */
export interface CompositionTemplate {
  /** Parts of the territory itself. */
  readonly categories: readonly Chair[]
}

/** The chairs of a territory, or those of the method where it has set none. */
export function compositionTemplate({ chairs }: Pick<Territory, 'chairs'>): CompositionTemplate {
  return chairs.size === 0 ? defaultComposition : { categories: [...chairs.values()] }
}

/** Whether an actor may sit on the chair of a category. */
export function belongsTo({ type, sphere }: Pick<Actor, 'type' | 'sphere'>, category: Chair): boolean {
  return category.types.includes(type) && (type !== 'autre' || sphere === category.sphere)
}

/**
 * The lists of ANCT, *Territoires industriels : comment renforcer le capital social ?*: actors mobilised (l. 1125–1136), to mobilise beyond the economic sphere
 * (l. 1052–1087, 1368–1375), working group (l. 104–106), spaces to articulate (l. 1558–1574). What has one type is one category.
 *
 * Conventions of ours: critical are the two halves of the pair of an elected official and an industrial (`epci`, `entreprise`), the State, whose presence gave
 * confidence (l. 230–234), and the inhabitants (« et bien sûr les habitants »); two voices where one would stand for houses too unlike.
 */
export const defaultComposition: CompositionTemplate = {
  categories: [
    one('action_publique', 'epci', ['EPCI'], { critical: true }),
    one('action_publique', 'commune', ['Communes']),
    one('action_publique', 'departement', ['Département']),
    one('action_publique', 'region', ['Région']),
    one('action_publique', 'etat', ['Préfecture', 'Sous-préfecture', 'DREETS (ex-Direccte)'], { critical: true }),
    one('action_publique', 'autre', ['Groupements de collectivités', 'Syndicats mixtes']),
    one('economie', 'entreprise', ['Donneurs d’ordre', 'PME et sous-traitants', 'Services', 'Jeunes pousses'], {
      critical: true,
      min: 2,
    }),
    one('economie', 'agence_developpement', ['Agences de développement économique']),
    one('economie', 'chambre_consulaire', ['CCI', 'Chambres consulaires']),
    one('economie', 'cluster', ['Clusters', 'Pôles de compétitivité']),
    one('economie', 'association_entreprises', ['Associations d’entreprises', 'Clubs d’entreprises']),
    one('economie', 'tiers_lieu', ['Tiers-lieux', 'Fablabs', 'Entrepreneurs et makers'], { standing: 'to_articulate' }),
    one(
      'formation_recherche',
      'formation',
      ['Lycées', 'Campus des métiers et des qualifications', 'AFPA, CFA, GRETA'],
      {
        min: 2,
      },
    ),
    one('formation_recherche', 'enseignement_recherche', ['Universités', 'Plateformes de recherche'], {
      standing: 'to_mobilise',
    }),
    one('emploi', 'emploi_insertion', ['France Travail (ex-Pôle emploi)', 'Missions locales']),
    one('energie_environnement', 'operateur_reseau', ['RTE']),
    one('transport_mobilite', 'port', ['Autorités portuaires']),
    one('transport_mobilite', 'transport', ['Syndicats mixtes de transport', 'Logistique et mobilité']),
    one('amenagement_logement', 'logement_amenagement', ['Agences d’urbanisme', 'Bailleurs'], {
      standing: 'to_mobilise',
    }),
    one('tourisme', 'tourisme', ['Offices de tourisme']),
    one('culture', 'culture', ['Scène nationale']),
    one('societe_civile', 'ess', ['Associations', 'Coopératives'], { standing: 'working_group' }),
    one('societe_civile', 'autre', ['Habitants'], { standing: 'to_mobilise', critical: true }),
  ],
}

function one(
  sphere: string,
  type: string,
  examples: readonly string[],
  { critical = false, min = 1, standing = 'mobilised' as Standing } = {},
): Chair {
  return { id: `${sphere}.${type}`, sphere, types: [type], min, critical, standing, examples }
}
