import { createContext, type ReactNode, use, useEffect } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '#words/language.ts'
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
