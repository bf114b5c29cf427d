import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { campaignOf } from '#domain/campaign.ts'
import { longestId } from '#domain/description.ts'
import { foldedWords } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import type { Attachment } from '#domain/territory.ts'
import type { EmblemsWire } from '#wire/seminar.ts'
import { emblemsQuery } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { capital } from '../../view/words.ts'
import { Elsewhere } from './elsewhere.tsx'
import { nameOf, type PartProps } from './part.ts'
import './workshop.css'

/** What the territory's organisations hold dear, typed as they say it, and whom it would bring together. */
export function EmblemsPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const words = t.workshop.emblems
  const { data, error } = useQuery(emblemsQuery(record.id, seminar.id))
  const sharing = new Set(campaignOf(record, seminar.id).map(({ id }) => id))
  const named = [...record.attachments.values()].filter((one) => sharing.has(one.seminar))
  return (
    <div className="emblems-part">
      <section className="emblems" aria-labelledby="emblems-heading">
        <h2 id="emblems-heading">{words.heading}</h2>
        <p className="note">{words.lead}</p>
        <EmblemForm record={record} seminar={seminar} keep={keep} named={named} />
        <p className="note">{words.notTies}</p>
        {named.length > 0 && (
          <Button className="button" onPress={() => window.print()}>
            {words.print}
          </Button>
        )}
      </section>
      <section className="emblems-named" aria-labelledby="emblems-named-heading">
        <h2 id="emblems-named-heading">
          {data && named.length > 0
            ? words.named(data.emblems.length, new Set(named.map(({ actor }) => actor)).size)
            : words.namedHeading}
        </h2>
        {error && <p className="problem">{problemSentence(t, error)}</p>}
        {named.length === 0 && <p className="note">{words.none}</p>}
        <ul className="emblem-list">
          {data?.emblems.map(({ emblem, actors }) => (
            <li key={emblem}>
              <p className="emblem-name">
                {emblem} <span className="note">{words.by(actors.length)}</span>
              </p>
              <ul className="chips">
                {actors.map((actor) => (
                  <EmblemChip
                    key={actor}
                    name={nameOf(record, actor)}
                    emblem={emblem}
                    remove={() =>
                      keep(
                        named
                          .filter((one) => one.actor === actor && isSame(one.emblem, emblem))
                          .map((one) => ({
                            remove: 'attachment',
                            identity: { seminar: one.seminar, actor: one.actor, emblem: one.emblem },
                          })),
                      )
                    }
                  />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      {data && named.length > 0 && <Conversations record={record} data={data} />}
    </div>
  )
}

function isSame(a: string, b: string): boolean {
  return a === b || foldedWords(a) === foldedWords(b)
}

/** Organisation, Enter, emblem, Enter: the focus goes from one field to the other and back. */
function EmblemForm({ record, seminar, keep, named }: PartProps & { readonly named: readonly Attachment[] }) {
  const t = useText()
  const words = t.workshop.emblems
  const id = useId()
  const entries = useMemo(() => namedEntries(t, record, 'actor'), [t, record])
  const [actor, setActor] = useState<string | null>(null)
  const [emblem, setEmblem] = useState('')
  const [said, setSaid] = useState('')
  /** Each line empties the field of organisations. */
  const [line, setLine] = useState(0)
  const actorField = useRef<HTMLInputElement>(null)
  const emblemField = useRef<HTMLInputElement>(null)
  const known = [...new Map(named.map((one) => [foldedWords(one.emblem), one.emblem])).values()].sort((a, b) =>
    a.localeCompare(b, t.locale),
  )
  const plain = plainLine(emblem).trim().slice(0, longestId)
  const note = () => {
    if (actor === null || plain === '') return
    const name = nameOf(record, actor)
    if (named.some((one) => one.actor === actor && isSame(one.emblem, plain))) setSaid(words.already(name, plain))
    else {
      const spelling = known.find((one) => isSame(one, plain)) ?? plain
      keep([{ put: 'attachment', value: { seminar: seminar.id, actor, emblem: spelling } }])
      setSaid(words.added(name, spelling))
    }
    setActor(null)
    setEmblem('')
    setLine(line + 1)
    // The field is made anew: it is there once this is drawn.
    requestAnimationFrame(() => actorField.current?.focus())
  }
  return (
    <form
      className="emblem-form"
      onSubmit={(event) => {
        event.preventDefault()
        note()
      }}
    >
      <NameChoice
        key={line}
        ref={actorField}
        label={words.actor}
        entries={entries}
        value={actor}
        onChange={setActor}
        onPick={() => emblemField.current?.focus()}
        hint={words.actorHint}
        none={words.noActor}
      />
      <div className="form-field">
        <label htmlFor={id}>{words.emblem}</label>
        <input
          ref={emblemField}
          id={id}
          className="form-input"
          list={`${id}-known`}
          maxLength={longestId}
          autoComplete="off"
          value={emblem}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setEmblem(target.value)}
        />
        <datalist id={`${id}-known`}>
          {known.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <p id={`${id}-hint`} className="form-hint">
          {words.emblemHint}
        </p>
      </div>
      <button type="submit" className="button primary" disabled={actor === null || plain === ''}>
        {words.add}
      </button>
      <p role="status" className="note">
        {said}
      </p>
    </form>
  )
}

function EmblemChip({ name, emblem, remove }: { name: string; emblem: string; remove: () => void }) {
  const t = useText()
  return (
    <li className="chip">
      <span className="chip-name chip-said" title={name}>
        {name}
      </span>
      <Button className="chip-remove" aria-label={t.workshop.emblems.remove(name, emblem)} onPress={remove}>
        ×
      </Button>
    </li>
  )
}

/** Read at once; the others are counted. */
const mostShown = 12

function Conversations({ record, data }: { record: TerritoryRecord; data: EmblemsWire }) {
  const t = useText()
  const words = t.workshop.emblems
  const wave = data.wave === null ? '' : (record.waves.get(data.wave)?.label ?? data.wave)
  const name = (id: string) => nameOf(record, id)
  const shown = data.conversations.slice(0, mostShown)
  return (
    <section className="conversations" aria-labelledby="conversations-heading">
      <h2 id="conversations-heading">{words.conversations}</h2>
      <p className="note">{words.conversationsNote}</p>
      <p className="note">
        {data.basis === null ? words.basis.none : words.basis[data.basis](wave)} {words.tied(data.tied, data.pairs)}
      </p>
      <Elsewhere record={record} wave={data.wave} actors={data.elsewhere} />
      {shown.length === 0 && <p>{words.noConversations}</p>}
      <ol className="introductions">
        {shown.map(({ between: [a, b], emblems, crossesSpheres, introducer }) => (
          <li key={`${a} ${b}`}>
            <p className="candidate-name">
              <PlaceLink screen="map" change={{ actor: a, space: undefined }}>
                {name(a)}
              </PlaceLink>
              {' – '}
              <PlaceLink screen="map" change={{ actor: b, space: undefined }}>
                {name(b)}
              </PlaceLink>
            </p>
            <p className="note">
              {capital(
                [
                  words.shared(emblems),
                  ...(crossesSpheres ? [words.crosses] : []),
                  introducer === null ? words.noIntroducer : words.introducer(name(introducer)),
                ].join(t.seminar.semicolon),
              )}
              .
            </p>
          </li>
        ))}
      </ol>
      {data.found > shown.length && <p className="note">{words.more(data.found - shown.length)}</p>}
      {data.unplaced.length > 0 && <p className="note">{words.unplaced(data.unplaced.map(name))}</p>}
      <details>
        <summary>{words.howWeighed}</summary>
        <p className="note">{words.weighting}</p>
      </details>
    </section>
  )
}
