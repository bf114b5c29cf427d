import { english } from '#words/formats.ts'
import type { whatIf as fr } from './what-if.fr.ts'

const { count } = english

/** The words of “What if…”, in English. */
export const whatIf: typeof fr = {
  heading: 'What if…',
  lead: 'Suppose that actors leave, that ties carry nothing any more, that new ties are made. Nothing changes in the territory: a scenario is kept apart, under its name.',
  noActor: 'This territory knows no actor yet: add some in Data, there is nothing to suppose until then.',
  choose: 'Scenario',
  named: 'New scenario',
  example: 'For example: the plant closes',
  create: 'Begin',
  title: (name) => `What if… ${name}`,
  nothing: 'This scenario supposes nothing yet; it is kept from the first supposition on.',
  leaving: 'Who leaves',
  weakened: 'A tie that carries nothing any more',
  added: 'A new tie',
  between: 'Between',
  and: 'and',
  supposed: {
    leaving: (name) => `${name} leaves`,
    weakened: (one, other) => `Nothing left between ${one} and ${other}`,
    added: (one, other) => `A new tie between ${one} and ${other}`,
  },
  remove: (said) => `Suppose no longer: ${said}`,
  removeAll: (name) => `Delete the scenario “${name}”`,
  absorbing: 'What would have absorbed it',
  others: (others) => `and ${count(others, 'other', 'others')}`,
  caution: (basis) => `What the known network tells, ${basis}; not a forecast.`,
  today: 'Today',
  supposedMap: 'Then',
  marks: { leaving: 'leaves', cutOff: 'cut off from the rest', indispensable: 'becomes indispensable' },
  strokes: { weakened: 'carries nothing any more', added: 'new tie', absorbing: 'would have absorbed it' },
}
