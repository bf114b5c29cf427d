import fc from 'fast-check'
import { graphOf } from '../../server/network/graph.ts'
import { type BareWave, groundOfNetworks } from '../../server/waves/bare-ground.ts'
import { pairOf, type WavePair } from '../../server/waves/ground.ts'

const names = [...'abcdefgh']

/** A wave on some of eight actors, some of whom did not answer or were not asked; who was silent says nothing. */
export function bareWaves(wave: string, basis: BareWave['basis'] = 'survey'): fc.Arbitrary<BareWave> {
  return fc.subarray(names).chain((actors) => {
    const n = actors.length
    const replies = fc.array(fc.constantFrom(true, true, true, false, null), { minLength: n, maxLength: n })
    const cells = fc.array(fc.constantFrom(true, false, false), { minLength: n * n, maxLength: n * n })
    return fc.tuple(replies, cells, fc.subarray(actors)).map(([answered, told, outside]): BareWave => {
      const arcs = told.flatMap((is, cell): [number, number][] => {
        const [from, to] = [Math.floor(cell / n), cell % n]
        return is && from !== to && answered[from] ? [[from, to]] : []
      })
      return {
        wave,
        basis,
        actors,
        answered,
        outside: new Set(outside.slice(0, 2)),
        spheres: new Map(actors.map((name) => [name, name < 'd' ? 'firms' : 'schools'])),
        graph: graphOf({
          directed: true,
          nodeCount: n,
          sources: arcs.map(([from]) => from),
          targets: arcs.map(([, to]) => to),
        }),
      }
    })
  })
}

export function wavePairs(): fc.Arbitrary<WavePair> {
  return fc.tuple(bareWaves('w1'), bareWaves('w2')).map((waves) => pairOf(groundOfNetworks(waves), 0, 1))
}
