import { defaultPerimeter } from '../domain/perimeter.ts'
import { type Territory, wasAsked } from '../domain/territory.ts'
import { ink } from '../drawing/appearance.ts'
import { type Backdrop, groundLines } from '../drawing/backdrop.ts'
import type { Categories, Category } from '../drawing/categories.ts'
import type { LegendSection } from '../drawing/legend.ts'
import { type Depicted, untiedIn } from '../drawing/map-marks.ts'
import type { Caption } from '../drawing/picture.ts'
import { actorKey, radiusOf, type SceneNode, type SceneTie } from '../drawing/scene.ts'
import { shortName } from '../drawing/short-name.ts'
import { standings } from '../drawing/standing.ts'
import type { NetworkWire, TwoModeWire } from '../wire/network.ts'
import type { SurroundingsWire } from '../wire/surroundings.ts'
import { perimeterSentence } from '../words/perimeter.ts'
import type { GroundWords } from '../words/picture.ts'
import { wordOf } from '../words/vocabulary.ts'
import type { Spoken } from './spoken.ts'

/** What is drawn of a territory, and by what. */
export interface Drawn {
  readonly territory: Territory
  readonly network: NetworkWire
  readonly twoMode: TwoModeWire | null
  readonly depicted: Depicted
  /** Where actors are, in the geographic layout alone. */
  readonly surroundings: SurroundingsWire | null
  /** Whether only the most embedded ties of the network are drawn. */
  readonly isBackbone: boolean
  /** Whether only some actors are drawn, whom somebody chose. */
  readonly isChoice: boolean
  /** Whom rings of distance are drawn around; null: there are none. */
  readonly centre: string | null
  readonly categories: Categories
  readonly coloring: 'sphere' | 'type' | 'community' | 'place'
  readonly hidden: ReadonlySet<string>
  /** What sizes actors: partners, or the measure of that name; null: all alike. `most`: its largest value. */
  readonly sizedBy: { readonly measure: string | null; readonly most: number; readonly someUndefined: boolean } | null
}

/** Everything that is said around a map: title, date, basis and response, what counts, legend with its keys, source. */
export function captionOf(drawn: Drawn, spoken: Spoken): Caption {
  const { territory, network, depicted } = drawn
  const { perimeter } = network
  const { picture, basis } = spoken
  const wave = territory.waves.get(perimeter.wave)
  const { scene } = depicted
  const actors = scene.nodes.filter(({ noun }) => noun === 'actor')
  const ties = scene.ties.filter(({ noun }) => noun === 'tie')
  const drawnKeys = new Set(actors.map(({ key }) => key))
  const isDrawn = (node: number) => drawnKeys.has(actorKey(network.actors[node] ?? ''))
  const between = network.edges.filter((tie) => isDrawn(tie.from) && isDrawn(tie.to))
  const drawnTies = new Set(ties.map(({ from, to }) => JSON.stringify([from, to])))
  const tieKey = (tie: NetworkWire['edges'][number]) =>
    JSON.stringify([tie.from, tie.to].map((node) => actorKey(network.actors[node] ?? '')))
  const declared = between.filter((tie) => tie.ties.length > 0 && drawnTies.has(tieKey(tie))).length
  const centre = drawn.centre === null ? null : (territory.actors.get(drawn.centre)?.name ?? drawn.centre)
  const untied = untiedIn(scene)
  const usual = defaultPerimeter(territory, perimeter.wave)
  const notes = [
    ...(network.basis === 'documents' ? [basis.documentsNote] : []),
    ...(network.basis === 'informants' ? [basis.informantsNote] : []),
  ]
  return {
    language: spoken.language,
    title: nameOf(territory),
    facts: [
      ...(wave ? [wave.label, spoken.formats.date(wave.date), basis[network.basis](wave.date)] : []),
      ...responses(territory, perimeter.wave, spoken),
      picture.counts(actors.length, ties.length, declared),
    ],
    legend: legendOf(drawn, spoken),
    untied: picture.untied,
    unnamed: picture.unnamed,
    source: [
      [picture.perimeter(perimeterSentence(spoken, territory, perimeter, usual)), ...notes].join(' '),
      [
        picture.layout(picture.layouts[depicted.layout], centre),
        ...groundSaid(drawn, spoken),
        ...(drawn.isChoice ? [picture.choice(actors.length, network.actors.length)] : []),
        ...(drawn.isBackbone ? [picture.backbone(ties.length, between.length)] : []),
      ].join(' '),
      picture.source(nameOf(territory), wave?.label ?? perimeter.wave, isFictitious(territory)),
    ],
    description: picture.description({
      actors: actors.length,
      ties: ties.length,
      untied: untied.length,
      most: mostTied(actors),
    }),
  }
}

