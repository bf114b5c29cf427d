import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apply } from '../../server/domain/change.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { exampleTerritories } from '../../server/exchange/examples.ts'

/** Read in the publication (Annexe 1 and the boxes on the four territories); programme figures computed apart from the product. */
const published = [
  {
    id: 'ardenne',
    actors: 33,
    projects: 8,
    withPilot: 7,
    unread: ['ardenne-p08-pole-scientifique-cnrs'],
    orphans: [],
    inhabitants: 122_016,
  },
  {
    id: 'carene',
    actors: 37,
    projects: 31,
    withPilot: 30,
    seats: 44,
    pilots: 22,
    first: ['carene', 15],
    unread: ['carene-p13-salon-industrie-du-futur'],
    orphans: [],
    inhabitants: 124_487,
  },
  {
    id: 'decazeville',
    actors: 26,
    projects: 14,
    withPilot: 12,
    seats: 23,
    pilots: 11,
    first: ['decazeville-communaute', 8],
    unread: ['decazeville-p14-commerce-de-proximite'],
    // « À préciser »: the source says that nobody pilots it.
    orphans: ['decazeville-p08-halles-economie-creative'],
    inhabitants: 18_833,
  },
  {
    id: 'dieppe',
    actors: 46,
    projects: 16,
    withPilot: 16,
    seats: 42,
    pilots: 29,
    first: [expect.any(String), 4],
    unread: ['dieppe-p01-decouverte-socio-economique-jeunes'],
    orphans: [],
    inhabitants: 46_733,
  },
] as const

for (const facts of published) {
  test(`${facts.id} holds what its documents say`, async () => {
    const territory = await example(facts.id)
    const programme = programmeOf(territory)
    expect(territory.actors.size).toBe(facts.actors)
    expect(programme.projects.length).toBe(facts.projects)
    expect(programme.withPilot.size).toBe(facts.withPilot)
    if ('seats' in facts) {
      expect(programme.seats).toBe(facts.seats)
      expect(programme.pilots.size).toBe(facts.pilots)
      expect([...programme.pilots].sort((a, b) => b[1] - a[1])[0]).toEqual(facts.first)
    }
    const unread = [...territory.spaces.values()].filter((space) => space.unobservedRoles?.includes('pilot'))
    expect(unread.map((space) => space.id)).toEqual(facts.unread)
    const orphans = programme.projects.filter(
      (id) => !programme.withPilot.has(id) && !territory.spaces.get(id)?.unobservedRoles,
    )
    expect(orphans).toEqual(facts.orphans)
    expect(territory.settings.get('inhabitants')?.value).toBe(facts.inhabitants)
  })

  test(`${facts.id} is counted in its README as it is`, async () => {
    const { actors, spaces, participations, ties } = await example(facts.id)
    const readme = readFileSync(new URL(`../../examples/${facts.id}/README.md`, import.meta.url), 'utf8')
    const counted = [...readme.matchAll(/^\| ([^|\n]+) \| (\d+) \|$/gm)].map(([, what, count]) => `${count} ${what}`)
    expect(counted).toEqual([
      `${actors.size} acteurs`,
      `${spaces.size} espaces de coopération`,
      `${facts.projects} — dont projets`,
      `${participations.size} participations`,
      `${ties.size} liens`,
    ])
  })

  test(`${facts.id} knows documents only, each with a source`, async () => {
    const territory = await example(facts.id)
    expect([...territory.waves.values()].map(({ date, basis }) => ({ date, basis }))).toEqual([
      { date: '2019-12-31', basis: 'documents' },
    ])
    expect(territory.roster.size).toBe(0)
    for (const tie of territory.ties.values()) expect(tie.reporter).toBeNull()
    for (const noun of ['actors', 'spaces', 'ties', 'participations', 'waves'] as const) {
      for (const fact of territory[noun].values()) expect(fact.source, JSON.stringify(fact)).toMatch(/\S/)
    }
    expect(territory.settings.get('source')?.value).toContain('collection Comprendre, 2020')
    expect(territory.settings.has('fictitious')).toBe(false)
  })
}

test('a cluster that is one of the actors is hosted by it', async () => {
  const carene = await example('carene')
  expect(carene.spaces.get('carene-cl-neopolia')?.host).toBe('neopolia')
  expect(carene.spaces.get('carene-p14-chantier-industriel-mutualise')?.parent).toBe('carene-axe-2')
})

test('columns without a field of their own are kept', async () => {
  const carene = await example('carene')
  expect(carene.actors.get('airbus')?.attributes).toEqual({ employees: 3200 })
  const salon = carene.spaces.get('carene-p13-salon-industrie-du-futur')
  expect(salon?.attributes).toEqual({ pilot_cell: '[illisible : « £y~ »]' })
})

test.each(published.map(({ id }) => id))(
  '%s met the other three, the AdCF and the ANCT in the seminars between sites',
  async (id) => {
    const { actors, participations, spaces, ties } = await example(id)
    const series = `${id}-sem-intersites`
    expect(spaces.get(series)?.kind).toBe('seminar_series')
    const met = [...participations.values()].filter(({ space, role }) => space === series && role === 'participant')
    expect(met.map(({ actor }) => actor).sort()).toEqual([
      'adcf',
      'anct',
      'ardenne-metropole',
      'carene',
      'decazeville-communaute',
      'dieppe-maritime',
    ])
    expect(met.filter(({ actor }) => actors.get(actor)?.inside)).toHaveLength(1)
    expect([...ties.values()]).toContainEqual(
      expect.objectContaining({ kind: 'partnership', from: 'anct', to: 'adcf', directed: false }),
    )
  },
)

