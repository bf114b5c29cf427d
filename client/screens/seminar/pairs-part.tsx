import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { pairsQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { capital } from '../../view/words.ts'
import { Elsewhere } from './elsewhere.tsx'
import { guestsOf, introducing, introductionOf } from './facts.ts'
import { nameOf, type PartProps } from './part.ts'

/** Pairs that could carry the seminar, and the few introductions that would help most. */
export function PairsPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.seminar.pairs
  const guests = guestsOf(record, seminar.id).filter(({ status }) => status !== 'excused')
  const [among, setAmong] = useState<'guests' | 'all'>(guests.length > 1 ? 'guests' : 'all')
  const actors = [...new Set(guests.map(({ actor }) => actor))]
  const { data, error } = useQuery(pairsQuery(record.id, among === 'guests' ? actors : null))
  const name = (id: string) => nameOf(record, id)
  const theme = (id: string) => record.spaces.get(id)?.name ?? id
  return (
    <div className="pairs-part">
      {error && <p className="problem">{problemSentence(t, error)}</p>}
      {!data && !error && (
        <p className="note" role="status">
          {words.waiting}
        </p>
      )}
      <section aria-labelledby="introductions-heading">
        <h2 id="introductions-heading">{words.introductions}</h2>
        <p className="note">{words.introductionsNote}</p>
        <ToggleButtonGroup
          className="segments"
          aria-label={words.among}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[among]}
          onSelectionChange={(keys) => setAmong([...keys][0] === 'guests' ? 'guests' : 'all')}
        >
          <ToggleButton id="guests" className="segment">
            {words.amongGuests}
          </ToggleButton>
          <ToggleButton id="all" className="segment">
            {words.amongAll}
          </ToggleButton>
        </ToggleButtonGroup>
        {data && <Elsewhere record={record} wave={data.wave} actors={data.elsewhere} />}
        {data?.introductions.length === 0 && <p>{data.basis === null ? words.noTies : words.noIntroductions}</p>}
        <ol className="introductions">
          {data?.introductions.map(({ between: [a, b], introducer, repairs, crossesSpheres, sharedThemes }) => (
            <li key={`${a} ${b}`}>
              <p className="candidate-name">
                {introducer === null
                  ? `${words.present(name(a), name(b))} (${words.noIntroducer})`
                  : `${words.present(name(a), name(b))}, ${words.by(name(introducer))}`}
              </p>
              <p className="note">
                {capital(
                  words.reasons({
                    repairs: repairs.length,
                    crosses: crossesSpheres,
                    themes: sharedThemes.slice(0, 2).map(theme),
                  }),
                )}
              </p>
              {introductionOf(record, [a, b]) ? (
                <p className="note">
                  {words.onAgenda} <PlaceLink screen="findings">{words.seeAgenda}</PlaceLink>
                </p>
              ) : (
                data.wave !== null && (
                  <Button
                    className="button small no-print"
                    aria-label={words.toAgendaNamed(name(a), name(b))}
                    onPress={() =>
                      keep(
                        introducing(
                          record,
                          data.wave ?? '',
                          [a, b],
                          words.agendaText(seminar.name, introducer === null ? null : name(introducer)),
                        ),
                      )
                    }
                  >
                    {words.toAgenda}
                  </Button>
                )
              )}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="leads-heading">
        <h2 id="leads-heading">{words.leads}</h2>
        <p className="note">{words.leadsNote}</p>
        {data?.leads.length === 0 && <p>{words.noLeads}</p>}
        {data && data.leads.length > 0 && (
          <table className="comparison">
            <thead>
              <tr>
                <th scope="col">{words.columns.pair}</th>
                <th scope="col">{words.columns.reach}</th>
                <th scope="col">{words.columns.own}</th>
                <th scope="col">{words.columns.trust}</th>
                <th scope="col">{words.columns.tied}</th>
              </tr>
            </thead>
            <tbody>
              {data.leads.map(({ official, industrial, reach2, nonRedundancy, legitimacy, tied }) => (
                <tr key={`${official} ${industrial}`}>
                  <th scope="row">
                    {name(official)} – {name(industrial)}
                  </th>
                  <td>{reach2 === null ? t.undefined : t.percent(reach2)}</td>
                  <td>{t.percent(nonRedundancy)}</td>
                  <td>{legitimacy === null ? t.undefined : t.percent(legitimacy)}</td>
                  <td>{tied ? words.yes : words.no}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {data && data.leads.length > 0 && (
          <p className="note">
            {[
              words.columnsNote,
              ...(data.leads.every(({ legitimacy }) => legitimacy === null) ? [words.noTrust(t.undefined)] : []),
            ].join(' ')}
          </p>
        )}
      </section>
    </div>
  )
}
