import { useQuery } from '@tanstack/react-query'
import { memo, useCallback, useState } from 'react'
import { Button, Input, Label, Text, TextField } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import { defaultVocabulary } from '#domain/vocabulary.ts'
import type { CandidateWire, ChairsWire } from '#wire/seminar.ts'
import { wordOf } from '#words/vocabulary.ts'
import { chairsQuery } from '../../data/queries.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { usePrinting } from '../../view/printing.ts'
import { capital } from '../../view/words.ts'
import { Elsewhere } from './elsewhere.tsx'
import { addingChair, guestsOf, inviting, ownChairs, withoutOwnChairs } from './facts.ts'
import { GuestList } from './guest-list.tsx'
import { AskNext, type NextAsked, usualAsked } from './next-asked.tsx'
import { chairName, type NamingFacts, nameOf, type PartProps, useNames } from './part.ts'

type Reading = ChairsWire['composition']['categories'][number]

/** The list beside the chairs it leaves empty, who could take them, and who would reach most. */
export function ChairsPart({ record, seminar, keep }: PartProps) {
  const t = useText()
  const guests = guestsOf(record, seminar.id)
  const [asked, ask] = useState(usualAsked)
  const { data, error } = useQuery(
    chairsQuery(record.id, { invited: guests.map(({ actor, status }) => ({ actor, status })), ...wanted(asked) }),
  )
  const names = useNames(record)
  // Whoever is proposed is on no list: it is the first person of theirs.
  const invite = useCallback(
    (actors: readonly string[]) => keep(actors.map((actor) => inviting([], seminar.id, actor))),
    [keep, seminar.id],
  )
  return (
    <div className="chairs-part">
      <GuestList record={record} seminar={seminar} keep={keep} />
      {error && <p className="problem">{problemSentence(t, error)}</p>}
      {data && (
        <>
          <Chairs record={names} data={data} keep={keep} invite={invite} />
          <Reaching record={names} data={data} invite={invite} asked={asked} ask={ask} />
        </>
      )}
    </div>
  )
}

function wanted({ musts, ...asked }: NextAsked) {
  return { ...asked, musts: [...musts] }
}

interface DataProps {
  readonly record: NamingFacts
  readonly data: ChairsWire
  readonly invite: (actors: readonly string[]) => void
}

const Chairs = memo(function Chairs({ record, data, invite, keep }: DataProps & Pick<PartProps, 'keep'>) {
  const t = useText()
  const { categories, spheres, collective, elsewhere } = data.composition
  const covered = categories.filter(({ covering }) => covering === 'covered').length
  const wave = data.wave === null ? '' : (record.waves.get(data.wave)?.label ?? data.wave)
  const isPrinting = usePrinting()
  return (
    <section className="chairs" aria-labelledby="chairs-heading">
      <div className="chairs-head">
        <h2 id="chairs-heading">
          {t.seminar.chairs.heading}{' '}
          <span className="chairs-count">{t.seminar.chairs.covered(covered, categories.length)}</span>
        </h2>
        <Button className="button small" onPress={() => window.print()}>
          {t.seminar.tables.print}
        </Button>
      </div>
      {record.actors.size === 0 ? (
        <p>
          {t.seminar.chairs.noActor} <PlaceLink screen="data">{t.seminar.chairs.addActors}</PlaceLink>
        </p>
      ) : (
        <p className="note">
          {data.basis === null ? t.seminar.chairs.basis.none : t.seminar.chairs.basis[data.basis](wave)}
        </p>
      )}
      <Elsewhere record={record} wave={data.wave} actors={elsewhere} />
      {collective.length > 0 && (
        <p className="note elsewhere">
          {t.seminar.chairs.collective([...new Set(collective)].map((id) => nameOf(record, id)))}
        </p>
      )}
      {spheres.map(({ sphere, covering }) => (
        <div key={sphere} className="chairs-sphere">
          <h3>
            <Mark covering={covering} /> {capital(wordOf(t, record, 'sphere', sphere))}
          </h3>
          <ul>
            {categories
              .filter(({ category }) => category.sphere === sphere)
              .map((reading) => (
                <ChairRow
                  key={reading.category.id}
                  record={record}
                  reading={reading}
                  basis={data.basis}
                  invite={invite}
                  isPrinting={isPrinting}
                />
              ))}
          </ul>
        </div>
      ))}
      <Template record={record} keep={keep} />
    </section>
  )
})

