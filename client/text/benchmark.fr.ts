/** The territories studied beside the four, as far as the publication speaks of them; benchmark.en.ts has the same keys or does not build. */
export const benchmark = {
  heading: 'Dix territoires étudiés ailleurs',
  lead: 'Pour la Fabrique prospective, dix territoires industriels français et européens ont aussi été étudiés :',
  territories: [
    { name: 'Bilbao', where: 'Espagne' },
    { name: 'Brême', where: 'Allemagne' },
    { name: 'Laval', where: 'Mayenne' },
    { name: 'Liberec', where: 'République tchèque' },
    { name: 'Romorantin-Lanthenay', where: 'Loir-et-Cher' },
    { name: 'Saint-Étienne', where: 'Loire' },
    { name: 'Sheffield', where: 'Royaume-Uni' },
    { name: 'Vitré', where: 'Ille-et-Vilaine' },
    { name: 'Val’Eyrieux', where: 'Ardèche' },
    { name: 'Val de Sambre', where: 'Nord' },
  ],
  item: (name: string, where: string) => `${name} (${where})`,
  paragraphs: [
    'La publication n’en dit guère plus. Leur étude a nourri la deuxième phase des séminaires, l’exploration de la situation de chaque territoire. Ailleurs, la zone d’emploi de Vitré est citée parmi les vingt-cinq où la part de l’emploi industriel a augmenté de 1975 à 2014, et Bilbao, avec Baltimore, pour la reconversion d’anciens sites industriels ou portuaires.',
    'Aucun de leurs acteurs, de leurs liens ni de leurs projets n’y est nommé : ces dix territoires ne sont pas parmi les exemples, et aucun constat n’est comparé à eux.',
  ],
}

export type BenchmarkText = typeof benchmark
