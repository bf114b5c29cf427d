import { french } from '#words/formats.ts'

const { count } = french

/** What is said of who else is there, in French; presence.en.ts has the same keys or does not build. */
export const presence = {
  others: (others: number) =>
    count(others, 'autre personne regarde ce territoire', 'autres personnes regardent ce territoire'),
  unnamed: 'Quelqu’un',
  at: (screen: string) => `sur la page « ${screen} »`,
  before: ', devant : ',
  finding: 'un constat',
  myName: 'Mon nom pour les autres (facultatif)',
  showMe: 'Me montrer sous ce nom',
  kept: 'Le nom reste dans ce navigateur et n’est montré, avec ce que vous avez ouvert, que pendant que vous regardez : rien n’en est enregistré avec le territoire.',
}

export type PresenceText = typeof presence