/** Where the ground beneath comes from, or why there is none; which communes are not known. */
function groundSaid({ surroundings }: Drawn, { picture: { ground } }: Spoken): string[] {
  if (surroundings === null) return []
  const { withoutMap, unknown } = surroundings
  return [
    withoutMap === null ? ground.source : ground.without[withoutMap],
    ...(unknown.length > 0 ? [ground.unknown(unknown)] : []),
  ]
}

/** What is said of a node to who points at it: its name, what it is, and whether it answered. */
export function nodeTitle(territory: Territory, categories: Categories, silent: ReadonlySet<string>, spoken: Spoken) {
  return ({ noun, id, key }: SceneNode): string => {
    if (noun === 'space') return `${territory.spaces.get(id)?.name ?? id} (${spoken.picture.space})`
    const name = territory.actors.get(id)?.name ?? id
    const said = [categoryName(territory, categories.categoryOf(id), spoken)]
    if (silent.has(key)) said.push(spoken.picture.silent)
    return `${name} (${said.join(', ')})`
  }
}

export function tieTitle(territory: Territory, standingOf: Depicted['standingOf'], spoken: Spoken) {
  const nameOf = (key: string) => {
    const id = key.slice(key.indexOf(':') + 1)
    return (key.startsWith('actor:') ? territory.actors.get(id) : territory.spaces.get(id))?.name ?? id
  }
  return (tie: SceneTie): string => {
    const ends = `${nameOf(tie.from)} – ${nameOf(tie.to)}`
    return tie.noun === 'tie' ? `${ends} (${spoken.picture.standings[standingOf(tie)]})` : ends
  }
}

/** The name of a territory: its setting, else its id. */
export function nameOf({ id, settings }: Territory): string {
  const name = settings.get('name')?.value
  return typeof name === 'string' && name !== '' ? name : id
}

export function isFictitious({ settings }: Territory): boolean {
  return settings.get('fictitious')?.value === true
}

/** How many of those asked answered; nothing where nobody was asked. */
export function responses({ roster }: Territory, wave: string, { basis, picture }: Spoken): string[] {
  const asked = [...roster.values()].filter((entry) => entry.wave === wave && wasAsked(entry))
  const answered = asked.filter(({ status }) => status === 'answered').length
  return asked.length === 0
    ? []
    : [`${basis.responses(answered, asked.length)} ${picture.share(answered / asked.length)}`]
}

