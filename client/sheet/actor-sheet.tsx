import { type ReactNode, Suspense } from 'react'
import { type Actor, keyOf, type Participation } from '#domain/territory.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { ConfidenceMark, FactActions, NameLink, Provenance } from '../view/facts.tsx'
import { Glyph } from '../view/glyph.tsx'
import { useAdjust } from '../view/navigation.tsx'
import { type Place, usualPerimeter } from '../view/place.ts'
import type { View } from '../view/view.ts'
import { capital } from '../view/words.ts'
import { ActorHistory } from './actor-history.tsx'
import { Figures } from './figures.tsx'
import { type Partner, partnersOf } from './partners.ts'
import { TieFacts } from './tie-facts.tsx'

export function ActorSheet({ view, actor, reach }: { view: View; actor: Actor; reach?: ReactNode }) {
  const t = useText()
  const { record, network, categories, hidden } = view
  const node = network.actors.indexOf(actor.id)
  const category = categories.categoryOf(actor.id)
  const partners = node === -1 ? [] : partnersOf(view, node)
  const spheres = [...new Set(partners.map(({ actor: id }) => record.actors.get(id)?.sphere ?? ''))].filter(Boolean)
  const wave = network.perimeter.wave
  const participations = (record.participationsOfActor.get(actor.id) ?? []).filter((taken) => taken.wave === wave)
  const otherTies = (record.tiesOfActor.get(actor.id) ?? []).filter((tie) => tie.wave !== wave)
  const status = record.roster.get(keyOf('roster', { actor: actor.id, wave }))?.status
  const hosted = [...record.spaces.values()].filter((space) => space.host === actor.id)
  const editing = useEditing()
  const adjust = useAdjust()
  const shown = showing(view, actor.id)
  return (
    <>
      <header className="sheet-head">
        <h2>
          {node !== -1 && <Glyph look={category.look} size={22} />}
          {actor.name}
        </h2>
        <p>
          {[
            capital(wordOf(t, record, 'actorType', actor.type)),
            wordOf(t, record, 'sphere', actor.sphere),
            t.scopes[actor.scope],
            t.sides[actor.inside ? 'inside' : 'outside'],
            ...(actor.collective ? [t.sheet.collective] : []),
            ...(actor.commune ? [actor.commune] : []),
            ...(status ? [t.rosterStatuses[status]] : []),
          ].join(' · ')}
          {actor.confidence && actor.confidence !== 'certain' && (
            <span className={`confidence confidence-${actor.confidence}`}>
              {t.sheet.classification(t.confidences[actor.confidence])}
            </span>
          )}
        </p>
        {node === -1 && <p className="note">{t.sheet.notInView}</p>}
        {node !== -1 && hidden.has(category.id) && <p className="note">{t.sheet.hiddenByLegend}</p>}
        {shown && (
          <p className="sheet-actions">
            <button type="button" className="button" onClick={() => adjust(shown, 'push')}>
              {shown.wave === undefined
                ? t.explore.show
                : t.explore.showIn(record.waves.get(shown.wave)?.label ?? shown.wave)}
            </button>
          </p>
        )}
        {node !== -1 && (
          <p className="lead">
            {t.sheet.partners(
              partners.length,
              spheres.map((sphere) => wordOf(t, record, 'sphere', sphere)),
            )}
          </p>
        )}
        {editing && (
          <p className="sheet-actions">
            <button type="button" className="button" onClick={() => editing.edit('actor', actor)}>
              {t.edit.change}
            </button>
            <button type="button" className="button" onClick={() => editing.addTie(actor.id)}>
              {t.edit.addTie}
            </button>
            <button type="button" className="button" onClick={() => editing.remove('actor', actor)}>
              {t.edit.remove}
            </button>
          </p>
        )}
      </header>
      {node !== -1 && reach}

      <section>
        <h3>
          {t.sheet.ties} <span className="count">{partners.length}</span>
        </h3>
        {partners.length === 0 && <p className="note">{t.sheet.noTies}</p>}
        <ul className="facts">
          {partners.map((partner) => (
            <PartnerRow key={partner.actor} view={view} actor={actor} partner={partner} />
          ))}
        </ul>
        {otherTies.length > 0 && (
          <details>
            <summary>{t.sheet.otherWaves(otherTies.length)}</summary>
            <ul className="facts">
              {otherTies.map((tie) => (
                <li key={keyOf('tie', tie)}>
                  <NameLink
                    selected={{ noun: 'actor', id: tie.from === actor.id ? tie.to : tie.from }}
                    name={nameOf(view, tie.from === actor.id ? tie.to : tie.from)}
                  />
                  <span className="note"> {record.waves.get(tie.wave)?.label ?? tie.wave}</span>
                  <TieFacts view={view} actor={actor} ties={[tie]} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>

      <section>
        <h3>
          {t.sheet.spaces} <span className="count">{participations.length + hosted.length}</span>
        </h3>
        {participations.length + hosted.length === 0 && <p className="note">{t.sheet.noSpaces}</p>}
        <ul className="facts">
          {hosted.map((space) => (
            <li key={space.id}>
              <NameLink selected={{ noun: 'space', id: space.id }} name={space.name} />
              <p className="fact">{t.sheet.hostOf}</p>
            </li>
          ))}
          {participations.map((taken) => (
            <SpaceRow key={`${taken.space} ${taken.role}`} view={view} taken={taken} />
          ))}
        </ul>
        {editing && (
          <p className="sheet-actions">
            <button
              type="button"
              className="button"
              onClick={() => editing.add('participation', { actor: actor.id, wave, role: 'member' })}
            >
              {t.edit.addParticipation}
            </button>
          </p>
        )}
      </section>

      <Suspense fallback={null}>
        <ActorHistory record={record} actor={actor.id} />
      </Suspense>

      {node !== -1 && (
        <section>
          <h3>{t.sheet.measures}</h3>
          <Suspense fallback={<p className="note">{t.page.loading}</p>}>
            <Figures view={view} node={node} />
          </Suspense>
        </section>
      )}

      <About actor={actor} />
    </>
  )
}

function PartnerRow({ view, actor, partner }: { view: View; actor: Actor; partner: Partner }) {
  const t = useText()
  return (
    <li>
      <NameLink selected={{ noun: 'actor', id: partner.actor }} name={nameOf(view, partner.actor)} />
      <TieFacts view={view} actor={actor} ties={partner.ties} />
      {partner.spaces.map((space) => (
        <p key={space} className="fact">
          {t.sheet.sharedThrough(view.record.spaces.get(space)?.name ?? space)}
        </p>
      ))}
    </li>
  )
}

function SpaceRow({ view, taken }: { view: View; taken: Participation }) {
  const t = useText()
  const space = view.record.spaces.get(taken.space)
  return (
    <li>
      <NameLink selected={{ noun: 'space', id: taken.space }} name={space?.name ?? taken.space} />
      <div className="fact">
        <p>
          <strong>{wordOf(t, view.record, 'role', taken.role)}</strong>
          {space && `, ${wordOf(t, view.record, 'spaceKind', space.kind)}`}{' '}
          <ConfidenceMark confidence={taken.confidence} />
          <FactActions
            noun="participation"
            fact={taken}
            what={`${space?.name ?? taken.space}, ${wordOf(t, view.record, 'role', taken.role)}`}
          />
        </p>
        <Provenance source={taken.source} note={taken.note} />
      </div>
    </li>
  )
}

function About({ actor }: { actor: Actor }) {
  const t = useText()
  return (
    <section>
      <h3>{t.sheet.sources}</h3>
      <p>{actor.source ?? t.sheet.noSource}</p>
      {actor.note && <p className="fact">{actor.note}</p>}
      <dl className="about">
        {actor.aliases && (
          <>
            <dt>{t.sheet.aliases}</dt>
            <dd>{actor.aliases.join(', ')}</dd>
          </>
        )}
        {actor.groups && (
          <>
            <dt>{t.sheet.groups}</dt>
            <dd>{actor.groups.join(', ')}</dd>
          </>
        )}
        {actor.siren && (
          <>
            <dt>SIREN</dt>
            <dd>{actor.siren}</dd>
          </>
        )}
        {Object.entries(actor.attributes ?? {}).map(([name, value]) => (
          <div key={name} className="about-row">
            <dt>{name}</dt>
            <dd>{typeof value === 'number' ? t.number(value) : String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function nameOf(view: View, actor: string): string {
  return view.record.actors.get(actor)?.name ?? actor
}

/** What brings an actor onto the map: its category, the usual perimeter, or the latest wave that speaks of it; null: it is there, or nothing does. */
function showing(
  { record, network, perimeter, categories, hidden, appearance }: View,
  actor: string,
): Partial<Place> | null {
  if (network.actors.includes(actor)) {
    const { id } = categories.categoryOf(actor)
    return hidden.has(id) ? { hide: appearance.hidden.filter((each) => each !== id) } : null
  }
  const waves = new Set([
    ...(record.tiesOfActor.get(actor) ?? []).map(({ wave }) => wave),
    ...(record.participationsOfActor.get(actor) ?? []).map(({ wave }) => wave),
    ...[...record.roster.values()].filter((entry) => entry.actor === actor).map(({ wave }) => wave),
  ])
  if (waves.has(network.perimeter.wave)) {
    return Object.keys(perimeter).some((key) => key !== 'wave') ? { ...usualPerimeter, hide: [] } : null
  }
  const wave = record.latestFirst.find(({ id }) => waves.has(id))?.id
  return wave === undefined ? null : { wave }
}
