/** Measures in plain words: what an actor or a tie is in its network. */
export const actorsMeasures = {
  degree: {
    name: 'Partners',
    term: 'degree',
    sentence: 'Number of partners of the actor; in a network of actors and spaces, the number of its participations.',
  },
  'degree.normalized': {
    name: 'Share of possible partners',
    term: 'normalised degree',
    sentence: 'Of all possible partners (or spaces), the share that the actor is tied to.',
  },
  'degree.in': {
    name: 'Mentions received',
    term: 'in-degree',
    sentence: 'Number of actors that name it as a partner, whether it answered or not.',
  },
  'degree.out': {
    name: 'Partners named',
    term: 'out-degree',
    sentence: 'Number of actors that it names as partners.',
  },
  'degree.undirectedSupport': {
    name: 'Distinct partners',
    term: 'degree of the undirected support',
    sentence: 'Number of different partners, whichever of the two declared the tie.',
  },
  strength: {
    name: 'Strength of its ties',
    term: 'strength (weighted degree)',
    sentence: 'Sum of the strengths of all its ties.',
  },
  'strength.in': {
    name: 'Strength received',
    term: 'in-strength',
    sentence: 'Sum of the strengths of the ties that others declare with it.',
  },
  'strength.out': {
    name: 'Strength declared',
    term: 'out-strength',
    sentence: 'Sum of the strengths of the ties that it declares itself.',
  },
  'betweenness.raw': {
    name: 'Go-betweens',
    term: 'betweenness',
    sentence:
      'Number of pairs of actors whose shortest path runs through this one, in shares when several paths are as short.',
  },
  'betweenness.normalized': {
    name: 'Go-betweens, as a share',
    term: 'normalised betweenness',
    sentence: 'Share of the pairs of other actors whose shortest path runs through this one.',
  },
  'betweenness.weighted.raw': {
    name: 'Go-betweens along strong ties',
    term: 'weighted betweenness',
    sentence:
      'Number of pairs whose shortest path runs through this actor, a strong tie being shorter than a weak one.',
  },
  'edgeBetweenness.raw': {
    name: 'Ties that carry',
    term: 'edge betweenness',
    sentence: 'Number of pairs of actors whose shortest path takes this tie.',
  },
  'edgeBetweenness.weighted.raw': {
    name: 'Ties that carry, by strength',
    term: 'weighted edge betweenness',
    sentence: 'Number of pairs whose shortest path takes this tie, a strong tie being shorter than a weak one.',
  },
  brokerDependence: {
    name: 'Reliance on one broker',
    term: 'pair dependency (Freeman)',
    sentence: 'Of all the actors it can reach, the share that it reaches through one and the same broker.',
  },
  'closeness.wf': {
    name: 'Closeness',
    term: 'closeness (Wasserman-Faust)',
    sentence: 'Tells whether the actor is few steps from the others, less for those it cannot reach.',
  },
  'closeness.wf.weighted': {
    name: 'Closeness along strong ties',
    term: 'weighted closeness',
    sentence:
      'Tells whether the actor is near the others when strong ties are shorter, less for those it cannot reach.',
  },
  'closeness.wf.in': {
    name: 'Closeness of those who reach it',
    term: 'in-closeness',
    sentence: 'Tells whether the others reach it in few steps, along the direction of ties.',
  },
  'closeness.wf.in.weighted': {
    name: 'Closeness of those who reach it, by strength',
    term: 'weighted in-closeness',
    sentence: 'Tells whether the others reach it in few steps along the direction of ties, strong ties being shorter.',
  },
  'closeness.wf.out': {
    name: 'Closeness of those it reaches',
    term: 'out-closeness',
    sentence: 'Tells whether it reaches the others in few steps, along the direction of ties.',
  },
  'closeness.wf.out.weighted': {
    name: 'Closeness of those it reaches, by strength',
    term: 'weighted out-closeness',
    sentence:
      'Tells whether it reaches the others in few steps along the direction of ties, strong ties being shorter.',
  },
  'closeness.component': {
    name: 'Closeness within its island',
    term: 'closeness in the component',
    sentence: 'Tells whether the actor is few steps from those it can reach, whatever the others.',
  },
  'closeness.component.weighted': {
    name: 'Closeness within its island, by strength',
    term: 'weighted closeness in the component',
    sentence: 'Tells whether the actor is near those it can reach, strong ties being shorter.',
  },
  'closeness.component.out': {
    name: 'Closeness of those within reach',
    term: 'out-closeness in the component',
    sentence: 'Tells whether it is few steps from those it can reach along the direction of ties, whatever the others.',
  },
  'closeness.component.out.weighted': {
    name: 'Closeness of those within reach, by strength',
    term: 'weighted out-closeness in the component',
    sentence: 'Tells whether it is near those it can reach along the direction of ties, strong ties being shorter.',
  },
  'closeness.component.in': {
    name: 'Closeness of those who can reach it',
    term: 'in-closeness in the component',
    sentence:
      'Tells whether it is few steps from those who can reach it along the direction of ties, whatever the others.',
  },
  'closeness.component.in.weighted': {
    name: 'Closeness of those who can reach it, by strength',
    term: 'weighted in-closeness in the component',
    sentence: 'Tells whether it is near those who can reach it along the direction of ties, strong ties being shorter.',
  },
  'closeness.sna': {
    name: 'Closeness by sna',
    term: 'closeness (R sna)',
    sentence: 'Closeness as the sna package counts it, zero for all once an actor is out of reach; for comparison.',
  },
  'harmonic.normalized': {
    name: 'Access to others',
    term: 'harmonic closeness',
    sentence:
      'Mean ease of reaching the others: 1 for a partner, a half at two steps, a third at three, nothing when out of reach.',
  },
  'harmonic.normalized.weighted': {
    name: 'Access to others along strong ties',
    term: 'weighted harmonic closeness',
    sentence: 'Mean ease of reaching the others, a strong tie being shorter than a weak one.',
  },
  'harmonic.normalized.in': {
    name: 'Ease of reaching it',
    term: 'in-harmonic closeness',
    sentence: 'Mean ease with which others reach the actor, along the direction of ties.',
  },
  'harmonic.normalized.in.weighted': {
    name: 'Ease of reaching it along strong ties',
    term: 'weighted in-harmonic closeness',
    sentence: 'Mean ease with which others reach the actor along the direction of ties, strong ties being shorter.',
  },
  'harmonic.normalized.out': {
    name: 'Ease of reaching others',
    term: 'out-harmonic closeness',
    sentence: 'Mean ease with which the actor reaches others, along the direction of ties.',
  },
  'harmonic.normalized.out.weighted': {
    name: 'Ease of reaching others along strong ties',
    term: 'weighted out-harmonic closeness',
    sentence: 'Mean ease with which the actor reaches others along the direction of ties, strong ties being shorter.',
  },
  reach2: {
    name: 'Within two steps',
    term: 'reach at two steps',
    sentence: 'Share of the other actors that are its partners or partners of its partners.',
  },
  'efficiency.local': {
    name: 'Partners that manage without it',
    term: 'local efficiency',
    sentence: 'Ease with which its partners reach each other, through partners only, when it is away.',
  },
  'efficiency.local.igraph': {
    name: 'Partners that manage without it, detours included',
    term: 'local efficiency (igraph)',
    sentence: 'Ease with which its partners reach each other when it is away, through strangers too.',
  },
  eigenvector: {
    name: 'Influential partners',
    term: 'eigenvector centrality',
    sentence: 'An actor counts the more its partners count themselves; zero outside the largest island.',
  },
  'eigenvector.weighted': {
    name: 'Influential partners, by strength',
    term: 'weighted eigenvector centrality',
    sentence: 'An actor counts the more its ties to actors that count are strong; zero outside the largest island.',
  },
  'eigenvector.giant': {
    name: 'Influential partners in the largest island',
    term: 'eigenvector centrality of the largest component',
    sentence: 'An actor counts the more its partners count; undefined outside the largest island.',
  },
  'eigenvector.giant.weighted': {
    name: 'Influential partners in the largest island, by strength',
    term: 'weighted eigenvector centrality of the largest component',
    sentence:
      'An actor counts the more its strong ties lead to actors that count; undefined outside the largest island.',
  },
  'eigenvector.in': {
    name: 'Named by those who are named',
    term: 'left eigenvector centrality',
    sentence: 'An actor counts the more it is named by actors that are much named themselves.',
  },
  pagerank: {
    name: 'Renown',
    term: 'PageRank',
    sentence: 'Chance of coming upon the actor when following ties at random and starting afresh now and then.',
  },
  'pagerank.weighted': {
    name: 'Renown, by strength',
    term: 'weighted PageRank',
    sentence:
      'Chance of coming upon the actor when following strong ties rather than weak ones and starting afresh now and then.',
  },
  'hits.authority': {
    name: 'Authorities',
    term: 'authority (HITS)',
    sentence: 'An actor named by those who know many authorities.',
  },
  'hits.authority.weighted': {
    name: 'Authorities, by strength',
    term: 'weighted authority (HITS)',
    sentence: 'An actor strongly named by those who know many authorities.',
  },
  'hits.hub': {
    name: 'Address books',
    term: 'hub (HITS)',
    sentence: 'An actor that names many of the authorities.',
  },
  'hits.hub.weighted': {
    name: 'Address books, by strength',
    term: 'weighted hub (HITS)',
    sentence: 'An actor that strongly names many of the authorities.',
  },
  coreNumber: {
    name: 'Place in the core',
    term: 'core number',
    sentence: 'Largest k for which the actor is in a set where everyone has at least k partners.',
  },
  'coreNumber.undirectedSupport': {
    name: 'Place in the core, either direction',
    term: 'core number of the undirected support',
    sentence:
      'Largest k for which the actor is in a set where everyone has k partners, whatever the direction of ties.',
  },
  'coreNumber.in': {
    name: 'Place in the core of the named',
    term: 'in-core number',
    sentence: 'Largest k for which the actor is in a set where everyone is named by k others.',
  },
  'coreNumber.out': {
    name: 'Place in the core of those who name',
    term: 'out-core number',
    sentence: 'Largest k for which the actor is in a set where everyone names k others.',
  },
  'coreNumber.inPlusOut': {
    name: 'Place in the core, both directions added',
    term: 'total core number',
    sentence: 'Largest k for which the actor is in a set where everyone has k ties, a mutual tie counting twice.',
  },
  articulationPoints: {
    name: 'Fragile relays',
    term: 'articulation points',
    sentence: 'Actors whose departure would cut the network into pieces.',
  },
  bridges: {
    name: 'Irreplaceable ties',
    term: 'bridges',
    sentence: 'Ties whose loss would cut the network into pieces.',
  },
  biconnectedComponents: {
    name: 'Sets without a fragile relay',
    term: 'biconnected components',
    sentence: 'Sets of actors that stay joined whichever of them leaves.',
  },
  kComponents: {
    name: 'Solid blocks',
    term: 'k-components',
    sentence: 'Sets of actors that stay joined as long as fewer than k of them leave.',
  },
  'cohesion.maxK': {
    name: 'Solidity of its block',
    term: 'structural cohesion',
    sentence: 'Number of actors that would have to leave to cut the most solid block it belongs to.',
  },
  'removal.lossForOthers': {
    name: 'If this actor left',
    term: 'loss of access for the others',
    sentence: 'Share of their ease of reaching each other that the others would lose if this actor left.',
  },
  'removal.efficiencyLoss': {
    name: 'Circulation lost if it left',
    term: 'vulnerability (Latora-Marchiori)',
    sentence: 'Fall of the mean circulation if this actor left, its own place included; negative at the margin.',
  },
  'removal.pairsDisconnected': {
    name: 'Pairs cut if it left',
    term: 'pairs disconnected',
    sentence: 'Number of pairs of actors that could no longer reach each other if this one left.',
  },
  'removal.fragmentation': {
    name: 'Fragmentation if it left',
    term: 'fragmentation after removal (KPP-Neg)',
    sentence: 'Share of the pairs of actors that nothing would join if this one left.',
  },
  'removal.distanceFragmentation': {
    name: 'Remoteness if it left',
    term: 'distance-weighted fragmentation after removal',
    sentence: 'How far from each other the others would be if this actor left, from 0 to 1.',
  },
} as const
