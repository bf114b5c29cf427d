import type { PaletteText } from './palette.fr.ts'

/** What can be done from the box of the masthead, in English. */
export const palette: PaletteText = {
  label: 'Search for an actor, a space, a view, a finding, or something to do',
  placeholder: 'Search, act…',
  none: 'Nothing matches.',
  waiting: 'Looking among the findings…',
  act: 'action',
  finding: 'finding',
  item: 'agenda',
  view: 'view',
  goTo: (screen, which) => `Go to: ${screen}${which === 'data' ? ' (import, export, history)' : ''}`,
  wave: (label) => `Change wave: ${label}`,
  layout: (name) => `Layout: ${name}`,
  picture: 'Download the map (PDF)',
  image: 'Download the map (PNG image)',
  note: 'Download the note to the mayor (PDF)',
  print: 'Print this page',
  project: (story) => `Project the story “${story}”`,
  presentation: (story) => `Download the story “${story}” (PPTX)`,
  language: 'Version française',
}
