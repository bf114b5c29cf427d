import { createContext, type ReactNode, use, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Vocabulary } from '../record.ts'
import type { Language } from '../state/place.ts'
import { en } from './en.ts'
import { fr, type Text } from './fr.ts'

const texts: Record<Language, Text> = { fr, en }

const Words = createContext<Text>(fr)

/** The words of the page, in the language of the address. */
export function useText(): Text {
  return use(Words)
}

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const text = texts[language]
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <I18nProvider locale={text.locale}>
      <Words value={text}>{children}</Words>
    </I18nProvider>
  )
}

/** The languages with the name each gives itself. */
export const languageNames: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'fr', name: fr.languageName },
  { language: 'en', name: en.languageName },
]

/** A word of a vocabulary as the territory, or else the page, says it; a word nobody names says itself. */
export function wordOf(
  text: Text,
  added: readonly { readonly vocabulary: Vocabulary; readonly id: string; readonly fr: string; readonly en?: string }[],
  vocabulary: Vocabulary,
  id: string,
): string {
  const entry = added.find((word) => word.vocabulary === vocabulary && word.id === id)
  if (entry) return (text === texts.en && entry.en) || entry.fr
  return (text.words[vocabulary] as Readonly<Record<string, string>>)[id] ?? id
}
