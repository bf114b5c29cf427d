import { createContext, type ReactNode, use, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import type { Language } from '#words/language.ts'
import type { Text } from './fr.ts'

/** Each language is a file of its own, which only its readers download. */
const texts: Readonly<Record<Language, () => Promise<Text>>> = {
  fr: async () => (await import('./fr.ts')).fr,
  en: async () => (await import('./en.ts')).en,
}

/** What the page says in a language. Rejects when it cannot be downloaded. */
export function textIn(language: Language): Promise<Text> {
  return texts[language]()
}

/** Where nothing else can be said, in whatever language. */
export const unloaded =
  'Maillage n’a pas pu se charger : rechargez la page. · Maillage could not be loaded: reload the page.'

const Words = createContext<Text | null>(null)

/** The words of the page, in the language of the address. */
export function useText(): Text {
  const text = use(Words)
  if (!text) throw new Error('No LanguageProvider is around.')
  return text
}

/** Another language shows once it has come, and the one before stays where it does not. */
export function LanguageProvider({ first, language, children }: LanguageProviderProps) {
  const [text, setText] = useState(first)
  useEffect(() => {
    let wanted = true
    textIn(language).then(
      (come) => wanted && setText(come),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [language])
  useEffect(() => {
    document.documentElement.lang = text.language
  }, [text])
  return (
    <I18nProvider locale={text.locale}>
      <Words value={text}>{children}</Words>
    </I18nProvider>
  )
}

interface LanguageProviderProps {
  /** What the page opens with. */
  readonly first: Text
  /** What the address asks for. */
  readonly language: Language
  readonly children: ReactNode
}
