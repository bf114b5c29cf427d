import type { SavedView, Territory } from '../domain/territory.ts'
import { addressNow, lostIn, storiesOf } from '../domain/view.ts'
import { actorKey } from '../drawing/scene.ts'
import { slidePicture, slideRoom } from '../drawing/slide.ts'
import { svgOf } from '../drawing/svg.ts'
import { Problem } from '../problem.ts'
import { captionOf, type Drawn } from '../report/caption.ts'
import type { Slide } from '../report/slide.ts'
import { spoken } from '../report/spoken.ts'
import type { Positions } from '../store/store.ts'
import { wordsOfList } from '../wire/list.ts'
import { pictureQuerySchema } from '../wire/picture.ts'
import { story as english } from '../words/en/story.ts'
import { story as french } from '../words/fr/story.ts'
import type { Language } from '../words/language.ts'
import { measureIds } from '../words/measures.ts'
import type { Placed } from './picture.ts'
import { type AskedPicture, drawnAsked } from './picture.ts'
import type { Snapshot } from './snapshot.ts'

const words = { fr: french, en: english }

/** A story as a presentation, a slide for each of its views. Refuses `unknown_story` and what `pictureAsked` does. */
export async function storyAsked(
  snapshot: Snapshot,
  { story, language, positions }: Placed & { readonly story: string; readonly language: Language },
): Promise<Uint8Array> {
  const { territory } = snapshot
  const views = storiesOf(territory.views.values()).get(story)
  if (!views) throw new Problem('unknown_story', { territory: territory.id, story })
  const slides: Slide[] = []
  for (const view of views) slides.push(await slideOf(snapshot, view, language, positions))
  return await (await import('../print/story-pptx.ts')).storyPptx({ title: story, language, slides })
}

/** The map of a view as it is projected, as SVG. Refuses `unknown_view` and what `pictureAsked` does. */
export async function slideAsked(
  snapshot: Snapshot,
  { view, language, positions }: Placed & { readonly view: string; readonly language: Language },
): Promise<Uint8Array> {
  const { territory } = snapshot
  const known = territory.views.get(view)
  if (!known) throw new Problem('unknown_view', { territory: territory.id, view })
  return new TextEncoder().encode(svgOf((await slideOf(snapshot, known, language, positions)).picture))
}

async function slideOf(snapshot: Snapshot, view: SavedView, language: Language, positions: Positions): Promise<Slide> {
  const { territory } = snapshot
  const parameters = new URLSearchParams(addressNow(territory, view).split('?')[1])
  const drawn = await drawnAsked(snapshot, askedOf(parameters, language), positions)
  const { widths } = await import('../print/typeface.ts')
  const caption = captionOf(drawn, spoken[language])
  const lost = lostIn(territory, view)
  const text = [view.text ?? '', ...(lost.length > 0 ? [words[language].lost(lost)] : [])].filter(Boolean).join('\n')
  const said = { title: view.name, text, foot: caption.facts.slice(0, 3).join(' · ') }
  const room = slideRoom(said, widths())
  return {
    ...said,
    room,
    notes: [...(view.notes ? [view.notes] : []), ...caption.source].join('\n'),
    day: territory.waves.get(drawn.network.perimeter.wave)?.date ?? '1970-01-01',
    picture: slidePicture(drawn.depicted, caption, litIn(territory, drawn, parameters), room.picture, widths()),
  }
}

/** What the page would draw at an address; what it does not understand is what it shows first. */
function askedOf(parameters: URLSearchParams, language: Language): AskedPicture {
  const fields = new Map(Object.entries(pictureQuerySchema.shape))
  const understood = [...parameters].filter(([name, value]) => fields.get(name)?.safeParse(value).success)
  const query = pictureQuerySchema.parse(Object.fromEntries(understood))
  const { lang: _, paper, color, size, show, hide, only, layout, around, links, collective, ...perimeter } = query
  return {
    perimeter: collective === undefined ? perimeter : { ...perimeter, collective: collective === 'true' },
    language,
    paper,
    color,
    size: size === 'none' || measureIds.some((id) => id === size) ? size : 'degree',
    spaces: show === 'spaces',
    hidden: hide,
    only,
    layout,
    around: layout === 'distance' ? (around ?? null) : null,
    backbone: links === 'backbone',
  }
}

/** Keys of the several whom an address shows alone, or of those it selects with whom they are tied to; null: of nobody. */
function litIn(territory: Territory, { depicted, network }: Drawn, parameters: URLSearchParams): Set<string> | null {
  const { ties } = depicted.scene
  const neighbors = (key: string) => ties.flatMap(({ from, to }) => (from === key ? [to] : to === key ? [from] : []))
  const chosen = wordsOfList(parameters.get('chosen') ?? '').map(actorKey)
  if (parameters.get('alone') === 'chosen' && chosen.length > 0) return new Set(chosen)
  const [actor, space, tie] = ['actor', 'space', 'tie'].map((name) => parameters.get(name))
  if (actor) {
    const to = parameters.get('path')
    const found = searchFrom(actorKey(actor), neighbors)
    if (to) return new Set(pathTo(actorKey(to), found))
    const steps = Number(parameters.get('steps') ?? 1)
    return new Set([...found].filter(([, { distance }]) => distance <= steps).map(([key]) => key))
  }
  if (space) {
    const taking = [...territory.participations.values()].filter(
      (taken) => taken.space === space && taken.wave === network.perimeter.wave,
    )
    return new Set([`space:${space}`, ...taking.map((taken) => actorKey(taken.actor))])
  }
  return tie ? new Set(wordsOfList(tie).map(actorKey)) : null
}

type Found = ReadonlyMap<string, { readonly distance: number; readonly before: string | null }>

function searchFrom(start: string, neighbors: (key: string) => readonly string[]): Found {
  const found = new Map<string, { readonly distance: number; readonly before: string | null }>()
  found.set(start, { distance: 0, before: null })
  for (const [key, { distance }] of found) {
    for (const next of neighbors(key)) if (!found.has(next)) found.set(next, { distance: distance + 1, before: key })
  }
  return found
}

function pathTo(end: string, found: Found): string[] {
  const path: string[] = []
  for (let at: string | null = end; at !== null; at = found.get(at)?.before ?? null) path.push(at)
  return path
}
