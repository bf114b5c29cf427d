import type { Random } from '../../server/analysis/random.ts'

/** Gives names in an invented territory. No organisation is meant: all of them are made up. */
export interface Naming {
  /** « Val-de-Brume ». */
  readonly territory: string
  readonly communes: readonly string[]
  /**
   * A name that nobody has yet, from a pattern of {commune}, {de commune}, {territory} and {family}, with the commune
   * where its bearer is: the one given unless the name is taken there.
   */
  organisation(pattern: string, commune: string): { name: string; commune: string }
}

export function namingOf(random: Random, river = pick(random, rivers)): Naming {
  const taken = new Set<string>()
  const territory = `Val-de-${river}`
  const communes = shuffled(random, stems)
    .slice(0, 7)
    .map((stem, index) => (index % 3 === 1 ? `${stem}-sur-${river}` : stem))
  const filled = (pattern: string, commune: string) =>
    pattern
      .replace('{commune}', commune)
      .replace('{de commune}', of(commune))
      .replace('{territory}', territory)
      .replace('{family}', pick(random, families))

  return {
    territory,
    communes,
    organisation(pattern, commune) {
      for (const tried of ['', ' {family}', ' {family} {commune}']) {
        for (const place of [commune, ...communes]) {
          const name = filled(pattern + tried, place)
          if (taken.has(name)) continue
          taken.add(name)
          return { name, commune: place }
        }
      }
      throw new RangeError(`no name left for ${pattern}`)
    },
  }
}

export interface Trade {
  /** First word of a firm's name. */
  readonly name: string
  readonly branch: string
}

export const trades: readonly Trade[] = [
  ...['Fonderie', 'Forges', 'Chaudronnerie', 'Mécanique', 'Outillage', 'Tréfilerie'].map(trade('métal')),
  ...['Scierie', 'Menuiserie', 'Parquets'].map(trade('bois')),
  ...['Plasturgie', 'Composites'].map(trade('plastique')),
  ...['Textiles', 'Filature'].map(trade('textile')),
  ...['Papeterie', 'Cartonnages', 'Imprimerie', 'Emballages'].map(trade('papier')),
  ...['Verrerie', 'Céramiques'].map(trade('verre')),
  ...['Électronique', 'Robotique', 'Câblerie'].map(trade('électronique')),
  ...['Laiterie', 'Conserverie'].map(trade('agroalimentaire')),
  ...['Maintenance', 'Bureau d’études'].map(trade('services')),
]

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** Fisher–Yates, in a copy. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const copy = [...items]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const swapped = copy[i] as T
    copy[i] = copy[j] as T
    copy[j] = swapped
  }
  return copy
}

/** « de Montreleau », « d’Orcheval », « du Guérot », « des Essartines ». */
function of(place: string): string {
  if (place.startsWith('Le ')) return `du ${place.slice(3)}`
  if (place.startsWith('Les ')) return `des ${place.slice(4)}`
  return /^[AEIOUYÉÈH]/i.test(place) ? `d’${place}` : `de ${place}`
}

function trade(branch: string): (name: string) => Trade {
  return (name) => ({ name, branch })
}

const rivers = ['Brume', 'Velance', 'Sorne', 'Lauzère', 'Trèfle', 'Grisonne', 'Malvière', 'Ondaine-Haute', 'Vauvine']

const stems = [
  'Orcheval',
  'Montreleau',
  'Saint-Aubry',
  'Les Essartines',
  'Fontbelle',
  'Chassegrain',
  'Villermeuse',
  'Le Guérot',
  'Aubrevaux',
  'Rochemaillet',
  'Sainte-Ronde',
  'Entrepierre',
]

const families = [
  ...['Corvelin', 'Thirouard', 'Maubrac', 'Delvosse', 'Garnereau', 'Brévandon', 'Lestrinquand', 'Ozanneau'],
  ...['Vermelion', 'Chardavoine', 'Quérandin', 'Soulivet', 'Trézandec', 'Baudrivon', 'Fauvernier', 'Guilloret'],
  ...['Hautemarre', 'Jolivernet', 'Kermadieu', 'Lagravelle', 'Montorgueil', 'Nivelandier', 'Orsabal', 'Pradignan'],
  ...['Rocquenard', 'Sarrazet', 'Tourvelon', 'Ursandier', 'Valcrozet', 'Wintzelot', 'Ybardeau', 'Zellinger'],
  ...['Ambrevon', 'Bellanzac', 'Cadournet', 'Drouvillet', 'Espargnac', 'Fontvieillard', 'Gratteloup', 'Hersandre'],
  ...['Isambourg', 'Jourdenay', 'Lambrezac', 'Marcouville', 'Norembaud', 'Ostrevan', 'Pontauvert', 'Queyrolan'],
  ...['Ravignac', 'Séverandon', 'Talmondier', 'Uzardel', 'Vaubadon', 'Chantrelle', 'Brissandier', 'Mérandol'],
]
