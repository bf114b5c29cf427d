import { english } from '#words/formats.ts'
import type { PictureText } from './picture.fr.ts'

const { count } = english

export const picture: PictureText = {
  open: 'Picture',
  heading: 'Take this map away',
  lead: 'This wave, this perimeter, these colours and this layout, with title, date, basis, legend and source.',
  only: (actors) => `${count(actors, 'chosen actor', 'chosen actors')} and the ties among them, nobody else.`,
  paper: 'Sheet, lying',
  papers: {
    A4: { name: 'A4', note: 'a document' },
    A3: { name: 'A3', note: 'a meeting table' },
    A2: { name: 'A2', note: 'a wall, close by' },
    A1: { name: 'A1', note: 'a wall' },
    A0: { name: 'A0', note: 'an exhibition' },
  },
  formats: {
    pdf: { name: 'PDF', note: 'to print or send, sharp at any size' },
    svg: { name: 'SVG', note: 'to rework in a drawing program' },
    png: { name: 'PNG', note: 'to paste into slides' },
  },
  copy: 'Copy the picture',
  copying: 'The picture is being made…',
  copied: 'The picture is on the clipboard.',
  notCopied: 'This browser did not let the picture be copied: download the PNG.',
  note: { pdf: 'Note to the mayor (PDF)', docx: 'Note to the mayor (Word)' },
}
