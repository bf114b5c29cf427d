import { useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { GroupReach } from '#wire/seminar.ts'
import { wordOf } from '#words/vocabulary.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { capital } from '../../view/words.ts'
import { type NamingFacts, nameOf } from './part.ts'

/** What is asked of the next invitations. */
export interface NextAsked {
  readonly count: number
  /** Who must be among them. */
  readonly musts: readonly string[]
  /** Fewest of each sphere on the list with them, and most more of each. */
  readonly floors: Readonly<Record<string, number>>
  readonly quotas: Readonly<Record<string, number>>
}

export const usualAsked: NextAsked = { count: 3, musts: [], floors: {}, quotas: {} }

/** How many more are wanted, who must be there, and how many of each sphere. Nothing of it is kept: it is a question. */
export function AskNext({ record, asked, ask, spheres }: AskNextProps) {
  const t = useText()
  const words = t.seminar.next
  const entries = useMemo(
    () => namedEntries(t, record, 'actor').filter(({ id }) => record.actors.get(id)?.collective !== true),
    [t, record],
  )
  const field = useRef<HTMLInputElement>(null)
  const [line, setLine] = useState(0)
  return (
    <details className="no-print next-asked">
      <summary>{words.summary}</summary>
      <Wanted
        label={words.count}
        least={1}
        most={10}
        value={asked.count}
        onChange={(count) => ask({ ...asked, count: count ?? 3 })}
      />
      <NameChoice
        key={line}
        ref={field}
        label={words.must}
        entries={entries.filter(({ id }) => !asked.musts.includes(id))}
        value={null}
        hint={words.mustHint}
        none={t.seminar.guests.addNone}
        onChange={(actor) => {
          if (actor === null) return
          ask({ ...asked, musts: [...asked.musts, actor].slice(-10) })
          setLine(line + 1)
          requestAnimationFrame(() => field.current?.focus())
        }}
      />
      {asked.musts.length > 0 && (
        <ul className="chips">
          {asked.musts.map((actor) => (
            <li key={actor} className="chip">
              <span className="chip-said">{nameOf(record, actor)}</span>
              <Button
                className="chip-remove"
                aria-label={words.mustNot(nameOf(record, actor))}
                onPress={() => ask({ ...asked, musts: asked.musts.filter((one) => one !== actor) })}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <table className="next-spheres">
        <thead>
          <tr>
            <th scope="col">{words.sphere}</th>
            <th scope="col">{words.floor}</th>
            <th scope="col">{words.quota}</th>
          </tr>
        </thead>
        <tbody>
          {spheres.map(({ group, invited }) => {
            const name = capital(wordOf(t, record, 'sphere', group))
            return (
              <tr key={group}>
                <th scope="row">
                  {name} <span className="note">{words.already(invited)}</span>
                </th>
                <td>
                  <Wanted
                    label={words.floorOf(name)}
                    isLabelHidden
                    least={0}
                    most={50}
                    value={asked.floors[group]}
                    onChange={(least) => ask({ ...asked, floors: withOf(asked.floors, group, least) })}
                  />
                </td>
                <td>
                  <Wanted
                    label={words.quotaOf(name)}
                    isLabelHidden
                    least={0}
                    most={10}
                    value={asked.quotas[group]}
                    onChange={(most) => ask({ ...asked, quotas: withOf(asked.quotas, group, most) })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="note">{words.note}</p>
      <Button className="link-button" onPress={() => ask(usualAsked)}>
        {words.reset}
      </Button>
    </details>
  )
}

interface AskNextProps {
  readonly record: NamingFacts
  readonly asked: NextAsked
  readonly ask: (asked: NextAsked) => void
  readonly spheres: readonly GroupReach[]
}

/** A number, or none where the field is emptied. */
function Wanted({ label, isLabelHidden, least, most, value, onChange }: WantedProps) {
  return (
    <label className={isLabelHidden ? 'wanted' : 'field count'}>
      <span className={isLabelHidden ? 'visually-hidden' : 'section-title'}>{label}</span>
      <input
        type="number"
        min={least}
        max={most}
        value={value ?? ''}
        placeholder="–"
        onChange={({ target }) => {
          if (target.value === '') return onChange(undefined)
          const wanted = target.valueAsNumber
          if (Number.isInteger(wanted) && wanted >= least && wanted <= most) onChange(wanted)
        }}
      />
    </label>
  )
}

interface WantedProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly least: number
  readonly most: number
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}

function withOf(numbers: NextAsked['floors'], sphere: string, value: number | undefined): NextAsked['floors'] {
  const others = Object.entries(numbers).filter(([of]) => of !== sphere)
  return Object.fromEntries(value === undefined ? others : [...others, [sphere, value]])
}