const mostShown = 3

function ChairRow({ record, reading, basis, invite, isPrinting }: ChairRowProps) {
  const t = useText()
  const words = t.seminar.chairs
  const { category, covering, seated, candidates } = reading
  const [isUnfolded, setOpen] = useState(category.critical)
  const isOpen = isUnfolded || isPrinting
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? candidates : candidates.slice(0, mostShown)
  return (
    <li className="chair" data-covering={covering}>
      <p className="chair-name">
        <Mark covering={covering} />
        <span>
          <span className="chair-title">{chairName(t, record, category)}</span>
          {category.critical && <span className="tag">{words.critical}</span>}
          <span className="note">
            {' '}
            {words.states[covering]}
            {category.min > 1 && covering !== 'covered' && `, ${words.wanted(category.min)}`}
            {seated.length > 0 && ` · ${words.seated(seated.map((id) => nameOf(record, id)))}`}
          </span>
        </span>
      </p>
      {covering !== 'covered' && candidates.length === 0 && record.actors.size > 0 && (
        <p className="chair-candidates note">{words.candidates(0)}</p>
      )}
      {covering !== 'covered' && candidates.length > 0 && (
        <details
          className="chair-candidates"
          open={isOpen}
          onToggle={({ currentTarget }) => !isPrinting && setOpen(currentTarget.open)}
        >
          <summary>{words.candidates(candidates.length)}</summary>
          {isOpen && (
            <ul>
              {shown.map((candidate) => (
                <CandidateRow
                  key={candidate.actor}
                  record={record}
                  candidate={candidate}
                  basis={basis}
                  invite={invite}
                />
              ))}
            </ul>
          )}
          {isOpen && candidates.length > mostShown && (
            <Button className="link-button quiet" onPress={() => setWhole(!isWhole)}>
              {isWhole ? words.fewer : words.more(candidates.length - mostShown)}
            </Button>
          )}
        </details>
      )}
    </li>
  )
}

interface ChairRowProps extends Pick<DataProps, 'record' | 'invite'> {
  readonly reading: Reading
  readonly basis: ChairsWire['basis']
  /** On paper nothing can be unfolded. */
  readonly isPrinting: boolean
}

const mostInviters = 2

function CandidateRow({ record, candidate, basis, invite }: CandidateRowProps) {
  const t = useText()
  const { actor, inviters, newlyReached, nominators, tiesToAbsent, bridging, unanswering, elsewhere } = candidate
  const name = nameOf(record, actor)
  const named = inviters.slice(0, mostInviters)
  const why = t.seminar.words.candidate({
    ...{ bridging, unanswering, elsewhere },
    nominators: nominators.length,
    newlyReached: newlyReached.filter((id) => id !== actor).length,
    outside: record.actors.get(actor)?.inside === false,
    tiesToAbsent: tiesToAbsent.slice(0, mostInviters).map((id) => nameOf(record, id)),
    inviters: named.map((one) => ({ name: nameOf(record, one.actor), invited: one.invited })),
    furtherInviters: inviters.length - named.length,
  })
  return (
    <li className="candidate">
      <div>
        <p className="candidate-name">{name}</p>
        {/* Without any tie nothing but the type speaks, of everyone alike. */}
        {basis !== null && <p className="note">{capital(why)}</p>}
      </div>
      <Button className="button small" aria-label={t.seminar.chairs.inviteNamed(name)} onPress={() => invite([actor])}>
        {t.seminar.chairs.invite}
      </Button>
    </li>
  )
}

interface CandidateRowProps extends Pick<DataProps, 'record' | 'invite'> {
  readonly candidate: CandidateWire
  readonly basis: ChairsWire['basis']
}

const mostListed = 6

