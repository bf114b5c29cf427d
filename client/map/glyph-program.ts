import { NodeProgram } from 'sigma/rendering'
import type { NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import { outlineOf, paper, type Shape, shapes } from '#drawing/appearance.ts'
import type { Glyph } from '#drawing/scene.ts'

/** Shapes from this number on have a dotted outline. */
const dottedShapes = 32

const uniforms = ['u_matrix', 'u_sizeRatio', 'u_correctionRatio', 'u_cameraAngle', 'u_paper'] as const

/** Draws every shape of the map in one pass: a fill, an outline inside it, and a paper ring of 1.5 px so that overlaps read. */
export class GlyphProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT },
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_shape', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_line', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    }
  }

  override processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData & Glyph): void {
    this.array.set(
      [
        data.x,
        data.y,
        data.size,
        shapes.indexOf(data.shape) + (data.dotted ? dottedShapes : 0),
        floatColor(data.color),
        floatColor(data.line),
        nodeIndex,
      ],
      startIndex,
    )
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix)
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio)
    gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio)
    gl.uniform1f(uniformLocations.u_cameraAngle ?? null, params.cameraAngle)
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(paper.slice(at, at + 2), 16) / 255)
    gl.uniform3f(uniformLocations.u_paper ?? null, red ?? 1, green ?? 1, blue ?? 1)
  }
}

type ProgramInfo = Parameters<NodeProgram<(typeof uniforms)[number]>['setUniforms']>[1]

// Lengths in the fragment shader are pixels of the screen: one is twice the correction ratio in sigma's plane.
const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_line;
attribute vec4 a_id;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
uniform float u_cameraAngle;

varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying vec4 v_color;
varying vec4 v_line;

void main() {
  v_radius = a_size / u_sizeRatio;
  v_point = a_corner * (v_radius * 1.9 + 3.0);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  v_line = a_line;
  // Shapes stand upright however the map is turned.
  float turn_cos = cos(u_cameraAngle);
  float turn_sin = sin(u_cameraAngle);
  vec2 turned = mat2(turn_cos, turn_sin, -turn_sin, turn_cos) * v_point;
  gl_Position = vec4((u_matrix * vec3(a_position + turned * 2.0 * u_correctionRatio, 1)).xy, 0, 1);
}
`

const fragmentShader = /* glsl */ `
precision highp float;

uniform vec3 u_paper;

varying vec2 v_point;
varying float v_radius;
varying float v_shape;
varying vec4 v_color;
varying vec4 v_line;

// Distances to outlines of unit area pi; negative inside, exact along edges, mitred at corners.
float regular(vec2 p, float sides, float firstNormal, float apothem) {
  float step = 6.283185307179586 / sides;
  float angle = atan(p.y, p.x) - firstNormal;
  return cos(floor(0.5 + angle / step) * step - angle) * length(p) - apothem;
}

float box(vec2 p, vec2 reach) {
  vec2 d = abs(p) - reach;
  return max(d.x, d.y);
}

float star(vec2 p, float tip, vec2 dent) {
  float step = 6.283185307179586 / 5.0;
  float angle = atan(p.y, p.x) - 1.5707963267948966;
  angle = abs(angle - floor(0.5 + angle / step) * step);
  vec2 folded = length(p) * vec2(cos(angle), sin(angle));
  vec2 side = dent - vec2(tip, 0.0);
  return dot(folded - vec2(tip, 0.0), normalize(vec2(side.y, -side.x)));
}

float outline(vec2 p, float shape) {
${shapes.map((shape, number) => `  if (shape < ${number}.5) return ${distanceTo(shape)};`).join('\n')}
  return length(p) - 1.0;
}

void main() {
  float isDotted = step(${dottedShapes}.0 - 0.5, v_shape);
  float distance = outline(v_point / v_radius, v_shape - isDotted * ${dottedShapes}.0) * v_radius;
  #ifdef PICKING_MODE
  gl_FragColor = distance < 4.0 ? v_color : vec4(0.0);
  #else
  // Some 5 px from dot to dot, however large the shape.
  float dots = max(8.0, floor(v_radius * 6.283185307179586 / 5.0));
  float isGap = isDotted * step(0.55, fract(atan(v_point.y, v_point.x) / 6.283185307179586 * dots));
  vec3 inside = mix(mix(v_line.rgb, v_color.rgb, isGap), v_color.rgb, smoothstep(-0.5, 0.5, -distance - 2.0));
  vec3 color = mix(inside, u_paper, smoothstep(-0.5, 0.5, distance));
  float cover = 1.0 - smoothstep(1.0, 2.0, distance);
  gl_FragColor = vec4(color * cover, cover);
  #endif
}
`

/** The GLSL expression of the distance from p to a shape, read off the outline that the legend draws. */
function distanceTo(shape: Shape): string {
  const corners = outlineOf(shape)
  const first = corners?.[0]
  if (!corners || !first) return 'length(p) - 1.0'
  const number = (value: number) => value.toFixed(6)
  const reach = Math.hypot(first[0], first[1])
  if (shape === 'plus') {
    const long = number(Math.max(...corners.map(([x]) => x)))
    return `min(box(p, vec2(${long}, ${number(first[0])})), box(p, vec2(${number(first[0])}, ${long})))`
  }
  if (shape === 'tile') return `box(p, vec2(${number(Math.abs(first[0]))}, ${number(Math.abs(first[1]))}))`
  if (shape === 'star') {
    const dent = Math.hypot(corners[1]?.[0] ?? 0, corners[1]?.[1] ?? 0)
    return `star(p, ${number(reach)}, vec2(${number(dent * Math.cos(Math.PI / 5))}, ${number(dent * Math.sin(Math.PI / 5))}))`
  }
  const half = Math.PI / corners.length
  const firstNormal = Math.atan2(first[1], first[0]) + half
  return `regular(p, ${number(corners.length)}, ${number(firstNormal)}, ${number(reach * Math.cos(half))})`
}
