import { EdgeProgram } from 'sigma/rendering'
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types'
import { floatColor } from 'sigma/utils'
import type { Stroke } from '#drawing/scene.ts'

const uniforms = ['u_matrix', 'u_correctionRatio'] as const

/** Straight lines, whole, doubled, dashed or dotted. */
export class TieProgram extends EdgeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_from', size: 2, type: FLOAT },
        { name: 'a_to', size: 2, type: FLOAT },
        { name: 'a_width', size: 1, type: FLOAT },
        { name: 'a_dashed', size: 1, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [
        { name: 'a_end', size: 1, type: FLOAT },
        { name: 'a_side', size: 1, type: FLOAT },
      ],
      CONSTANT_DATA: [
        [0, -1],
        [1, -1],
        [1, 1],
        [0, -1],
        [1, 1],
        [0, 1],
      ],
    }
  }

  override processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData & Stroke,
  ): void {
    const dashed = data.doubled ? 3 : data.dotted ? 2 : data.dashed ? 1 : 0
    this.array.set(
      [source.x, source.y, target.x, target.y, data.size, dashed, floatColor(data.color), edgeIndex],
      startIndex,
    )
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix)
    gl.uniform1f(uniformLocations.u_correctionRatio ?? null, params.correctionRatio)
  }
}

type ProgramInfo = Parameters<EdgeProgram<(typeof uniforms)[number]>['setUniforms']>[1]

// Lengths in the fragment shader are pixels of the screen: one is twice the correction ratio in sigma's plane.
const vertexShader = /* glsl */ `
attribute vec2 a_from;
attribute vec2 a_to;
attribute float a_width;
attribute float a_dashed;
attribute vec4 a_color;
attribute vec4 a_id;
attribute float a_end;
attribute float a_side;

uniform mat3 u_matrix;
uniform float u_correctionRatio;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;

void main() {
  float pixel = 2.0 * u_correctionRatio;
  vec2 along = a_to - a_from;
  float distance = max(length(along), 1e-6);
  vec2 normal = vec2(-along.y, along.x) / distance;
  v_half = a_width / 2.0;
  #ifdef PICKING_MODE
  // Wide enough for a finger that does not tremble.
  v_across = a_side * (v_half + 4.0);
  #else
  v_across = a_side * (v_half + 1.0);
  #endif
  v_along = a_end * distance / pixel;
  v_dashed = a_dashed;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
  gl_Position = vec4((u_matrix * vec3(mix(a_from, a_to, a_end) + normal * v_across * pixel, 1)).xy, 0, 1);
}
`

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;

void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float cover = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across));
  // Of two lines each has a third of the width.
  if (v_dashed > 2.5) cover *= smoothstep(v_half / 3.0 - 0.5, v_half / 3.0 + 0.5, abs(v_across));
  else if (v_dashed > 1.5 ? mod(v_along, 5.0) > 1.5 : v_dashed > 0.5 && mod(v_along, 9.0) > 5.0) cover = 0.0;
  gl_FragColor = vec4(v_color.rgb * cover, cover);
  #endif
}
`
