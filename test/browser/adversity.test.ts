import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openChromium, openMaillage } from './maillage.ts'

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
      ['table?rows=ties', 'td:nth-child(3) .name-link:text-is("constructor")'],
      ['table?rows=participations', 'td .name-link:text-is("constructor")'],
      ['findings?page=list', '.finding-count'],
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
    const territories = await (await fetch(new URL('/api/territories', maillage.url))).json()
    expect(await page.locator('.entry').count()).toBe(territories.length)
    expect(opened.complaints).toEqual([])
  })

  test('a lost drawing, and draws it again however often it is lost', async () => {
    await using opened = await maillage.open('/territories/carene/map')
    const { page } = opened
    const whole = await drawnOn(page)
    await page.evaluate(() => document.fonts.ready)
    const before = await settledPicture(page)
    for (let time = 0; time < 3; time++) {
      await loseContexts(page)
      await page.getByText('Le navigateur a interrompu le dessin de la carte.').waitFor()
      await page.locator('svg.map-picture').waitFor()
      await page.evaluate(() => {
        for (const context of window.lostContexts ?? []) context.restoreContext()
      })
      await page.locator('.map-why').waitFor({ state: 'detached' })
      expect(await drawnOn(page)).toEqual(whole)
    }
    await loseContexts(page)
    await page.getByRole('button', { name: 'Redessiner la carte' }).click()
    await page.locator('.map-why').waitFor({ state: 'detached' })
    expect(await drawnOn(page)).toEqual(whole)
    // Points and lines are there again, not the names alone.
    expect((await settledPicture(page)).equals(before)).toBe(true)
    await page.locator('.map-canvas').focus()
    await page.keyboard.press('ArrowLeft')
    await page.waitForURL(/actor=/)
    expect(opened.complaints).toEqual([])
  })

  test('a browser without WebGL: all but the moving map is as ever', async () => {
    await using browser = await openChromium(['--disable-3d-apis'])
    const { openAt } = browser
    await using opened = await openAt(new URL('/', maillage.url).href)
    const { page } = opened
    await page.locator('.entry', { hasText: 'CARENE' }).locator('.entry-picture').waitFor()
    await page.getByRole('link', { name: 'CARENE', exact: true }).click()
    await page.getByText('La carte animée ne peut pas se dessiner').waitFor()
    const picture = page.getByRole('img', { name: 'Carte de CARENE' })
    expect(await picture.locator('path[transform]').count()).toBe(37)
    await page.getByRole('button', { name: 'Redessiner la carte' }).click()
    await page.getByText('La carte animée ne peut pas se dessiner').waitFor()

    await page.keyboard.press('Control+k')
    await page.keyboard.type('airbus')
    await page.getByRole('option', { name: 'Airbus' }).click()
    await page.getByRole('complementary', { name: 'Fiche de l’acteur' }).getByText('Relié à').waitFor()
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
    await page.getByRole('link', { name: 'Constats', exact: true }).click()
    await page.locator('.agenda-item').first().waitFor()
    await page.locator('.findings-map .map-picture').waitFor()
    await page.getByRole('link', { name: 'Données', exact: true }).click()
    await page.locator('.history li').first().waitFor()
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    await page.getByText('La carte animée ne peut pas se dessiner').waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('a layout that fails: the rest of the page is as ever', async () => {
    await using opened = await maillage.open('/territories/carene/table')
    const { page } = opened
    await page.route('**/positions', (route) => route.fulfill({ status: 500, body: '{}' }))
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    await page.getByRole('alert').getByText('Une erreur inattendue').waitFor({ timeout: 60_000 })
    await page.getByRole('link', { name: 'Tableau', exact: true }).click()
    await page.getByRole('table', { name: 'Acteurs de CARENE' }).waitFor()
    await page.unroute('**/positions')
    await page.getByRole('link', { name: 'Carte', exact: true }).click()
    expect((await drawnOn(page)).actors).toBe(37)
  })

  test('actors that no roster, tie or participation names, and says so', async () => {
    const five = ['Acteur 1', 'Acteur 2', 'Acteur 3', 'Acteur 4', 'Acteur 5']
    const actors = `${actorsHead}\n${five.map((name, i) => `a${i + 1},${name},entreprise,economie,local,oui`).join('\n')}\n`
    await maillage.import('unnamed', {
      'waves.csv': waves,
      'actors.csv': actors,
      'ties.csv': `${tiesHead}\nw1,cooperation,a1,a2,false,\n`,
    })
    await maillage.import('nobody', { 'waves.csv': waves, 'actors.csv': actors })
    await using opened = await maillage.open('/')
    const { page } = opened
    const card = page.locator('.entry', { hasText: 'unnamed' })
    await card.getByText('5 acteurs, dont 3 hors de la dernière vague').waitFor()
    for (const screen of ['map', 'table']) {
      await page.goto(new URL(`/territories/unnamed/${screen}`, maillage.url).href)
      await page.getByText('2 acteurs sur 5 affichés (3 hors de cette vague)').waitFor()
      await page.getByText('3 acteurs ne figurent dans aucune liste d’enquête').click()
      await page.getByText('ajoutez-les à la liste des acteurs interrogés').waitFor()
      expect(await page.locator('.unnamed-list').getByRole('button').allTextContents()).toEqual(five.slice(2))
    }
    await page.goto(new URL('/territories/unnamed/findings?page=list', maillage.url).href)
    await page.getByText('5 acteurs, dont 3 hors de cette vague').waitFor()

    await page.goto(new URL('/territories/nobody/map', maillage.url).href)
    await page.locator('.map-nothing').getByText('Cette vague ne cite aucun acteur').waitFor()
    await page.getByText('0 acteur sur 5 affiché (5 hors de cette vague)').waitFor()
    await page.getByText('5 acteurs ne figurent dans aucune liste d’enquête').waitFor()
    expect(await page.getByText('Rétablissez').count()).toBe(0)
    await page.goto(new URL('/territories/nobody/table', maillage.url).href)
    await page.getByRole('cell', { name: /Cette vague ne cite aucun acteur/ }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('names copied from a PDF, which a search finds', async () => {
    await maillage.import('copied', {
      'waves.csv': waves,
      'actors.csv': `${actorsHead}\na,ﬁnance du Port,entreprise,economie,local,oui\n`,
    })
    await using opened = await maillage.open('/territories/copied/map')
    await opened.page.keyboard.press('Control+k')
    await opened.page.keyboard.type('finance')
    await opened.page.getByRole('option', { name: 'ﬁnance du Port' }).click()
    await opened.page.getByRole('complementary', { name: 'Fiche de l’acteur' }).waitFor()
    expect(opened.complaints).toEqual([])
  })
})

declare global {
  interface Window {
    lostContexts?: WEBGL_lose_context[]
  }
}

/** The map once two pictures of it in a row are the same. */
async function settledPicture(page: Page): Promise<Buffer> {
  let last = await page.locator('.map').screenshot()
  for (;;) {
    await page.waitForTimeout(300)
    const next = await page.locator('.map').screenshot()
    if (next.equals(last)) return next
    last = next
  }
}

/** Takes the contexts of the map away, as a driver that is started anew does. */
async function loseContexts(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.lostContexts = [...document.querySelectorAll<HTMLCanvasElement>('.map-canvas canvas')].flatMap((canvas) => {
      const lose = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')
      return lose ? [lose] : []
    })
    for (const context of window.lostContexts) context.loseContext()
  })
}
