import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { type Language, languageNames, languages } from '#words/language.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { go, PlaceLink, usePlace } from '../state/navigation.tsx'
import { type Place, type TerritoryPlace, territoriesPlace, territoryScreens } from '../state/place.ts'
import { useText } from '../text/language.tsx'
import './masthead.css'

/** The head of every page: where one is, the views of it, the language. */
export function Masthead({ record, place, children }: MastheadProps) {
  const t = useText()
  const { language } = usePlace()
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        {t.page.skip}
      </a>
      <p className="masthead-where">
        <PlaceLink className="brand" to={territoriesPlace(language)}>
          <img src="/icon.svg" width="22" height="22" alt="" />
          Maillage
        </PlaceLink>
        {record && (
          <span className="masthead-name">
            {record.name}
            {record.fictitious && <span className="tag">{t.territories.fictitious}</span>}
          </span>
        )}
      </p>
      {place && <Screens place={place} />}
      <div className="masthead-tools">
        {children}
        <Languages />
      </div>
    </header>
  )
}

interface MastheadProps {
  readonly record?: TerritoryRecord
  readonly place?: TerritoryPlace
  readonly children?: ReactNode
}

function Screens({ place }: { place: TerritoryPlace }) {
  const t = useText()
  return (
    <nav className="screens" aria-label={t.views}>
      {territoryScreens.map((screen) => (
        <PlaceLink key={screen} to={{ ...place, screen }} aria-current={screen === place.screen ? 'page' : undefined}>
          {t.screens[screen]}
        </PlaceLink>
      ))}
    </nav>
  )
}

function Languages() {
  const t = useText()
  const place: Place = usePlace()
  return (
    <ToggleButtonGroup
      aria-label={t.page.language}
      className="languages"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[place.language]}
      onSelectionChange={(keys) => {
        const language = [...keys][0] as Language | undefined
        if (language) go({ ...place, language }, 'replace')
      }}
    >
      {languages.map((language) => (
        <ToggleButton key={language} id={language} aria-label={languageNames[language]} className="language">
          {language.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
