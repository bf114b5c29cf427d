import type { BenchmarkText } from './benchmark.fr.ts'

export const benchmark: BenchmarkText = {
  heading: 'Ten territories studied elsewhere',
  lead: 'For the foresight workshop (Fabrique prospective), ten industrial territories in France and Europe were studied as well:',
  territories: [
    { name: 'Bilbao', where: 'Spain' },
    { name: 'Bremen', where: 'Germany' },
    { name: 'Laval', where: 'Mayenne' },
    { name: 'Liberec', where: 'Czech Republic' },
    { name: 'Romorantin-Lanthenay', where: 'Loir-et-Cher' },
    { name: 'Saint-Étienne', where: 'Loire' },
    { name: 'Sheffield', where: 'United Kingdom' },
    { name: 'Vitré', where: 'Ille-et-Vilaine' },
    { name: 'Val’Eyrieux', where: 'Ardèche' },
    { name: 'Val de Sambre', where: 'Nord' },
  ],
  item: (name, where) => `${name} (${where})`,
  paragraphs: [
    'The publication says hardly more. Their study fed the second phase of the seminars, in which each territory explored where it stands. Elsewhere, the employment area of Vitré is named among the twenty-five where the share of industrial jobs rose from 1975 to 2014, and Bilbao, with Baltimore, for giving former industrial or harbour sites another use.',
    'None of their actors, ties or projects is named: these ten territories are not among the examples, and no finding is compared with them.',
  ],
}
