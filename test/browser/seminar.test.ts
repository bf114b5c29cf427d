import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../server/domain/territory.ts'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('a facilitator', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('goes from a list to a printed plan, through the day, to who met whom', async () => {
    await using opened = await maillage.open('/territories/val-de-brume/seminar')
    const { page } = opened
    const { actors, revision } = await stored()
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
    // Chips are there at once; the change is sent, and the chairs are asked for once.
    const asked: string[] = []
    page.on('request', (request) =>
      asked.push(`${request.method()} ${new URL(request.url()).pathname.split('/').at(-1)}`),
    )
    const answered = page.waitForResponse((response) => response.url().endsWith('/seminar/chairs'))
    await page.getByRole('button', { name: 'Inviter les trois' }).click()
    await page.getByRole('heading', { name: '23 invités' }).waitFor()
    await answered
    await until(async () => (await stored()).invitations.length === 23)
    expect(asked.toSorted()).toEqual(['POST chairs', 'POST changes'])
    expect(await seriousFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Modifier' }).click()
    await page.getByLabel('Date').fill('2026-03-12')
    await page.getByRole('button', { name: 'Terminé' }).click()

    await page.getByRole('link', { name: 'Plan de tables' }).click()
    await page.getByRole('spinbutton', { name: 'Tables' }).fill('4')
    await until(async () => (await stored()).seminars[0]?.tables?.length === 4)
    await page.getByRole('button', { name: 'Générer un plan' }).click()
    await page.getByRole('heading', { name: 'Ce que vaut ce plan' }).waitFor()
    await until(async () => (await stored()).invitations.every(({ route }) => route?.length === 4))
    const planned = (await stored()).invitations
    for (const { route = [] } of planned) expect(new Set(route).size).toBe(4)
    expect(await seriousFaults(page)).toEqual([])

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
      await page.getByRole('button', { name: `Précisions sur`, exact: false }).first().waitFor()
      await page
        .locator('.chip', { hasText: house?.name.slice(0, 20) ?? '' })
        .locator('.chip-name')
        .first()
        .click()
      await page.getByRole('button', { name: /Réponse/ }).click()
      await page.getByRole('option', { name: 'excusé' }).click()
      await page.keyboard.press('Escape')
    }
    const late = houses.slice(20).find(({ id }) => !planned.some(({ actor }) => actor === id))
    const adding = page.getByRole('combobox', { name: 'Ajouter un acteur' })
    await adding.click()
    await adding.pressSequentially(late?.name ?? '')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '24 invités' }).waitFor()
    await page.getByRole('link', { name: 'Plan de tables' }).click()
    await until(async () => {
      const { invitations, seminars } = await stored()
      const excused = invitations.filter(({ status }) => status === 'excused')
      return seminars[0]?.held === 1 && excused.length === 2 && invitations.length === 24
    })
    await page.getByRole('button', { name: 'Replacer les arrivées et les absences' }).click()
    await page.getByText('1 personne placée, aucune déplacée').waitFor()
    await until(async () => (await stored()).invitations.every(({ route }) => route !== undefined))
    const before = new Map(planned.map((guest) => [keyOf('invitation', guest), guest.route]))
    for (const guest of (await stored()).invitations) {
      if (guest.actor === late?.id) expect([guest.route?.[0], guest.route?.slice(1).includes(0)]).toEqual([0, false])
      else expect(guest.route).toEqual(before.get(keyOf('invitation', guest)))
    }

    await page.getByRole('link', { name: 'Après' }).click()
    await page.getByRole('button', { name: 'Tout le monde est venu' }).click()
    await page.getByText(/^[1-9].*à enregistrer\.$/).waitFor()
    await page.getByRole('button', { name: 'Enregistrer les rencontres' }).click()
    await until(async () => (await stored()).ties.some(({ kind }) => kind === 'met'))
    const { ties, invitations } = await stored()
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

  async function stored() {
    const response = await fetch(new URL('/api/territories/val-de-brume', maillage.url))
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
