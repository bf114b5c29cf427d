import type { Random } from '../../server/analysis/random.ts'
import type { Participation, Space } from '../../server/domain/territory.ts'
import { slug } from '../../server/exchange/names.ts'
import { type Naming, pick, shuffled } from './names.ts'
import { isPresent, type Society } from './society.ts'

/** Where the members meet, and who takes part in each wave. */
export interface Meetings {
  readonly spaces: readonly Space[]
  readonly participations: readonly Participation[]
  /** The declared club whose members keep to themselves. */
  readonly club: string
  /** A project that nobody pilots. */
  readonly withoutPilot: string
}

/**
 * Projects, clusters and other places. People meet anyone there, but not across what was planted: the club and the
 * piece meet among themselves, the two spheres that hardly know each other not at all, and fading actors nowhere.
 */
export function meetingsOf(
  random: Random,
  society: Society,
  naming: Naming,
  waves: readonly { id: string; date: string }[],
): Meetings {
  const spaces: Space[] = []
  const participations: Participation[] = []
  const { members, club } = society
  const open = members.flatMap(({ standing }, index) => {
    const asked = standing === 'asked' && !club.has(index) && !society.piece.has(index) && !society.fading.has(index)
    return asked ? [index] : []
  })
  const isLasting = (index: number) => {
    const member = members[index]
    return member !== undefined && waves.every((_, wave) => isPresent(member, wave))
  }
  const add = (space: Omit<Space, 'id'>): string => {
    const id = slug(space.name)
    spaces.push({ id, ...space })
    return id
  }
  const takePart = (space: string, index: number, role: string, from = 0) => {
    for (const [wave, { id }] of waves.entries()) {
      const member = members[index]
      if (member && wave >= from && isPresent(member, wave)) {
        participations.push({ actor: member.actor.id, space, role, wave: id })
      }
    }
  }

  const clubSpace = add({ name: `Cercle des ateliers du ${naming.territory}`, kind: 'club' })
  for (const index of club) takePart(clubSpace, index, 'member')

  const axes = themes.map(({ axis }) =>
    add({ name: axis, kind: 'programme_axis', objective: 'Axe du programme d’actions' }),
  )
  const withoutPilot = add({ name: 'Halle des savoir-faire', kind: 'project', parent: axes[0] ?? '' })
  for (const [theme, { projects }] of themes.entries()) {
    for (const [place, name] of projects.entries()) {
      const starts = place % waves.length === 2 ? 1 : 0
      const { date } = waves[starts] ?? { date: '' }
      const project = add({ name, kind: 'project', parent: axes[theme] ?? '', start: date })
      const local = theme === 0 && place === 0 ? [...society.piece] : open
      // Who leads stays: nothing but the one planted project is without a pilot.
      const lead = pick(random, local.filter(isLasting))
      const company = companyOf(society, [lead, ...shuffled(random, local)], 2 + Math.floor(random() * 3))
      const pilots = 1 + Math.floor(random() * 2)
      for (const [rank, index] of company.entries()) {
        takePart(project, index, rank < pilots ? 'pilot' : pick(random, ['partner', 'funder', 'participant']), starts)
      }
    }
  }
  for (const index of companyOf(society, shuffled(random, open), 3)) takePart(withoutPilot, index, 'partner')

  // Those with many ties elsewhere: a cluster of theirs is no closed group.
  const sociable = [...open].sort((i, j) => (members[j]?.propensity ?? 0) - (members[i]?.propensity ?? 0))
  for (const [index, { actor, standing }] of members.entries()) {
    if (actor.type !== 'cluster' || standing !== 'asked' || !open.includes(index)) continue
    const cluster = add({ name: `Réseau ${actor.name}`, kind: 'cluster', host: actor.id })
    const around = sociable.filter((other) => other !== index).slice(0, 25)
    for (const other of companyOf(society, [index, ...shuffled(random, around)], 6).slice(1)) {
      takePart(cluster, other, 'member')
    }
  }
  const place = add({ name: `La Fabrique ouverte du ${naming.territory}`, kind: 'tiers_lieu' })
  for (const index of companyOf(society, shuffled(random, sociable.slice(0, 30)), 5)) takePart(place, index, 'member')

  const seminars = add({ name: `Séminaires du ${naming.territory}`, kind: 'seminar_series' })
  for (const index of shuffled(random, [...open, ...society.piece]).slice(0, 30)) {
    takePart(seminars, index, 'participant')
  }
  return { spaces, participations, club: clubSpace, withoutPilot }
}

/** The first of those given, of whom no two belong to the two spheres that hardly meet. */
function companyOf({ members, excluded }: Society, among: readonly number[], size: number): number[] {
  const company = new Set<number>()
  for (const index of among) {
    if (company.size === size) break
    const sphere = members[index]?.actor.sphere ?? ''
    const foreign = excluded.find((other) => other !== sphere)
    const met = [...company].some((other) => members[other]?.actor.sphere === foreign)
    if (!excluded.includes(sphere) || !met) company.add(index)
  }
  return [...company]
}

const themes = [
  {
    axis: 'Des métiers qui attirent',
    projects: ['Passerelles d’amont', 'Portes ouvertes des ateliers', 'Parrainage de collégiens', 'Prêt de formateurs'],
  },
  {
    axis: 'Des ateliers sobres',
    projects: ['Chaleur partagée', 'Bourse aux matières', 'Toits solaires en commun', 'Diagnostic des friches'],
  },
  {
    axis: 'Une vallée où l’on reste',
    projects: ['Logements de transition', 'Navette des équipes', 'Guichet des nouveaux arrivants'],
  },
  {
    axis: 'Des savoirs en commun',
    projects: [
      'Atelier d’impression partagé',
      'Catalogue des machines',
      'Veille des marchés',
      'Achats groupés d’énergie',
    ],
  },
] as const
