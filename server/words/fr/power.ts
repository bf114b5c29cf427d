import type { ChangeKind, SurveyPower } from '../../waves/power.ts'
import { french } from '../formats.ts'
import type { PowerWords } from '../power.ts'

const { number, count, percent } = french

const kinds: Readonly<Record<ChangeKind, string>> = {
  turnover: 'Renouvellement des liens',
  growth: 'Liens en plus',
  decline: 'Liens en moins',
  closure: 'Liens qui ferment un triangle',
}

const never = (largest: number) => `plus de ${percent(largest)}`

/** What a survey to come would show, in French. */
export const power: PowerWords = {
  heading: 'Avant la prochaine enquête',
  lead: ({ asked, expected: { answers, response, changes }, target }) => {
    const seen = changes.some(({ size }) => size !== null)
      ? 'voici ce que la comparaison verrait au moins'
      : 'la comparaison ne verrait aucun des changements essayés, même grands, au moins'
    return `Si ${count(answers, 'acteur répond', 'acteurs répondent')} sur les ${number(asked)} interrogés (${percent(response)}), ${seen} ${number(target * 10)}\u00a0fois sur\u00a010.`
  },
  seen: seenOf,
  enough: ({ asked, expected, more, enough }) => {
    if (more.length === 0) return 'Tous répondraient\u00a0: il n’y a plus de réponse à gagner.'
    if (enough === null) return `Chaque réponse compte, jusqu’à la dernière des ${number(asked)}.`
    if (enough <= expected.answers)
      return 'Ce que davantage de réponses ferait voir de plus reste dans la marge de la simulation.'
    return `${count(enough - expected.answers, 'réponse de plus en vaut la peine', 'réponses de plus en valent la peine')}\u00a0: au-delà de ${number(enough)}, ce que l’on verrait ne diffère plus de ce que montreraient les ${number(asked)}.`
  },
  caution: ({ recall, expected }) =>
    `Par simulation, ${number(expected.changes[0]?.curve[0]?.draws ?? 0)} enquêtes par taille essayée\u00a0: mêmes acteurs interrogés, qui citent ${percent(recall)} de leurs liens, comme la dernière fois. Qui répondra est supposé sans rapport avec qui a répondu\u00a0: si les mêmes répondent, on verra davantage. Entre parenthèses, la marge de la simulation (95\u00a0%).`,
  table: {
    caption: 'Le plus petit changement visible, selon le nombre de réponses',
    answers: 'Réponses',
    kinds,
    never,
    row: (answers, cells) => `${count(answers, 'réponse', 'réponses')} : ${cells.join(' ; ')}`,
    cell: (kind, size, largest) => `${kinds[kind].toLowerCase()} ${size === null ? never(largest) : percent(size)}`,
  },
}

const whats: Readonly<Record<ChangeKind, (share: string) => string>> = {
  turnover: (share) => `Un renouvellement de ${share} des liens (autant de finis que de nouveaux)`,
  growth: (share) => `Une hausse de ${share} du nombre de liens`,
  decline: (share) => `Une baisse de ${share} du nombre de liens`,
  closure: (share) => `Une cohésion plus refermée (${share} des liens déplacés pour fermer des triangles)`,
}

function seenOf(
  { kind, size, interval, curve, transitivity }: SurveyPower['expected']['changes'][number],
  target: number,
): string {
  const largest = percent(curve.at(-1)?.size ?? 0)
  if (size === null)
    return `${whats[kind](largest)} ${kind === 'turnover' ? 'passerait inaperçu' : 'passerait inaperçue'} plus de ${number(10 - target * 10)}\u00a0fois sur\u00a010\u00a0: cette enquête ne permettrait pas de ${kind === 'turnover' ? 'le' : 'la'} voir.`
  const margin =
    interval.low === null
      ? ''
      : interval.high === null
        ? ` (au moins ${percent(interval.low)})`
        : ` (de ${percent(interval.low)} à ${percent(interval.high)})`
  const closed = transitivity
    ? `, soit une transitivité de ${number(transitivity[0], 2)} à ${number(transitivity[1], 2)}`
    : ''
  return `${whats[kind](percent(size))} se verrait${margin}${closed}.`
}
