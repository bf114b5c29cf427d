import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/source-sans-3'
import { routerWith } from './app/router.tsx'
import { RequestError } from './data/api.ts'
import './style/base.css'
import './style/overlays.css'
import './style/print.css'
import { textIn, unloaded } from './text/language.tsx'
import { pageSchema, parametersOf } from './view/place.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the API refused it refuses again; a network that failed may come back.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof RequestError && error.status > 0 && error.status < 500),
    },
  },
})

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no #page')
const { lang } = pageSchema.parse(parametersOf(window.location.search))
textIn(lang).then(
  (text) =>
    createRoot(page).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <RouterProvider router={routerWith(text)} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  () => page.append(unloaded),
)
