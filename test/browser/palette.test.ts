import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folded } from '../../server/domain/folding.ts'
import { chromiumPath } from './chromium.ts'
import { drawnOn, type Maillage, openMaillage } from './maillage.ts'

const territory = '/territories/val-de-brume'

/** Parts of several screens: what the palette offers is read off the page, whatever that is. */
const parts = ['map?actor=office-de-l-habitat-de-chassegrain', 'seminar?step=tables', 'data']

describe.runIf(chromiumPath)('the palette', () => {
  let maillage: Maillage

  beforeAll(async () => {
    maillage = await openMaillage()
    await put('val-de-brume', [
      { put: 'seminar', value: { id: 'scan', name: 'Séminaire scan', method: 'world_cafe', rounds: 4 } },
      { put: 'view', value: { id: 'ensemble', name: 'Vue d’ensemble', address: 'map', story: 'Conseil', rank: 1 } },
    ])
    await put('carene', [
      {
        put: 'actor',
        value: {
          id: 'antenne',
          name: 'Antenne du littoral',
          type: 'autre',
          sphere: 'economie',
          scope: 'local',
          inside: true,
          collective: false,
          commune: 'Pornichet',
          latitude: 47.26,
          longitude: -2.34,
        },
      },
    ])
  }, 120_000)
  afterAll(async () => await maillage?.[Symbol.asyncDispose]())

  test.each(parts)('finds what has a name on %s', { timeout: 180_000 }, async (part) => {
    await using opened = await maillage.open(`${territory}/${part}`)
    const { page } = opened
    await settled(page)
    const named = await controlsOn(page)
    expect(named.size).toBeGreaterThan(10)
    const missing = await notFound(page, [...named])
    expect(missing).toEqual([])
    expect(opened.complaints).toEqual([])
  })

  test('by keyboard alone, does from a page what another is for', { timeout: 180_000 }, async () => {
    await using opened = await maillage.open(`${territory}/findings?page=method`)
    const { page } = opened
    const search = () => new URL(page.url()).searchParams
    const away = async () => {
      await act(page, 'Méthode')
      await page.waitForURL(/findings\?.*page=method/)
    }

    // A path, whose ends are asked for one after the other.
    await act(page, 'chemin', 'habitat de chassegrain', 'textiles ravignac')
    await page.getByRole('heading', { name: 'Office de l’habitat de Chassegrain' }).waitFor()
    await page.getByText(/ → .*Textiles Ravignac/).waitFor()
    expect(search().get('path')).toBe('textiles-ravignac')
    await away()

    await act(page, 'ossature')
    await page.waitForURL(/\/map\?.*links=backbone/)
    await page.getByText(/ossature\s:/).waitFor()
    await away()
    await act(page, 'tout réafficher')
    await page.waitForURL((url) => url.pathname.endsWith('/map') && !url.searchParams.has('links'))
    await away()

    await act(page, 'taille contrainte')
    await page.waitForURL(/\/map\?.*size=burt\.constraint/)
    await away()

    // What was asked for is done once the room that does it is there.
    await act(page, 'doublon')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Doublons')
    await act(page, 'chercher doublons')
    await page.locator('.duplicates-said p').first().waitFor()

    const download = page.waitForEvent('download')
    await act(page, 'graphml')
    expect((await download).suggestedFilename()).toMatch(/\.graphml$/)

    await act(page, 'nouvelle participation')
    await page.getByRole('dialog', { name: 'Nouvelle participation' }).waitFor()
    await page.keyboard.press('Escape')

    await act(page, 'lasso')
    await page.getByText('Tracez une ligne autour des acteurs à choisir.').waitFor()
    await drawnOn(page)
    const map = await page.locator('.map-canvas').boundingBox()
    if (!map) throw new Error('there is no map')
    await page.mouse.move(map.x + 60, map.y + 90)
    await page.mouse.down()
    for (const [x, y] of [
      [map.width - 20, 90],
      [map.width - 20, map.height - 20],
      [250, map.height - 20],
      [60, map.height - 160],
    ] as const)
      await page.mouse.move(map.x + x, map.y + y, { steps: 4 })
    await page.mouse.up()
    await page.getByRole('toolbar', { name: 'Acteurs choisis' }).waitFor()
    expect(search().get('chosen')?.split(',').length).toBeGreaterThan(50)
    await away()

    // Last, for it is told over the whole page.
    await act(page, 'projecteur')
    await page.waitForURL(/\/views\?.*story=Conseil/)
    await page.getByRole('heading', { name: 'Vue d’ensemble' }).waitFor()
    expect(opened.complaints).toEqual([])
  })

  test('offers the ground only where somebody stands on it', async () => {
    for (const [id, isOffered] of [
      ['val-de-brume', false],
      ['carene', true],
    ] as const) {
      await using opened = await maillage.open(`/territories/${id}/findings?page=method`)
      const { page } = opened
      const known = page.waitForResponse((response) => response.url().endsWith('/surroundings'))
      await page.keyboard.press('Control+k')
      await known
      const layouts = ['Disposition : Libre', 'Disposition : Sur le terrain']
      expect(await notFound(page, layouts)).toEqual(isOffered ? [] : layouts.slice(1))
    }
  })

  async function put(id: string, changes: readonly object[]): Promise<void> {
    const path = new URL(`/api/territories/${id}`, maillage.url)
    const { revision } = (await (await fetch(path)).json()) as { revision: number }
    const response = await fetch(`${path}/changes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ base: revision, key: crypto.randomUUID(), author: null, changes }),
    })
    if (!response.ok) throw new Error(await response.text())
  }
})

/** Types into the palette and takes what comes first; then answers what it asks, the same way. */
async function act(page: Page, ...typed: readonly string[]): Promise<void> {
  await settled(page)
  await page.keyboard.press('Control+k')
  await page.locator('.search-option').first().waitFor()
  for (const words of typed) {
    await page.keyboard.type(words)
    await page.waitForFunction((all) => {
      const [first, focused] = ['', '[data-focused]'].map((state) => document.querySelector(`.search-option${state}`))
      return first && first === focused && document.querySelector<HTMLInputElement>('.search-input')?.value === all
    }, words)
    await page.keyboard.press('Enter')
    // What is told over the whole page has no palette.
    await page.waitForFunction(() => !document.querySelector<HTMLInputElement>('.search-input')?.value)
  }
}

/** Those of some names by which nothing can be picked from the palette, each typed into it as a whole. */
async function notFound(page: Page, names: readonly string[]): Promise<string[]> {
  await page.keyboard.press('Control+k')
  await page.locator('.search-option').first().waitFor()
  const found = await page.locator('.search-input').evaluate(async (input: HTMLInputElement, typed) => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    const frame = () => new Promise(requestAnimationFrame)
    const answers: string[][] = []
    for (const name of typed) {
      write?.call(input, name)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await frame()
      await frame()
      answers.push([...document.querySelectorAll('.search-option .search-name')].map((one) => one.textContent))
    }
    return answers
  }, names)
  return names.filter((name, i) => !found[i]?.some((one) => folded(one) === folded(name)))
}

async function settled(page: Page): Promise<void> {
  await page.locator('#content:not(.waiting)').waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null, null, { timeout: 60_000 })
}

/** What people press, tick or choose. */
const roles = new Set(['button', 'link', 'tab', 'radio', 'checkbox', 'switch', 'menuitem', 'option', 'slider'])
/** What holds facts, one line each, and what lies over the page. */
const lines = new Set(['listitem', 'cell', 'rowheader', 'gridcell', 'dialog', 'alertdialog'])
/** Not in the palette, each for its reason. */
const exempt: Readonly<Record<string, string>> = {
  'Aller au contenu': 'it is for the keys that pass by the palette, and what it goes to is no further from there',
}

/**
 * The names of all that can be pressed, ticked or chosen now, as the browser tells them to a screen reader: the page is asked
 * for nothing. What the palette calls otherwise is called so here.
 */
async function controlsOn(page: Page): Promise<Set<string>> {
  const names = new Set<string>()
  const skipped: number[] = []
  for (const line of (await page.locator('body').ariaSnapshot()).split('\n')) {
    const [, indent = '', role = '', name = '', states = ''] = snapshotLine.exec(line.replaceAll("''", "'")) ?? []
    while (skipped.length > 0 && indent.length <= (skipped.at(-1) ?? 0)) skipped.pop()
    if (lines.has(role)) skipped.push(indent.length)
    if (skipped.length > 0 || !roles.has(role) || name === '' || states.includes('[disabled]')) continue
    names.add(JSON.parse(`"${name}"`))
  }
  // What folds other things away has no role of its own.
  for (const fold of await page.locator('summary:visible:not(li *, td *)').all()) {
    names.add((await fold.innerText()).trim())
  }
  // A list that unfolds: not the button that opens it, but what it is set to, and every other setting with it.
  for (const choice of await page.locator('.choice:visible:not(li *, td *)').all()) {
    const button = choice.locator('.choice-button')
    const value = (await button.innerText()).trim()
    const label = (await choice.locator('> .section-title').allInnerTexts())[0]?.trim()
    names.delete([value, label].filter(Boolean).join(' '))
    if (label && (await button.isEnabled())) names.add(`${label} : ${value}`)
  }
  const here = await page.locator('.screens a[aria-current=page]').innerText()
  for (const screen of await page.locator('.screens a').allInnerTexts()) {
    names.delete(screen)
    // One is there.
    if (screen !== here) names.add(`Aller à : ${screen}`)
  }
  for (const name of Object.keys(exempt)) names.delete(name)
  return names
}

const snapshotLine = /^( *)- '?([a-z]+)(?: "((?:[^"\\]|\\.)*)")?((?: \[[^\]]*\])*)/
