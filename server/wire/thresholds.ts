/** What the rules decide by, for a page that lists it: defaults, bounds, and the prefix of a territory's own settings. */
export { type ThresholdKey, thresholdKeys, thresholdTable } from '../diagnosis/thresholds.ts'
export { thresholdPrefix } from '../domain/note.ts'
