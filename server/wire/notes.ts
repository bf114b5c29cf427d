/** What the settings that hold a note on a finding begin with; then the id of the finding and the field. */
export { notePrefix } from '../domain/note.ts'
