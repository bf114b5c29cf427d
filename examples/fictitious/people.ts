import type { Random } from '../../server/analysis/random.ts'
import type { Actor } from '../../server/domain/territory.ts'
import type { Scope } from '../../server/domain/vocabulary.ts'
import { slug } from '../../server/exchange/names.ts'
import { type Naming, pick, shuffled, trades } from './names.ts'

export type Standing = 'asked' | 'not_asked' | 'named_only'

export interface Person {
  readonly actor: Actor
  readonly standing: Standing
}

/** The organisations of an industrial valley: those a survey asks, those it forgot, those outside the territory. */
export function peopleOf(random: Random, naming: Naming, counts: Readonly<Record<Standing, number>>): Person[] {
  const rank = new Map<string, number>()
  const insider = (sphere: string, standing: Standing): Person => {
    const known = profiles[sphere] ?? []
    const place = rank.get(sphere) ?? 0
    rank.set(sphere, place + 1)
    const firm = sphere === 'economie' && place >= known.length
    const commune = naming.communes[Math.floor(random() * naming.communes.length)] ?? naming.territory
    if (firm) return { standing, actor: firmOf(random, naming, commune) }
    const again = place < known.length ? known : known.filter(isCommon)
    const profile = again[place % again.length] as Profile
    return { standing, actor: actorOf(naming, { ...profile, sphere, scope: 'local' }, commune) }
  }
  return [
    ...spheresOf(random, counts.asked).map((sphere) => insider(sphere, 'asked')),
    ...spheresOf(random, counts.named_only).map((sphere) => insider(sphere, 'named_only')),
    ...Array.from({ length: counts.not_asked }, (_, place): Person => {
      const profile = outsiders[place < outsiders.length ? place : 6 + ((place - outsiders.length) % 6)] as Outsider
      return { standing: 'not_asked', actor: actorOf(naming, profile) }
    }),
  ]
}

/** Standard normal, Box–Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function firmOf(random: Random, naming: Naming, commune: string): Actor {
  const { name, branch } = pick(random, trades)
  const profile = { type: 'entreprise', sphere: 'economie', scope: 'local', pattern: `${name} {family}` } as const
  const effectif = Math.max(3, Math.round(Math.exp(3.4 + normal(random))))
  const groups = branch === 'bois' || random() < 0.12 ? ['Filière bois'] : []
  const firm = { ...actorOf(naming, profile, commune), tags: [branch], attributes: { effectif } }
  return groups.length > 0 ? { ...firm, groups } : firm
}

function actorOf(naming: Naming, profile: Outsider, commune?: string): Actor {
  const { name, commune: seat } = naming.organisation(profile.pattern, commune ?? '')
  const { type, sphere, scope } = profile
  const inside = commune !== undefined
  const actor = { id: slug(name), name, type, sphere, scope, inside, collective: false }
  return inside ? { ...actor, commune: seat } : actor
}

/** Of some kinds a territory has one, or one a commune. */
function isCommon({ type, pattern }: Profile): boolean {
  return type !== 'commune' && !pattern.includes('{territory}')
}

interface Profile {
  readonly type: string
  readonly pattern: string
}

interface Outsider extends Profile {
  readonly sphere: string
  readonly scope: Scope
}

/** Shares of the spheres, as an industrial valley has them. */
const shares: Readonly<Record<string, number>> = {
  economie: 0.42,
  action_publique: 0.15,
  formation_recherche: 0.14,
  emploi: 0.06,
  energie_environnement: 0.05,
  societe_civile: 0.05,
  transport_mobilite: 0.04,
  amenagement_logement: 0.04,
  tourisme: 0.03,
  culture: 0.02,
}

