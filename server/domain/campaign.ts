import { foldedWords } from './folding.ts'
import { compareText } from './perimeter.ts'
import type { Seminar, Territory } from './territory.ts'

/**
 * The seminars of one campaign, that of the id among them, by date, those without one last, then by id: what is put up at one is on the wall of all. Alone where it belongs to
 * none; two spellings are one campaign when they fold to the same words.
 */
export function campaignOf({ seminars }: Pick<Territory, 'seminars'>, id: string): readonly Seminar[] {
  const seminar = seminars.get(id)
  const campaign = foldedWords(seminar?.campaign ?? '')
  if (!seminar || campaign === '') return seminar ? [seminar] : []
  return [...seminars.values()]
    .filter((one) => foldedWords(one.campaign ?? '') === campaign)
    .sort((a, b) => compareText(a.date ?? '9999', b.date ?? '9999') || compareText(a.id, b.id))
}
