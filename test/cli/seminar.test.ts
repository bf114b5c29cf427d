import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InviteDocument, PairsDocument, TablesDocument, WhatIfDocument } from '../../server/cli/seminar.ts'
import type { TableRequest } from '../../server/seminar/tables/request.ts'
import { verify } from '../seminar/verifier.ts'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-seminar-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'store.sqlite')}` }
  // The first command fills a new store with the examples.
  await maillage(['export', 'ardenne', join(folder, 'ardenne')], { env })
})
afterAll(() => rm(folder, { recursive: true }))

const written = async (name: string, text: string) => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}
const run = (...args: string[]) => maillage(args, { env })

interface Documents {
  invite: InviteDocument
  tables: TablesDocument
  pairs: PairsDocument
  whatif: WhatIfDocument
}

async function documentOf<C extends keyof Documents>(command: C, ...args: string[]): Promise<Documents[C]> {
  const { code, stdout, stderr } = await run(command, ...args, '--json')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return JSON.parse(stdout)
}

const guests = [
  'organisation;personne;statut;rôle',
  'COMMUNE DE CHASSEGRAIN;Mme Albin;vient;hôte',
  'Commune de Chassegrain;M. Brun;invité;',
  'plateforme d essais brissandier;;confirmé;',
  'textiles-ravignac;;;intervenant',
  'Robotique Jourdenay;;excusé;',
  'Le Hangar des Essartines;;;',
  'Théâtre de Chassegrain;;;',
  'Atelier d’insertion Marcouville;;;',
].join('\n')

describe('a seminar of Decazeville, of which documents alone are known', () => {
  test('without a list the template answers: who could take each chair, and which nobody can', async () => {
    const { code, stdout, stderr } = await run('invite', 'decazeville')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/sans liste d’invités, d’après des documents, où un lien absent ne prouve rien\.\n/)
    expect(stdout).toMatch(/Habitants \(société civile, indispensable\)\u00a0: aucun acteur connu\./)
    expect(stdout).toMatch(/Communes \(action publique\)\u00a0: 1 acteur\.\n {2}· Mairie de Decazeville\u00a0: /)
    expect(stdout).toMatch(/Ardenne métropole\u00a0: il est hors du territoire/)
    expect(stdout).toMatch(/personne n’a été interrogé\./)
    expect(stdout).not.toMatch(/Par sphère|Plan de tables/)
  })

  test('in English', async () => {
    const { stdout } = await run('invite', 'decazeville', '--lang', 'en')
    expect(stdout).toMatch(/Inhabitants \(civil society, essential\): no known actor\./)
  })
})

describe('a list of Val-de-Brume', () => {
  test('names are matched as imports match them, and people of one organisation are one invitee', async () => {
    const {
      guests: read,
      composition,
      basis,
    } = await documentOf('invite', 'val-de-brume', '--invited', await written('g.csv', guests))
    expect(basis).toBe('survey')
    expect(read?.map(({ id, person, status, role }) => [id, person, status, role])).toEqual([
      ['commune-de-chassegrain', 'Mme Albin', 'coming', 'host'],
      ['commune-de-chassegrain (2)', 'M. Brun', 'invited', null],
      ['plateforme-d-essais-brissandier', null, 'coming', null],
      ['textiles-ravignac', null, 'invited', 'speaker'],
      ['robotique-jourdenay', null, 'excused', null],
      ['le-hangar-des-essartines', null, 'invited', null],
      ['theatre-de-chassegrain', null, 'invited', null],
      ['atelier-d-insertion-marcouville', null, 'invited', null],
    ])
    const chair = (id: string) => composition.categories.find(({ category }) => category.id === id)
    expect(chair('action_publique.commune')).toMatchObject({ covering: 'covered', seated: ['commune-de-chassegrain'] })
    // Two firms are asked for, and one of the two is excused.
    expect(chair('economie.entreprise')).toMatchObject({ covering: 'thin', seated: ['textiles-ravignac'] })
    const epci = chair('action_publique.epci')
    expect(epci?.covering).toBe('absent')
    expect(epci?.candidates[0]?.actor).toBe('communaute-de-communes-du-val-de-brume')
    expect(epci?.candidates[0]?.inviters[0]?.invited).toBe(true)
  })

  test('the plan seats all who come, hosts at their tables, and says of itself what a verifier counts', async () => {
    const file = await written('g.csv', guests)
    const hosts = await written('hosts.csv', 'nom\nThéâtre de Chassegrain\n')
    const apart = await written(
      'apart.csv',
      'a,b\nM. Brun,Textiles Ravignac\nLe Hangar des Essartines,Commune de Chassegrain\n',
    )
    const asked = ['--tables', '3', '--rounds', '2', '--preset', 'meet', '--hosts', hosts, '--apart', apart]
    const plan = await documentOf('tables', 'val-de-brume', '--invited', file, ...asked)
    const present = plan.guests.filter(({ status }) => status !== 'excused')
    expect(plan.tables.map(({ host }) => host)).toEqual(['theatre-de-chassegrain', 'commune-de-chassegrain', null])
    const request: TableRequest = {
      people: present.map(({ id, actor }) => ({ id, actor, sphere: '', themes: [] })),
      tables: plan.tables,
      rounds: 2,
      objective: 'meet',
      returns: 'avoided',
      rules: [
        { people: ['commune-de-chassegrain (2)', 'textiles-ravignac'], rule: 'never' },
        { people: ['commune-de-chassegrain', 'le-hangar-des-essartines'], rule: 'never' },
        { people: ['commune-de-chassegrain (2)', 'le-hangar-des-essartines'], rule: 'never' },
      ],
      locks: [],
      absences: [],
      seed: plan.seed,
      acquaintance: null,
    }
    const { faults, broken, pairsMet, repeats } = verify(request, plan.routes)
    expect({ faults, broken, pairsMet, repeats }).toEqual({
      faults: [],
      broken: [],
      pairsMet: plan.quality.pairsMet,
      repeats: plan.quality.repeats,
    })
    const { stdout } = await run('tables', 'val-de-brume', '--invited', file, ...asked)
    expect(stdout).toMatch(/\nTour 2\n– Table 1\u00a0: Théâtre de Chassegrain \(hôte\)/)
    expect(stdout).toMatch(/Mme Albin \(Commune de Chassegrain\) \(hôte\)/)
    expect(stdout).toContain(`se seront rencontrées\u00a0: ${plan.quality.pairsMet} sur 21`)
    expect(stdout).toMatch(/Paires qui se rencontrent\u00a0: \d+\u202f; au hasard \d/)
  })

  test('more tables than people, and more rounds than tables, are said and planned', async () => {
    const file = await written('few.csv', 'nom\nTextiles Ravignac\nTextiles Ravignac\n')
    const few = await run('tables', 'val-de-brume', '--invited', file, '--tables', '4', '--rounds', '5')
    expect([few.code, few.stderr]).toEqual([0, ''])
    expect(few.stdout).toMatch(/4 tables pour 2 personnes\u00a0: certaines restent vides\./)
    expect(few.stdout).toMatch(/5 tours pour 4 tables\u00a0: il faut revenir/)
    expect(few.stdout).toMatch(/Plusieurs fois dans la liste, .*\u00a0: Textiles Ravignac\./)
    expect(few.stdout).toContain('Textiles Ravignac (2)')
  })
})

describe('a list is refused', () => {
  test('for every name that nobody bears, by its line, with the nearest', async () => {
    const file = await written('bad.csv', 'nom\nTextiles Ravinac\nTextiles Ravignac\n"Zzz\u0007"\n')
    const { code, stdout, stderr } = await run('invite', 'val-de-brume', '--invited', file)
    expect([code, stdout]).toEqual([1, ''])
    const [first, second, ...others] = stderr.trimEnd().split('\n')
    expect(first).toMatch(
      /bad\.csv, ligne 2\u00a0: «\u00a0Textiles Ravinac\u00a0» n’est pas un acteur.*\u00a0: «\u00a0Textiles Ravignac\u00a0»/,
    )
    expect(second).toMatch(/ligne 4\u00a0: .* n’est pas un acteur du territoire\.$/)
    expect(others).toEqual([])
  })

  test('for a name that several bear, which an id tells apart', async () => {
    const twins = await mkdtemp(join(folder, 'twins-'))
    await writeFile(
      join(twins, 'actors.csv'),
      'id,name,type,sphere,scope,inside,aliases\na,Forge Martin,entreprise,economie,local,true,\nb,La forge,entreprise,economie,local,true,Forge-Martin\n',
    )
    expect(await maillage(['import', twins, '--territory', 'twins'], { env })).toMatchObject({ code: 0 })
    const refused = await run('invite', 'twins', '--invited', await written('several.csv', 'nom\nforge martin\n'))
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/ligne 2.*peut être plusieurs acteurs \(.*La forge.*\)\u00a0: donnez l’identifiant/)
    // Without any wave the template and the tables alone answer.
    const ids = await written('ids.csv', 'id\na\nb\n')
    const document = await documentOf('invite', 'twins', '--invited', ids)
    expect(document).toMatchObject({ wave: null, basis: null, reach: null, unseen: null })
    const firms = document.composition.categories.find(({ category }) => category.id === 'economie.entreprise')
    expect(firms).toMatchObject({ covering: 'covered', seated: ['a', 'b'] })
    const plan = await documentOf('tables', 'twins', '--invited', ids, '--tables', '1', '--rounds', '1')
    expect(plan.quality.pairsMet).toBe(1)
  })

  test.each([
    ['empty.csv', '', /il manque la colonne «\u00a0name\u00a0»/],
    ['header.csv', 'nom,statut\n', /la liste ne nomme personne/],
    [
      'status.csv',
      'nom,statut\nTextiles Ravignac,peut-être\n',
      /ligne 2.*«\u00a0peut-être\u00a0» reçu, attendu\u00a0: invité, vient/,
    ],
    ['blank.csv', 'nom,statut\n,vient\n', /ligne 2\u00a0: la colonne «\u00a0nom\u00a0» est vide/],
  ])('%s', async (name, content, sentence) => {
    const { code, stdout, stderr } = await run('invite', 'val-de-brume', '--invited', await written(name, content))
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(sentence)
  })

  test('when tables are asked for and all are excused, or a host is not invited, or hosts are too many', async () => {
    const planned = async (file: string, ...more: string[]) =>
      await run('tables', 'val-de-brume', '--invited', file, '--tables', '1', '--rounds', '1', ...more)
    const excused = await planned(await written('excused.csv', 'nom,statut\nTextiles Ravignac,excusé\n'))
    expect(excused).toMatchObject({ code: 1, stdout: '' })
    expect(excused.stderr).toMatch(/personne à placer, le seul invité est excusé/)
    const file = await written('two.csv', 'nom,rôle\nTextiles Ravignac,hôte\nRobotique Jourdenay,hôte\n')
    const many = await planned(file)
    expect(many).toMatchObject({ code: 1, stdout: '' })
    expect(many.stderr).toMatch(/2 hôtes pour 1 table/)
    const away = await planned(file, '--hosts', await written('away.csv', 'nom\nThéâtre de Chassegrain\n'))
    expect(away).toMatchObject({ code: 1, stdout: '' })
    expect(away.stderr).toMatch(/ligne 2\u00a0: «\u00a0Théâtre de Chassegrain\u00a0» n’est pas parmi les présents/)
  })
})

describe('tables of a list alone', () => {
  const list = [
    'organisation;personne;sphère;rôle',
    'Mairie;Mme Albin;Action publique;hôte',
    'mairie;M. Brun;;',
    'Forges;;Économie;',
    'Lycée;;Formation et recherche;',
    'Scène;;Culture;',
    'Club;;Économie;',
  ].join('\n')

  test('its organisations are the actors: people of one, and of one sphere, are known as such', async () => {
    const file = await written('list.csv', list)
    const apart = await written('list-apart.csv', 'a;b\nForges;Club\n')
    const together = await written('list-together.csv', 'a;b\nLycée;Scène\n')
    const rules = ['--apart', apart, '--together', together]
    const plan = await documentOf('tables', file, '--tables', '2', '--rounds', '2', ...rules)
    expect(plan).toMatchObject({ territory: null, wave: null, basis: null })
    expect(plan.guests.map(({ id, actor, person }) => [id, actor, person])).toEqual([
      ['mairie', 'mairie', 'Mme Albin'],
      ['mairie (2)', 'mairie', 'M. Brun'],
      ['forges', 'forges', null],
      ['lycee', 'lycee', null],
      ['scene', 'scene', null],
      ['club', 'club', null],
    ])
    // Of 15 pairs two are of one sphere: the two of the town hall, and the two firms.
    expect(plan.quality).toMatchObject({ pairs: 15, acrossSpheresPossible: 13, broken: [] })
    const request: TableRequest = {
      people: plan.guests.map(({ id, actor }) => ({ id, actor, sphere: '', themes: [] })),
      tables: plan.tables,
      rounds: 2,
      objective: 'mix',
      returns: 'avoided',
      rules: [
        { people: ['club', 'forges'], rule: 'never' },
        { people: ['lycee', 'scene'], rule: 'once' },
      ],
      locks: [],
      absences: [],
      seed: plan.seed,
      acquaintance: null,
    }
    expect(verify(request, plan.routes)).toMatchObject({ faults: [], broken: [], pairsMet: plan.quality.pairsMet })
  })

  test('in words', async () => {
    const { code, stdout } = await run('tables', await written('list.csv', list), '--tables', '2', '--rounds', '1')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^6 personnes\.\n/)
    expect(stdout).toMatch(/– Table 1\u00a0: Mme Albin \(Mairie\) \(hôte\)/)
  })
})

describe('pairs and what if', () => {
  test('introductions of documents answer no finding, and say who could make them', async () => {
    const asked = ['--invited', await written('all.csv', 'nom\nDecazeville communauté\nMairie de Decazeville\nAdCF\n')]
    const all = await documentOf('pairs', 'decazeville', '--count', '2')
    expect(all.introductions).toHaveLength(2)
    expect(all.introductions.every(({ repairs }) => repairs.length === 0)).toBe(true)
    const named = new Set(['decazeville-communaute', 'mairie-de-decazeville', 'adcf'])
    const few = await documentOf('pairs', 'decazeville', ...asked)
    expect(few.introductions.every(({ between }) => between.every((id) => named.has(id)))).toBe(true)
    const { stdout } = await run('pairs', 'decazeville', '--count', '1')
    expect(stdout).toMatch(/– Présenter .+/)
  })

  test('a path that loses its middle: who is cut off, and the tie that would have absorbed it', async () => {
    const path = await mkdtemp(join(folder, 'path-'))
    const ids = ['a', 'b', 'c', 'd', 'e']
    await writeFile(
      join(path, 'actors.csv'),
      `id,name,type,sphere,scope,inside\n${ids.map((id) => `${id},Acteur ${id.toUpperCase()},ess,economie,local,true`).join('\n')}\n`,
    )
    await writeFile(join(path, 'waves.csv'), 'id,label,date,basis\nw,Vague,2026-01-01,documents\n')
    await writeFile(
      join(path, 'ties.csv'),
      `wave,kind,from,to,directed\n${['a,b', 'b,c', 'c,d', 'd,e'].map((tie) => `w,cooperation,${tie},false`).join('\n')}\n`,
    )
    expect(await maillage(['import', path, '--territory', 'path'], { env })).toMatchObject({ code: 0 })
    const document = await documentOf('whatif', 'path', '--leaving', 'acteur c', '--added', 'a=zzz').catch(() => null)
    expect(document).toBeNull()
    const gone = await documentOf('whatif', 'path', '--leaving', 'acteur c')
    expect(gone).toMatchObject({ supposed: { leaving: ['c'], weakened: [], added: [] }, cutOff: ['d', 'e'] })
    expect(gone.absorbing.map(({ broughtBack }) => broughtBack)).toEqual([2])
    const mended = await documentOf('whatif', 'path', '--leaving', 'c', '--added', 'b = Acteur D')
    expect(mended).toMatchObject({ cutOff: [], absorbing: [] })
    const { stdout } = await run('whatif', 'path', '--leaving', 'c')
    expect(stdout).toContain('Coupés du reste\u00a0: Acteur D et Acteur E.')
    for (const tie of ['a', 'a = Acteur A']) {
      const malformed = await run('whatif', 'path', '--weakened', tie)
      expect(malformed).toMatchObject({ code: 2, stdout: '' })
      expect(malformed.stderr).toContain('--weakened')
    }
  })
})

test.each([
  [['tables', 'val-de-brume', '--tables', '3', '--rounds', '2'], '--tables demande aussi --invited'],
  [['tables', 'val-de-brume', '--invited', 'x.csv', '--tables', '3'], 'Il manque --rounds'],
  [['tables', 'x.csv', '--tables', '3', '--rounds', '1', '--wave', 'w'], '--wave'],
  [['tables', 'val-de-brume', '--seminar', 'm', '--hosts', 'x.csv'], '--hosts demande aussi --tables'],
  [['tables', 'val-de-brume', '--tables', '0', '--rounds', '1'], '--tables'],
  [['tables', 'val-de-brume', '--preset', 'shuffle'], 'mix, link, deepen, meet'],
  [['invite', 'val-de-brume', '--invited', 'x.csv', '--seminar', 'm'], 'ne vont pas ensemble'],
  [['invite', 'val-de-brume', '--quotas', 'economie'], 'SPHERE=1'],
])('%j is a malformed command', async (args, sentence) => {
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(sentence)
})
