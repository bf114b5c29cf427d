import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { type TerritoryScreen, territoryScreens } from '#wire/pages.ts'
import { type Language, languageNames, languages } from '#words/language.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { HomeLink, PlaceLink, useLanguageChoice } from '../view/navigation.tsx'
import type { View } from '../view/view.ts'
import { Palette } from './palette.tsx'
import { Presence } from './presence.tsx'
import './masthead.css'

/** The head of every page: where one is, the views of it, the language. */
export function Masthead({ record, screen, view }: MastheadProps) {
  const t = useText()
  return (
    <header className="masthead">
      <a className="skip" href="#content">
        {t.page.skip}
      </a>
      <p className="masthead-where">
        <HomeLink className="brand">
          <img src="/icon.svg" width="22" height="22" alt="" />
          Maillage
        </HomeLink>
        {record && (
          <span className="masthead-name">
            <span className="masthead-territory">{record.name}</span>
            {record.fictitious && <span className="tag">{t.territories.fictitious}</span>}
          </span>
        )}
      </p>
      {screen && <Screens current={screen} />}
      <div className="masthead-tools">
        {record && screen && <Palette record={record} screen={screen} view={view} />}
        {record && <Presence record={record} />}
        <Languages />
      </div>
    </header>
  )
}

interface MastheadProps {
  readonly record?: TerritoryRecord
  readonly screen?: TerritoryScreen
  /** What is drawn, where something is. */
  readonly view?: View
}

function Screens({ current }: { current: TerritoryScreen }) {
  const t = useText()
  return (
    <nav className="screens" aria-label={t.screensOf}>
      {territoryScreens.map((screen) => (
        <PlaceLink key={screen} screen={screen} aria-current={screen === current ? 'page' : undefined}>
          {t.screens[screen]}
        </PlaceLink>
      ))}
    </nav>
  )
}

function Languages() {
  const t = useText()
  const choose = useLanguageChoice()
  return (
    <ToggleButtonGroup
      aria-label={t.page.language}
      className="languages"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[t.language]}
      onSelectionChange={(keys) => {
        const language = [...keys][0] as Language | undefined
        if (language) choose(language)
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