function legendOf(drawn: Drawn, spoken: Spoken): LegendSection[] {
  const { territory, twoMode, depicted, categories, hidden, sizedBy, network } = drawn
  const { picture } = spoken
  const { scene, silent } = depicted
  const counts = new Map<string, number>()
  const keys = new Set(scene.nodes.map(({ key }) => key))
  const actors = drawn.isChoice ? network.actors.filter((id) => keys.has(actorKey(id))) : network.actors
  for (const actor of actors) {
    const { id } = categories.categoryOf(actor)
    counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const present = categories.list.filter(({ id }) => (counts.get(id) ?? 0) > 0)
  const shown = present.filter(({ id }) => !hidden.has(id))
  const left = present.filter(({ id }) => hidden.has(id))
  const vocabulary = drawn.coloring === 'type' ? 'actorType' : 'sphere'
  const kinds = shown.map((category) => ({
    sample: { of: 'look' as const, look: category.look },
    text: `${categoryName(territory, category, spoken)} (${spoken.formats.number(counts.get(category.id) ?? 0)})`,
  }))
  const asides = [
    ...shown.flatMap(({ kind }) =>
      kind.of === 'others' && kind.words.length > 0
        ? [
            {
              sample: { of: 'nothing' as const },
              text: picture.othersOf(kind.words.map((id) => wordOf(spoken, territory, vocabulary, id)).join(', ')),
            },
          ]
        : [],
    ),
    ...(left.length > 0
      ? [
          {
            sample: { of: 'nothing' as const },
            text: picture.hidden(
              left.map((category) => categoryName(territory, category, spoken)).join(', '),
              left.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0),
            ),
          },
        ]
      : []),
    ...(twoMode
      ? [
          {
            sample: { of: 'look' as const, look: { color: ink, shape: 'tile' as const }, outline: 'hollow' as const },
            text: picture.space,
          },
        ]
      : []),
    ...(scene.nodes.some(({ noun, line, color }) => noun === 'actor' && line === ink && color !== ink)
      ? [
          {
            sample: {
              of: 'look' as const,
              look: { color: '#9a9da6', shape: 'circle' as const },
              outline: 'host' as const,
            },
            text: picture.host,
          },
        ]
      : []),
    ...(scene.nodes.some(({ key }) => silent.has(key))
      ? [
          {
            sample: { of: 'look' as const, look: { color: ink, shape: 'circle' as const }, outline: 'silent' as const },
            text: picture.silent,
          },
        ]
      : []),
    ...(sizedBy?.someUndefined
      ? [
          {
            sample: { of: 'look' as const, look: { color: ink, shape: 'circle' as const }, outline: 'hollow' as const },
            text: picture.undefinedSize,
          },
        ]
      : []),
  ]
  const ties = scene.ties.filter(({ noun }) => noun === 'tie')
  const seen = new Set(ties.map(depicted.standingOf))
  const tieLines = standings
    .filter((standing) => seen.has(standing))
    .map((standing) => ({
      sample: { of: 'standing' as const, standing },
      text: picture.standings[standing],
    }))
  const widths = [...new Set(ties.map(({ size }) => size))].sort((a, b) => a - b)
  const thinnest = widths[0] ?? 1
  const widthLines = widths.map((size) => ({
    sample: { of: 'width' as const, size },
    // Half the thinnest for each piece of evidence more, up to five.
    text: picture.widthOf(Math.round(1 + (size / thinnest - 1) * 2), size >= 3 * thinnest),
  }))
  const partners =
    sizedBy && sizedBy.measure === null ? [...new Set([1, Math.ceil(sizedBy.most / 4), sizedBy.most])] : []
  const sizeLines = partners
    .filter((value) => value > 0)
    .map((value) => ({
      sample: { of: 'radius' as const, size: radiusOf(value, sizedBy?.most ?? 1, network.actors.length) },
      text: picture.partnersOf(value),
    }))
  return [
    { heading: picture.legend, lines: [...kinds, ...asides] },
    ...(tieLines.length > 0 ? [{ heading: picture.ties, lines: tieLines }] : []),
    ...(widthLines.length > 1 ? [{ heading: picture.width, lines: widthLines }] : []),
    ...(sizedBy
      ? [{ heading: sizedBy.measure === null ? picture.partners : picture.sizedBy(sizedBy.measure), lines: sizeLines }]
      : []),
    ...groundLegend(scene.backdrop, picture.ground),
  ]
}

function groundLegend(backdrop: Backdrop | undefined, ground: GroundWords): LegendSection[] {
  const present = groundLines.filter((kind) => backdrop?.lines.some(({ of }) => of === kind))
  if (present.length === 0) return []
  const lines = present.map((kind) => ({ sample: { of: 'ground' as const, kind }, text: ground.lines[kind] }))
  return [{ heading: ground.heading, lines: [...lines, { sample: { of: 'nothing' as const }, text: ground.towns }] }]
}

export function categoryName(territory: Territory, { kind }: Category, spoken: Spoken): string {
  const { picture, sides } = spoken
  switch (kind.of) {
    case 'sphere':
      return capital(wordOf(spoken, territory, 'sphere', kind.word))
    case 'type':
      return capital(wordOf(spoken, territory, 'actorType', kind.word))
    case 'place':
      return capital(sides[kind.inside ? 'inside' : 'outside'])
    case 'community':
      return picture.around(shortName(territory.actors.get(kind.around)?.name ?? kind.around, 28))
    case 'alone':
      return picture.alone
    case 'others':
      return picture.others
  }
}

/** Names of the three that weigh most. */
function mostTied(actors: readonly SceneNode[]): string[] {
  const byWeight = [...actors].sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
  return byWeight.slice(0, 3).map(({ label }) => label)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
