import { fr, type Text } from './fr.ts'

export const en: Text = { ...fr, locale: 'en-GB', languageName: 'English' }
