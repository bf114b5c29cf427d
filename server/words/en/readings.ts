import { english } from '../formats.ts'
import type { Readings } from '../fr/readings.ts'

const { count, percent } = english

/** What a value of a measure says about an actor, in a sentence. */
export const readings: Readings = {
  degree: (k) => (k === 0 ? 'Has no known partner.' : `Has ${count(k, 'partner', 'partners')}.`),
  'degree.undirectedSupport': (k) => (k === 0 ? 'Has no known partner.' : `Has ${count(k, 'partner', 'partners')}.`),
  'betweenness.normalized': (share) =>
    share === 0
      ? 'Others do not need it to reach each other by the shortest way.'
      : `Lies on the shortest path of ${percent(share)} of the pairs of other actors.`,
  'harmonic.normalized': (closeness) =>
    closeness === 0
      ? 'Can reach nobody through known ties.'
      : `Has ${percent(closeness)} of the access to others that an actor tied to all would have.`,
  'burt.effectiveSize': (size) =>
    `Its partners open the equivalent of ${count(Math.round(size * 10) / 10, 'distinct contact', 'distinct contacts')}.`,
  'burt.constraint': (constraint) =>
    constraint >= 0.5
      ? 'Depends on few partners, or on partners tied to each other.'
      : 'Keeps room to manoeuvre: its partners depend little on each other.',
  'clustering.local': (share) =>
    share === 0
      ? 'None of its partners is tied to another: it is what joins them.'
      : `${percent(share)} of the pairs of its partners are tied to each other.`,
  'ei.node': (ei) =>
    ei === 1
      ? 'All its partners belong to another sphere.'
      : ei === -1
        ? 'All its partners belong to its own sphere.'
        : `${percent((1 + ei) / 2)} of its partners belong to another sphere.`,
  coreNumber: (core) =>
    core === 0
      ? 'Belongs to no core.'
      : `Belongs to a core where each has at least ${count(core, 'partner', 'partners')}.`,
}
