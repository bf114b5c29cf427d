import { french } from '#words/formats.ts'

const { count } = french

/** What the page says of maps and notes on paper, in French; picture.en.ts has the same keys or does not build. */
export const picture = {
  open: 'Image',
  heading: 'Emporter cette carte',
  lead: 'Cette vague, ce périmètre, ces couleurs et cette disposition, avec titre, date, base, légende et source.',
  only: (actors: number) =>
    `${count(actors, 'acteur choisi', 'acteurs choisis')} et les liens entre eux, sans les autres.`,
  paper: 'Feuille, couchée',
  papers: {
    A4: { name: 'A4', note: 'un document' },
    A3: { name: 'A3', note: 'une table de réunion' },
    A2: { name: 'A2', note: 'un mur, de près' },
    A1: { name: 'A1', note: 'un mur' },
    A0: { name: 'A0', note: 'une exposition' },
  },
  formats: {
    pdf: { name: 'PDF', note: 'à imprimer ou à envoyer, net à toute taille' },
    svg: { name: 'SVG', note: 'à retoucher dans un logiciel de dessin' },
    png: { name: 'PNG', note: 'à coller dans un diaporama' },
  },
  copy: 'Copier l’image',
  copying: 'L’image se prépare…',
  copied: 'L’image est dans le presse-papiers.',
  notCopied: 'Ce navigateur n’a pas laissé copier l’image : téléchargez le PNG.',
  note: { pdf: 'Note au maire (PDF)', docx: 'Note au maire (Word)' },
}

export type PictureText = typeof picture
