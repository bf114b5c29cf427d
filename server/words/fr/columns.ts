import type { ClosedList, closedLists } from '../../domain/vocabulary.ts'

/** Words of the closed lists, as files have them. */
export const options: { readonly [L in ClosedList]: { readonly [W in (typeof closedLists)[L][number]]: string } } = {
  scope: {
    local: 'local',
    departmental: 'départemental',
    regional: 'régional',
    national: 'national',
    foreign: 'étranger',
  },
  confidence: { certain: 'certain', likely: 'probable', uncertain: 'incertain' },
  basis: { survey: 'enquête', documents: 'documents', informants: 'équipe' },
  regularity: {
    weekly: 'hebdomadaire',
    monthly: 'mensuel',
    quarterly: 'trimestriel',
    yearly: 'annuel',
    rarely: 'rarement',
  },
  status: {
    asked: 'interrogé',
    answered: 'a répondu',
    declined: 'a refusé',
    not_asked: 'non interrogé',
    named_only: 'cité',
  },
  phase: { motive: 'motive', scan: 'scan', focus: 'focus', act: 'act' },
  seminarMethod: {
    world_cafe: 'world café',
    knowledge_cafe: 'knowledge café',
    forum_ouvert: 'forum ouvert',
    pitch: 'pitch',
    retroprospective: 'rétroprospective',
    other: 'autre',
  },
  objective: { mix: 'mélanger', link: 'relier', deepen: 'approfondir', meet: 'rencontrer' },
  invitationStatus: { invited: 'invité', coming: 'vient', came: 'venu', excused: 'excusé' },
  invitationRole: { host: 'hôte', pilot: 'pilote', speaker: 'intervenant', participant: 'participant' },
  mapLayout: {
    free: 'libre',
    groups: 'par groupes',
    sectors: 'par secteurs',
    core: 'par noyau',
    distance: 'par distance',
    spaces: 'avec les espaces',
    geographic: 'géographique',
  },
  placed: { actor: 'acteur', space: 'espace' },
  supposition: { leaving: 'part', weakened: 'affaibli', added: 'nouveau' },
  pairing: { never: 'jamais', once: 'au moins une fois', always: 'toujours' },
  challengeKind: { challenge: 'défi', asset: 'atout' },
  standing: {
    mobilised: 'mobilisé',
    to_mobilise: 'à mobiliser',
    working_group: 'groupe de travail',
    to_articulate: 'à articuler',
  },
  noteKind: { verified: 'vérifié', explained: 'expliqué' },
  decisionState: { to_do: 'à faire', under_way: 'en cours', done: 'fait', set_aside: 'écarté' },
  stepKind: {
    introduce: 'présenter',
    double: 'doubler',
    pilot: 'piloter',
    invite: 'inviter',
    reactivate: 'reprendre contact',
    visit: 'aller voir',
    verify: 'vérifier',
  },
  vocabulary: {
    actorType: 'type d’acteur',
    sphere: 'sphère',
    tieKind: 'type de lien',
    role: 'rôle',
    spaceKind: 'type d’espace',
  },
}

/** The header of a field in a file that people read: most are called otherwise than in the code. */
export function headerOf(field: string): string {
  return headers.get(field) ?? field
}

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
    ...{ types: 'types d’acteurs', min: 'minimum', critical: 'indispensable', examples: 'exemples' },
    ...{ seminar: 'séminaire', campaign: 'campagne', place: 'lieu', theme: 'thème', method: 'méthode' },
    ...{ seats: 'places', rounds: 'tours', held: 'tours tenus', seed: 'graine', rank: 'rang', person: 'personne' },
    ...{ arrives: 'arrive', leaves: 'part', route: 'parcours', locked: 'places fixées', other: 'autre', rule: 'règle' },
    ...{ confidence: 'confiance', note: 'remarque', tags: 'étiquettes' },
    ...{ decision: 'décision', state: 'état', owner: 'responsable', due: 'échéance', pinned: 'épinglé' },
    scenario: 'scénario',
    ...{ finding: 'constat', text: 'texte', author: 'auteur', day: 'jour' },
  }),
)
