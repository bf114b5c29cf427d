import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@fontsource-variable/source-sans-3'
import { App } from './app/app.tsx'
import { Refusal } from './data/api.ts'
import './style/base.css'
import './style/overlays.css'
import './style/print.css'
import { placeOf } from './state/place.ts'
import { textIn, unloaded } from './text/language.tsx'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // What the API refused it refuses again; a network that failed may come back.
      retry: (failures, error) => failures < 2 && !(error instanceof Refusal && error.status > 0 && error.status < 500),
    },
  },
})

const page = document.getElementById('page')
if (!page) throw new Error('index.html has no #page')
textIn(placeOf(window.location).language).then(
  (text) =>
    createRoot(page).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <App text={text} />
        </QueryClientProvider>
      </StrictMode>,
    ),
  () => page.append(unloaded),
)
