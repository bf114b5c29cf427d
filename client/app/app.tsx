import { lazy, Suspense } from 'react'
import { Failure } from '../page/failure.tsx'
import { TerritoriesScreen } from '../screens/territories/territories-screen.tsx'
import { usePlace } from '../state/navigation.tsx'
import type { Text } from '../text/fr.ts'
import { LanguageProvider, useText } from '../text/language.tsx'

// The list opens without what draws maps.
const TerritoryScreen = lazy(async () => {
  const { TerritoryScreen } = await import('./territory-screen.tsx')
  return { default: TerritoryScreen }
})

/** The whole page: which screen it shows is in its address. */
export function App({ text }: { text: Text }) {
  const place = usePlace()
  const key = place.screen === 'territories' ? 'territories' : place.territory
  return (
    <LanguageProvider first={text} language={place.language}>
      <Failure key={`${key} ${place.screen}`}>
        <Suspense fallback={<Waiting />}>
          {place.screen === 'territories' ? (
            <TerritoriesScreen place={place} />
          ) : (
            <TerritoryScreen key={place.territory} place={place} />
          )}
        </Suspense>
      </Failure>
    </LanguageProvider>
  )
}

function Waiting() {
  const t = useText()
  return (
    <main id="content" className="waiting" aria-busy="true">
      <p>{t.page.loading}</p>
    </main>
  )
}
