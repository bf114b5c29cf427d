export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

/** What each calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English' }
