import type { Tie } from '../domain/territory.ts'
import type { NetworkWire } from '../wire/network.ts'
import { actorKey, type Facts, isUncertain, type SceneTie } from './scene.ts'

/**
 * What a tie of a map rests on: both ends declare it; one end, or a document, does; they share spaces and nobody declares more; nobody is sure;
 * it was declared and has not served for long.
 */
export const standings = ['confirmed', 'declared', 'shared', 'uncertain', 'fading'] as const
export type Standing = (typeof standings)[number]

/** The standing of a tie of a scene. */
export type StandingOf = (tie: SceneTie) => Standing

/** @param isFading whether a declared tie has been silent too long to be alive; null: nobody says when it last served */
export function standingsOf(
  network: NetworkWire,
  ties: ReadonlyMap<string, Tie>,
  isFading: (tie: Tie) => boolean | null,
): StandingOf {
  const behind = new Map(
    network.edges.map(({ from, to, ties }) => [keyOf(network.actors[from] ?? '', network.actors[to] ?? ''), ties]),
  )
  return ({ from, to, dashed }) => {
    if (dashed) return 'uncertain'
    const declared = (behind.get(JSON.stringify([from, to])) ?? []).flatMap((key) => ties.get(key) ?? [])
    if (declared.length === 0) return 'shared'
    const dated = declared.map(isFading).filter((fading) => fading !== null)
    if (dated.length > 0 && dated.every((fading) => fading)) return 'fading'
    const reporters = new Set(declared.map(({ reporter }) => reporter).filter((reporter) => reporter !== null))
    return declared.some((tie) => reporters.has(tie.from) && reporters.has(tie.to)) ? 'confirmed' : 'declared'
  }
}

/** What an edge of a network rests on; null: on nothing that is drawn. */
export function edgeStanding(
  record: Facts,
  { actors }: NetworkWire,
  standingOf: StandingOf,
  { from, to, ties, spaces }: NetworkWire['edges'][number],
): Standing | null {
  if (ties.length + spaces.length === 0) return null
  const ends = [actors[from] ?? '', actors[to] ?? ''] as const
  const dashed = isUncertain(record, { ties, spaces }, [...ends])
  return standingOf({ noun: 'tie', from: actorKey(ends[0]), to: actorKey(ends[1]), size: 1, strength: 1, dashed })
}

function keyOf(from: string, to: string): string {
  return JSON.stringify([actorKey(from), actorKey(to)])
}
