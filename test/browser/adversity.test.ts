import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const waves = 'id,label,date,basis\nw1,Enquête,2024-06-01,survey\n'
const actorsHead = 'id,name,type,sphere,scope,inside'
const tiesHead = 'wave,kind,from,to,directed,reporter'

describe.runIf(chromiumPath)('the page bears', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('actors, types, spheres and spaces that are called as what every object has', async () => {
    await maillage.import('objects', {
      'waves.csv': waves,
      'actors.csv': `${actorsHead}\nmairie,Mairie,commune,public,local,oui\nlycee,Lycée,lycée,formation,local,oui\n`,
      'ties.csv': `${tiesHead}\nw1,cooperation,mairie,lycee,false,\n`,
    })
    // Once drawn, everybody who comes is a newcomer.
    {
      await using opened = await maillage.open('/territories/objects/map')
      expect((await drawnOn(opened.page)).actors).toBe(2)
    }
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf']
    await maillage.import('objects', {
      'vocabulary.csv': `vocabulary,id,fr\n${names.flatMap((id) => ['actorType', 'sphere', 'spaceKind', 'tieKind', 'role'].map((list) => `${list},${id},${id}`)).join('\n')}\n`,
      'actors.csv': `${actorsHead}\n${names.map((id) => `${id},${id},${id},${id},local,oui`).join('\n')}\n`,
      'spaces.csv': `id,name,kind\n${names.map((id) => `${id},${id} en commun,project`).join('\n')}\n`,
      'participations.csv': `actor,space,role,wave\n${names.map((id) => `${id},${id},pilot,w1`).join('\n')}\n`,
      'ties.csv': `${tiesHead}\n${names.map((id) => `w1,${id},mairie,${id},false,`).join('\n')}\n`,
    })
    await using opened = await maillage.open('/territories/objects/map?show=spaces')
    const { page } = opened
    const drawn = await drawnOn(page)
    expect([drawn.actors, drawn.spaces, drawn.ties]).toEqual([7, 5, 6])
    expect(Object.values(drawn.positions).flat().every(Number.isFinite)).toBe(true)
    for (const [path, shown] of [
      ['table', 'th .name-link:text-is("constructor")'],
      ['table?rows=ties', 'td:text-is("constructor")'],
      ['table?rows=participations', 'td .name-link:text-is("constructor")'],
      ['findings', '.finding-count'],
      ['data', '.history li'],
    ] as const) {
      await page.goto(new URL(`/territories/objects/${path}`, maillage.url).href)
      await page.locator(shown).first().waitFor()
    }
    await page.goto(
      new URL('/territories/objects/map?actor=constructor&color=type&size=constructor', maillage.url).href,
    )
    await page.getByRole('complementary', { name: 'Fiche de l’acteur' }).getByText('Relié à 1 partenaire').waitFor()
    await page.goto(maillage.url)
    await page.locator('.entry', { hasText: 'objects' }).locator('.entry-picture path').nth(7).waitFor()
    expect(await page.locator('.entry').count()).toBe(6)
    expect(opened.complaints).toEqual([])
  })
})
