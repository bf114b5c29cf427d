import { story } from '#words/en/story.ts'
import { english } from '#words/formats.ts'
import type { ViewsText } from './views.fr.ts'

const { count } = english

/** The words of saved views and stories, in English. */
export const views: ViewsText = {
  ...story,
  heading: 'Views and stories',
  lead: 'A view keeps what the map shows: wave, perimeter, filters, colours, layout, selection. A story tells views one after the other, to be projected or taken away as a presentation.',
  none: 'No view is kept yet. Set the map as you want to show it, then choose “Keep this view”.',
  toMap: 'Open the map',
  save: 'Keep this view',
  saveLead: 'Its address is kept as it is on screen; the map will follow the data.',
  name: 'Name',
  nameHint: 'For example: Who joins industry and training',
  inStory: 'Story',
  noStory: 'None',
  newStory: 'Name of the story (empty: none)',
  keep: 'Keep',
  saved: (name) => `View “${name}” kept.`,
  open: 'Open',
  edit: (name) => `Edit “${name}”`,
  editShort: 'Edit',
  remove: (name) => `Remove “${name}”`,
  removeShort: 'Remove',
  removed: (name) => `View “${name}” removed. Ctrl+Z brings it back.`,
  others: 'In no story',
  story: (name) => `Story “${name}”`,
  slides: (slides) => count(slides, 'view', 'views'),
  present: 'Project',
  speaker: 'Notes in another window',
  download: 'Presentation (PPTX)',
  up: (name) => `Move “${name}” forward`,
  down: (name) => `Move “${name}” back`,
  order: 'Change the order by dragging a view, or with the arrows ↑ and ↓.',
  moved: (name, rank, slides) => `“${name}” is now view ${rank} of ${slides}.`,
  progress: (at, slides) => `${at} / ${slides}`,
  previous: 'Previous view',
  next: 'Next view',
  leave: 'Leave',
  fullScreen: 'Full screen (F)',
  notes: 'Notes',
  noNotes: 'No notes for this view.',
  comes: (name) => `Next: ${name}`,
  last: 'This is the last view.',
  unknownStory: 'This story is no more.',
}
