import { beforeAll, describe, expect, test } from 'vitest'
import { agendaOf } from '../../server/agenda/agenda.ts'
import type { Act, Item } from '../../server/agenda/item.ts'
import { randomStream } from '../../server/analysis/random.ts'
import { linesOf } from '../../server/cli/agenda-text.ts'
import { fr } from '../../server/cli/fr.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import { findingOf, withoutNames } from '../../server/diagnosis/finding.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { defaultRules, rulesOf } from '../../server/diagnosis/thresholds.ts'
import { emptyTerritory, type Territory } from '../../server/domain/territory.ts'
import { after } from '../exchange/fixture.ts'
import { brece, importOf, team } from '../exchange/recognition/imported.ts'
import { territoryOf, ties } from '../network/draw.ts'
import { asTold, example, type Read, read, readAll } from './agendas.ts'

describe('what the publication says of its territories is on their agenda', () => {
  test('CARENE carries 15 of 30 projects, and others would pilot with it the seven it carries alone', async () => {
    const { agenda } = await read(await example('carene'))
    const [first] = agenda.items
    // The table has 31 lines under a title that says 30; of one no pilot can be read.
    expect(first?.cause).toMatchObject({ kind: 'pilot', pilot: 'carene', of: 30, unpiloted: 1 })
    if (first?.cause.kind !== 'pilot') throw new Error('no pilot')
    expect(first.cause.piloted).toHaveLength(15)
    expect(first.cause.alone).toHaveLength(7)
    expect(first.change).toEqual({ kind: 'piloted', count: 7, of: 7 })
    const asked = first.acts.flatMap((act) => (act.do === 'copilot' ? [act.actor] : []))
    expect(new Set(asked).size).toBe(7)
    expect(asked).not.toContain('carene')
  })

  test('none of the named firms of Decazeville is in any of its 14 projects: they are to be invited', async () => {
    const { agenda } = await read(await example('decazeville'))
    const item = agenda.items.find(({ cause }) => cause.kind === 'absent' && cause.types.includes('entreprise'))
    expect(item?.cause).toMatchObject({ absent: ['jinjiang-sam', 'lagarrigue', 'phedrus', 'snam'], of: 14 })
    expect(item?.acts.every((act) => act.do === 'invite')).toBe(true)
    expect(item?.acts).toHaveLength(3)
  })

  test('whoever pilots too much of a programme is asked to pilot no more of it', async () => {
    for (const [id, pilot] of [
      ['carene', 'carene'],
      ['decazeville', 'decazeville-communaute'],
    ] as const) {
      const { items } = (await read(await example(id))).agenda
      expect(items.some(({ cause }) => cause.kind === 'pilot' && cause.pilot === pilot)).toBe(true)
      const asked = items.flatMap(({ acts }) =>
        acts.flatMap((act) => ('actor' in act && act.do !== 'visit' ? [act.actor] : [])),
      )
      expect(asked).not.toContain(pilot)
    }
  })

  test('the networks of firms of Dieppe are seen before firms, and no door is opened by a sphere alone', async () => {
    const { items } = (await read(await example('dieppe'))).agenda
    const [first] = items
    expect(first?.cause.kind).toBe('thin')
    expect(first?.acts).toMatchObject([
      { do: 'visit', actor: 'association-entreprises-eurochannel', by: null },
      { do: 'visit', actor: 'association-entreprises-offranville', by: null },
      { do: 'visit', actor: 'association-zi-louis-delaporte', by: null },
    ])
  })

  test('that the programme of Dieppe is shared is its strength', async () => {
    const { agenda } = await read(await example('dieppe'))
    expect(agenda.items.find(({ cause }) => cause.kind === 'shared_piloting')).toMatchObject({
      calling: 'fact',
      cause: { pilots: 29, several: 12, most: 4, of: 16 },
    })
    expect(agenda.items.some(({ cause }) => cause.kind === 'pilot')).toBe(false)
  })
})

describe('a go-between of a drawn territory', () => {
  // Two rings that `hub` alone joins; `d` and `x` are its partners.
  const drawn = territoryOf(
    ties('a-b b-c c-d d-a a-c b-d d-hub c-hub hub-x hub-y x-y y-z z-x x-w w-z w-y', 'informants'),
  )
  const subject = caseOf(drawn, 'w', defaultRules)

  test('introduces somebody of the piece to somebody of the rest, and then cuts off nobody', async () => {
    const diagnosis = await diagnoseTerritory(drawn, 'w', { until: 'first' })
    const broker = findingOf('critical_broker', 'signal', { broker: 'hub', cutOff: ['w', 'x', 'y', 'z'] })
    const { items } = agendaOf(drawn, subject, { ...diagnosis, findings: [broker] }, defaultRules.thresholds)
    const item = items.find(({ calling, cause }) => calling === 'risk' && cause.kind === 'go_between')
    expect(item?.change).toEqual({ kind: 'freed', count: 4, of: 4 })
    expect(item?.acts).toHaveLength(1)
    const [act] = item?.acts ?? []
    if (act?.do !== 'introduce') throw new Error('no introduction')
    expect(act.by).toBe('hub')
    expect([...act.between].sort().map((id) => 'abcd'.includes(id))).toEqual([true, false])
  })
})

