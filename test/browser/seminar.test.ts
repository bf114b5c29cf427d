import axe from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../server/domain/territory.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { type Maillage, openMaillage } from './maillage.ts'

declare global {
  interface Window {
    /** Numbers written since `countFigures`. */
    figures?: number
  }
}

/** Every part of the screen that is drawn again writes its numbers again. */
function countFigures(): void {
  window.figures = 0
  const written = Object.getOwnPropertyDescriptor(Intl.NumberFormat.prototype, 'format')?.get
  Object.defineProperty(Intl.NumberFormat.prototype, 'format', {
    get(this: Intl.NumberFormat) {
      window.figures = (window.figures ?? 0) + 1
      return written?.call(this)
    },
  })
}

describe.runIf(chromiumPath)('a facilitator', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('goes from a list to a printed plan, through the day, to who met whom', async () => {
    await using opened = await maillage.open('/territories/val-de-brume/seminar')
    const { page } = opened
    const { actors, revision } = await stored('val-de-brume')
    const houses = actors.filter(({ collective }) => !collective).slice(0, 24)

    await page.getByRole('button', { name: 'Préparer un séminaire' }).click()
    await page.getByLabel('Nom du séminaire').fill('Séminaire 2')
    await page.getByRole('button', { name: 'Créer', exact: true }).click()
    await page.getByRole('button', { name: 'Coller une liste' }).click()
    const list = [...houses.slice(0, 20).map(({ name }) => name), 'Inconnu & Cie']
    await page.getByRole('textbox', { name: 'Coller une liste' }).fill(list.join('\n'))
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText('Nom que ce territoire ne connaît pas').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: 'Ce que la liste atteint' }).waitFor()
    // Chips are there at once, whatever the server takes; the chairs are asked for once, and not drawn again before they are known.
    const asked: string[] = []
    const held = Promise.withResolvers<void>()
    await page.route(/\/(changes|seminar\/chairs)$/, async (route) => {
      asked.push(`${route.request().method()} ${new URL(route.request().url()).pathname.split('/').at(-1)}`)
      await held.promise
      await route.continue()
    })
    await page.evaluate(countFigures)
    await page.getByRole('button', { name: 'Inviter les trois' }).click()
    await page.getByRole('heading', { name: '23 invités' }).waitFor()
    expect(await page.evaluate(() => window.figures)).toBeLessThan(5)
    const acknowledged = page.waitForResponse((response) => response.url().endsWith('/changes'))
    held.resolve()
    await acknowledged
    await until(async () => (await stored('val-de-brume')).invitations.length === 23)
    await until(async () => (await page.evaluate(() => window.figures ?? 0)) > 10)
    expect(asked.toSorted()).toEqual(['POST chairs', 'POST changes'])
    await page.unrouteAll()
    expect(await seriousFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Modifier' }).click()
    await page.getByLabel('Date').fill('2026-03-12')
    await page.getByRole('button', { name: 'Terminé' }).click()

    await page.getByRole('link', { name: 'Plan de tables' }).click()
    await page.getByRole('spinbutton', { name: 'Tables' }).fill('4')
    await until(async () => (await stored('val-de-brume')).seminars[0]?.tables?.length === 4)
    await page.getByRole('button', { name: 'Générer un plan' }).click()
    await page.getByRole('heading', { name: 'Ce que vaut ce plan' }).waitFor()
    await until(async () => (await stored('val-de-brume')).invitations.every(({ route }) => route?.length === 4))
    const planned = (await stored('val-de-brume')).invitations
    for (const { route = [] } of planned) expect(new Set(route).size).toBe(4)
    expect(await seriousFaults(page)).toEqual([])

    // By mouse, onto whoever sits at the next table: they change places.
    const seatAt = (table: number, of: string) =>
      page.locator('.table-card').nth(table).locator('.seat').first().locator(of)
    const [from, to] = [await seatAt(0, '.seat-name').boundingBox(), await seatAt(1, '.seat-name').boundingBox()]
    if (!from || !to) throw new Error('two seats were expected')
    const names = [await seatAt(0, '.seat-name').innerText(), await seatAt(1, '.seat-name').innerText()]
    await page.mouse.move(from.x + 20, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 10, { steps: 4 })
    await page.locator('.in-hand').getByText('Échanger avec').waitFor()
    await page.mouse.up()
    await page
      .locator('.table-card')
      .nth(0)
      .getByText(names[1] ?? '')
      .waitFor()
    await page
      .locator('.table-card')
      .nth(1)
      .getByText(names[0] ?? '')
      .waitFor()
    await page.keyboard.press('Control+z')
    await page
      .locator('.table-card')
      .nth(0)
      .getByText(names[0] ?? '')
      .waitFor()

    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.print-sheet').count()).toBe(4)
    expect(await page.locator('.print-sheet li').count()).toBe(23 * 4)
    expect(await page.getByRole('button', { name: 'Générer un plan' }).isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })

    // The day: the first round is under way, two have not come, and one arrives.
    await page.getByRole('spinbutton', { name: 'Tours tenus' }).fill('1')
    await page.getByRole('link', { name: 'Les chaises vides' }).click()
    const [first, second] = houses
    for (const house of [first, second]) {
      await page
        .locator('.chip', { hasText: house?.name.slice(0, 20) ?? '' })
        .locator('.chip-name')
        .first()
        .click()
      await page.getByRole('button', { name: /Réponse/ }).click()
      await page.getByRole('option', { name: 'excusé' }).click()
      await page.getByRole('listbox').waitFor({ state: 'detached' })
      // Escape is for whoever holds the focus, which comes back from the list in a moment.
      await page.waitForFunction(() => document.activeElement?.closest('.chip-details') !== null)
      await page.keyboard.press('Escape')
      await page.locator('.chip-details').waitFor({ state: 'detached' })
    }
    const late = houses.slice(20).find(({ id }) => !planned.some(({ actor }) => actor === id))
    const adding = page.getByRole('combobox', { name: 'Ajouter un acteur' })
    await adding.fill(late?.name ?? '')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '24 invités' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox')
    await page.getByRole('link', { name: 'Plan de tables' }).click()
    await until(async () => {
      const { invitations, seminars } = await stored('val-de-brume')
      const excused = invitations.filter(({ status }) => status === 'excused')
      return seminars[0]?.held === 1 && excused.length === 2 && invitations.length === 24
    })
    await page.getByRole('button', { name: 'Replacer les arrivées et les absences' }).click()
    await page.getByText('1 personne placée, aucune déplacée').waitFor()
    await until(async () => (await stored('val-de-brume')).invitations.every(({ route }) => route !== undefined))
    const before = new Map(planned.map((guest) => [keyOf('invitation', guest), guest.route]))
    for (const guest of (await stored('val-de-brume')).invitations) {
      if (guest.actor === late?.id) expect([guest.route?.[0], guest.route?.slice(1).includes(0)]).toEqual([0, false])
      else expect(guest.route).toEqual(before.get(keyOf('invitation', guest)))
    }

    await page.getByRole('link', { name: 'Après' }).click()
    await page.getByRole('button', { name: 'Tout le monde est venu' }).click()
    await page.getByText(/^[1-9].*à enregistrer\.$/).waitFor()
    await page.getByRole('button', { name: 'Enregistrer les rencontres' }).click()
    await until(async () => (await stored('val-de-brume')).ties.some(({ kind }) => kind === 'met'))
    const { ties, invitations } = await stored('val-de-brume')
    const came = invitations.filter(({ status }) => status === 'came')
    const pairs = new Set<string>()
    for (const one of came) {
      for (const other of came) {
        const isShared = one.route?.some((table, round) => table > 0 && other.route?.[round] === table)
        if (one.actor < other.actor && isShared) pairs.add(`${one.actor} ${other.actor}`)
      }
    }
    const met = ties.filter(({ kind }) => kind === 'met')
    expect(met.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([...pairs].sort())
    for (const { since, source } of met) expect([since, source?.includes('Séminaire 2')]).toEqual(['2026-03-12', true])
    expect(revision).toBe(1)
    expect(opened.complaints).toEqual([])
  }, 240_000)

  test('at the keyboard notes emblems, puts up cards, votes, and makes a project that the programme flags', async () => {
    const seminar = { id: 'scan', name: 'Séminaire 2' }
    const { revision, actors } = await stored('ardenne')
    const made = await fetch(new URL('/api/territories/ardenne/changes', maillage.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base: revision, key: 'a-seminar', changes: [{ put: 'seminar', value: seminar }] }),
    })
    expect(made.status).toBe(200)
    const [one, other] = actors.filter(({ collective, name }) => !collective && /^\p{L}{5,}/u.test(name))
    if (!one || !other) throw new Error('two actors were expected')

    await using opened = await maillage.open('/territories/ardenne/seminar?step=emblems')
    const { page } = opened
    const [organisation, emblem] = [
      page.getByRole('combobox', { name: 'Organisation' }),
      page.getByLabel('Emblème', { exact: true }),
    ]
    const isFocused = (field: Locator) => field.evaluate((element) => element === document.activeElement)
    await organisation.focus()
    for (const { name } of [one, other]) {
      await until(() => isFocused(organisation))
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await until(() => isFocused(emblem))
      await page.keyboard.type('Les paquebots')
      await page.keyboard.press('Enter')
      await page.getByText(`Noté : ${name}`).waitFor()
    }
    await page.getByText('nommé par 2 organisations').waitFor()
    await until(async () => (await stored('ardenne')).attachments.length === 2)
    expect(await seriousFaults(page)).toEqual([])

    await page.getByRole('link', { name: 'Défis', exact: true }).click()
    await page.getByLabel('Nouvelle carte').focus()
    for (const text of ['Recruter des soudeurs', 'Loger les apprentis']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: `Ouvrir la carte « ${text} »` }).waitFor()
    }
    await page
      .getByRole('group', { name: 'À regrouper' })
      .locator('.card')
      .first()
      .dragTo(page.locator('.wall-group-new'))
    await page.getByRole('group', { name: 'Groupe 1' }).getByText('Recruter des soudeurs').waitFor()

    await page.getByRole('button', { name: 'Voter' }).click()
    await page.getByRole('combobox', { name: 'Organisation qui vote' }).focus()
    await page.keyboard.type(one.name)
    await page.keyboard.press('Enter')
    const more = page.getByRole('button', { name: 'Un point de plus pour « Recruter des soudeurs »' })
    for (let dot = 0; dot < 5; dot++) await more.click()
    await until(() => more.isDisabled())
    await page.getByText('5 points de 1 organisation sur 2 cartes').waitFor()
    expect(await seriousFaults(page)).toEqual([])

    // For the room: over the whole screen, and over the whole page where the browser refuses that.
    const wall = page.getByRole('dialog', { name: 'Mur des défis et des atouts' })
    for (const isGranted of [true, false]) {
      if (!isGranted) {
        await page.evaluate(() => {
          document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('refused'))
        })
      }
      await page.getByRole('button', { name: 'Projeter' }).click()
      if (isGranted) await page.waitForFunction(() => document.fullscreenElement !== null)
      const points = await wall.getByText('Recruter des soudeurs').evaluate((card) => {
        const { width, height } = card.closest('.projecting')?.getBoundingClientRect() ?? { width: 0, height: 0 }
        const isWhole = width >= document.documentElement.clientWidth && height >= window.innerHeight
        return isWhole ? (Number.parseFloat(getComputedStyle(card).fontSize) * 3) / 4 : null
      })
      expect(points).toBeGreaterThanOrEqual(18)
      await page.keyboard.press('Escape')
      await wall.waitFor({ state: 'detached' })
      expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
    }

    await page.getByRole('button', { name: 'Ouvrir la carte « Recruter des soudeurs »' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Ajouter une organisation' }).focus()
    await page.keyboard.type(other.name)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `${other.name} ne le porte plus` }).waitFor()
    await page.getByRole('button', { name: 'En faire un projet' }).click()
    await page.getByRole('button', { name: 'Créer le projet' }).click()
    await until(async () => (await stored('ardenne')).challenges.some(({ project }) => project !== undefined))
    const { spaces, participations, challenges } = await stored('ardenne')
    const project = spaces.find(({ id }) => challenges.some((card) => card.project === id))
    expect(project).toMatchObject({ name: 'Recruter des soudeurs', kind: 'project' })
    expect(project?.source).toContain('Séminaire 2')
    expect(participations.filter(({ space }) => space === project?.id)).toMatchObject([
      { actor: other.id, role: 'pilot' },
    ])

    await page.getByRole('link', { name: 'Voir au programme' }).click()
    const row = page.locator('.programme-project', { hasText: 'Recruter des soudeurs' })
    await row.getByRole('button', { name: /^Ajouter un membre à/ }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await row.getByRole('button', { name: /^Retirer/ }).click()
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Retirer' }).click()
    await row.getByText('aucun pilote').waitFor()
    await row.getByText('La preuve').first().waitFor()
    expect(opened.complaints).toEqual([])
  }, 120_000)

  async function stored(territory: string) {
    const response = await fetch(new URL(`/api/territories/${territory}`, maillage.url))
    return territorySchema.parse(await response.json())
  }
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await holds()) return
    await new Promise((wait) => setTimeout(wait, 200))
  }
  throw new Error('it never came about')
}

async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
