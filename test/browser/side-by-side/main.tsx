import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { TerritoryMap } from '../../../client/map/map.tsx'
import { fr } from '../../../client/text/fr.ts'
import { LanguageProvider } from '../../../client/text/language.tsx'
import type { Selected } from '../../../client/view/place.ts'
import { type Appearance, freeLayout, useView } from '../../../client/view/view.ts'
import '../../../client/style/base.css'
import './side-by-side.css'

// Two waves of one territory, each on a map of its own: what a screen that compares waves stands on.

const appearance: Appearance = { spaces: false, color: 'sphere', size: 'degree', hidden: [], ...freeLayout }

function SideBySide() {
  const [isOpen, setOpen] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close' : 'Open'}
      </button>
      {isOpen && <WaveMap wave="enquete-2023" />}
      <WaveMap wave="enquete-2025" />
    </>
  )
}

function WaveMap({ wave }: { wave: string }) {
  return (
    <section aria-label={wave}>
      <Suspense>
        <DrawnWave wave={wave} />
      </Suspense>
    </section>
  )
}

function DrawnWave({ wave }: { wave: string }) {
  const [selected, select] = useState<Selected | null>(null)
  const view = useView('val-de-brume', { wave }, appearance)
  return (
    <>
      <output>{selected?.id}</output>
      <TerritoryMap view={view} selected={selected} onSelect={select} />
    </>
  )
}

const page = document.getElementById('content')
if (!page) throw new Error('index.html has no #content')
createRoot(page).render(
  <QueryClientProvider client={new QueryClient()}>
    <LanguageProvider first={fr} language="fr">
      <SideBySide />
    </LanguageProvider>
  </QueryClientProvider>,
)
