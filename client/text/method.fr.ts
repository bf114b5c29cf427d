import type { ThresholdKey } from '#wire/thresholds.ts'
import { french } from '#words/formats.ts'

const { number, count, percent } = french

/** How a diagnosis is made, for who must answer for it; method.en.ts has the same keys or does not build. */
export const method = {
  heading: 'Comment ces constats sont établis',
  lead: 'Aucun constat n’est un verdict. Chacun dit ce qui a été compté, ce que le hasard aurait donné, à quel point on peut s’y fier, et ce qui le ferait disparaître.',
  /** The whole of it in thirty seconds. */
  briefHeading: 'En trente secondes',
  brief: [
    'On compte qui travaille avec qui, d’après les réponses ou les documents.',
    'Un groupe fermé, une sphère à l’écart ou un relais critique n’est signalé que si le hasard ne suffit pas à l’expliquer.',
    'Quand les réponses ne suffisent pas, l’outil le dit et ne conclut pas.',
    'Un constat qui ne tiendrait pas avec moins de réponses ne nomme personne.',
    'Un constat est une question à poser aux acteurs, jamais un verdict sur eux.',
  ],
  inFull: 'En détail',
  /** Whatever a threshold decides is said with the value in force. */
  sections: (at: Thresholds): readonly Section[] => [
    {
      heading: 'Trois réponses, jamais deux',
      paragraphs: [
        'Chaque règle répond « signal », « recherché, non trouvé » ou « pas assez de données ». La troisième réponse n’est pas une politesse : un lien que personne n’a pu déclarer n’est pas un lien absent.',
        `Ce que les réponses permettent dépend de leur nombre. À partir de ${percent(at['response.full'])} de réponses tout est examiné ; à partir de ${percent(at['response.bands'])}, les classements se lisent avec leurs marges ; à partir de ${percent(at['response.composition'])}, seuls les groupes et les paires de sphères ; en dessous, seulement ce qui manque. Qu’un des cinq acteurs les plus cités n’ait pas répondu abaisse d’un cran.`,
        'Une vague tirée de documents n’a interrogé personne. On n’y lit ni l’isolement ni l’entre-soi : un acteur sans lien y est « sans lien dans les documents ». Seul le programme d’actions s’y diagnostique, et la source nomme les pilotes plus souvent que les autres participants.',
      ],
    },
    {
      heading: 'Comparer au hasard, mais pas à n’importe lequel',
      paragraphs: [
        'Un acteur très lié a forcément plus de triangles autour de lui. Pour savoir si un groupe est plus fermé que ne le veut son nombre de liens, on tire au sort des milliers de réseaux où chaque acteur garde exactement ses nombres de liens, et l’on regarde où se place le réseau observé. Les liens que l’enquête ne pouvait pas voir ne sont jamais tirés.',
        'p est la part des tirages au moins aussi marqués que l’observé. Quand plusieurs groupes ou plusieurs paires sont examinés à la fois, q corrige p de leur nombre : à force de chercher, on trouverait toujours quelque chose.',
        'Les liens se rangent en trois familles : échanger (information, confiance, fourniture), coopérer (coopération, partenariat, adhésion), décider et financer. Un groupe signalé dit dans combien de familles, prises à part, il se replie de même. La hiérarchie et le conflit lient sans rapprocher : ils ne comptent jamais pour la fermeture.',
        'Les groupes examinés sont ceux que quelqu’un a déclarés : sphères, communes, clubs, grappes, groupes dont un acteur se dit membre. Les groupes que l’ordinateur repère sur la carte ne sont jamais testés : les mêmes liens serviraient à les former et à les juger.',
      ],
    },
    {
      heading: 'L’entre-soi',
      paragraphs: [
        `Un groupe est signalé quand deux choses sont vraies ensemble : ses membres forment au moins ${number(at['group.leastClosure'])} fois autant de triangles que le hasard n’en donnerait, et ils ont au plus ${percent(at['group.mostOpening'])} des liens attendus vers les autres. Être soudé n’est pas un défaut ; être soudé et coupé est une question à poser. Si le même groupe n’est plus remarquable une fois gardés les liens à l’intérieur des lieux, le constat dit qu’il tient à la géographie. Si les lieux ne sont pas renseignés, la distance peut suffire à faire un groupe replié, et cela ne se voit pas. Une sphère dont les acteurs se préfèrent quatre fois plus l’un l’autre est repliée au sens de cette règle : elle ne dit pas pourquoi.`,
        `Le constat est « confirmé » si, de plus, les liens se renouvellent moins que le hasard ne le veut d’une vague à l’autre (q au plus ${percent(at['group.renewalLevel'])}) ; il est « en ouverture » si les liens nouveaux mènent au-dehors. Pour un acteur seul, le test compare à sa propre sphère, puis à des réseaux aussi refermés que le réseau observé, aux mêmes lieux : ce qui est refermé partout n’est reproché à personne. Il est rare, demande presque toutes les réponses et au moins ${number(at['actor.leastActors'])} acteurs : son silence ne prouve rien.`,
        `Pour le territoire entier aucun hasard ne sert de repère. On ne parle de repli que si l’ouverture a baissé entre deux vagues${at['territory.adoptedOpening'] > 0 ? ` ou se trouve sous le seuil que le territoire s’est donné, ${number(at['territory.adoptedOpening'])}` : ''}, et d’ouverture fragile que si un seul acteur porte plus de ${percent(at['territory.firstCarrier'])} des liens vers le dehors, ou si leur indice de concentration dépasse ${number(at['territory.concentration'])}.`,
      ],
    },
    {
      heading: 'Les sphères et les intermédiaires',
      paragraphs: [
        `Deux sphères se rencontrent peu quand leurs liens sont au plus ${percent(at['excluded.mostRatio'])} de ce qu’on attendrait à nombre de liens, proximité et homophilie égaux : chaque acteur garde son nombre de liens, chaque sphère ses liens internes, chaque commune les siens. Sans communes, les lieux viennent des coordonnées : deux acteurs d’un même lieu sont à cinq kilomètres au plus. Si les lieux ne sont pas renseignés et que le réseau est plus refermé que ne l’expliquent les sphères, on n’en juge pas ; à moins de ${number(at['excluded.leastActors'])} acteurs non plus.`,
        `Une sphère est tenue à l’écart quand ses acteurs connaissent hors d’elle au plus ${percent(at['apart.mostRatio'])} de ce que ceux des autres sphères connaissent les uns des autres, d’une sphère à l’autre ; si les lieux sont renseignés, de ce que connaissent hors de leur sphère les acteurs des mêmes lieux. Les liens avec elle ne comptent pas du côté des autres : ils manquent des deux côtés à la fois. Ici le nombre de liens n’est pas tenu égal : en avoir peu est justement ce qui tient à l’écart. De deux sphères, aucune n’est jugée.`,
        `Un intermédiaire est critique quand son départ couperait du reste au moins ${number(at['broker.leastCut'])} acteurs et ${percent(at['broker.leastShare'])} d’entre eux, et que le hasard, à nombre de liens égal, ne donne presque jamais à personne une telle position. Quand ceux qui seraient coupés vivent dans des lieux à part, le constat dit qu’il tient à la géographie.`,
      ],
    },
    {
      heading: 'L’isolement et la fragilité',
      paragraphs: [
        `Acteur sans lien, îlot, périphérie, dépendance à un intermédiaire, lien unique : ce sont des absences, et une enquête voit mal ce qui manque. On n’en parle que de ceux qui ont répondu, avec la probabilité que ce soit vrai, tirée de qui a répondu et de la fréquence à laquelle deux réponses se confirment (Newman, 2018 ; Butts, 2003). À partir de ${percent(at['absence.leastProbability'])} le constat est « probable, à confirmer avec l’acteur » ; en dessous, rien. De qui n’a pas répondu on ne peut pas juger : il est à interroger, et la liste commence par ceux que l’on cite le moins, dont la réponse apprend le plus.`,
        'Ces probabilités sont trop sûres, de 5 à 10 points, quand trois acteurs sur dix n’ont pas répondu ou que certains liens sont plus volontiers cités que d’autres, et jusqu’à une vingtaine de points quand en plus chacun oublie un lien sur trois : les données d’une enquête ne le montrent pas. Là où tout le monde a répondu, il ne reste que le doute sur ce que chacun oublie. Un lien unique ou une dépendance n’ont rien d’anormal : un territoire de soixante acteurs en bonne santé en compte une quinzaine. Ce sont des faits, chacun dit une seule fois.',
        `Un lien est à réactiver quand un lien vivant du même rythme ne serait aussi longtemps silencieux que dans moins de ${percent(at['fading.silence'])} des cas. Le rythme est celui qui a été déclaré (chaque semaine, chaque mois…) ; sans lui, celui de son espèce, dont un lien vivant sur deux donne un signe en ${number(at['halfLife.other'])} mois d’ordinaire, ${number(at['halfLife.information'])} pour l’information, ${number(at['halfLife.cooperation'])} pour la coopération, ${number(at['halfLife.funding'])} pour le financement. Un lien annuel sans nouvelles depuis treize mois n’a rien d’anormal. Un intermédiaire critique est un risque du territoire, jamais un reproche à l’acteur.`,
      ],
    },
    {
      heading: 'Le programme d’actions',
      paragraphs: [
        'Projets sans pilote (une case illisible n’en est pas un), pilotage concentré, projets suspendus à un seul pilote, sphères absentes, projets d’une seule sphère, participants qui ne se connaissent pas encore. Ces constats se lisent dans le programme lui-même.',
      ],
    },
    {
      heading: 'La prudence',
      paragraphs: [
        `Chaque signal qui n’a pas sa propre probabilité est refait soixante fois en retirant au hasard autant de réponses, en proportion, qu’il en manque déjà. La part des essais où il tient est sa survie. En dessous de ${percent(at['survival.names'])}, et tant que ce calcul n’est pas fait, le constat dit ce qui a été trouvé, mais pas au sujet de qui. Une sphère n’est pas une organisation : une paire de sphères garde ses noms.`,
        'Les noms sont ceux d’organisations. L’outil ne parle jamais de personnes.',
      ],
    },
    {
      heading: 'Cohésion et ouverture',
      paragraphs: [
        'La cohésion est la fermeture au-delà du hasard : la part des partenaires d’un même acteur qui sont liés entre eux, comparée à ce que donneraient les mêmes nombres de liens tirés au sort (0 : comme le hasard ; 1 : tous). L’ouverture est la part des répondants qui ont un partenaire au-dehors, multipliée par la diversité de ces partenaires. La proximité, moyenne de l’inverse des distances, est donnée à côté : elle est presque la plus grande possible dans un réseau tiré au sort, et ne dit rien de la cohésion.',
        `La croix est, en cohésion, à la médiane des territoires comparables tenus ici s’il y en a au moins cinq, sinon à ${number(at['cohesion.cross'])}, par convention ou par choix du territoire ; en ouverture, elle est à ce que donnerait le même nombre de liens sans préférence. Une position n’est nommée que si les deux marges évitent la croix ; quand la marge de la cohésion est trop large, ce qui est le cas en dessous de 25 acteurs environ, on ne situe pas le territoire. Plus n’est pas mieux : la durée va avec des niveaux intermédiaires.`,
      ],
    },
  ],
  thresholdsHeading: 'Les seuils',
  thresholdsLead:
    'Chacun peut être changé par qui en répond, avec une signature et une date. Tout changement refait le diagnostic, change la version des règles et s’annule dans l’historique des données.',
  thresholdsCaption: 'Seuils en vigueur sur ce territoire',
  columns: {
    name: 'Seuil',
    effect: 'Ce que cela change',
    value: 'En vigueur',
    usual: 'D’ordinaire',
    bounds: 'Bornes',
    signature: 'Modification',
  },
  months: (value: number) => `${number(value)} mois`,
  between: (least: string, most: string) => `de ${least} à ${most}`,
  orMore: (least: string) => `${least} ou plus`,
  change: 'Changer',
  changeNamed: (threshold: string) => `Changer le seuil : ${threshold}`,
  newValue: 'Nouvelle valeur',
  newMonths: 'Nouvelle valeur, en mois',
  range: (bounds: string, usual: string) => `${bounds[0]?.toUpperCase()}${bounds.slice(1)} ; ${usual} d’ordinaire.`,
  restore: (usual: string) => `Revenir à ${usual}`,
  author: 'Qui en décide',
  authorNote: 'Une personne ou un comité, par exemple « comité de pilotage du 3 mars ». La date s’ajoute d’elle-même.',
  save: 'Adopter ce seuil',
  signed: (author: string, day: string) => `par ${author || 'quelqu’un qui n’a pas signé'}, le ${day}`,
  rejudging: 'Le diagnostic se refait avec ce seuil…',
  outcome: {
    saved: 'Seuil adopté.',
    nothing: 'Dans cette vague, aucun signal n’apparaît ni ne disparaît.',
    appeared: (n: number, kinds: string) => `${count(n, 'signal apparaît', 'signaux apparaissent')}, parmi : ${kinds}.`,
    vanished: (n: number, kinds: string) =>
      `${count(n, 'signal disparaît', 'signaux disparaissent')}, parmi : ${kinds}.`,
    regraded: (n: number, kinds: string) =>
      `${count(n, 'signal change', 'signaux changent')} de degré, parmi : ${kinds}.`,
  },
  questions: {
    enough: 'Peut-on parler, et de qui ?',
    closed: 'Qui reste entre soi ?',
    open: 'Le territoire est-il ouvert et soudé ?',
    alone: 'Qui est isolé, ou ne tient qu’à un fil ?',
    spheres: 'Quelles sphères se rencontrent peu ?',
    relays: 'De qui le territoire ne peut-il pas se passer ?',
    silence: 'Quels liens faut-il réactiver ?',
    projects: 'Le programme d’actions est-il partagé ?',
  } satisfies Record<ThresholdQuestion, string>,
  thresholdCount: (n: number, changed: number) =>
    `${count(n, 'seuil', 'seuils')}${changed > 0 ? `, dont ${count(changed, 'changé', 'changés')}` : ''}`,
  families: {
    response: {
      name: 'Réponses',
      sentence: 'Combien de réponses il faut pour parler. Plus haut, on se tait plus souvent.',
    },
    group: {
      name: 'Groupes qui se replient',
      sentence: 'Quand un groupe déclaré est examiné, et quand il est dit soudé et coupé des autres.',
    },
    actor: {
      name: 'Acteurs enfermés dans leurs habitudes',
      sentence: 'Quand un acteur est dit plus entouré des mêmes que d’autres de sa sphère.',
    },
    territory: {
      name: 'Ouverture du territoire',
      sentence: 'Quand l’ouverture tient à trop peu d’acteurs, et quand on parle de repli.',
    },
    absence: {
      name: 'Absence de liens',
      sentence: 'À partir de quelle probabilité un acteur est dit isolé, tenu par un seul lien ou par un seul autre.',
    },
    islet: { name: 'Îlots', sentence: 'Jusqu’à quelle taille un ensemble à part est un îlot.' },
    periphery: { name: 'Périphérie', sentence: 'Qui est dit loin du centre.' },
    dependence: {
      name: 'Dépendance à un intermédiaire',
      sentence: 'À partir de quand un acteur dépend d’un seul autre pour atteindre le reste.',
    },
    apart: {
      name: 'Sphères tenues à l’écart',
      sentence: 'Quand les acteurs d’une sphère sont nettement moins liés aux autres sphères que leurs voisins.',
    },
    excluded: {
      name: 'Sphères qui se rencontrent peu',
      sentence: 'Quand deux sphères ont nettement moins de liens que leurs nombres de liens n’en laissent attendre.',
    },
    fading: {
      name: 'Liens à réactiver',
      sentence: 'Quand trop de liens d’un acteur sont silencieux depuis plus longtemps que leur rythme.',
    },
    broker: {
      name: 'Intermédiaires critiques',
      sentence: 'Ce que les autres perdraient si un acteur se retirait, pour qu’on le dise.',
    },
    programme: { name: 'Programme d’actions', sentence: 'Quand le pilotage des projets est dit concentré ou fragile.' },
    cohesion: {
      name: 'Cohésion et ouverture',
      sentence: 'Où se place le repère du plan, et avec quelle erreur on situe le territoire.',
    },
    survival: {
      name: 'Prudence',
      sentence: 'Combien d’essais un constat doit passer, avec moins de réponses, pour nommer ceux qu’il concerne.',
    },
    halfLife: {
      name: 'Demi-vie des liens',
      sentence: 'En combien de mois la moitié des liens vivants donnent un signe, quand leur rythme n’est pas déclaré.',
    },
  } satisfies Record<Family, { name: string; sentence: string }>,
  sourcesHeading: 'Sources',
  /** What a higher value does. */
  effects: {
    'response.full': 'Plus haut, il faut davantage de réponses avant que tout soit examiné.',
    'response.bands': 'Plus haut, il faut davantage de réponses avant de classer les acteurs.',
    'response.composition': 'Plus haut, il faut davantage de réponses avant de parler des groupes et des sphères.',
    'group.leastMembers': 'Plus haut, les petits groupes ne sont pas examinés.',
    'group.leastInternalTies': 'Plus haut, les groupes peu liés ne sont pas examinés.',
    'group.leastResponse':
      'Plus haut, on se tait plus souvent sur un groupe ou une sphère dont des membres n’ont pas répondu.',
    'group.level': 'Plus haut, davantage de groupes sont signalés, et davantage à tort.',
    'group.mostOpening': 'Plus haut, des groupes plus ouverts sont signalés aussi.',
    'group.leastClosure': 'Plus haut, seuls les groupes les plus soudés sont signalés.',
    'group.renewalLevel': 'Plus haut, davantage de replis sont dits « confirmés », et davantage à tort.',
    'actor.leastActors': 'Plus haut, on ne juge d’un acteur seul que dans de plus grands territoires.',
    'actor.leastDegree': 'Plus haut, les acteurs qui ont peu de partenaires ne sont pas examinés.',
    'actor.leastClustering':
      'Plus haut, seuls sont signalés les acteurs dont presque tous les partenaires se connaissent.',
    'actor.mostOpening': 'Plus haut, des acteurs plus ouverts aux autres sphères sont signalés aussi.',
    'actor.leastExcess': 'Plus haut, seuls les acteurs les plus entourés des mêmes sont signalés.',
    'actor.partialLevel': 'Plus haut, davantage d’acteurs sont signalés, et davantage à tort.',
    'actor.falseDiscovery':
      'Plus haut, la liste des acteurs signalés s’allonge, et davantage d’entre eux le sont à tort.',
    'territory.firstCarrier':
      'Plus haut, il faut qu’un seul acteur porte une plus grande part des liens au-dehors pour qu’on s’en inquiète.',
    'territory.concentration':
      'Plus haut, il faut que moins d’acteurs se partagent les liens au-dehors pour qu’on s’en inquiète.',
    'territory.leastExternalTies':
      'Plus haut, on ne juge de l’ouverture que si davantage de liens au-dehors sont connus.',
    'territory.leastPeers': 'Plus haut, il faut davantage de territoires semblables avant de comparer.',
    'territory.adoptedOpening': 'Plus haut, on parle de repli plus souvent.',
    'absence.leastProbability': 'Plus haut, moins d’acteurs sont dits isolés ou fragiles, et plus sûrement.',
    'islet.mostMembers': 'Plus haut, de plus grands ensembles à part sont appelés îlots.',
    'islet.mostShare': 'Plus haut, de plus grands ensembles à part sont appelés îlots dans un grand territoire.',
    'periphery.leastActors': 'Plus haut, on ne parle de périphérie que dans de plus grands territoires.',
    'periphery.share': 'Plus haut, davantage d’acteurs sont dits loin du centre.',
    'dependence.share': 'Plus haut, seules les dépendances presque totales sont dites.',
    'dependence.leastReached': 'Plus haut, on ne juge que des acteurs qui en atteignent beaucoup d’autres.',
    'dependence.mostShare':
      'Plus haut, de plus grands ensembles d’acteurs peuvent être dits dépendants du même relais.',
    'excluded.leastActors': 'Plus haut, on ne compare les sphères que dans de plus grands territoires.',
    'excluded.falseDiscovery': 'Plus haut, davantage de paires de sphères sont signalées, et davantage à tort.',
    'excluded.leastExpected': 'Plus haut, on se tait plus souvent sur les petites sphères.',
    'excluded.mostRatio': 'Plus haut, des sphères qui se rencontrent davantage sont signalées aussi.',
    'excluded.clusteringLevel': 'Plus haut, on se tait plus souvent quand les lieux ne sont pas connus.',
    'excluded.mostClustering':
      'Plus haut, on se tait moins souvent quand les lieux ne sont pas connus, au risque de prendre la distance pour une mise à l’écart.',
    'apart.leastActors': 'Plus haut, on ne juge d’une sphère à l’écart que si davantage d’acteurs ont répondu.',
    'apart.leastMembers': 'Plus haut, on se tait plus souvent sur les petites sphères.',
    'apart.level': 'Plus haut, davantage de sphères sont dites à l’écart, et davantage à tort.',
    'apart.mostRatio': 'Plus haut, des sphères mieux reliées sont dites à l’écart aussi.',
    'fading.silence': 'Plus haut, un lien est à réactiver après un silence plus court.',
    'fading.share': 'Plus haut, un acteur n’est signalé que si presque tous ses liens se sont tus.',
    'fading.leastKnown': 'Plus haut, on se tait plus souvent quand des dates manquent.',
    'broker.leastCut': 'Plus haut, un relais n’est dit critique que si son départ coupe davantage d’acteurs.',
    'broker.leastShare': 'Plus haut, il faut dans un grand territoire qu’un départ coupe davantage d’acteurs.',
    'broker.level': 'Plus haut, davantage de relais sont dits critiques, et davantage à tort.',
    'programme.leastProjects': 'Plus haut, on ne juge du pilotage que de plus grands programmes.',
    'programme.level': 'Plus haut, davantage de constats sur le programme, et davantage à tort.',
    'programme.leastShare': 'Plus haut, un pilote n’est signalé que s’il porte une plus grande part des projets.',
    'programme.leastDependent': 'Plus haut, un pilote seul n’est signalé que s’il porte davantage de projets.',
    'programme.leastNamed': 'Plus haut, on ne dit absente qu’une catégorie dont davantage d’acteurs sont nommés.',
    'cohesion.cross': 'Plus haut, il faut être plus soudé pour être placé du côté de la cohésion.',
    'cohesion.mostError': 'Plus haut, on situe le territoire plus souvent, et moins sûrement.',
    'survival.names': 'Plus haut, les noms sont masqués plus souvent.',
    'halfLife.other': 'Plus haut, on attend plus longtemps avant de dire ces liens à réactiver.',
    'halfLife.information': 'Plus haut, on attend plus longtemps avant de dire ces liens à réactiver.',
    'halfLife.cooperation': 'Plus haut, on attend plus longtemps avant de dire ces liens à réactiver.',
    'halfLife.funding': 'Plus haut, on attend plus longtemps avant de dire ces liens à réactiver.',
  } satisfies Record<ThresholdKey, string>,
  thresholds: {
    'response.full': 'Part de réponses à partir de laquelle tout est examiné',
    'response.bands': 'Part de réponses à partir de laquelle les classements se lisent avec leurs marges',
    'response.composition': 'Part de réponses à partir de laquelle groupes et sphères sont examinés',
    'group.leastMembers': 'Membres d’un groupe examiné, au moins',
    'group.leastInternalTies': 'Liens internes d’un groupe examiné, au moins',
    'group.leastResponse': 'Part des membres qui ont répondu, au moins',
    'group.level': 'Risque accepté pour un groupe, corrigé du nombre de groupes',
    'group.mostOpening': 'Liens vers les autres, en part de l’attendu, au plus',
    'group.leastClosure': 'Triangles internes, en multiple de l’attendu, au moins',
    'group.renewalLevel': 'Risque accepté pour dire que les liens ne se renouvellent pas',
    'actor.leastActors': 'Acteurs dans le territoire pour juger de chacun, au moins',
    'actor.leastDegree': 'Partenaires d’un acteur examiné, au moins',
    'actor.leastClustering': 'Part de ses paires de partenaires qui sont liées, au moins',
    'actor.mostOpening': 'Partenaires hors de sa sphère, en part de l’attendu, au plus',
    'actor.leastExcess': 'Triangles autour de lui, en multiple de ce qu’explique la fermeture générale, au moins',
    'actor.partialLevel': 'Risque accepté pour chacun des deux tests d’un acteur',
    'actor.falseDiscovery': 'Part acceptée de faux signaux parmi les acteurs signalés',
    'territory.firstCarrier': 'Ouverture fragile : part du premier porteur',
    'territory.concentration': 'Ouverture fragile : indice de concentration',
    'territory.leastExternalTies': 'Liens au-dehors pour en juger, au moins',
    'territory.leastPeers': 'Territoires comparables pour situer l’ouverture, au moins',
    'territory.adoptedOpening':
      'Ouverture en deçà de laquelle le comité du territoire parle de repli (0 : aucun seuil adopté)',
    'absence.leastProbability': 'Probabilité qu’un lien que personne n’a cité manque en effet, au-delà de',
    'islet.mostMembers': 'Membres d’un îlot, au plus',
    'islet.mostShare': 'Ou part des acteurs dans un îlot, au plus',
    'periphery.leastActors': 'Acteurs pour parler de périphérie, au moins',
    'periphery.share': 'Part des acteurs les moins proches qui forment la périphérie',
    'dependence.share': 'Part de ce que l’acteur atteint qui passe par un seul autre',
    'dependence.leastReached': 'Acteurs atteints pour en juger, au moins',
    'dependence.mostShare': 'Part des acteurs derrière un point de passage, au plus',
    'excluded.leastActors': 'Acteurs pour comparer des paires de sphères, au moins',
    'excluded.falseDiscovery': 'Part acceptée de faux signaux parmi les paires de sphères',
    'excluded.leastExpected': 'Liens attendus entre deux sphères pour en juger, au moins',
    'excluded.mostRatio': 'Liens entre deux sphères, en part de l’attendu, au plus',
    'excluded.clusteringLevel':
      'Sans lieux connus : risque accepté pour dire que le réseau est plus refermé que ne l’expliquent les sphères',
    'excluded.mostClustering':
      'Sans lieux connus : triangles, en multiple de l’attendu, au-delà desquels on ne juge plus',
    'apart.leastActors': 'Acteurs qui ont répondu pour juger d’une sphère à l’écart, au moins',
    'apart.leastMembers': 'Membres de la sphère qui ont répondu, au moins',
    'apart.level': 'Risque accepté pour une sphère à l’écart, corrigé du nombre de sphères',
    'apart.mostRatio': 'Part des autres sphères connue, rapportée à celle des autres acteurs, au plus',
    'fading.silence': 'Chance, pour un lien vivant, d’un silence aussi long, en deçà de laquelle il est à réactiver',
    'fading.share': 'Part de la force d’un acteur qui est à réactiver',
    'fading.leastKnown': 'Part des liens dont la date est connue, au moins',
    'broker.leastCut': 'Acteurs coupés du reste si l’intermédiaire se retire, au moins',
    'broker.leastShare': 'Et part des acteurs, au moins',
    'broker.level': 'Risque accepté pour un intermédiaire critique',
    'programme.leastProjects': 'Projets pour juger du pilotage, au moins',
    'programme.level': 'Risque accepté pour le programme',
    'programme.leastShare': 'Part du premier pilote, au moins',
    'programme.leastDependent': 'Projets suspendus à un pilote, au moins',
    'programme.leastNamed': 'Acteurs nommés d’une catégorie pour dire qu’aucun n’est dans un projet, au moins',
    'cohesion.cross': 'Cohésion à laquelle se place le repère du plan',
    'cohesion.mostError': 'Erreur type de la cohésion pour situer le territoire, au plus',
    'survival.names': 'Survie en deçà de laquelle les noms sont masqués',
    'halfLife.other': 'Demi-vie des autres liens',
    'halfLife.information': 'Demi-vie des liens d’information',
    'halfLife.cooperation': 'Demi-vie des liens de coopération',
    'halfLife.funding': 'Demi-vie des liens de financement',
  } satisfies Record<ThresholdKey, string>,
}

/** What a threshold decides about: what stands before the first dot of its key. */
export type Family = ThresholdKey extends `${infer First}.${string}` ? First : never

/** What the thresholds serve to answer, each with the families that decide about it. */
export const questions = {
  enough: ['response', 'survival'],
  closed: ['group', 'actor'],
  open: ['territory', 'cohesion'],
  alone: ['absence', 'islet', 'periphery', 'dependence'],
  spheres: ['apart', 'excluded'],
  relays: ['broker'],
  silence: ['fading', 'halfLife'],
  projects: ['programme'],
} as const satisfies Record<string, readonly Family[]>

export type ThresholdQuestion = keyof typeof questions

/** Every threshold with its value in force. */
export type Thresholds = Readonly<Record<ThresholdKey, number>>

interface Section {
  readonly heading: string
  readonly paragraphs: readonly string[]
}

export type MethodText = typeof method
