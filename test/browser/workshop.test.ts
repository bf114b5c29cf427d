import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { territorySchema } from '../../server/wire/territory.ts'
import { chromiumPath } from './chromium.ts'
import { type Maillage, openMaillage } from './maillage.ts'

describe.runIf(chromiumPath)('a helper at the keyboard', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test('notes emblems, puts up cards, votes, and makes a project that the programme flags', async () => {
    const seminar = { id: 'scan', name: 'Séminaire 2' }
    const { revision, actors } = await stored()
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
    await page.getByRole('combobox', { name: 'Organisation' }).focus()
    for (const { name } of [one, other]) {
      await page.keyboard.type(name)
      await page.keyboard.press('Enter')
      await page.keyboard.type('Les paquebots')
      await page.keyboard.press('Enter')
      await page.getByText(`Noté : ${name}`).waitFor()
    }
    await page.getByText('nommé par 2 organisations').waitFor()
    await until(async () => (await stored()).attachments.length === 2)
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
    expect(await more.isDisabled()).toBe(true)
    await page.getByText('5 points de 1 organisation sur 2 cartes').waitFor()
    expect(await seriousFaults(page)).toEqual([])

    await page.getByRole('button', { name: 'Ouvrir la carte « Recruter des soudeurs »' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Ajouter une organisation' }).focus()
    await page.keyboard.type(other.name)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `${other.name} ne le porte plus` }).waitFor()
    await page.getByRole('button', { name: 'En faire un projet' }).click()
    await page.getByRole('button', { name: 'Créer le projet' }).click()
    await until(async () => (await stored()).challenges.some(({ project }) => project !== undefined))
    const { spaces, participations, challenges } = await stored()
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

  async function stored() {
    const response = await fetch(new URL('/api/territories/ardenne', maillage.url))
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
