import { readFileSync, writeFileSync } from 'node:fs'
import { type Family, families, type Measure, type Needs } from '../server/analysis/measure.ts'
import { measures } from '../server/analysis/measures.ts'
import { measures as words } from '../server/words/en/measures.ts'
import { measureWords } from '../server/words/measures.ts'

/** docs/measures.md is written by hand, but for the catalogue between these two lines. */
const opening = '<!-- The catalogue, written by docs/write-measures.ts. -->'
const closing = '<!-- End of the catalogue. -->'

export const file = new URL('measures.md', import.meta.url)

/** The document with the catalogue as it now is. */
export function withCatalogue(document: string): string {
  const start = document.indexOf(opening)
  const end = document.indexOf(closing)
  if (start < 0 || end < start) throw new Error(`docs/measures.md has lost the line ${start < 0 ? opening : closing}`)
  return `${document.slice(0, start + opening.length)}\n\n${families.map(section).join('\n')}\n${document.slice(end)}`
}

const titles: Record<Family, string> = {
  degree: 'Degree and strength',
  paths: 'Paths: who is near, who lies between',
  spectral: 'Influence through influential partners',
  cohesion: 'Pieces, cuts and cores',
  removal: 'What a departure would take away',
  closure: 'Closure: partners of partners',
  holes: 'Structural holes',
  groups: 'Groups: inside, outside, between',
  communities: 'Communities found from the ties',
  network: 'The network as a whole',
  twoMode: 'Actors and spaces: two modes',
}

const scopes: Record<Measure['scope'], string> = {
  node: 'per node',
  edge: 'per tie',
  graph: 'one for the network',
  group: 'per group',
  byDegree: 'per degree',
  nodeset: 'a set of nodes',
  nodesets: 'sets of nodes',
  edgeset: 'a set of ties',
  edgearray: 'per pair',
}

function section(family: Family): string {
  const own = measures.filter((measure) => measure.family === family)
  return own.length === 0 ? '' : `### ${titles[family]}\n\n${own.map(entry).join('')}`
}

function entry(measure: Measure): string {
  const { id, scope, needs, range, convention, source, complexity, mostNodes } = measure
  const facts = [scopes[scope], network(needs), range, `work ${complexity}`]
  if (mostNodes) facts.push(`up to ${mostNodes.toLocaleString('en')} nodes`)
  const { name, sentence } = measureWords(words, id)
  return `- **\`${id}\`** · ${facts.join(' · ')}\n  *${name}.* ${sentence}\n  ${convention} — ${source}\n`
}

function network({ directed, weights, partition, external, twoMode }: Needs): string {
  const kinds = [
    ...(directed === undefined ? [] : [directed ? 'directed' : 'undirected']),
    ...(weights ? ['with strengths'] : []),
    ...(partition ? ['with groups'] : []),
    ...(external ? ['with inside and outside'] : []),
    ...(twoMode === true ? ['two-mode'] : []),
  ]
  const any = kinds.length === 0 ? 'any network' : `${kinds.join(', ')} networks`
  return twoMode === 'also' ? `${any}, two-mode too` : any
}

if (import.meta.main) writeFileSync(file, withCatalogue(readFileSync(file, 'utf8')))
