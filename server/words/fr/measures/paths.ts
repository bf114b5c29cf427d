/** Measures in plain words: who is near, who lies between. */
export const pathsMeasures = {
  'betweenness.raw': {
    name: 'Passeurs',
    term: 'intermédiarité',
    sentence:
      'Nombre de paires d’acteurs dont le plus court chemin passe par celui-ci, compté en parts quand plusieurs chemins se valent.',
    convention:
      'Paires entre lesquelles se trouve l’acteur, chacune partagée entre ses plus courts chemins ; extrémités exclues, paires non orientées comptées une fois, le long des arcs si le réseau est orienté ; estimé par échantillon au-dessus de 20 000 acteurs, sauf si des valeurs exactes sont demandées.',
  },
  'betweenness.normalized': {
    name: 'Passeurs, en part du possible',
    term: 'intermédiarité normalisée',
    sentence: 'Part des paires d’autres acteurs dont le plus court chemin passe par celui-ci.',
    convention:
      'Intermédiarité brute rapportée aux paires de tout le réseau, (n − 1)(n − 2), ou la moitié si le réseau n’est pas orienté ; non défini en dessous de trois acteurs.',
  },
  'betweenness.weighted.raw': {
    name: 'Passeurs par les liens forts',
    term: 'intermédiarité pondérée',
    sentence:
      'Nombre de paires d’acteurs dont le chemin le plus court passe par celui-ci, un lien fort rapprochant davantage qu’un lien faible.',
    convention: 'Comme l’intermédiarité brute, le long des chemins de moindre Σ 1 / force, comparés exactement.',
  },
  'edgeBetweenness.raw': {
    name: 'Liens de passage',
    term: 'intermédiarité de lien',
    sentence: 'Nombre de paires d’acteurs dont le plus court chemin emprunte ce lien.',
    convention:
      'Paires que le lien joint, chacune partagée entre ses plus courts chemins, extrémités du lien comprises ; paires non orientées comptées une fois.',
  },
  'edgeBetweenness.weighted.raw': {
    name: 'Liens de passage, selon leur force',
    term: 'intermédiarité de lien pondérée',
    sentence:
      'Nombre de paires d’acteurs dont le chemin le plus court emprunte ce lien, un lien fort étant plus court qu’un lien faible.',
    convention: 'Comme l’intermédiarité de lien, le long des chemins de moindre Σ 1 / force, comparés exactement.',
  },
  brokerDependence: {
    name: 'Dépendance à un intermédiaire',
    term: 'dépendance de paire (Freeman)',
    sentence: 'De tous les acteurs qu’il peut joindre, part de ceux qu’il ne joint que par un même intermédiaire.',
    convention:
      'Plus grande part de ce qu’un acteur atteint qui passe par un seul autre, sur le support non orienté ; non défini pour qui en atteint moins de deux.',
  },
  'closeness.wf': {
    name: 'Proximité',
    term: 'proximité (Wasserman-Faust)',
    sentence:
      'Dit si l’acteur est à peu de pas des autres, en retirant des points pour ceux qu’il ne peut pas joindre.',
    convention:
      'Part des autres acteurs atteints × proximité à ceux-ci ; 0 pour un acteur isolé ; (n − 1) / Σ d sur un réseau connexe.',
  },
  'closeness.wf.weighted': {
    name: 'Proximité par les liens forts',
    term: 'proximité pondérée',
    sentence:
      'Dit si l’acteur est proche des autres quand un lien fort rapproche davantage, moins pour ceux qu’il ne peut pas joindre.',
    convention:
      'Comme la proximité de Wasserman et Faust, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.wf.in': {
    name: 'Proximité de ceux qui le joignent',
    term: 'proximité entrante',
    sentence: 'Dit si les autres l’atteignent en peu de pas, en suivant le sens des liens.',
    convention: 'Wasserman et Faust, distances des autres jusqu’à l’acteur (NetworkX).',
  },
  'closeness.wf.in.weighted': {
    name: 'Proximité de ceux qui le joignent, par les liens forts',
    term: 'proximité entrante pondérée',
    sentence: 'Dit si les autres l’atteignent en peu de pas dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité entrante de Wasserman et Faust, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.wf.out': {
    name: 'Proximité de ceux qu’il joint',
    term: 'proximité sortante',
    sentence: 'Dit s’il atteint les autres en peu de pas, en suivant le sens des liens.',
    convention: 'Wasserman et Faust, distances de l’acteur jusqu’aux autres.',
  },
  'closeness.wf.out.weighted': {
    name: 'Proximité de ceux qu’il joint, par les liens forts',
    term: 'proximité sortante pondérée',
    sentence: 'Dit s’il atteint les autres en peu de pas dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité sortante de Wasserman et Faust, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.component': {
    name: 'Proximité dans son îlot',
    term: 'proximité dans la composante',
    sentence: 'Dit si l’acteur est à peu de pas de ceux qu’il peut joindre, sans tenir compte des autres.',
    convention: 'Dans la composante seulement (igraph) : une paire seule vaut 1 ; non défini pour un acteur isolé.',
  },
  'closeness.component.weighted': {
    name: 'Proximité dans son îlot, par les liens forts',
    term: 'proximité pondérée dans la composante',
    sentence: 'Dit si l’acteur est proche de ceux qu’il peut joindre, un lien fort étant plus court.',
    convention:
      'Comme la proximité dans la composante, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.component.out': {
    name: 'Proximité de ceux qu’il peut joindre',
    term: 'proximité sortante dans la composante',
    sentence:
      'Dit s’il est à peu de pas de ceux qu’il peut joindre en suivant le sens des liens, sans tenir compte des autres.',
    convention: 'Sur les acteurs que celui-ci atteint ; non défini quand il n’y en a pas.',
  },
  'closeness.component.out.weighted': {
    name: 'Proximité de ceux qu’il peut joindre, par les liens forts',
    term: 'proximité sortante pondérée dans la composante',
    sentence: 'Dit s’il est proche de ceux qu’il peut joindre dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité sortante dans la composante, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.component.in': {
    name: 'Proximité de ceux qui peuvent le joindre',
    term: 'proximité entrante dans la composante',
    sentence:
      'Dit s’il est à peu de pas de ceux qui peuvent le joindre en suivant le sens des liens, sans tenir compte des autres.',
    convention: 'Sur les acteurs qui atteignent celui-ci ; non défini quand il n’y en a pas.',
  },
  'closeness.component.in.weighted': {
    name: 'Proximité de ceux qui peuvent le joindre, par les liens forts',
    term: 'proximité entrante pondérée dans la composante',
    sentence:
      'Dit s’il est proche de ceux qui peuvent le joindre dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité entrante dans la composante, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'closeness.sna': {
    name: 'Proximité selon sna',
    term: 'proximité (R sna)',
    sentence:
      'Proximité comme la compte le logiciel sna, zéro pour tous dès qu’un acteur est hors d’atteinte ; pour comparer.',
    convention:
      'Comme sna, de R : (n − 1) / Σ d depuis l’acteur, 0 pour qui n’atteint pas tous les autres ; pour comparer seulement.',
  },
  'harmonic.normalized': {
    name: 'Accès aux autres',
    term: 'proximité harmonique',
    sentence:
      'Facilité moyenne à joindre les autres : 1 pour un partenaire, la moitié à deux pas, un tiers à trois, rien s’il est hors d’atteinte.',
    convention:
      'Moyenne de 1 / distance, 0 pour les acteurs qu’aucun chemin n’atteint ; définie sur un réseau non connexe : la proximité à montrer d’abord.',
  },
  'harmonic.normalized.weighted': {
    name: 'Accès aux autres par les liens forts',
    term: 'proximité harmonique pondérée',
    sentence: 'Facilité moyenne à joindre les autres, un lien fort rapprochant davantage qu’un lien faible.',
    convention:
      'Comme la proximité harmonique, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'harmonic.normalized.in': {
    name: 'Facilité à le joindre',
    term: 'proximité harmonique entrante',
    sentence: 'Facilité moyenne des autres à joindre l’acteur, en suivant le sens des liens.',
    convention: 'Moyenne de 1 / distance des autres jusqu’à l’acteur, le long des arcs (ce que NetworkX additionne).',
  },
  'harmonic.normalized.in.weighted': {
    name: 'Facilité à le joindre par les liens forts',
    term: 'proximité harmonique entrante pondérée',
    sentence: 'Facilité moyenne des autres à joindre l’acteur dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité harmonique entrante, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  'harmonic.normalized.out': {
    name: 'Facilité à joindre les autres',
    term: 'proximité harmonique sortante',
    sentence: 'Facilité moyenne de l’acteur à joindre les autres, en suivant le sens des liens.',
    convention: 'Moyenne de 1 / distance de l’acteur jusqu’aux autres, le long des arcs.',
  },
  'harmonic.normalized.out.weighted': {
    name: 'Facilité à joindre les autres par les liens forts',
    term: 'proximité harmonique sortante pondérée',
    sentence:
      'Facilité moyenne de l’acteur à joindre les autres dans le sens des liens, un lien fort étant plus court.',
    convention:
      'Comme la proximité harmonique sortante, avec des distances Σ 1 / force : dépasse 1 là où les forces dépassent 1.',
  },
  reach2: {
    name: 'À deux pas',
    term: 'portée à deux pas',
    sentence: 'Part des autres acteurs qui sont ses partenaires ou les partenaires de ses partenaires.',
    convention:
      'Part des autres acteurs à deux pas au plus sur le support non orienté ; non défini quand il n’y a pas d’autre acteur.',
  },
  'efficiency.local': {
    name: 'Entente de ses partenaires sans lui',
    term: 'efficacité locale',
    sentence: 'Facilité qu’ont ses partenaires à se joindre entre eux, et rien qu’entre eux, s’il n’est pas là.',
    convention:
      'Efficacité globale entre les seuls partenaires de l’acteur, sur le support non orienté ; 0 en dessous de deux partenaires (NetworkX).',
  },
  'efficiency.local.igraph': {
    name: 'Entente de ses partenaires, détours compris',
    term: 'efficacité locale (igraph)',
    sentence:
      'Facilité qu’ont ses partenaires à se joindre s’il n’est pas là, y compris par des acteurs qu’il ne connaît pas.',
    convention:
      'Autre grandeur du même nom : les partenaires peuvent passer par le reste du réseau (igraph) ; pour comparer seulement.',
  },
} as const
