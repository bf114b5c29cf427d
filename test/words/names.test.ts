import { describe, expect, test } from 'vitest'
import { de, Le, le, que, à } from '../../server/words/fr/names.ts'

/** A name, then as a subject, after « de » and after « à ». */
const said: readonly (readonly [name: string, subject: string, of: string, to: string])[] = [
  // Its own article contracts, and nothing else of it changes.
  ['Le Hangar des Essartines', 'Le Hangar des Essartines', 'du Hangar des Essartines', 'au Hangar des Essartines'],
  ['Les Ateliers du goût', 'Les Ateliers du goût', 'des Ateliers du goût', 'aux Ateliers du goût'],
  ['Le Havre', 'Le Havre', 'du Havre', 'au Havre'],
  ['LE HAVRE', 'LE HAVRE', 'du HAVRE', 'au HAVRE'],
  ['Le 104', 'Le 104', 'du 104', 'au 104'],
  ['le hangar', 'le hangar', 'du hangar', 'au hangar'],
  ['les Herbiers', 'les Herbiers', 'des Herbiers', 'aux Herbiers'],
  ['Le\u00a0Mans', 'Le\u00a0Mans', 'du Mans', 'au Mans'],
  ['Les Échos', 'Les Échos', 'des Échos', 'aux Échos'],
  ['La Poste', 'La Poste', 'de La Poste', 'à La Poste'],
  ['La Fonte ardennaise', 'La Fonte ardennaise', 'de La Fonte ardennaise', 'à La Fonte ardennaise'],
  ['L’Atelier', 'L’Atelier', 'de L’Atelier', 'à L’Atelier'],
  ["L'Oréal", "L'Oréal", "de L'Oréal", "à L'Oréal"],
  ['Leroy Merlin', 'Leroy Merlin', 'de Leroy Merlin', 'à Leroy Merlin'],
  ['Lesieur', 'Lesieur', 'de Lesieur', 'à Lesieur'],
  ['Le', 'Le', 'de Le', 'à Le'],
  // Nouns that surely take an article.
  [
    'Office de l’habitat des Essartines',
    'l’Office de l’habitat des Essartines',
    'de l’Office de l’habitat des Essartines',
    'à l’Office de l’habitat des Essartines',
  ],
  ['office de tourisme', 'l’office de tourisme', 'de l’office de tourisme', 'à l’office de tourisme'],
  ['OFFICE DE TOURISME', 'l’OFFICE DE TOURISME', 'de l’OFFICE DE TOURISME', 'à l’OFFICE DE TOURISME'],
  ['État', 'l’État', 'de l’État', 'à l’État'],
  ['Académie de Nantes', 'l’Académie de Nantes', 'de l’Académie de Nantes', 'à l’Académie de Nantes'],
  ['Association Flap', 'l’Association Flap', 'de l’Association Flap', 'à l’Association Flap'],
  [
    'Écomusée des Essartines',
    'l’Écomusée des Essartines',
    'de l’Écomusée des Essartines',
    'à l’Écomusée des Essartines',
  ],
  ['Ecole de production', 'l’Ecole de production', 'de l’Ecole de production', 'à l’Ecole de production'],
  ['Hôpital de Dieppe', 'l’Hôpital de Dieppe', 'de l’Hôpital de Dieppe', 'à l’Hôpital de Dieppe'],
  ['Ville de Dieppe', 'la Ville de Dieppe', 'de la Ville de Dieppe', 'à la Ville de Dieppe'],
  ['Région Grand Est', 'la Région Grand Est', 'de la Région Grand Est', 'à la Région Grand Est'],
  ['Sous-préfecture', 'la Sous-préfecture', 'de la Sous-préfecture', 'à la Sous-préfecture'],
  [
    'Chambre économique des Marches',
    'la Chambre économique des Marches',
    'de la Chambre économique des Marches',
    'à la Chambre économique des Marches',
  ],
  [
    'Université (non nommée)',
    'l’Université (non nommée)',
    'de l’Université (non nommée)',
    'à l’Université (non nommée)',
  ],
  [
    'Département de l’Aveyron',
    'le Département de l’Aveyron',
    'du Département de l’Aveyron',
    'au Département de l’Aveyron',
  ],
  ['Lycée Pablo Neruda', 'le Lycée Pablo Neruda', 'du Lycée Pablo Neruda', 'au Lycée Pablo Neruda'],
  [
    'Collège-lycée La Providence',
    'le Collège-lycée La Providence',
    'du Collège-lycée La Providence',
    'au Collège-lycée La Providence',
  ],
  ['Festival Cabaret Vert', 'le Festival Cabaret Vert', 'du Festival Cabaret Vert', 'au Festival Cabaret Vert'],
  [
    'Pôle Matière des Marches',
    'le Pôle Matière des Marches',
    'du Pôle Matière des Marches',
    'au Pôle Matière des Marches',
  ],
  ['Groupe Toshiba', 'le Groupe Toshiba', 'du Groupe Toshiba', 'au Groupe Toshiba'],
  [
    'Greta Rouen – antenne de Dieppe',
    'le Greta Rouen – antenne de Dieppe',
    'du Greta Rouen – antenne de Dieppe',
    'au Greta Rouen – antenne de Dieppe',
  ],
  [
    'Institut technique Tourvelon',
    'l’Institut technique Tourvelon',
    'de l’Institut technique Tourvelon',
    'à l’Institut technique Tourvelon',
  ],
  // Nouns that take one only when they are described.
  [
    'Maison de l’État des Essartines',
    'la Maison de l’État des Essartines',
    'de la Maison de l’État des Essartines',
    'à la Maison de l’État des Essartines',
  ],
  ['Maison Martin', 'Maison Martin', 'de Maison Martin', 'à Maison Martin'],
  [
    'Campus de l’aéronautique',
    'le Campus de l’aéronautique',
    'du Campus de l’aéronautique',
    'au Campus de l’aéronautique',
  ],
  ['Campus France', 'Campus France', 'de Campus France', 'à Campus France'],
  [
    'Atelier d’urbanisme Guilloret',
    'l’Atelier d’urbanisme Guilloret',
    'de l’Atelier d’urbanisme Guilloret',
    'à l’Atelier d’urbanisme Guilloret',
  ],
  ['CENTRE D’APPRENTIS', 'le CENTRE D’APPRENTIS', 'du CENTRE D’APPRENTIS', 'au CENTRE D’APPRENTIS'],
  [
    'Port fluvial de Sainte-Ronde',
    'le Port fluvial de Sainte-Ronde',
    'du Port fluvial de Sainte-Ronde',
    'au Port fluvial de Sainte-Ronde',
  ],
  ['Port-Vendres', 'Port-Vendres', 'de Port-Vendres', 'à Port-Vendres'],
  ['Réseau Entreprendre', 'Réseau Entreprendre', 'de Réseau Entreprendre', 'à Réseau Entreprendre'],
  [
    'Pays du Guérot-sur-Brume',
    'le Pays du Guérot-sur-Brume',
    'du Pays du Guérot-sur-Brume',
    'au Pays du Guérot-sur-Brume',
  ],
  [
    'Val-de-Brume (territoire fictif)',
    'Val-de-Brume (territoire fictif)',
    'de Val-de-Brume (territoire fictif)',
    'à Val-de-Brume (territoire fictif)',
  ],
  // Names that go without, whatever they look like.
  ['Pôle emploi', 'Pôle emploi', 'de Pôle emploi', 'à Pôle emploi'],
  ['Pôle emploi Dieppe', 'Pôle emploi Dieppe', 'de Pôle emploi Dieppe', 'à Pôle emploi Dieppe'],
  ['France Travail', 'France Travail', 'de France Travail', 'à France Travail'],
  ['Airbus', 'Airbus', 'd’Airbus', 'à Airbus'],
  ['Alpine', 'Alpine', 'd’Alpine', 'à Alpine'],
  ['Ardenne métropole', 'Ardenne métropole', 'd’Ardenne métropole', 'à Ardenne métropole'],
  ['Électronique Talmondier', 'Électronique Talmondier', 'd’Électronique Talmondier', 'à Électronique Talmondier'],
  [
    'E\u0301lectronique Talmondier',
    'E\u0301lectronique Talmondier',
    'd’E\u0301lectronique Talmondier',
    'à E\u0301lectronique Talmondier',
  ],
  ['Œuvres sociales', 'Œuvres sociales', 'd’Œuvres sociales', 'à Œuvres sociales'],
  ['Ægir', 'Ægir', 'd’Ægir', 'à Ægir'],
  [
    'Industries et agroressources',
    'Industries et agroressources',
    'd’Industries et agroressources',
    'à Industries et agroressources',
  ],
  ['Écoles de production', 'Écoles de production', 'd’Écoles de production', 'à Écoles de production'],
  ['Entreprises', 'Entreprises', 'd’Entreprises', 'à Entreprises'],
  ['iRhône', 'iRhône', 'd’iRhône', 'à iRhône'],
  ['Un toit pour tous', 'Un toit pour tous', 'd’Un toit pour tous', 'à Un toit pour tous'],
  ['Dieppe Maritime', 'Dieppe Maritime', 'de Dieppe Maritime', 'à Dieppe Maritime'],
  ['Wavestone', 'Wavestone', 'de Wavestone', 'à Wavestone'],
  // Acronyms: with the article everyone says, or spelt as they are written.
  ['EPCI', 'l’EPCI', 'de l’EPCI', 'à l’EPCI'],
  [
    'CCI Nantes Saint-Nazaire',
    'la CCI Nantes Saint-Nazaire',
    'de la CCI Nantes Saint-Nazaire',
    'à la CCI Nantes Saint-Nazaire',
  ],
  ['CC Côte d’Albâtre', 'la CC Côte d’Albâtre', 'de la CC Côte d’Albâtre', 'à la CC Côte d’Albâtre'],
  ['CNRS', 'le CNRS', 'du CNRS', 'au CNRS'],
  ['CFA académique Dieppe', 'le CFA académique Dieppe', 'du CFA académique Dieppe', 'au CFA académique Dieppe'],
  [
    'ANCT (Agence nationale)',
    'l’ANCT (Agence nationale)',
    'de l’ANCT (Agence nationale)',
    'à l’ANCT (Agence nationale)',
  ],
  ['CARENE', 'CARENE', 'de CARENE', 'à CARENE'],
  ['EDF', 'EDF', 'd’EDF', 'à EDF'],
  ['EMC2', 'EMC2', 'd’EMC2', 'à EMC2'],
  ['IDEA Groupe', 'IDEA Groupe', 'd’IDEA Groupe', 'à IDEA Groupe'],
  ['UGC', 'UGC', 'd’UGC', 'à UGC'],
  ['SNCF', 'SNCF', 'de SNCF', 'à SNCF'],
  ['RTE', 'RTE', 'de RTE', 'à RTE'],
  ['PSA', 'PSA', 'de PSA', 'à PSA'],
  ['HEC', 'HEC', 'd’HEC', 'à HEC'],
  ['Ca roule', 'Ca roule', 'de Ca roule', 'à Ca roule'],
  // H mute and aspirated.
  ['Habitat 44', 'Habitat 44', 'd’Habitat 44', 'à Habitat 44'],
  ['Hambach', 'Hambach', 'de Hambach', 'à Hambach'],
  ['Hangar 107', 'Hangar 107', 'de Hangar 107', 'à Hangar 107'],
  ['Hauts-de-France', 'Hauts-de-France', 'de Hauts-de-France', 'à Hauts-de-France'],
  ['Héricourt', 'Héricourt', 'd’Héricourt', 'à Héricourt'],
  ['Hérault Logement', 'Hérault Logement', 'd’Hérault Logement', 'à Hérault Logement'],
  ['Hôtel-Dieu', 'Hôtel-Dieu', 'd’Hôtel-Dieu', 'à Hôtel-Dieu'],
  ['Huîtres de Cancale', 'Huîtres de Cancale', 'd’Huîtres de Cancale', 'à Huîtres de Cancale'],
  ['Huit à Huit', 'Huit à Huit', 'de Huit à Huit', 'à Huit à Huit'],
  ['Helsingør', 'Helsingør', 'd’Helsingør', 'à Helsingør'],
  ['HUB de Lille', 'HUB de Lille', 'de HUB de Lille', 'à HUB de Lille'],
  // Y, digits, and vowels that let nothing be elided.
  ['Yoplait', 'Yoplait', 'de Yoplait', 'à Yoplait'],
  ['Yvetot', 'Yvetot', 'd’Yvetot', 'à Yvetot'],
  ['Yerres', 'Yerres', 'd’Yerres', 'à Yerres'],
  ['YMCA', 'YMCA', 'de YMCA', 'à YMCA'],
  ['3D Ouest', '3D Ouest', 'de 3D Ouest', 'à 3D Ouest'],
  ['11 rue', '11 rue', 'de 11 rue', 'à 11 rue'],
  ['Onze et demi', 'Onze et demi', 'de Onze et demi', 'à Onze et demi'],
  ['Ouistreham', 'Ouistreham', 'de Ouistreham', 'à Ouistreham'],
  ['Ouessant', 'Ouessant', 'd’Ouessant', 'à Ouessant'],
  // Quotes, brackets, other signs, other scripts, nothing.
  ['« Osons »', '« Osons »', 'd’« Osons »', 'à « Osons »'],
  ['"Osons"', '"Osons"', 'd’"Osons"', 'à "Osons"'],
  ['« Le Hangar »', '« Le Hangar »', 'de « Le Hangar »', 'à « Le Hangar »'],
  ['(Ré)emploi', '(Ré)emploi', 'de (Ré)emploi', 'à (Ré)emploi'],
  ['#Entreprendre', '#Entreprendre', 'de #Entreprendre', 'à #Entreprendre'],
  ['@lternative', '@lternative', 'de @lternative', 'à @lternative'],
  ['🌻 Osons', '🌻 Osons', 'de 🌻 Osons', 'à 🌻 Osons'],
  ['Ωmega', 'Ωmega', 'de Ωmega', 'à Ωmega'],
  ['', '', 'de ', 'à '],
]

test.each(said)('%s', (name, subject, of, to) => {
  expect([le(name), de(name), à(name)]).toEqual([subject, of, to])
})

describe('around a name', () => {
  test.each([
    ['Airbus', 'qu’Airbus'],
    ['Office de tourisme', 'que l’Office de tourisme'],
    ['Le Hangar', 'que Le Hangar'],
    ['Hambach', 'que Hambach'],
    ['un acteur', 'qu’un acteur'],
    ['CNRS', 'que le CNRS'],
  ])('que + %s', (name, expected) => {
    expect(que(name)).toBe(expected)
  })

  test('a sentence begins with the capital of the article, or with the name as it is', () => {
    expect(['Office de tourisme', 'CNRS', 'eBay', 'Airbus', 'un acteur'].map(Le)).toEqual([
      'L’Office de tourisme',
      'Le CNRS',
      'eBay',
      'Airbus',
      'un acteur',
    ])
  })
})
