/** What the rules decide by, for a page that lists it: defaults and bounds. */
export { type ThresholdKey, thresholdKeys, thresholdTable } from '../diagnosis/thresholds.ts'
