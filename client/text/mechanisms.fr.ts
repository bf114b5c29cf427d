import type { diagnosis } from './diagnosis.fr.ts'

/** By which mechanisms social capital helps an economy, and what findings have to do with each; mechanisms.en.ts has the same keys or does not build. */
export const mechanisms = {
  heading: 'Trois mécanismes, et ce que les constats en disent',
  paragraphs: [
    'La publication de l’ANCT retient de l’économiste Jean-Marc Callois trois mécanismes par lesquels le capital social sert l’économie d’un territoire : l’information circule, l’opportunisme de chacun recule, on coopère sur place.',
    'Maillage n’en mesure aucun : il lit des liens et des projets. Le rapprochement qui suit est le nôtre. Il dit pourquoi un constat mérite une question, jamais ce qui en est résulté.',
  ],
  parts: {
    information: {
      heading: 'L’information circule',
      lead: 'Offres d’emploi, marchés, procédés : une part de ce que l’on apprend vient de ses partenaires, et des leurs.',
      findings: {
        isolated_actor: 'Sans lien, un acteur n’apprend rien par les autres, ni les autres par lui.',
        closed_group: 'Des membres qui se voient surtout entre eux apprennent la même chose des mêmes.',
        closed_actor: 'Des partenaires qui se connaissent tous redisent souvent la même chose.',
        opening_of_territory:
          'Bien des marchés, des procédés et des financements viennent du dehors : avec peu de liens au-dehors, ou un seul porteur, le territoire les apprend tard.',
        critical_broker:
          'Si l’intermédiaire se retire, des acteurs ne se joignent plus que par de longs détours, ou plus du tout.',
        dependent_actor: 'Un seul acteur relaie presque tout ce que l’autre peut apprendre.',
        sphere_kept_apart: 'Ce que la sphère sait reste chez elle, et ce que les autres savent lui parvient mal.',
        excluded_spheres:
          'Deux sphères qui se rencontrent peu peuvent ignorer leurs besoins : les emplois de l’une, les formations de l’autre.',
        islet: 'Ce qui se sait dans l’îlot n’en sort pas, et rien n’y entre.',
        single_tie: 'Tout ce que l’acteur apprend passe par un seul partenaire.',
        fading_ties: 'Un lien qui ne sert plus ne transmet plus.',
        peripheral_actor: 'L’information y vient par plus de relais qu’ailleurs.',
        programme_reach: 'Qui vient du dehors apporte au programme ce que le territoire ne sait pas encore.',
      },
    },
    opportunism: {
      heading: 'L’opportunisme recule',
      lead: 'Entre partenaires qui en ont d’autres en commun, un manquement se sait : la loyauté et la confiance y gagnent. Mais le même entourage, s’il se referme, peut capter une rente ou exclure.',
      findings: {
        closed_group:
          'Ce qui rend les membres loyaux entre eux est ici joint à une coupure : c’est le cas où la publication voit un risque d’exclusion. Le constat ne dit pas qu’il s’est réalisé.',
        closed_actor:
          'Des partenaires qui se connaissent se portent garants les uns des autres ; on peut aussi leur rester par habitude.',
        critical_broker: 'Être seul entre deux côtés est un avantage, que l’on peut mettre au service des deux.',
        dependent_actor: 'Qui dépend d’un seul passage ne peut guère s’en détourner ; cela ne dit pas qu’on en abuse.',
        sphere_kept_apart:
          'Être tenue à l’écart est l’effet négatif que la publication nomme exclusion ; les données ne disent pas si quelqu’un l’a voulu.',
        excluded_spheres:
          'Avec peu de partenaires communs, personne n’est là pour garantir une sphère auprès de l’autre.',
        single_tie: 'Aucun partenaire commun n’est témoin de ce lien.',
        pilot_concentration:
          'Un pilotage concentré peut servir à capter des moyens ; il peut aussi être un service que d’autres ne rendent pas.',
        absent_from_programme: 'Les absents n’ont pas de regard sur ce qui se décide.',
        named_and_absent: 'Oubli, retrait ou exclusion : la question se pose à eux d’abord.',
      },
    },
    pooling: {
      heading: 'On coopère et l’on met en commun',
      lead: 'Risques d’un investissement, main-d’œuvre, matériel : mettre en commun demande un projet, quelqu’un qui le porte et des partenaires qui se complètent.',
      findings: {
        isolated_actor: 'Sans partenaire, un acteur porte seul ses risques et ses équipements.',
        closed_group: 'Ce qui est mis en commun profite surtout aux membres.',
        sphere_kept_apart: 'Les moyens de cette sphère ne se joignent guère à ceux des autres.',
        islet: 'Ce que l’îlot met en commun ne sert qu’à lui.',
        fading_ties: 'Une coopération que l’on ne reprend pas se défait.',
        project_without_pilot: 'Une mise en commun que personne ne porte reste une intention.',
        pilot_concentration:
          'Qui porte presque tout peut manquer de temps pour chaque projet, et les autres en dépendent.',
        sole_pilot: 'Si le seul pilote se retire, la mise en commun s’arrête.',
        absent_from_programme: 'Les moyens de ces sphères, de ces catégories d’acteurs, manquent aux projets.',
        named_and_absent: 'Des acteurs connus, dont aucun projet ne joint les moyens à ceux des autres.',
        single_sphere_projects: 'Au sein d’une seule sphère, les moyens se ressemblent plus qu’ils ne se complètent.',
        programme_reach: 'Financer ou partager un risque demande souvent quelqu’un du dehors.',
        first_meetings: 'Ces participants ne sont réunis que par un projet : avant de mettre en commun, se rencontrer.',
      },
    },
  },
} satisfies MechanismWords

interface MechanismWords {
  readonly heading: string
  readonly paragraphs: readonly string[]
  /** A finding is told under each mechanism it has to do with. */
  readonly parts: Readonly<
    Record<'information' | 'opportunism' | 'pooling', { heading: string; lead: string; findings: FindingsOf }>
  >
}

/** What a mechanism has to do with each kind of findings; nothing of most. */
export type FindingsOf = Readonly<Partial<Record<keyof typeof diagnosis.kinds, string>>>

export type MechanismsText = typeof mechanisms
