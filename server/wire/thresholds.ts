/** What the rules decide by, for a page that lists it: defaults, bounds, and what a territory set instead. */
export { rulesOf, type ThresholdKey, thresholdKeys, thresholdTable } from '../diagnosis/thresholds.ts'
