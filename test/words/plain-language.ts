import { worldOf } from '../../examples/fictitious/world.ts'
import { agendaOf } from '../../server/agenda/agenda.ts'
import { diagnoseTerritory } from '../../server/diagnosis/diagnose.ts'
import { caseOf } from '../../server/diagnosis/territory-case.ts'
import { rulesOf } from '../../server/diagnosis/thresholds.ts'
import { latestWave } from '../../server/domain/perimeter.ts'
import type { Territory } from '../../server/domain/territory.ts'
import { agendaSchema } from '../../server/wire/agenda.ts'
import { diagnosisSchema } from '../../server/wire/diagnosis.ts'
import { agenda as englishAgenda } from '../../server/words/en/agenda.ts'
import { findings as englishFindings } from '../../server/words/en/findings.ts'
import type { Names } from '../../server/words/findings.ts'
import { agenda as frenchAgenda } from '../../server/words/fr/agenda.ts'
import { findings as frenchFindings } from '../../server/words/fr/findings.ts'

// What docs/decisions/0025-plain-language.md asks of every sentence on findings.

const words = {
  fr: { agenda: frenchAgenda, findings: frenchFindings },
  en: { agenda: englishAgenda, findings: englishFindings },
}
export type Tongue = keyof typeof words

const mostWords = 25

const forbidden: Readonly<Record<Tongue, RegExp>> = {
  fr: /\b[pq]\s*[=<]|p-valeur|demi-vie|modèle nul|tirage|simulation|homophilie|médiane|triangle|intervalle|efficacité|centralité|graphe\b|nœud|au hasard|à nombre de liens/iu,
  en: /\b[pq]\s*[=<]|p-value|half-life|null model|\bdraws?\b|simulation|homophily|median|triangle|interval|efficiency|centrality|betweenness|graph\b|node|at random|equal numbers of ties/iu,
}
const twice: Readonly<Record<Tongue, RegExp>> = {
  fr: /\bne \p{L}+ (?:pas|plus) (?:sans|personne|rien|aucune?)\b|\bpas sans\b|\bnon sans\b|\baucune? [^.]* ni aucune?\b|\bne manque(?:nt)? pas\b/iu,
  en: /\bnot un\p{L}+|\bnot without\b|\bno [^.]* nor no\b|\bnobody [^.]* nobody\b/iu,
}
/** Of French: articles that contract, vowels that elide, spaces that do not break, and words in the order of people. */
const set: readonly RegExp[] = [
  /\b(?:de|à|auprès de) (?:le|les)\s/u,
  /\b(?:de|que|ne|se|je|jusque|lorsque|puisque) (?=[aeiouâàéèêëîïôûœh](?!nze|ui\b))(?!h(?:angar|aut|ors|uit|all|ub))/iu,
  /\b(?:sans|par|pour|si) (?:Office|Agence|Ville|Commune|Région|CCI|CNRS|Lycée|Université|Éducation)/u,
  /[^\u00a0\u202f][;:?!»](?:\s|$)|«(?!\u00a0)/u,
  /\p{L}'\p{L}|\s{2}|\s[.,]|\d%|\.\./u,
]

/** Names of organisations, places and projects are not ours: each counts as one word. */
const oneWord = (names: Names): Names => {
  const one = () => 'Airbus'
  return { ...names, actor: one, space: one, sphere: one, actorType: one, group: one }
}

/** What is wrong with a sentence, under the names of its territory; `short`, the same with a word for each name. */
function faultsIn(sentence: string, short: string, tongue: Tongue): string[] {
  const parts = short.split(/(?<=[.?!])\s+(?=[\p{Lu}\p{N}«“])/u)
  const long = parts.filter((part) => part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length > mostWords)
  return [
    ...long.map((part) => `longer than ${mostWords} words: ${part}`),
    ...(forbidden[tongue].test(short) ? [`a word of the trade: ${sentence}`] : []),
    ...(twice[tongue].test(short) ? [`two negations: ${sentence}`] : []),
    ...(tongue === 'fr' ? set.filter((fault) => fault.test(sentence)).map((fault) => `${fault}: ${sentence}`) : []),
    ...(/undefined|null\b|NaN|Infinity/.test(sentence) ? [`nothing to say: ${sentence}`] : []),
  ]
}

export interface SentencesRead {
  readonly count: number
  readonly faults: readonly string[]
}

/** Reads every sentence that findings and the agenda of the latest wave of a territory make, in both languages. */
export async function readSentences(territory: Territory): Promise<SentencesRead> {
  const wave = latestWave(territory) ?? ''
  const rules = rulesOf(territory.settings)
  const diagnosis = await diagnoseTerritory(territory, wave, {
    until: 'first',
    effort: { table: 999, programme: 999, plane: 20 },
  })
  const agenda = agendaSchema.parse(agendaOf(territory, caseOf(territory, wave, rules), diagnosis, rules.thresholds))
  const { findings } = diagnosisSchema.parse(diagnosis)
  const faults: string[] = []
  let count = 0
  for (const tongue of ['fr', 'en'] as const) {
    const said = (names: Names) => [
      ...findings.flatMap((finding) => [
        words[tongue].findings.statement(finding, names),
        words[tongue].findings.suggestion(finding, names),
      ]),
      ...agenda.items.flatMap((item) => [
        words[tongue].agenda.headline(item, names, agenda.basis),
        ...item.acts.map((act) => words[tongue].agenda.act(act, names)),
        item.change && words[tongue].agenda.change(item.change),
        words[tongue].agenda.sure(item, agenda.basis),
        words[tongue].agenda.disproof(item, names),
        ...item.steps.flatMap((step) => [
          `${words[tongue].agenda.step(step, names)}.`,
          ...(['yes', 'no', 'unknown'] as const).map((outcome) => words[tongue].agenda.outcome(step, outcome, names)),
        ]),
      ]),
    ]
    const names = namesIn(territory)
    const short = said(oneWord(names))
    for (const [index, sentence] of said(names).entries()) {
      if (sentence === null) continue
      count++
      faults.push(
        ...faultsIn(sentence, short[index] ?? '', tongue).map((fault) => `${territory.id} ${tongue} ${fault}`),
      )
    }
  }
  return { count, faults }
}

function namesIn(territory: Territory): Names {
  return {
    actor: (id) => territory.actors.get(id)?.name ?? id,
    group: (id) => id,
    space: (id) => territory.spaces.get(id)?.name ?? id,
    sphere: (id) => id,
    actorType: (id) => id,
    tieKind: (id) => id,
  }
}

/** npx node test/words/plain-language.ts 50: reads as many fictitious territories. */
if (import.meta.main) {
  const seeds = Number(process.argv[2] ?? 50)
  let sentences = 0
  const faults: string[] = []
  for (let index = 0; index < seeds; index++) {
    const read = await readSentences(worldOf(`sentences ${index}`, { id: `seed-${index}` }).territory)
    sentences += read.count
    faults.push(...read.faults)
  }
  for (const fault of faults) console.log(fault)
  console.log(`${sentences} sentences of ${seeds} territories, ${faults.length} faults`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
