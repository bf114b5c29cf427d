import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import type { TerritorySummaryWire } from '#wire/record.ts'
import { networkQuery, territoriesQuery } from '../../data/queries.ts'
import { nameOf } from '../../data/record.ts'
import { Failure, failureNote } from '../../page/failure.tsx'
import { Masthead } from '../../page/masthead.tsx'
import { useTitle } from '../../page/title.ts'
import { useText } from '../../text/language.tsx'
import { outsideWaveOf } from '../../view/counts.ts'
import { CreateTerritory } from './create-territory.tsx'
import { Examples } from './examples.tsx'
import { mostToDraw, Preview } from './preview.tsx'
import { RemoveTerritory } from './remove-territory.tsx'
import './territories.css'

/** Every territory, each with a small map of it. */
export function TerritoriesScreen() {
  const t = useText()
  const { data: territories } = useSuspenseQuery(territoriesQuery)
  useTitle([t.territories.heading])
  return (
    <div className="page">
      <Masthead />
      <main id="content" className="territories">
        <header className="territories-head">
          <div>
            <h1>{territories.length > 0 ? t.territories.heading : t.territories.empty}</h1>
            <p className="lead">{territories.length > 0 ? t.territories.lead : t.territories.emptyNext}</p>
          </div>
          <CreateTerritory isFirst={territories.length === 0} />
        </header>
        <ul className="territory-list">
          {territories.map((territory) => (
            <Entry key={territory.id} territory={territory} />
          ))}
        </ul>
        <Examples here={territories} />
        <footer className="note">
          <a href="/licences.txt">{t.page.licences}</a>
        </footer>
      </main>
    </div>
  )
}

function Entry({ territory }: { territory: TerritorySummaryWire }) {
  const t = useText()
  const { id, settings, actors, spaces, ties, waves } = territory
  const name = nameOf(id, settings)
  const map = { to: '/territories/$territory/$screen', params: { territory: id, screen: 'map' } } as const
  const counts = t.territories.counts(actors, spaces, ties)
  return (
    <li className="entry">
      <Link className="entry-map" {...map} tabIndex={-1} aria-hidden="true">
        <Failure instead={failureNote}>
          <Suspense fallback={<span className="entry-blank" />}>
            {waves > 0 ? (
              <Preview id={id} actors={actors} />
            ) : (
              <span className="entry-blank">{t.territories.noWave}</span>
            )}
          </Suspense>
        </Failure>
      </Link>
      <div className="entry-words">
        <h2>
          <Link {...map}>{name}</Link>
          {settings.fictitious === true && <span className="tag">{t.territories.fictitious}</span>}
        </h2>
        {settings.fictitious === true && <p>{t.territories.fictitiousNote}</p>}
        {typeof settings.description === 'string' && <p className="entry-description">{settings.description}</p>}
        <p className="entry-counts">
          {waves > 0 && actors <= mostToDraw ? (
            <Failure instead={() => counts}>
              <Suspense fallback={counts}>
                <Counts territory={territory} />
              </Suspense>
            </Failure>
          ) : (
            counts
          )}{' '}
          · {t.territories.waves(waves)}
        </p>
        <RemoveTerritory id={id} name={name} />
      </div>
    </li>
  )
}

/** How much a territory holds, and how many of its actors its map leaves out, being that of one wave. */
function Counts({ territory: { id, actors, spaces, ties } }: { territory: TerritorySummaryWire }) {
  const t = useText()
  const { data: outside } = useSuspenseQuery({
    ...networkQuery(id, {}),
    select: outsideWaveOf,
  })
  return t.territories.counts(actors, spaces, ties, outside)
}
