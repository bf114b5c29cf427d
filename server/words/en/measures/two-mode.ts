/** Measures in plain words: actors and the spaces where they meet. */
export const twoModeMeasures = {
  'betweenness.bipartiteNormalized': {
    name: 'Go-betweens across spaces',
    term: 'two-mode betweenness',
    sentence: 'Share of the passages possible in a network of actors and spaces that this actor or space ensures.',
  },
  'closeness.bipartiteNormalized': {
    name: 'Closeness through spaces',
    term: 'two-mode closeness',
    sentence: 'Tells whether this actor or space is few steps from all others, along participations.',
  },
  'latapy.clustering.dot': {
    name: 'Spaces in common',
    term: 'pairwise clustering (Latapy)',
    sentence: 'With those it meets, the mean share of common spaces among all those of either.',
  },
  'latapy.clustering.min': {
    name: 'Spaces in common, of the less active',
    term: 'pairwise clustering, minimum (Latapy)',
    sentence: 'With those it meets, the mean share of the less active one’s spaces that are common.',
  },
  'latapy.clustering.max': {
    name: 'Spaces in common, of the more active',
    term: 'pairwise clustering, maximum (Latapy)',
    sentence: 'With those it meets, the mean share of the more active one’s spaces that are common.',
  },
  'latapy.clustering.dot.avgTop': {
    name: 'Spaces in common, on average',
    term: 'mean pairwise clustering (Latapy)',
    sentence: 'Mean over actors of the share of common spaces with those they meet.',
  },
  'latapy.clustering.min.avgTop': {
    name: 'Spaces in common on average, of the less active',
    term: 'mean pairwise clustering, minimum (Latapy)',
    sentence: 'Mean over actors of the share of the less active one’s spaces that are common.',
  },
  'latapy.clustering.max.avgTop': {
    name: 'Spaces in common on average, of the more active',
    term: 'mean pairwise clustering, maximum (Latapy)',
    sentence: 'Mean over actors of the share of the more active one’s spaces that are common.',
  },
  'latapy.redundancy': {
    name: 'Meetings that could do without it',
    term: 'redundancy (Latapy)',
    sentence: 'Share of the pairs of its spaces that another actor links too.',
  },
  robinsAlexander: {
    name: 'Meeting again',
    term: 'Robins-Alexander clustering',
    sentence: 'Chance that two actors brought together by one space meet in another too.',
  },
  'projection.top.edges': {
    name: 'Actors that meet',
    term: 'projection on actors',
    sentence: 'Pairs of actors that take part in at least one common space.',
  },
  'projection.top.count': {
    name: 'Spaces shared by two actors',
    term: 'weight of the projection on actors',
    sentence: 'Number of spaces that both actors take part in.',
  },
  'projection.top.newman': {
    name: 'Attention shared by two actors',
    term: 'Newman weight on actors',
    sentence: 'Sum of the common spaces, a small meeting counting for more than a large one.',
  },
  'projection.top.jaccard': {
    name: 'Likeness of two actors',
    term: 'Jaccard index on actors',
    sentence: 'Share of common spaces among all that either takes part in.',
  },
  'projection.top.overlapMin': {
    name: 'Overlap of two actors',
    term: 'overlap coefficient on actors',
    sentence: 'Share of the less active one’s spaces that the other takes part in too.',
  },
  'projection.top.newmanStrength': {
    name: 'Meetings of the actor',
    term: 'Newman strength of actors',
    sentence: 'Number of spaces where the actor meets at least one other.',
  },
  'projection.bottom.edges': {
    name: 'Spaces that share people',
    term: 'projection on spaces',
    sentence: 'Pairs of spaces that have at least one participant in common.',
  },
  'projection.bottom.count': {
    name: 'Participants of two spaces',
    term: 'weight of the projection on spaces',
    sentence: 'Number of actors that take part in both spaces.',
  },
  'projection.bottom.newman': {
    name: 'Passage between two spaces',
    term: 'Newman weight on spaces',
    sentence: 'Sum of the common participants, an actor of few spaces counting for more than one that is everywhere.',
  },
  'projection.bottom.jaccard': {
    name: 'Likeness of two spaces',
    term: 'Jaccard index on spaces',
    sentence: 'Share of common participants among all those of either space.',
  },
  'projection.bottom.overlapMin': {
    name: 'Overlap of two spaces',
    term: 'overlap coefficient on spaces',
    sentence: 'Share of the smaller space’s participants that are in the other too.',
  },
  'projection.bottom.newmanStrength': {
    name: 'Participants that go elsewhere',
    term: 'Newman strength of spaces',
    sentence: 'Number of participants of the space that take part in at least one other.',
  },
} as const
