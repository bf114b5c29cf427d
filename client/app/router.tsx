import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  redirect,
  retainSearchParams,
  stripSearchParams,
} from '@tanstack/react-router'
import { territoryScreens } from '#wire/pages.ts'
import type { Text } from '../text/fr.ts'
import { pageSchema, parametersOf, placeSchema, searchOf, usualPlace } from '../view/place.ts'
import { ListPage, Shell, TerritoryPage, UnknownPage } from './pages.tsx'

const root = createRootRouteWithContext<{ readonly text: Text }>()({
  validateSearch: pageSchema,
  search: { middlewares: [retainSearchParams(['lang']), stripSearchParams(pageSchema.parse({}))] },
  component: Shell,
  notFoundComponent: UnknownPage,
})

const list = createRoute({ getParentRoute: () => root, path: '/', component: ListPage })

const listByName = createRoute({
  getParentRoute: () => root,
  path: '/territories',
  beforeLoad: () => {
    throw redirect({ to: '/', replace: true })
  },
})

const territory = createRoute({
  getParentRoute: () => root,
  path: '/territories/$territory/$screen',
  params: {
    parse: ({ territory, screen }) => {
      const known = territoryScreens.find((each) => each === screen)
      return known ? { territory, screen: known } : false
    },
  },
  validateSearch: placeSchema,
  search: { middlewares: [stripSearchParams(usualPlace)] },
  component: function Territory() {
    return <TerritoryPage {...territory.useParams()} place={territory.useSearch()} />
  },
})

const territoryByName = createRoute({
  getParentRoute: () => root,
  path: '/territories/$territory',
  validateSearch: placeSchema,
  search: { middlewares: [stripSearchParams(usualPlace)] },
  beforeLoad: ({ params: { territory }, search }) => {
    throw redirect({
      to: '/territories/$territory/$screen',
      params: { territory, screen: 'map' },
      search,
      replace: true,
    })
  },
})

/**
 * Follows every address of the page: the only state beside what was fetched, so that whatever one looks at can be sent to
 * somebody. `text`: what the page opens with.
 */
export function routerWith(text: Text) {
  return createRouter({
    routeTree: root.addChildren([list, listByName, territory, territoryByName]),
    context: { text },
    parseSearch: parametersOf,
    stringifySearch: searchOf,
    search: { strict: true },
    scrollRestoration: true,
    // Failures are said in words where they happen.
    disableGlobalCatchBoundary: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof routerWith>
  }
}