/** What was found, what is not known of it, and facts. */
function placeOf({ calling, cause }: Item): number {
  if (calling === 'fact') return 2
  return cause.kind === 'silent' || cause.kind === 'unread' ? 1 : 0
}

describe('laws of every agenda', () => {
  let all: readonly Read[] = []
  beforeAll(async () => {
    all = await readAll()
  }, 300_000)

  test('no two items name the same cut, and no finding is part of two', () => {
    for (const { agenda } of all) {
      const cuts = agenda.items.flatMap(cutsOf)
      expect(cuts.filter((cut, index) => cuts.indexOf(cut) !== index)).toEqual([])
      const parts = agenda.items.flatMap(({ parts }) => parts)
      expect(new Set(parts).size).toBe(parts.length)
      const branches = agenda.items.flatMap(({ cause }) => (cause.kind === 'go_between' ? [cause] : []))
      for (const one of branches)
        for (const other of branches) {
          if (one !== other) expect(one.cutOff.every((id) => other.cutOff.includes(id))).toBe(false)
        }
    }
  })

  test('decisions go by actors × share × solidity; then what is not known, and facts', () => {
    for (const { agenda } of all) {
      for (const { stake } of agenda.items) {
        expect(stake.total).toBeCloseTo(stake.actors * stake.share * stake.solidity, 9)
        expect(stake.share).toBeGreaterThanOrEqual(0)
        expect(stake.share).toBeLessThanOrEqual(1)
        expect(stake.solidity).toBeLessThanOrEqual(1)
      }
      const places = agenda.items.map(placeOf)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      for (const place of [0, 1, 2]) {
        const totals = agenda.items.filter((item) => placeOf(item) === place).map(({ stake }) => stake.total)
        expect(totals).toEqual(totals.toSorted((a, b) => b - a))
      }
      expect(agenda.items.length).toBeGreaterThanOrEqual(3)
      expect(agenda.items.length).toBeLessThanOrEqual(7)
    }
  })

  test('whoever is asked is an organisation inside with a name of its own, and not twice in one decision', () => {
    for (const { agenda, territory } of all) {
      for (const { acts } of agenda.items) {
        const asked = acts.flatMap(askedBy)
        for (const id of asked) expect(territory.actors.get(id)).toMatchObject({ inside: true, collective: false })
        expect(new Set(asked).size).toBe(asked.length)
      }
    }
  })

  test('in Ardenne no hub introduces twice, and none pilots with two others', async () => {
    const { agenda } = all.find(({ territory }) => territory.id === 'ardenne') ?? (await read(await example('ardenne')))
    const acts = agenda.items.flatMap((item) => item.acts)
    const doors = acts.flatMap((act) => ('by' in act && act.by !== null ? [act.by] : []))
    const copilots = acts.flatMap((act) => (act.do === 'copilot' ? [act.actor] : []))
    for (const asked of [doors, copilots]) expect(new Set(asked).size).toBe(asked.length)
    expect([doors, copilots].flat()).toContain('association-flap')
  })

  test('the order in which findings come changes nothing', () => {
    for (const { agenda, territory, subject, diagnosis } of all) {
      const random = randomStream(territory.id)
      const findings = diagnosis.findings.map((finding) => [random(), finding] as const)
      const shuffled = findings.sort(([a], [b]) => a - b).map(([, finding]) => finding)
      const { thresholds } = rulesOf(territory.settings)
      const again = agendaOf(territory, subject, { ...diagnosis, findings: shuffled }, thresholds)
      const plain = (items: readonly Item[]) =>
        items.map(({ parts, ...item }) => ({ ...item, parts: [...parts].sort() }))
      expect(plain(again.items)).toEqual(plain(agenda.items))
    }
  })

  test('while names wait it tells none that findings do not, whatever they held', () => {
    for (const { territory, subject, diagnosis } of all.filter(({ subject: { basis } }) => basis === 'survey')) {
      const waits = new Set(['critical_broker', 'closed_group', 'dependent_actor', 'fading_ties'])
      const findings = diagnosis.findings.map((finding) =>
        waits.has(finding.kind) && finding.status !== 'insufficient' ? { ...finding, named: false } : finding,
      )
      const { thresholds } = rulesOf(territory.settings)
      const agenda = agendaOf(territory, subject, { ...diagnosis, findings }, thresholds)
      const blind = findings.map((finding) => (finding.named ? finding : withoutNames(finding)))
      // What is made of findings that hold no name at all is the same: nothing else was read.
      expect(agendaOf(territory, subject, { ...diagnosis, findings: blind }, thresholds)).toEqual(agenda)
      for (const { named, concerned, acts } of agenda.items) if (!named) expect([...concerned, ...acts]).toEqual([])
    }
  })

  test('what a team knows is never more than to be verified, and in most draws of what it does not know it holds', () => {
    const told = all.filter(({ subject: { basis } }) => basis === 'informants')
    expect(told.length).toBeGreaterThan(0)
    for (const { agenda } of told) {
      expect(agenda.items.some(({ cause }) => cause.kind === 'thin')).toBe(true)
      for (const { calling, cause, solidity, stake } of agenda.items) {
        expect(cause.kind).not.toBe('isolated')
        if (cause.kind !== 'go_between' && cause.kind !== 'closed_group' && cause.kind !== 'most_between') continue
        expect([calling, solidity]).toEqual(['gap', 'unknown_ties'])
        expect(stake.solidity).toBeGreaterThanOrEqual(0.5)
      }
    }
  })
})

