/** Measures in plain words: partners among themselves and among groups. */
export const groupsMeasures = {
  triangles: {
    name: 'Trios',
    term: 'triangles',
    sentence: 'Number of trios it belongs to, where each is a partner of the other two.',
  },
  'clustering.local': {
    name: 'Closed circle',
    term: 'local clustering coefficient',
    sentence: 'Of its partners taken two by two, the share that are partners of each other too.',
  },
  'clustering.localZero': {
    name: 'Closed circle, zero by default',
    term: 'local clustering coefficient, zero by default',
    sentence: 'The same share of partners tied to each other, zero for an actor of fewer than two partners.',
  },
  'clustering.barrat': {
    name: 'Closed circle, by strength',
    term: 'weighted clustering coefficient (Barrat)',
    sentence: 'Share of its partners tied to each other, those it is strongly tied to counting for more.',
  },
  'clustering.onnela': {
    name: 'Intensity of its trios',
    term: 'weighted clustering coefficient (Onnela)',
    sentence: 'Mean strength of the trios around it, relative to the strongest tie of the network.',
  },
  'clustering.avgDefined': {
    name: 'Mean closed circle',
    term: 'mean clustering coefficient',
    sentence: 'Mean share of closed circles over the actors that have at least two partners.',
  },
  'clustering.avgZero': {
    name: 'Mean closed circle of all',
    term: 'mean clustering coefficient, zero by default',
    sentence: 'Mean share of closed circles over all actors, zero for those of fewer than two partners.',
  },
  transitivity: {
    name: 'Closed trios',
    term: 'transitivity',
    sentence: 'Chance that two partners of the same actor are partners of each other too.',
  },
  'transitivity.directed.weak': {
    name: 'Trios closed along ties',
    term: 'weak transitivity',
    sentence: 'When a first actor names a second that names a third, the chance that the first names the third too.',
  },
  'simmelian.ties': {
    name: 'Ties upheld by a third',
    term: 'Simmelian ties',
    sentence: 'Mutual ties whose two actors share a partner: the most solid ones, and the hardest to leave.',
  },
  'simmelian.degree': {
    name: 'Partners upheld by a third',
    term: 'Simmelian degree',
    sentence: 'Number of its mutual ties that a shared partner upholds.',
  },
  'simmelian.share': {
    name: 'Share of ties upheld by a third',
    term: 'share of Simmelian ties',
    sentence: 'Share of the mutual ties that a shared partner upholds.',
  },
  'burt.constraint': {
    name: 'Little room for manoeuvre',
    term: 'constraint (Burt)',
    sentence: 'Tells whether its partners hold together and hold it; low for those who link separate worlds.',
  },
  'burt.constraint.weighted': {
    name: 'Little room for manoeuvre, by strength',
    term: 'weighted constraint (Burt)',
    sentence: 'Tells whether its partners hold together and hold it, strong ties counting for more.',
  },
  'burt.constraint.egoModel': {
    name: 'Little room for manoeuvre, within its circle',
    term: 'ego-network constraint (Burt)',
    sentence: 'Tells whether its partners hold together, whatever partners they have elsewhere.',
  },
  'burt.effectiveSize': {
    name: 'Partners that add something',
    term: 'effective size (Burt)',
    sentence: 'Number of its partners that open a world the others do not.',
  },
  'burt.effectiveSize.weighted': {
    name: 'Partners that add something, by strength',
    term: 'weighted effective size (Burt)',
    sentence: 'Number of its partners that open a world the others do not, strong ties counting for more.',
  },
  'burt.effectiveSize.egoModel': {
    name: 'Partners that add something, within its circle',
    term: 'ego-network effective size (Burt)',
    sentence: 'Number of its partners that open another world, whatever partners they have elsewhere.',
  },
  'burt.efficiency': {
    name: 'Share of partners that add something',
    term: 'efficiency (Burt)',
    sentence: 'Share of its partners that open a world the others do not.',
  },
  'burt.efficiency.weighted': {
    name: 'Share of partners that add something, by strength',
    term: 'weighted efficiency (Burt)',
    sentence: 'Share of its partners that open another world, strong ties counting for more.',
  },
  'burt.hierarchy': {
    name: 'Weight of a single partner',
    term: 'hierarchy (Burt)',
    sentence: 'Tells whether what holds it comes from a single partner (1) or from all alike (0).',
  },
  'burt.hierarchy.weighted': {
    name: 'Weight of a single partner, by strength',
    term: 'weighted hierarchy (Burt)',
    sentence:
      'Tells whether what holds it comes from a single partner (1) or from all (0), strong ties counting for more.',
  },
  'ei.node': {
    name: 'Openness to other groups',
    term: 'E-I index',
    sentence: 'From −1 when all its partners are of its group to +1 when all are of another.',
  },
  'ei.node.weighted': {
    name: 'Openness to other groups, by strength',
    term: 'weighted E-I index',
    sentence: 'From −1 when all the strength of its ties stays in its group to +1 when all of it goes elsewhere.',
  },
  'ei.group': {
    name: 'Openness of the group',
    term: 'E-I index of the group',
    sentence:
      'From −1 when all ties of the group stay inside to +1 when all leave it; a small group has to go out more.',
  },
  'ei.network': {
    name: 'Openness between groups',
    term: 'E-I index of the network',
    sentence: 'Compares the ties between groups with those inside, and with what chance would have given.',
  },
  'openness.out': {
    name: 'Openness beyond the territory',
    term: 'share of outside partners',
    sentence: 'Share of its partners that lie outside the territory.',
  },
  participation: {
    name: 'Presence across groups',
    term: 'participation coefficient',
    sentence: '0 when all its ties go to one group, near 1 when they spread over many.',
  },
  'participation.unweighted': {
    name: 'Presence across groups, by partner',
    term: 'unweighted participation coefficient',
    sentence: '0 when all its partners are of one group, near 1 when they come from many.',
  },
  withinModuleZ: {
    name: 'Standing in its group',
    term: 'within-module z-score',
    sentence: 'Tells whether it is better (above 0) or less well (below 0) tied to its group than its other members.',
  },
  'withinModuleZ.unweighted': {
    name: 'Standing in its group, by partner',
    term: 'unweighted within-module z-score',
    sentence: 'Tells whether it has more (above 0) or fewer (below 0) partners in its group than its other members.',
  },
  alterDiversity: {
    name: 'Variety of its partners',
    term: 'diversity (Blau, IQV, Shannon)',
    sentence: 'Tells whether its partners all come from one group or evenly from every possible group.',
  },
  'alterDiversity.weighted': {
    name: 'Variety of its partners, by strength',
    term: 'weighted diversity (Blau, IQV, Shannon)',
    sentence: 'Tells whether the strength of its ties all goes to one group or evenly to every possible group.',
  },
  'alterDiversity.effective': {
    name: 'Number of groups it really meets',
    term: 'effective numbers of groups (Hill)',
    sentence: 'Number of equally present groups that would give the same variety of partners.',
  },
  'alterDiversity.unbiasedBlau': {
    name: 'Chance that two partners differ',
    term: 'unbiased Blau index',
    sentence: 'Chance that two of its partners taken at random are not of the same group.',
  },
  'gf.raw': {
    name: 'Brokerage roles',
    term: 'Gould-Fernandez roles',
    sentence:
      'Number of times it joins two actors without a tie: inside its group, as gatekeeper, representative, outside arbiter or liaison.',
  },
  'gf.partial': {
    name: 'Irreplaceable brokerage roles',
    term: 'partial Gould-Fernandez roles',
    sentence: 'Number of times it joins two actors without a tie, shared among all who could do so in its place.',
  },
  'gf.expected': {
    name: 'Expected brokerage roles',
    term: 'expected Gould-Fernandez roles',
    sentence: 'Number of times it would play each role if ties were drawn at random among the same groups.',
  },
  'gf.sd': {
    name: 'Margin of the expected roles',
    term: 'standard deviation of Gould-Fernandez roles',
    sentence: 'By how much the number of roles would ordinarily differ from the expected if ties were drawn at random.',
  },
  mixingMatrix: {
    name: 'Ties between groups',
    term: 'mixing matrix',
    sentence: 'Number of ties from each group to each other.',
  },
  'assortativity.nominal': {
    name: 'Birds of a feather',
    term: 'nominal assortativity',
    sentence:
      '1 when all ties stay in groups, 0 when they ignore them, less when they cross them more than chance would.',
  },
} as const
