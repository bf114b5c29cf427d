import { useSuspenseQuery } from '@tanstack/react-query'
import { territoriesQuery } from '../queries.ts'
import { nameOf } from '../record.ts'
import { PlaceLink } from '../state/navigation.tsx'
import { mapOf, type TerritoriesPlace } from '../state/place.ts'
import { Masthead } from '../territory/masthead.tsx'
import { useText } from '../text/language.tsx'

export function TerritoriesScreen({ place }: { place: TerritoriesPlace }) {
  const t = useText()
  const { data: territories } = useSuspenseQuery(territoriesQuery)
  return (
    <>
      <Masthead />
      <main id="content" className="territories">
        <h1>{t.territories.heading}</h1>
        <ul>
          {territories.map((territory) => (
            <li key={territory.id}>
              <PlaceLink to={mapOf(territory.id, place.language)}>
                {nameOf(territory.id, territory.settings.name)}
              </PlaceLink>
            </li>
          ))}
        </ul>
      </main>
    </>
  )
}
