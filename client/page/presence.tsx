import { Button, Dialog, DialogTrigger, Heading, Input, Label, Popover, TextField } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import type { Present } from '#wire/record.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { PlaceLink } from '../view/navigation.tsx'
import { selecting, tieEnds } from '../view/place.ts'
import { usePresence } from '../view/presence.ts'

/** How many others look at this territory, who and at what; and what one is called oneself. Nothing while one is alone. */
export function Presence({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const presence = usePresence()
  if (!presence || presence.others.length === 0) return null
  const { others, name, callMe } = presence
  return (
    <DialogTrigger>
      <Button className="presence" aria-label={t.presence.others(others.length)}>
        <span aria-hidden="true">● {t.number(others.length)}</span>
      </Button>
      <Popover className="popover presence-popover">
        <Dialog>
          <Heading slot="title">{t.presence.others(others.length)}</Heading>
          <ul>
            {others.map((other, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, or none.
              <li key={i}>
                <strong>{other.name ?? t.presence.unnamed}</strong>
                {other.at && (
                  <span className="note">
                    {' '}
                    {t.presence.at(t.screens[other.at])}
                    <Open record={record} other={other} />
                  </span>
                )}
              </li>
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const typed = new FormData(event.currentTarget).get('name')
              callMe(plainLine(String(typed ?? '')).trim())
            }}
          >
            <TextField className="field" name="name" defaultValue={name} maxLength={60}>
              <Label>{t.presence.myName}</Label>
              <Input />
            </TextField>
            <Button type="submit" className="button">
              {t.presence.showMe}
            </Button>
          </form>
          <p className="note">{t.presence.kept}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** What another one has open, to go there; nothing where it is not known here. */
function Open({ record, other: { at, noun, id } }: { record: TerritoryRecord; other: Present }) {
  const t = useText()
  if (noun === undefined || id === undefined) return null
  const said = noun === 'finding' ? t.presence.finding : nameOf(record, noun, id)
  if (said === null) return null
  const change = noun === 'finding' ? { finding: id } : selecting({ noun, id })
  return (
    <>
      {t.presence.before}
      <PlaceLink screen={at ?? 'map'} change={change}>
        {said}
      </PlaceLink>
    </>
  )
}

function nameOf(record: TerritoryRecord, noun: 'actor' | 'space' | 'tie', id: string): string | null {
  if (noun === 'actor') return record.actors.get(id)?.name ?? null
  if (noun === 'space') return record.spaces.get(id)?.name ?? null
  const names = tieEnds({ id })?.map((end) => record.actors.get(end)?.name)
  return names?.every((name) => name !== undefined) ? names.join(' – ') : null
}
