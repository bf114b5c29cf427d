import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { en } from '../../server/cli/en.ts'
import { fr } from '../../server/cli/fr.ts'
import { faultCodes } from '../../server/domain/validation.ts'
import { readRefusalCodes } from '../../server/exchange/preview.ts'
import { openEmbeddedStore } from '../../server/store/embedded.ts'
import { stagingId } from '../../server/store/store.ts'
import { draft } from '../store/samples.ts'
import { maillage } from './maillage.ts'

let folder = ''
let env: Record<string, string> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-cli-'))
  env = { MAILLAGE_STORE: `sqlite:${join(folder, 'maillage.sqlite')}` }
  // The first start loads the examples.
  await maillage(['measure', 'ardenne', '--measures', 'density'], { env })
})
afterAll(() => rm(folder, { recursive: true }))

const path4 = 'source,target\na,b\nb,c\nc,d\n'

describe('measure', () => {
  test('reads standard input, writes one document on one line', async () => {
    const ended = await maillage(['measure', '-', '--measures', 'degree,betweenness.raw'], { input: path4 })
    expect(ended).toMatchObject({ code: 0, stderr: '' })
    expect(ended.stdout.split('\n').length).toBe(2)
    expect(JSON.parse(ended.stdout)).toEqual({
      nodes: ['a', 'b', 'c', 'd'],
      edges: [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
      measures: {
        degree: { scope: 'node', values: [1, 2, 2, 1] },
        'betweenness.raw': { scope: 'node', values: [0, 2, 2, 0] },
      },
      dropped: { loops: 0, repeats: 0 },
    })
  })

  test('finds each file’s node list beside it, and says who is outside', async () => {
    await writeFile(join(folder, 'one.csv'), path4)
    await writeFile(join(folder, 'two.csv'), path4)
    await writeFile(join(folder, 'one.nodes.csv'), 'id,place\na,Lyon\nb,Ruhr\nc,Lyon\nd,Lyon\nalone,Lyon\n')
    await writeFile(join(folder, 'two.nodes.csv'), 'id,place\na,Lyon\nb,Lyon\nc,Lyon\nd,Lyon\n')
    const files = [join(folder, 'two.csv'), join(folder, 'one.csv')]
    const options = ['--nodes', '{}.nodes.csv', '--group', 'place', '--outside', 'place=Ruhr', '--measures', 'ei.group']
    const ended = await maillage(['measure', ...files, ...options])
    const documents = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(documents.map(({ nodes }) => nodes.length)).toEqual([4, 5])
    expect(documents[1].measures['ei.group'].values).toEqual({ Lyon: 1 / 3, Ruhr: 1 })
  })

  test('what may be meant otherwise is said on standard error, once, beside the document', async () => {
    const input = 'source,target,heures\n1.0,2,3\n1,3,4\n'
    const ended = await maillage(['measure', '-', '--measures', 'degree'], { input })
    expect(JSON.parse(ended.stdout).nodes).toEqual(['1', '2', '3'])
    expect(ended.stderr.trimEnd().split('\n')).toEqual([
      'L’entrée standard\u00a0: la colonne «\u00a0heures\u00a0» contient des nombres qui ne servent pas\u00a0; --weight "heures" les lit comme des forces.',
      'L’entrée standard\u00a0: 1 nœud est écrit de plusieurs façons qui se valent\u00a0: «\u00a01\u00a0».',
    ])
  })

  test('the order of rows changes no byte of the document', async () => {
    const rows = ['0,9', '0,2', '0,3', '0,11', '1,13', '1,5', '1,3', '2,13', '2,8', '3,9', '3,4', '4,13', '4,7', '6,7']
    const more = ['6,8', '7,13', '7,12', '8,10', '10,11', '10,13', '10,12']
    const measured = async (rows: readonly string[]) => {
      const input = ['source,target', ...rows].join('\n')
      return (await maillage(['measure', '-', '--measures', 'modularity.best,strength'], { input })).stdout
    }
    expect(await measured([...more, ...rows].reverse())).toBe(await measured([...rows, ...more]))
  })

  test('weighted figures only where there are weights', async () => {
    const weighted = await maillage(['measure', '-'], { input: 'source,target,weight\na,b,2\nb,c,1\n' })
    const plain = await maillage(['measure', '-'], { input: 'source,target\na,b\nb,c\n' })
    const keys = ({ stdout }: { stdout: string }) => Object.keys(JSON.parse(stdout).measures)
    expect(keys(weighted)).toContain('burt.constraint.weighted')
    expect(keys(plain).filter((key) => key.includes('weighted') && !key.includes('unweighted'))).toEqual([])
  })

  test('measures a territory within a perimeter', async () => {
    const of = async (...options: string[]) => {
      const { stdout } = await maillage(['measure', 'ardenne', '--measures', 'size', ...options], { env })
      return JSON.parse(stdout).measures.size.values
    }
    const whole = await of()
    const inside = await of('--actors', 'inside', '--no-collective')
    expect(whole.n).toBe(33)
    expect(inside.n).toBeLessThan(whole.n)
    expect((await of('--tie-kinds', '', '--space-kinds', '')).edges).toBe(0)
  })

  test('the file that cannot be read ends the list, those before it are written', async () => {
    await writeFile(join(folder, 'good.csv'), path4)
    const ended = await maillage([
      'measure',
      join(folder, 'good.csv'),
      join(folder, 'missing.csv'),
      '--measures',
      'degree',
    ])
    expect(ended.code).toBe(1)
    expect(ended.stdout.trimEnd().split('\n').length).toBe(1)
    expect(ended.stderr).toBe(`${join(folder, 'missing.csv')} ne peut pas être lu\u00a0: il n’y a rien de ce nom.\n`)
  })
})

describe('export and import', () => {
  test('a territory goes out and comes back the same', async () => {
    const [out, back] = [join(folder, 'out'), join(folder, 'back')]
    expect((await maillage(['export', 'dieppe', out], { env })).code).toBe(0)
    const imported = await maillage(['import', out, '--territory', 'dieppe-2', '--json'], { env })
    expect(JSON.parse(imported.stdout)).toMatchObject({ territory: 'dieppe-2', revision: 1, refusals: [] })
    await maillage(['export', 'dieppe-2', back], { env })
    const [there, here] = await Promise.all([out, back].map(contents))
    expect(here).toEqual(there)
    const again = await maillage(['import', out, '--territory', 'dieppe-2', '--json'], { env })
    expect(JSON.parse(again.stdout)).toMatchObject({ revision: null })
  })

  test('files that exist are not written over unless one insists', async () => {
    const out = join(folder, 'twice')
    await maillage(['export', 'carene', out], { env })
    const second = await maillage(['export', 'carene', out], { env })
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('--force')])
    expect((await maillage(['export', 'carene', out, '--force'], { env })).code).toBe(0)
  })

  test('refused rows stop an import, unless the others are wanted', async () => {
    const bad = await mkdtemp(join(folder, 'bad-'))
    const rows = [
      'id,name,type,sphere,scope,inside,collective',
      'a,A,entreprise,economie,local,yes,no',
      'b,B,?,economie,local,yes,no',
    ]
    await writeFile(join(bad, 'actors.csv'), rows.join('\n'))
    const refused = await maillage(['import', bad, '--territory', 'bad'], { env })
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/actors\.csv, ligne 3, colonne «\u00a0type\u00a0»/)
    expect(refused.stderr).toContain('1 ligne refusée')
    expect(refused.stderr).toContain('«\u00a0?\u00a0» n’est pas un mot connu, attendu\u00a0: un type d’acteur.')
    const preview = await maillage(['import', bad, '--territory', 'bad', '--preview', '--json'], { env })
    expect(JSON.parse(preview.stdout)).toMatchObject({ revision: null, files: [{ rows: 2, created: 1, refused: 1 }] })
    const partial = await maillage(['import', bad, '--territory', 'bad', '--partial', '--json'], { env })
    expect(JSON.parse(partial.stdout)).toMatchObject({ revision: 1, refusals: [{ row: 3 }] })
  })
})

