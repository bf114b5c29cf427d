import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Input, Label, Popover, TextArea, TextField } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Invitation } from '#domain/territory.ts'
import { defaultVocabulary, invitationRoles, invitationStatuses } from '#domain/vocabulary.ts'
import { categoriesOf } from '#drawing/categories.ts'
import { shortName } from '#drawing/short-name.ts'
import { ActorChoice } from '../../form/actor-choice.tsx'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { Glyph } from '../../view/glyph.tsx'
import { capital, word } from '../../view/words.ts'
import { guestsOf, idOfGuest, inviting, readPasted, saying, uninviting } from './facts.ts'
import type { PartProps } from './part.ts'

/** The people invited, as chips by sphere; more are added by name, or from a list that is pasted. */
export function GuestList({ record, seminar, keep }: PartProps) {
  const t = useText()
  const guests = guestsOf(record, seminar.id)
  const categories = categoriesOf(record, 'sphere')
  const bySphere = Map.groupBy(guests, ({ actor }) => record.actors.get(actor)?.sphere ?? '')
  const order: readonly string[] = defaultVocabulary.sphere
  const spheres = [...bySphere.keys()].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const invited = new Set(guests.map(({ actor }) => actor))
  const actors = [...record.actors.values()]
    .filter(({ id, collective }) => !collective && !invited.has(id))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, t.locale))
  return (
    <section className="guests" aria-labelledby="guests-heading">
      <h2 id="guests-heading">{t.seminar.guests.heading(guests.length)}</h2>
      {/* Emptied once somebody is chosen, for the next. */}
      <ActorChoice
        key={guests.length}
        label={t.seminar.guests.add}
        actors={actors}
        value={null}
        onChange={(actor) => actor !== null && keep([inviting(guests, seminar.id, actor)])}
      />
      <PasteList record={record} seminar={seminar} keep={keep} />
      {guests.length === 0 && <p className="note">{t.seminar.guests.none}</p>}
      {spheres.map((sphere) => {
        const [first] = bySphere.get(sphere) ?? []
        return (
          <div key={sphere} className="guest-sphere">
            <h3 className="section-title">
              {first && <Glyph look={categories.categoryOf(first.actor).look} size={14} />}{' '}
              {capital(word(t, record, 'sphere', sphere))}
            </h3>
            <ul className="chips">
              {(bySphere.get(sphere) ?? []).map((guest) => (
                <Chip
                  key={idOfGuest(guest)}
                  name={record.actors.get(guest.actor)?.name ?? guest.actor}
                  guest={guest}
                  say={(fields) => keep([saying(guest, fields)])}
                  another={() => keep([inviting(guests, seminar.id, guest.actor)])}
                  remove={() => keep([uninviting(guest)])}
                />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

interface ChipProps {
  readonly name: string
  readonly guest: Invitation
  readonly say: (fields: Parameters<typeof saying>[1]) => void
  readonly another: () => void
  readonly remove: () => void
}

function Chip({ name, guest, say, another, remove }: ChipProps) {
  const t = useText()
  const { guests } = t.seminar
  return (
    <li className="chip" data-status={guest.status}>
      <DialogTrigger>
        <Button className="chip-name" aria-label={guests.details(name)}>
          <span title={name}>{shortName(name, 42)}</span>
          {(guest.person || guest.rank > 1) && (
            <span className="chip-person">{guest.person ?? `n° ${guest.rank}`}</span>
          )}
          {guest.role === 'host' && <span className="chip-mark">{guests.roles.host}</span>}
          {guest.status === 'excused' && <span className="chip-mark">{guests.statuses.excused}</span>}
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
            <Button className="link-button" onPress={another}>
              {guests.another}
            </Button>
          </Dialog>
        </Popover>
      </DialogTrigger>
      <Button className="chip-remove" aria-label={guests.remove(name)} onPress={remove}>
        ×
      </Button>
    </li>
  )
}

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
