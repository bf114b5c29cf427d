import { memo, useMemo, useRef, useState } from 'react'
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextArea, TextField } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Invitation } from '#domain/territory.ts'
import { defaultVocabulary, invitationRoles, invitationStatuses } from '#domain/vocabulary.ts'
import { categoriesOf } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import { wordOf } from '#words/vocabulary.ts'
import { namedEntries } from '../../edit/named-entries.ts'
import { Choice } from '../../form/choice.tsx'
import { NameChoice } from '../../form/name-choice.tsx'
import { useText } from '../../text/language.tsx'
import { Glyph } from '../../view/glyph.tsx'
import { capital } from '../../view/words.ts'
import { guestsOf, idOfGuest, inviting, nextRank, readPasted, saying, uninviting } from './facts.ts'
import { type PartProps, useNames } from './part.ts'

/** The people invited, as chips by sphere; more are added by name, or from a list that is pasted. */
export function GuestList({ record, seminar, keep }: PartProps) {
  const t = useText()
  const guests = guestsOf(record, seminar.id)
  const categories = categoriesOf(record, 'sphere')
  const bySphere = Map.groupBy(guests, ({ actor }) => record.actors.get(actor)?.sphere ?? '')
  const order: readonly string[] = defaultVocabulary.sphere
  const spheres = [...bySphere.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return (
    <section className="guests" aria-labelledby="guests-heading">
      <h2 id="guests-heading">{t.seminar.guests.heading(guests.length)}</h2>
      <div className="guests-adding no-print">
        <AddGuest record={record} seminar={seminar} keep={keep} guests={guests} />
        <PasteList record={record} seminar={seminar} keep={keep} />
      </div>
      {guests.length === 0 && <p className="note">{t.seminar.guests.none}</p>}
      {spheres.map((sphere) => {
        const [first] = bySphere.get(sphere) ?? []
        return (
          <div key={sphere} className="guest-sphere">
            <h3 className="section-title">
              {first && <Glyph look={categories.categoryOf(first.actor).look} size={14} />}{' '}
              {capital(wordOf(t, record, 'sphere', sphere))}
            </h3>
            <ul className="chips">
              {(bySphere.get(sphere) ?? []).map((guest) => (
                <Chip
                  key={idOfGuest(guest)}
                  name={record.actors.get(guest.actor)?.name ?? guest.actor}
                  guest={guest}
                  next={nextRank(guests, guest.actor)}
                  keep={keep}
                />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

/** By name: the first that answers is taken by Enter, and the field is ready for the next. */
function AddGuest({ record, seminar, keep, guests }: PartProps & { readonly guests: readonly Invitation[] }) {
  const t = useText()
  const words = t.seminar.guests
  const names = useNames(record)
  const entries = useMemo(
    () => namedEntries(t, names, 'actor').filter(({ id }) => names.actors.get(id)?.collective !== true),
    [t, names],
  )
  const invited = new Set(guests.map(({ actor }) => actor))
  const field = useRef<HTMLInputElement>(null)
  /** Each actor that is added empties the field. */
  const [line, setLine] = useState(0)
  return (
    <NameChoice
      key={line}
      ref={field}
      label={words.add}
      entries={entries.filter(({ id }) => !invited.has(id))}
      value={null}
      hint={words.addHint}
      none={words.addNone}
      onChange={(actor) => {
        if (actor === null) return
        keep([inviting(guests, seminar.id, actor)])
        setLine(line + 1)
        // The field is made anew: it is there once this is drawn.
        requestAnimationFrame(() => field.current?.focus())
      }}
    />
  )
}

interface ChipProps {
  readonly name: string
  readonly guest: Invitation
  /** The rank of one more person of the same actor. */
  readonly next: number
  readonly keep: PartProps['keep']
}

const Chip = memo(function Chip({ name, guest, next, keep }: ChipProps) {
  const t = useText()
  const { guests } = t.seminar
  const say = (fields: Parameters<typeof saying>[1]) => keep([saying(guest, fields)])
  const shown = shortName(name, 80)
  const person = guest.person ?? (guest.rank > 1 ? guests.nth(guest.rank) : '')
  const host = guest.role === 'host' ? guests.roles.host : ''
  const excused = guest.status === 'excused' ? guests.statuses.excused : ''
  // Whoever speaks to the page says what it shows.
  const marks = [person, host, excused].filter(Boolean)
  return (
    <li className="chip" data-status={guest.status}>
      <DialogTrigger>
        <Button className="chip-name" aria-label={guests.details([shown, ...marks].join(' '))}>
          <span title={name}>{shown}</span>
          {person && <span className="chip-person"> {person}</span>}
          {host && <span className="chip-mark"> {host}</span>}
          {excused && <span className="chip-mark"> {excused}</span>}
        </Button>
        <Popover className="popover chip-details">
          <Dialog aria-label={guests.details(name)}>
            <p className="chip-full">{name}</p>
            <TextField
              className="field"
              defaultValue={guest.person ?? ''}
              onBlur={(event) => {
                const person = plainLine((event.target as HTMLInputElement).value).trim()
                if (person !== (guest.person ?? '')) say({ person: person === '' ? undefined : person })
              }}
            >
              <Label>{guests.person}</Label>
              <Input />
            </TextField>
            <p className="note">{guests.personNote}</p>
            <Choice
              label={guests.status}
              value={guest.status}
              groups={[{ name: '', options: invitationStatuses.map((id) => ({ id, name: guests.statuses[id] })) }]}
              onChange={(id) => say({ status: invitationStatuses.find((status) => status === id) ?? 'invited' })}
            />
            <Choice
              label={guests.role}
              value={guest.role ?? 'participant'}
              groups={[{ name: '', options: invitationRoles.map((id) => ({ id, name: guests.roles[id] })) }]}
              onChange={(id) => say({ role: invitationRoles.find((role) => role === id) })}
            />
            <Button
              className="link-button"
              onPress={() =>
                keep([
                  {
                    put: 'invitation',
                    value: { seminar: guest.seminar, actor: guest.actor, rank: next, status: 'invited' },
                  },
                ])
              }
            >
              {guests.another}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Button className="chip-remove" aria-label={guests.remove(name)} onPress={() => keep([uninviting(guest)])}>
        ×
      </Button>
    </li>
  )
})

function PasteList({ record, seminar, keep }: PartProps) {
  const t = useText()
  const { guests: words } = t.seminar
  const [text, setText] = useState('')
  const [said, setSaid] = useState<string[]>([])
  return (
    <DialogTrigger onOpenChange={() => setSaid([])}>
      <Button className="link-button">{words.paste}</Button>
      <Popover className="popover paste-list">
        <Dialog aria-label={words.paste}>
          <TextField className="field" value={text} onChange={setText}>
            <Label>{words.paste}</Label>
            <TextArea rows={8} />
          </TextField>
          <p className="note">{words.pasteHint}</p>
          <Button
            className="button primary"
            isDisabled={text.trim() === ''}
            onPress={() => {
              const { found, unknown } = readPasted(record, text)
              let guests = guestsOf(record, seminar.id)
              const known = new Set(guests.filter((guest) => !guest.person).map(({ actor }) => actor))
              const changes = found
                .filter(({ actor, person }) => person !== undefined || !known.has(actor))
                .map(({ actor, person }) => {
                  const change = inviting(
                    guests,
                    seminar.id,
                    actor,
                    person === undefined ? {} : { person: plainLine(person) },
                  )
                  if ('put' in change && change.put === 'invitation') guests = [...guests, change.value]
                  return change
                })
              keep(changes)
              setText(unknown.join('\n'))
              setSaid([words.pasted(changes.length), ...(unknown.length > 0 ? [words.pasteUnknown(unknown)] : [])])
            }}
          >
            {words.pasteConfirm}
          </Button>
          <div role="status">
            {said.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