test('a copy that cannot be leaves nothing behind', async () => {
  const from = env.MAILLAGE_STORE ?? ''
  const target = join(folder, 'never.sqlite')
  const unknown = await maillage(['copy', 'nowhere', '--from', from, '--to', `sqlite:${target}`])
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('nowhere')])
  expect((await readdir(folder)).filter((name) => name.startsWith('never'))).toEqual([])
  const itself = await maillage(['copy', 'ardenne', '--from', from, '--to', from])
  expect([itself.code, itself.stderr]).toEqual([2, expect.stringContaining('même base')])
})

test('a copy that is refused says why, and what is at the other end', async () => {
  const target = join(folder, 'other.sqlite')
  {
    await using store = await openEmbeddedStore(target)
    await store.create('ardenne', draft('another one'))
  }
  const copy = ['copy', 'ardenne', '--from', env.MAILLAGE_STORE ?? '', '--to', `sqlite:${target}`]
  const refused = await maillage(copy)
  expect([refused.code, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toBe(
    `«\u00a0ardenne\u00a0» n’a pas été copié dans ${target}. Le territoire «\u00a0ardenne\u00a0» existe déjà. «\u00a0ardenne\u00a0» y est à la révision 1.\n`,
  )
  expect((await maillage([...copy, '--lang', 'en'])).stderr).toContain('“ardenne” was not copied')
})

test('what is staged is copied and exported by nobody', async () => {
  const file = join(folder, 'staged.sqlite')
  const staged = stagingId('nord')
  {
    await using store = await openEmbeddedStore(file)
    await store.create(staged, draft('half of it'))
  }
  const here = { env: { MAILLAGE_STORE: `sqlite:${file}` } }
  const copy = ['copy', staged, '--from', `sqlite:${file}`, '--to', `sqlite:${join(folder, 'never.sqlite')}`]
  for (const args of [copy, ['export', staged, join(folder, 'staged')], ['measure', staged], ['diagnose', staged]]) {
    const refused = await maillage(args, here)
    expect([refused.code, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain(staged)
  }
})

test('spreadsheets of other people are read under --yes, and what was guessed is told', async () => {
  const own = await mkdtemp(join(folder, 'own-'))
  const rows = ['Nos partenaires;;', 'Structure;Catégorie;Ville', 'CCI;Chambre;Pau', 'Crédit Local;Banque;Pau']
  await writeFile(join(own, 'liste.csv'), rows.join('\n'))
  const careful = await maillage(['import', own, '--territory', 'own'], { env })
  expect(careful.code).toBe(1)
  const preview = await maillage(['import', own, '--territory', 'own', '--yes', '--preview'], { env })
  expect(preview.stdout).toContain('liste.csv\u00a0: lu comme «\u00a0acteurs\u00a0», en-tête à la ligne 2')
  expect(preview.stdout).toContain('«\u00a0Banque\u00a0» (1)\u00a0: proposé, «\u00a0banque\u00a0»')
  const plan = join(folder, 'plan.json')
  const values = [{ column: 'B', value: 'Banque', means: 'entreprise' }]
  await writeFile(plan, JSON.stringify({ proposals: 'applied', sheets: [{ file: 'liste.csv', values }] }))
  const planned = await maillage(['import', own, '--territory', 'own', '--plan', plan, '--partial', '--json'], { env })
  const { revision, sheets } = JSON.parse(planned.stdout)
  expect(revision).toBe(1)
  expect(sheets.find(({ file }: { file: string }) => file === 'liste.csv').counts).toMatchObject({ read: 2, new: 2 })
})

test('files are imported one by one too, and what is left aside is told', async () => {
  const own = await mkdtemp(join(folder, 'files-'))
  const [list, network] = [join(own, 'Nos partenaires.csv'), join(own, 'reseau.gexf')]
  await writeFile(list, 'Structure;Type\nMéca-Précis;Entreprise\nTotal;1')
  await writeFile(
    network,
    '<gexf><graph><nodes><node id="1" label="Forge"><viz:size xmlns:viz="v" value="3"/></node></nodes></graph></gexf>',
  )
  const alone = ['import', list, network, '--yes', '--preview']
  expect(await maillage(alone, { env })).toMatchObject({ code: 2, stderr: expect.stringContaining('--territory') })
  const read = await maillage([...alone, '--territory', 'fichiers'], { env })
  expect(read.stdout).toContain('Nos partenaires.csv\u00a0: lu comme «\u00a0acteurs\u00a0»')
  expect(read.stdout).toContain('1 ligne mise de côté')
  expect(read.stderr).toMatch(/reseau\.gexf\s: 1 couleur, taille ou forme laissée de côté/)
  const missing = await maillage(['import', join(own, 'absent.csv'), '--territory', 'fichiers'], { env })
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('il n’y a rien de ce nom') })
})

test('a workbook in the folder that cannot be read is refused by name, not passed over', async () => {
  const mixed = await mkdtemp(join(folder, 'mixed-'))
  await writeFile(join(mixed, 'acteurs.csv'), 'id,name,type,sphere,scope,inside\na,A,entreprise,economie,local,yes')
  await writeFile(join(mixed, 'liens.xlsx'), 'PK\u0003\u0004')
  const refused = await maillage(['import', mixed, '--territory', 'mixed'], { env })
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(/liens\.xlsx\u00a0: illisible, attendu\u00a0: un fichier ZIP entier/)
})

test('every refusal of a row is a sentence in both languages, with what was expected', () => {
  const all = [...readRefusalCodes, ...faultCodes]
  for (const [language, sentences] of [
    ['fr', fr.rows],
    ['en', en.rows],
  ] as const) {
    for (const code of all) {
      const [told] = sentences([{ file: 'f.csv', row: 7, column: 'c', code, got: 'G', expected: { row: 3 } }])
      expect(told, `${code} in ${language}`).toMatch(/^f\.csv, (ligne|row) 7, .* ?: .+\.$/)
    }
  }
  const late = { file: 'f.csv', row: 7, column: 'fin', code: 'invalid_value', got: '2025-01-01' } as const
  const [bound, range] = fr.rows([
    { ...late, expected: { notBefore: '2025-12-31' } },
    { ...late, expected: { between: [-90, 90] } },
  ])
  expect(bound).toContain('attendu\u00a0: le 2025-12-31 au plus tôt.')
  expect(range).toContain('attendu\u00a0: de -90 à 90.')
  const many = fr.rows(Array.from({ length: 80 }, () => ({ ...late, expected: null })))
  expect([many.length, many.at(-1)]).toEqual([51, expect.stringContaining('30 autres')])
})

describe('one plain sentence, in French or in English', () => {
  const missing = ['measure', 'nowhere']

  test('French by default, English for those whose machine or command says so', async () => {
    expect((await maillage(missing, { env })).stderr).toBe('Le territoire «\u00a0nowhere\u00a0» n’existe pas.\n')
    const english = 'There is no territory “nowhere”.\n'
    expect((await maillage(missing, { env: { ...env, LANG: 'en_GB.UTF-8' } })).stderr).toBe(english)
    expect((await maillage([...missing, '--lang', 'en'], { env })).stderr).toBe(english)
    expect((await maillage(['--lang=en', ...missing], { env })).stderr).toBe(english)
  })

  test.each([
    ['HOST=0.0.0.0 maillage serve', ['serve'], { HOST: '0.0.0.0' }, 'comptes'],
    ['PORT=web maillage serve', ['serve'], { PORT: 'web' }, 'PORT'],
    ['an unknown command', ['dance'], {}, 'dance'],
    ['an unknown option', ['measure', 'x.csv', '--loudly'], {}, '--loudly'],
    ['an option without its value', ['measure', 'x.csv', '--weight'], {}, '--weight'],
    ['a value nobody knows', ['measure', 'ardenne', '--direction', 'up'], {}, 'either, confirmed, directed'],
    ['too few arguments', ['export', 'ardenne'], {}, 'dossier'],
    ['too many arguments', ['export', 'ardenne', 'a', 'b'], {}, 'export'],
    ['a perimeter for a file', ['measure', 'x.csv', '--wave', '2024'], {}, '--wave'],
    ['a file option for a territory', ['measure', 'ardenne', '--directed'], {}, '--directed'],
    ['groups without nodes', ['measure', '-', '--group', 'sphere'], {}, '--nodes'],
    ['nothing at all', [], {}, 'serve'],
  ])('%s is misuse: exit code 2', async (_, args, environment, word) => {
    const ended = await maillage(args, { env: { ...env, ...environment }, input: path4 })
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(word)
  })

  test('help is help, not misuse', async () => {
    const ended = await maillage(['--help'])
    expect([ended.code, ended.stderr]).toEqual([0, ''])
    expect(ended.stdout).toContain('Commandes')
  })
})

async function contents(from: string): Promise<Record<string, string>> {
  const names = (await readdir(from)).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(from, name), 'utf8')] as const)),
  )
}
