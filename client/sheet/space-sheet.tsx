import type { Space } from '#domain/territory.ts'
import { spaceLook } from '#drawing/appearance.ts'
import { wordOf } from '#words/vocabulary.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { ConfidenceMark, FactActions, NameLink, Provenance } from '../view/facts.tsx'
import { Glyph } from '../view/glyph.tsx'
import type { View } from '../view/view.ts'
import { capital } from '../view/words.ts'

export function SpaceSheet({ view, space }: { view: View; space: Space }) {
  const t = useText()
  const { record, network, twoMode } = view
  const wave = network.perimeter.wave
  const participants = (record.participationsOfSpace.get(space.id) ?? []).filter((taken) => taken.wave === wave)
  const parent = space.parent === undefined ? undefined : record.spaces.get(space.parent)
  const parts = [...record.spaces.values()].filter((other) => other.parent === space.id)
  const host = space.host === undefined ? undefined : record.actors.get(space.host)
  const editing = useEditing()
  return (
    <>
      <header className="sheet-head">
        <h2>
          <Glyph look={spaceLook} size={22} hollow />
          {space.name}
        </h2>
        <p>
          {capital(wordOf(t, record, 'spaceKind', space.kind))} <ConfidenceMark confidence={space.confidence} />
        </p>
        {!twoMode.spaces.includes(space.id) && <p className="note">{t.sheet.spaceNotInView}</p>}
        {space.objective && <p className="lead">{space.objective}</p>}
        {(space.start || space.end) && (
          <p>{t.sheet.dates(space.start && t.date(space.start), space.end && t.date(space.end))}</p>
        )}
        {editing && (
          <p className="sheet-actions">
            <button type="button" className="button" onClick={() => editing.edit('space', space)}>
              {t.edit.change}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => editing.add('participation', { space: space.id, wave, role: 'member' })}
            >
              {t.edit.addPart}
            </button>
            <button type="button" className="button" onClick={() => editing.remove('space', space)}>
              {t.edit.remove}
            </button>
          </p>
        )}
      </header>

      <section>
        <h3>
          {t.sheet.participants} <span className="count">{participants.length}</span>
        </h3>
        {participants.length === 0 && <p className="note">{t.sheet.noParticipants}</p>}
        {space.unobservedRoles && (
          <p className="note">
            {t.sheet.unobserved(t.list(space.unobservedRoles.map((role) => wordOf(t, record, 'role', role))))}
          </p>
        )}
        <ul className="facts">
          {participants.map((taken) => (
            <li key={`${taken.actor} ${taken.role}`}>
              <NameLink
                selected={{ noun: 'actor', id: taken.actor }}
                name={record.actors.get(taken.actor)?.name ?? taken.actor}
              />
              <div className="fact">
                <p>
                  <strong>{wordOf(t, record, 'role', taken.role)}</strong>{' '}
                  <ConfidenceMark confidence={taken.confidence} />
                  <FactActions
                    noun="participation"
                    fact={taken}
                    what={`${record.actors.get(taken.actor)?.name ?? taken.actor}, ${wordOf(t, record, 'role', taken.role)}`}
                  />
                </p>
                <Provenance source={taken.source} note={taken.note} />
              </div>
            </li>
          ))}
        </ul>
      </section>

      {(host || parent || parts.length > 0) && (
        <section>
          <dl className="about">
            {host && (
              <>
                <dt>{t.sheet.host}</dt>
                <dd>
                  <NameLink selected={{ noun: 'actor', id: host.id }} name={host.name} />
                </dd>
              </>
            )}
            {parent && (
              <>
                <dt>{t.sheet.parent}</dt>
                <dd>
                  <NameLink selected={{ noun: 'space', id: parent.id }} name={parent.name} />
                </dd>
              </>
            )}
            {parts.length > 0 && (
              <>
                <dt>{t.sheet.parts}</dt>
                <dd>
                  <ul>
                    {parts.map((part) => (
                      <li key={part.id}>
                        <NameLink selected={{ noun: 'space', id: part.id }} name={part.name} />
                      </li>
                    ))}
                  </ul>
                </dd>
              </>
            )}
          </dl>
        </section>
      )}

      <section>
        <h3>{t.sheet.sources}</h3>
        <p>{space.source ?? t.sheet.noSource}</p>
        {space.note && <p className="fact">{space.note}</p>}
      </section>
    </>
  )
}
