import { french } from '../formats.ts'

const { count, percent } = french

/** What a value of a measure says about an actor, in a sentence. Their order is that of the sheet. */
export const readings = {
  degree: (k: number) => (k === 0 ? 'N’a aucun partenaire connu.' : `A ${count(k, 'partenaire', 'partenaires')}.`),
  'degree.undirectedSupport': (k: number) =>
    k === 0 ? 'N’a aucun partenaire connu.' : `A ${count(k, 'partenaire', 'partenaires')}.`,
  'betweenness.normalized': (share: number) =>
    share === 0
      ? 'Les autres n’ont pas besoin de lui pour se joindre au plus court.'
      : `Se trouve sur le plus court chemin de ${percent(share)} des paires d’autres acteurs.`,
  'harmonic.normalized': (closeness: number) =>
    closeness === 0
      ? 'Ne peut joindre personne par les liens connus.'
      : `Accède aux autres à ${percent(closeness)} de ce que pourrait un acteur lié à tous.`,
  'burt.effectiveSize': (size: number) =>
    `Ses partenaires lui ouvrent l’équivalent de ${count(Math.round(size * 10) / 10, 'contact distinct', 'contacts distincts')}.`,
  'burt.constraint': (constraint: number): string =>
    constraint >= 0.5
      ? 'Dépend de peu de partenaires, ou de partenaires liés entre eux.'
      : 'Garde des marges de manœuvre : ses partenaires dépendent peu les uns des autres.',
  'clustering.local': (share: number) =>
    share === 0
      ? 'Aucun de ses partenaires n’est lié à un autre : c’est lui qui les relie.'
      : `${percent(share)} des paires de ses partenaires sont liées entre elles.`,
  'ei.node': (ei: number) =>
    ei === 1
      ? 'Tous ses partenaires sont d’une autre sphère que lui.'
      : ei === -1
        ? 'Tous ses partenaires sont de sa sphère.'
        : `${percent((1 + ei) / 2)} de ses partenaires sont d’une autre sphère que lui.`,
  coreNumber: (core: number) =>
    core === 0
      ? 'N’est pris dans aucun noyau.'
      : `Fait partie d’un noyau où chacun a au moins ${count(core, 'partenaire', 'partenaires')}.`,
}

export type Readings = Readonly<Record<keyof typeof readings, (value: number) => string>>
