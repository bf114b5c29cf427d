import { french } from '#words/formats.ts'

const { count, number } = french

/** The words of an empty territory and of its first steps, in French; first-steps.en.ts has the same keys or does not build. */
export const firstSteps = {
  heading: (done: number, steps: number) => `Premiers pas : ${number(done)} sur ${number(steps)}`,
  done: 'fait',
  toDo: 'à faire',
  putAway: 'Masquer les premiers pas',
  actors: {
    name: 'Noter les acteurs',
    why: 'D’un tableur tel qu’il est, ou un nom après l’autre : le reste se complète ensuite.',
  },
  wave: {
    name: 'Dire d’où vient l’information',
    why: 'Une vague, c’est ce que l’on sait à une date : d’une enquête, de documents, ou de ce que sait l’équipe.',
  },
  ties: {
    name: 'Relier les acteurs',
    why: 'Qui travaille avec qui, ou qui participe au même projet. Depuis la carte, la touche T ajoute un lien.',
  },
  view: {
    name: 'Garder une vue de la carte',
    why: 'Réglez la carte comme vous voulez la montrer, puis choisissez « Garder cette vue ».',
  },
  seminar: {
    name: 'Préparer une rencontre',
    why: 'Qui inviter, quelles chaises resteraient vides, qui asseoir avec qui.',
  },
  drop: 'Déposer un tableur',
  typeName: 'Taper un nom',
  typeAnother: 'Taper un autre nom',
  addWave: 'Ajouter une vague',
  addTie: 'Ajouter un lien',
  toMap: 'Ouvrir la carte',
  toSeminar: 'Ouvrir le séminaire',
  example: 'Explorer un territoire d’exemple',
  empty:
    'Ce territoire est encore vide. Sa carte se dessine dès que l’on sait qui y agit, d’où vient l’information, et qui est lié à qui.',
  noWave: (actors: number, names: string) =>
    `${count(actors, 'acteur noté', 'acteurs notés')} : ${names}. Rien n’est encore dessiné : il reste à dire d’où vient l’information.`,
}

export type FirstStepsText = typeof firstSteps