test('a wish of the programme is no tie: nothing says that Dieppe is twinned with Helsingør', async () => {
  const { actors, participations, ties } = await example('dieppe')
  expect(actors.get('helsingor')?.inside).toBe(false)
  expect([...ties.values()].filter(({ from, to }) => [from, to].includes('helsingor'))).toEqual([])
  expect([...participations.values()].filter(({ actor }) => actor === 'helsingor')).toEqual([])
})

test('six of the eight projects of Ardenne belong to the pact that State and Région lead', async () => {
  const { participations, spaces } = await example('ardenne')
  const within = [...spaces.values()].filter(({ parent }) => parent === 'ardenne-pacte-ardennes')
  // Those with an asterisk in the annex: all but the brand and the congress centre.
  expect(within.map(({ id }) => id.split('-')[1])).toEqual(['p02', 'p04', 'p05', 'p06', 'p07', 'p08'])
  const leaders = [...participations.values()].filter(({ space }) => space === 'ardenne-pacte-ardennes')
  expect(leaders.map(({ actor, role }) => `${actor} ${role}`)).toEqual(['etat pilot', 'region-grand-est pilot'])
})

test('the network of mechanics and energies of Dieppe is in the sphere of the only project it pilots', async () => {
  const { actors, participations } = await example('dieppe')
  expect(actors.get('dieppe-meca-energies')).toMatchObject({ sphere: 'energie_environnement', confidence: 'likely' })
  const piloted = [...participations.values()].filter(({ actor }) => actor === 'dieppe-meca-energies')
  expect(piloted.map(({ space }) => space)).toEqual(['dieppe-p16-agence-dieppe-nature-environnement'])
})

test('both counts of the programme of Dieppe are told, the sixteen of the annex and the dozen of the vice-president', async () => {
  const { settings } = await example('dieppe')
  expect(settings.get('programmeTitle')?.value).toBe('4 enjeux et 16 projets')
  expect(settings.get('description')?.value).toMatch(/seize projets en annexe.*une douzaine d’actions programmées/)
})

test('nor does a label that is wished for make the CNRS a partner, nor a third place to come a tie', async () => {
  const { participations, ties } = await example('ardenne')
  expect([...participations.values()].filter(({ actor }) => actor === 'cnrs')).toEqual([])
  const ofFlap = [...ties.values()].filter(({ from, to }) => [from, to].includes('association-flap'))
  expect(ofFlap.map(({ kind, to }) => `${kind} ${to}`)).toEqual(['governance cabaret-vert'])
})

test('what the text says of all four is told of all four', async () => {
  for (const { id } of published) {
    const { actors, participations, ties } = await example(id)
    const withAgency = [...ties.values()].filter(({ kind, to }) => kind === 'partnership' && to === 'anct')
    expect(withAgency.map(({ from }) => actors.get(from)?.type)).toEqual(['epci'])
    // Whom a communauté has brought into its Territoire d’industrie took part in its seminars; Decazeville brought nobody.
    const others = [...actors.values()].filter(({ type, inside }) => type === 'epci' && inside).map(({ id }) => id)
    const inSeminars = [...participations.values()].filter(({ space }) => space === `${id}-sem-locaux`)
    expect(inSeminars.map(({ actor }) => actor)).toEqual(expect.arrayContaining(others))
  }
})

test('elected members of the département and of the region spoke in Decazeville', async () => {
  const { actors, participations } = await example('decazeville')
  expect(actors.get('region-occitanie')).toMatchObject({ type: 'region', inside: false, confidence: 'likely' })
  const spoke = [...participations.values()].filter(({ space }) => space === 'decazeville-sem-locaux')
  const elected = ['departement-aveyron', 'region-occitanie']
  expect(spoke.filter(({ actor }) => elected.includes(actor))).toMatchObject(
    elected.map((actor) => ({ actor, role: 'participant', confidence: 'likely' })),
  )
})

test('readings of a broken layout say how sure they are', async () => {
  const dieppe = await example('dieppe')
  const pilots = [...dieppe.participations.values()].filter(
    ({ space, role }) => space === 'dieppe-p16-agence-dieppe-nature-environnement' && role === 'pilot',
  )
  expect(pilots).toHaveLength(6)
  expect(pilots.filter(({ confidence }) => confidence === 'uncertain')).toHaveLength(4)
})

async function example(id: string): Promise<Territory> {
  const found = (await exampleTerritories()).find((one) => one.id === id)
  const applied = apply(emptyTerritory(id), found?.changes ?? [])
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusals[0]))
  return applied.territory
}

function programmeOf(territory: Territory) {
  const projects = [...territory.spaces.values()].filter(({ kind }) => kind === 'project').map(({ id }) => id)
  const pilots = new Map<string, number>()
  const withPilot = new Set<string>()
  let seats = 0
  for (const { actor, space, role } of territory.participations.values()) {
    if (role !== 'pilot' || !projects.includes(space)) continue
    seats++
    withPilot.add(space)
    pilots.set(actor, (pilots.get(actor) ?? 0) + 1)
  }
  return { projects, pilots, withPilot, seats }
}