const Reaching = memo(function Reaching({ record, data, invite, asked, ask }: ReachingProps) {
  const t = useText()
  const words = t.seminar.chairs
  const { reach, unlisted, nonRespondents, unseen, basis } = data
  const missed = reach?.communities.filter(({ within1 }) => within1 === 0).length ?? 0
  return (
    <section className="reaching" aria-labelledby="reach-heading">
      <h2 id="reach-heading">{words.reach}</h2>
      {reach === null && <p>{words.noReach}</p>}
      {reach && (
        <>
          <p className="reach-figures">
            <span className="reach-figure">
              <strong>{t.percent(reach.reach.within1 ?? 0)}</strong> {words.within1}
            </span>
            <span className="reach-figure">
              <strong>{t.percent(reach.reach.within2 ?? 0)}</strong> {words.within2}
            </span>
          </p>
          <p className="note">{words.reachNote(reach.actors)}</p>
          <p>{t.seminar.words.unreachedCommunities(missed, reach.communities.length)}</p>
          <h3>{words.next(reach.next.chosen.length)}</h3>
          <AskNext record={record} asked={asked} ask={ask} spheres={reach.spheres} />
          <ol className="next">
            {reach.next.chosen.map(({ actor, gain }) => (
              <li key={actor} className="candidate">
                <div>
                  <p className="candidate-name">{nameOf(record, actor)}</p>
                  <p className="note">{words.gain(gain)}</p>
                </div>
                <Button
                  className="button small"
                  aria-label={words.inviteNamed(nameOf(record, actor))}
                  onPress={() => invite([actor])}
                >
                  {words.invite}
                </Button>
              </li>
            ))}
          </ol>
          <p className="note">
            {t.seminar.words.next({
              ...reach.next,
              chosen: reach.next.chosen.map(({ actor, gain }) => ({ name: nameOf(record, actor), gain })),
            })}
          </p>
          {reach.next.chosen.length > 1 && (
            <Button className="button" onPress={() => invite(reach.next.chosen.map(({ actor }) => actor))}>
              {words.inviteAll(reach.next.chosen.length)}
            </Button>
          )}
          <details>
            <summary>{words.spheres}</summary>
            <ul className="group-reach">
              {reach.spheres.map(({ group, ...facts }) => (
                <li key={group}>
                  {t.seminar.words.groupReach({ name: wordOf(t, record, 'sphere', group), ...facts })}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {unlisted.length > 0 && (
        <details open>
          <summary>{words.unlisted}</summary>
          <ul>
            {unlisted.slice(0, mostListed).map(({ actor, nominators, critical, effectiveSpheres, bridging }) => (
              <li key={actor} className="candidate">
                <div>
                  <p className="candidate-name">{nameOf(record, actor)}</p>
                  <p className="note">
                    {t.seminar.words.unlisted({ critical, effectiveSpheres, bridging, nominators: nominators.length })}
                  </p>
                </div>
                <Button
                  className="button small"
                  aria-label={words.inviteNamed(nameOf(record, actor))}
                  onPress={() => invite([actor])}
                >
                  {words.invite}
                </Button>
              </li>
            ))}
          </ul>
          {unlisted.length > mostListed && <p className="note">{words.more(unlisted.length - mostListed)}</p>}
        </details>
      )}
      {basis !== null && (
        <>
          <h3>{words.unseen}</h3>
          <p>{t.seminar.words.unseen(unseen ?? { state: 'no_survey' })}</p>
        </>
      )}
      {nonRespondents.length > 0 && (
        <details>
          <summary>{words.silent}</summary>
          <p className="note">{words.silentNote}</p>
          <ul className="group-reach">
            {nonRespondents.slice(0, mostListed).map(({ actor }) => (
              <li key={actor}>{nameOf(record, actor)}</li>
            ))}
          </ul>
          {nonRespondents.length > mostListed && (
            <p className="note">{words.more(nonRespondents.length - mostListed)}</p>
          )}
        </details>
      )}
    </section>
  )
})

interface ReachingProps extends DataProps {
  readonly asked: NextAsked
  readonly ask: (asked: NextAsked) => void
}

/** The chairs of the method, or those of the territory, which can be told how many each asks for. */
function Template({ record, keep }: Pick<DataProps, 'record'> & Pick<PartProps, 'keep'>) {
  const t = useText()
  const words = t.seminar.chairs
  const own = [...record.chairs.values()]
  return (
    <details className="template no-print">
      <summary>{words.template}</summary>
      {own.length === 0 ? (
        <>
          <p className="note">{words.templateNote}</p>
          <Button className="button" onPress={() => keep(ownChairs())}>
            {words.templateCopy}
          </Button>
        </>
      ) : (
        <>
          <ul className="template-chairs">
            {own.map((chair) => {
              const name = chairName(t, record, chair)
              return (
                <li key={chair.id}>
                  <span>{name}</span>
                  <input
                    type="number"
                    min={1}
                    max={99}
                    value={chair.min}
                    aria-label={words.least(name)}
                    onChange={(event) => {
                      const min = event.target.valueAsNumber
                      if (min >= 1 && min <= 99) keep([{ put: 'chair', value: { ...chair, min } }])
                    }}
                  />
                  <label>
                    <input
                      type="checkbox"
                      checked={chair.critical}
                      onChange={(event) =>
                        keep([{ put: 'chair', value: { ...chair, critical: event.target.checked } }])
                      }
                    />{' '}
                    {words.critical}
                  </label>
                  <Button
                    className="chip-remove"
                    aria-label={words.drop(name)}
                    onPress={() => keep([{ remove: 'chair', identity: { id: chair.id } }])}
                  >
                    ×
                  </Button>
                </li>
              )
            })}
          </ul>
          <Button className="link-button" onPress={() => keep(withoutOwnChairs(record))}>
            {words.templateReset}
          </Button>
        </>
      )}
      <AddChair record={record} keep={keep} />
    </details>
  )
}

/** A chair that the method does not have: what it is called, and the kind of actor that may sit on it. */
function AddChair({ record, keep }: Pick<DataProps, 'record'> & Pick<PartProps, 'keep'>) {
  const t = useText()
  const words = t.seminar.chairs
  const [name, setName] = useState('')
  const [type, setType] = useState<string>(defaultVocabulary.actorType[0])
  const [sphere, setSphere] = useState<string>(defaultVocabulary.sphere[0])
  const [min, setMin] = useState(1)
  const plain = plainLine(name).trim()
  const options = (vocabulary: 'actorType' | 'sphere') =>
    wordsOf(record, vocabulary).map((id) => ({ id, name: capital(wordOf(t, record, vocabulary, id)) }))
  return (
    <form
      className="add-chair"
      onSubmit={(event) => {
        event.preventDefault()
        if (plain === '') return
        keep(addingChair(record, { name: plain, type, sphere, min }))
        setName('')
      }}
    >
      <h3>{words.add}</h3>
      <TextField className="field" value={name} onChange={setName}>
        <Label>{words.addName}</Label>
        <Input />
        <Text slot="description" className="note">
          {words.addHint}
        </Text>
      </TextField>
      <Choice
        label={words.addType}
        value={type}
        groups={[{ name: '', options: options('actorType') }]}
        onChange={setType}
      />
      <Choice
        label={words.addSphere}
        value={sphere}
        groups={[{ name: '', options: options('sphere') }]}
        onChange={setSphere}
      />
      <label className="field count">
        <span className="section-title">{words.addLeast}</span>
        <input
          type="number"
          min={1}
          max={99}
          value={min}
          onChange={({ target }) => {
            if (target.valueAsNumber >= 1 && target.valueAsNumber <= 99) setMin(target.valueAsNumber)
          }}
        />
      </label>
      <Button className="button" type="submit" isDisabled={plain === ''}>
        {words.addConfirm}
      </Button>
    </form>
  )
}

/** Words of a vocabulary: those there always are, and those of the territory. */
function wordsOf({ vocabulary }: Pick<NamingFacts, 'vocabulary'>, of: 'actorType' | 'sphere'): string[] {
  const own = [...vocabulary.values()].filter((entry) => entry.vocabulary === of).map(({ id }) => id)
  return [...new Set([...defaultVocabulary[of], ...own])]
}

/** A shape besides a shade, so that it is told without colour; words say the same beside it. */
function Mark({ covering }: { covering: Reading['covering'] }) {
  return (
    <svg className="chair-mark" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <circle
        r="5.25"
        fill={covering === 'covered' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray={covering === 'unanswering' ? '2 2' : undefined}
      />
      {covering === 'thin' && <path d="M 0 -5.25 A 5.25 5.25 0 0 0 0 5.25 Z" fill="currentColor" />}
    </svg>
  )
}
