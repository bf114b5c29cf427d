import type { MechanismsText } from './mechanisms.fr.ts'

export const mechanisms: MechanismsText = {
  heading: 'Three mechanisms, and what findings say of them',
  paragraphs: [
    'The publication of the ANCT takes from the economist Jean-Marc Callois three mechanisms by which social capital serves the economy of a territory: information travels, individual opportunism recedes, people cooperate on the spot.',
    'Maillage measures none of them: it reads ties and projects. What follows is our own reading. It says why a finding deserves a question, never what has come of it.',
  ],
  parts: {
    information: {
      heading: 'Information travels',
      lead: 'Vacancies, markets, processes: part of what one learns comes from one’s partners, and from theirs.',
      findings: {
        I0: 'Without a tie, an actor learns nothing through the others, nor they through it.',
        lock_in_group: 'Members who mostly meet each other learn the same things from the same people.',
        lock_in_actor: 'Partners who all know each other often repeat the same things.',
        lock_in_territory:
          'Many markets, processes and sources of funding come from outside: with few ties there, or a single actor that carries them, the territory hears of them late.',
        I7: 'If the broker withdraws, some actors reach each other by long detours only, or not at all.',
        I4: 'One actor alone relays nearly all that the other can learn.',
        I8: 'What the sphere knows stays within it, and what the others know hardly gets there.',
        I5: 'Two spheres that seldom meet may not know what the other needs: the jobs of one, the training of the other.',
        I2: 'What is known within the islet does not leave it, and nothing comes in.',
        I1: 'All that the actor learns comes through a single partner.',
        I6: 'A tie that is no longer used passes nothing on.',
        I3: 'Information gets there through more relays than elsewhere.',
        P7: 'Whoever comes from outside brings to the programme what the territory does not know yet.',
      },
    },
    opportunism: {
      heading: 'Opportunism recedes',
      lead: 'Between partners who have others in common, a breach becomes known: loyalty and trust gain. But the same circle, once closed, may capture a rent or exclude.',
      findings: {
        lock_in_group:
          'What makes members loyal to each other comes here with being cut off: this is where the publication sees a risk of exclusion. The finding does not say that it came true.',
        lock_in_actor: 'Partners who know each other vouch for each other; one may also stay with them out of habit.',
        I7: 'To stand alone between two sides is an advantage, which may be put to the service of both.',
        I4: 'Who depends on a single passage can hardly turn away from it; this does not say that it is abused.',
        I8: 'To be kept apart is the ill effect that the publication calls exclusion; the data do not say whether anybody meant it.',
        I5: 'With few partners in common, nobody is there to vouch for one sphere to the other.',
        I1: 'No common partner is a witness to this tie.',
        P1: 'Concentrated piloting may serve to capture resources; it may also be a service that others do not render.',
        P4: 'Those who are absent have no eye on what is decided.',
        P6: 'Overlooked, withdrawn or excluded: the question is for them first.',
      },
    },
    pooling: {
      heading: 'People cooperate and pool resources',
      lead: 'The risks of an investment, labour, equipment: pooling takes a project, somebody who carries it, and partners who complement each other.',
      findings: {
        I0: 'Without a partner, an actor carries its risks and its equipment alone.',
        lock_in_group: 'What is pooled mostly benefits the members.',
        I8: 'The resources of this sphere hardly join those of the others.',
        I2: 'What the islet pools serves nobody else.',
        I6: 'Cooperation that is not taken up again comes undone.',
        P0: 'Pooling that nobody carries remains an intention.',
        P1: 'Whoever carries nearly everything may lack time for each project, and the others depend on it.',
        P3: 'If the only pilot withdraws, the pooling stops.',
        P4: 'The resources of these spheres, of these kinds of actors, are missing from the projects.',
        P6: 'Known actors whose resources no project joins to those of others.',
        P2: 'Within a single sphere, resources resemble each other more than they complement each other.',
        P7: 'Funding, or sharing a risk, often takes somebody from outside.',
        P5: 'A project is all that brings these participants together: before pooling, meeting.',
      },
    },
  },
}
