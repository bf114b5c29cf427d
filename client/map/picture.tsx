import type { ReactNode } from 'react'
import { faded, focusRing, ink, paper, reachOf, secondInk, svgPathOf } from '#drawing/appearance.ts'
import type { Backdrop } from '#drawing/backdrop.ts'
import { groundMarks, groundNameMarks, type Laying, scaleMarks } from '#drawing/ground-marks.ts'
import { linesOf, placeLabels } from '#drawing/labels.ts'
import type { Mark } from '#drawing/mark.ts'
import { areaShares, type Scene, type SceneNode, type SceneTie } from '#drawing/scene.ts'
import { useText } from '../text/language.tsx'
import type { Spotlight } from './stage.ts'

/** In units of the picture, which a page makes as large as it has room. */
const width = 1120
const height = 700
const margin = { x: 90, y: 44 }
const lineHeight = 15

/** Of the weightiest nodes this many have their name, should a line have to lead to it. */
const alwaysNamed = 16

/** The map as a still drawing: on paper, and where the browser draws no other. */
export function MapPicture({ scene, spotlight, label }: MapPictureProps) {
  const { kilometers } = useText().explore.ground
  const at = fitted(scene)
  const lit = spotlight && new Set(spotlight.nodes)
  const litTies = new Set(spotlight?.ties.flatMap(([a, b]) => [JSON.stringify([a, b]), JSON.stringify([b, a])]))
  const isLit = (node: SceneNode) => lit === null || lit.has(node.key)
  const strokes = Map.groupBy(scene.ties, (tie) => {
    const share = spotlight === null ? tie.strength : litTies.has(JSON.stringify([tie.from, tie.to])) ? 0.85 : 0.08
    return JSON.stringify([share, tie.size, tie.dashed, tie.dotted, tie.doubled, tie.hue])
  })
  const nodes = new Map(scene.nodes.map((node) => [node.key, node]))
  const ground = scene.backdrop && groundOf(scene.backdrop, scene.nodes, at, kilometers)
  const names = placeLabels(
    scene.nodes.filter(isLit).map((node) => {
      const lines = linesOf(node.label, 22)
      const [x, y] = at(node)
      return {
        key: node.key,
        x,
        y,
        radius: node.size * reachOf(node.shape),
        lines,
        width: 6.6 * Math.max(...lines.map((line) => line.length)),
        height: lines.length * lineHeight,
        weight: node.weight,
      }
    }),
    { width, height, insist: 0, led: alwaysNamed, taken: ground?.taken ?? [] },
  )
  return (
    <svg className="map-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {ground?.beneath.map(drawn)}
      {scene.areas.map(({ key, outline, look, color }) => (
        <path
          key={key}
          d={`M${outline.map(([x, y]) => at({ x, y })).join('L')}Z`}
          fill={look === 'filled' ? faded(color, areaShares.ground) : look === 'dashed' ? paper : 'none'}
          stroke={faded(color, look === 'line' ? areaShares.ring : areaShares.outline)}
          strokeDasharray={look === 'dashed' ? '5 4' : undefined}
        />
      ))}
      {[...strokes].map(([key, ties]) => {
        const [first] = ties
        const [share] = JSON.parse(key)
        if (!first) return null
        const line = {
          d: ties.map((tie) => lineOf(tie, nodes, at)).join(''),
          fill: 'none',
          stroke: faded(first.hue ?? ink, share),
          strokeWidth: first.size,
          strokeDasharray: first.dotted ? '1.5 3.5' : first.dashed ? '5 4' : undefined,
        }
        return (
          <g key={key}>
            <path {...line} />
            {first.doubled && <path {...line} stroke={paper} strokeWidth={first.size / 3} />}
          </g>
        )
      })}
      {(spotlight?.lost ?? []).map(([a, b]) => {
        const ends = [nodes.get(a), nodes.get(b)].filter((node) => node !== undefined)
        const line = { d: `M${ends.map(at).join('L')}`, fill: 'none' }
        return (
          <g key={JSON.stringify([a, b])}>
            <path {...line} stroke={ink} strokeWidth="8" />
            <path {...line} stroke={paper} strokeWidth="6" />
          </g>
        )
      })}
      {scene.nodes.map((node) => {
        const share = isLit(node) ? 1 : 0.12
        return (
          <path
            key={node.key}
            d={svgPathOf(node.shape, node.size)}
            transform={`translate(${at(node)})`}
            fill={faded(node.color, share)}
            stroke={faded(node.line, share)}
            strokeWidth="1.5"
            strokeDasharray={node.dotted ? '2.4 2' : undefined}
          />
        )
      })}
      {spotlight?.proposed.map(([a, b]) => {
        const ends = [nodes.get(a), nodes.get(b)].filter((node) => node !== undefined)
        return (
          <path
            key={JSON.stringify([a, b])}
            d={`M${ends.map(at).join('L')}`}
            fill="none"
            stroke={focusRing}
            strokeWidth="2"
            strokeDasharray="6 4"
          />
        )
      })}
      {scene.areas.map((area) => {
        const [x, y] = at(area)
        return (
          <text
            key={area.key}
            className="map-picture-name"
            x={x}
            y={y - 3}
            fill={area.color}
            stroke={paper}
            textAnchor="middle"
            fontWeight="600"
          >
            {area.label}
          </text>
        )
      })}
      {ground?.above.map(drawn)}
      {names.map(({ key, leader }) => leader && <path key={key} d={`M${leader[0]}L${leader[1]}`} stroke={secondInk} />)}
      {names.map(({ key, lines, x, y, align }) => (
        <text
          key={key}
          className="map-picture-name"
          fill={nodes.get(key)?.noun === 'actor' ? ink : secondInk}
          stroke={paper}
          textAnchor={align === 'left' ? 'start' : align === 'right' ? 'end' : 'middle'}
        >
          {lines.map((line, i) => (
            <tspan key={line} x={x} y={y + (i - (lines.length - 1) / 2) * lineHeight + 4}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  )
}

/** The ground as paper has it, its scale, and the names of communes that have actors. */
function groundOf(backdrop: Backdrop, nodes: readonly SceneNode[], at: Placing, kilometers: Laying['kilometers']) {
  const rectangle = { x: 0, y: 0, width, height }
  const widthOf = (text: string, size: number) => 0.51 * size * text.length
  const laying: Laying = { at, rectangle, scale: 1, size: 13, widthOf, kilometers }
  const boxes = nodes.map((node) => {
    const [[x, y], reach] = [at(node), node.size * reachOf(node.shape) + 1]
    return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
  })
  const measure = scaleMarks(backdrop, laying)
  const communes = groundNameMarks(backdrop, ['commune'], laying, [...boxes, measure.box])
  return {
    beneath: groundMarks(backdrop, laying).marks,
    above: [...communes.group.marks, ...measure.group.marks],
    taken: [measure.box, ...communes.boxes],
  }
}

function drawn(mark: Mark): ReactNode {
  if (mark.kind === 'path') {
    const { d, fill, stroke, width: strokeWidth, dash } = mark
    const line = stroke === null ? {} : { stroke, strokeWidth }
    return <path key={d} d={d} fill={fill ?? 'none'} strokeDasharray={dash?.join(' ')} {...line} />
  }
  if (mark.kind === 'group') return mark.marks.map(drawn)
  const { text, x, y, anchor, size, color } = mark
  return (
    <text
      key={`${text} ${x}`}
      className="map-picture-name"
      x={x}
      y={y}
      fill={color}
      stroke={paper}
      textAnchor={anchor}
      fontSize={size}
    >
      {text}
    </text>
  )
}

interface MapPictureProps {
  readonly scene: Scene
  readonly spotlight: Spotlight | null
  readonly label: string
}

type Placing = (node: Pick<SceneNode, 'x' | 'y'>) => readonly [x: number, y: number]

/** Everything that is drawn, as large as the picture allows, y downwards. */
function fitted({ nodes, areas }: Scene): Placing {
  const range = (values: readonly number[]) =>
    [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)] as const
  const [left, right] = range([...nodes.map(({ x }) => x), ...areas.flatMap(({ outline }) => outline.map(([x]) => x))])
  const [bottom, top] = range([
    ...nodes.map(({ y }) => y),
    ...areas.flatMap(({ outline }) => outline.map(([, y]) => y)),
  ])
  const scale = Math.min(
    (width - 2 * margin.x) / (right - left || 1),
    (height - 2 * margin.y) / (top - bottom || 1),
    1.5,
  )
  const round = (value: number) => Math.round(value * 10) / 10
  return ({ x, y }) => [
    round(width / 2 + (x - (left + right) / 2) * scale),
    round(height / 2 - (y - (bottom + top) / 2) * scale),
  ]
}

function lineOf({ from, to }: SceneTie, nodes: ReadonlyMap<string, SceneNode>, at: Placing): string {
  const [a, b] = [nodes.get(from), nodes.get(to)]
  return a && b ? `M${at(a)}L${at(b)}` : ''
}
