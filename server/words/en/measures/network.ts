/** Measures in plain words: the network as a whole. */
export const networkMeasures = {
  size: {
    name: 'Size of the network',
    term: 'number of actors and ties',
    sentence: 'Number of actors, of ties, and of actors without any tie.',
  },
  density: {
    name: 'Density',
    term: 'density',
    sentence: 'Of all the possible ties that could be observed, the share that exist.',
  },
  components: {
    name: 'Islands',
    term: 'connected components',
    sentence: 'Sets of actors joined step by step and cut off from all others.',
  },
  strongComponents: {
    name: 'Islands along ties',
    term: 'strongly connected components',
    sentence: 'Sets of actors that can all reach each other along the direction of ties.',
  },
  connectedness: {
    name: 'Share of pairs joined',
    term: 'connectedness (Krackhardt)',
    sentence: 'Share of the pairs of actors that a path joins, however long.',
  },
  reachablePairs: {
    name: 'Share of pairs within reach',
    term: 'share of reachable pairs',
    sentence: 'Share of the ordered pairs of actors whose first can reach the second along a path.',
  },
  avgPathLength: {
    name: 'Steps between two actors',
    term: 'mean path length',
    sentence: 'Mean number of steps between two actors that can reach each other.',
  },
  diameter: {
    name: 'Longest of the shortest paths',
    term: 'diameter',
    sentence: 'Number of steps between the two most distant actors that can still reach each other.',
  },
  'efficiency.global': {
    name: 'Circulation',
    term: 'global efficiency',
    sentence: 'Mean ease of reaching another actor, from 0 when nobody is tied to 1 when all are partners.',
  },
  'efficiency.global.weighted': {
    name: 'Circulation, by strength',
    term: 'weighted global efficiency',
    sentence: 'Mean ease of reaching another actor, a strong tie being shorter than a weak one.',
  },
  'efficiency.local.avg': {
    name: 'Mean ease without each',
    term: 'mean local efficiency',
    sentence: 'Mean ease with which the partners of an actor reach each other when it is away.',
  },
  fragmentation: {
    name: 'Fragmentation',
    term: 'fragmentation (F and DF)',
    sentence: 'Share of the pairs of actors that nothing joins, and mean remoteness of all, from 0 to 1.',
  },
  'centralization.degree': {
    name: 'Ties gathered on one',
    term: 'degree centralisation',
    sentence: '1 when all ties go to a single actor, 0 when everyone has as many.',
  },
  'centralization.degree.in': {
    name: 'Mentions gathered on one',
    term: 'in-degree centralisation',
    sentence: '1 when a single actor receives all mentions, 0 when everyone receives as many.',
  },
  'centralization.degree.out': {
    name: 'Mentions from one',
    term: 'out-degree centralisation',
    sentence: '1 when a single actor names all others, 0 when everyone names as many.',
  },
  'centralization.degree.igraphDefault': {
    name: 'Ties gathered on one, by igraph',
    term: 'degree centralisation (igraph)',
    sentence: 'Concentration of ties as igraph counts it, a little lower as it allows ties to oneself; for comparison.',
  },
  'centralization.betweenness': {
    name: 'Passages gathered on one',
    term: 'betweenness centralisation',
    sentence: '1 when a single actor links all others, 0 when nobody is more of a go-between than another.',
  },
  'centralization.closeness': {
    name: 'Closeness gathered on one',
    term: 'closeness centralisation',
    sentence: '1 when a single actor is near all, 0 when everyone is as near; undefined when the network is in pieces.',
  },
  'centralization.harmonic': {
    name: 'Access gathered on one',
    term: 'harmonic centralisation',
    sentence:
      '1 when a single actor has direct access to all, 0 when everyone has as much, even when the network is in pieces.',
  },
  'eigenvector.lambda1': {
    name: 'Vigour of the core',
    term: 'largest eigenvalue',
    sentence: 'Roughly the number of partners that the best tied actors have among themselves.',
  },
  'eigenvector.lambda1.weighted': {
    name: 'Vigour of the core, by strength',
    term: 'largest weighted eigenvalue',
    sentence: 'Roughly the strength of the ties that the best tied actors have among themselves.',
  },
  algebraicConnectivity: {
    name: 'Resistance to a cut',
    term: 'algebraic connectivity',
    sentence: 'Tells whether the network is hard to cut in two, 0 when it already is.',
  },
  'algebraicConnectivity.weighted': {
    name: 'Resistance to a cut, by strength',
    term: 'weighted algebraic connectivity',
    sentence: 'Tells whether the network is hard to cut in two, strong ties holding better, 0 when it already is.',
  },
  'modularity.partition': {
    name: 'Partitioning of the groups',
    term: 'modularity of the groups',
    sentence: 'Tells whether ties stay in groups more than chance would have it.',
  },
  'modularity.partition.weighted': {
    name: 'Partitioning of the groups, by strength',
    term: 'weighted modularity of the groups',
    sentence: 'Tells whether the strength of ties stays in groups more than chance would have it.',
  },
  'modularity.best': {
    name: 'Communities',
    term: 'communities (Leiden)',
    sentence:
      'Sets of actors tied more to each other than to the rest, found from the ties alone; chance draws some too.',
  },
  'modularity.best.weighted': {
    name: 'Communities, by strength',
    term: 'weighted communities (Leiden)',
    sentence:
      'Sets of actors tied more strongly to each other than to the rest, found from the ties alone; chance draws some too.',
  },
  'assortativity.degree': {
    name: 'Well tied with well tied',
    term: 'degree assortativity',
    sentence: 'Above 0 when well tied actors are tied to each other, below 0 when mostly to actors of few ties.',
  },
  'richClub.raw': {
    name: 'Club of the best tied',
    term: 'rich-club coefficient',
    sentence: 'Among the actors of more than k partners, the share of possible ties that exist.',
  },
  'reciprocity.arcs': {
    name: 'Reciprocity',
    term: 'reciprocity of ties',
    sentence: 'Share of the declared ties that the other declares too.',
  },
  'reciprocity.dyads': {
    name: 'Reciprocity by pair',
    term: 'reciprocity of dyads',
    sentence: 'Of the pairs of actors where one at least names the other, the share where both do.',
  },
  'reciprocity.snaDefault': {
    name: 'Reciprocity by sna',
    term: 'reciprocity (R sna)',
    sentence: 'Share of pairs that agree, naming or ignoring each other, as the sna package counts it; for comparison.',
  },
  dyadCensus: {
    name: 'Pairs by sort',
    term: 'dyad census',
    sentence: 'Number of pairs of actors where both name each other, where one does, where neither does.',
  },
  triadCensus: {
    name: 'Trios by sort',
    term: 'triad census',
    sentence: 'Number of trios of actors of each of the sixteen shapes their ties can take.',
  },
  'corePeriphery.discrete.missing': {
    name: 'Core and periphery',
    term: 'discrete core-periphery',
    sentence: 'Division of the actors into a tightly tied core and a loose periphery, and how well it fits.',
  },
  'corePeriphery.discrete.or': {
    name: 'Core that holds all',
    term: 'discrete core-periphery, “or” model',
    sentence: 'Division of the actors into a core tied to all and a periphery held by it alone, and how well it fits.',
  },
  'corePeriphery.continuous': {
    name: 'Place between core and periphery',
    term: 'continuous coreness (MINRES)',
    sentence: 'The larger the value, the nearer the actor is to the core.',
  },
  'corePeriphery.continuous.fit': {
    name: 'Fit of the core-periphery gradient',
    term: 'fit of continuous coreness',
    sentence: 'Tells whether a simple gradient from core to periphery explains the ties well.',
  },
  'corePeriphery.continuous.state': {
    name: 'Soundness of the core-periphery gradient',
    term: 'convergence of continuous coreness',
    sentence: 'Tells whether the gradient settled on an answer; if not, as on a star, only its fit can be read.',
  },
} as const