test('three spreadsheets of what a team knows ask whom to see first, and speak of nobody as isolated', async () => {
  const territory = after(emptyTerritory('brece'), importOf(brece, { wave: team }).changes)
  const { agenda } = await read(territory)
  const [between, invitations, thin] = agenda.items
  expect(agenda.items.map(({ calling, cause }) => [calling, cause.kind])).toEqual([
    ['gap', 'most_between'],
    ['risk', 'absent'],
    ['gap', 'thin'],
    ['fact', 'outward_projects'],
  ])
  expect(between?.concerned).toEqual(['communaute-d-agglomeration-du-pays-de-brece', 'ville-de-brece'])
  // The only actor of a commune that no tie leads to comes first; nobody is asked by two items.
  expect(thin?.acts[0]).toMatchObject({ do: 'visit', actor: 'commune-de-vautorte' })
  const invited = invitations?.acts.flatMap((act) => (act.do === 'invite' ? [act.actor] : [])) ?? []
  const visited = thin?.acts.flatMap((act) => (act.do === 'visit' ? [act.actor] : [])) ?? []
  expect(invited.length).toBeGreaterThan(0)
  expect(visited.filter((id) => invited.includes(id))).toEqual([])
  // Whom a survey would ask: organisations of the territory, all of them.
  const inside = [...territory.actors.values()].filter((actor) => actor.inside && !actor.collective)
  expect(new Set(agenda.toSurvey)).toEqual(new Set(inside.map(({ id }) => id)))
  const said = linesOf(agenda, territory, fr.words, fr.agenda).join('\n')
  expect(said).toMatch(/l’équipe ne connaît aucun lien de \d+ acteurs, et un seul de \d+ autres/)
  expect(said).not.toMatch(/isolé/i)
})

test('whose ties a single source tells is said where another tells of others', async () => {
  const told = after(emptyTerritory('brece'), importOf(brece, { wave: team }).changes)
  const toldBy = (source: (end: string) => string) => ({
    ...told,
    ties: new Map([...told.ties].map(([key, tie]) => [key, { ...tie, source: source(tie.from) }])),
  })
  const ofOne = async (territory: Territory) =>
    (await read(territory)).agenda.items.flatMap(({ cause }) => (cause.kind === 'thin' ? cause.oneSource : []))
  expect(await ofOne(toldBy(() => 'Mme A.'))).toEqual([])
  const known = await ofOne(toldBy((from) => (from < 'f' ? 'Mme A.' : 'M. B.')))
  expect(known.length).toBeGreaterThan(0)
  for (const actor of known) {
    const ends = [...told.ties.values()].filter(({ from, to }) => from === actor || to === actor)
    expect(ends.length).toBeGreaterThan(1)
    expect(new Set(ends.map(({ from }) => from < 'f')).size).toBe(1)
  }
})

test('the club that was planted seems closed to a team as well', async () => {
  const { agenda } = await read(asTold(await example('val-de-brume')))
  expect(agenda.items.some(({ cause }) => cause.kind === 'closed_group' && cause.group?.kind === 'space')).toBe(true)
})

/** What an item says is cut, in a word. */
function cutsOf({ cause, named }: Item): string[] {
  if (!named) return []
  switch (cause.kind) {
    case 'go_between':
      return [`between ${cause.broker}`]
    case 'closed_group':
      return [`group ${cause.group?.kind} ${cause.group?.id}`]
    case 'closed_actor':
    case 'fading':
      return [`${cause.kind} ${cause.actor}`]
    case 'sphere_apart':
      return cause.others.length === 0
        ? [`sphere ${cause.sphere}`]
        : cause.others.map((other) => `spheres ${[cause.sphere, other].sort().join(' ')}`)
    case 'pilot':
      return [`pilot ${cause.pilot}`]
    case 'absent':
      return [...cause.spheres, ...cause.categories, ...cause.types.map((type) => `type ${type}`)]
    case 'islet':
      return [...cause.members].map((id) => `apart ${id}`)
    case 'isolated':
      return cause.actors.map((id) => `apart ${id}`)
    default:
      return [cause.kind === 'first_meetings' ? `project ${cause.project}` : cause.kind]
  }
}

/** Whom an act asks to accept something new; who makes an introduction may make several, and old partners may live elsewhere. */
function askedBy(act: Act): string[] {
  switch (act.do) {
    case 'introduce':
      return [...act.between]
    case 'pilot':
    case 'copilot':
    case 'invite':
    case 'visit':
      return [act.actor]
    case 'reactivate':
    case 'find':
    case 'verify':
      return []
  }
}
