import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { ofKind, signalsOf } from '../diagnosis/told.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const world = '/territories/val-de-brume/findings'
const listed = `${world}?page=list`

describe.runIf(chromiumPath)('the findings', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('are all counted, as many of each outcome as the API tells', async () => {
    await using opened = await maillage.open(listed)
    const { page } = opened
    const { findings } = await diagnosisOf('val-de-brume')
    await page.getByText(`${findings.length} constats`, { exact: true }).waitFor()
    for (const [name, status] of [
      ['Signaux', 'signal'],
      ['Pas assez de données', 'insufficient'],
      ['Non trouvé', 'none'],
    ] as const) {
      const count = findings.filter((finding) => finding.status === status).length
      expect(await page.getByRole('checkbox', { name: `${name} ${count}` }).count()).toBe(1)
    }
    expect(opened.complaints).toEqual([])
  })

  test('are filtered by kind, and the filter is in the address', async () => {
    await using opened = await maillage.open(listed)
    const { page } = opened
    await page.getByRole('button', { name: 'Filtrer par nature ou par sphère' }).click()
    await tick(page, /^Sphères qui se rencontrent peu/)
    await page.waitForURL(/kinds=excluded_spheres/)
    await tick(page, /^Signaux/)
    await page.waitForURL(/outcomes=signal/)
    const { findings } = await diagnosisOf('val-de-brume')
    const wanted = signalsOf(findings, 'excluded_spheres')
    expect(await page.locator('.finding').count()).toBe(wanted.length)
    await page.getByRole('button', { name: 'Tout afficher' }).click()
    await page.waitForURL((url) => !url.search.includes('kinds'))
  })

  test('open their evidence by keyboard, which Escape closes', async () => {
    await using opened = await maillage.open(`${world}?kinds=lock_in_group&outcomes=signal`)
    const { page } = opened
    await page.locator('.finding a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/finding=closed_group-/)
    const evidence = page.getByRole('complementary', { name: 'Preuves du constat' })
    await evidence
      .getByRole('img', { name: /Les tirages vont de .* observé/ })
      .first()
      .waitFor()
    expect(await evidence.getByText(/Sur .*\stirages au sort/).count()).toBeGreaterThan(0)
    // The sheet of a member stands between the map and the evidence, over neither.
    const member = evidence.locator('.name-link').first()
    await member.click()
    const sheet = page.locator('.findings-map > .sheet')
    await sheet.getByRole('heading', { name: (await member.textContent()) ?? '' }).waitFor()
    const [map, beside, proof] = await Promise.all(
      [page.locator('.findings-map > .map'), sheet, evidence].map((part) => part.boundingBox()),
    )
    expect(map?.width).toBeGreaterThan(300)
    expect((map?.x ?? 0) + (map?.width ?? 0)).toBeLessThanOrEqual(beside?.x ?? 0)
    expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThanOrEqual(proof?.x ?? 0)
    await sheet.locator('.sheet-close').click()
    await sheet.waitFor({ state: 'detached' })
    await member.focus()
    await page.keyboard.press('Escape')
    await evidence.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.has('finding')).toBe(false)
    await page.waitForFunction(() => document.activeElement?.closest('.finding') != null)
  })

  test.each(['?kinds=lock_in_group&outcomes=signal', '?page=method'])('scroll within the window: %s', async (page) => {
    await using opened = await maillage.open(`${world}${page}`)
    await opened.page.locator('.finding, .method summary').first().waitFor()
    const beyond = await opened.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
    expect(beyond).toBe(0)
  })

  test('stand on the map of everybody in the wave', async () => {
    await using opened = await maillage.open(listed)
    const drawn = await drawnOn(opened.page)
    const { dataQuality } = await diagnosisOf('val-de-brume')
    expect(drawn.actors).toBe(dataQuality.actors)
  })

  test('name nobody until it is known that they hold, and then without being asked again', async () => {
    // A wave that nobody has looked at yet, whichever test came first.
    await using fresh = await openMaillage()
    await using opened = await fresh.open('/', {})
    const { page } = opened
    const { promise: mayFollow, resolve: follow } = Promise.withResolvers<void>()
    await page.route('**/diagnosis/events?*', async (route) => {
      await mayFollow
      await route.continue()
    })
    await page.goto(new URL(`${world}?wave=enquete-2023&kinds=lock_in_group&outcomes=signal`, fresh.url).href)
    const items = page.locator('.finding')
    await page.getByText('Solidité en cours d’établissement.').waitFor()
    const count = await items.count()
    expect(count).toBeGreaterThan(0)
    expect(await items.getByText('solidité en cours d’établissement').count()).toBe(count)
    expect(await items.getByText('membres d’un groupe entretiennent').count()).toBe(count)
    const drawn = await drawnOn(page)
    await items.first().getByRole('link').click()
    await page.getByText('ce constat ne nomme personne').waitFor()
    expect((await drawnOn(page)).actors).toBe(drawn.actors)
    await page.getByRole('button', { name: 'Fermer les preuves' }).click()

    follow()
    await page.locator('.refining').waitFor({ state: 'detached', timeout: 100_000 })
    const { findings } = await refinedOf('val-de-brume', 'enquete-2023', fresh)
    const named = signalsOf(findings, 'closed_group').filter((finding) => finding.named)
    expect(named.length).toBeGreaterThan(0)
    expect(await items.getByText('membres d’un groupe entretiennent').count()).toBe(count - named.length)
    expect(opened.complaints).toEqual([])
  })

  test('keep the note on them in another wave', async () => {
    const { findings } = await diagnosisOf('val-de-brume')
    const closed = signalsOf(findings, 'closed_group')[0]
    if (!closed) throw new Error('The fictitious territory has a closed club.')
    const opened = `finding=${closed.id}`
    {
      await using writing = await maillage.open(`${world}?${opened}`)
      const { page } = writing
      await page.getByText('Annoter ce constat').click()
      await page.locator('label', { hasText: 'Expliqué' }).click()
      await page.getByLabel('Ce qui l’explique').fill('Filière historique, une rencontre est prévue.')
      await page.getByRole('button', { name: 'Enregistrer l’annotation' }).click()
      await page.getByText('Annotation enregistrée.').waitFor()
      await page.getByRole('link', { name: 'Données' }).click()
      await page.getByText(/^Ajout\s: annotation d’un constat$/).waitFor()
      expect(writing.complaints).toEqual([])
    }
    await using reading = await maillage.open(`${world}?wave=enquete-2024&${opened}`)
    await reading.page.locator('.kept-note', { hasText: 'une rencontre est prévue' }).waitFor()
  })

  test('are tried with one more tie, which is in the address and written nowhere', async () => {
    const { findings, dataQuality } = await refinedOf('val-de-brume')
    const closed = signalsOf(findings, 'closed_group').find(({ whatIf }) => whatIf !== null && whatIf.ties.length > 0)
    if (!closed) throw new Error('The fictitious territory has a closed club.')
    await using opened = await maillage.open(`${world}?finding=${closed.id}`)
    const { page } = opened
    await page.getByRole('button', { name: 'L’essayer seule' }).first().click()
    await page.waitForURL(/from=.*&to=/)
    await page.getByText(/Le lien rapprocherait l’ensemble des acteurs/).waitFor()
    await page.getByText(/Le constat (demeurerait|tomberait)/).waitFor()
    await page.getByRole('button', { name: 'Abandonner l’essai' }).click()
    await page.waitForURL((url) => !url.searchParams.has('from'))
    expect((await diagnosisOf('val-de-brume')).dataQuality.ties).toBe(dataQuality.ties)
    expect(opened.complaints).toEqual([])
  })

  test('need not be open to try a tie between any two actors; going back takes the trial back', async () => {
    const { findings } = await refinedOf('val-de-brume')
    const closed = signalsOf(findings, 'closed_group').find(({ whatIf }) => whatIf !== null && whatIf.ties.length > 0)
    const [member] = closed?.members ?? []
    const actors = (await (await fetch(new URL('/api/territories/val-de-brume', maillage.url))).json()).actors
    const nameOf = (id: string | undefined) => actors.find((actor: { id: string }) => actor.id === id)?.name
    await using opened = await maillage.open(listed)
    const { page } = opened
    await page.getByRole('button', { name: /et si l’on reliait deux acteurs/ }).click()
    const trial = page.getByRole('complementary', { name: 'Essai d’un lien de plus' })
    for (const [label, name] of [
      ['Un acteur', nameOf(member)],
      ['Un autre', 'Université des Marches'],
    ]) {
      await trial.getByRole('combobox', { name: label, exact: true }).fill(name)
      await page.getByRole('option', { name, exact: true }).click()
    }
    await page.waitForURL(/from=.+&to=.+/)
    await trial.getByText(/Cercle des ateliers.*\s: de 8\sà 9\sliens vers les autres/).waitFor()
    expect(await violationsOn(page)).toEqual([])
    await page.goBack()
    await trial.waitFor({ state: 'detached' })
    expect(new URL(page.url()).searchParams.has('from')).toBe(false)
    expect(opened.complaints).toEqual([])
  })

  test('say plainly what documents cannot support', async () => {
    await using opened = await maillage.open('/territories/carene/findings?page=list')
    const { page } = opened
    await page.getByText(/Personne n’a été interrogé\s:\sun lien absent/).waitFor()
    // CARENE pilots 15 of the 30 projects that have a pilot.
    await page
      .getByText(/pilote 15\sdes 30\sprojets/)
      .first()
      .waitFor()
    const { findings } = await diagnosisOf('carene')
    const isolated = ofKind(findings, 'isolated_actor').filter(({ actor }) => actor !== null)
    expect(isolated.every(({ status, reason }) => status === 'insufficient' && reason === 'documents')).toBe(true)
    expect(await page.getByText(/n’a aucun lien connu/).count()).toBe(0)
  })

  test('come with the plane, whose figures a table repeats', async () => {
    await using opened = await maillage.open(`${world}?page=profile`)
    const { page } = opened
    const chart = page.getByRole('img', { name: /^Plan de la cohésion/ })
    await chart.waitFor()
    const { profile } = await diagnosisOf('val-de-brume')
    const cohesion = (profile.cohesion?.value ?? 0).toLocaleString('fr-FR', { maximumFractionDigits: 2 })
    expect(await chart.getAttribute('aria-label')).toContain(cohesion)
    const table = page.getByRole('table', { name: 'Les mêmes chiffres, vague par vague' })
    expect(await table.getByRole('row', { name: /Enquête 2025/ }).textContent()).toContain(cohesion)
    // The arrow from the wave before is that of the actors who answered both.
    const stayers = profile.trajectory?.stayers ?? 0
    expect(stayers).toBeGreaterThan(0)
    await page.getByText(new RegExp(`chez les ${stayers}\\sacteurs qui ont répondu aux deux`)).waitFor()
    const ends = await page.locator('.plane-arrow.here').evaluate((arrow) => {
      const at = (name: string, of = 'circle') => Number(arrow.querySelector(of)?.getAttribute(name))
      const to = (which: string, x: string, y: string) =>
        Math.hypot(at(x, 'line') - at('cx', which), at(y, 'line') - at('cy', which)) - at('r', which)
      return [to('.before', 'x1', 'y1'), to('.now', 'x2', 'y2')]
    })
    for (const gap of ends) expect(gap).toBeCloseTo(0)
    const stayersTable = page.getByRole('table', { name: /^Les mêmes acteurs d’une vague à la suivante/ })
    const figures = await stayersTable
      .getByRole('row', { name: /Enquête 2025/ })
      .getByRole('cell')
      .allTextContents()
    const { before, now } = profile.trajectory ?? { before: null, now: null }
    expect(figures).toEqual(
      [stayers, before?.cohesion, now?.cohesion, before?.opening, now?.opening].map((value) =>
        (value ?? 0).toLocaleString('fr-FR', { maximumFractionDigits: 2 }),
      ),
    )
    expect(opened.complaints).toEqual([])
  })

  test('are judged anew when somebody signs another threshold, which says what vanished', async () => {
    await using opened = await maillage.open('/territories/carene/findings?page=method')
    const { page } = opened
    await page.getByText('Le programme d’actions est-il partagé').click()
    // CARENE pilots half of the projects that have a pilot.
    await page.getByRole('button', { name: 'Changer le seuil : Part du premier pilote, au moins' }).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    expect(await violationsOn(page)).toEqual([])
    await dialog.getByRole('textbox', { name: 'Nouvelle valeur' }).fill('60 %')
    await dialog.getByRole('textbox', { name: 'Qui en décide' }).fill('Comité de pilotage')
    await dialog.getByRole('button', { name: 'Adopter ce seuil' }).click()
    await page.getByText(/^Seuil adopté\. 1\ssignal disparaît, parmi\s: Partage du pilotage\.$/).waitFor()
    const row = page.getByRole('row', { name: /^Part du premier pilote, au moins/ })
    await row.getByText('par Comité de pilotage').waitFor()
    expect(await row.getByRole('cell').nth(1).textContent()).toMatch(/^60\s%$/)
    const pilots = ofKind((await diagnosisOf('carene')).findings, 'pilot_concentration')[0]
    expect(pilots?.status).toBe('none')

    await row.getByRole('button').click()
    await dialog.getByRole('button', { name: /^Revenir à 33\s%$/ }).click()
    await dialog.getByRole('textbox', { name: 'Qui en décide' }).fill('Comité de pilotage')
    await page.keyboard.press('Enter')
    await page.getByText(/1\ssignal apparaît, parmi\s: Partage du pilotage/).waitFor()
    const { settings } = await (await fetch(new URL('/api/territories/carene', maillage.url))).json()
    expect(JSON.stringify(settings)).not.toContain('leastShare')
    expect(opened.complaints).toEqual([])
  })

  test.each([
    ['the list', ''],
    ['the list, in English', '?lang=en'],
    ['the plane', '?page=profile'],
    ['the method', '?page=method'],
  ])('axe finds nothing on %s', async (_, query) => {
    await using opened = await maillage.open(`${world}${query}`)
    expect(await violationsOn(opened.page)).toEqual([])
  })

  test('axe finds nothing on the evidence, on a tablet too', async () => {
    const { findings } = await diagnosisOf('val-de-brume')
    const closed = signalsOf(findings, 'closed_group')[0]
    if (!closed) throw new Error('The fictitious territory has a closed club.')
    for (const viewport of [
      { width: 1366, height: 768 },
      { width: 820, height: 1180 },
    ]) {
      await using opened = await maillage.open(`${world}?finding=${closed.id}`, { viewport })
      await opened.page.locator('.evidence .draws-chart').first().waitFor()
      expect(await violationsOn(opened.page)).toEqual([])
    }
  })

  async function refinedOf(id: string, wave = 'enquete-2025', { url: at } = maillage) {
    const url = new URL(`/api/territories/${id}/diagnosis`, at)
    url.searchParams.set('wave', wave)
    // The events end when it is refined.
    await (await fetch(`${url.href.replace('?', '/events?')}`)).text()
    return diagnosisSchema.parse(await (await fetch(url)).json())
  }

  async function diagnosisOf(id: string) {
    const response = await fetch(new URL(`/api/territories/${id}/diagnosis`, maillage.url))
    return diagnosisSchema.parse(await response.json())
  }
})

async function tick(page: Page, name: RegExp): Promise<void> {
  await page.locator('label', { has: page.getByRole('checkbox', { name }) }).click()
}

async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(' ')}`)
}