/** In the order they are taken: the first of a sphere always exist. */
const profiles: Readonly<Record<string, readonly Profile[]>> = {
  action_publique: [
    { type: 'epci', pattern: 'Communauté de communes du {territory}' },
    ...Array<Profile>(7).fill({ type: 'commune', pattern: 'Commune {de commune}' }),
    { type: 'etat', pattern: 'Sous-préfecture {de commune}' },
    { type: 'etat', pattern: 'Maison de l’État {de commune}' },
    { type: 'autre', pattern: 'Syndicat mixte {de commune}' },
    { type: 'autre', pattern: 'Pays {de commune}' },
  ],
  formation_recherche: [
    { type: 'formation', pattern: 'Lycée professionnel {family}' },
    { type: 'formation', pattern: 'Centre d’apprentis {de commune}' },
    { type: 'enseignement_recherche', pattern: 'Antenne universitaire {de commune}' },
    { type: 'formation', pattern: 'Lycée général {family}' },
    { type: 'enseignement_recherche', pattern: 'Plateforme d’essais {family}' },
    { type: 'formation', pattern: 'École de production {family}' },
    { type: 'formation', pattern: 'Collège {family}' },
  ],
  emploi: [
    { type: 'emploi_insertion', pattern: 'Agence de l’emploi {de commune}' },
    { type: 'emploi_insertion', pattern: 'Mission jeunes du {territory}' },
    { type: 'emploi_insertion', pattern: 'Groupement d’employeurs {de commune}' },
    { type: 'emploi_insertion', pattern: 'Atelier d’insertion {family}' },
  ],
  energie_environnement: [
    { type: 'operateur_reseau', pattern: 'Régie d’électricité {de commune}' },
    { type: 'operateur_reseau', pattern: 'Syndicat des eaux {de commune}' },
    { type: 'ess', pattern: 'Ressourcerie {de commune}' },
    { type: 'operateur_reseau', pattern: 'Chaleur bois {de commune}' },
  ],
  societe_civile: [
    { type: 'ess', pattern: 'Foyer rural {de commune}' },
    { type: 'ess', pattern: 'Café associatif {de commune}' },
    { type: 'ess', pattern: 'Association des riverains {de commune}' },
    { type: 'autre', pattern: 'Conseil de développement du {territory}' },
  ],
  transport_mobilite: [
    { type: 'transport', pattern: 'Transports {family}' },
    { type: 'transport', pattern: 'Régie des bus {de commune}' },
    { type: 'port', pattern: 'Port fluvial {de commune}' },
  ],
  amenagement_logement: [
    { type: 'logement_amenagement', pattern: 'Office de l’habitat {de commune}' },
    { type: 'logement_amenagement', pattern: 'Atelier d’urbanisme {family}' },
    { type: 'logement_amenagement', pattern: 'Foncière {family}' },
  ],
  tourisme: [
    { type: 'tourisme', pattern: 'Office de tourisme du {territory}' },
    { type: 'tourisme', pattern: 'Séjours {family}' },
  ],
  culture: [
    { type: 'culture', pattern: 'Théâtre {de commune}' },
    { type: 'culture', pattern: 'Écomusée {de commune}' },
  ],
  economie: [
    { type: 'agence_developpement', pattern: 'Agence de développement du {territory}' },
    { type: 'cluster', pattern: 'Grappe Matériaux du {territory}' },
    { type: 'cluster', pattern: 'Grappe Machines du {territory}' },
    { type: 'chambre_consulaire', pattern: 'Chambre des métiers {de commune}' },
    { type: 'association_entreprises', pattern: 'Association des industriels {de commune}' },
    { type: 'tiers_lieu', pattern: 'Le Hangar {de commune}' },
  ],
}

/** Out of the territory: seats, tutelles, clients. Those of the first lines always exist. */
const outsiders: readonly Outsider[] = [
  { type: 'region', sphere: 'action_publique', scope: 'regional', pattern: 'Région des Hautes-Marches' },
  { type: 'departement', sphere: 'action_publique', scope: 'departmental', pattern: 'Département du {territory}' },
  { type: 'etat', sphere: 'action_publique', scope: 'regional', pattern: 'Direction régionale de l’industrie' },
  {
    type: 'enseignement_recherche',
    sphere: 'formation_recherche',
    scope: 'regional',
    pattern: 'Université des Marches',
  },
  { type: 'cluster', sphere: 'economie', scope: 'regional', pattern: 'Pôle Matière des Marches' },
  { type: 'chambre_consulaire', sphere: 'economie', scope: 'departmental', pattern: 'Chambre économique des Marches' },
  { type: 'operateur_reseau', sphere: 'energie_environnement', scope: 'national', pattern: 'Réseaux {family}' },
  { type: 'entreprise', sphere: 'economie', scope: 'national', pattern: 'Groupe {family}' },
  { type: 'entreprise', sphere: 'economie', scope: 'foreign', pattern: '{family} Maschinen' },
  { type: 'entreprise', sphere: 'economie', scope: 'regional', pattern: 'Comptoir {family}' },
  { type: 'formation', sphere: 'formation_recherche', scope: 'national', pattern: 'Institut technique {family}' },
  { type: 'emploi_insertion', sphere: 'emploi', scope: 'regional', pattern: 'Compétences {family}' },
]

/** Spheres by largest remainder, so that small worlds keep the shares too. */
function spheresOf(random: Random, count: number): string[] {
  const exact = Object.entries(shares).map(([sphere, share]) => ({ sphere, ideal: share * count }))
  const spheres = exact.flatMap(({ sphere, ideal }) => Array<string>(Math.floor(ideal)).fill(sphere))
  const rest = shuffled(random, exact).sort((a, b) => (b.ideal % 1) - (a.ideal % 1))
  for (const { sphere } of rest.slice(0, count - spheres.length)) spheres.push(sphere)
  return spheres
}
