/** The screens of a territory, as the last part of their path. */
export const territoryScreens = ['map', 'table', 'findings', 'changes', 'views', 'seminar', 'data'] as const
export type TerritoryScreen = (typeof territoryScreens)[number]

/** Paths the page shows something at; whatever else is asked for, it says that there is nothing. */
export const pagePath = new RegExp(`^/(territories(/[^/]+(/(${territoryScreens.join('|')}))?)?/?)?$`)
