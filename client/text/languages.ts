/** The languages everything is said in, the first where none is asked for. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
