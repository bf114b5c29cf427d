import { Outlet, useRouteContext, useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { Failure } from '../page/failure.tsx'
import { Masthead } from '../page/masthead.tsx'
import { useTitle } from '../page/title.ts'
import { TerritoriesScreen } from '../screens/territories/territories-screen.tsx'
import { LanguageProvider, useText } from '../text/language.tsx'
import { HomeLink } from '../view/navigation.tsx'
import type { TerritoryScreenProps } from './territory-screen.tsx'

// The list opens without what draws maps.
const TerritoryScreen = lazy(async () => {
  const { TerritoryScreen } = await import('./territory-screen.tsx')
  return { default: TerritoryScreen }
})

/** What every page stands in: its language. */
export function Shell() {
  const { lang } = useSearch({ from: '__root__' })
  const { text } = useRouteContext({ from: '__root__' })
  return (
    <LanguageProvider first={text} language={lang}>
      <Outlet />
    </LanguageProvider>
  )
}

export function ListPage() {
  return (
    <Page>
      <TerritoriesScreen />
    </Page>
  )
}

export function TerritoryPage(props: TerritoryScreenProps) {
  return (
    <Page key={`${props.territory} ${props.screen}`}>
      <TerritoryScreen {...props} />
    </Page>
  )
}

/** Of an address that names nothing. */
export function UnknownPage() {
  const t = useText()
  useTitle([t.page.unknown])
  return (
    <div className="page">
      <Masthead />
      <main id="content" className="failure">
        <h1>{t.page.unknown}</h1>
        <p className="lead">{t.page.unknownLead}</p>
        <p>
          <HomeLink className="button primary">{t.page.backToTerritories}</HomeLink>
        </p>
      </main>
    </div>
  )
}

function Page({ children }: { children: ReactNode }) {
  return (
    <Failure>
      <Suspense fallback={<Waiting />}>{children}</Suspense>
    </Failure>
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
