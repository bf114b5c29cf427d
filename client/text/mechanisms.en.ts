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
        isolated_actor: 'Without a tie, an actor learns nothing through the others, nor they through it.',
        closed_group: 'Members who mostly meet each other learn the same things from the same people.',
        closed_actor: 'Partners who all know each other often repeat the same things.',
        opening_of_territory:
          'Many markets, processes and sources of funding come from outside: with few ties there, or a single actor that carries them, the territory hears of them late.',
        critical_broker: 'If the broker withdraws, some actors reach each other by long detours only, or not at all.',
        dependent_actor: 'One actor alone relays nearly all that the other can learn.',
        sphere_kept_apart: 'What the sphere knows stays within it, and what the others know hardly gets there.',
        excluded_spheres:
          'Two spheres that seldom meet may not know what the other needs: the jobs of one, the training of the other.',
        islet: 'What is known within the islet does not leave it, and nothing comes in.',
        single_tie: 'All that the actor learns comes through a single partner.',
        fading_ties: 'A tie that is no longer used passes nothing on.',
        peripheral_actor: 'Information gets there through more relays than elsewhere.',
        programme_reach: 'Whoever comes from outside brings to the programme what the territory does not know yet.',
      },
    },
    opportunism: {
      heading: 'Opportunism recedes',
      lead: 'Between partners who have others in common, a breach becomes known: loyalty and trust gain. But the same circle, once closed, may capture a rent or exclude.',
      findings: {
        closed_group:
          'What makes members loyal to each other comes here with being cut off: this is where the publication sees a risk of exclusion. The finding does not say that it came true.',
        closed_actor: 'Partners who know each other vouch for each other; one may also stay with them out of habit.',
        critical_broker: 'To stand alone between two sides is an advantage, which may be put to the service of both.',
        dependent_actor:
          'Who depends on a single passage can hardly turn away from it; this does not say that it is abused.',
        sphere_kept_apart:
          'To be kept apart is the ill effect that the publication calls exclusion; the data do not say whether anybody meant it.',
        excluded_spheres: 'With few partners in common, nobody is there to vouch for one sphere to the other.',
        single_tie: 'No common partner is a witness to this tie.',
        pilot_concentration:
          'Concentrated piloting may serve to capture resources; it may also be a service that others do not render.',
        absent_from_programme: 'Those who are absent have no eye on what is decided.',
        named_and_absent: 'Overlooked, withdrawn or excluded: the question is for them first.',
      },
    },
    pooling: {
      heading: 'People cooperate and pool resources',
      lead: 'The risks of an investment, labour, equipment: pooling takes a project, somebody who carries it, and partners who complement each other.',
      findings: {
        isolated_actor: 'Without a partner, an actor carries its risks and its equipment alone.',
        closed_group: 'What is pooled mostly benefits the members.',
        sphere_kept_apart: 'The resources of this sphere hardly join those of the others.',
        islet: 'What the islet pools serves nobody else.',
        fading_ties: 'Cooperation that is not taken up again comes undone.',
        project_without_pilot: 'Pooling that nobody carries remains an intention.',
        pilot_concentration:
          'Whoever carries nearly everything may lack time for each project, and the others depend on it.',
        sole_pilot: 'If the only pilot withdraws, the pooling stops.',
        absent_from_programme:
          'The resources of these spheres, of these kinds of actors, are missing from the projects.',
        named_and_absent: 'Known actors whose resources no project joins to those of others.',
        single_sphere_projects:
          'Within a single sphere, resources resemble each other more than they complement each other.',
        programme_reach: 'Funding, or sharing a risk, often takes somebody from outside.',
        first_meetings: 'A project is all that brings these participants together: before pooling, meeting.',
      },
    },
  },
}
